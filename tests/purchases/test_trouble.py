"""What can go wrong around the data file, and what the person is told."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.purchases.samples import purchase
from tests.purchases.test_store import added

from kravkompass.errors import DiskFullError, FolderMissingError, NotWritableError
from kravkompass.language import pseudo_translation
from kravkompass.purchases import atomic, lock
from kravkompass.purchases.atomic import write_beside
from kravkompass.purchases.errors import DamagedFileError, FileBusyError, FileInUseError
from kravkompass.purchases.store import LOCK_FILE, Store

FILE = "kravkompass.sqlite"
ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from pathlib import Path
from kravkompass.purchases.store import Store
from tests.purchases.samples import purchase
store = Store(Path(sys.argv[1]))
while True:
    with store.change() as change:
        key = change.add(purchase())
    print(key, flush=True)
"""


def writer(folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "desktop"), str(ROOT)])}
    return subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True, env=environment)


def test_the_second_to_open_is_told_who_has_it(tmp_path: Path) -> None:
    with Store(tmp_path) as first:
        with pytest.raises(FileInUseError) as refused:
            Store(tmp_path)
        assert refused.value.values["path"] == first.file
        assert refused.value.values["who"] == lock._user()
        assert refused.value.values["computer"] == lock._computer()
        assert str(refused.value.values["since"]).startswith("20")
        assert str(refused.value.values["who"]) in refused.value.said(pseudo_translation())
        added(first)
    with Store(tmp_path) as second:
        assert len(second.purchases()) == 1
    assert (tmp_path / LOCK_FILE).read_bytes() == b""


def test_a_lock_left_behind_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).write_text('{"who": "Gone", "computer": "PC-1", "since": "2026-01-01T00:00:00+00:00"}')
    with Store(tmp_path), pytest.raises(FileInUseError) as refused:
        Store(tmp_path)
    assert refused.value.values["who"] == lock._user()


def test_a_lock_in_disorder_still_refuses(tmp_path: Path) -> None:
    with Store(tmp_path):
        (tmp_path / LOCK_FILE).write_bytes(b"\xff[")
        with pytest.raises(FileInUseError) as refused:
            Store(tmp_path)
    assert refused.value.values["who"] == "?"


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")
def test_killed_at_any_moment_nothing_confirmed_is_lost(tmp_path: Path) -> None:
    process = writer(tmp_path)
    assert process.stdout is not None
    confirmed = [process.stdout.readline().strip() for _ in range(5)]
    time.sleep(0.013)
    with pytest.raises(FileInUseError):
        Store(tmp_path)
    process.send_signal(signal.SIGKILL)
    confirmed += process.stdout.read().split()
    process.wait()
    process.stdout.close()
    with Store(tmp_path) as store:
        kept = store.purchases()
        assert {row.id for row in kept} >= set(confirmed)
        assert {(row.chosen, row.left_out) for row in kept} == {(1, 1)}


def test_a_full_disk_leaves_what_was_there(store: Store) -> None:
    purchase_id = added(store)
    with store._session(writing=False) as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFullError) as full, store.change() as change:
        change.describe(purchase_id, title="Never kept")
        change.describe(purchase_id, description="x" * 90_000)
    assert full.value.values == {"path": store.file}
    assert store.purchase(purchase_id).title == purchase().title
    with store.change() as change:
        change.describe(purchase_id, title="Kept")
    assert store.purchase(purchase_id).title == "Kept"


@pytest.mark.parametrize("content", [b"this is no database " * 500, b"SQLite format 3\x00" + b"\xff" * 8000])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(DamagedFileError):
        Store(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content
    (tmp_path / FILE).unlink()
    Store(tmp_path).close()


def test_a_database_of_something_else(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("CREATE TABLE song (name TEXT)")
    with pytest.raises(DamagedFileError):
        Store(tmp_path)


def test_damage_inside_is_told_when_it_is_met(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        for _ in range(20):
            added(store)
    content = bytearray((tmp_path / FILE).read_bytes())
    content[3 * 4096 :] = b"\xa5" * (len(content) - 3 * 4096)
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(DamagedFileError), Store(tmp_path) as store:
        for row in store.purchases():
            store.purchase(row.id)


def test_an_empty_file_is_a_new_one(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with Store(tmp_path) as store:
        added(store)


def test_another_program_writing_to_the_file(store: Store) -> None:
    purchase_id = added(store)
    with store._session(writing=False) as session:
        session.connection().exec_driver_sql("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(store.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(FileBusyError), store.change() as change:
            change.delete(purchase_id)
        with pytest.raises(FileBusyError):
            store.purchases()
    assert len(store.purchases()) == 1


def test_folders_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderMissingError):
        Store(tmp_path / "file" / "data")
    (tmp_path / "data" / FILE).mkdir(parents=True)
    with pytest.raises(NotWritableError):
        Store(tmp_path / "data")
    (tmp_path / "more" / LOCK_FILE).mkdir(parents=True)
    with pytest.raises(NotWritableError):
        Store(tmp_path / "more")


def refuses_writing(path: Path) -> None:
    """Take the right to write away, or skip where that does not bite (a superuser, Windows)."""
    path.chmod(stat.S_IRUSR | (stat.S_IXUSR if path.is_dir() else 0))
    if os.access(path, os.W_OK):
        path.chmod(stat.S_IRWXU)
        pytest.skip("this user may write anywhere")


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    Store(tmp_path / "data").close()
    (tmp_path / "data" / LOCK_FILE).unlink()
    refuses_writing(tmp_path / "data")
    with pytest.raises(NotWritableError):
        Store(tmp_path / "data")
    with pytest.raises(NotWritableError):
        write_beside(tmp_path / "data" / "list.pdf", b"x")
    tmp_path.joinpath("data").chmod(stat.S_IRWXU)


def test_a_file_that_may_not_be_written(tmp_path: Path) -> None:
    Store(tmp_path).close()
    refuses_writing(tmp_path / FILE)
    with pytest.raises(NotWritableError), Store(tmp_path) as store:
        added(store)


def test_writing_beside(tmp_path: Path) -> None:
    target = tmp_path / "new" / "folder" / "list.pdf"
    write_beside(target, b"one")
    write_beside(target, b"two")
    assert target.read_bytes() == b"two"
    assert [path.name for path in target.parent.iterdir()] == ["list.pdf"]


@pytest.mark.parametrize(
    ("number", "known"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EACCES, NotWritableError),
        (errno.EIO, NotWritableError),
    ],
)
def test_writing_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, known: type[Exception]
) -> None:
    def fail(_opened: int) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "list.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(known):
        write_beside(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["list.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_device_without_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(_part: Path, content: bytes) -> None:
        with Path("/dev/full").open("wb", buffering=0) as file:
            file.write(content)

    monkeypatch.setattr(atomic, "_write_through", full)
    with pytest.raises(DiskFullError):
        write_beside(tmp_path / "list.pdf", b"new")


def test_writing_where_it_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(FolderMissingError):
        write_beside(tmp_path / "file" / "list.pdf", b"x")
    with pytest.raises(NotWritableError):
        write_beside(tmp_path / "folder", b"x")
    with pytest.raises(NotWritableError):
        write_beside(tmp_path / ("x" * 300), b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real" / "list.pdf")
    write_beside(tmp_path / "link.pdf", b"x")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real" / "list.pdf").read_bytes() == b"x"
