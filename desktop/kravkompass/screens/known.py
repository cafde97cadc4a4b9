"""What is known of a contract, gathered from the store for the rules of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.followup.activity import KeptActivity, Outcome
from kravkompass.followup.agenda import Known
from kravkompass.followup.contract import FrozenRequirement
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.meeting import Matter, Meeting, MeetingState, Promise

if TYPE_CHECKING:
    from kravkompass.purchases.store import Store


def known_of(store: Store, contract: str, supplier: str = "") -> Known:
    """Gather what is known of a contract, with the matters of the last meeting with a supplier."""
    requirements = store.parts(FrozenRequirement, contract=contract)
    return Known(
        tuple(sorted(requirements, key=lambda one: (len(one.number), one.number))),
        store.parts(KeptActivity, ("day",), contract=contract),
        store.parts(Outcome, ("day", "at"), contract=contract),
        store.parts(Promise, ("due",), contract=contract),
        store.parts(Deviation, ("found",), contract=contract),
        _last_matters(store, contract, supplier),
    )


def _last_matters(store: Store, contract: str, supplier: str) -> tuple[Matter, ...]:
    closed = store.parts(Meeting, ("day", "closed"), contract=contract, supplier=supplier, state=MeetingState.CLOSED.value)
    return store.parts(Matter, ("position",), meeting=closed[-1].id) if closed else ()
