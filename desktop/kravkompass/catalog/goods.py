"""Goods known to be made with child or forced labour in some countries, mapped to the product groups that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kravkompass.catalog.country_risk import CODE
from kravkompass.catalog.entries import Entry, Problem, entries_in
from kravkompass.catalog.reading_lists import by_language


class Abuse(StrEnum):
    """What has been found where a good is made. INPUTS: in the raw material it is made from."""

    BOTH = "both"
    FORCED = "forced"
    CHILD = "child"
    INPUTS = "inputs"


@dataclass(frozen=True, slots=True)
class Good:
    """A good, the product groups that hold it, and the countries (ISO 3166) where something has been found."""

    id: str
    names: Mapping[str, str]
    groups: tuple[str, ...]
    child: frozenset[str]
    forced: frozenset[str]
    inputs: frozenset[str]
    publisher: str
    year: str

    def found_in(self, country: str) -> Abuse | None:
        """Give what has been found in a country, the worst first; nothing when it is not on the list, which proves nothing."""
        if country in self.child and country in self.forced:
            return Abuse.BOTH
        for abuse, countries in ((Abuse.FORCED, self.forced), (Abuse.CHILD, self.child), (Abuse.INPUTS, self.inputs)):
            if country in countries:
                return abuse
        return None


def read_goods(path: Path, problems: list[Problem], groups: frozenset[str]) -> tuple[Good, ...]:
    """Read the file of goods: one entry per publisher, with its goods. ``groups`` are the product groups there are."""
    if not path.exists():
        return ()
    found: dict[str, Good] = {}
    for entry in entries_in(path, path.name, problems):
        publisher, _, year = (entry.words(name) for name in ("publisher", "title", "year"))
        for part in entry.entries("goods"):
            good = _good(part, publisher, year, groups)
            if good.id in found:
                part.problem(f"the id {good.id} is used twice")
            found[good.id] = good
        entry.finish()
    return tuple(found.values())


def _good(entry: Entry, publisher: str, year: str, groups: frozenset[str]) -> Good:
    good = Good(
        id=entry.words("id"),
        names=by_language(entry, "name"),
        groups=entry.list("groups"),
        child=_codes(entry, "child"),
        forced=_codes(entry, "forced"),
        inputs=_codes(entry, "inputs"),
        publisher=publisher,
        year=year,
    )
    if unknown := set(good.groups) - groups:
        entry.problem(f"unknown product group “{', '.join(sorted(unknown))}”", "groups")
    if not good.groups:
        entry.problem("no product group")
    if not good.child | good.forced | good.inputs:
        entry.problem("no country")
    entry.finish()
    return good


def _codes(entry: Entry, name: str) -> frozenset[str]:
    given = entry.list(name)
    if wrong := [code for code in given if not CODE.fullmatch(code)]:
        entry.problem(f"“{name}” should be countries' two letters in ISO 3166, not {', '.join(wrong)}", name)
    return frozenset(given)
