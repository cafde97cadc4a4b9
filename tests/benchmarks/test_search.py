"""Searching while typing: a keystroke at ten times today's catalog, beside the same at today's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import process_time

import pytest
from tests.catalog.real import catalog

from kravkompass.catalog.requirement import ProductGroup
from kravkompass.catalog.search_groups import GroupFinder
from kravkompass.catalog.search_requirements import RequirementFinder
from kravkompass.catalog.terms import Country

TIMES = 10
MOST_MILLISECONDS = 16.0
TYPED = (
    "Ekologiska bananer till förskolorna",
    "vaktmestertjenester ved skolene",
    "snöröjnign och sandning av gator",
    "arbeidsklær og vernesko",
    "lokalvårdsupphandling",
)

pytestmark = pytest.mark.benchmark


def _letters(number: int) -> str:
    """Write a number in letters, so that every copy of the catalog has words of its own."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _finders(times: int) -> tuple[GroupFinder, RequirementFinder]:
    """Make both finders over so many copies of the catalog, each with its own words beside the shared ones."""
    groups: dict[str, ProductGroup] = {}
    requirements = []
    for number in range(times):
        end = _letters(number) if number else ""
        for group in catalog().groups.values():
            own = {language: tuple(f"{word}{end}" for word in words) for language, words in group.words.items()}
            groups[f"{group.id}{end}"] = replace(group, id=f"{group.id}{end}", words=own)
        for one in catalog().requirements():
            texts = {language: replace(each, title=f"{each.title} {end}") for language, each in one.texts.items()}
            requirements.append(replace(one, id=f"{one.id}{end}", texts=texts))
    return GroupFinder(groups), RequirementFinder(requirements)


def _keystrokes(finders: tuple[GroupFinder, RequirementFinder]) -> list[float]:
    """Type every text letter by letter; gives the milliseconds of each keystroke, suggestion and search together."""
    groups, requirements = finders
    taken = []
    for text in TYPED:
        for length in range(1, len(text) + 1):
            begun = process_time()
            requirements.search(text[:length], groups.suggest(text[:length], (), Country.SWEDEN), "sv", Country.SWEDEN)
            taken.append((process_time() - begun) * 1000)
    return taken


def test_a_keystroke_is_within_a_frame(record_property: Callable[[str, object], None]) -> None:
    small, large = _keystrokes(_finders(1)), _keystrokes(_finders(TIMES))
    ratio = median(many / max(one, 0.01) for one, many in zip(small, large, strict=True))
    told = f"median {median(large):.1f} ms at {TIMES} times the catalog ({median(small):.1f} ms today, {ratio:.1f} times), worst {max(large):.1f} ms"
    print(told)
    record_property("keystroke", told)
    slow = sorted(large)[int(len(large) * 0.95)]
    assert slow <= MOST_MILLISECONDS, told
