"""What can be wrong with a package of findings, each in one sentence that says where and what to do."""

from __future__ import annotations

from kravkompass.errors import KnownError
from kravkompass.language import text


class NotAFindingsFileError(KnownError):
    """The file is something else. Value: path."""

    sentence = text("The file “{path}” is not a package of findings from Kravkompass. Choose another file.")


class FindingsFileTooLargeError(KnownError):
    """The file is larger than any package. Values: path, size and limit in megabytes."""

    sentence = text("The file “{path}” is too large for a package of findings: {size} MB, at most {limit} MB. Choose another file.")


class NewerFindingsFileError(KnownError):
    """The file is in a later version of the form. Values: path, version, known."""

    sentence = text(
        "The file “{path}” is in version {version} of the form for findings, and this program reads version {known}. "
        "Install the newest version of Kravkompass."
    )


class FindingsChangedError(KnownError):
    """The content is not what the checksum was made of. Value: path."""

    sentence = text("The file “{path}” has been changed since it was written. Ask the sender for a new one.")


class PersonInFindingsError(KnownError):
    """A text holds what looks like a person's identity number. Values: path, place."""

    sentence = text(
        "At {place} in the file “{path}” there is what looks like a person's identity number. Ask the sender for a file without it."
    )
