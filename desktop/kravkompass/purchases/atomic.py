"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kravkompass.errors import DiskFullError, FolderMissingError, KnownError, NotWritableError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_beside(path: Path, content: bytes) -> None:
    """Write a file beside its place and rename it into place: a reader finds the old file or the new one, never half of it.

    A missing folder is made. Raises FolderMissingError, NotWritableError or DiskFullError; the old file is then untouched.
    """
    target = Path(os.path.realpath(path))  # a link stays a link: what it points to is replaced
    make_folder(target.parent)
    part = target.parent / f".kravkompass-{uuid.uuid4().hex}.part"
    with told_as_known(path):
        try:
            _write_through(part, content)
            part.replace(target)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        settle(target.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises FolderMissingError or DiskFullError when that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        known = DiskFullError if problem.errno in _FULL else FolderMissingError
        raise known(path=folder) from problem


def as_known(problem: OSError, path: Path) -> KnownError:
    """Say what the operating system complained of, for a file that was to be written."""
    return DiskFullError(path=path) if problem.errno in _FULL else NotWritableError(path=path)


@contextmanager
def told_as_known(path: Path) -> Iterator[None]:
    """Turn complaints of the operating system inside the block into DiskFullError or NotWritableError."""
    try:
        yield
    except OSError as problem:
        raise as_known(problem, path) from problem


def _write_through(part: Path, content: bytes) -> None:
    with part.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Ask that a new name in the folder, too, is on the disk; where folders cannot be opened (Windows) the rename has to do."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
