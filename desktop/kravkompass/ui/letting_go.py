"""Letting go of widgets that are no longer needed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, QTimer
from shiboken6 import delete, isValid

_AGAIN = 50
"""Milliseconds until it is looked again whether the prompts above have closed."""


class _Leaving(QObject):
    """What is to be let go of, each with how deep in prompts the program was when that was said."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[tuple[QObject, int]] = []

    def take(self, leaving: QObject) -> None:
        if not self._waiting:
            QTimer.singleShot(0, self._let_go)
        self._waiting.append((leaving, max(1, QThread.currentThread().loopLevel())))

    def _let_go(self) -> None:
        depth = QThread.currentThread().loopLevel()
        now = [one for one, level in self._waiting if depth <= level]
        self._waiting = [(one, level) for one, level in self._waiting if depth > level]
        for one in now:
            if isValid(one):
                # PySide drops what stands for a child in Python while the child is taken down, and now and then looks at it after that.
                held = one.findChildren(QObject)
                delete(one)
                del held
        if self._waiting:
            QTimer.singleShot(_AGAIN, self._let_go)


_leaving = _Leaving()


def let_go(leaving: QObject) -> None:
    """Take a widget down once what is under way is done, as ``deleteLater`` does, but with everything in it held meanwhile.

    PySide 6.11 dies now and then when a page of many widgets is taken down (in ``BindingManager::releaseWrapper``).
    """
    _leaving.take(leaving)
