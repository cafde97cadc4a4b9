"""The contracts of a municipality together as they stand: by class and risk, how much is followed up, deviations, hours, jobs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name
from kravkompass.catalog.terms import RiskLevel, Severity
from kravkompass.documents.charts import chart, counted
from kravkompass.documents.outline import Bar, Figure
from kravkompass.followup.contract import Classification
from kravkompass.followup.employment_naming import KIND_NAMES
from kravkompass.followup.ladder import STEP_NAMES, Step
from kravkompass.followup.plan_naming import CLASS_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.followup.employment import PromiseKind, Tally
    from kravkompass.language import Translation
    from kravkompass.purchases.rows import ContractRow, OverviewSums


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All contracts as they stand today, the greatest risk and the nearest day first, and what they come to together this year."""

    today: date
    contracts: tuple[ContractRow, ...]
    sums: OverviewSums
    translation: Translation
    jobs: Mapping[PromiseKind, Tally] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """The year that hours and jobs are of."""
        return self.today.year

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
    told = hours_told(used, planned, of.translation)
    return (
        (say("Contracts"), formats.number(len(of.contracts))),
        (say("Requirements followed up"), formats.percent(round(100 * of.checked / max(of.requirements, 1)))),
        (say("Open deviations"), formats.number(of.deviations)),
        (say("Hours used {year}", year=of.year), told),
    )


def hours_told(used: int, planned: int, translation: Translation) -> str:
    """Say how many hours were used of those planned, from minutes."""
    formats = translation.formats
    return translation.say("{used} of {planned} h", used=formats.number(round(used / 60, 1)), planned=formats.number(round(planned / 60, 1)))


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
        yield jobs_figure(of.jobs, of.year, t)


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
    say = of.translation.say
    bars = []
    for one in of.sums.hours:
        bars.append(hours_bar(say("{year}, planned", year=one.year), one.planned, of.translation))
        bars.append(hours_bar(say("{year}, used", year=one.year), one.used, of.translation))
    return chart(say("Hours planned and used"), bars, say("Year"), say("Hours"))


def jobs_figure(jobs: Mapping[PromiseKind, Tally], year: int, translation: Translation) -> Figure:
    """Give the chart of the jobs that were promised for a year, and of those that came of it."""
    say, formats = translation.say, translation.formats
    bars = []
    for kind, tally in jobs.items():
        label = say(KIND_NAMES[kind])
        bars.append(Bar(say("{what}, target for the year", what=label), tally.promised, formats.number(tally.promised)))
        bars.append(Bar(say("{what}, done", what=label), tally.done, formats.number(tally.done)))
    return chart(say("Jobs through contracts {year}", year=year), bars, say("What was promised"), say("How many"))


def hours_bar(label: str, minutes: int, translation: Translation) -> Bar:
    """Give a bar of hours, with one decimal so that little is not shown as nothing."""
    hours = round(minutes / 60, 1)
    return Bar(label, hours, translation.say("{n} h", n=translation.formats.number(hours)))
