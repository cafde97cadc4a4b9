"""Deviations with all that belongs to them, in the order they press."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kravkompass.followup.deviation import ActionPlan, Deviation, LadderStep
from kravkompass.followup.escalation import Standing, standing
from kravkompass.followup.ladder import Step

if TYPE_CHECKING:
    from kravkompass.followup.contract import FrozenRequirement, Supplier
    from kravkompass.purchases.store import Store


@dataclass(frozen=True, slots=True)
class Dossier:
    """One deviation with all that belongs to it. Steps are in the order of their days, plans in that of their numbers."""

    deviation: Deviation
    supplier: Supplier | None
    requirement: FrozenRequirement | None
    steps: tuple[LadderStep, ...]
    plans: tuple[ActionPlan, ...]
    gathered: tuple[Deviation, ...]

    @property
    def standing(self) -> Standing:
        """Where it stands on its ladder."""
        return standing(self.deviation.severity, self.steps)

    @property
    def plan(self) -> ActionPlan | None:
        """The latest plan."""
        return self.plans[-1] if self.plans else None

    def of(self, step: Step) -> tuple[LadderStep, ...]:
        """Give the times a step was taken."""
        return tuple(one for one in self.steps if one.step is step)


def dossiers(
    store: Store, suppliers: Iterable[Supplier], requirements: Iterable[FrozenRequirement], contract: str
) -> tuple[Dossier, ...]:
    """Give a contract's deviations: open ones first, the earliest deadline before the others; then closed ones, the latest first."""
    every = store.parts(Deviation, ("found",), contract=contract)
    steps = store.parts(LadderStep, ("day",), contract=contract)
    plans = store.parts(ActionPlan, ("number",), contract=contract)
    supplier_of = {one.id: one for one in suppliers}
    requirement_of = {one.id: one for one in requirements}
    return tuple(
        Dossier(
            one,
            supplier_of.get(one.supplier),
            requirement_of.get(one.requirement),
            _in_order(step for step in steps if step.deviation == one.id),
            tuple(plan for plan in plans if plan.deviation == one.id),
            tuple(small for small in every if small.id in one.gathers),
        )
        for one in sorted(every, key=_urgency)
    )


def _urgency(deviation: Deviation) -> tuple[bool, int, date]:
    if deviation.is_open:
        return False, 0, deviation.deadline or date.max
    return True, -(deviation.closed or date.min).toordinal(), date.max


def _in_order(steps: Iterable[LadderStep]) -> tuple[LadderStep, ...]:
    return tuple(sorted(steps, key=lambda one: (one.day, list(Step).index(one.step), one.id)))
