"""The self-report form of a contract, sent to one of its suppliers, and what is taken out of it when it has come back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Kind
from kravkompass.documents.contract_front import contract_document, supplier_name
from kravkompass.documents.field import FieldKind
from kravkompass.documents.form_reading import form_marks, wording_checksum
from kravkompass.documents.outline import Document, Fact
from kravkompass.documents.self_report_form import REPORTED, SelfReport, Term, form_blocks, wordings
from kravkompass.followup.contract import texts_in
from kravkompass.followup.questionnaire import IN_ORDER, Answer, Answered, Form

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.documents.form_reading import Filled, FormAbout
    from kravkompass.followup.contract import Contract, FrozenRequirement, Supplier
    from kravkompass.followup.questionnaire import Questionnaire
    from kravkompass.language import Translation

_ANSWER, _DESCRIBE, _PLAN = "-answer", "-describe", "-plan"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form is made from: the questionnaire, whose contract and supplier, what was agreed, and the form's language."""

    questionnaire: Questionnaire
    contract: Contract
    supplier: Supplier
    requirements: Sequence[FrozenRequirement]
    translation: Translation

    @property
    def day(self) -> date:
        """The day the form was sent."""
        return self.questionnaire.sent


@dataclass(frozen=True, slots=True)
class OtherList:
    """How the list that a form was made from before the signing differs from what was agreed, in the ids of requirements.

    ``reworded`` were asked about in other words than those agreed, ``not_asked`` were agreed and not asked about, ``not_agreed`` were
    asked about and not agreed with this supplier.
    """

    reworded: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    not_agreed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any difference."""
        return bool(self.reworded or self.not_asked or self.not_agreed)


def other_list(about: FormAbout, asked: Asked) -> OtherList:
    """Compare what a form says that it asked about with what was agreed, in the form's language."""
    agreed = {name: wording_checksum(words) for name, words in wordings(_terms(asked)).items()}
    return OtherList(
        reworded=tuple(name for name, words in about.terms.items() if agreed.get(name, words) != words),
        not_asked=tuple(name for name in agreed if name not in about.terms),
        not_agreed=tuple(name for name in about.terms if name not in agreed),
    )


def form_from_before(asked: Asked) -> Document:
    """Give the form as it could be sent out before the signing: with the marks of the purchase that the contract came from."""
    form = questionnaire_form(asked)
    return replace(form, keywords=form_marks(asked.contract.purchase, asked.contract.checksum, form.language, wordings(_terms(asked))))


def questionnaire_form(asked: Asked, *, fillable: bool = True) -> Document:
    """Give the form as an outline; one that is not fillable has room to write in by hand."""
    say, questionnaire = asked.translation.say, asked.questionnaire
    terms = tuple(_terms(asked))
    report = SelfReport(
        asked.translation,
        terms,
        asked.supplier.name,
        asked.supplier.number,
        full=questionnaire.form is Form.FULL,
    )
    form = contract_document(
        asked.contract,
        asked.day,
        asked.translation,
        say("Self-report form"),
        say("The supplier's report on due diligence and contract terms"),
        form_blocks(report),
        summary=say("Filled in by the supplier."),
        facts=_facts(asked),
    )
    marks = form_marks(questionnaire.id, asked.contract.checksum, asked.translation.language.value, wordings(terms))
    return replace(form, fillable=fillable, keywords=marks)


def _facts(asked: Asked) -> Iterator[Fact]:
    say, formats = asked.translation.say, asked.translation.formats
    yield Fact(say("Supplier"), supplier_name(asked.supplier))
    yield Fact(say("Day the form was sent"), formats.short_date(asked.questionnaire.sent))
    due = asked.questionnaire.due
    yield Fact(say("Answer by"), formats.short_date(due) if due else say("The day the buyer has stated"))


def _terms(asked: Asked) -> Iterator[Term]:
    """Give the contract terms this supplier reports on, each once also when it stands on the list for several lots."""
    seen: set[str] = set()
    language = asked.translation.language
    for one in asked.requirements:
        reported = one.kind is Kind.CONTRACT and one.follow_up.method in REPORTED and one.holds_for(asked.supplier)
        if reported and one.requirement not in seen and one.texts:
            seen.add(one.requirement)
            spoken, texts = texts_in(one, language)
            yield Term(one.requirement, one.number, texts, spoken if spoken != language.value else "")


def taken_out(filled: Iterable[Filled]) -> tuple[Mapping[str, Answered], Mapping[str, str]]:
    """Give the answers of a form that was filled in, by step or requirement, and what was filled in beside them, by field."""
    answers: dict[str, Answered] = {}
    told: dict[str, str] = {}
    for one in filled:
        name = one.field.name
        question, suffix = next(
            ((name.removesuffix(end), end) for end in (_ANSWER, _DESCRIBE, _PLAN) if name.endswith(end)), (name, "")
        )
        before = answers.get(question, Answered())
        if suffix == _ANSWER and one.field.kind is FieldKind.CHOICE:
            answers[question] = replace(before, answer=IN_ORDER[one.place] if one.place is not None else Answer.NONE)
        elif suffix == _DESCRIBE:
            answers[question] = replace(before, words=one.value)
        elif suffix == _PLAN:
            answers[question] = replace(before, plan=one.value)
        elif one.value:
            told[name] = one.value
    return answers, told
