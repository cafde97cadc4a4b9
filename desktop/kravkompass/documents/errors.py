"""What can go wrong when a document is made, that a person can be told."""

from __future__ import annotations

from kravkompass.errors import KnownError
from kravkompass.language import text


class FontsMissingError(KnownError):
    """The fonts that ship with the program are missing or broken."""

    sentence = text("The font “{path}” is missing or broken. Install Kravkompass again to get a whole one.")


class LogoError(KnownError):
    """The logo is no picture that can be used."""

    sentence = text("The logo cannot be used: it is not a whole PNG or JPEG picture. Choose another picture in your profile.")


class LogoTooLargeError(KnownError):
    """The logo has more pixels than a document can carry."""

    sentence = text("The logo has too many pixels. Choose a picture of at most {limit} million pixels.")


class LogoFileMissingError(KnownError):
    """The picture's file is not there, or cannot be read. Value: path."""

    sentence = text("The picture “{path}” cannot be read. Check that it is there and that you may open it.")


class LogoFileTooLargeError(KnownError):
    """The picture's file is larger than any logo. Values: path, and limit in megabytes."""

    sentence = text("The picture “{path}” is larger than {limit} MB. Choose a smaller one.")
