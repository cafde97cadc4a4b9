"""The self-assessment questionnaire: what was sent to a supplier, by when the answer is due, and what it answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from kravkompass.catalog.rules import Rules
from kravkompass.catalog.terms import Country, RiskArea, RiskLevel

WEEKS_RULE = "no-self-report-weeks"
VALUE_RULE, EMPLOYEES_RULE, REVENUE_RULE, BALANCE_RULE = (
    "no-full-self-report-value",
    "no-full-self-report-employees",
    "no-full-self-report-revenue",
    "no-full-self-report-balance",
)


class Form(StrEnum):
    """How much is asked for."""

    FULL = "full"
    SIMPLIFIED = "simplified"


class Answer(StrEnum):
    """How a question was answered; the supplier's own word, not what a check showed."""

    NONE = ""
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


IN_ORDER = (Answer.YES, Answer.PARTLY, Answer.NO)
"""The answers on offer, in the order they stand in the form."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to one question: in a word, described, and what will be done where it is not yes."""

    answer: Answer = Answer.NONE
    words: str = ""
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire that was sent to a supplier.

    ``answers`` are by the id of a step of due diligence or of a requirement of the catalog, ``told`` what was filled in beside
    them, by the name of its field. ``original`` is the checksum of the file that came back, ``evidence`` its id among the evidence;
    ``earlier`` are checksums of files that came back before it.
    """

    id: str
    contract: str
    supplier: str
    form: Form
    language: str
    sent: date
    due: date | None = None
    returned: date | None = None
    answers: Mapping[str, Answered] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)
    original: str = ""
    evidence: str = ""
    earlier: tuple[str, ...] = ()

    @property
    def to_correct(self) -> tuple[str, ...]:
        """The questions answered with no: each is a breach to be put right soon."""
        return tuple(name for name, answered in self.answers.items() if answered.answer is Answer.NO)

    def is_late(self, today: date) -> bool:
        """Whether the answer should have come."""
        return self.returned is None and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class Difference:
    """A question or a field that a second file answers in another way than the first."""

    name: str
    before: Answered | str
    after: Answered | str


def differences(kept: Questionnaire, came: Questionnaire) -> tuple[Difference, ...]:
    """Give what another file that came back says otherwise than what is kept; nothing where nothing was kept."""
    found: list[Difference] = []
    for name in {**kept.answers, **came.answers}:
        before, after = kept.answers.get(name, Answered()), came.answers.get(name, Answered())
        if before != after:
            found.append(Difference(name, before, after))
    for name in {**kept.told, **came.told}:
        was, now = kept.told.get(name, ""), came.told.get(name, "")
        if was != now:
            found.append(Difference(name, was, now))
    return tuple(found)


def taken(kept: Questionnaire, came: Questionnaire) -> Questionnaire:
    """Give the questionnaire with the answers that came; the checksum of what came before is kept."""
    earlier = (*kept.earlier, kept.original) if kept.original and kept.original != came.original else kept.earlier
    return replace(came, earlier=earlier)


def due_day(country: Country, signed: date, rules: Rules) -> date | None:
    """Give the day by which the answer is due when the form is sent with the signing; nothing where no time is usual."""
    weeks = rules.amount(WEEKS_RULE, signed) if country is Country.NORWAY else None
    return signed + timedelta(weeks=weeks) if weeks is not None else None


def proposed_form(value: float | None, risks: Mapping[RiskArea, RiskLevel], day: date, rules: Rules, *, is_large: bool) -> Form:
    """Propose the full form for a large supplier of high-risk goods above the amount in force, else the simplified one.

    ``value`` is in NOK ex VAT. Where the amount or the value is not known the full form is proposed: too much rather than too little.
    """
    if not is_large or not any(level.height >= RiskLevel.HIGH.height for level in risks.values()):
        return Form.SIMPLIFIED
    limit = rules.amount(VALUE_RULE, day)
    return Form.SIMPLIFIED if limit is not None and value is not None and value <= limit else Form.FULL


def latest(questionnaires: Sequence[Questionnaire], supplier: str) -> Questionnaire | None:
    """Give the questionnaire that was last sent to a supplier."""
    return max((one for one in questionnaires if one.supplier == supplier), key=lambda one: (one.sent, one.id), default=None)
