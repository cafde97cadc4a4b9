"""The colours of the program, by what they mean: light, dark and high contrast."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a coloured thing says. A tone never stands alone: words or an icon always say the same."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    POSITIVE = "positive"
    WARNING = "warning"
    NEGATIVE = "negative"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Shades:
    """The four colours of a tone, as ``#rrggbb``."""

    strong: str
    """For filling a button or drawing an icon on the surface."""
    on_strong: str
    """For text upon ``strong``."""
    soft: str
    """For filling a chip or a callout."""
    on_soft: str
    """For text upon ``soft``."""


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of one appearance, as ``#rrggbb``."""

    dark: bool
    surface: str
    """The window itself."""
    raised: str
    """Cards, menus and fields to write in."""
    sunken: str
    """The navigation rail, table heads, what lies behind."""
    hover: str
    """What the pointer is over."""
    text: str
    muted: str
    """Less important text; still readable on surface, raised and sunken."""
    line: str
    """Decorative lines between things."""
    edge: str
    """The edge of something to write in or press: 3:1 against what it stands on."""
    focus: str
    """The ring around what has the keyboard: 3:1 against what it stands on."""
    neutral: Shades
    accent: Shades
    positive: Shades
    warning: Shades
    negative: Shades
    info: Shades

    def shades(self, tone: Tone) -> Shades:
        """Give the colours of a tone."""
        return {
            Tone.NEUTRAL: self.neutral,
            Tone.ACCENT: self.accent,
            Tone.POSITIVE: self.positive,
            Tone.WARNING: self.warning,
            Tone.NEGATIVE: self.negative,
            Tone.INFO: self.info,
        }[tone]


LIGHT = Palette(
    dark=False,
    surface="#f8f5f0",
    raised="#ffffff",
    sunken="#f0ebe3",
    hover="#f2ede5",
    text="#1d2a30",
    muted="#55626a",
    line="#e4ddd2",
    edge="#7b817e",
    focus="#b9650f",
    neutral=Shades("#55626a", "#ffffff", "#eeeae2", "#3d494f"),
    accent=Shades("#0f5a6b", "#ffffff", "#dcecee", "#0b4755"),
    positive=Shades("#2a6f4a", "#ffffff", "#dff0e5", "#1b5335"),
    warning=Shades("#8c580a", "#ffffff", "#fbedd0", "#6a4103"),
    negative=Shades("#b0382c", "#ffffff", "#fbe5e0", "#8a281e"),
    info=Shades("#3f5ca3", "#ffffff", "#e5eaf7", "#2c4483"),
)

DARK = Palette(
    dark=True,
    surface="#181c1e",
    raised="#212729",
    sunken="#131618",
    hover="#2a3134",
    text="#ece9e3",
    muted="#abb2b2",
    line="#343b3e",
    edge="#7f898c",
    focus="#f2b560",
    neutral=Shades("#abb2b2", "#181c1e", "#2e3538", "#d6dada"),
    accent=Shades("#7fc6d6", "#06262e", "#183740", "#b8e3ec"),
    positive=Shades("#82cba1", "#06281a", "#1b3127", "#b6e6ca"),
    warning=Shades("#e8b960", "#2e1d00", "#352b18", "#f5d89f"),
    negative=Shades("#f2988d", "#3a0b06", "#3e2523", "#f9c7bf"),
    info=Shades("#a0b6f0", "#0b1a42", "#252c44", "#ccd8fa"),
)

_BLACK_ON_WHITE = Shades("#ffffff", "#000000", "#000000", "#ffffff")

CONTRAST = Palette(
    dark=True,
    surface="#000000",
    raised="#000000",
    sunken="#000000",
    hover="#262626",
    text="#ffffff",
    muted="#ffffff",
    line="#ffffff",
    edge="#ffffff",
    focus="#ffd400",
    neutral=_BLACK_ON_WHITE,
    accent=Shades("#7fe3ff", "#000000", "#002a36", "#ffffff"),
    positive=Shades("#7dff9b", "#000000", "#003311", "#ffffff"),
    warning=Shades("#ffd400", "#000000", "#332a00", "#ffffff"),
    negative=Shades("#ff9d94", "#000000", "#400a05", "#ffffff"),
    info=Shades("#b3c7ff", "#000000", "#0a1840", "#ffffff"),
)
