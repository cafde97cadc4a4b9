"""A contract's plan: what is to be done, what has been, what will not be checked, and the hours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Who
from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.calendar import Shift, moved
from kravkompass.followup.laying_out import Gap, LaidOut, last_day
from kravkompass.followup.planning import Occasion
from kravkompass.followup.replanning import is_moved, overdue, replan, unchecked
from kravkompass.screens.contract_planning import laid_out, recorded

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.followup.contract import FrozenRequirement, Supplier
    from kravkompass.followup.replanning import Replanned
    from kravkompass.screens.contract import ContractScreen

Undo = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Hours:
    """The buyer's hours in a year of the contract (the first is 1): there are, planned, used so far; 0 there are when not said."""

    year: int
    there_are: int
    planned: float
    used: float

    @property
    def left(self) -> float:
        """The hours that are left when all that is planned has been done; negative when there are too few."""
        return self.there_are - self.planned - self.used


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan as it stands: overdue, coming, done and dropped activities, what will not be checked, and what does not fit any more.

    ``outdated`` is what laying the plan out anew would do, ``beyond`` what stands after the contract's last day.
    """

    overdue: tuple[KeptActivity, ...]
    coming: tuple[KeptActivity, ...]
    past: tuple[KeptActivity, ...]
    gaps: tuple[Gap, ...]
    outdated: Replanned
    beyond: tuple[KeptActivity, ...]
    hours: Hours | None

    @property
    def activities(self) -> tuple[KeptActivity, ...]:
        """All of it in the order it is shown: overdue first, then coming, then done and dropped."""
        return (*self.overdue, *self.coming, *self.past)


class ContractPlan:
    """One contract's plan."""

    def __init__(self, screen: ContractScreen) -> None:
        self._screen = screen
        self._store = screen.store

    @property
    def today(self) -> date:
        """The day it is."""
        return self._screen.today

    def view(self) -> PlanView:
        """Give the plan as it stands."""
        kept = self._store.parts(KeptActivity, ("day", "occasion", "key", "supplier"), contract=self._screen.id)
        now = laid_out(self._store, self._screen.id)
        late = overdue(kept, self.today)
        last = last_day(self._screen.contract)
        waiting = [one for one in kept if one.state is State.PLANNED and one.day >= self.today]
        finished = [one for one in kept if one.state is not State.PLANNED]
        return PlanView(
            late,
            tuple(waiting),
            tuple(sorted(finished, key=lambda one: one.when, reverse=True)),
            unchecked(kept, now),
            replan(kept, now),
            tuple(one for one in (*late, *waiting) if last is not None and is_moved(one) and one.day > last),
            self._hours(kept, now),
        )

    def activity(self, identity: str) -> KeptActivity:
        """Give an activity. Raises PartMissingError."""
        return self._store.part(KeptActivity, identity)

    def shift(self, activity: KeptActivity) -> Shift:
        """Say from which day the calendar moved an activity, and why; nothing in the way where the buyer moved it herself."""
        if activity.reason or activity.day == activity.planned:
            return Shift(activity.day, activity.day)
        return moved(activity.planned, self._screen.contract.country)

    def suppliers(self) -> Mapping[str, Supplier]:
        """Give the contract's suppliers by id."""
        return {one.id: one for one in self._screen.suppliers}

    def requirements(self) -> Mapping[str, FrozenRequirement]:
        """Give the contract's requirements by id."""
        return {one.id: one for one in self._screen.requirements}

    def _hours(self, kept: Iterable[KeptActivity], now: LaidOut) -> Hours | None:
        """Add up the year of the contract it is today; the first year before the start, None without a start."""
        start = self._screen.contract.start
        if start is None:
            return None
        year = _year(start, max(self.today, start))
        of_year = [one for one in kept if _year(start, max(one.when, start)) == year]
        planned = sum(one.minutes for one in of_year if one.state is State.PLANNED)
        used = sum(one.time_used for one in of_year)
        return Hours(year, now.budget.hours, planned / 60, used / 60)

    # -- verbs: each gives what takes it back

    def finish(self, activity: KeptActivity, day: date, used: int | None, note: str) -> Undo:
        """Say that an activity was done on a day, in so many minutes (None when not said), with a note."""
        return self._keep(replace(activity, state=State.DONE, done=day, used=used, note=note))

    def move(self, activity: KeptActivity, day: date, reason: str) -> Undo:
        """Move an activity to another day, with the reason."""
        return self._keep(replace(activity, day=day, reason=reason))

    def drop(self, activity: KeptActivity, reason: str) -> Undo:
        """Leave an activity out, with the reason. It stays in sight."""
        return self._keep(replace(activity, state=State.DROPPED, reason=reason))

    def reopen(self, activity: KeptActivity) -> Undo:
        """Plan an activity that was done or dropped once more, on the day the plan gives it."""
        return self._keep(replace(activity, state=State.PLANNED, done=None, used=None, reason=""), anew=True)

    def drop_overdue(self, reason: str) -> Undo:
        """Leave everything out that should have been done before today, with one reason: for a contract that was entered late."""
        late = overdue(self._store.parts(KeptActivity, contract=self._screen.id), self.today)
        return self._keep(*(replace(one, state=State.DROPPED, reason=reason) for one in late))

    def add(self, title: str, day: date, minutes: int, requirements: tuple[str, ...] = (), supplier: str = "", who: Who = Who.BUYER) -> Undo:
        """Add an activity of the buyer's own."""
        own = KeptActivity(
            "", self._screen.id, "", Occasion.OWN, day, day, who, minutes, title=title, requirements=requirements, supplier=supplier
        )
        return self._keep(own)

    def remove(self, activity: KeptActivity) -> Undo:
        """Take an activity of the buyer's own away for good."""
        with recorded(self._store) as record:
            record.drop(activity)
            return record.undo()

    def lay_out_anew(self) -> tuple[Replanned, Undo]:
        """Let the plan follow the contract as it stands now."""
        with recorded(self._store) as record:
            return record.plan_anew(self._screen.id), record.undo()

    def _keep(self, *activities: KeptActivity, anew: bool = False) -> Undo:
        with recorded(self._store) as record:
            for one in activities:
                record.keep(one)
            if anew:
                record.plan_anew(self._screen.id)
            return record.undo()


def _year(start: date, day: date) -> int:
    """Give the year of the contract a day is in; the first is 1."""
    return day.year - start.year + ((day.month, day.day) >= (start.month, start.day))
