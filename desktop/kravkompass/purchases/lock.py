"""The lock that names who has the data open."""

from __future__ import annotations

import getpass
import json
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from kravkompass.purchases.atomic import told_as_known
from kravkompass.purchases.errors import FileInUseError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Windows lets nobody read a locked byte: the lock lies far behind the words that tell who has it.
_LOCKED_BYTE = 1 << 20
_LONGEST_RECORD = 4096


class Lock:
    """Holds a lock file for as long as the data is open.

    The operating system gives the lock back when the program ends in whatever way, so a lock that was left behind is simply taken
    over. What stands in the file is only for people: who, on which computer, since when.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def take(self, data: Path) -> None:
        """Take the lock for a data file. Raises FileInUseError when somebody has it, NotWritableError when it cannot be made."""
        with told_as_known(self._path):
            file = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "r+b")
        if not _locked(file):
            record = _read(file)
            file.close()
            raise FileInUseError(path=data, **record)
        self._file = file
        with told_as_known(self._path):
            _write(file, _own_record())

    def give_back(self) -> None:
        """Let others open the data. Giving it back twice does no harm."""
        if self._file is None:
            return
        with suppress(OSError):
            _write(self._file, {})
        with suppress(OSError):
            self._file.close()
        self._file = None


def _locked(file: BinaryIO) -> bool:
    """Try to lock; tell whether it worked."""
    try:
        if sys.platform == "win32":
            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _own_record() -> dict[str, str]:
    return {"who": _user(), "computer": _computer(), "since": datetime.now(UTC).isoformat(timespec="seconds")}


def _write(file: BinaryIO, record: dict[str, str]) -> None:
    file.seek(0)
    file.truncate()
    file.write(json.dumps(record, ensure_ascii=False).encode() if record else b"")
    file.flush()


def _read(file: BinaryIO) -> dict[str, str]:
    """Who has the lock, in words to show; a question mark for what is not known, as the other may be writing it this moment."""
    try:
        file.seek(0)
        record = json.loads(file.read(_LONGEST_RECORD).decode())
        who, computer, since = (str(record[name]) for name in ("who", "computer", "since"))
        local = datetime.fromisoformat(since).astimezone().strftime("%Y-%m-%d %H:%M")
    except (OSError, ValueError, KeyError, TypeError):
        return {"who": "?", "computer": "?", "since": "?"}
    return {"who": who, "computer": computer, "since": local}


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name, as in some containers
        return "?"


def _computer() -> str:
    # The platform module would do, but asks Windows in a way that hangs on locked-down computers.
    return os.environ.get("COMPUTERNAME", "?") if sys.platform == "win32" else os.uname().nodename
