"""Originals are kept by what is in them: the same twice is kept once, nothing is written over, and any change shows."""

from __future__ import annotations

import errno
import os
import stat
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from tests.purchases.test_trouble import refuses_writing

from kravkompass.errors import DiskFullError, FolderMissingError, KnownError, NotWritableError
from kravkompass.purchases import evidence_folder
from kravkompass.purchases.evidence_folder import (
    EvidenceDamagedError,
    EvidenceFolder,
    EvidenceLostError,
    EvidenceTooLargeError,
    EvidenceUnreadableError,
)
from kravkompass.purchases.store import Store

CONTENT = b"Svar fr\xc3\xa5n leverant\xc3\xb6ren " * 90_000


@pytest.fixture
def evidence(tmp_path: Path) -> EvidenceFolder:
    return EvidenceFolder(tmp_path / "data" / "evidence")


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    file = tmp_path / "Svar, ifyllt å ä ö.xlsx"
    file.write_bytes(CONTENT)
    return file


def read(evidence: EvidenceFolder, checksum: str) -> bytes:
    with evidence.open(checksum) as opened:
        return opened.read()


def files(folder: EvidenceFolder) -> list[str]:
    return sorted(path.name for path in folder.folder.rglob("*") if path.is_file())


def test_what_is_kept_is_found_by_its_content(evidence: EvidenceFolder, answer: Path) -> None:
    checksum = evidence.keep(answer)
    assert checksum == sha256(CONTENT).hexdigest()
    assert read(evidence, checksum) == CONTENT == answer.read_bytes()
    assert list(evidence.kept()) == files(evidence) == [checksum]
    answer.unlink()
    assert read(evidence, checksum) == CONTENT


def test_the_same_twice_is_kept_once_and_not_touched(evidence: EvidenceFolder, answer: Path) -> None:
    place = evidence.path(evidence.keep(answer))
    before = place.stat()
    assert evidence.keep_content(CONTENT, answer) == evidence.keep(answer) == place.name
    assert (place.stat().st_mtime_ns, place.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert not place.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert files(evidence) == [place.name]


def test_an_empty_file_can_be_kept(evidence: EvidenceFolder, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert read(evidence, evidence.keep(tmp_path / "empty")) == b""


def test_any_change_shows_and_a_whole_copy_mends_it_without_writing_over(evidence: EvidenceFolder, answer: Path) -> None:
    place = evidence.path(evidence.keep(answer))
    place.chmod(0o644)
    place.write_bytes(CONTENT[:-1] + b"!")
    with pytest.raises(EvidenceDamagedError) as told:
        evidence.open(place.name)
    assert told.value.values == {"path": place}
    evidence.keep(answer)
    assert read(evidence, place.name) == CONTENT
    kept, aside = files(evidence)
    assert (kept, aside.startswith(f"{kept}.damaged-")) == (place.name, True)
    assert list(evidence.kept()) == [place.name]


@pytest.mark.parametrize("checksum", ["0" * 64, "", "..", "../../kravkompass.sqlite", "A" * 64, "0" * 63 + "\n"])
def test_what_is_not_kept_is_told(evidence: EvidenceFolder, checksum: str) -> None:
    with pytest.raises(EvidenceLostError):
        evidence.open(checksum)


def test_what_cannot_be_read_is_told(evidence: EvidenceFolder, tmp_path: Path) -> None:
    for path in (tmp_path / "not there", tmp_path, tmp_path / ("x" * 300)):
        with pytest.raises(EvidenceUnreadableError) as told:
            evidence.keep(path)
        assert told.value.values == {"path": path}
    assert list(evidence.kept()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes")
def test_what_never_ends_is_not_begun(evidence: EvidenceFolder, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(EvidenceUnreadableError):
        evidence.keep(tmp_path / "pipe")


def test_what_is_too_large_leaves_nothing(evidence: EvidenceFolder, answer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_folder, "LARGEST", len(CONTENT) - 1)
    with pytest.raises(EvidenceTooLargeError):
        evidence.keep(answer)
    assert files(evidence) == []


def test_it_can_be_stopped_and_leaves_nothing(evidence: EvidenceFolder, answer: Path) -> None:
    told: list[tuple[int, int]] = []

    def watch(done: int, of: int) -> None:
        told.append((done, of))
        if len(told) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        evidence.keep(answer, watch)
    assert told == [(1024 * 1024, len(CONTENT)), (2 * 1024 * 1024, len(CONTENT))]
    assert files(evidence) == []


@pytest.mark.parametrize(("number", "known"), [(errno.ENOSPC, DiskFullError), (errno.EACCES, NotWritableError)])
def test_a_full_disk_leaves_nothing(
    evidence: EvidenceFolder, answer: Path, monkeypatch: pytest.MonkeyPatch, number: int, known: type[KnownError]
) -> None:
    def fail(_opened: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(known):
        evidence.keep(answer)
    assert files(evidence) == []


def test_folders_that_cannot_be(answer: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderMissingError):
        EvidenceFolder(tmp_path / "file" / "evidence").keep(answer)
    (tmp_path / "evidence").mkdir()
    refuses_writing(tmp_path / "evidence")
    with pytest.raises(NotWritableError):
        EvidenceFolder(tmp_path / "evidence").keep(answer)


def test_it_lies_beside_the_data(store: Store, answer: Path) -> None:
    checksum = store.evidence.keep(answer)
    assert store.evidence.path(checksum).is_relative_to(store.file.parent / "evidence")
