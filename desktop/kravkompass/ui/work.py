"""Running long work beside the window, with progress and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from threading import Event
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal

from kravkompass.ui.handing_over import HandingOver

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

    def __init__(self, work: Callable[[Report], T], name: Wording = "") -> None:
        super().__init__()
        self.work = work
        self.stopping = Event()
        self.name = name

    def stop(self) -> None:
        """Ask the work to stop at its next safe place."""
        self.stopping.set()

    def end(self, result: T | None, error: BaseException | None) -> None:
        """Tell how it went, in the window's thread."""
        match error:
            case None:
                self.finished.emit(result)
            case Stopped() | CancelledError():
                self.stopped.emit()
            case _:
                self.failed.emit(error)
        self.ended.emit()


class Workers(QObject):
    """The threads beside the window: one for all that touches the store, two for the rest.

    Jobs are kept until they end. ``began(job)`` lets the window show what is going on. The threads know a job by its number only:
    Qt's objects, the job and what its work holds, are let go of in the window's thread.
    """

    began = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._store = ThreadPoolExecutor(1, "store")
        self._others = ThreadPoolExecutor(2, "work")
        self._window = HandingOver()
        self._numbers = count()
        self._jobs: dict[int, tuple[Job[Any], Future[None]]] = {}

    def run(self, job: Job[T], *, touches_store: bool = False) -> None:
        """Begin a job. What touches the store waits for its turn."""
        self.began.emit(job)
        number, errand = next(self._numbers), [job.work]
        stopping = job.stopping

        def report(step: Step) -> None:
            if stopping.is_set():
                raise Stopped
            self._window.put(lambda: self._step(number, step))

        def run() -> None:
            result, error, work = None, None, errand.pop()
            try:
                result = work(report)
            except BaseException as problem:  # noqa: BLE001 - it is handed over, and told where it belongs
                error = problem
            del work
            self._window.put(lambda: self._end(number, result, error))

        pool = self._store if touches_store else self._others
        self._jobs[number] = (job, pool.submit(run))

    def close(self) -> None:
        """Stop everything at its next safe place and wait for it."""
        for job, _future in self._jobs.values():
            job.stop()
        for pool in (self._store, self._others):
            pool.shutdown(wait=True, cancel_futures=True)
        for number in [number for number, (_job, future) in self._jobs.items() if future.cancelled()]:
            self._end(number, None, Stopped())

    def _step(self, number: int, step: Step) -> None:
        if number in self._jobs:
            self._jobs[number][0].stepped.emit(step)

    def _end(self, number: int, result: object, error: BaseException | None) -> None:
        job, _future = self._jobs.pop(number)
        job.end(result, error)
