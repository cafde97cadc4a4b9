"""The municipality's profile: what it changes in what is proposed, and the amounts it confirms."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from tests.guidance.made import TODAY, guided, purchase, requirement

from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.rules import Rules
from kravkompass.catalog.terms import Level, Priority, Theme
from kravkompass.guidance.guide import Guide, Library, guide
from kravkompass.guidance.profile import Contact, Profile
from kravkompass.guidance.reasons import Code
from kravkompass.guidance.recommending import Standing
from kravkompass.language import Language
from kravkompass.purchases.profile_file import READY_MADE, ProfileFileError, parse_profile, profile_content, ready_made

ADVANCED = requirement("SE-X-02", level=Level.ADVANCED)
SPEARHEAD = requirement("SE-X-03", level=Level.SPEARHEAD)


def standing(profile: Profile, *requirements: Requirement) -> dict[str, Standing]:
    """How requirements stand under a profile."""
    shelf = guided(purchase(), *requirements)
    seen = guide(shelf.purchase, cast("Library", _Shelf(shelf)), TODAY, profile)
    return {one.requirement.id: one.standing for one in seen.recommendations}


class _Shelf:
    def __init__(self, made: Guide) -> None:
        self._made = made
        self.groups = made.picture.groups
        self.rules = Rules()
        self.questions: dict[str, object] = {}
        self.risks = ()
        self.countries: dict[str, object] = {}
        self.goods = ()

    def requirements(self, _country: object = None) -> tuple[object, ...]:
        return tuple(self._made.requirements.values())


@pytest.mark.parametrize(
    ("level", "advanced", "spearhead"),
    [
        (Level.BASE, Standing.OFFERED, Standing.OFFERED),
        (Level.ADVANCED, Standing.RECOMMENDED, Standing.OFFERED),
        (Level.SPEARHEAD, Standing.RECOMMENDED, Standing.RECOMMENDED),
    ],
)
def test_levels(level: Level, advanced: Standing, spearhead: Standing) -> None:
    profile = Profile(levels={Theme.ENVIRONMENT: level})
    assert standing(profile, ADVANCED, SPEARHEAD) == {"SE-X-02": advanced, "SE-X-03": spearhead}


def test_a_priority_proposes_more() -> None:
    many = [requirement(f"SE-X-{n:02d}", priority=Priority.USEFUL) for n in range(10)]
    assert list(standing(Profile(), *many).values()).count(Standing.RECOMMENDED) == 4
    assert list(standing(Profile(priorities=(Theme.ENVIRONMENT,)), *many).values()).count(Standing.RECOMMENDED) == 6


def test_the_reason_is_said() -> None:
    shelf = guided(purchase(), requirement())
    seen = guide(shelf.purchase, cast("Library", _Shelf(shelf)), TODAY, Profile(priorities=(Theme.ENVIRONMENT,)))
    assert Code.PROFILE in {reason.code for reason in seen.recommendations[0].reasons}


@pytest.mark.parametrize("language", list(Language))
def test_the_ready_made_ones(language: Language) -> None:
    profiles = ready_made(language)
    assert len(profiles) == len(READY_MADE)
    assert all(one.name and one.about and one.priorities and one.hours > 0 for one in profiles)


def test_a_file_holds_a_profile_without_people() -> None:
    profile = Profile("Vår", "Om", (Theme.CLIMATE,), {Theme.CLIMATE: Level.ADVANCED}, 40, "Mål", contacts=(Contact("Anna Persson"),))
    content = profile_content(profile)
    assert b"Anna" not in content
    read = parse_profile(content, Language.SWEDISH, Path("p.json"))
    assert (read.name, read.priorities, dict(read.levels), read.hours, read.goals) == (
        "Vår",
        (Theme.CLIMATE,),
        profile.levels,
        40,
        "Mål",
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b'{"format":"x","version":1}',
        b'{"format":"kravkompass-profile","version":2}',
        b"x" * 200_000,
    ],
)
def test_a_bad_file_is_told(content: bytes) -> None:
    with pytest.raises(ProfileFileError):
        parse_profile(content, Language.SWEDISH, Path("p.json"))


def test_a_confirmed_amount_decides_the_procedure() -> None:
    rules = Rules(confirmed={"se-direct-limit": 700_000, "se-threshold-goods-services": 2_500_000})
    assert rules.amount("se-threshold-goods-services", TODAY) == 2_500_000
