"""Keeping to characters that can be shown."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kravkompass.documents import errors
from kravkompass.documents.pdf import faces


@pytest.mark.parametrize(("given_text", "shown"), [
    ("åäö æø ŋđČ ☐ ☑ ✓ → ₂ ≤ ≥ – … • · ½ ² Ω Я", "åäö æø ŋđČ ☐ ☑ ✓ → ₂ ≤ ≥ – … • · ½ ² Ω Я"),
    ("a\u0308", "ä"),
    ("a\x00b\x1bc\u200bd\u202ee\ud800", "abcde"),
    ("ett\r\ntvå\rtre\u2028fyra", "ett\ntvå\ntre\nfyra"),
    ("a\tb\u3000c", "a b c"),
    ("✔ ✅ ➡", "✓ ☑ →"),
    ("Ａ", "A"),
    ("🍌", "□"),
    ("🍌\ufe0f", "□"),
    ("12\u00a0000", "12\u00a0000"),
])
def test_text_is_shown_as_near_as_can_be(given_text: str, shown: str) -> None:
    assert faces.showable(given_text) == shown


def test_what_cannot_be_shown_is_noted(caplog: pytest.LogCaptureFixture) -> None:
    faces.showable.cache_clear()
    with caplog.at_level(logging.WARNING):
        faces.showable("ja 🍌🍌 nej")
    assert "2 characters" in caplog.text


@given(st.text(max_size=60))
def test_every_face_can_show_what_comes_out(text: str) -> None:
    for face in faces.FILES:
        shown = faces.showable(text, face)
        assert all(char == "\n" or char in faces._glyphs(face) or char == " " for char in shown)


def test_missing_fonts_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = tmp_path_factory.mktemp("empty")
    monkeypatch.setattr(faces, "bundled", empty.joinpath)
    with pytest.raises(errors.FontsMissingError, match="Regular"):
        faces.register.__wrapped__()


def test_text_too_wide_for_its_line_ends_in_an_ellipsis() -> None:
    assert faces.elided("Kort", faces.REGULAR, 10, 100) == "Kort"
    cut = faces.elided("En mycket lång rubrik som inte får plats", faces.REGULAR, 10, 80)
    assert cut.endswith("…")
    assert faces.width(cut, faces.REGULAR, 10) <= 80
