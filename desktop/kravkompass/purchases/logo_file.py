"""The municipality's logo, kept as a picture of its own in the data folder."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from kravkompass.errors import NotWritableError
from kravkompass.purchases.atomic import write_beside

if TYPE_CHECKING:
    from pathlib import Path

LOGO_FILE = "logo.png"
LARGEST = 5_000_000
"""Bytes. What the program writes itself is far smaller."""


def kept_logo(folder: Path) -> bytes:
    """Give the picture that is kept in a data folder; nothing when there is none, or what lies there is larger than any we keep."""
    with suppress(OSError), (folder / LOGO_FILE).open("rb") as file:
        picture = file.read(LARGEST + 1)
        return picture if len(picture) <= LARGEST else b""
    return b""


def keep_logo(folder: Path, picture: bytes) -> None:
    """Keep a picture, in place of the one before. Raises FolderMissingError, NotWritableError or DiskFullError."""
    write_beside(folder / LOGO_FILE, picture)


def forget_logo(folder: Path) -> None:
    """Take the picture away. Raises NotWritableError."""
    try:
        (folder / LOGO_FILE).unlink(missing_ok=True)
    except OSError as problem:
        raise NotWritableError(path=folder / LOGO_FILE) from problem
