"""Letting go of garbage in the window's own thread: what belongs to Qt must not be let go by a worker that happens to collect."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

OFTEN = 1_000


class Collector(QObject):
    """Collects garbage now and then, in the thread it lives in, in place of Python's own collector."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=OFTEN)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the young; the older ones as seldom as Python itself would."""
        young, middle, old = gc.get_count()
        limits = gc.get_threshold()
        if young > limits[0]:
            gc.collect(2 if old > limits[2] else 1 if middle > limits[1] else 0)


def settle() -> None:
    """Put what has been loaded for good aside, so that later collections need not look through it."""
    gc.collect()
    gc.freeze()
