"""Profiles from elsewhere: what stands in them is made fit, or refused in one sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kravkompass.catalog.requirement import Requirement, Written
from kravkompass.catalog.terms import Country, Theme
from kravkompass.guidance.own import EMPTY, blank, says_the_same, settled
from kravkompass.guidance.profile import Contact, Profile
from kravkompass.language import Language, translation
from kravkompass.purchases.exchange_errors import TwiceError
from kravkompass.purchases.profile_file import FORMAT, LARGEST, VERSION, ProfileFileError, parse_profile, profile_content

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


def own(name: str = "OWN-001") -> Requirement:
    """A requirement of the municipality's own."""
    said = {"sv": replace(EMPTY, title="Returlådor", demand="Leverera i returlådor.")}
    return settled(replace(blank(Country.SWEDEN), id=name, texts=said, written=Written(f"key-{name}", "Åsa Öst", "", "Provkommunen")))


@pytest.mark.parametrize("people", [True, False])
def test_own_requirements_goals_and_contacts_travel_and_people_only_when_asked_for(people: bool) -> None:
    whole = Profile(
        "Prov",
        theme_goals={Theme.CLIMATE: "Halva utsläppen 2030"},
        contacts=(Contact("Åsa Öst", "upphandlare", "asa@prov.example", "010-123"),),
        own=(own("OWN-001"), own("OWN-002"), replace(own("OWN-003"), retired=True)),
        standard=frozenset({"OWN-002"}),
    )
    content = profile_content(whole, people=people)
    assert ("Åsa Öst" in content.decode()) is people
    read = parse_profile(content, Language.SWEDISH, FILE)
    assert read.theme_goals == whole.theme_goals
    assert read.contacts == (whole.contacts if people else ())
    assert [one.id for one in read.own] == ["OWN-001", "OWN-002"]
    assert read.standard == whole.standard
    assert all(says_the_same(one, other) for one, other in zip(read.own, whole.own, strict=False))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b'{"format": "kravkompass-profile", "version": 1, "hours": 1, "hours": 2}', "hours"),
        (b'{"format": "kravkompass-profile", "version": 1, "levels": {"climate": "base", "climate": "advanced"}}', "climate"),
    ],
)
def test_a_field_that_stands_twice_is_refused(raw: bytes, word: str, language: Language) -> None:
    with pytest.raises(TwiceError) as refused:
        parse_profile(raw, language, FILE)
    assert f"{word}" in refused.value.said(translation(language))
