"""Reading through: both sides see all that was written before the meeting is closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.followup.meeting_naming import SIDE_NAMES, status_name
from kravkompass.followup.naming import occasion_name
from kravkompass.language import Languages
from kravkompass.screens.meeting_ending import Ending
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import MEDIUM, SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.views.meeting_matter import LOOKS
from kravkompass.ui.views.meeting_page import MeetingPage
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.choice import Alternative, MultiChoice
from kravkompass.ui.widgets.document_languages import DocumentLanguages
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.page import WORKING
from kravkompass.ui.widgets.surfaces import Card, SectionTitle
from kravkompass.ui.widgets.text_fields import SOON
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from kravkompass.followup.activity import KeptActivity
    from kravkompass.followup.meeting import Matter, Meeting
    from kravkompass.followup.subjects import Subject
    from kravkompass.language import Translation
    from kravkompass.screens.meeting import MeetingScreen
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.views.meeting_saving import Saving

_CLOSE, _GO_BACK = 1, 2
"""Answers to whether the meeting is to be closed."""


class ReadThroughPage(MeetingPage):
    """All matters with what was written; then what the meeting comes to, and closing it."""

    chosen = Signal(str)
    """The id of a matter to go back to."""
    closed = Signal()
    """Both sides have read through, and the meeting is to be closed."""

    def __init__(self, voice: Voice, screen: MeetingScreen, saving: Saving) -> None:
        super().__init__(voice, width=WORKING)
        self._screen = screen
        self._ending = Ending(screen)
        self._saving = saving
        self.set_title(
            lambda t: t.say("Read through together"),
            lambda t: t.say("Press a matter to go back to it. When both sides agree, close the meeting: then the minutes are made (Ctrl+Enter)."),
        )
        self.next_day = DateField(voice, soon=True)
        self.note = NoteArea(voice, pace=SOON)
        self.languages = DocumentLanguages(voice, lambda t: t.say("Language of the minutes"))
        self.languages.changed.connect(lambda languages: self._describe(language=str(languages)))
        for field, name in ((self.next_day, "next_day"), (self.note, "note")):
            field.changed.connect(lambda value, name=name: self._describe(**{name: value}))
        self.close_it = Button(voice, lambda t: t.say("Close the meeting"), Weight.PRIMARY, "check")
        self.close_it.clicked.connect(self._close)
        self._first: QWidget = self.close_it
        self._missing = Callout(voice, Tone.WARNING, "")
        self._people = Label(voice, "", Text.LEAD)
        self._list = column(gap=SMALL)
        self._comes_to = column(gap=MEDIUM)
        self._lay_out(voice)

    def _lay_out(self, voice: Voice) -> None:
        self.add(self._people)
        self.add(self._list)
        self.add(SectionTitle(voice, lambda t: t.say("What the meeting comes to")))
        self.add(self._comes_to)
        card = Card()
        card.add(Field(voice, lambda t: t.say("Next meeting"), self.next_day))
        card.add(Field(voice, lambda t: t.say("Other notes"), self.note))
        card.add(self.languages)
        self.add(card)
        self.add(self._missing)
        end = Flow(gap=MEDIUM)
        end.add([self.close_it])
        self.add(end)

    def refresh(self) -> None:
        """Show all that was written."""
        meeting = self._screen.meeting
        self._people.put(_people(meeting))
        clear(self._list)
        lines = [self._line(one) for one in self._screen.matters]
        for line in lines:
            self._list.addWidget(line)
            # Only what is shown takes the keyboard.
            line.show()
        self._first = lines[0] if lines else self.close_it
        self.next_day.put_value(meeting.next_day)
        self.note.put_value(meeting.note)
        self.languages.put_value(Languages.parse(meeting.language))
        self._refresh_end()

    def first_focus(self) -> QWidget:
        """Begin at the first matter."""
        return self._first

    def turn(self, by: int) -> bool:
        """Go a page up or down; False when there is no more in that direction."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by * bar.pageStep())
        return bar.value() != before

    def _refresh_end(self) -> None:
        """Show what the meeting comes to, and what is missing."""
        clear(self._comes_to)
        for part in self._parts():
            self._comes_to.addWidget(part)
        missing = self._ending.missing()
        self._missing.setVisible(any(missing))
        left, vague = missing
        self._missing.put(
            Tone.WARNING,
            lambda t: t.say("Look at this before you close"),
            lambda t: _said_missing(left, vague, t),
        )

    def _parts(self) -> Iterator[QWidget]:
        comes_to = self._ending.comes_to()
        outcomes, promises = len(comes_to.outcomes), len(comes_to.promises)
        yield Label(
            self._voice,
            lambda t: t.say(
                "To be recorded: {outcomes} and {promises}.",
                outcomes=t.count("{n} outcome", "{n} outcomes", outcomes),
                promises=t.count("{n} promise", "{n} promises", promises),
            ),
            Text.LEAD,
        )
        if proposed := self._ending.proposed_deviations():
            raised = MultiChoice(self._voice, [Alternative(one.id, self._named(one)) for one in proposed])
            raised.put_value([one.id for one in proposed if one.raise_deviation is not False])
            raised.changed.connect(lambda chosen: self._raise(proposed, chosen))
            yield Field(
                self._voice,
                lambda t: t.say("Deviations to raise"),
                raised,
                help_text=lambda t: t.say("What is not met, or only partly, is followed up step by step. Small ones too."),
            )
        if activities := self._ending.activities():
            done = MultiChoice(self._voice, [Alternative(one.id, _activity(one)) for one in activities])
            done.put_value(self._screen.meeting.activities)
            done.changed.connect(lambda chosen: self._do(activities, chosen))
            yield Field(
                self._voice,
                lambda t: t.say("Activities of the plan that this meeting does"),
                done,
                help_text=lambda t: t.say("An activity is done when all it checks has been gone through."),
            )

    def _line(self, matter: Matter) -> ListRow:
        subject = self._screen.subject(matter, self._voice.translation.language)
        tone = LOOKS[matter.status][0] if matter.status is not None else Tone.NEUTRAL
        chips = [Chip(self._voice, lambda t: status_name(matter, t), tone)]
        if n := len(matter.evidence):
            chips.append(Chip(self._voice, lambda t: t.count("{n} file", "{n} files", n), Tone.NEUTRAL, "file"))
        line = ListRow(
            self._voice, lambda t: _numbered(subject, t), (lambda t: _written(matter, t)) if _written(matter, self._voice.translation) else "", "", chips
        )
        line.clicked.connect(lambda: self.chosen.emit(matter.id))
        return line

    def _named(self, matter: Matter) -> Wording:
        return lambda t: _numbered(self._screen.subject(matter, t.language), t)

    def _raise(self, proposed: Sequence[Matter], chosen: frozenset[str]) -> None:
        for one in proposed:
            self._saving.write(partial(self._screen.write, one.id, raise_deviation=one.id in chosen))

    def _do(self, activities: Sequence[KeptActivity], chosen: frozenset[str]) -> None:
        self._ending.choose_activities(tuple(one.id for one in activities if one.id in chosen))

    def _describe(self, **changes: object) -> None:
        self._saving.write(lambda: self._screen.describe(**changes))

    def _close(self) -> None:
        answer = self._asked()
        if answer == _CLOSE:
            self.closed.emit()
        elif answer == _GO_BACK:
            self.chosen.emit(self._ending.first_left())

    def _asked(self) -> int:
        """Ask whether to close, saying what is left; where something is, Enter goes to it, since closing cannot be taken back."""
        left, vague = self._ending.missing()
        prompt = Prompt(
            self._voice,
            lambda t: t.say("Close the meeting?"),
            lambda t: " ".join(
                part
                for part in (_said_missing(left, vague, t), t.say("Once it is closed, nothing in it can be changed. The minutes are made at once."))
                if part
            ),
            Tone.WARNING if left else Tone.INFO,
            self.window(),
        )
        buttons = [
            (Button(self._voice, lambda t: t.say("Close the meeting"), Weight.SECONDARY if left else Weight.PRIMARY), _CLOSE),
            (Button(self._voice, lambda t: t.say("Cancel"), Weight.QUIET if left else Weight.SECONDARY), 0),
        ]
        if left:
            first = Button(self._voice, lambda t: t.say("Go to the first one left"), Weight.PRIMARY)
            buttons.insert(0, (first, _GO_BACK))
        prompt.offer(buttons)
        return prompt.exec()


