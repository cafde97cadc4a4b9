"""Colours that everybody can read."""

from __future__ import annotations

import pytest

from kravkompass.documents import style
from kravkompass.documents.outline import Tone
from kravkompass.documents.style import PAINTS, Colour

AA_TEXT = 4.5


def luminance(colour: Colour) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("words", "ground"), [
    (style.INK, style.WHITE),
    (style.QUIET, style.WHITE),
    (style.ACCENT, style.WHITE),
    (style.LINK, style.WHITE),
    (style.ACCENT, style.ACCENT_TINT),
    (style.ACCENT, style.ROW_TINT),
    (style.INK, PAINTS[Tone.WATCH].ground),
    *((paint.words, paint.ground) for paint in PAINTS.values()),
])
def test_words_stand_out_from_their_ground(words: Colour, ground: Colour) -> None:
    assert contrast(words, ground) >= AA_TEXT


def test_long_titles_are_set_smaller() -> None:
    sizes = [style.title_style("x" * length).size for length in (20, 100, 300)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3
