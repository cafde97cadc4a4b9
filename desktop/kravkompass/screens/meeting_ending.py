"""The end of a meeting: what it comes to, what is missing, and closing it for good."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kravkompass.followup.closing import Closing, closing, proposes_deviation
from kravkompass.followup.contract import Supplier
from kravkompass.followup.meeting import MeetingDraft, MeetingState

if TYPE_CHECKING:
    from kravkompass.followup.activity import KeptActivity
    from kravkompass.followup.meeting import Matter
    from kravkompass.screens.meeting import MeetingScreen


class Ending:
    """What a meeting comes to as it stands now."""

    def __init__(self, screen: MeetingScreen) -> None:
        self._screen = screen
        self._planned = frozenset(screen.meeting.activities)

    def comes_to(self, at: str = "") -> Closing:
        """Work out what the meeting comes to if it is closed, now or at a time."""
        screen = self._screen
        suppliers = screen.store.parts(Supplier, contract=screen.contract.id)
        return closing(screen.meeting, screen.matters, screen.known, suppliers, at or screen.time(), screen.contract.country)

    def proposed_deviations(self) -> tuple[Matter, ...]:
        """Give the matters that the rules propose to raise a deviation about."""
        here = tuple(one for one in self._screen.known.deviations if one.supplier == self._screen.supplier.id)
        return tuple(one for one in self._screen.matters if proposes_deviation(one, here))

    def activities(self) -> tuple[KeptActivity, ...]:
        """Give the activities of the plan that the meeting was to do."""
        return tuple(one for one in self._screen.known.activities if one.id in self._planned)

    def choose_activities(self, chosen: tuple[str, ...]) -> None:
        """Say which of them it does."""
        self._screen.mark(activities=chosen)

    def missing(self) -> tuple[int, int]:
        """Count the matters that were not gone through, and the promises without a name or a day: such a one is not a promise."""
        matters = self._screen.matters
        pledges = [pledge for one in matters for pledge in one.pledges if pledge.what]
        return sum(not one.is_dealt_with for one in matters), sum(not one.owner or one.due is None for one in pledges)

    def first_left(self) -> str:
        """Give the first matter that was not gone through; empty when all were."""
        return next((one.id for one in self._screen.matters if not one.is_dealt_with), "")

    def close(self) -> Closing:
        """Close the meeting: its outcomes, promises and deviations are kept, and its activities are done. All of it, or none.

        Raises KnownError when that cannot be saved; the meeting then goes on.
        """
        screen = self._screen
        screen.save()
        at = screen.time()
        comes_to = self.comes_to(at)
        with screen.store.change() as change:
            keep = change.contracts.keep
            outcomes = {one.requirement: keep(replace(one, at=at)).id for one in comes_to.outcomes}
            for promise in comes_to.promises:
                keep(promise)
            for activity in comes_to.activities:
                keep(activity)
            for deviation in comes_to.deviations:
                keep(replace(deviation, outcome=outcomes[deviation.requirement]))
            closed = keep(replace(screen.meeting, state=MeetingState.CLOSED, closed=at))
            for draft in screen.store.parts(MeetingDraft, id=closed.id):
                change.contracts.drop(draft)
        screen.read_again()
        return comes_to
