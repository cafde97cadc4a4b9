"""The contracts in the yearly report: those in force in the year, and what was followed up in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name
from kravkompass.catalog.terms import RiskLevel, Severity
from kravkompass.documents.charts import chart, counted
from kravkompass.documents.outline import Bar, Column, Fact, Facts, Figure, Manner, Paragraph, Row, Section, Table, Together
from kravkompass.documents.overview_contracts import hours_bar, hours_told, jobs_figure
from kravkompass.followup.contract import Classification
from kravkompass.followup.contract_year import WORST_FIRST
from kravkompass.followup.naming import STATUS_NAMES
from kravkompass.followup.plan_naming import CLASS_NAMES

if TYPE_CHECKING:
    from kravkompass.followup.contract_year import ContractYear
    from kravkompass.followup.employment import PromiseKind, Tally
    from kravkompass.language import Translation
    from kravkompass.purchases.rows import ContractRow


@dataclass(frozen=True, slots=True)
class YearRow:
    """A contract in the report: what the year holds of it, and its suppliers, class, risk and number of requirements as they stand."""

    year: ContractYear
    row: ContractRow


@dataclass(frozen=True, slots=True)
class ContractsOfYear:
    """The contracts that belong to a year, the greatest risk first; ``until`` is the last of its days, or the day it is written."""

    year: int
    until: date
    rows: tuple[YearRow, ...]
    translation: Translation
    jobs: Mapping[PromiseKind, Tally] = field(default_factory=dict)

    @property
    def agreed(self) -> int:
        """How many requirements the contracts have."""
        return sum(one.row.requirements for one in self.rows)

    @property
    def checked(self) -> int:
        """How many of them somebody looked at in the year."""
        return sum(len(one.year.checked) for one in self.rows)

    @property
    def minutes(self) -> tuple[int, int]:
        """The buyer's minutes that were used in the year, and that were planned for it."""
        return sum(one.year.used for one in self.rows), sum(one.year.planned for one in self.rows)

    def checksum(self) -> str:
        """Give what tells two reports of a year apart."""
        parts = (f"{one.row.id} {one.row.title} {one.year}" for one in self.rows)
        return sha256("\n".join((*parts, str(self.jobs))).encode(errors="replace")).hexdigest()


def contract_sections(of: ContractsOfYear) -> tuple[Section, ...]:
    """Give the part of the yearly report that is about the contracts."""
    say = of.translation.say
    charts = tuple(Together((one,)) for one in year_figures(of))
    facts = Facts(tuple(Fact(*one) for one in year_facts(of)), say("The contracts in numbers"))
    return (
        Section(say("The contracts"), (Paragraph(_lead(of), Manner.LEAD), facts, *charts), new_page=True),
        Section(say("Contracts, the greatest risk first"), (_table(of),)),
    )


def _lead(of: ContractsOfYear) -> str:
    say, day = of.translation.say, of.translation.formats.short_date(of.until)
    return say(
        "The contracts that were in force in {year}, or that something was done or left open about in it, until {day}. Their class and"
        " risk are those they have when the report is written.",
        year=of.year,
        day=day,
    )


def year_facts(of: ContractsOfYear) -> tuple[tuple[str, str], ...]:
    """Give the numbers that say most, each with what it stands for before it."""
    say, formats = of.translation.say, of.translation.formats
    followed_up = say("{part} of {whole}", part=formats.number(of.checked), whole=formats.number(of.agreed))
    share = formats.percent(round(100 * of.checked / max(of.agreed, 1)))
    return (
        (say("Contracts in force"), formats.number(sum(one.year.first is not None for one in of.rows))),
        (say("Requirements followed up in {year}", year=of.year), f"{followed_up} ({share})"),
        (say("Deviations found"), formats.number(sum(len(one.year.found) for one in of.rows))),
        (say("Deviations closed"), formats.number(sum(len(one.year.closed) for one in of.rows))),
        (say("Deviations still open"), formats.number(sum(len(one.year.left) for one in of.rows))),
        (say("Hours used {year}", year=of.year), hours_told(*of.minutes, of.translation)),
    )


