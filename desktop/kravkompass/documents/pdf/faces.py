"""The typefaces the PDFs are set in: registering them, measuring text, and keeping to characters they can show."""

from __future__ import annotations

import logging
import unicodedata
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from kravkompass.documents.errors import FontsMissingError
from kravkompass.paths import bundled

REGULAR, BOLD = "Kravkompass", "Kravkompass-Bold"
ITALIC, BOLD_ITALIC = "Kravkompass-Italic", "Kravkompass-BoldItalic"
FILES = {REGULAR: "Regular", BOLD: "Bold", ITALIC: "Italic", BOLD_ITALIC: "BoldItalic"}
STAND_IN = "□"

# What stands for a character the typeface lacks, where something closer than a box is at hand.
NEAREST = {
    "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\t": " ", "\u2714": "✓", "\u2705": "☑", "\u2611": "☑",
    "\u2612": "☐", "\u2717": "×", "\u274c": "×", "\u2043": "–", "\u25e6": "•", "\u25aa": "•", "\u27a1": "→", "\u21d2": "→",
}

_log = logging.getLogger(__name__)


@cache
def register() -> None:
    """Make the typefaces known to ReportLab. Raises FontsMissingError when their files are missing or broken."""
    folder = bundled("resources") / "fonts"
    for face, style in FILES.items():
        path = folder / f"KravkompassSans-{style}.ttf"
        try:
            pdfmetrics.registerFont(TTFont(face, str(path)))
        except (TTFError, OSError) as cause:
            raise FontsMissingError(path=path) from cause


def face_of(*, bold: bool, italic: bool) -> str:
    """The name of the face in this weight and slant."""
    if bold:
        return BOLD_ITALIC if italic else BOLD
    return ITALIC if italic else REGULAR


def width(text: str, face: str, size: float) -> float:
    """How wide the text is set, in points."""
    return _unit_width(text, face) * size


@cache
def _font(face: str) -> TTFont:
    register()
    return pdfmetrics.getFont(face)


@cache
def _advances(face: str) -> tuple[dict[int, float], float]:
    """The width of each character in thousandths of the size, and that of a character without one."""
    metrics = _font(face).face
    return metrics.charWidths, metrics.defaultWidth


@lru_cache(maxsize=1 << 16)
def _unit_width(text: str, face: str) -> float:
    advances, default = _advances(face)
    return sum(advances.get(ord(char), default) for char in text) / 1000


@cache
def _glyphs(face: str) -> frozenset[str]:
    """The characters the face can show."""
    return frozenset(chr(code) for code, glyph in _font(face).face.charToGlyph.items() if glyph and code >= 0x20)


@lru_cache(maxsize=1 << 14)
def showable(text: str, face: str = REGULAR) -> str:
    """The text as this face can show it.

    Control and format characters go, lines keep their ends, accents join their letters, and a character without a
    glyph gives way to its nearest likeness or a box, which is noted in the log.
    """
    if text.isascii() and text.isprintable():
        return text
    glyphs = _glyphs(face)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if glyphs.issuperset(text) and "\u00ad" not in text:
        return text
    shown = "".join(_shown(char, glyphs) for char in text)
    lost = shown.count(STAND_IN) - text.count(STAND_IN)
    if lost > 0:
        _log.warning("%d characters have no glyph in %s and are shown as %s", lost, face, STAND_IN)
    return shown


def _shown(char: str, glyphs: frozenset[str]) -> str:
    """The character itself, its nearest likeness, nothing for one that is never seen, or the box."""
    char = NEAREST.get(char, char)
    if char == "\n":
        return char
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Cs", "Co") or 0xFE00 <= ord(char) <= 0xFE0F:
        return ""
    if char in glyphs:
        return char
    if category == "Zs":
        return " "
    if category in ("Mn", "Me"):
        return ""
    likeness = unicodedata.normalize("NFKC", char)
    return likeness if likeness != char and glyphs.issuperset(likeness) else STAND_IN


def elided(text: str, face: str, size: float, room: float) -> str:
    """The text on one line, its end left out with an ellipsis when it is wider than the room."""
    text = " ".join(showable(text, face).split())
    if width(text, face, size) <= room:
        return text
    while text and width(text + "…", face, size) > room:
        text = text[:-1]
    return text.rstrip() + "…"
