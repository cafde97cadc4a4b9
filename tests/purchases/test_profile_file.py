"""Profiles from elsewhere: what stands in them is made fit, or refused in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kravkompass.catalog.terms import Theme
from kravkompass.guidance.profile import Contact
from kravkompass.language import Language, translation
from kravkompass.purchases.profile_file import FORMAT, LARGEST, VERSION, ProfileFileError, parse_profile

FILE = Path("profile.json")


def content(**fields: object) -> bytes:
    """A profile file with these fields."""
    return json.dumps({"format": FORMAT, "version": VERSION, **fields}).encode()


def test_texts_are_made_fit_for_every_document() -> None:
    profile = parse_profile(
        content(names={"sv": "Prov\u0000\u001b\nkommunen"}, about="rad 1\r\nrad 2\u0007", goals="a\u0000b", contact="\u0001Åsa"),
        Language.SWEDISH,
        FILE,
    )
    assert (profile.name, profile.about, profile.goals, profile.contacts) == ("Prov kommunen", "rad 1\nrad 2", "ab", (Contact("Åsa"),))


def test_a_priority_counts_once() -> None:
    profile = parse_profile(content(priorities=["chemicals", "chemicals"]), Language.SWEDISH, FILE)
    assert profile.priorities == (Theme.CHEMICALS,)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[" * 50_000,
        b"\xff\xfe",
        b" " * (LARGEST + 1),
        content(hours=-1),
        content(priorities=["nope"]),
        content(format="\x1b[31m" + "y" * 5_000),
        content(version=VERSION + 1),
        content(levels={"chemicals": []}),
    ],
    ids=["empty", "null", "deep", "bytes", "large", "negative", "theme", "format", "newer", "level"],
)
@pytest.mark.parametrize("language", Language)
def test_what_is_no_profile_is_refused_in_one_short_sentence(raw: bytes, language: Language) -> None:
    with pytest.raises(ProfileFileError) as refused:
        parse_profile(raw, language, FILE)
    sentence = refused.value.said(translation(language))
    assert "profile.json" in sentence
    assert sentence.isprintable()
    assert len(sentence) < 300
