"""Running long work beside the window, with progress and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from kravkompass.ui.language import Wording

T = TypeVar("T")


class Stopped(Exception):  # noqa: N818 - it is no error
    """The person asked us to stop."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far the work has come: so many parts done, of so many (0 when nobody knows), and what is done now."""

    done: int
    of: int = 0
    doing: Wording = ""


Report: TypeAlias = Callable[[Step], None]
"""What the work calls where it may safely be stopped. Raises Stopped when the person asked for it."""


def counting(report: Report) -> Callable[[int, int], None]:
    """Give what can be told so many of so many in place of a step."""
    return lambda done, of: report(Step(done, of))


class Job(QObject, Generic[T]):
    """A piece of work that runs beside the window. Connect its signals first, then hand it to `Workers`.

    Exactly one of ``finished(result)``, ``failed(exception)`` and ``stopped()`` comes at the end, in the window's thread.
    """

    stepped = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()
    _over = Signal(object)

    def __init__(self, work: Callable[[Report], T], name: Wording = "") -> None:
        super().__init__()
        self._work = work
        self._stop = Event()
        self.name = name
        self._over.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, pool: ThreadPoolExecutor) -> None:
        """Begin on a thread of the pool, when one is free."""
        pool.submit(self._work, self._report).add_done_callback(self._over.emit)

    def stop(self) -> None:
        """Ask the work to stop at its next safe place."""
        self._stop.set()

    def _report(self, step: Step) -> None:
        if self._stop.is_set():
            raise Stopped
        self.stepped.emit(step)

    def _deliver(self, future: Future[T]) -> None:
        if future.cancelled():
            self.stopped.emit()
        else:
            match future.exception():
                case None:
                    self.finished.emit(future.result())
                case Stopped() | CancelledError():
                    self.stopped.emit()
                case error:
                    self.failed.emit(error)
        self.ended.emit()


class Workers(QObject):
    """The threads beside the window: one for all that touches the store, two for the rest.

    Jobs are kept until they end. ``began(job)`` lets the window show what is going on.
    """

    began = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._store = ThreadPoolExecutor(1, "store")
        self._others = ThreadPoolExecutor(2, "work")
        self._jobs: list[Job[Any]] = []

    def run(self, job: Job[T], *, touches_store: bool = False) -> None:
        """Begin a job. What touches the store waits for its turn."""
        self._jobs.append(job)
        job.ended.connect(lambda: self._jobs.remove(job))
        self.began.emit(job)
        job.start(self._store if touches_store else self._others)

    def close(self) -> None:
        """Stop everything at its next safe place and wait for it."""
        for job in self._jobs:
            job.stop()
        for pool in (self._store, self._others):
            pool.shutdown(wait=True, cancel_futures=True)
