"""The follow-up plan of a signed contract: what has been done and what is to be, what will not be checked, and the frozen wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name, revised
from kravkompass.documents.contract_front import contract_document, supplier_name
from kravkompass.documents.followup_plan import checked_card, deviations, said_time
from kravkompass.documents.outline import (
    Block,
    Card,
    Cell,
    Column,
    Document,
    Fact,
    GroupRow,
    Manner,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
)
from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.classification import pace_of
from kravkompass.followup.contract import FrozenRequirement, texts_in
from kravkompass.followup.laying_out import last_day
from kravkompass.followup.plan_naming import CLASS_NAMES, activity_name, said_gap, said_pace
from kravkompass.followup.replanning import is_moved

if TYPE_CHECKING:
    from kravkompass.followup.contract import Contract, Extension, Supplier
    from kravkompass.followup.laying_out import Gap
    from kravkompass.language import Translation


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """What the plan of a contract starts from: the contract, what belongs to it, the day and the language."""

    contract: Contract
    suppliers: Sequence[Supplier]
    requirements: Sequence[FrozenRequirement]
    activities: Sequence[KeptActivity]
    gaps: Sequence[Gap]
    day: date
    translation: Translation

    def supplier(self, identity: str) -> str:
        """Name a supplier by its id; "" for none."""
        return next((one.name for one in self.suppliers if one.id == identity), "")

    @property
    def numbers(self) -> Mapping[str, str]:
        """The numbers of the requirements on the list, by id."""
        return {one.id: one.number for one in self.requirements}


def contract_plan(sheet: PlanSheet) -> Document:
    """Give the plan as an outline."""
    say = sheet.translation.say
    blocks = (
        _calendar(sheet),
        *_unchecked(sheet),
        _closeness(sheet),
        Section(say("What is checked, and how"), tuple(_card(sheet, one) for one in sheet.requirements)),
        deviations(sheet.contract.country, sheet.translation),
    )
    return contract_document(
        sheet.contract,
        sheet.day,
        sheet.translation,
        say("Follow-up plan"),
        say("How the requirements are followed up during the contract"),
        blocks,
        summary=say("The plan says what has been done and what is to be, and what will not be checked. The requirements are worded as agreed."),
        facts=_facts(sheet),
    )


def _facts(sheet: PlanSheet) -> Iterator[Fact]:
    contract, say, formats = sheet.contract, sheet.translation.say, sheet.translation.formats
    yield Fact(say("Supplier"), "; ".join(supplier_name(one) for one in sheet.suppliers) or say("No supplier yet"))
    yield Fact(say("Contract starts"), formats.long_date(contract.start) if contract.start else say("Not known"))
    if (last := last_day(contract)) is not None:
        yield Fact(say("Last day of the contract"), formats.long_date(last))
    if contract.extensions:
        yield Fact(say("Extensions"), Cell(tuple(Paragraph(_extension(one, sheet.translation)) for one in contract.extensions)))
    if contract.ended is not None:
        yield Fact(say("Ended early"), contract.ended_reason)
    if contract.value is not None:
        yield Fact(say("Value"), formats.money(contract.value, contract.country.currency))
    yield Fact(say("Responsible"), contract.responsible or say("To be filled in"))
    minutes = sum(one.minutes for one in sheet.activities if one.state is State.PLANNED)
    yield Fact(say("Time that is planned"), said_time(minutes, sheet.translation))


def _extension(extension: Extension, translation: Translation) -> str:
    months = translation.count("{n} month", "{n} months", extension.months)
    if extension.used is None or extension.decided is None:
        return translation.say("{months}: not decided", months=months)
    day = translation.formats.short_date(extension.decided)
    if extension.used:
        return translation.say("{months}: used, decided on {day}. {reason}", months=months, day=day, reason=extension.reason)
    return translation.say("{months}: not used, decided on {day}. {reason}", months=months, day=day, reason=extension.reason)


def _calendar(sheet: PlanSheet) -> Section:
    say = sheet.translation.say
    columns = (
        Column(say("When"), 1.3),
        Column(say("What"), 3),
        Column(say("Requirements"), 1.7),
        Column(say("How it stands"), 2.6),
        Column(say("Time"), 0.8),
    )
    rows: list[Row | GroupRow] = []
    year = 0
    for one in sheet.activities:
        if one.day.year != year:
            year = one.day.year
            rows.append(GroupRow(str(year)))
        rows.append(_activity(sheet, one))
    lead = say("In the order of time. Days when the municipality is closed have been moved to the next working day.")
    table = Table(columns, tuple(rows), summary=say("Follow-up calendar"))
    empty = Paragraph(say("Nothing is planned yet"))
    return Section(say("Calendar"), (Paragraph(lead, Manner.LEAD), table if rows else empty))


def _activity(sheet: PlanSheet, one: KeptActivity) -> Row:
    translation = sheet.translation
    numbers = sheet.numbers
    listed = ", ".join(sorted(numbers[each] for each in one.requirements if each in numbers))
    what = [activity_name(one, translation), " · ".join(part for part in (sheet.supplier(one.supplier), name(one.who, translation)) if part)]
    return Row(
        (
            translation.formats.short_date(one.day),
            Cell(tuple(Paragraph(part) for part in what if part)),
            listed or "–",
            Cell(tuple(Paragraph(part) for part in _standing(sheet, one))),
            said_time(one.time, translation),
        )
    )


def _standing(sheet: PlanSheet, one: KeptActivity) -> Iterator[str]:
    say, short = sheet.translation.say, sheet.translation.formats.short_date
    if one.state is State.DONE:
        yield say("Done on {day}", day=short(one.when))
    elif one.state is State.DROPPED:
        yield say("Left out: {reason}", reason=one.reason)
    else:
        yield say("Overdue") if one.day < sheet.day else say("Planned")
    if is_moved(one):
        yield say("Moved from {day}: {reason}", day=short(one.planned), reason=one.reason)
    if one.note:
        yield one.note


def _unchecked(sheet: PlanSheet) -> Iterator[Block]:
    if not sheet.gaps:
        return
    say, numbers = sheet.translation.say, sheet.numbers
    titles = {one.id: texts_in(one, sheet.translation.language)[1].title for one in sheet.requirements}
    columns = (Column(say("Requirement"), 3), Column(say("Supplier"), 1.6), Column(say("Why"), 3.4))
    rows = tuple(
        Row((f"{numbers[gap.requirement]} {titles[gap.requirement]}", sheet.supplier(gap.supplier) or "–", said_gap(gap, sheet.translation)))
        for gap in sheet.gaps
        if gap.requirement in numbers
    )
    lead = Paragraph(say("What the hours and the contract's class leave no room for, and what was left out."), Manner.LEAD)
    yield Section(say("What will not be checked"), (lead, Table(columns, rows, summary=say("Requirements that are not checked, with the reason"))))


def _closeness(sheet: PlanSheet) -> Section:
    contract, translation = sheet.contract, sheet.translation
    say = translation.say
    said = [
        say("Class: {name}", name=say(CLASS_NAMES[contract.classification])) + ".",
        say("Reason: {reason}", reason=contract.classification_reason) if contract.classification_reason else "",
        said_pace(pace_of(contract.classification, contract.risks), translation),
    ]
    columns = (Column(say("Area"), 1.5), Column(say("Risk"), 3))
    rows = tuple(Row((name(area, translation), name(level, translation))) for area, level in contract.risks.items())
    table = (Table(columns, rows, summary=say("Risks")),) if rows else ()
    return Section(say("Classification and risk"), (*(Paragraph(part) for part in said if part), *table))


def _card(sheet: PlanSheet, one: FrozenRequirement) -> Card:
    translation = sheet.translation
    language, texts = texts_in(one, translation.language)
    days = sorted({each.day for each in sheet.activities if one.id in each.requirements and each.state is not State.DROPPED})
    times = ", ".join(translation.formats.short_date(day) for day in days) or translation.say("When something calls for it")
    stand_in = "" if language == translation.language.value else language
    more = (
        Fact(translation.say("Agreed"), Span(texts.demand, language=stand_in)),
        Fact(translation.say("A breach is"), name(one.follow_up.severity, translation)),
        Fact(translation.say("Id"), revised(one.requirement, one.revision, translation)),
    )
    return checked_card(one.number, texts, stand_in, one.follow_up, times, more, translation)
