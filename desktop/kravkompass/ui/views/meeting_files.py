"""Files and photos of the matter on the table: added by button or by dragging them in, opened, taken away again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.screens import meeting_files
from kravkompass.screens.taking_in import can_be_drawn, take_in
from kravkompass.ui.layout import clear, column, row
from kravkompass.ui.look import SMALL, TIGHT, Text
from kravkompass.ui.views.evidence_opening import not_drawn, open_original
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.work import Job, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from kravkompass.followup.evidence import Evidence
    from kravkompass.screens.meeting import MeetingScreen
    from kravkompass.screens.taking_in import TakenIn
    from kravkompass.ui.language import Voice
    from kravkompass.ui.views.meeting_saving import Saving
    from kravkompass.ui.work import Report, Workers


class Files(QWidget):
    """The files of a matter. ``changed`` comes when one was added or taken away."""

    changed = Signal()

    def __init__(self, voice: Voice, screen: MeetingScreen, saving: Saving, workers: Workers) -> None:
        super().__init__()
        self._voice = voice
        self._screen = screen
        self._saving = saving
        self._workers = workers
        self._matter = ""
        self._folder = Path.home()
        self._not_drawn: set[str] = set()
        self._inside = column(self, gap=TIGHT)
        self.setAcceptDrops(True)

    def put(self, matter: str) -> None:
        """Show the files of another matter."""
        self._matter = matter
        clear(self._inside)
        here = next(one for one in self._screen.matters if one.id == matter)
        for one in meeting_files.of_matter(self._screen, here):
            self._inside.addWidget(self._line(one))
            if one.fingerprint in self._not_drawn or not can_be_drawn(one):
                self._inside.addWidget(Label(self._voice, not_drawn, Text.MUTED))

    def choose(self) -> None:
        """Ask which files to add."""
        title = self._voice.say("Choose files or photos")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, str(self._folder))
        if chosen:
            self._folder = Path(chosen[0]).parent
            self.add([Path(one) for one in chosen])

    def add(self, files: Sequence[Path]) -> None:
        """Copy files in beside the window, and add them to the matter that is on the table now."""
        matter, folder = self._matter, self._screen.store.evidence

        def work(report: Report) -> list[TakenIn]:
            return [take_in(folder, file, lambda done, of: report(Step(done, of))) for file in files]

        job = Job(work, lambda t: t.say("Copying files in"))
        job.finished.connect(lambda taken: self._taken(matter, taken))
        self._workers.run(job)

    def _taken(self, matter: str, taken: Sequence[TakenIn]) -> None:
        self._not_drawn |= {one.checksum for one in taken if not one.is_drawn}
        for one in taken:
            self._saving.write(partial(meeting_files.add, self._screen, matter, one))
        self._again()

    def _remove(self, evidence: Evidence) -> None:
        self._saving.write(lambda: meeting_files.remove(self._screen, self._matter, evidence))
        self._again()

    def _again(self) -> None:
        if self._matter:
            self.put(self._matter)
        self.changed.emit()

    def _line(self, evidence: Evidence) -> QWidget:
        whole = QWidget()
        across = row(whole, gap=SMALL)
        show = Button(self._voice, evidence.name, Weight.QUIET, "file").flush()
        show.clicked.connect(lambda: open_original(self._voice, self._screen.store.evidence, evidence, self))
        remove = IconButton(self._voice, lambda t: t.say("Take {name} away", name=evidence.name), "delete")
        remove.clicked.connect(lambda: self._remove(evidence))
        across.addWidget(show)
        across.addWidget(Label(self._voice, evidence.fingerprint[:12], Text.CAPTION, wraps=False), 1)
        across.addWidget(remove)
        return whole

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that were dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files and self._matter:
            event.acceptProposedAction()
            self.add(files)
