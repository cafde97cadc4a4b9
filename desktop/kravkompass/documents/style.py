"""How documents look: sizes in points, colours as red, green and blue from 0 to 1. Shared by all formats."""

from __future__ import annotations

from dataclasses import dataclass

from kravkompass.documents.outline import Tone

Colour = tuple[float, float, float]


def colour(code: str) -> Colour:
    """A colour from its six hexadecimal digits."""
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


WHITE = colour("FFFFFF")
INK = colour("1C2B33")
QUIET = colour("4E5F69")
ACCENT = colour("0B5563")
ACCENT_TINT = colour("E7F1F2")
LINE = colour("C5D0D5")
ROW_TINT = colour("F5F8F9")
LINK = colour("0B5394")

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
MARGIN_SIDE = 62.0
MARGIN_TOP = 68.0
MARGIN_BOTTOM = 62.0
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN_SIDE
TEXT_HEIGHT = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM
GUTTER = 48.0


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a block of text is set. `leading` is the distance between lines; `before` and `after` the room around it."""

    size: float
    leading: float
    colour: Colour = INK
    bold: bool = False
    italic: bool = False
    before: float = 0.0
    after: float = 0.0
    right: bool = False


BODY = TextStyle(10, 14, after=5)
LEAD = TextStyle(12, 17, colour=QUIET, after=8)
SMALL = TextStyle(9, 12.4, colour=QUIET, after=5)
KIND = TextStyle(11, 14, colour=ACCENT, bold=True, after=3)
TITLE = TextStyle(27, 32, bold=True, after=8)
LONG_TITLE = TextStyle(20, 24.5, bold=True, after=8)
LONGEST_TITLE = TextStyle(15, 19, bold=True, after=8)
HEADINGS = (
    TextStyle(18, 23, colour=ACCENT, bold=True, before=22, after=7),
    TextStyle(13.5, 18, bold=True, before=16, after=5),
    TextStyle(11.5, 15.5, bold=True, before=12, after=4),
    TextStyle(10.2, 14.6, bold=True, before=10, after=3),
)
CARD_TITLE = TextStyle(11.5, 15.5, bold=True, before=7, after=3)
CARD_NUMBER = TextStyle(11.5, 15.5, colour=ACCENT, bold=True)
CAPTION = TextStyle(9.4, 13, bold=True, before=6, after=4)
CELL = TextStyle(9.2, 12.3, after=3)
CELL_TITLE = TextStyle(9, 12.2, colour=ACCENT, bold=True, after=3)
CELL_NUMBER = TextStyle(9.2, 12.3, after=3, right=True)
ROW_NAME = TextStyle(9.2, 12.3, bold=True, after=3)
FACT_LABEL = TextStyle(9.2, 12.3, colour=QUIET, bold=True, after=3)
LABEL = TextStyle(9.2, 12.6, bold=True, before=4, after=3)
CHIP = TextStyle(8.4, 11, bold=True)
NOTE_TITLE = TextStyle(10.2, 14, bold=True, after=3)
CONTENTS = (TextStyle(10, 15, bold=True, before=4), TextStyle(10, 14.6), TextStyle(9.4, 13.6, colour=QUIET))
PHOTO_CAPTION = TextStyle(8.4, 11, colour=QUIET, after=3)
FURNITURE = TextStyle(8, 10.5, colour=QUIET)

LIST_INDENT = 17.0
CELL_PADDING = 5.0
PHOTOS_IN_ROW = 3
PHOTO_HEIGHT, PHOTO_GAP = 120.0, 10.0


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of a badge or note: its ground, its words, and the line or bar that edges it."""

    ground: Colour
    words: Colour
    edge: Colour


PAINTS = {
    Tone.QUIET: Paint(colour("EEF2F4"), colour("33444E"), colour("A9B7BE")),
    Tone.ACCENT: Paint(ACCENT_TINT, ACCENT, colour("6FA6AE")),
    Tone.STRONG: Paint(ACCENT, WHITE, ACCENT),
    Tone.GOOD: Paint(colour("E6F3EA"), colour("1B5E34"), colour("5FA777")),
    Tone.WATCH: Paint(colour("FDF2DC"), colour("6B4300"), colour("D09A3A")),
    Tone.BAD: Paint(colour("FBEAE8"), colour("8F1D1D"), colour("CF7A74")),
}
CHIP_PADDING = (2.0, 6.0)


def title_style(title: str) -> TextStyle:
    """The size a document's title is set in: long ones are set smaller."""
    if len(title) > 150:
        return LONGEST_TITLE
    return LONG_TITLE if len(title) > 60 else TITLE
