"""Where the user's data is kept. Every change is saved the moment it is made.

Light to import: the database machinery is loaded when a store is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from threading import RLock
from typing import TYPE_CHECKING, Self

from kravkompass.errors import NotWritableError
from kravkompass.purchases.atomic import make_folder
from kravkompass.purchases.evidence_folder import FOLDER, EvidenceFolder
from kravkompass.purchases.lock import Lock
from kravkompass.purchases.settings import DATA_FILE

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

    from kravkompass.followup.event import Event
    from kravkompass.followup.reply import KeptReply
    from kravkompass.guidance.purchase import Purchase
    from kravkompass.purchases.change import Change
    from kravkompass.purchases.kinds import Listener
    from kravkompass.purchases.lists import Issue
    from kravkompass.purchases.parts import P
    from kravkompass.purchases.rows import ContractRow, PurchaseRow
    from kravkompass.purchases.settings import Settings

LOCK_FILE = "kravkompass.lock"


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
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

    def purchases(self, *, deleted: bool = False) -> tuple[PurchaseRow, ...]:
        """The purchases as light rows, the latest changed first; or those in the trash."""
        from kravkompass.purchases.reading import read_rows

        with self._reading() as session:
            return read_rows(session, deleted=deleted)

    def purchase(self, purchase_id: str) -> Purchase:
        """A purchase with all that belongs to it. Raises PurchaseMissingError."""
        from kravkompass.purchases.reading import read_purchase

        with self._reading() as session:
            return read_purchase(session, purchase_id)

    def contracts(self, *, deleted: bool = False) -> tuple[ContractRow, ...]:
        """The contracts as light rows, by title; or those in the trash."""
        from kravkompass.purchases.reading_contracts import read_contract_rows

        with self._reading() as session:
            return read_contract_rows(session, deleted=deleted)

    def part(self, kind: type[P], identity: str) -> P:
        """A contract, or something that belongs to one, by its id. Raises PartMissingError."""
        from kravkompass.purchases.reading_contracts import read_part

        with self._reading() as session:
            return read_part(session, kind, identity)

    def parts(self, kind: type[P], order: tuple[str, ...] = (), **equal: str | bool | None) -> tuple[P, ...]:
        """What belongs to contracts and has these values, such as ``parts(Supplier, contract=…)``, in the order of some fields."""
        from kravkompass.purchases.reading_contracts import read_parts

        with self._reading() as session:
            return read_parts(session, kind, equal, order)

    def events(self, contract: str) -> tuple[Event, ...]:
        """The log of a contract, in the order it was written."""
        from kravkompass.purchases.reading_contracts import read_events

        with self._reading() as session:
            return read_events(session, contract)

    def replies(self, purchase_id: str) -> Mapping[str, KeptReply]:
        """What came back about a purchase's requirements, by requirement."""
        from kravkompass.purchases.lists import read_replies

        with self._reading() as session:
            return read_replies(session, purchase_id)

    def issues(self, purchase_id: str) -> tuple[Issue, ...]:
        """The versions of a purchase's list that went out, the first one first."""
        from kravkompass.purchases.lists import read_issues

        with self._reading() as session:
            return read_issues(session, purchase_id)

    def settings(self) -> Settings:
        """The user's settings."""
        from kravkompass.purchases.reading import read_settings

        with self._reading() as session:
            return read_settings(session)

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
