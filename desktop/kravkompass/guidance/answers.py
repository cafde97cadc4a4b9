"""What an answer must be: answers that come from outside are looked at before the rules rely on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kravkompass.catalog.requirement import Parameter, Question, Requirement
from kravkompass.catalog.terms import PurchaseType
from kravkompass.guidance.facts import NO, UNKNOWN, YEARS, YES, Answer, Facts, day_of
from kravkompass.guidance.situation import ABOVE, BELOW, DIRECT

NUMBERS = frozenset({"value", "contract-months", "extension-months"})
DAYS = frozenset({"announced", "contract-start"})
CHOICES: Mapping[str, tuple[str, ...]] = {
    "procedure": (DIRECT, BELOW, ABOVE, UNKNOWN),
    "purchase-type": (*PurchaseType, UNKNOWN),
}
YES_NO = (YES, NO, UNKNOWN)


class Wrong(StrEnum):
    """What is wrong with an answer."""

    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Fault:
    """An answer that cannot be used. ``known`` are the words that can, where there is a list of them."""

    question: str
    answer: Answer
    wrong: Wrong
    known: tuple[str, ...] = ()


def faults(facts: Facts, questions: Mapping[str, Question]) -> Iterator[Fault]:
    """Find the answers that cannot be used, in the order they were given. Empty and unknown ones are no fault.

    Answers to questions that are not asked here are left in peace: they can come from another version of the catalog.
    """
    for name, answer in facts.answers.items():
        if answer in {"", UNKNOWN} and name in NUMBERS | DAYS:
            continue
        if name in NUMBERS:
            if isinstance(answer, str | frozenset) or answer < 0:
                yield Fault(name, answer, Wrong.NUMBER)
        elif name in DAYS:
            day = day_of(answer) if isinstance(answer, str) else None
            if day is None or day.year not in YEARS:
                yield Fault(name, answer, Wrong.DAY)
        elif name in CHOICES or name in questions:
            known = CHOICES.get(name) or _known(questions[name])
            given = answer if isinstance(answer, frozenset) else frozenset({str(answer)})
            if given - {*known, ""}:
                yield Fault(name, answer, Wrong.CHOICE, known)


def _known(question: Question) -> tuple[str, ...]:
    return YES_NO if question.kind == "yes-no" else (*question.options, UNKNOWN)


def value_faults(requirement: Requirement, values: Mapping[str, str | int | float]) -> Iterator[str]:
    """Find the values of a requirement that cannot be used: of no parameter, of another kind, or outside the bounds. Gives their names."""
    for name, value in values.items():
        parameter = requirement.parameter(name)
        if parameter is None or (parameter.type.is_number and value != "" and not _fits(parameter, value)):
            yield name


def _fits(parameter: Parameter, value: str | float) -> bool:
    if isinstance(value, str):
        return False
    least = parameter.min if parameter.min is not None else value
    most = parameter.max if parameter.max is not None else value
    return least <= value <= most
