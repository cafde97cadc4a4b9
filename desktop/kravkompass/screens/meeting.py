"""A meeting with a supplier as it goes on: one matter at a time, everything saved as it is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from kravkompass.followup.agenda import Known
from kravkompass.followup.contract import Contract, FrozenRequirement, Supplier
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.meeting import Matter, MatterKind, Meeting, MeetingDraft, MeetingState, as_written
from kravkompass.followup.subjects import Subject, subjects_of
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.model import new_id
from kravkompass.screens.known import known_of

if TYPE_CHECKING:
    from kravkompass.language import Language
    from kravkompass.purchases.store import Store

WHO = "who"
"""The step before the first matter: where the meeting is held, and who is there."""
READ_THROUGH = "read-through"
"""The step after the last matter: both sides read what was written."""


class MeetingScreen:
    """One meeting.

    What is written is kept here at once and saved in the same breath. When saving fails the error is raised, what was written stays
    unsaved, and `save` tries again with all of it. Only one screen of a meeting may write at a time.
    """

    kinds = frozenset({Kind.MEETINGS})

    def __init__(self, store: Store, meeting: str) -> None:
        """Raises PartMissingError when there is no such meeting."""
        self.store = store
        self._kept = store.part(Meeting, meeting)
        drafts = store.parts(MeetingDraft, id=meeting)
        self._draft = drafts[0] if drafts else _draft_of(self._kept)
        self._matters = {one.id: one for one in store.parts(Matter, ("position",), meeting=meeting)}
        self._unsaved: dict[str, Matter | MeetingDraft | Evidence] = {}
        self.contract = store.part(Contract, self._kept.contract)
        self.supplier = store.part(Supplier, self._kept.supplier)
        self._known: Known | None = None

    # -- what there is

    @property
    def meeting(self) -> Meeting:
        """The meeting, with what has been written about it."""
        return as_written(self._kept, self._draft)

    @property
    def matters(self) -> tuple[Matter, ...]:
        """Its matters, in order."""
        return tuple(sorted(self._matters.values(), key=lambda one: (one.position, one.id)))

    @property
    def known(self) -> Known:
        """What is known of the contract; read once, since nothing but the meeting alters it while it goes on."""
        if self._known is None:
            self._known = known_of(self.store, self.contract.id, self.supplier.id)
        return self._known

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of the meeting: who is there, every matter by its id, and reading through."""
        return (WHO, *(one.id for one in self.matters), READ_THROUGH)

    @property
    def at(self) -> str:
        """The step on the table."""
        return self._draft.at if self._draft.at in self.steps else WHO

    @property
    def matter(self) -> Matter | None:
        """The matter on the table, if one is."""
        return self._matters.get(self.at)

    @property
    def progress(self) -> tuple[int, int]:
        """How many matters have been dealt with, and of how many."""
        return sum(one.is_dealt_with for one in self._matters.values()), len(self._matters)

    @property
    def saved(self) -> datetime | None:
        """The time something was saved last."""
        latest = max([self._draft.saved, *(one.saved for one in self._matters.values())])
        return datetime.fromisoformat(latest) if latest else None

    @property
    def is_saved(self) -> bool:
        """Whether all that was written is saved."""
        return not self._unsaved

    @property
    def is_closed(self) -> bool:
        """Whether the meeting has been closed for good."""
        return self._kept.state is MeetingState.CLOSED

    def subject(self, matter: Matter, language: Language) -> Subject:
        """Say what a matter is about, in a language."""
        return subjects_of(self.known).of(matter, language)

    # -- going on

    def begin(self) -> None:
        """Begin the meeting, or go on with one that was interrupted."""
        if self._kept.state is MeetingState.PLANNED:
            self.mark(state=MeetingState.RUNNING, began=self.time())

    def go(self, step: str) -> None:
        """Put a step on the table. Raises KeyError for one that is not of this meeting."""
        if step not in self.steps:
            raise KeyError(step)
        reading = step == READ_THROUGH
        if self._kept.state.is_under_way and reading is not (self._kept.state is MeetingState.READ_THROUGH):
            self.mark(state=MeetingState.READ_THROUGH if reading else MeetingState.RUNNING)
        self.describe(at=step)

    def step(self, by: int) -> None:
        """Go so many steps on, or back."""
        steps = self.steps
        self.go(steps[min(max(steps.index(self.at) + by, 0), len(steps) - 1)])

    def next_open(self) -> str:
        """Give the next step that has not been dealt with, after the one on the table and then from the beginning."""
        steps = [one.id for one in self.matters]
        place = steps.index(self.at) + 1 if self.at in steps else 0
        order = [*steps[place:], *steps[:place]]
        return next((one for one in order if not self._matters[one].is_dealt_with), READ_THROUGH)

    # -- writing

    def write(self, matter: str, *beside: Evidence, **changes: Any) -> None:  # noqa: ANN401 - the fields of a matter
        """Write about a matter: its status, note, pledges and so on, and keep evidence with it.

        Raises KnownError when it cannot be saved yet. A closed meeting stays as it is.
        """
        before = self._matters[matter]
        after = replace(before, **changes)
        if after != before and not self.is_closed:
            self._matters[matter] = after
            self._unsaved[matter] = after
            for one in beside:
                self._unsaved[one.id] = one
            self.save()

    def describe(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of a draft
        """Write about the meeting itself: place, present, note, next day, language. Raises as `write`."""
        after = replace(self._draft, **changes)
        if after != self._draft and not self.is_closed:
            self._draft = after
            self._unsaved[after.id] = after
            self.save()

    def save(self) -> None:
        """Save what is not saved. Raises KnownError when that cannot be done now; nothing of it is then lost here."""
        if not self._unsaved:
            return
        at = self.time()
        with self.store.change() as change:
            kept = [
                change.contracts.keep(one if isinstance(one, Evidence) else replace(one, saved=at)) for one in self._unsaved.values()
            ]
        for one in kept:
            if isinstance(one, Matter):
                self._matters[one.id] = one
            elif isinstance(one, MeetingDraft):
                self._draft = one
        self._unsaved = {}

    def add_point(self, title: str) -> str:
        """Add a point of its own at the end, and give its id."""
        return self._add(MatterKind.POINT, title=title)

    def add_requirement(self, requirement: str) -> str:
        """Take up a requirement that is not on the agenda, and give the matter's id."""
        return self._add(MatterKind.REQUIREMENT, about=requirement)

    def _add(self, kind: MatterKind, **fields: str) -> str:
        position = max((one.position for one in self._matters.values()), default=-1) + 1
        added = Matter(new_id(), self.contract.id, self._kept.id, position, kind, **fields)  # type: ignore[arg-type]
        self._matters[added.id] = self._unsaved[added.id] = added
        self.save()
        return added.id

    @property
    def day(self) -> date:
        """The day of the meeting."""
        return self._kept.day

    def left_out(self) -> tuple[FrozenRequirement, ...]:
        """Give the supplier's requirements that are not on the agenda."""
        taken = {one.about for one in self._matters.values()}
        return tuple(one for one in self.known.requirements if one.holds_for(self.supplier) and one.id not in taken)

    def mark(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of a meeting
        """Keep something of the meeting itself that is not in its draft: its state, or the activities it does."""
        with self.store.change() as change:
            self._kept = change.contracts.keep(replace(self._kept, **changes))

    def read_again(self) -> None:
        """Read the meeting itself again, after something else than this screen has altered it."""
        self._kept = self.store.part(Meeting, self._kept.id)

    def time(self) -> str:
        """Give the time it is, as it is kept."""
        return self.store.time().astimezone(UTC).isoformat(timespec="milliseconds")


def _draft_of(meeting: Meeting) -> MeetingDraft:
    return MeetingDraft(
        meeting.id, meeting.contract, meeting.place, meeting.present, meeting.note, meeting.next_day, meeting.language
    )
