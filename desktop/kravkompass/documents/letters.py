"""Letters to a supplier about a deviation: what was agreed, what was found, on which ground, what is asked for and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Severity
from kravkompass.documents.contract_front import contract_document, supplier_name
from kravkompass.documents.letter_parts import agreed, earlier_steps, plan_section, what_was_found
from kravkompass.documents.letter_texts import ENDS_WITH_NOTICE, LETTER_TEXTS, PEOPLE_FIRST, RESERVED, Ask
from kravkompass.documents.outline import Block, BulletList, Document, Fact, Field, Paragraph, Section, Together
from kravkompass.documents.side_by_side import in_languages
from kravkompass.followup.letter import LETTER_NAMES, LetterKind
from kravkompass.followup.remedy import REMEDY_NAMES, Remedy
from kravkompass.guidance.listing import BLANKS

if TYPE_CHECKING:
    from kravkompass.followup.contract import Contract, FrozenRequirement, Supplier
    from kravkompass.followup.deviation import ActionPlan, Deviation, LadderStep
    from kravkompass.language import Language, Translation


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter is made from.

    ``step`` is the step it goes with, also before it is kept; ``earlier`` are the steps before it. ``plan`` is the action plan it
    answers. ``deadline`` stands in for the step's where there is no step. ``contact`` is whom to answer, ``free`` what the buyer adds
    in her own words, ``logo`` the municipality's (a PNG picture), ``beside`` a second language.
    """

    kind: LetterKind
    contract: Contract
    supplier: Supplier
    deviation: Deviation
    day: date
    translation: Translation
    requirement: FrozenRequirement | None = None
    step: LadderStep | None = None
    earlier: tuple[LadderStep, ...] = ()
    plan: ActionPlan | None = None
    deadline: date | None = None
    contact: str = ""
    free: str = ""
    logo: bytes = b""
    beside: Translation | None = None

    @property
    def languages(self) -> frozenset[Language]:
        """The languages it is written in."""
        return frozenset(one.language for one in (self.translation, self.beside) if one is not None)

    @property
    def last_day(self) -> date | None:
        """The day by which something is asked for."""
        return self.step.deadline if self.step is not None else self.deadline

    @property
    def remedy(self) -> Remedy | None:
        """What is demanded."""
        return self.step.remedy if self.step is not None else None


def letter_name(kind: LetterKind, remedy: Remedy | None) -> str:
    """Give what a letter is called, as a text to be said; one that ends the contract is called by how it ends."""
    if remedy is Remedy.NOTICE_TO_END and kind in ENDS_WITH_NOTICE:
        return ENDS_WITH_NOTICE[kind]
    return LETTER_NAMES[kind]


def letter(made: Letter) -> Document:
    """Give a letter as an outline, in both languages where it has two."""
    return in_languages(_in_one, made, _turned(made))


def _turned(made: Letter) -> Letter | None:
    """Give the letter in its second language, with the first one beside; None when it has one only."""
    return replace(made, translation=made.beside, beside=made.translation) if made.beside is not None else None


def _in_one(made: Letter) -> Document:
    say = made.translation.say
    whole = contract_document(
        made.contract,
        made.day,
        made.translation,
        made.contract.title,
        say("A letter to the supplier about a deviation"),
        _blocks(made),
        summary=say(_begins(made), **_values(made)),
        facts=_facts(made),
    )
    return replace(whole, title=say(letter_name(made.kind, made.remedy)), logo=made.logo)


def _facts(made: Letter) -> Iterator[Fact]:
    say, formats = made.translation.say, made.translation.formats
    people = ", ".join(" · ".join(part for part in (one.name, one.role) if part) for one in made.supplier.contacts)
    to = supplier_name(made.supplier)
    yield Fact(say("To"), say("{supplier}, for the attention of {people}", supplier=to, people=people) if people else to)
    if made.contract.signed is not None:
        yield Fact(say("Contract signed"), formats.long_date(made.contract.signed))
    if made.last_day is not None and asks_for_a_day(made.kind):
        yield Fact(say("Last day"), formats.long_date(made.last_day))
    yield Fact(say("Answer to"), _contact(made))


def _blocks(made: Letter) -> Iterator[Block]:
    say = made.translation.say
    yield agreed(made)
    yield what_was_found(made)
    yield from plan_section(made)
    yield from earlier_steps(made)
    yield Section(say("What we ask of you"), (BulletList(tuple(_asks(made)), numbered=True),))
    if made.free.strip():
        yield Section(say("More about the matter"), tuple(Paragraph(part) for part in made.free.split("\n") if part.strip()))
    then = say(_words(LETTER_TEXTS[made.kind].then, made), **_values(made))
    signed = Field("signed", say("For {organisation}: date, name and signature", organisation=made.contract.organisation or say("the buyer")))
    reserved = (Paragraph(say(RESERVED)),) if made.kind is not LetterKind.CLOSED else ()
    yield Section(say("What happens next"), (Together((Paragraph(then), *reserved, signed)),))


def _begins(made: Letter) -> str:
    texts = LETTER_TEXTS[made.kind]
    return texts.alone if texts.alone and not made.earlier else texts.begins


def asks_for_a_day(kind: LetterKind) -> bool:
    """Whether a letter says a last day when there is one."""
    return any("{deadline}" in one.words for one in (*LETTER_TEXTS[kind].asks, LETTER_TEXTS[kind].then))


def _asks(made: Letter) -> Iterator[str]:
    zero = made.deviation.severity is Severity.ZERO_TOLERANCE
    if zero and made.kind in {LetterKind.NOTICE, LetterKind.PLAN_DEMAND, LetterKind.PLAN_SENT_BACK}:
        yield made.translation.say(PEOPLE_FIRST)
    for ask in (one for one in LETTER_TEXTS[made.kind].asks if made.remedy not in one.not_with):
        yield made.translation.say(_words(ask, made), **_values(made))


def _words(ask: Ask, made: Letter) -> str:
    if made.last_day is None and ask.without_day:
        return ask.without_day
    return ask.without_requirement if made.requirement is None and ask.without_requirement else ask.words


def _values(made: Letter) -> dict[str, str]:
    """Give what the sentences are filled in with; what is not known yet stands as a blank."""
    translation, step = made.translation, made.step
    blank = BLANKS[translation.language.value]
    return {
        "deadline": translation.formats.long_date(made.last_day) if made.last_day is not None else blank,
        "day": translation.formats.long_date(step.day if step is not None else made.day),
        # The sentence ends with a full stop of its own.
        "concerns": (step.concerns if step is not None else "").rstrip(".") or blank,
        "remedy": _lowered(translation.say(REMEDY_NAMES[made.remedy])) if made.remedy is not None else blank,
        "plan_day": translation.formats.long_date(made.plan.sent) if made.plan is not None else blank,
    }


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _contact(made: Letter) -> str:
    said = made.contact.strip() or ", ".join(part for part in (made.contract.responsible, made.contract.organisation) if part)
    if made.contract.reference:
        return made.translation.say("{contact}. State our reference number {reference}.", contact=said, reference=made.contract.reference)
    return said
