"""Reading and naming languages."""

from __future__ import annotations

import pytest

from kravkompass.language import Language, UnknownLanguageError


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("sv", Language.SWEDISH),
        ("SV-se", Language.SWEDISH),
        ("sv_SE.UTF-8", Language.SWEDISH),
        ("nb", Language.BOKMAL),
        ("no", Language.BOKMAL),
        ("nob", Language.BOKMAL),
        (" nn-NO ", Language.NYNORSK),
        ("nn_NO@euro", Language.NYNORSK),
    ],
)
def test_a_language_is_read_in_many_spellings(asked: str, language: Language) -> None:
    assert Language.parse(asked) is language


@pytest.mark.parametrize("asked", ["", "en", "svenska", "C", "s", "nbb", "sv/../../nb", "-", "\0"])
def test_an_unknown_language_is_told_with_those_that_exist(asked: str) -> None:
    with pytest.raises(UnknownLanguageError) as caught:
        Language.parse(asked)
    assert caught.value.asked == asked
    assert caught.value.known == "sv, nb, nn"


def test_the_first_known_language_wins() -> None:
    assert Language.first_known(["en-GB", "nn-NO", "sv-SE"]) is Language.NYNORSK
    assert Language.first_known(["en-GB", "fi"]) is Language.SWEDISH
    assert Language.first_known([]) is Language.SWEDISH


def test_tags_and_names() -> None:
    assert [one.tag for one in Language] == ["sv-SE", "nb-NO", "nn-NO"]
    assert [one.own_name for one in Language] == ["Svenska", "Bokmål", "Nynorsk"]
