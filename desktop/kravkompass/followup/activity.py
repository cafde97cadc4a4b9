"""What is done to follow a contract up, and what was found: activities with dates, and outcomes of checks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kravkompass.catalog.terms import Method, Who
from kravkompass.followup.planning import Occasion


class State(StrEnum):
    """How an activity stands."""

    PLANNED = "planned"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class KeptActivity:
    """An activity of a contract's plan.

    ``key`` is the same each time the plan is laid out anew, so that what was moved, done or dropped stays so; it is empty for what the
    buyer added herself. ``planned`` is the day the plan gave, ``day`` the day it stands at now (the same unless it was moved,
    with ``reason``). ``minutes`` are the buyer's as planned, ``used`` those it took. ``requirements`` are ids of frozen requirements.
    """

    id: str
    contract: str
    key: str
    occasion: Occasion
    planned: date
    day: date
    who: Who
    minutes: int
    title: str = ""
    requirements: tuple[str, ...] = ()
    methods: tuple[Method, ...] = ()
    supplier: str = ""
    state: State = State.PLANNED
    reason: str = ""
    done: date | None = None
    used: int | None = None
    note: str = ""

    @property
    def time(self) -> int:
        """The buyer's minutes: those it took, or those that were planned where nobody wrote down what it took."""
        return self.minutes if self.used is None else self.used

    @property
    def time_used(self) -> int:
        """The buyer's minutes it took so far: nothing until it is done."""
        return self.time if self.state is State.DONE else 0

    @property
    def when(self) -> date:
        """The day it counts to: the one it was done on, or the one it stands at."""
        return self.done if self.state is State.DONE and self.done is not None else self.day


class Status(StrEnum):
    """What a check of a requirement showed."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NOT_CHECKED = "not-checked"
    NOT_APPLICABLE = "not-applicable"

    @property
    def is_checked(self) -> bool:
        """Whether somebody looked."""
        return self is not Status.NOT_CHECKED


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check of one frozen requirement at one supplier showed, on which day, and how it was checked.

    ``taken_over`` is the id of a finding taken over from another municipality; empty for one's own check. ``at`` is the time it was
    written down (ISO time in UTC), which tells the later of two on one day.
    """

    id: str
    contract: str
    supplier: str
    requirement: str
    day: date
    status: Status
    method: Method | None = None
    note: str = ""
    meeting: str = ""
    activity: str = ""
    taken_over: str = ""
    at: str = ""
