"""The meeting sheet: every requirement with its wording, the question to ask and room to write, for a meeting on paper."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import plural
from kravkompass.documents.front import contact_facts, contract_facts, document
from kravkompass.documents.outline import (
    Card,
    Document,
    Fact,
    Facts,
    Field,
    FieldKind,
    Manner,
    Paragraph,
    Section,
    Span,
    Together,
)
from kravkompass.documents.sheet import number_of
from kravkompass.guidance.listing import stand_in

if TYPE_CHECKING:
    from kravkompass.documents.sheet import Sheet
    from kravkompass.guidance.listing import Listed

PROMISES = 6


def meeting_sheet(sheet: Sheet) -> Document:
    """Give the meeting sheet as an outline."""
    say = sheet.translation.say
    parts = [
        Section(plural(kind, sheet.translation), tuple(_card(sheet, row) for row in rows))
        for kind, rows in groupby(sheet.rows, lambda row: row.requirement.kind)
    ]
    nothing = () if sheet.rows else (Paragraph(say("No requirements have been chosen yet.")),)
    return document(
        sheet,
        say("Meeting sheet"),
        say("Questions and notes for a meeting with the supplier"),
        (_meeting(sheet), *parts, *nothing, _promises(sheet)),
        summary=say("To print and write on. The wording is the one agreed in the contract."),
        facts=(*contract_facts(sheet), *contact_facts(sheet)),
    )


def _meeting(sheet: Sheet) -> Section:
    say = sheet.translation.say
    return Section(
        say("The meeting"),
        (
            Field("meeting-day", say("Date and place"), FieldKind.LINE),
            Field("meeting-people", say("Present: name and role"), FieldKind.LINES, lines=4),
            Field("meeting-before", say("What was agreed last time, and what came of it"), FieldKind.LINES, lines=3),
        ),
    )


def _card(sheet: Sheet, row: Listed) -> Card:
    say = sheet.translation.say
    language = row.language if stand_in(row, sheet.language) else ""
    number = number_of(sheet, row)
    facts = (
        Fact(say("Ask"), Span(row.texts.question, language=language)),
        Fact(say("Evidence"), Span(row.texts.evidence, language=language)),
        *sheet.holds_for(row),
    )
    states = (say("Met"), say("Partly met"), say("Not met"), say("Not checked"))
    blocks = (
        Paragraph(row.texts.demand, language=language),
        Facts(facts),
        Together((
            Field(f"{number}-status", say("Status"), FieldKind.CHOICE, options=states),
            Field(f"{number}-notes", say("Notes"), FieldKind.LINES, lines=3),
        )),
    )
    return Card(number, row.texts.title, (), blocks, language)


def _promises(sheet: Sheet) -> Section:
    say = sheet.translation.say
    lead = Paragraph(say("What was promised, by whom, and by when. A promise without a name and a date is not one."), Manner.LEAD)
    promises = tuple(
        Field(f"promise-{number}", say("Promise {n}: what, who, by when", n=number), FieldKind.LINES, lines=2)
        for number in range(1, PROMISES + 1)
    )
    signed = Together((
        Field("next-meeting", say("Next meeting"), FieldKind.LINE),
        Field("signed-buyer", say("Signature, buyer"), FieldKind.LINE),
        Field("signed-supplier", say("Signature, supplier"), FieldKind.LINE),
    ))
    return Section(say("Agreed"), (lead, *promises, signed))
