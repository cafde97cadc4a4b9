"""After a meeting: what it came to, and its minutes to read, save and send."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.screens.minutes import MinutesFile, copy_minutes, file_name, keep_minutes, write_word
from kravkompass.ui.layout import Flow
from kravkompass.ui.look import MEDIUM
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.meeting_page import MeetingPage
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.work import Job, counting

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.screens.meeting import MeetingScreen
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.work import Report, Workers


class ClosedPage(MeetingPage):
    """The minutes of a closed meeting. They are made as PDF once, and kept."""

    message = Signal(object)
    """A wording to show for a moment."""
    left = Signal()
    """The person goes back to the contract."""
    made = Signal()
    """The minutes are there."""

    def __init__(self, voice: Voice, screen: MeetingScreen, workers: Workers) -> None:
        super().__init__(voice)
        self._screen = screen
        self._workers = workers
        self._state = Callout(voice, Tone.INFO, lambda t: t.say("Making the minutes"))
        self._open = self._button(lambda t: t.say("Open the minutes"), self._look, Weight.PRIMARY, "file")
        self._pdf = self._button(lambda t: t.say("Save as PDF"), lambda: self._save(MinutesFile.PDF), icon="export")
        self._word = self._button(lambda t: t.say("Save as Word"), lambda: self._save(MinutesFile.WORD), icon="export")
        back = self._button(lambda t: t.say("To the contract"), self.left.emit, Weight.QUIET, "contract")
        self.set_title(lambda t: t.say("The meeting is closed"), lambda t: t.say("Send the minutes to the supplier while all still remember."))
        self.add(self._state)
        buttons = Flow(gap=MEDIUM)
        buttons.add([self._open, self._pdf, self._word, back])
        self.add(buttons)

    def refresh(self) -> None:
        """Show whether the minutes are there; make them when they are not."""
        ready = bool(self._screen.meeting.minutes)
        for button in (self._open, self._pdf, self._word):
            button.setEnabled(ready)
        if ready:
            self._ready()

    def first_focus(self) -> QWidget:
        """Begin at the minutes."""
        return self._open

    def make(self) -> None:
        """Make the minutes beside the window and keep them."""
        store, meeting = self._screen.store, self._screen.meeting.id
        job = Job(lambda _report: keep_minutes(store, meeting), lambda t: t.say("Making the minutes"))
        job.finished.connect(lambda _checksum: self._made())
        self._workers.run(job, touches_store=True)

    def _made(self) -> None:
        self._screen.read_again()
        self.refresh()
        self._open.setFocus()
        self.made.emit()

    def _ready(self) -> None:
        figures = self._screen.meeting.minutes[:12]
        self._state.put(
            Tone.POSITIVE,
            lambda t: t.say("The minutes are ready"),
            lambda t: t.say("They are kept with the contract as they are now, under the checksum {figures}.", figures=figures),
        )

    def _look(self) -> None:
        from kravkompass.paths import cache_folder

        copy = cache_folder() / "originals" / self._screen.meeting.minutes[:12] / file_name(self._screen.meeting, MinutesFile.PDF)
        copy_minutes(self._screen.store, self._screen.meeting, copy)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def _save(self, form: MinutesFile) -> None:
        meeting, store = self._screen.meeting, self._screen.store
        suggested = Path.home() / file_name(meeting, form)
        there, _ = QFileDialog.getSaveFileName(self, self._voice.say("Save the minutes"), str(suggested))
        if not there:
            return
        target = Path(there)

        def work(report: Report) -> None:
            if form is MinutesFile.WORD:
                write_word(store, meeting.id, target, counting(report))
            else:
                copy_minutes(store, meeting, target)

        job = Job(work, lambda t: t.say("Writing documents"))
        job.finished.connect(lambda _nothing: self.message.emit(lambda t: t.say("Saved: {file}", file=target)))
        self._workers.run(job, touches_store=True)

    def _button(
        self, wording: Wording, does: Callable[[], object], weight: Weight = Weight.SECONDARY, icon: str = ""
    ) -> Button:
        button = Button(self._voice, wording, weight, icon)
        button.clicked.connect(lambda _on=False: does())
        return button
