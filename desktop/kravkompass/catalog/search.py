"""Finds product groups and requirements from how people write, and says why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from kravkompass.catalog.catalog import Catalog
from kravkompass.catalog.search_groups import GroupFinder
from kravkompass.catalog.search_match import Hit, Match, Suggestion
from kravkompass.catalog.search_requirements import RequirementFinder
from kravkompass.catalog.terms import Country

__all__ = ["Finder", "Hit", "Match", "Suggestion"]


class Finder:
    """Search in a catalog. What it knows is gathered when it is first asked."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    @cached_property
    def _groups(self) -> GroupFinder:
        return GroupFinder(self._catalog.groups)

    @cached_property
    def _requirements(self) -> RequirementFinder:
        return RequirementFinder(self._catalog.requirements())

    def suggest(self, text: str, cpv: Sequence[str] = (), country: Country | None = None) -> tuple[Suggestion, ...]:
        """Give the product groups that a description and CPV codes (any level, with or without check digit) point to, best first."""
        return self._groups.suggest(text, cpv, country)

    def search(self, text: str, country: Country | None = None, language: str | None = None) -> tuple[Hit, ...]:
        """Give the requirements that a text is about, best first, titled in the language where they are written in it."""
        return self._requirements.search(text, self.suggest(text, (), country), language, country)
