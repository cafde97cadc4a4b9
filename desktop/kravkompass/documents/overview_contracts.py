"""The contracts of a municipality together: by class and risk, how much is followed up, deviations, hours, jobs. For the report and the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name
from kravkompass.catalog.terms import RiskLevel, Severity
from kravkompass.documents.charts import chart, counted
from kravkompass.documents.outline import Bar, Column, Fact, Facts, Figure, Manner, Paragraph, Row, Section, Table, Together
from kravkompass.followup.contract import Classification
from kravkompass.followup.employment import PromiseKind
from kravkompass.followup.ladder import STEP_NAMES, Step
from kravkompass.followup.plan_naming import CLASS_NAMES
from kravkompass.language import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.followup.employment import Tally
    from kravkompass.language import Translation
    from kravkompass.purchases.rows import ContractRow, OverviewSums

_JOB_NAMES: Mapping[PromiseKind, str] = {
    PromiseKind.STUDY_VISIT: text("Study visit"),
    PromiseKind.LANGUAGE_TRAINING: text("Language training"),
    PromiseKind.INTERNSHIP: text("Internship"),
    PromiseKind.APPRENTICESHIP: text("Apprenticeship"),
    PromiseKind.JOB: text("Job"),
}


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All contracts seen from a year, the greatest risk and the nearest day first, and what they come to together."""

    year: int
    contracts: tuple[ContractRow, ...]
    sums: OverviewSums
    translation: Translation
    jobs: Mapping[PromiseKind, Tally] = field(default_factory=dict)

    @property
    def requirements(self) -> int:
        """How many requirements were agreed."""
        return sum(one.requirements for one in self.contracts)

    @property
    def checked(self) -> int:
        """How many of them somebody has looked at."""
        return sum(one.checked for one in self.contracts)

    @property
    def deviations(self) -> int:
        """How many deviations are open."""
        return sum(one.deviations for one in self.contracts)


def key_facts(of: Portfolio) -> tuple[tuple[str, str], ...]:
    """Give the four numbers that say most, each with what it stands for before it."""
    say, formats = of.translation.say, of.translation.formats
    hours = next((one for one in of.sums.hours if one.year == of.year), None)
    planned, used = (hours.planned, hours.used) if hours is not None else (0, 0)
    told = say("{used} of {planned} h", used=formats.number(round(used / 60)), planned=formats.number(round(planned / 60)))
    return (
        (say("Contracts"), formats.number(len(of.contracts))),
        (say("Requirements followed up"), formats.percent(round(100 * of.checked / max(of.requirements, 1)))),
        (say("Open deviations"), formats.number(of.deviations)),
        (say("Hours used {year}", year=of.year), told),
    )


def figures(of: Portfolio) -> Iterator[Figure]:
    """Give the charts; one without anything to show is left out."""
    t = of.translation
    say = t.say
    classes = Counter(one.classification for one in of.contracts)
    yield counted(say("Contracts by class"), say("Class"), say("Contracts"), {say(CLASS_NAMES[one]): classes[one] for one in Classification}, t)
    risks = Counter(one.risk for one in of.contracts)
    yield counted(say("Contracts by risk"), say("Risk"), say("Contracts"), {name(one, t): risks[one] for one in reversed(RiskLevel)}, t)
    yield _followed_up(of)
    if of.sums.hours:
        yield _hours(of)
    if any(one.open for one in of.sums.deviations):
        severities, steps = Counter[Severity](), Counter[Step | None]()
        for one in of.sums.deviations:
            if one.open:
                severities[one.severity] += one.number
                steps[one.step] += one.number
        count = say("Deviations")
        by_severity = {name(one, t): severities[one] for one in Severity}
        yield counted(say("Open deviations by severity"), say("Severity"), count, by_severity, t)
        by_step = {say("No step yet"): steps[None], **{say(STEP_NAMES[one]): steps[one] for one in Step if steps[one]}}
        yield counted(say("Open deviations by step"), say("Step"), count, by_step, t)
    if of.jobs:
        yield _jobs(of)


def _followed_up(of: Portfolio) -> Figure:
    say, formats = of.translation.say, of.translation.formats
    bars = []
    for one in Classification:
        rows = [each for each in of.contracts if each.classification is one]
        part, whole = sum(each.checked for each in rows), sum(each.requirements for each in rows)
        label = say(CLASS_NAMES[one])
        bars.append(Bar(say("{what}, agreed", what=label), whole, formats.number(whole)))
        bars.append(Bar(say("{what}, followed up", what=label), part, formats.number(part)))
    return chart(say("Requirements followed up"), bars, say("Class"), say("Requirements"))


def _hours(of: Portfolio) -> Figure:
    say, formats = of.translation.say, of.translation.formats
    bars = []
    for one in of.sums.hours:
        for label, minutes in ((say("{year}, planned", year=one.year), one.planned), (say("{year}, used", year=one.year), one.used)):
            hours = round(minutes / 60)
            bars.append(Bar(label, hours, say("{n} h", n=formats.number(hours))))
    return chart(say("Hours planned and used"), bars, say("Year"), say("Hours"))


def _jobs(of: Portfolio) -> Figure:
    say, formats = of.translation.say, of.translation.formats
    bars = []
    for kind, tally in of.jobs.items():
        label = say(_JOB_NAMES[kind])
        bars.append(Bar(say("{what}, promised", what=label), tally.promised, formats.number(tally.promised)))
        bars.append(Bar(say("{what}, done", what=label), tally.done, formats.number(tally.done)))
    return chart(say("Jobs through contracts {year}", year=of.year), bars, say("Kind"), say("Number"))


def contract_sections(of: Portfolio) -> tuple[Section, ...]:
    """Give the part of the yearly report that is about the contracts."""
    say = of.translation.say
    lead = Paragraph(say("All contracts that are followed up, as they stand when the report is written."), Manner.LEAD)
    charts = tuple(Together((one,)) for one in figures(of))
    return (
        Section(say("The contracts"), (lead, Facts(tuple(Fact(*one) for one in key_facts(of)), say("The contracts in numbers")), *charts), new_page=True),
        Section(say("Contracts, the greatest risk first"), (_table(of),)),
    )


def _table(of: Portfolio) -> Table:
    t = of.translation
    say, formats = t.say, t.formats
    columns = (
        Column(say("Contract"), 2.8),
        Column(say("Supplier"), 2),
        Column(say("Class"), 1.4),
        Column(say("Risk"), 1.3),
        Column(say("Followed up"), 1.3, numeric=True),
        Column(say("Open deviations"), 1.5, numeric=True),
        Column(say("Next"), 1.6),
    )
    rows = tuple(
        Row((
            one.title or say("Untitled purchase"),
            ", ".join(one.suppliers) or "–",
            say(CLASS_NAMES[one.classification]),
            name(one.risk, t),
            say("{part} of {whole}", part=formats.number(one.checked), whole=formats.number(one.requirements)),
            formats.number(one.deviations),
            formats.short_date(date.fromisoformat(one.next_day)) if one.next_day else "–",
        ))
        for one in of.contracts
    )
    return Table(columns, rows, summary=say("The contracts by risk and next day"))
