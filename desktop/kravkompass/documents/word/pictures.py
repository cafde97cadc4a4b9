"""Pictures in a Word document: the logo, and bar charts drawn from their values."""

from __future__ import annotations

import io
from bisect import bisect_right
from typing import TYPE_CHECKING

from docx.shared import Pt

from kravkompass.documents.errors import FontsMissingError
from kravkompass.documents.office_file import fit, one_line
from kravkompass.documents.pdf.logo import read_logo
from kravkompass.documents.style import ACCENT, ACCENT_TINT, INK, PHOTO_HEIGHT, PHOTOS_IN_ROW, TEXT_WIDTH, Colour
from kravkompass.documents.word.elements import Element, element
from kravkompass.paths import bundled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docx.document import Document as WordFile
    from PIL.ImageFont import FreeTypeFont

    from kravkompass.documents.outline import Bar, Photo, Text

LOGO_WIDTH, LOGO_HEIGHT = 170.0, 42.0
MOST_BARS = 30
"""More bars than this do not fit a page; the table below the chart has them all."""
SCALE = 3
"""Pixels to a point."""
STEP, THICKNESS, LABEL_ROOM, VALUE_ROOM, SIZE = 19, 11, 132, 70, 9
_NAMED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_NAMED_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"


def picture(file: WordFile, data: bytes, alternative: str, *, wide: float = TEXT_WIDTH) -> Element:
    """Make a paragraph with a PNG or JPEG picture, so many points wide, and what is said in its place."""
    inline = file.part.new_pic_inline(io.BytesIO(data), width=Pt(wide))
    for one in (*inline.iter(_NAMED), *inline.iter(_NAMED_PICTURE)):
        one.set("descr", fit(alternative))
        one.set("name", f"Picture {one.get('id')}")
    return element("w:p", element("w:r", element("w:drawing", inline)))


def logo(file: WordFile, data: bytes, alternative: str) -> Element:
    """Make a paragraph with the logo. Raises LogoError or LogoTooLargeError."""
    from PIL import Image

    read = read_logo(data)
    wide, high = read.getSize()
    target = io.BytesIO()
    Image.frombytes("RGB", (wide, high), read.getRGBData()).save(target, "PNG")
    scale = min(LOGO_WIDTH / wide, LOGO_HEIGHT / high)
    return picture(file, target.getvalue(), alternative, wide=wide * scale)


def photos(file: WordFile, items: tuple[Photo, ...], said: Callable[[Text, str], Element]) -> Iterator[Element]:
    """Make paragraphs with photos, each above its caption, neither wider nor higher than in the other formats.

    ``said`` makes a paragraph of words in a style.
    """
    for photo in items:
        wide = min(TEXT_WIDTH / PHOTOS_IN_ROW, photo.wide * PHOTO_HEIGHT / photo.high)
        made = picture(file, photo.data, photo.alternative, wide=wide)
        # The caption stands on the picture's page.
        made.insert(0, element("w:pPr", element("w:keepNext")))
        yield made
        yield said(photo.caption, "Quiet")


def chart(bars: tuple[Bar, ...]) -> bytes:
    """Draw bars from left to right below each other, each with its label before and its value behind, as a PNG."""
    from PIL import Image, ImageDraw

    shown = bars[:MOST_BARS]
    paper = Image.new("RGB", (round(TEXT_WIDTH * SCALE), STEP * SCALE * len(shown)), "white")
    pen, regular, bold = ImageDraw.Draw(paper), font("Regular"), font("Bold")
    longest = TEXT_WIDTH - LABEL_ROOM - VALUE_ROOM
    largest = max((bar.value for bar in shown), default=0.0) or 1.0
    for place, bar in enumerate(shown):
        top = STEP * place + (STEP - THICKNESS) / 2
        middle = (STEP * place + STEP / 2) * SCALE
        for reach, ground in ((longest, ACCENT_TINT), (longest * max(0.0, bar.value) / largest, ACCENT)):
            corners = [part * SCALE for part in (LABEL_ROOM, top, LABEL_ROOM + max(reach, 0.1), top + THICKNESS)]
            pen.rectangle(corners, fill=pixel(ground))
        pen.text((0, middle), fitting(bar.label, regular, LABEL_ROOM - 8), pixel(INK), regular, anchor="lm")
        right = (LABEL_ROOM + longest + 6) * SCALE
        pen.text((right, middle), fitting(bar.words, bold, VALUE_ROOM - 8), pixel(INK), bold, anchor="lm")
    target = io.BytesIO()
    paper.save(target, "PNG", dpi=(72 * SCALE, 72 * SCALE))
    return target.getvalue()


def font(weight: str, size: float = SIZE) -> FreeTypeFont:
    """Give our typeface in a weight ("Regular", "Bold"), ``size`` in points. Raises FontsMissingError."""
    from PIL import ImageFont

    path = bundled("resources") / "fonts" / f"KravkompassSans-{weight}.ttf"
    try:
        return ImageFont.truetype(str(path), size * SCALE)
    except OSError as cause:
        raise FontsMissingError(path=path) from cause


def fitting(text: str, font: FreeTypeFont, room: float) -> str:
    """Give the text on one line, its end left out where it is wider than the room, in points."""
    line = one_line(text)
    if font.getlength(line) <= room * SCALE:
        return line
    fits = bisect_right(range(1, len(line)), room * SCALE, key=lambda count: font.getlength(f"{line[:count]}…"))
    return f"{line[:fits]}…"


def pixel(colour: Colour) -> tuple[int, int, int]:
    """Give a colour as a picture has it."""
    red, green, blue = (round(part * 255) for part in colour)
    return red, green, blue
