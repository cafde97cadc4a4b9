"""Deciding about several requirements at once, and taking all of it back in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kravkompass.guidance.facts import Answer
    from kravkompass.guidance.purchase import Decision
    from kravkompass.screens.wizard import Wizard


@dataclass(frozen=True, slots=True)
class Before:
    """What stood before several things were decided at once; None where nothing had been decided or answered."""

    decisions: Mapping[str, Decision | None] = field(default_factory=dict)
    answers: Mapping[str, Answer | None] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many requirements were decided about."""
        return len(self.decisions)

    def and_then(self, later: Before) -> Before:
        """Give what stood before both of two changes."""
        return Before({**later.decisions, **self.decisions}, {**later.answers, **self.answers})


def decide(wizard: Wizard, decisions: Sequence[Decision], answers: Mapping[str, Answer | None] | None = None) -> Before:
    """Decide about requirements and answer questions in one change, and give what stood before."""
    purchase = wizard.purchase
    given = answers or {}
    before = Before(
        {one.requirement: purchase.decisions.get(one.requirement) for one in decisions},
        {name: purchase.facts.get(name) for name in given},
    )
    with wizard.change() as change:
        change.own.remember(wizard.guide.decided_on(decisions))
        change.decide(purchase.id, *decisions)
        for name, answer in given.items():
            change.answer(purchase.id, name, answer)
    return before


def undo(wizard: Wizard, before: Before) -> None:
    """Put back what stood before, with who decided it and when."""
    name = wizard.purchase.id
    with wizard.change() as change:
        change.undecide(name, *before.decisions)
        change.decide(name, *(decision for decision in before.decisions.values() if decision is not None))
        for question, answer in before.answers.items():
            change.answer(name, question, answer)
