"""Every text is spelled right in its language. A word that is right and unknown to hunspell goes into tests/spelling/<language>.txt."""

from __future__ import annotations

from functools import cache

import pytest
from tests.spelling.hunspell import DICTIONARIES, listed, missing, misspelled, words
from tests.spelling.texts import texts

LISTS = (*DICTIONARIES, "names")


@cache
def _places(language: str) -> dict[str, str]:
    """Every word of a language, with the first place where it stands."""
    found: dict[str, str] = {}
    for one, text, place in texts():
        if one == language:
            for word in words(text):
                found.setdefault(word, place)
    return found


def _needs(language: str) -> None:
    if why := missing(language):
        pytest.skip(why)


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_word_is_spelled_right(language: str) -> None:
    _needs(language)
    places = _places(language)
    assert len(places) > 4000
    wrong = [f"{places[word]}: {word}" for word in sorted(misspelled(places, language))]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("name", LISTS)
def test_a_word_list_is_in_order(name: str) -> None:
    assert list(listed(name)) == sorted(set(listed(name)), key=lambda word: (word.casefold(), word))


@pytest.mark.parametrize(
    ("language", "slips"),
    [
        ("sv", {"upphandlig", "leverantörrens", "avtall", "miljömerkning", "oppföljning"}),
        ("nb", {"anskafelse", "kontrakkt", "oppføling", "leveransenne", "uppfølging"}),
        ("nn", {"anskafing", "kontrakkt", "oppføling", "leverandøranne", "hvordan"}),
    ],
)
def test_a_slip_is_found(language: str, slips: set[str]) -> None:
    _needs(language)
    assert misspelled(slips, language) == slips


def test_compounds_are_known_by_their_parts() -> None:
    _needs("nb")
    assert not misspelled({"avfallsplan", "renholdskontrakter", "Egenrapportering"}, "nb")


def test_what_is_not_prose_is_left_alone() -> None:
    said = "Svar innen {report-days} dager til post@example.no, se https://example.org/x, EN 71-3, PFAS, EU:s CO2 og RoHS."
    assert list(words(said)) == ["Svar", "innen", "dager", "til", "se", "og"]
