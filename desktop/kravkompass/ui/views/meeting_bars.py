"""The bars above and below a meeting: with whom and how far, the language on the screen, going on, and what has been saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from kravkompass.errors import KnownError
from kravkompass.followup.meeting_naming import KIND_NAMES
from kravkompass.language import Language
from kravkompass.screens.meeting import READ_THROUGH, WHO
from kravkompass.ui.language import Speaking
from kravkompass.ui.layout import column, row
from kravkompass.ui.look import LARGE, MEDIUM, SMALL, Text
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.choice import Alternative
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.select import Select

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.screens.meeting import MeetingScreen
    from kravkompass.ui.language import Voice

_WIDEST_BAR = 220


class Head(Speaking, QFrame):
    """With whom the meeting is, how far it has come, and the language on the screen."""

    left = Signal()
    all_wanted = Signal()
    language = Signal(object)

    def __init__(self, voice: Voice, screen: MeetingScreen) -> None:
        super().__init__()
        self._voice = voice
        self._screen = screen
        self.setProperty("part", "head")
        leave = IconButton(voice, lambda t: t.say("Leave the meeting; everything is kept"), "back")
        leave.clicked.connect(self.left)
        self._supplier = Label(voice, screen.supplier.name, Text.HEADING)
        self._what = Label(voice, self._about, Text.MUTED)
        self._progress = Label(voice, "", Text.STRONG, wraps=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(_WIDEST_BAR)
        self._speaks = Select(voice, [Alternative(one, one.own_name) for one in Language], lambda t: t.say("Language on the screen"))
        self._speaks.changed.connect(self.language)
        self._every = Button(voice, lambda t: t.say("All matters"), Weight.SECONDARY, "more")
        self._every.clicked.connect(self.all_wanted)
        across = row(self, gap=LARGE, margins=(MEDIUM, SMALL, LARGE, SMALL))
        across.addWidget(leave)
        names = column(gap=0)
        names.addWidget(self._supplier)
        names.addWidget(self._what)
        across.addLayout(names, 3)
        how_far = column(gap=SMALL)
        how_far.addWidget(self._progress)
        how_far.addWidget(self._bar)
        across.addLayout(how_far, 1)
        across.setAlignment(how_far, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self._every, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self._speaks)
        self.retranslate()

    def refresh(self) -> None:
        """Show how far the meeting has come."""
        done, of = self._screen.progress
        self._progress.put(lambda t: t.say("{done} of {of}", done=done, of=of))
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)
        self._every.setVisible(not self._screen.is_closed)

    def retranslate(self) -> None:
        """Name the bar, and show the language that is spoken."""
        self._bar.setAccessibleName(self._voice.say("Matters gone through"))
        self._speaks.put_value(self._voice.translation.language)

    def _about(self, t: Translation) -> str:
        meeting = self._screen.meeting
        return " · ".join((t.say(KIND_NAMES[meeting.kind]), t.formats.short_date(meeting.day)))


class Foot(QFrame):
    """Back and next, the keys, and when everything was saved; or what is wrong when it was not."""

    back = Signal()
    onward = Signal()

    def __init__(self, voice: Voice, screen: MeetingScreen) -> None:
        super().__init__()
        self._screen = screen
        self.setProperty("part", "bar")
        self._back = Button(voice, lambda t: t.say("Back"), Weight.SECONDARY, "back")
        self._back.clicked.connect(self.back)
        self._next = Button(voice, lambda t: t.say("Next"), Weight.PRIMARY, "next")
        self._next.clicked.connect(self.onward)
        self._keys = Label(
            voice,
            lambda t: t.say("1–5 status · F2 note · F3 promise · F4 file · Esc back to the status · Page Down next · F6 next one left · F7 all"),
            Text.CAPTION,
        )
        self._keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._saved = Label(voice, "", Text.CAPTION)
        self._saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        across = row(self, gap=LARGE, margins=(LARGE, MEDIUM, LARGE, MEDIUM))
        across.addWidget(self._back)
        across.addWidget(self._keys, 1)
        across.addWidget(self._saved)
        across.addWidget(self._next)

    def refresh(self) -> None:
        """Show what can be done from here."""
        at, closed = self._screen.at, self._screen.is_closed
        self.setVisible(not closed)
        self._back.setEnabled(at != WHO)
        self._next.setVisible(at != READ_THROUGH)
        self.tell(None)

    def tell(self, problem: object) -> None:
        """Say when everything was saved; or what is wrong, in a tone that is seen."""
        wrong = isinstance(problem, KnownError) or not self._screen.is_saved
        if isinstance(problem, KnownError):
            self._saved.put(lambda t: t.say("Not saved yet. {problem}", problem=problem.said(t)))
        elif not wrong:
            saved = self._screen.saved
            self._saved.put((lambda t: t.say("Saved {time}", time=f"{saved.astimezone():%H:%M:%S}")) if saved else "")
        self._saved.setProperty("tone", "negative" if wrong else "")
        self._saved.style().polish(self._saved)
