"""The colours that parts of a document can be given."""

from __future__ import annotations

from enum import Enum


class Tone(Enum):
    """The colour a badge, a note or a box is given. The words carry the meaning, the tone only helps the eye."""

    QUIET = "quiet"
    ACCENT = "accent"
    STRONG = "strong"
    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"
