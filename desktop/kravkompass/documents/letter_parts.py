"""The parts of a letter about a deviation: the wording agreed, what was found, the ground, the plan, and the steps before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kravkompass.documents.outline import (
    Block,
    Card,
    Column,
    Fact,
    Facts,
    Manner,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
)
from kravkompass.followup.contract import texts_in
from kravkompass.followup.ladder import STEP_NAMES
from kravkompass.followup.letter import LetterKind
from kravkompass.followup.remedy import REMEDY_NAMES
from kravkompass.language import Language

if TYPE_CHECKING:
    from kravkompass.documents.letters import Letter

_LOOKS_BACK = frozenset({LetterKind.REPLACEMENT, LetterKind.WARNING, LetterKind.TERMINATION, LetterKind.CLAIM, LetterKind.SUSPENSION})

RESTS_ON_A_TERM = frozenset(LetterKind) - {LetterKind.NOTICE, LetterKind.PLAN_APPROVED, LetterKind.PLAN_SENT_BACK, LetterKind.CLOSED}
"""What can only be asked for where the contract gives the right: the letter names the term, or that it is still to be filled in."""


def agreed(made: Letter) -> Section:
    """Give what was agreed: the wording in the contract's language, and in the letter's own where that is another.

    In a letter in two languages the contract's wording stands under its own, and the other one under the other.
    """
    say, here = made.translation.say, made.translation.language
    requirement = made.requirement
    if requirement is None:
        words = say("The deviation is about the contract as a whole and not about one of its numbered requirements.")
        return Section(say("What was agreed"), (Paragraph(words),))
    binding = Language.parse(made.contract.language) if made.contract.language else here
    stands_beside = len(made.languages) > 1 and binding in made.languages
    language, texts = texts_in(requirement, here if stands_beside else binding)
    foreign = language if language != here.value else ""
    evidence = Facts((Fact(say("Evidence agreed"), Span(texts.evidence, language=foreign)),))
    blocks: list[Block] = [Card(requirement.number, texts.title, (), (Paragraph(texts.demand, language=foreign), evidence), foreign)]
    if foreign and here.value in requirement.texts:
        own = requirement.texts[here.value].demand
        blocks.append(Paragraph(say("In {language}, for information: {wording}", language=here.own_name.lower(), wording=own), Manner.QUIET))
    return Section(say("What was agreed"), tuple(blocks))


def what_was_found(made: Letter) -> Section:
    """Give what was found and when, the ground of the step and where the contract agrees on it; of a closed one, how it was closed."""
    say = made.translation.say
    facts = (
        Fact(say("Found"), made.translation.formats.long_date(made.deviation.found)),
        Fact(say("What was found"), made.deviation.what),
        *_ground(made),
        *_closing(made),
    )
    return Section(say("What was found"), (Facts(facts, say("What was found")),))


def _ground(made: Letter) -> Iterator[Fact]:
    say, step = made.translation.say, made.step
    if step is None:
        return
    yield Fact(say("Ground"), step.ground)
    if step.clause or made.kind in RESTS_ON_A_TERM:
        unknown = say("[to be filled in: which term of the contract this rests on]")
        yield Fact(say("The contract's term we rely on"), step.clause or unknown)
    if made.kind is LetterKind.CLAIM and step.remedy is not None:
        yield Fact(say("We invoke"), say(REMEDY_NAMES[step.remedy]))
    if made.kind is LetterKind.CLAIM and step.claim:
        yield Fact(say("Extent, and how it was reckoned"), step.claim)


def _closing(made: Letter) -> Iterator[Fact]:
    say, formats, deviation = made.translation.say, made.translation.formats, made.deviation
    if made.kind is not LetterKind.CLOSED:
        return
    if deviation.verified is not None:
        yield Fact(say("Verified"), f"{formats.long_date(deviation.verified)}: {deviation.verification}")
    if deviation.closing_reason:
        yield Fact(say("Closed because"), deviation.closing_reason)
    if deviation.closed is not None:
        yield Fact(say("Day the deviation was closed"), formats.long_date(deviation.closed))


def plan_section(made: Letter) -> Iterator[Section]:
    """Give the plan that is answered: its measures when it is approved, what is missing when it is sent back."""
    say, formats, plan = made.translation.say, made.translation.formats, made.plan
    if plan is None:
        return
    if made.kind is LetterKind.PLAN_SENT_BACK:
        yield Section(say("What is missing"), tuple(Paragraph(part) for part in plan.reason.split("\n") if part.strip()))
    if made.kind is not LetterKind.PLAN_APPROVED:
        return
    columns = (Column(say("Measure"), 4), Column(say("Responsible role"), 2), Column(say("By when"), 1.4))
    rows = tuple(Row((one.what, one.who, formats.short_date(one.by) if one.by else "")) for one in plan.measures)
    facts = [Fact(say("Cause"), plan.cause)]
    if plan.people:
        facts.append(Fact(say("How the people affected are protected"), plan.people))
    yield Section(say("The plan we approve"), (Facts(tuple(facts), say("The plan we approve")), Table(columns, rows, header_column=0)))


def earlier_steps(made: Letter) -> Iterator[Section]:
    """Give the steps that were taken before, where the letter rests on them."""
    say, translation = made.translation.say, made.translation
    if made.kind not in _LOOKS_BACK or not made.earlier:
        return
    columns = (Column(say("Date"), 1.3), Column(say("Step"), 2.4), Column(say("What came of it"), 3.6))
    rows = tuple(
        Row((translation.formats.short_date(one.day), say(STEP_NAMES[one.step]), one.came_of)) for one in made.earlier
    )
    yield Section(say("Earlier steps"), (Table(columns, rows, summary=say("Earlier steps"), header_column=1),))
