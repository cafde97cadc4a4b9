"""The look in use: colours, letter sizes and distances.

Like Qt's own palette and style sheet it belongs to the whole application, so painting code asks for it with `look()`.
Everything else gets it through the style sheet. A change of look reaches every widget as Qt's own style event.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QFont

from kravkompass.ui.palettes import LIGHT, Palette, Tone

BODY = 15
"""The usual height of body text in pixels that do not depend on the screen; all distances are drawn for it."""


class Text(StrEnum):
    """What a piece of text is for; decides its size, weight and colour."""

    TITLE = "title"
    HEADING = "heading"
    LARGE = "large"
    """For reading from the other side of a table."""
    STRONG = "strong"
    LEAD = "lead"
    BODY = "body"
    MUTED = "muted"
    CAPTION = "caption"


_SIZES = {Text.TITLE: 1.8, Text.HEADING: 1.25, Text.LARGE: 1.33, Text.LEAD: 1.12, Text.CAPTION: 0.87}
_HEAVY = frozenset({Text.TITLE, Text.HEADING, Text.STRONG})


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and measures. ``body`` is the height of body text in pixels."""

    palette: Palette = LIGHT
    body: int = BODY
    family: str = ""

    def colour(self, tone: Tone) -> QColor:
        """Give the strong colour of a tone."""
        return QColor(self.palette.shades(tone).strong)

    def px(self, pixels: float) -> int:
        """Turn a distance drawn for the usual text size into one that fits the size in use."""
        return round(pixels * self.body / BODY)

    def gap(self, pixels: float) -> int:
        """Turn an empty space into one that fits: it grows with the text, but only half as fast."""
        return round(pixels * (1 + (self.body / BODY - 1) / 2))

    def text_px(self, kind: Text) -> int:
        """Give the height of a kind of text in pixels."""
        return round(self.body * _SIZES.get(kind, 1.0))

    def weight(self, kind: Text) -> int:
        """Give the weight of a kind of text, as in OpenType: 400 or 600."""
        return 600 if kind in _HEAVY else 400

    def font(self, kind: Text = Text.BODY) -> QFont:
        """Give the font of a kind of text."""
        font = QFont(self.family) if self.family else QFont()
        font.setPixelSize(self.text_px(kind))
        font.setWeight(QFont.Weight(self.weight(kind)))
        return font


class _InUse:
    look = Look()


def look() -> Look:
    """Give the look in use."""
    return _InUse.look


def wear(new: Look) -> None:
    """Put a look in use. Only `Theme` does so, and then tells Qt."""
    _InUse.look = new


# Distances between things, in pixels at the usual text size; see Look.gap.
TIGHT, SMALL, MEDIUM, LARGE, WIDE, HUGE = 4, 8, 12, 16, 24, 40
# How round corners are, and how small a thing to press may be.
ROUND, ROUNDER = 7, 12
HIT = 36
