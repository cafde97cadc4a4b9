"""How well countries are governed, as a published percentile, and the risk that follows from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kravkompass.catalog.entries import Entry, Problem, entries_in
from kravkompass.catalog.terms import RiskLevel

LOW_ABOVE, HIGH_BELOW = 60, 30
"""Percentiles: above the first the risk is low, below the second it is high."""
CODE = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class CountryRisk:
    """A country by its ISO 3166 code (two letters), with the mean of its governance percentiles (0–100, higher is better)."""

    code: str
    percentile: float
    publisher: str
    year: str

    @property
    def level(self) -> RiskLevel:
        """The risk that comes with making something there."""
        if self.percentile > LOW_ABOVE:
            return RiskLevel.LOW
        return RiskLevel.HIGH if self.percentile < HIGH_BELOW else RiskLevel.MEDIUM


def read_countries(path: Path, problems: list[Problem]) -> dict[str, CountryRisk]:
    """Read the country file: one entry per publisher, with a percentile per country."""
    if not path.exists():
        return {}
    return {risk.code: risk for entry in entries_in(path, path.name, problems) for risk in _countries(entry)}


def _countries(entry: Entry) -> list[CountryRisk]:
    publisher, _, year, _ = (entry.words(name) for name in ("publisher", "title", "year", "licence"))
    found = []
    if (percentiles := entry.entry("percentiles")) is not None:
        for code in percentiles.names():
            value = percentiles.plain(code)
            if not CODE.fullmatch(code):
                percentiles.problem(f"“{code}” should be a country's two letters in ISO 3166", code)
            elif not isinstance(value, int | float) or not 0 <= value <= 100:
                percentiles.problem(f"the percentile of {code} should be a number from 0 to 100", code)
            else:
                found.append(CountryRisk(code, float(value), publisher, year))
    entry.finish()
    return found
