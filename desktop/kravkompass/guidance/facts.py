"""What the buyer has told us about the purchase. Facts are never changed, only replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

Answer: TypeAlias = str | int | float | frozenset[str]
YES = "yes"
NO = "no"
UNKNOWN = "unknown"
YEARS = range(1990, 2101)
"""The years a day of a purchase can lie in; another year is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The answers so far, by question.

    Amounts are in the country's currency ex VAT, dates are ISO texts (2026-11-22), several choices are a frozenset.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)

    def get(self, question: str) -> Answer | None:
        """Give an answer, or nothing when there is none."""
        return self.answers.get(question)

    def words(self, question: str) -> str:
        """Give an answer in words; empty when there is none."""
        answer = self.answers.get(question)
        return answer if isinstance(answer, str) else ""

    def number(self, question: str) -> float | None:
        """Give an answer that is a number, or nothing."""
        answer = self.answers.get(question)
        return answer if isinstance(answer, int | float) else None

    def day(self, question: str) -> date | None:
        """Give an answer that is a date, or nothing."""
        return day_of(self.words(question))

    def is_open(self, question: str) -> bool:
        """Whether the question is not answered, or answered with “I do not know”."""
        return self.answers.get(question) in {None, UNKNOWN, ""}

    def with_answer(self, question: str, answer: Answer | None) -> Facts:
        """Give new facts with this answer; nothing takes the answer away."""
        answers = {name: given for name, given in self.answers.items() if name != question}
        if answer is not None:
            answers[question] = answer
        return replace(self, answers=MappingProxyType(answers))


def day_of(written: str) -> date | None:
    """Read a date as it is kept (2026-11-22), or give nothing for any other text."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