def year_figures(of: ContractsOfYear) -> Iterator[Figure]:
    """Give the charts; one without anything to show is left out."""
    t = of.translation
    say = t.say
    contracts = say("Contracts")
    classes, risks = Counter(one.row.classification for one in of.rows), Counter(one.row.risk for one in of.rows)
    yield counted(say("Contracts by class"), say("Class"), contracts, {say(CLASS_NAMES[one]): classes[one] for one in Classification}, t)
    yield counted(say("Contracts by risk"), say("Risk"), contracts, {name(one, t): risks[one] for one in reversed(RiskLevel)}, t)
    shown = Counter(status for one in of.rows for status in one.year.checked.values())
    outcomes = {say(STATUS_NAMES[one]): shown[one] for one in reversed(WORST_FIRST)} | {say("Not followed up"): of.agreed - of.checked}
    caption = say("What the year's last check of each requirement showed")
    yield counted(caption, say("Outcome"), say("Requirements"), outcomes, t)
    if any(one.year.found or one.year.closed or one.year.left for one in of.rows):
        yield _deviations(of)
    if any(of.minutes):
        yield _hours(of)
    if of.jobs:
        yield jobs_figure(of.jobs, of.year, t)


def _deviations(of: ContractsOfYear) -> Figure:
    t = of.translation
    say = t.say
    found = Counter(one.severity for each in of.rows for one in each.year.found)
    closed = Counter(one.severity for each in of.rows for one in each.year.closed)
    left = Counter(one.severity for each in of.rows for one in each.year.left)
    bars = []
    for severity in Severity:
        what = name(severity, t)
        for label, number in (
            (say("{what}, found", what=what), found[severity]),
            (say("{what}, closed", what=what), closed[severity]),
            (say("{what}, still open", what=what), left[severity]),
        ):
            bars.append(Bar(label, number, t.formats.number(number)))
    return chart(say("Deviations by severity"), bars, say("Severity"), say("Deviations"))


def _hours(of: ContractsOfYear) -> Figure:
    t = of.translation
    say = t.say
    bars = []
    for one in Classification:
        rows = [each.year for each in of.rows if each.row.classification is one]
        label = say(CLASS_NAMES[one])
        bars.append(hours_bar(say("{what}, planned", what=label), sum(each.planned for each in rows), t))
        bars.append(hours_bar(say("{what}, used", what=label), sum(each.used for each in rows), t))
    return chart(say("Hours planned and used"), bars, say("Class"), say("Hours"))


def _table(of: ContractsOfYear) -> Table:
    t = of.translation
    say, number = t.say, t.formats.number
    columns = (
        Column(say("Contract"), 2.6),
        Column(say("Supplier"), 1.8),
        Column(say("Risk"), 1.1),
        Column(say("In force"), 1.6),
        Column(say("Followed up"), 1.2, numeric=True),
        Column(say("Deviations found"), 1.3, numeric=True),
        Column(say("Deviations still open"), 1.3, numeric=True),
        Column(say("Hours"), 1.8, numeric=True),
    )
    rows = tuple(
        Row((
            one.row.title or say("Untitled purchase"),
            ", ".join(one.row.suppliers) or "–",
            name(one.row.risk, t),
            _in_force(one.year, t),
            say("{part} of {whole}", part=number(len(one.year.checked)), whole=number(one.row.requirements)),
            number(len(one.year.found)),
            number(len(one.year.left)),
            hours_told(one.year.used, one.year.planned, t),
        ))
        for one in of.rows
    )
    return Table(columns, rows, summary=say("The year's contracts by risk"))


def _in_force(one: ContractYear, t: Translation) -> str:
    if one.first is None or one.last is None:
        return t.say("Not in the year") if one.contract.start is not None else t.say("No start filled in")
    if (one.first.month, one.first.day, one.last.month, one.last.day) == (1, 1, 12, 31):
        return t.say("All year")
    return t.say("{first} to {last}", first=t.formats.short_date(one.first), last=t.formats.short_date(one.last))
