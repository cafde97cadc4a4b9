"""What can go wrong that a person can be told, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kravkompass.language import text

if TYPE_CHECKING:
    from kravkompass.language import Translation


class KnownError(Exception):
    """Something went wrong that a person can act on.

    A subclass declares its sentence in English source text with ``{placeholders}``; the values fill them in.
    The sentence says what is wrong and what to do, and is said in the language of whoever reads it.
    """

    sentence: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        super().__init__(self.sentence.format_map(values) if values else self.sentence)
        self.values = values

    def said(self, translation: Translation) -> str:
        """Give the sentence in a language."""
        return translation.say(self.sentence, **self.values)


class UnknownRequirementError(KnownError):
    """No requirement in the catalog has this id."""

    sentence = text("There is no requirement with the id “{id}”. Search the catalog for the right one.")


class UnknownLotError(KnownError):
    """A purchase has no lot of this number. Values: number, known (the numbers of its lots)."""

    sentence = text("The purchase has no lot {number}. The lots it has: {known}. Choose one of them, or none.")


class UnknownGroupError(KnownError):
    """No product group has this id."""

    sentence = text("There is no product group with the id “{id}”. Use “kravkompass suggest” to find the right one.")


class UnknownExampleError(KnownError):
    """No bundled example has this name."""

    sentence = text("There is no example named “{name}”. These exist: {names}.")


class CatalogDamagedError(KnownError):
    """The catalog file is missing, broken or made for another version of the program."""

    sentence = text("The catalog file “{path}” cannot be read. Install Kravkompass again to get a whole one.")


class CatalogProblemsError(KnownError):
    """The catalog's text files have faults."""

    sentence = text("The catalog has {count} faults. Run “kravkompass catalog check” to see them.")


class FolderMissingError(KnownError):
    """A folder to write to does not exist and cannot be made."""

    sentence = text("The folder “{path}” does not exist and cannot be made. Choose another folder.")


class NotWritableError(KnownError):
    """A file or folder cannot be written."""

    sentence = text("Cannot write to “{path}”. Choose another folder, or close the file if it is open in another program.")


class DiskFullError(KnownError):
    """There is no room left on the disk."""

    sentence = text("There is no room left on the disk for “{path}”. Free some space, or choose another disk.")
