"""Law, amounts, thresholds and shares as dated data: what is in force on a day, from which source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path

from kravkompass.catalog.entries import Entry, Problem, entries_in, is_day
from kravkompass.catalog.terms import Confidence, Country


@dataclass(frozen=True, slots=True)
class RuleRow:
    """What holds from one day to another. No value: not known to us, to be confirmed by the buyer."""

    valid_from: str
    valid_to: str
    value: float | str | None
    sources: tuple[str, ...]
    confidence: Confidence
    note: Mapping[str, str] = field(default_factory=dict)

    def in_force(self, day: str) -> bool:
        """Whether the row holds on a day (ISO text)."""
        return self.valid_from <= day and (not self.valid_to or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Rule:
    """An amount, share, number or duty that changes over time. ``unit`` is SEK or NOK ex VAT, percent, weeks, months, years, count or empty for a duty."""

    id: str
    country: Country
    names: Mapping[str, str]
    law: str
    unit: str
    rows: tuple[RuleRow, ...]

    def on(self, day: date | str) -> RuleRow | None:
        """Give the row in force on a day."""
        iso = day if isinstance(day, str) else day.isoformat()
        return next((row for row in self.rows if row.in_force(iso)), None)


@dataclass(frozen=True, slots=True)
class Rules:
    """Every rule, by id."""

    by_id: Mapping[str, Rule] = field(default_factory=dict)
    confirmed: Mapping[str, float] = field(default_factory=dict)
    """Amounts the user has confirmed or corrected, by rule; they hold in place of ours."""

    def row(self, rule: str, day: date | str) -> RuleRow | None:
        """Give the row of a rule in force on a day."""
        found = self.by_id.get(rule)
        return found.on(day) if found is not None else None

    def amount(self, rule: str, day: date | str) -> float | None:
        """Give an amount (SEK or NOK ex VAT) or share in force on a day, the user's own first; nothing when it is not known."""
        if rule in self.confirmed:
            return self.confirmed[rule]
        row = self.row(rule, day)
        return row.value if row is not None and isinstance(row.value, int | float) else None


def read_rules(folder: Path, problems: list[Problem]) -> Rules:
    """Read the rules of every country."""
    found: dict[str, Rule] = {}
    for country in Country:
        path = folder / f"{country.value}.yaml"
        if path.exists():
            for entry in entries_in(path, f"rules/{path.name}", problems):
                rule = _rule(entry, country)
                if rule.id in found:
                    entry.problem(f"the id {rule.id} is used twice")
                found.setdefault(rule.id, rule)
    return Rules(found)


def _rule(entry: Entry, country: Country) -> Rule:
    names = entry.entry("name")
    rule = Rule(
        id=entry.words("id"),
        country=country,
        names={language: names.words(language) for language in ("sv", "nb", "nn")} if names else {},
        law=entry.words("law"),
        unit=entry.words("unit", required=False),
        rows=tuple(_row(row) for row in entry.entries("rows")),
    )
    for before, after in pairwise(rule.rows):
        if not before.valid_to or before.valid_to >= after.valid_from:
            entry.problem(f"the row from {after.valid_from} begins before the row from {before.valid_from} has ended", "rows")
    entry.finish()
    return rule


def _row(entry: Entry) -> RuleRow:
    note = entry.entry("note", required=False)
    for name in ("from", "to"):
        if name in entry and not is_day(str(entry.plain(name))):
            entry.problem(f"“{name}” should be a date such as 2026-11-22", name)
    row = RuleRow(
        valid_from=entry.words("from"),
        valid_to=entry.words("to", required=False),
        value=entry.plain("value"),
        sources=entry.list("sources"),
        confidence=entry.choice("confidence", Confidence),
        note={language: note.words(language) for language in note.names()} if note else {},
    )
    entry.finish()
    return row
