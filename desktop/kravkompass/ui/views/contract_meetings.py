"""How the meetings of a contract look: those held and prepared, a new one to prepare, and what was promised."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kravkompass.followup.meeting import MeetingState, PromiseState
from kravkompass.followup.meeting_naming import KIND_NAMES, SIDE_NAMES, STATE_NAMES
from kravkompass.screens.contract_meetings import Meetings
from kravkompass.ui.layout import Flow, clear, column, row
from kravkompass.ui.look import MEDIUM, SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.meeting_preparing import Preparing
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.surfaces import Card, SectionTitle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.followup.meeting import Promise
    from kravkompass.language import Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_meetings import MeetingRow
    from kravkompass.ui.language import Voice
    from kravkompass.ui.view import View
    from kravkompass.ui.work import Workers

_STATE_TONES = {
    MeetingState.PLANNED: Tone.INFO,
    MeetingState.RUNNING: Tone.WARNING,
    MeetingState.READ_THROUGH: Tone.WARNING,
    MeetingState.CLOSED: Tone.POSITIVE,
}


class MeetingsPage(ContractPage):
    """The meetings, the latest first."""

    section = "meetings"

    def __init__(self, voice: Voice, screen: ContractScreen, workers: Workers) -> None:
        super().__init__(voice, screen, workers)
        self.meetings = Meetings(screen)
        self.new = Button(voice, lambda t: t.say("Prepare a meeting"), Weight.PRIMARY, "add")
        self.new.clicked.connect(self.prepare)
        self.set_actions([self.new])
        self.preparing = Preparing(voice, screen, self.meetings)
        self.preparing.prepared.connect(self._prepared)
        self.preparing.cancelled.connect(self._put_away)
        self.preparing.hide()
        self._list = column(gap=MEDIUM)
        self._promises = column(gap=SMALL)
        self.add(self.preparing)
        self.add(self._list)
        self.add(self._promises)

    def refresh(self) -> None:
        """Show the meetings and the promises."""
        self.new.setEnabled(bool(self.contract_screen.suppliers) and self.preparing.isHidden())
        clear(self._list)
        rows = self.meetings.rows()
        for one in rows:
            self._list.addWidget(self._line(one))
        if not rows:
            self._list.addWidget(self._nothing_yet())
        clear(self._promises)
        for part in self._promise_parts():
            self._promises.addWidget(part)

    def first_focus(self) -> QWidget:
        """Begin at the button."""
        return self.new

    def prepare(self) -> None:
        """Show what the next meeting would go through."""
        self.preparing.begin()
        self.preparing.show()
        self.new.setEnabled(False)
        self.preparing.setFocus()

    def open(self, meeting: str) -> None:
        """Show a meeting over the whole window."""
        self.leave_for.emit(meeting_view(self.voice, self.contract_screen, self.workers, meeting))

    def _prepared(self, meeting: str, begins: bool) -> None:
        self._put_away()
        if begins:
            self.open(meeting)
        else:
            self.message.emit(lambda t: t.say("The meeting has been prepared."), None)

    def _put_away(self) -> None:
        self.preparing.hide()
        self.new.setEnabled(True)
        self.new.setFocus()

    def _nothing_yet(self) -> EmptyState:
        needs_supplier = not self.contract_screen.suppliers
        return EmptyState(
            self.voice,
            "meeting",
            lambda t: t.say("No meetings yet"),
            lambda t: (
                t.say("Add the supplier to the contract first.")
                if needs_supplier
                else t.say("Begin with a start meeting: go through the requirements together, one at a time.")
            ),
        )

    def _line(self, one: MeetingRow) -> QWidget:
        meeting = one.meeting
        chips = [
            Chip(self.voice, lambda t: t.say(STATE_NAMES[meeting.state]), _STATE_TONES[meeting.state]),
            Chip(self.voice, lambda t: t.say("{done} of {of} matters", done=t.formats.number(one.done), of=t.formats.number(one.of))),
        ]
        line = ListRow(self.voice, lambda t: _title(one, t), one.supplier, "meeting", chips)
        line.clicked.connect(lambda: self.open(meeting.id))
        whole = QWidget()
        across = row(whole, gap=SMALL)
        across.addWidget(line, 1)
        if meeting.state is MeetingState.PLANNED:
            drop = IconButton(self.voice, lambda t: t.say("Delete {title}", title=_title(one, t)), "delete")
            drop.clicked.connect(lambda: self.meetings.drop(meeting))
            across.addWidget(drop)
        return whole

    def _promise_parts(self) -> Iterator[QWidget]:
        still_open, settled = self.meetings.promises(is_open=True), self.meetings.promises(is_open=False)
        if still_open:
            yield SectionTitle(self.voice, lambda t: t.say("Open promises"), lambda t: t.say("What was promised at a meeting and is not done yet."))
        for one in still_open:
            yield self._promise(one)
        if settled:
            kept = sum(one.state is PromiseState.KEPT for one in settled)
            yield Label(self.voice, lambda t: t.say("{kept} of {of} earlier promises were kept.", kept=kept, of=len(settled)), Text.MUTED)

    def _promise(self, promise: Promise) -> Card:
        card = Card()
        line = row(gap=MEDIUM)
        words = column(gap=SMALL)
        words.addWidget(Label(self.voice, promise.what, Text.STRONG))
        words.addWidget(Label(self.voice, lambda t: _who(promise, t), Text.MUTED))
        line.addLayout(words, 1)
        if promise.is_late(self.contract_screen.today):
            line.addWidget(Chip(self.voice, lambda t: t.say("Late"), Tone.WARNING, "warning"), 0, Qt.AlignmentFlag.AlignTop)
        card.add(line)
        buttons = Flow(gap=SMALL)
        kept = Button(self.voice, lambda t: t.say("Kept"), icon="check")
        kept.clicked.connect(partial(self._settle, promise, PromiseState.KEPT))
        broken = Button(self.voice, lambda t: t.say("Not kept"), Weight.QUIET)
        broken.clicked.connect(partial(self._settle, promise, PromiseState.BROKEN))
        dropped = Button(self.voice, lambda t: t.say("No longer needed"), Weight.QUIET)
        dropped.clicked.connect(partial(self._settle, promise, PromiseState.DROPPED))
        buttons.add([kept, broken, dropped])
        card.add(buttons)
        return card

    def _settle(self, promise: Promise, state: PromiseState, _on: bool = False) -> None:
        self.meetings.settle(promise, state)
        self.message.emit(lambda t: t.say("The promise has been settled."), lambda: self.meetings.settle(promise, PromiseState.OPEN))


def meeting_view(voice: Voice, screen: ContractScreen, workers: Workers, meeting: str) -> View:
    """Give the view of a meeting, from which one comes back to the meetings of its contract."""
    from kravkompass.ui.views.contract import ContractView
    from kravkompass.ui.views.meeting import MeetingView

    def back() -> View:
        return ContractView(voice, screen, workers, MeetingsPage.section)

    return MeetingView(voice, Meetings(screen).open(meeting), workers, back)


def _title(one: MeetingRow, t: Translation) -> str:
    return f"{t.say(KIND_NAMES[one.meeting.kind])}, {t.formats.short_date(one.meeting.day)}"


def _who(promise: Promise, t: Translation) -> str:
    due = t.formats.short_date(promise.due) if promise.due else t.say("no date")
    return " · ".join(part for part in (promise.owner, t.say(SIDE_NAMES[promise.side]), due) if part)
