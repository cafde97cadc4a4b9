"""Opening the data file: engine, form, copy before migrating, and what the database complains of in known words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError

from kravkompass.errors import DiskFullError, KnownError, NotWritableError
from kravkompass.purchases.atomic import told_as_known
from kravkompass.purchases.errors import DamagedFileError, FileBusyError, FileUnreachableError, NewerFileError
from kravkompass.purchases.migrations import FORMS, NEWEST

_WAIT_SECONDS = 5.0
_KNOWN: dict[int, type[KnownError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_READONLY: NotWritableError,
    sqlite3.SQLITE_CANTOPEN: NotWritableError,
    sqlite3.SQLITE_PERM: NotWritableError,
    sqlite3.SQLITE_CORRUPT: DamagedFileError,
    sqlite3.SQLITE_NOTADB: DamagedFileError,
    sqlite3.SQLITE_BUSY: FileBusyError,
    sqlite3.SQLITE_LOCKED: FileBusyError,
    sqlite3.SQLITE_IOERR: FileUnreachableError,
}


def open_file(file: Path) -> Engine:
    """Open or create the data file in the newest form; the caller disposes of the engine.

    Raises NewerFileError, DamagedFileError and what ``told_as_known_for`` says.
    """
    with told_as_known_for(file):
        engine = _engine(file, foreign_keys=True)
        try:
            at = _form_of(engine, file)
            if at != NEWEST:
                _bring_up_to_date(file, at)
        except BaseException:
            engine.dispose()
            raise
        return engine


@contextmanager
def told_as_known_for(file: Path) -> Iterator[None]:
    """Turn what the database complains of inside the block into known errors; what is no known trouble stays as it is."""
    try:
        yield
    except DBAPIError as problem:
        known = _KNOWN.get(getattr(problem.orig, "sqlite_errorcode", 0) & 0xFF)
        if known is None:
            raise
        raise known(path=file) from problem
    except sqlite3.Error as problem:
        known = _KNOWN.get(getattr(problem, "sqlite_errorcode", 0) & 0xFF)
        if known is None:
            raise
        raise known(path=file) from problem


def _engine(file: Path, *, foreign_keys: bool) -> Engine:
    # One connection is enough: the store lets one thread in at a time.
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        connect_args={"timeout": _WAIT_SECONDS, "check_same_thread": False},
        pool_size=1,
        max_overflow=0,
    )

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        # The driver would otherwise end the transaction at every CREATE TABLE and leave half a migration behind.
        connection.isolation_level = None
        # No WAL: home folders are often network shares, where it does not work.
        for pragma in ("journal_mode = DELETE", "synchronous = FULL", f"foreign_keys = {'ON' if foreign_keys else 'OFF'}"):
            connection.execute(f"PRAGMA {pragma}").close()

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _form_of(engine: Engine, file: Path) -> str | None:
    """The form the file is in; None for a new one."""
    with engine.execution_options(writing=False).connect() as connection:
        tables = inspect(connection).get_table_names()
        if not tables:
            return None
        if "alembic_version" not in tables or "purchase" not in tables:
            raise DamagedFileError(path=file)
        at = connection.scalar(sql("SELECT version_num FROM alembic_version"))
    if at in FORMS:
        return str(at)
    newer = isinstance(at, str) and at.isdigit() and at > NEWEST
    raise NewerFileError(path=file) if newer else DamagedFileError(path=file)


def _bring_up_to_date(file: Path, at: str | None) -> None:
    from kravkompass.purchases.migrations.upgrading import upgrade  # not needed when the file is up to date

    if at is not None:
        copy_file(file, file.with_name(f"{file.stem}-before-{NEWEST}-{datetime.now(UTC):%Y%m%dT%H%M%S}{file.suffix}"))
    # A step that rebuilds a table would delete what hangs on it if foreign keys were watched meanwhile.
    engine = _engine(file, foreign_keys=False)
    try:
        upgrade(engine, at)
        with engine.connect() as connection:
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise DamagedFileError(path=file)
    finally:
        engine.dispose()


def copy_file(file: Path, copy: Path) -> None:
    """Copy a data file, whole even if it is in use, and look the copy over.

    Raises DamagedFileError, NotWritableError, DiskFullError and what ``told_as_known_for`` says.
    """
    part = copy.with_name(f"{copy.name}.part")
    with told_as_known_for(copy), told_as_known(copy):
        part.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(part)) as target:
                source.backup(target)
                if target.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    raise DamagedFileError(path=file)
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            part.replace(copy)
        finally:
            part.unlink(missing_ok=True)
