"""What can be wrong with a purchase file from outside, each in one sentence that says where and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.errors import KnownError
from kravkompass.language import text

if TYPE_CHECKING:
    from kravkompass.language import Translation


class PurchaseFileMissingError(KnownError):
    """There is no such file. Value: path."""

    sentence = text("There is no file “{path}”. Check the name and the folder.")


class PurchaseFileUnreadableError(KnownError):
    """The file is there but cannot be read. Value: path."""

    sentence = text("The file “{path}” cannot be read. Check that you may open it and that it is not a folder.")


class PurchaseFileTooLargeError(KnownError):
    """The file is larger than any purchase. Values: path, size and limit in megabytes."""

    sentence = text("The file “{path}” is too large for a purchase: {size} MB, at most {limit} MB. Choose another file.")


class NotAPurchaseFileError(KnownError):
    """The file is something else. Value: path."""

    sentence = text("The file “{path}” is not a purchase from Kravkompass. Choose another file.")


class BrokenPurchaseFileError(KnownError):
    """The file is no whole JSON. Values: path, line, column (both from 1)."""

    sentence = text(
        "The file “{path}” is broken at line {line}, column {column}. Correct it there, or ask the sender for a new file."
    )


class NewerPurchaseFileError(KnownError):
    """The file is in a later version of the form. Values: path, version, known."""

    sentence = text(
        "The file “{path}” is in version {version} of the purchase form, and this program reads version {known}. "
        "Install the newest version of Kravkompass."
    )


class UnknownFieldError(KnownError):
    """The file has a field that is not in the form. Values: path, place, field."""

    sentence = text("The file “{path}” has a field “{field}” at {place} that is not in the form. Remove it or correct its name.")


class MissingFieldError(KnownError):
    """A field that must be there is not. Values: path, place, field."""

    sentence = text("The field “{field}” is missing at {place} in the file “{path}”. Add it.")


class UnknownWordError(KnownError):
    """A word is not one of the form's. Values: path, place, word, known (the words that are)."""

    sentence = text("“{word}” at {place} in the file “{path}” is not one of the words allowed there: {known}. Use one of them.")


class WrongValueError(KnownError):
    """A value is not of the sort the form wants. Values: path, place, expected (a text to be translated)."""

    sentence = text("The value at {place} in the file “{path}” cannot be used. It must be: {expected}.")

    def said(self, translation: Translation) -> str:
        """Give the sentence in a language, what was expected included."""
        return translation.say(self.sentence, **{**self.values, "expected": translation.say(str(self.values["expected"]))})


class TwiceError(KnownError):
    """Something stands twice that may stand once. Values: path, place, word."""

    sentence = text("“{word}” stands twice at {place} in the file “{path}”. Keep one of them.")
