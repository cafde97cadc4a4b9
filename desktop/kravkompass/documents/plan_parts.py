"""Parts of the follow-up plan beside its calendar: who does what, how closely the contract is followed, and the risks behind it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name
from kravkompass.catalog.terms import Who
from kravkompass.documents.outline import (
    BulletList,
    Cell,
    Column,
    Field,
    FieldKind,
    Manner,
    Paragraph,
    Row,
    Section,
    Table,
    Together,
)
from kravkompass.followup.naming import when
from kravkompass.followup.plan_naming import CLASS_MEANINGS, CLASS_NAMES
from kravkompass.guidance.guide import guide
from kravkompass.guidance.saying import said_reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kravkompass.documents.outline import Block
    from kravkompass.documents.sheet import Sheet
    from kravkompass.followup.planning import Plan
    from kravkompass.guidance.profile import Contact
    from kravkompass.guidance.risk import RiskView

MOST_REASONS = 3
"""Reasons for a risk that the plan tells; all of them stand in the decision annex."""


def people(sheet: Sheet, laid_out: Plan) -> Section:
    """Say who does what in the plan, and for how many hours in all."""
    say, translation = sheet.translation.say, sheet.translation
    minutes: Counter[Who] = Counter()
    for activity in laid_out.activities:
        minutes[activity.who] += activity.minutes
    open_place = say("To be filled in")
    rows = [
        Row((name(who, translation), (sheet.purchase.buyer if who is Who.BUYER else "") or open_place, _hours(minutes[who], sheet)))
        for who in Who
        if who is Who.BUYER or who in minutes
    ]
    rows.append(Row((say("Supplier"), sheet.purchase.supplier or open_place, "–")))
    columns = (Column(say("Role"), 1.6), Column(say("Name and how to reach"), 3), Column(say("Hours in all"), 1, numeric=True))
    blocks: list[Block] = [Table(columns, tuple(rows), summary=say("Who does what in the follow-up"))]
    if sheet.profile.contacts:
        blocks.append(Paragraph(say("At the municipality:")))
        blocks.append(BulletList(tuple(_contact(one) for one in sheet.profile.contacts)))
    return Section(say("Who does what"), tuple(blocks))


def _hours(minutes: int, sheet: Sheet) -> str:
    return sheet.translation.formats.number(round(minutes / 60, 1))


def _contact(contact: Contact) -> str:
    return ", ".join(part for part in (contact.name, contact.role, contact.email, contact.telephone) if part)


def classes(sheet: Sheet) -> Section:
    """Say how closely a contract is followed by its class, to be decided when it is signed, and which risks there are."""
    say = sheet.translation.say
    columns = (Column(say("Class"), 1.4), Column(say("What it means"), 3.4))
    rows = tuple(Row((say(CLASS_NAMES[one]), say(CLASS_MEANINGS[one]))) for one in CLASS_NAMES)
    lead = say(
        "The class is decided when the contract is signed, by the contract's value and risk among all the municipality's contracts. "
        "The classes follow SKR's advice of 7 May 2024 on following up contracts."
    )
    choice = Field("class", say("The contract's class"), FieldKind.CHOICE, options=tuple(say(one) for one in CLASS_NAMES.values()))
    rules = guide(sheet.purchase, sheet.catalog, sheet.day, sheet.profile)
    blocks = (
        Paragraph(lead, Manner.LEAD),
        Table(columns, rows, summary=say("Classes of contracts")),
        Together((choice,)),
        Section(say("Risks"), tuple(risks(sheet, rules.risks, most=MOST_REASONS))),
    )
    return Section(say("Classification and risk"), blocks)


def risks(sheet: Sheet, views: Sequence[RiskView], *, most: int = 0) -> Iterator[Block]:
    """Tell the risks by area, each with what it rests on; with ``most``, only so many of the reasons, the weightiest first."""
    say, translation = sheet.translation.say, sheet.translation
    columns = (Column(say("Area"), 1.5), Column(say("Risk"), 1.2), Column(say("What it rests on"), 3.6))
    rows = []
    for view in views:
        level = name(view.level, translation)
        if view.overruled:
            published = name(view.published, translation)
            level = say("{level}, set by the buyer (published: {published})", level=level, published=published.lower())
        shown = view.reasons[:most] if most else view.reasons
        reasons = [Paragraph(said_reason(reason, translation, sheet.catalog)) for reason in shown]
        if left := len(view.reasons) - len(shown):
            more = translation.count("{n} more in the decision annex", "{n} more in the decision annex", left)
            reasons.append(Paragraph(more, Manner.QUIET))
        rows.append(Row((name(view.area, translation), level, Cell(tuple(reasons)))))
    yield Paragraph(say("Risk in the supply chain, from published levels with publisher and year."), Manner.LEAD)
    yield Table(columns, tuple(rows), summary=say("Risk by area, with reasons"))


def dates(sheet: Sheet, laid_out: Plan, requirement: str) -> str:
    """Say every time a requirement is checked; what stands for that when it never is."""
    times = dict.fromkeys(
        when(activity.month, activity.day, sheet.translation)
        for activity in laid_out.activities
        if requirement in activity.requirements
    )
    return ", ".join(times) or sheet.translation.say("When something calls for it")
