"""A meeting with a supplier: what is gone through one matter at a time, and what both sides promise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kravkompass.followup.activity import Status


class MeetingKind(StrEnum):
    """What a meeting is for."""

    START = "start"
    FOLLOW_UP = "follow-up"
    EXTRA = "extra"
    FINAL = "final"


class MeetingState(StrEnum):
    """How far a meeting has come: being prepared, going on, read through by both sides, or closed for good."""

    PLANNED = "planned"
    RUNNING = "running"
    READ_THROUGH = "read-through"
    CLOSED = "closed"

    @property
    def is_under_way(self) -> bool:
        """Whether the meeting has begun and is not closed."""
        return self in {MeetingState.RUNNING, MeetingState.READ_THROUGH}


class Side(StrEnum):
    """A side of the table."""

    BUYER = "buyer"
    SUPPLIER = "supplier"


@dataclass(frozen=True, slots=True)
class Attendant:
    """Somebody who was there, in their role at work."""

    name: str
    role: str = ""
    side: Side = Side.SUPPLIER


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting about a contract with one of its suppliers.

    ``language`` is that of its minutes, ``activities`` are the ids of the activities of the plan it does. ``began`` and ``closed`` are ISO
    times in UTC. What is written about the meeting itself while it goes on is in its draft, and moves here when it is closed.
    ``minutes`` is the checksum of the minutes as they were made at closing.
    """

    id: str
    contract: str
    supplier: str
    day: date
    kind: MeetingKind
    state: MeetingState = MeetingState.PLANNED
    language: str = ""
    place: str = ""
    present: tuple[Attendant, ...] = ()
    note: str = ""
    next_day: date | None = None
    activities: tuple[str, ...] = ()
    began: str = ""
    closed: str = ""
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """What is being written about a meeting itself, saved at every pause; it has the meeting's id.

    ``at`` is the id of the matter on the table, ``saved`` the ISO time in UTC of the last pause.
    """

    id: str
    contract: str
    place: str = ""
    present: tuple[Attendant, ...] = ()
    note: str = ""
    next_day: date | None = None
    language: str = ""
    at: str = ""
    saved: str = ""


class MatterKind(StrEnum):
    """What a matter is about."""

    PROMISE = "promise"
    DEVIATION = "deviation"
    REQUIREMENT = "requirement"
    POINT = "point"


class Why(StrEnum):
    """Why a matter is on the agenda."""

    PROMISED = "promised"
    DEVIATION = "deviation"
    DUE = "due"
    LEFT_OPEN = "left-open"
    UNANSWERED = "unanswered"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise as it is being written down at the table."""

    what: str = ""
    owner: str = ""
    side: Side = Side.SUPPLIER
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to go through at a meeting, saved at every pause.

    ``about`` is the id of the frozen requirement, promise or deviation; empty for a point of its own, which has a ``title``.
    ``status`` is None until somebody has said something. ``raise_deviation`` is None until the buyer has decided about what the rules
    propose. ``evidence`` are ids; ``saved`` is an ISO time in UTC.
    """

    id: str
    contract: str
    meeting: str
    position: int
    kind: MatterKind
    about: str = ""
    why: Why = Why.ADDED
    title: str = ""
    status: Status | None = None
    note: str = ""
    pledges: tuple[Pledge, ...] = ()
    evidence: tuple[str, ...] = ()
    raise_deviation: bool | None = None
    saved: str = ""

    @property
    def is_dealt_with(self) -> bool:
        """Whether the meeting has come to a status, or, for a point of its own, to anything at all."""
        return self.status is not None or (self.kind is MatterKind.POINT and bool(self.note or self.pledges or self.evidence))


class PromiseState(StrEnum):
    """What came of a promise."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Promise:
    """What one side promised the other at a meeting: who does it, by when, and what came of it.

    ``requirement`` and ``deviation`` are the ids of what it is about, empty for neither; ``done`` is the day it was kept.
    """

    id: str
    contract: str
    supplier: str
    meeting: str
    what: str
    owner: str
    side: Side
    due: date | None = None
    requirement: str = ""
    deviation: str = ""
    state: PromiseState = PromiseState.OPEN
    done: date | None = None
    note: str = ""

    def is_late(self, today: date) -> bool:
        """Whether it is open and its day has passed."""
        return self.state is PromiseState.OPEN and self.due is not None and self.due < today


def as_written(meeting: Meeting, draft: MeetingDraft | None) -> Meeting:
    """Give a meeting with what its draft says of it; a closed one, or one without a draft, as it is."""
    if draft is None or meeting.state is MeetingState.CLOSED:
        return meeting
    return replace(
        meeting,
        place=draft.place,
        present=draft.present,
        note=draft.note,
        next_day=draft.next_day,
        language=draft.language or meeting.language,
    )
