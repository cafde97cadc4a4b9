"""The languages of a document as they are kept: read back as they were written, the same twice is one."""

from __future__ import annotations

import pytest

from kravkompass.language import Language, Languages, UnknownLanguageError


def test_they_are_read_back_as_they_were_written() -> None:
    for first in Language:
        for beside in (None, *Language):
            languages = Languages(first, beside)
            assert Languages.parse(str(languages)) == languages
            assert list(languages) == [first] if beside in {None, first} else [first, beside]


def test_the_same_twice_is_one_and_what_is_not_spoken_is_refused() -> None:
    assert Languages(Language.SWEDISH, Language.SWEDISH) == Languages(Language.SWEDISH)
    assert str(Languages(Language.SWEDISH, Language.NYNORSK)) == "sv-nn"
    assert Languages(Language.SWEDISH, Language.NYNORSK).own_names == "Svenska / Nynorsk"
    for kept in ("", "xx", "sv-xx"):
        with pytest.raises(UnknownLanguageError):
            Languages.parse(kept)
