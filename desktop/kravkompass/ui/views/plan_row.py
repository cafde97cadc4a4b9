"""How one activity of a plan looks: when and what, with whom, what it checks, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance

from kravkompass.catalog.naming import name
from kravkompass.catalog.terms import Who
from kravkompass.followup.activity import State
from kravkompass.followup.calendar import said_shift
from kravkompass.followup.plan_naming import activity_name
from kravkompass.followup.replanning import is_moved
from kravkompass.ui.layout import column, row
from kravkompass.ui.look import LARGE, SMALL, TIGHT, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from kravkompass.followup.activity import KeptActivity
    from kravkompass.followup.calendar import Shift
    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice, Wording


class PlanRow(Card):
    """One activity. Its signals ask the page to do something about it."""

    finish_it = Signal()
    move_it = Signal()
    leave_it_out = Signal()
    reopen_it = Signal()
    remove_it = Signal()

    def __init__(
        self, voice: Voice, activity: KeptActivity, shift: Shift, supplier: str, titles: Sequence[str], today: date
    ) -> None:
        super().__init__(gap=SMALL, margins=LARGE)
        self.voice = voice
        self.activity = activity
        self._supplier, self._titles, self._shift = supplier, titles, shift
        self._late = activity.state is State.PLANNED and activity.day < today
        head = row(gap=SMALL)
        head.addWidget(Label(voice, self._what, Text.STRONG), 1)
        for chip in self._chips():
            head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=TIGHT)
        words.addLayout(head)
        words.addWidget(Label(voice, self._detail, Text.MUTED))
        for line in self._reasons():
            words.addWidget(line)
        self.add(words)
        below = row(gap=SMALL)
        if titles:
            listed = Label(voice, "\n".join(titles))
            below.addWidget(Expander(voice, lambda t: t.count("{n} requirement", "{n} requirements", len(titles)), listed), 1)
        else:
            below.addStretch()
        buttons = column(gap=0)
        buttons.addLayout(self._buttons())
        buttons.addStretch()
        below.addLayout(buttons)
        self.add(below)

    def _what(self, t: Translation) -> str:
        return f"{t.formats.short_date(self.activity.when)}  {self._name(t)}"

    def _detail(self, t: Translation) -> str:
        who = "" if self.activity.who is Who.BUYER else name(self.activity.who, t)
        return " · ".join(part for part in (self._supplier, who, said_minutes(self.activity.time, t)) if part)

    def _chips(self) -> Iterator[Chip]:
        if self._late:
            yield Chip(self.voice, lambda t: t.say("Overdue"), Tone.WARNING, "warning")
        if self.activity.state is State.DONE:
            yield Chip(self.voice, lambda t: t.say("Done"), Tone.POSITIVE, "check")
        if self.activity.state is State.DROPPED:
            yield Chip(self.voice, lambda t: t.say("Left out of the plan"), Tone.NEUTRAL, "leave")

    def _reasons(self) -> Iterator[Label]:
        one = self.activity
        if is_moved(one):
            yield Label(
                self.voice,
                lambda t: t.say("Moved from {day}: {reason}", day=t.formats.short_date(one.planned), reason=one.reason),
                Text.MUTED,
            )
        elif one.reason:
            yield Label(self.voice, lambda t: t.say("Reason: {reason}", reason=one.reason), Text.MUTED)
        elif self._shift.why:
            yield Label(self.voice, lambda t: said_shift(self._shift, t), Text.MUTED)
        if one.note:
            yield Label(self.voice, one.note).selectable()

    def _buttons(self) -> QHBoxLayout:
        line = row(gap=TIGHT)
        if self.activity.state is not State.PLANNED:
            line.addWidget(self._icon("undo", self.reopen_it, lambda t: t.say("Plan again: {activity}", activity=self._name(t))))
            return line
        done = Button(self.voice, lambda t: t.say("Done …"), Weight.SECONDARY, "check")
        done.clicked.connect(self.finish_it)
        line.addWidget(done)
        line.addWidget(self._icon("calendar", self.move_it, lambda t: t.say("Move: {activity}", activity=self._name(t))))
        if self.activity.key:
            line.addWidget(self._icon("leave", self.leave_it_out, lambda t: t.say("Leave out: {activity}", activity=self._name(t))))
        else:
            line.addWidget(self._icon("delete", self.remove_it, lambda t: t.say("Delete {title}", title=self._name(t))))
        return line

    def _name(self, t: Translation) -> str:
        return activity_name(self.activity, t)

    def _icon(self, icon: str, signal: SignalInstance, wording: Wording) -> IconButton:
        button = IconButton(self.voice, wording, icon)
        button.clicked.connect(signal)
        return button

    def first_focus(self) -> QWidget | None:
        """Give the widget that gets the keyboard when the activity is opened from elsewhere."""
        return self.findChild(Button)


def said_minutes(minutes: int, t: Translation) -> str:
    """Say a time: minutes up to an hour, then hours."""
    if minutes < 60:
        return t.say("{n} min", n=t.formats.number(minutes))
    return t.say("{n} h", n=t.formats.number(round(minutes / 60, 1)))
