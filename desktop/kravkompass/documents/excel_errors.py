"""What can be wrong with an Excel list that comes back, each in one sentence that says what to do."""

from __future__ import annotations

from kravkompass.errors import KnownError
from kravkompass.language import text


class ListFileMissingError(KnownError):
    """There is no such file, or it cannot be opened. Value: path."""

    sentence = text("The file “{path}” cannot be read. Check the name, and that you may open it.")


class ListFileTooLargeError(KnownError):
    """The file is larger, packed or unpacked, than any list. Values: path, limit in megabytes."""

    sentence = text("The file “{path}” is too large for a requirement list (at most {limit} MB). Choose another file.")


class NotAListError(KnownError):
    """The file is something else, or broken. Value: path."""

    sentence = text(
        "The file “{path}” is not a requirement list from Kravkompass in Excel (.xlsx), or it is broken. "
        "Ask the sender for the file as it was filled in."
    )


class ListColumnMissingError(KnownError):
    """A column that is needed is not there. Values: path, column (its title)."""

    sentence = text("The column “{column}” is missing in the file “{path}”. Give it back its title, and try again.")


class ListTooLongError(KnownError):
    """The sheet has more rows than any list. Values: path, limit."""

    sentence = text("The file “{path}” has more than {limit} rows. Remove rows that are not requirements, and try again.")


class NewerListError(KnownError):
    """The file was made by a later version of the program. Values: path, version, known."""

    sentence = text(
        "The file “{path}” is in version {version} of the list's form, and this program reads version {known}. "
        "Install the newest version of Kravkompass."
    )


class OtherPurchaseError(KnownError):
    """The file belongs to another purchase. Values: path, title (of the purchase in the file)."""

    sentence = text("The file “{path}” belongs to another purchase: “{title}”. Open that purchase, or choose another file.")


class OtherListLanguageError(KnownError):
    """The file is in another language than the list it is compared with. Values: path, language."""

    sentence = text("The file “{path}” is in another language ({language}). Choose that language, and try again.")


class ListChangedError(KnownError):
    """The list has changed since the file was made. Values: path, theirs and ours (checksums)."""

    sentence = text(
        "The requirement list has changed since the file “{path}” was made (checksum {theirs}, now {ours}). "
        "Read it anyway and look at each difference, or send the supplier the new list."
    )
