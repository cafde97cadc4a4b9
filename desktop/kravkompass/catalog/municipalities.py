"""The municipalities of both countries, found by name, to fill in the organisation of a purchase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kravkompass.catalog.entries import Entry, Problem, entries_in
from kravkompass.catalog.organisation_number import country_of
from kravkompass.catalog.terms import Country
from kravkompass.language.sorting import folded

MOST_FOUND = 8
LIKE_ENOUGH = 70
"""How like a misspelled name must be, of 100."""
_NUMBER = {Country.SWEDEN: re.compile(r"\d{6}-\d{4}"), Country.NORWAY: re.compile(r"\d{9}")}


class LanguageForm(StrEnum):
    """The form of Norwegian a municipality has asked for, as a hint only."""

    BOKMAL = "nb"
    NYNORSK = "nn"
    NEUTRAL = "neutral"


class Basis(StrEnum):
    """What the hint of a language form rests on. All but the first are to be verified."""

    DECISION = "decision-2015"
    DECISION_BEFORE_CHANGE = "decision-2015-changed"
    PREDECESSORS = "predecessors"


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality. ``organisation`` is the authority's full name, ``also`` Sami and Kven names; the organisation number may be unknown."""

    number: str
    name: str
    county: str
    country: Country
    organisation: str
    organisation_number: str = ""
    also: tuple[str, ...] = ()
    form: LanguageForm | None = None
    basis: Basis | None = None


def find(written: str, municipalities: Sequence[Municipality], most: int = MOST_FOUND) -> tuple[Municipality, ...]:
    """Find municipalities by the beginning of a name, then by a part of it, then by likeness; the best first."""
    asked = folded(written)
    if not asked:
        return ()
    known = [(name, one) for one in municipalities for name in map(folded, (one.name, one.organisation, *one.also))]
    begun = [one for name, one in known if name.startswith(asked)]
    held = [one for name, one in known if asked in name]
    found = dict.fromkeys([*sorted(begun, key=lambda one: len(one.name)), *held])
    if not found:
        from rapidfuzz import fuzz, process

        like = process.extract(asked, [name for name, _ in known], scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=most)
        found = dict.fromkeys(known[place][1] for _, _, place in like)
    return tuple(found)[:most]


def read_municipalities(path: Path, problems: list[Problem]) -> tuple[Municipality, ...]:
    """Read the file of municipalities: one entry per county."""
    if not path.exists():
        return ()
    found: dict[tuple[Country, str], Municipality] = {}
    for entry in entries_in(path, path.name, problems):
        country, county, number = entry.choice("country", Country), entry.words("county"), entry.words("number")
        for part in entry.entries("municipalities"):
            one = _municipality(part, country, county)
            if not re.fullmatch(rf"{number}\d\d", one.number):
                part.problem(f"the number of {one.name} should be four figures, the county's {number} first", "number")
            if (country, one.number) in found:
                part.problem(f"the number {one.number} is used twice")
            found[country, one.number] = one
        entry.finish()
    return tuple(found.values())


def _municipality(entry: Entry, country: Country, county: str) -> Municipality:
    name = entry.words("name")
    authority = "kommun" if country is Country.SWEDEN else "kommune"
    form, basis = entry.choices("form", LanguageForm), entry.choices("basis", Basis)
    one = Municipality(
        number=entry.words("number"),
        name=name,
        county=county,
        country=country,
        organisation=entry.words("organisation", required=False) or f"{name} {authority}",
        organisation_number=entry.words("organisation-number", required=False),
        also=entry.list("also"),
        form=next(iter(form), None),
        basis=next(iter(basis), None),
    )
    if one.organisation_number and not _is_number(one.organisation_number, country):
        entry.problem(f"“{one.organisation_number}” is not an organisation number of that country", "organisation-number")
    if bool(form) != bool(basis):
        entry.problem("a language form needs its basis, and a basis its form")
    entry.finish()
    return one


def _is_number(written: str, country: Country) -> bool:
    """Whether an organisation number has the right shape and check digit."""
    return bool(_NUMBER[country].fullmatch(written)) and country_of(written) is country
