"""Packages: bundles of requirements that belong together, for a buyer who starts from a goal and not from a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kravkompass.catalog.entries import Entry
from kravkompass.catalog.reading_lists import by_language
from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import Country

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Package:
    """A bundle of one country's requirements. ``fits`` says when it is of use; ``whose`` is the buyer it takes after, if any."""

    id: str
    country: Country
    names: Mapping[str, str]
    fits: Mapping[str, str]
    requirements: tuple[str, ...]
    whose: str = ""


def read_package(entry: Entry) -> Package:
    """Read a package."""
    package = Package(
        id=entry.words("id"),
        country=entry.choice("country", Country),
        names=by_language(entry, "name"),
        fits=by_language(entry, "fits"),
        requirements=entry.list("requirements"),
        whose=entry.words("whose", required=False),
    )
    entry.finish()
    return package


def faults(package: Package, requirements: Mapping[str, Requirement]) -> Iterator[str]:
    """Find what is wrong with a package: ids that are dead, of the other country, retired or named twice, or that exclude each other."""
    if len(package.requirements) < FEWEST:
        yield f"should hold at least {FEWEST} requirements"
    for name in sorted({one for one in package.requirements if package.requirements.count(one) > 1}):
        yield f"names {name} twice"
    for name in package.requirements:
        requirement = requirements.get(name)
        if requirement is None:
            yield f"names “{name}”, which does not exist"
        elif requirement.country is not package.country:
            yield f"names {name}, which belongs to the other country"
        elif requirement.retired:
            yield f"names {name}, which is retired; take {requirement.replaced_by or 'another'} instead"
    yield from _conflicts(package, requirements)


def _conflicts(package: Package, requirements: Mapping[str, Requirement]) -> Iterable[str]:
    """Find two that cannot stand together. A general one may stand beside what replaces it for some product groups only."""
    inside = {name: requirements[name] for name in package.requirements if name in requirements}
    for one in inside.values():
        replaced = (name for name in one.relations.replaces if name in inside and inside[name].groups <= one.groups)
        for name in (*(name for name in one.relations.excludes if name in inside), *replaced):
            yield f"holds both {one.id} and {name}, which cannot stand together"
