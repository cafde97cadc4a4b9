"""Making photos small enough to stand in a document: turned upright, in plain colours, and without what the camera wrote into them."""

from __future__ import annotations

import io
from dataclasses import dataclass

LARGEST_SIDE = 1000
"""Pixels: sharp in print at the size a document shows it."""
MOST_PIXELS = 120_000_000
"""More than any telephone takes; a larger picture is listed by its name."""
QUALITY = 80
KINDS = ("JPEG", "PNG", "WEBP", "TIFF")
DRAWN = frozenset({"image/jpeg", "image/png", "image/webp", "image/tiff"})
"""The media types of those kinds."""


@dataclass(frozen=True, slots=True)
class SmallPhoto:
    """A photo as a JPEG, ``wide`` by ``high`` pixels. It says nothing of the place, the time or the camera."""

    data: bytes
    wide: int
    high: int


def small(data: bytes) -> SmallPhoto | None:
    """Make a small copy of a photo; None for what is no picture of a known kind, is broken or far too large."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=KINDS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return None
            # Made small before it is turned, and by the JPEG decoder itself as far as it goes: most of a large photo is then never unpacked.
            picture.thumbnail((LARGEST_SIDE, LARGEST_SIDE), reducing_gap=1.0)
            seen = ImageOps.exif_transpose(picture).convert("RGBA")
    except (Image.DecompressionBombError, UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    target = io.BytesIO()
    paper.save(target, "JPEG", quality=QUALITY)
    return SmallPhoto(target.getvalue(), *paper.size)
