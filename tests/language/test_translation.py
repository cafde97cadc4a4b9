"""Saying texts, with values put in safely."""

from __future__ import annotations

import gettext
import os
from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kravkompass.language import Language, Translation, pseudo_translation, text, translation, within_sentence
from kravkompass.language.loading import compile_texts

if TYPE_CHECKING:
    from pathlib import Path

PO = """\
msgid ""
msgstr ""
"Language: nn\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Purchase {title}"
msgstr "Anskaffing {title}"

msgid "{n} requirement"
msgid_plural "{n} requirements"
msgstr[0] "eitt krav"
msgstr[1] "{n} krav"

msgctxt "level"
msgid "Base"
msgstr "Basis"

#, fuzzy
msgid "Perhaps"
msgstr "Kanskje"
"""


@pytest.fixture
def nynorsk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Translation:
    """A translation of four texts, loaded as in a checkout: from the .po file alone."""
    return _loaded(tmp_path, monkeypatch, PO)


def _loaded(folder: Path, monkeypatch: pytest.MonkeyPatch, po: str) -> Translation:
    source = folder / "i18n" / "nn" / "LC_MESSAGES" / "kravkompass.po"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(po, encoding="utf-8")
    monkeypatch.setattr("kravkompass.language.loading.bundled", folder.joinpath)
    return translation.__wrapped__(Language.NYNORSK)


def test_a_text_is_said_with_its_values(nynorsk: Translation) -> None:
    assert nynorsk.say("Purchase {title}", title="Bananar") == "Anskaffing Bananar"


def test_a_text_without_translation_is_said_as_it_is(nynorsk: Translation) -> None:
    assert nynorsk.say("Not there") == "Not there"
    assert nynorsk.say("Perhaps") == "Perhaps"


def test_nothing_is_said_for_nothing(nynorsk: Translation) -> None:
    """Gettext would give the head of the file."""
    assert nynorsk.say("") == ""


def test_counting(nynorsk: Translation) -> None:
    said = [nynorsk.count("{n} requirement", "{n} requirements", n) for n in (0, 1, 2, 1200)]
    assert said == ["0 krav", "eitt krav", "2 krav", "1\N{NO-BREAK SPACE}200 krav"]


def test_context(nynorsk: Translation) -> None:
    assert nynorsk.in_context("level", "Base") == "Basis"
    assert nynorsk.in_context("camp", "Base") == "Base"


@given(st.text())
def test_a_value_is_put_in_as_it_is(value: str) -> None:
    said = translation(Language.SWEDISH).say("<{one}|{two}>", one=value, two="{one}")
    assert said == f"<{value}|{{one}}>"


def test_a_forgotten_value_is_a_bug() -> None:
    with pytest.raises(KeyError, match="title"):
        translation(Language.SWEDISH).say("Never translated {title}")


def test_a_value_may_have_any_name(nynorsk: Translation) -> None:
    assert nynorsk.say("{self} {source} {text}", self=1, source=2, text=3) == "1 2 3"


def test_a_translation_cannot_be_changed(nynorsk: Translation) -> None:
    with pytest.raises(FrozenInstanceError):
        nynorsk.language = Language.SWEDISH  # type: ignore[misc]


def test_a_language_is_loaded_once() -> None:
    assert translation(Language.BOKMAL) is translation(Language.BOKMAL)


def test_marking_a_text_changes_nothing() -> None:
    assert text("Contract term") == "Contract term"


def test_compiled_texts_are_used_until_the_source_is_newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "i18n" / "nn" / "LC_MESSAGES" / "kravkompass.po"
    _loaded(tmp_path, monkeypatch, PO.replace("Basis", "Old"))
    source.with_suffix(".mo").write_bytes(compile_texts(source))
    os.utime(source.with_suffix(".mo"), (2e9, 2e9))
    assert _loaded(tmp_path, monkeypatch, PO).in_context("level", "Base") == "Old"
    os.utime(source, (2.1e9, 2.1e9))
    assert translation.__wrapped__(Language.NYNORSK).in_context("level", "Base") == "Basis"


def test_without_any_texts_the_source_texts_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kravkompass.language.loading.bundled", tmp_path.joinpath)
    assert translation.__wrapped__(Language.SWEDISH).say("Page {page}", page=2) == "Page 2"


def test_the_pseudo_language_marks_every_text_and_keeps_its_values() -> None:
    pseudo = pseudo_translation()
    said = pseudo.say("Purchase {title} of {day}", title="Bananas", day="today")
    assert said[0] + said[-1] == "⟦⟧"
    assert all(value in said for value in ("Bananas", "today"))
    assert "Purchase" not in said
    assert len(said) > len("Purchase Bananas of today") * 1.2
    assert pseudo.count("{n} day", "{n} days", 1) == pseudo.say("{n} day", n=1)
    assert pseudo.in_context("level", "Base") == pseudo.say("Base")


def test_the_template_is_plain_gettext(nynorsk: Translation) -> None:
    """The texts can be read by any gettext tool."""
    assert isinstance(nynorsk._texts, gettext.GNUTranslations)


def test_a_name_within_a_sentence_keeps_its_abbreviations() -> None:
    assert within_sentence("Over EØS-terskelverdien") == "over EØS-terskelverdien"
    assert within_sentence("IT-utstyr") == "IT-utstyr"
    assert within_sentence("") == ""
