"""Saving what is written at a meeting: at every pause, and again and again while the disk does not take it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kravkompass.errors import KnownError

if TYPE_CHECKING:
    from kravkompass.screens.meeting import MeetingScreen

AGAIN = 3_000
"""After so many milliseconds saving is tried again when it failed."""


class Saving(QObject):
    """Hands what was written to the screen. ``told`` comes after each try: with None when all is saved, else with what is wrong.

    An error is told in the foot of the meeting and not in a window of its own: the talk goes on, and nothing written is lost here.
    """

    told = Signal(object)

    def __init__(self, screen: MeetingScreen) -> None:
        super().__init__()
        self._screen = screen
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self._again.timeout.connect(lambda: self.write(screen.save))

    def write(self, what: Callable[[], object]) -> None:
        """Do something that is saved."""
        try:
            what()
        except KnownError as problem:
            if self._screen.is_saved:
                # Something else went wrong, which trying again would not mend.
                raise
            self._again.start()
            self.told.emit(problem)
        else:
            self.told.emit(None)
