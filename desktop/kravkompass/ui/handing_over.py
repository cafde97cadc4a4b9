"""How other threads get things done in the window's thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import get_ident

from PySide6.QtCore import QObject, Qt, Signal


class HandingOver(QObject):
    """Takes calls from any thread and makes them in the thread it was made in, in the order they came.

    Only a knock goes through Qt's queue, never a Python object: Qt would copy and let go of it in both threads at once.
    """

    _knocked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._thread = get_ident()
        self._calls: deque[Callable[[], object]] = deque()
        self._knocked.connect(self._make, Qt.ConnectionType.QueuedConnection)

    def put(self, call: Callable[[], object]) -> None:
        """Have a call made soon, after what is under way."""
        self._calls.append(call)
        self._knocked.emit()

    def at_once(self, call: Callable[[], object]) -> None:
        """Make a call now when this is the thread for it, otherwise soon."""
        if get_ident() == self._thread:
            call()
        else:
            self.put(call)

    def _make(self) -> None:
        # Another call may stand here before its own knock is heard; a call that fails leaves the rest to their knocks.
        if self._calls:
            self._calls.popleft()()
