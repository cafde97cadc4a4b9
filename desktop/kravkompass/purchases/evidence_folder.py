"""Originals kept as evidence: each under the checksum of its content, in a folder beside the data, never written over."""

from __future__ import annotations

import io
import os
import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from kravkompass.errors import KnownError
from kravkompass.language import text
from kravkompass.purchases.atomic import make_folder, settle, told_as_known

FOLDER = "evidence"
LARGEST = 250 * 1024 * 1024
"""Bytes: a scanned report or a film from a telephone, not a disk image."""
_MEGABYTE = 1024 * 1024
_AT_A_TIME = 1024 * 1024
_CHECKSUM = re.compile(r"[0-9a-f]{64}")

Watch = Callable[[int, int], None]
"""Told how many bytes are done and how many there are; may raise to stop the work, which then leaves nothing behind."""


class EvidenceUnreadableError(KnownError):
    """The file that was to be kept cannot be read. Value: path."""

    sentence = text("The file “{path}” cannot be read. Check that it is there, that it is a file and that you may open it.")


class EvidenceTooLargeError(KnownError):
    """The file that was to be kept is too large. Values: path, limit in megabytes."""

    sentence = text("The file “{path}” is too large to keep as evidence (at most {limit} MB). Make it smaller or divide it.")


class EvidenceLostError(KnownError):
    """A kept original is no longer there. Value: path."""

    sentence = text("The kept original “{path}” is no longer there. Put it back from a backup copy of the data folder.")


class EvidenceDamagedError(KnownError):
    """A kept original is not what it was when it was kept. Value: path."""

    sentence = text(
        "The kept original “{path}” has been altered since it was kept, so it proves nothing. Put it back from a backup copy."
    )


class EvidenceFolder:
    """Keeps originals by the SHA-256 of their content, so that the same file twice is kept once and any change shows.

    The folder is made when the first original is kept. What was kept is made read-only and is never written over.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, file: Path, watch: Watch = lambda _done, _of: None) -> str:
        """Keep a copy of a file and give its checksum; the file itself is only read.

        Raises:
            EvidenceUnreadableError: there is no such file, or it may not be read.
            EvidenceTooLargeError: it is larger than ``LARGEST``.
            FolderMissingError, NotWritableError, DiskFullError: the copy cannot be written; nothing half-written stays.
        """
        try:
            if not file.is_file():  # a pipe or a device would never end
                raise EvidenceUnreadableError(path=file)
            with file.open("rb") as opened:
                return self._keep(opened, file, watch)
        except OSError as problem:
            raise EvidenceUnreadableError(path=file) from problem

    def keep_content(self, content: bytes, path: Path) -> str:
        """Keep what was read from a file already, so that what was looked at is what is kept. Raises as ``keep``."""
        return self._keep(io.BytesIO(content), path, lambda _done, _of: None)

    def open(self, checksum: str) -> BinaryIO:
        """Open a kept original to read, after making sure that it is what was kept. The caller closes it.

        Raises:
            EvidenceLostError: it is not there or cannot be read.
            EvidenceDamagedError: it is not what was kept.
        """
        path = self.path(checksum)
        opened = None
        try:
            opened = path.open("rb")
            whole = _checksum(opened) == checksum
            opened.seek(0)
        except OSError as problem:
            if opened is not None:
                opened.close()
            raise EvidenceLostError(path=path) from problem
        if not whole:
            opened.close()
            raise EvidenceDamagedError(path=path)
        return opened

    def path(self, checksum: str) -> Path:
        """Where an original is kept. Raises EvidenceLostError for what is no checksum."""
        if not _CHECKSUM.fullmatch(checksum):
            raise EvidenceLostError(path=self.folder / "?")
        return self.folder / checksum[:2] / checksum

    def kept(self) -> Iterator[str]:
        """Give the checksums of all that is kept, in order."""
        return (path.name for path in sorted(self.folder.glob("??/*")) if _CHECKSUM.fullmatch(path.name))

    def _keep(self, source: BinaryIO, path: Path, watch: Watch) -> str:
        make_folder(self.folder)
        part = self.folder / f".kravkompass-{uuid.uuid4().hex}.part"
        try:
            checksum = self._copied(source, part, path, watch)
            place = self.path(checksum)
            make_folder(place.parent)
            with told_as_known(place):
                self._put(part, place, checksum)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return checksum

    def _copied(self, source: BinaryIO, part: Path, path: Path, watch: Watch) -> str:
        """Copy and give the checksum of what was copied, which is what counts should the file change meanwhile."""
        size = source.seek(0, io.SEEK_END)
        source.seek(0)
        found, done = sha256(), 0
        with _new(part) as target:
            while chunk := source.read(_AT_A_TIME):
                done += len(chunk)
                if done > LARGEST:
                    raise EvidenceTooLargeError(path=path, limit=LARGEST // _MEGABYTE)
                watch(done, max(size, done))
                found.update(chunk)
                with told_as_known(part):
                    target.write(chunk)
            with told_as_known(part):
                target.flush()
                os.fsync(target.fileno())
        return found.hexdigest()

    def _put(self, part: Path, place: Path, checksum: str) -> None:
        """Give the copy its place, unless the same is kept there already. One that was damaged is put aside, not written over."""
        if place.exists():
            with place.open("rb") as there:
                whole = _checksum(there) == checksum
            if whole:
                return
            place.rename(place.with_name(f"{checksum}.damaged-{uuid.uuid4().hex[:8]}"))
        part.rename(place)
        with suppress(OSError):  # some network shares know no such right; the checksum is what proves
            place.chmod(0o444)
        settle(place.parent)


def _new(part: Path) -> BinaryIO:
    with told_as_known(part):
        return part.open("xb")


def _checksum(opened: BinaryIO) -> str:
    found = sha256()
    while chunk := opened.read(_AT_A_TIME):
        found.update(chunk)
    return found.hexdigest()
