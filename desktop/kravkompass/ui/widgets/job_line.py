"""The strip at the bottom that shows long work, once it has taken long enough to be noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from kravkompass.ui.layout import column
from kravkompass.ui.look import LARGE, SMALL
from kravkompass.ui.widgets.progress import ProgressLine

if TYPE_CHECKING:
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Job, Step

PATIENCE = 500
"""Milliseconds before a job is shown."""


class JobLine(QFrame):
    """Shows one job at a time, the newest, with a button to stop it."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.setProperty("part", "bar")
        self._job: Job[Any] | None = None
        self._line = ProgressLine(voice, stoppable=True)
        self._line.stop.connect(self._stop)
        column(self, margins=(LARGE, SMALL, LARGE, SMALL)).addWidget(self._line)
        self._held: QWidget | None = None
        self._wait = QTimer(self, interval=PATIENCE, singleShot=True)
        self._wait.timeout.connect(self.show)
        self.hide()

    def watch(self, job: Job[Any]) -> None:
        """Show this job if it is not done soon. One without a name is the program's own getting ready: nothing to tell or stop."""
        if not job.name:
            return
        self._job = job
        self._held = QApplication.focusWidget()
        self._line.put(0, 0, job.name)
        job.stepped.connect(lambda step: self._step(job, step))
        job.ended.connect(lambda: self._end(job))
        self._wait.start()

    def _step(self, job: Job[Any], step: Step) -> None:
        if job is self._job:
            self._line.put(step.done, step.of, step.doing or job.name)

    def _end(self, job: Job[Any]) -> None:
        if job is self._job:
            self._job = None
            self._wait.stop()
            self._give_back()
            self.hide()

    def _give_back(self) -> None:
        """Give the keyboard back to what had it, when it is at the button to stop: else it would go to whatever stands nearest."""
        now = QApplication.focusWidget()
        if now is not None and self.isAncestorOf(now) and self._held is not None and isValid(self._held):
            self._held.setFocus()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