def _said_missing(left: int, vague: int, t: Translation) -> str:
    """Say how many matters were not gone through, and how many promises say too little; empty when there are none."""
    said = (
        t.count("{n} matter has not been gone through.", "{n} matters have not been gone through.", left) if left else "",
        t.count("{n} promise has no name or no date.", "{n} promises have no name or no date.", vague) if vague else "",
    )
    return " ".join(part for part in said if part)


def _people(meeting: Meeting) -> Wording:
    there = [one for one in meeting.present if one.name]

    def said(t: Translation) -> str:
        names = ", ".join(f"{one.name} ({one.role or t.say(SIDE_NAMES[one.side])})" for one in there)
        return t.say("Present: {names}", names=names) if names else t.say("Nobody has been written down as present.")

    return said


def _written(matter: Matter, t: Translation) -> str:
    """Say the note and the promises of a matter on lines of their own."""
    promised = [
        t.say(
            "Promise: {what}, {who}, {day}",
            what=one.what,
            who=one.owner or t.say(SIDE_NAMES[one.side]),
            day=t.formats.short_date(one.due) if one.due else t.say("no date"),
        )
        for one in matter.pledges
        if one.what
    ]
    return "\n".join(part for part in (matter.note, *promised) if part)


def _numbered(subject: Subject, t: Translation) -> str:
    return f"{subject.number}  {subject.title or t.say('Without a title')}"


def _activity(activity: KeptActivity) -> Wording:
    return lambda t: f"{activity.title or occasion_name(activity, t)}, {t.formats.short_date(activity.day)}"
