"""Alphabetical order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kravkompass.language import Language, sort_key


def _sorted(words: str, language: Language) -> str:
    return " ".join(sorted(words.split(), key=lambda word: sort_key(word, language)))


def test_swedish_order() -> None:
    assert _sorted("Ö ä Å z y a", Language.SWEDISH) == "a y z Å ä Ö"
    assert _sorted("Örebro Ängelholm Åmål Øst Ære Zinkgruvan", Language.SWEDISH) == "Zinkgruvan Åmål Ängelholm Ære Örebro Øst"


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_norwegian_order(language: Language) -> None:
    assert _sorted("Ås Ørsta Ænes Zorn Alta", language) == "Alta Zorn Ænes Ørsta Ås"
    assert _sorted("Åmål Örebro Ärla Øystese", language) == "Ärla Örebro Øystese Åmål"


def test_accents_case_and_spelling_do_not_matter() -> None:
    assert _sorted("idrott Idé idag", Language.SWEDISH) == "idag Idé idrott"
    assert _sorted("b A\N{COMBINING RING ABOVE} a", Language.SWEDISH) == "a b A\N{COMBINING RING ABOVE}"
    assert _sorted("zink ytlig über xerox", Language.SWEDISH) == "xerox über ytlig zink"


def test_numbers_sort_by_size() -> None:
    assert _sorted("K10 K9 K100 K1", Language.BOKMAL) == "K1 K9 K10 K100"
    assert _sorted("a 10 9", Language.BOKMAL) == "9 10 a"


@given(st.lists(st.text()), st.sampled_from(list(Language)))
def test_any_text_can_be_sorted(words: list[str], language: Language) -> None:
    once = sorted(words, key=lambda word: sort_key(word, language))
    backwards = once[::-1]
    assert sorted(backwards, key=lambda word: sort_key(word, language)) == once
