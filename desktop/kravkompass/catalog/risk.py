"""Published supply-chain risk levels: product group × step × area, each with publisher and year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kravkompass.catalog.entries import Entry, Problem, entries_in
from kravkompass.catalog.terms import RiskArea, RiskLevel

STEPS = ("raw-material", "processing", "final-manufacture")


@dataclass(frozen=True, slots=True)
class ProductRisk:
    """How great the risk is in one step of a product group's supply chain. ``year`` is the year the level was seen."""

    group: str
    product: str
    area: RiskArea
    step: str
    level: RiskLevel
    publisher: str
    year: str
    source: str
    names: Mapping[str, str] = field(default_factory=dict)
    """What the product is called, by language; ``product`` is the publisher's own word for it."""


def read_risks(path: Path, problems: list[Problem]) -> tuple[ProductRisk, ...]:
    """Read the risk file: one entry per product group, with its levels by area in the order of the steps."""
    if not path.exists():
        return ()
    return tuple(risk for entry in entries_in(path, f"catalog/{path.name}", problems) for risk in _risks(entry))


def _risks(entry: Entry) -> list[ProductRisk]:
    group, product = entry.words("group"), entry.words("product")
    publisher, year, source = entry.words("publisher"), entry.words("year"), entry.words("source")
    found = []
    given_names = entry.entry("names", required=False)
    names = {language: given_names.words(language) for language in given_names.names()} if given_names is not None else {}
    if (levels := entry.entry("levels")) is not None:
        for area in levels.names():
            given = levels.list(area)
            if area not in set(RiskArea) or len(given) != len(STEPS) or not set(given) <= set(RiskLevel):
                levels.problem(f"levels of “{area}” should be three of: {', '.join(RiskLevel)}", area)
                continue
            found += [
                ProductRisk(group, product, RiskArea(area), step, RiskLevel(level), publisher, year, source, names)
                for step, level in zip(STEPS, given, strict=True)
                if level != RiskLevel.UNKNOWN
            ]
    entry.finish()
    return found
