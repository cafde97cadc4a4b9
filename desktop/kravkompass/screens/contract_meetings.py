"""The meetings of a contract: those held, one to prepare, and what was promised at them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kravkompass.followup.agenda import Known, agenda, due_activities, only_of
from kravkompass.followup.contract import Supplier
from kravkompass.followup.meeting import (
    Attendant,
    Matter,
    Meeting,
    MeetingDraft,
    MeetingKind,
    MeetingState,
    Promise,
    PromiseState,
    Side,
)
from kravkompass.screens.known import known_of
from kravkompass.screens.meeting import MeetingScreen

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.followup.activity import KeptActivity
    from kravkompass.language import Language
    from kravkompass.screens.contract import ContractScreen


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting as a list shows it: with its supplier's name, and how many of its matters were gone through."""

    meeting: Meeting
    supplier: str
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a meeting would go through and which activities it would do, before it is made."""

    matters: tuple[Matter, ...]
    activities: tuple[KeptActivity, ...]
    known: Known


class Meetings:
    """The meetings of a contract."""

    def __init__(self, contract: ContractScreen) -> None:
        self._contract = contract

    def rows(self) -> tuple[MeetingRow, ...]:
        """Give the meetings, the latest first."""
        store, names = self._contract.store, {one.id: one.name for one in self._contract.suppliers}
        matters: dict[str, list[Matter]] = {}
        for one in store.parts(Matter, contract=self._contract.id):
            matters.setdefault(one.meeting, []).append(one)
        meetings = store.parts(Meeting, ("day", "began"), contract=self._contract.id)
        rows = [
            MeetingRow(one, names.get(one.supplier, ""), sum(m.is_dealt_with for m in matters.get(one.id, ())), len(matters.get(one.id, ())))
            for one in meetings
        ]
        return tuple(reversed(rows))

    def promises(self, *, is_open: bool) -> tuple[Promise, ...]:
        """Give the promises that are open, the earliest day first, or those that something came of."""
        found = self._contract.store.parts(Promise, ("due",), contract=self._contract.id)
        return tuple(one for one in found if (one.state is PromiseState.OPEN) is is_open)

    def settle(self, promise: Promise, state: PromiseState, note: str = "") -> None:
        """Say what came of a promise, or that it is open again."""
        done = self._contract.today if state is PromiseState.KEPT else None
        with self._contract.change() as change:
            change.contracts.keep(replace(promise, state=state, done=done, note=note or promise.note))

    def kind_for(self, supplier: str) -> MeetingKind:
        """Give the kind of the next meeting with a supplier: the first is a start meeting."""
        return MeetingKind.FOLLOW_UP if any(one.meeting.supplier == supplier for one in self.rows()) else MeetingKind.START

    def propose(self, supplier: Supplier, kind: MeetingKind, day: date) -> Proposal:
        """Propose what a meeting goes through. Nothing in it is about another supplier."""
        known = only_of(supplier, known_of(self._contract.store, self._contract.id, supplier.id))
        return Proposal(agenda(kind, day, known), due_activities(known.activities, kind, day), known)

    def prepare(
        self, supplier: Supplier, kind: MeetingKind, day: date, language: Language, without: Collection[str] = frozenset()
    ) -> str:
        """Make a meeting with its agenda, but for what is about these ids, and give its id."""
        proposal = self.propose(supplier, kind, day)
        matters = [one for one in proposal.matters if one.about not in without]
        activities = tuple(one.id for one in proposal.activities)
        with self._contract.change() as change:
            meeting = change.contracts.keep(
                Meeting("", self._contract.id, supplier.id, day, kind, language=language.value, activities=activities)
            )
            change.contracts.keep(MeetingDraft(meeting.id, meeting.contract, present=self._expected(), language=language.value))
            for place, one in enumerate(matters):
                change.contracts.keep(replace(one, contract=meeting.contract, meeting=meeting.id, position=place))
        return meeting.id

    def open(self, meeting: str) -> MeetingScreen:
        """Give the screen of a meeting."""
        return MeetingScreen(self._contract.store, meeting)

    def drop(self, meeting: Meeting) -> None:
        """Take away a meeting that has not been held."""
        if meeting.state is not MeetingState.PLANNED:
            return
        store = self._contract.store
        with store.change() as change:
            for matter in store.parts(Matter, meeting=meeting.id):
                change.contracts.drop(matter)
            for draft in store.parts(MeetingDraft, id=meeting.id):
                change.contracts.drop(draft)
            change.contracts.drop(meeting)

    def _expected(self) -> tuple[Attendant, ...]:
        """Give who is sure to be there: the buyer herself."""
        name = self._contract.store.settings().name or self._contract.contract.responsible
        return (Attendant(name, side=Side.BUYER),) if name else ()
