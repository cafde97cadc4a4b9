"""The self-report form: the supplier answers for its due diligence and for the requirements it reports on, on the screen or by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Country, Kind, Method
from kravkompass.documents.form_reading import form_marks
from kravkompass.documents.front import contract_facts, document
from kravkompass.documents.outline import (
    Block,
    Card,
    Document,
    Fact,
    Facts,
    Field,
    FieldKind,
    Manner,
    Note,
    Paragraph,
    Section,
    Span,
    Together,
    Tone,
)
from kravkompass.documents.sheet import number_of
from kravkompass.guidance.listing import stand_in
from kravkompass.language import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.documents.sheet import Sheet
    from kravkompass.guidance.listing import Listed

WEEKS = {Country.SWEDEN: 0, Country.NORWAY: 6}
"""How many weeks after the contract is signed the supplier answers; 0 where none is usual and the buyer says when."""

REPORTED = frozenset({Method.SELF_REPORT, Method.REPORT, Method.STATISTICS, Method.DOCUMENT_REVIEW})


@dataclass(frozen=True, slots=True)
class Step:
    """A step of due diligence: its id in the form, what it is called, the question to answer yes to, and what to describe."""

    id: str
    name: str
    question: str
    describe: str


STEPS = (
    Step(
        "policy",
        text("1. Responsibility in the company"),
        text("Does the company have adopted guidelines on human rights, labour, environment and corruption, with someone responsible?"),
        text("Which guidelines, adopted by whom and when, who is responsible, and how suppliers are told"),
    ),
    Step(
        "risk",
        text("2. Finding and assessing risk"),
        text("Has the company found and assessed where in the supply chain of these products or services people or nature can be harmed?"),
        text("Which risks were found, where in the chain and in which countries, and which are dealt with first"),
    ),
    Step(
        "measures",
        text("3. Stopping, preventing and limiting harm"),
        text("Does the company act on the risks it has found?"),
        text("What has been done or is planned, by whom and by when"),
    ),
    Step(
        "tracking",
        text("4. Following up what was done"),
        text("Does the company check that its measures work?"),
        text("How it is checked, what was found in the last year, and what was changed"),
    ),
    Step(
        "telling",
        text("5. Telling how it is handled"),
        text("Does the company tell those concerned how risks and harm are handled?"),
        text("To whom, how often, and where it can be read"),
    ),
    Step(
        "remedy",
        text("6. Putting things right"),
        text("Can those who are harmed complain safely, and does the company put right the harm it has caused or added to?"),
        text("How complaints are received, and which cases there have been"),
    ),
)


def self_report(sheet: Sheet) -> Document:
    """Give the self-report form as an outline whose fields can be filled in on the screen."""
    say = sheet.translation.say
    reported = [row for row in sheet.rows if row.requirement.follow_up.method in REPORTED and row.requirement.kind is Kind.CONTRACT]
    blocks: list[Block] = [
        _guidance(sheet),
        _supplier(sheet),
        Section(say("Due diligence in the supply chain"), tuple(_step(sheet, step) for step in STEPS)),
    ]
    if reported:
        lead = Paragraph(say("The contract terms that the supplier reports on."), Manner.LEAD)
        blocks.append(Section(say("The contract's own terms"), (lead, *(_term(sheet, row) for row in reported))))
    form = document(
        sheet,
        say("Self-report form"),
        say("The supplier's report on due diligence and contract terms"),
        (*blocks, _ending(sheet)),
        summary=say("Filled in by the supplier."),
        facts=(*contract_facts(sheet), *_deadline(sheet)),
        fillable=True,
    )
    return replace(form, keywords=form_marks(sheet, sheet.checksum))


def self_report_on_paper(sheet: Sheet) -> Document:
    """Give the same form to be filled in by hand."""
    return replace(self_report(sheet), fillable=False)


def _deadline(sheet: Sheet) -> Iterator[Fact]:
    say = sheet.translation.say
    weeks = WEEKS[sheet.purchase.country]
    asked = sheet.translation.count("{n} week after the contract was signed", "{n} weeks after the contract was signed", weeks)
    yield Fact(say("Answer within"), asked if weeks else say("The day the buyer has stated"))


def _guidance(sheet: Sheet) -> Note:
    say = sheet.translation.say
    return Note(
        say("How to answer"),
        (
            Paragraph(say("Answer for the products or services in this contract, not for the company in general.")),
            Paragraph(say("A question answered with no is something to put right soon: write how and by when.")),
            Paragraph(say("Do not name people who work in the supply chain. Enclose documents, or say where they can be read.")),
        ),
        Tone.ACCENT,
    )


def _supplier(sheet: Sheet) -> Section:
    say = sheet.translation.say
    return Section(
        say("The supplier"),
        (
            Field("supplier-name", say("Company"), value=sheet.purchase.supplier),
            Field("supplier-number", say("Organisation number")),
            Field("supplier-contact", say("Contact: name, role, e-mail and telephone")),
            Field("supplier-products", say("Products or services the answers are about"), FieldKind.LINES, lines=3),
            Field("supplier-chain", say("Producers and countries of production, as far as they are known"), FieldKind.LINES, lines=4),
        ),
    )


def _answers(sheet: Sheet) -> tuple[str, ...]:
    say = sheet.translation.say
    return say("Yes"), say("Partly"), say("No")


def _step(sheet: Sheet, step: Step) -> Section:
    say = sheet.translation.say
    fields = (
        Field(f"{step.id}-answer", say(step.question), FieldKind.CHOICE, options=_answers(sheet)),
        Field(f"{step.id}-describe", say(step.describe), FieldKind.LINES, lines=5),
        Field(f"{step.id}-plan", say("If not yes: what will be done, and by when"), FieldKind.LINES, lines=2),
    )
    return Section(say(step.name), (Together(fields),))


def _term(sheet: Sheet, row: Listed) -> Card:
    say = sheet.translation.say
    language = row.language if stand_in(row, sheet.language) else ""
    number = number_of(sheet, row)
    blocks = (
        Paragraph(row.texts.demand, language=language),
        Facts((Fact(say("Evidence"), Span(row.texts.evidence, language=language)), *sheet.holds_for(row))),
        Together((
            Field(
                f"{row.requirement.id}-answer",
                say("{number}: is the term met?", number=number),
                FieldKind.CHOICE,
                options=_answers(sheet),
            ),
            Field(
                f"{row.requirement.id}-describe",
                say("{number}: how, and what is enclosed as evidence", number=number),
                FieldKind.LINES,
                lines=3,
            ),
        )),
    )
    return Card(number, row.texts.title, (), blocks, language)


def _ending(sheet: Sheet) -> Section:
    say = sheet.translation.say
    fields = (
        Field("enclosed", say("Enclosed documents"), FieldKind.LINES, lines=3),
        Field("confirmed", say("The answers are right and complete as far as we know."), FieldKind.TICK),
        Field("answered-by", say("Answered by: name and role")),
        Field("answered-on", say("Date"), FieldKind.DATE),
    )
    return Section(say("Confirmation"), (Together(fields),))
