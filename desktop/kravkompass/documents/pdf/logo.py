"""Reading a municipality's logo so that it fits an archive: plain sRGB pixels, no transparency, not too many."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image as Picture
    from reportlab.lib.utils import ImageReader

from kravkompass.documents.errors import LogoError, LogoFileMissingError, LogoFileTooLargeError, LogoTooLargeError

MOST_PIXELS = 40_000_000
LARGEST_FILE = 20_000_000
"""Bytes of a picture as it is chosen."""
LARGEST_SIDE = 1200
KINDS = ("PNG", "JPEG")


def read_logo(data: bytes) -> ImageReader:
    """The picture, ready to draw. Raises LogoError when it is no PNG or JPEG, LogoTooLargeError when it is too large."""
    from reportlab.lib.utils import ImageReader

    return ImageReader(_on_paper(data))


def logo_in(path: Path) -> bytes:
    """The picture in a file as it is kept: a PNG of at most 1200 pixels a side.

    Raises LogoFileMissingError, LogoFileTooLargeError, and as ``read_logo``.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as cause:  # ValueError: a name no file can have
        raise LogoFileMissingError(path=path) from cause
    if len(data) > LARGEST_FILE:
        raise LogoFileTooLargeError(path=path, limit=LARGEST_FILE // 1_000_000)
    target = io.BytesIO()
    _on_paper(data).save(target, "PNG", optimize=True)
    return target.getvalue()


def _on_paper(data: bytes) -> Picture:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # A picture that makes the library warn has far more pixels than we take, and is refused below.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=KINDS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise LogoTooLargeError(limit=MOST_PIXELS // 1_000_000)
                picture.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
                seen = picture.convert("RGBA")
    except Image.DecompressionBombError as cause:
        raise LogoTooLargeError(limit=MOST_PIXELS // 1_000_000) from cause
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as cause:
        raise LogoError from cause
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper
