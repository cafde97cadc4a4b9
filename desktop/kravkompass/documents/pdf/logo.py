"""Reading a municipality's logo so that it fits an archive: plain sRGB pixels, no transparency, not too many."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

from kravkompass.documents.errors import LogoError, LogoTooLargeError

MOST_PIXELS = 40_000_000
LARGEST_SIDE = 1200
KINDS = ("PNG", "JPEG")


def read_logo(data: bytes) -> ImageReader:
    """The picture, ready to draw. Raises LogoError when it is no PNG or JPEG, LogoTooLargeError when it is too large."""
    from PIL import Image, UnidentifiedImageError
    from reportlab.lib.utils import ImageReader

    try:
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
    return ImageReader(paper)
