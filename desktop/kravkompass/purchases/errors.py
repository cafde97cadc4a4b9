"""What can go wrong with the user's data that a person can be told."""

from __future__ import annotations

from kravkompass.errors import KnownError
from kravkompass.language import text


class FileInUseError(KnownError):
    """Another running program has the data open. Values: path, who, computer, since (local date and time)."""

    sentence = text(
        "“{path}” is already open: {who}, computer {computer}, since {since}. Close Kravkompass there, then try again."
    )


class FileBusyError(KnownError):
    """Another program, one that leaves no name, holds the file. Value: path."""

    sentence = text("Another program is using “{path}” right now. Wait a moment or close that program, then try again.")


class FileUnreachableError(KnownError):
    """The disk or the network share does not answer. Value: path."""

    sentence = text("“{path}” cannot be reached. Check that the disk or the network share is connected, then try again.")


class NewerFileError(KnownError):
    """The data was written by a newer version of the program. Value: path."""

    sentence = text("“{path}” was saved by a newer version of Kravkompass. Install the newest version to open it.")


class DamagedFileError(KnownError):
    """The data file is not whole, or is no file of ours. Value: path."""

    sentence = text("“{path}” is damaged and cannot be read. Move it away and put a backup copy in its place.")


class PurchaseMissingError(KnownError):
    """No purchase has this id. Value: id."""

    sentence = text("There is no purchase with the id “{id}”. It may have been deleted; go back to the list of purchases.")


class PartMissingError(KnownError):
    """No contract, and nothing that belongs to one, has this id. Value: id."""

    sentence = text("What you are looking for has been deleted (id “{id}”). Go back to the list of contracts.")


class TemplateMissingError(KnownError):
    """No template has this id. Value: id."""

    sentence = text("There is no template with the id “{id}”. It may have been deleted; go back to the list of templates.")


class OwnMissingError(KnownError):
    """There is no own requirement with this id. Value: id."""

    sentence = text("There is no requirement of your own with the id “{id}”. It may have been thrown away; look in the list.")


class OwnInUseError(KnownError):
    """An own requirement is to be thrown away, but purchases have it. Values: id, titles of the purchases."""

    sentence = text("{id} is used in {titles} and cannot be thrown away. Take it out of use instead: the purchases keep it as it is.")
