"""A municipality's own requirements: what a new one starts from, what it must have, and how one differs from what it was."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from kravkompass.catalog.condition import ALWAYS
from kravkompass.catalog.requirement import Codes, FollowUp, Requirement, Texts, Written
from kravkompass.catalog.terms import (
    Confidence,
    Country,
    Effort,
    Fulfilled,
    Interval,
    Kind,
    Level,
    Method,
    Priority,
    Severity,
    Stage,
    Theme,
    Who,
)
from kravkompass.guidance.own_conditions import parts_of
from kravkompass.guidance.own_values import asked_for

AREA = "own"
EVERY_GROUP = "all"
ID = re.compile(r"OWN-(\d{3,6})")
EMPTY = Texts("", "", "", "", "", "", "", "", "")
_FOLLOW_UP = FollowUp(Stage.DURING, Method.REPORT, Interval.YEARLY, Who.BUYER, 30, Effort.LOW, Severity.ORDINARY)
_FULFILLED = {
    Kind.QUALIFICATION: Fulfilled.BID,
    Kind.SPECIFICATION: Fulfilled.DELIVERY,
    Kind.AWARD: Fulfilled.DURING,
    Kind.CONTRACT: Fulfilled.DURING,
}
# The notice code that a theme always stands for; a requirement's own words may stand for more, which only its writer can tell.
_CODES = {
    Theme.CLIMATE: Codes(environment=frozenset({"clim-mitig"}), green="other"),
    Theme.ENVIRONMENT: Codes(environment=frozenset({"other"}), green="other"),
    Theme.CHEMICALS: Codes(environment=frozenset({"pollu-prev"}), green="other"),
    Theme.SUPPLY_CHAIN: Codes(social=frozenset({"hum-right"})),
    Theme.WORKING_CONDITIONS: Codes(social=frozenset({"work-cond"})),
    Theme.EMPLOYMENT: Codes(social=frozenset({"opp"})),
    Theme.ACCESSIBILITY: Codes(social=frozenset({"acc-all"}), accessibility=frozenset({"inc"})),
}


class State(StrEnum):
    """Whether an own requirement is offered: written here and in use, given up, or come along with somebody else's purchase."""

    ACTIVE = "active"
    RETIRED = "retired"
    BROUGHT = "brought"


@dataclass(frozen=True, slots=True)
class Own:
    """An own requirement as it is kept: whether it is in use, whether it is proposed in every purchase it fits, and in how many it is decided about."""

    requirement: Requirement
    state: State = State.ACTIVE
    standard: bool = False
    used_in: int = 0


class Lacking(StrEnum):
    """What an own requirement must have and lacks."""

    TITLE = "title"
    DEMAND = "demand"
    GROUPS = "groups"
    PLACE = "place"


def number_of(name: str) -> int:
    """Give the number in an id such as OWN-001; 0 when the id is of another form."""
    found = ID.fullmatch(name)
    return int(found[1]) if found else 0


def id_of(number: int) -> str:
    """Give the id with a number."""
    return f"OWN-{number:03d}"


def blank(country: Country) -> Requirement:
    """Give an own requirement with nothing written yet."""
    return Requirement(
        id="",
        revision=1,
        country=country,
        area=AREA,
        kind=Kind.CONTRACT,
        level=Level.BASE,
        priority=Priority.USEFUL,
        theme=Theme.ENVIRONMENT,
        feature="",
        groups=frozenset({EVERY_GROUP}),
        texts={country.languages[0]: EMPTY},
        follow_up=_FOLLOW_UP,
        confidence=Confidence.HIGH,
        place=frozenset({Kind.CONTRACT.place}),
        fulfilled=_FULFILLED[Kind.CONTRACT],
        written=Written(""),
    )


def started_from(other: Requirement) -> Requirement:
    """Give an own requirement that starts as another one: with its texts and follow-up, without its id, sources and legal standing.

    The feature stays, so that the looking-over tells when both are on a list. A condition stays when the form can show it.
    """
    fresh = replace(blank(other.country), when=other.when if parts_of(other.when) is not None else ALWAYS)
    kept = ("kind", "level", "theme", "feature", "groups", "texts", "follow_up", "place", "fulfilled", "parameters", "labels")
    return replace(fresh, **{name: getattr(other, name) for name in kept})


def lacking(requirement: Requirement) -> tuple[Lacking, ...]:
    """Give what must be there before the requirement can be kept; texts are needed in the language of the contract."""
    texts = requirement.texts.get(requirement.country.languages[0], EMPTY)
    needed = {
        Lacking.TITLE: texts.title.strip(),
        Lacking.DEMAND: texts.demand.strip(),
        Lacking.GROUPS: requirement.groups,
        Lacking.PLACE: requirement.place,
    }
    return tuple(name for name, there in needed.items() if not there)


def settled(requirement: Requirement) -> Requirement:
    """Give the requirement with what follows from what its writer has said: feature, notice codes, and only values that are used."""
    used = asked_for(requirement)
    languages = requirement.country.languages
    texts = {language: one for language, one in requirement.texts.items() if language == languages[0] or any(_words(one))}
    written = requirement.written or Written("")
    return replace(
        requirement,
        texts=texts,
        parameters=tuple(one for one in requirement.parameters if one.name in used),
        feature=requirement.feature or f"own-{written.key}",
        codes=_codes(requirement),
    )


def _codes(requirement: Requirement) -> Codes:
    codes = _CODES.get(requirement.theme, Codes())
    return codes if requirement.kind is Kind.SPECIFICATION else replace(codes, accessibility=frozenset())


def _words(texts: Texts) -> tuple[str, ...]:
    return tuple(getattr(texts, name) for name in Texts.__slots__)


def says_the_same(one: Requirement, other: Requirement) -> bool:
    """Whether two requirements are the same but for id, revision and who wrote them when."""
    bare = replace(one, id=other.id, revision=other.revision, written=other.written, retired=other.retired)
    return bare == other
