"""Changes of a contract that its plan follows: made together, told of together, and taken back together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from kravkompass.followup.activity import KeptActivity
from kravkompass.followup.contract import Contract, FrozenRequirement, Supplier
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.laying_out import LaidOut, lay_out
from kravkompass.followup.lightening import with_reuse
from kravkompass.followup.replanning import Replanned, replan
from kravkompass.followup.shared_finding import TakenOver
from kravkompass.screens.profile import profile_of

if TYPE_CHECKING:
    from kravkompass.purchases.change import Change
    from kravkompass.purchases.parts import Part
    from kravkompass.purchases.store import Store

P = TypeVar("P", bound="Part")


def laid_out(store: Store, contract: str) -> LaidOut:
    """Lay a contract's plan out from what is kept of it, with the hours of the profile where it says none.

    What others' checks stand for is not in it again.
    """
    plan = lay_out(
        store.part(Contract, contract),
        store.parts(FrozenRequirement, ("number",), contract=contract),
        store.parts(Supplier, ("name",), contract=contract),
        profile_of(store.settings()).hours,
        store.parts(Evidence, ("name",), contract=contract),
    )
    return replace(plan, activities=with_reuse(plan.activities, store.parts(TakenOver, contract=contract)))


def pending(store: Store, contract: str) -> Replanned:
    """Give what laying the plan out anew would do."""
    return replan(store.parts(KeptActivity, contract=contract), laid_out(store, contract))


@dataclass(slots=True)
class Recorder:
    """Keeps and drops parts of contracts in one change, and remembers what stood there before."""

    store: Store
    change: Change
    _before: list[tuple[Part | None, Part | None]] = field(default_factory=list)

    def keep(self, part: P) -> P:
        """Add or replace a part, and give it back as it is kept."""
        before = next(iter(self.store.parts(type(part), id=part.id)), None) if part.id else None
        kept = self.change.contracts.keep(part)
        self._before.append((before, kept))
        return kept

    def drop(self, part: Part) -> None:
        """Take a part away."""
        self.change.contracts.drop(part)
        self._before.append((part, None))

    def plan_anew(self, contract: str, key: str = "") -> Replanned:
        """Lay the contract's plan out over the one that is kept, or only the activities with a key, and give what that did, with ids."""
        changes = pending(self.store, contract)
        if key:
            changes = changes.about(key)
        for one in changes.taken:
            self.drop(one)
        altered = tuple(self.keep(one) for one in changes.altered)
        return Replanned(tuple(self.keep(one) for one in changes.added), altered, changes.taken)

    def undo(self) -> Callable[[], None]:
        """Give what takes all of it back."""
        before = tuple(reversed(self._before))

        def take_back() -> None:
            with self.store.change() as change:
                for old, new in before:
                    if old is not None:
                        change.contracts.keep(old)
                    elif new is not None:
                        change.contracts.drop(new)

        return take_back


@contextmanager
def recorded(store: Store) -> Iterator[Recorder]:
    """Make one change of a contract and its plan that can be taken back as a whole."""
    with store.change() as change:
        yield Recorder(store, change)
