"""The parts of a self-report form: six steps of due diligence and the terms reported on, whoever sends it and about which list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Method
from kravkompass.documents.outline import (
    Block,
    Card,
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
from kravkompass.language import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kravkompass.catalog.requirement import Texts
    from kravkompass.language import Translation

REPORTED = frozenset({Method.SELF_REPORT, Method.REPORT, Method.STATISTICS, Method.DOCUMENT_REVIEW})
"""How the terms are followed up that a supplier reports on."""
ANSWERS = (text("Yes"), text("Partly"), text("No"))
"""How a question can be answered, in the order they stand in the form."""


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


@dataclass(frozen=True, slots=True)
class Term:
    """A contract term to report on: its id, its number on the list, its texts, and their language when it is another than the form's.

    ``facts`` are what else is told of it, such as the lots it holds for.
    """

    id: str
    number: str
    texts: Texts
    language: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class SelfReport:
    """What a form is made from. ``full`` asks for a description of each step and a plan; the simplified form for one short answer."""

    translation: Translation
    terms: tuple[Term, ...]
    supplier: str = ""
    number: str = ""
    full: bool = True


def form_blocks(report: SelfReport) -> tuple[Block, ...]:
    """Give everything there is to fill in, with how to answer."""
    say = report.translation.say
    blocks: list[Block] = [
        _guidance(report.translation),
        _supplier(report),
        Section(say("Due diligence in the supply chain"), tuple(_step(report, step) for step in STEPS)),
    ]
    if report.terms:
        lead = Paragraph(say("The contract terms that the supplier reports on."), Manner.LEAD)
        blocks.append(Section(say("The contract's own terms"), (lead, *(_term(report.translation, term) for term in report.terms))))
    return (*blocks, _ending(report.translation))


def wordings(terms: Iterable[Term]) -> Mapping[str, str]:
    """Give the wordings of terms by their ids."""
    return {term.id: term.texts.demand for term in terms}


def answer_within(weeks: float | None, translation: Translation) -> str:
    """Say how long the supplier has: so many weeks, or what the buyer has stated where no time is usual."""
    if not weeks:
        return translation.say("The day the buyer has stated")
    return translation.count("{n} week after the contract was signed", "{n} weeks after the contract was signed", int(weeks))


def _guidance(translation: Translation) -> Note:
    say = translation.say
    return Note(
        say("How to answer"),
        (
            Paragraph(say("Answer for the products or services in this contract, not for the company in general.")),
            Paragraph(say("A question answered with no is something to put right soon: write how and by when.")),
            Paragraph(say("Do not name people who work in the supply chain. Enclose documents, or say where they can be read.")),
        ),
        Tone.ACCENT,
    )


def _supplier(report: SelfReport) -> Section:
    say = report.translation.say
    return Section(
        say("The supplier"),
        (
            Field("supplier-name", say("Company"), value=report.supplier),
            Field("supplier-number", say("Organisation number"), value=report.number),
            Field("supplier-contact", say("Contact: name, role, e-mail and telephone")),
            Field("supplier-products", say("Products or services the answers are about"), FieldKind.LINES, lines=3),
            Field("supplier-chain", say("Producers and countries of production, as far as they are known"), FieldKind.LINES, lines=4),
        ),
    )


def _answers(translation: Translation) -> tuple[str, ...]:
    return tuple(translation.say(one) for one in ANSWERS)


def _step(report: SelfReport, step: Step) -> Section:
    say = report.translation.say
    question = Field(f"{step.id}-answer", say(step.question), FieldKind.CHOICE, options=_answers(report.translation))
    below = (
        (
            Field(f"{step.id}-describe", say(step.describe), FieldKind.LINES, lines=5),
            Field(f"{step.id}-plan", say("If not yes: what will be done, and by when"), FieldKind.LINES, lines=2),
        )
        if report.full
        else (Field(f"{step.id}-describe", say("In short: how; or, if not yes, what will be done and by when"), FieldKind.LINES, lines=3),)
    )
    return Section(say(step.name), (Together((question, *below)),))


def _term(translation: Translation, term: Term) -> Card:
    say, number, language = translation.say, term.number, term.language
    blocks = (
        Paragraph(term.texts.demand, language=language),
        Facts((Fact(say("Evidence"), Span(term.texts.evidence, language=language)), *term.facts)),
        Together((
            Field(f"{term.id}-answer", say("{number}: is the term met?", number=number), FieldKind.CHOICE, options=_answers(translation)),
            Field(f"{term.id}-describe", say("{number}: how, and what is enclosed as evidence", number=number), FieldKind.LINES, lines=3),
        )),
    )
    return Card(number, term.texts.title, (), blocks, language)


def _ending(translation: Translation) -> Section:
    say = translation.say
    fields = (
        Field("enclosed", say("Enclosed documents"), FieldKind.LINES, lines=3),
        Field("confirmed", say("The answers are right and complete as far as we know."), FieldKind.TICK),
        Field("answered-by", say("Answered by: name and role")),
        Field("answered-on", say("Date"), FieldKind.DATE),
    )
    return Section(say("Confirmation"), (Together(fields),))
