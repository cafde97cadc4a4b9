"""Before the first matter of a meeting: where it is held, who is there, and what there is to go through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kravkompass.followup.meeting import Attendant, Side
from kravkompass.followup.meeting_naming import SIDE_NAMES
from kravkompass.language import Languages
from kravkompass.ui.layout import Flow, clear, column, row
from kravkompass.ui.look import MEDIUM, SMALL, Text
from kravkompass.ui.views.meeting_page import MeetingPage
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.document_languages import DocumentLanguages
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteLine
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.text_fields import SOON, TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.screens.meeting import MeetingScreen
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.views.meeting_saving import Saving


class WhoPage(MeetingPage):
    """Place, language of the minutes, and those present."""

    def __init__(self, voice: Voice, screen: MeetingScreen, saving: Saving) -> None:
        super().__init__(voice)
        self._screen = screen
        self._saving = saving
        self.place = TextField(voice, pace=SOON)
        self.languages = DocumentLanguages(voice, lambda t: t.say("Language of the minutes"))
        self.people = People(voice)
        self.place.changed.connect(lambda place: self._describe(place=place))
        self.languages.changed.connect(lambda languages: self._describe(language=str(languages)))
        self.people.changed.connect(lambda present: self._describe(present=present))
        self._matters = Label(voice, "", Text.LEAD)
        self._expected = Flow(gap=SMALL)
        self.set_title(lambda t: t.say("Who is here?"), lambda t: t.say("Everything is saved as you write. Go on with Page Down."))
        self._lay_out(voice)

    def _lay_out(self, voice: Voice) -> None:
        card = Card()
        card.add(self._matters)
        card.add(Field(voice, lambda t: t.say("Place"), self.place))
        card.add(self.languages)
        self.add(card)
        there = Card()
        there.add(Label(voice, lambda t: t.say("Present"), Text.HEADING))
        there.add(self.people)
        there.add(self._expected)
        self.add(there)

    def refresh(self) -> None:
        """Show what has been written."""
        meeting = self._screen.meeting
        self.place.put_value(meeting.place)
        self.languages.put_value(Languages.parse(meeting.language))
        self.people.put(meeting.present)
        n = len(self._screen.matters)
        self._matters.put(lambda t: t.count("{n} matter to go through", "{n} matters to go through", n))
        named = {one.name for one in meeting.present}
        clear(self._expected)
        self._expected.add([self._contact(one.name, one.role) for one in self._screen.supplier.contacts if one.name not in named])
        self._expected.add([self._somebody(side) for side in (Side.SUPPLIER, Side.BUYER)])

    def first_focus(self) -> QWidget:
        """Begin at the place."""
        return self.place

    def _contact(self, name: str, role: str) -> Button:
        button = Button(self._voice, name, Weight.SECONDARY, "add")
        button.clicked.connect(lambda: self._come(Attendant(name, role)))
        return button

    def _somebody(self, side: Side) -> Button:
        words: Wording = lambda t: (  # noqa: E731 - a wording
            t.say("Somebody more from the supplier") if side is Side.SUPPLIER else t.say("Somebody more from the buyer")
        )
        button = Button(self._voice, words, Weight.QUIET, "add")
        button.clicked.connect(lambda: self._come(Attendant("", side=side)))
        return button

    def _come(self, who: Attendant) -> None:
        self._describe(present=(*self.people.value, who))
        self.refresh()
        self.people.focus_last()

    def _describe(self, **changes: object) -> None:
        self._saving.write(lambda: self._screen.describe(**changes))


class People(QWidget):
    """Those present, each on a line. ``changed`` comes with all of them."""

    changed = Signal(object)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._lines: list[_Person] = []
        self._inside = column(self, gap=MEDIUM)

    @property
    def value(self) -> tuple[Attendant, ...]:
        """Those present, as they are written now."""
        return tuple(one.value for one in self._lines)

    def put(self, present: Sequence[Attendant]) -> None:
        """Show who is there."""
        if tuple(present) == self.value:
            return
        clear(self._inside)
        self._lines = []
        for one in present:
            line = _Person(self._voice, one)
            line.changed.connect(lambda: self.changed.emit(self.value))
            line.gone.connect(lambda line=line: self._remove(line))
            self._lines.append(line)
            self._inside.addWidget(line)
            # Only what is shown takes the keyboard.
            line.show()

    def focus_last(self) -> None:
        """Begin at the last one."""
        if self._lines:
            self._lines[-1].setFocus()

    def _remove(self, line: _Person) -> None:
        left = tuple(one.value for one in self._lines if one is not line)
        self.put(left)
        self.changed.emit(left)


class _Person(QWidget):
    changed = Signal()
    gone = Signal()

    def __init__(self, voice: Voice, who: Attendant) -> None:
        super().__init__()
        self.value = who
        self._name = NoteLine(voice, lambda t: t.say("Name"), lambda t: t.say("Name"), pace=SOON)
        self._role = NoteLine(voice, lambda t: t.say("Role"), lambda t: t.say("Role"), pace=SOON)
        self._name.put_value(who.name)
        self._role.put_value(who.role)
        self._name.changed.connect(lambda name: self._written(replace(self.value, name=name)))
        self._role.changed.connect(lambda role: self._written(replace(self.value, role=role)))
        remove = IconButton(voice, lambda t: t.say("Take {name} away", name=self.value.name or t.say("the line")), "delete")
        remove.clicked.connect(self.gone)
        side = Label(voice, lambda t: t.say(SIDE_NAMES[who.side]), Text.MUTED)
        across = row(self, gap=SMALL)
        for widget, share in ((self._name, 4), (self._role, 4), (side, 2), (remove, 0)):
            across.addWidget(widget, share)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin at the name."""
        self._name.setFocus(reason)

    def _written(self, who: Attendant) -> None:
        self.value = who
        self.changed.emit()
