"""Where the user's data is kept. Every change is saved the moment it is made.

Light to import: the database machinery is loaded when a store is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from threading import RLock
from typing import TYPE_CHECKING, Self

from kravkompass.errors import NotWritableError
from kravkompass.purchases.atomic import make_folder
from kravkompass.purchases.evidence_folder import FOLDER, EvidenceFolder
from kravkompass.purchases.lock import Lock
from kravkompass.purchases.reads import Reads
from kravkompass.purchases.settings import DATA_FILE

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

    from kravkompass.purchases.change import Change
    from kravkompass.purchases.kinds import Listener

LOCK_FILE = "kravkompass.lock"


def _now() -> datetime:
    return datetime.now(UTC)


class Store(Reads):
    """The user's data, in one file of a folder. May be used from any thread; one at a time gets in.

    Reads and changes raise DamagedFileError, FileBusyError, FileUnreachableError, NotWritableError or DiskFullError when the
    file gives trouble. Reads inside a change see what it has done so far.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime] = _now) -> None:
        """Open the folder's data, making what is missing.

        Also raises FolderMissingError, FileInUseError (with who has it open since when) and NewerFileError.
        """
        from kravkompass.purchases.opening import open_file

        self.file = folder / DATA_FILE
        self.evidence = EvidenceFolder(folder / FOLDER)
        self._now = now
        self._listeners: list[Listener] = []
        self._turn = RLock()
        self._under_way: Session | None = None
        make_folder(folder)
        if self.file.is_dir():
            raise NotWritableError(path=self.file)
        self._lock = Lock(folder / LOCK_FILE)
        self._lock.take(self.file)
        try:
            self._engine: Engine = open_file(self.file)
        except BaseException:
            self._lock.give_back()
            raise

    def __enter__(self) -> Self:
        """Use the store for a while."""
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Let go of the file, so that others can open it. Closing twice does no harm."""
        with self._turn:
            self._engine.dispose()
            self._lock.give_back()

    def time(self) -> datetime:
        """Give the time it is, by the clock that changes are stamped with."""
        return self._now()

    def when_changed(self, listener: Listener) -> Callable[[], None]:
        """Have a function told which kinds of things changed, after every change that is saved; the answer makes it stop.

        It is called on the thread that made the change.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    @contextmanager
    def change(self) -> Iterator[Change]:
        """Change something: when the block ends all of it is saved, when the block raises none of it is.

        A change inside a change is a mistake and raises RuntimeError.
        """
        from kravkompass.purchases.change import Change

        with self._turn:
            if self._under_way is not None:
                message = "a change is already under way"
                raise RuntimeError(message)
            with self._session(writing=True) as session:
                self._under_way = session
                try:
                    change = Change(session, self._now)
                    yield change
                    session.commit()
                finally:
                    self._under_way = None
        if change.kinds:
            for listener in tuple(self._listeners):
                listener(change.kinds)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with self._turn:
            if self._under_way is not None:
                yield self._under_way
                return
            with self._session(writing=False) as session:
                yield session

    @contextmanager
    def _session(self, *, writing: bool) -> Iterator[Session]:
        from sqlalchemy.orm import Session

        from kravkompass.purchases.opening import told_as_known_for

        told: AbstractContextManager[None] = told_as_known_for(self.file)
        with told, Session(self._engine.execution_options(writing=writing)) as session:
            yield session
