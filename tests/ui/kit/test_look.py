"""Colours can be read, the look follows the choice, icons are crisp and complete."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette

from kravkompass.paths import CHECKOUT, bundled
from kravkompass.ui import icons
from kravkompass.ui.application import Desk
from kravkompass.ui.look import BODY, Text, look
from kravkompass.ui.palettes import CONTRAST, DARK, LIGHT, Palette, Tone
from kravkompass.ui.stylesheet import style_sheet
from kravkompass.ui.theme import Appearance

PALETTES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark"), pytest.param(CONTRAST, id="contrast")]
GROUNDS = ("surface", "raised", "sunken", "hover")
TEXT, SHAPE = 4.5, 3.0


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
def test_text_can_be_read_on_every_ground(palette: Palette) -> None:
    for ink, ground in product(("text", "muted"), GROUNDS):
        assert contrast(getattr(palette, ink), getattr(palette, ground)) >= TEXT, (ink, ground)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("tone", Tone)
def test_tones_can_be_read(palette: Palette, tone: Tone) -> None:
    shades = palette.shades(tone)
    assert contrast(shades.strong, shades.on_strong) >= TEXT
    assert contrast(shades.soft, shades.on_soft) >= TEXT
    assert contrast(shades.soft, palette.text) >= TEXT
    assert contrast(shades.strong, shades.soft) >= SHAPE
    for ground in GROUNDS:
        assert contrast(shades.strong, getattr(palette, ground)) >= TEXT, ground


@pytest.mark.parametrize("palette", PALETTES)
def test_edges_and_focus_can_be_seen(palette: Palette) -> None:
    for line, ground in product(("edge", "focus"), GROUNDS):
        assert contrast(getattr(palette, line), getattr(palette, ground)) >= SHAPE, (line, ground)


def test_look_follows_the_choice_while_running(desk: Desk) -> None:
    desk.theme.choose(Appearance.DARK)
    assert look().palette is DARK
    assert desk.application.palette().color(QPalette.ColorRole.Window) == QColor(DARK.surface)
    assert DARK.raised in desk.application.styleSheet()
    desk.theme.choose(Appearance.CONTRAST, 2.0)
    assert look().palette is CONTRAST
    assert look().body >= 2 * BODY
    assert desk.application.font().pixelSize() == look().body


def test_text_grows_within_limits(desk: Desk) -> None:
    desk.theme.choose(Appearance.LIGHT, 40.0)
    assert desk.theme.scale == 3.0
    desk.theme.choose(Appearance.LIGHT, 0.1)
    assert desk.theme.scale == 0.8


def test_style_sheet_has_no_hole(desk: Desk) -> None:
    sheet = style_sheet(look())
    assert not re.search(r"\{\w+\}", sheet)
    assert sheet.count("{") == sheet.count("}")
    assert all(f'kind="{kind}"' in sheet for kind in Text)
    assert desk.application.styleSheet() == sheet


def test_every_icon_that_is_named_exists() -> None:
    named = set()
    for file in (CHECKOUT / "desktop" / "kravkompass" / "ui").rglob("*.py"):
        named |= set(re.findall(r'icon(?:s\.pixmap)?\(\s*"([a-z-]+)"', file.read_text(encoding="utf-8")))
        named |= set(re.findall(r'icon="([a-z-]+)"', file.read_text(encoding="utf-8")))
    assert named
    assert named <= {file.stem for file in bundled("resources", "icons").glob("*.svg")}


def test_icons_are_one_family() -> None:
    drawn = sorted(bundled("resources", "icons").glob("*.svg"))
    assert len(drawn) >= 45
    for file in drawn:
        svg = file.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in svg
        assert 'stroke="currentColor"' in svg
    assert (drawn[0].parent / "LICENSE").is_file()


def test_icon_is_tinted_and_crisp(desk: Desk) -> None:
    assert desk.application
    drawn = icons.pixmap("add", "#ff0000", 20, 2.0)
    assert drawn.size().toTuple() == (40, 40)
    assert drawn.deviceIndependentSize().toTuple() == (20.0, 20.0)
    middle = drawn.toImage().pixelColor(20, 20)
    assert (middle.red(), middle.green(), middle.blue(), middle.alpha()) == (255, 0, 0, 255)
