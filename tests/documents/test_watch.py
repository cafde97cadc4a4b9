"""A large Word or Excel file tells how far it has come, often enough that it can be stopped within half a second, and stops whole."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from tests.documents.office import sheet
from tests.documents.samples import requirement_list

from kravkompass.documents import excel, word
from kravkompass.documents.watch import WHOLE, Report

LONGEST_SILENCE = 0.5
"""Seconds in which a person who pressed Stop begins to wonder."""
LIST = requirement_list(100)
ROWS = sheet()
SHEET = replace(ROWS, rows=(list(ROWS.rows) * 100)[:300])
MAKERS: dict[str, Callable[[Path, Report], None]] = {
    "docx": lambda path, report: word.write(LIST, path, report),
    "xlsx": lambda path, report: excel.write(SHEET, path, report=report),
}


class StopError(Exception):
    """Somebody pressed Stop."""


@pytest.mark.parametrize("form", MAKERS)
def test_a_large_file_tells_how_far_it_has_come(form: str, tmp_path: Path) -> None:
    told: list[tuple[int, int, float]] = [(0, WHOLE, time.monotonic())]
    MAKERS[form](tmp_path / f"a.{form}", lambda done, of: told.append((done, of, time.monotonic())))
    done = [one for one, _, _ in told]
    assert done == sorted(done)
    assert {of for _, of, _ in told} == {WHOLE}
    assert done[-1] > WHOLE * 0.9
    assert len(set(done)) > 100
    waits = sorted(later - earlier for (_, _, earlier), (_, _, later) in pairwise(told))
    assert waits[-1] < LONGEST_SILENCE


@pytest.mark.parametrize("form", MAKERS)
@pytest.mark.parametrize("at", [0, WHOLE // 2, WHOLE * 95 // 100])
def test_stop_leaves_the_old_file_whole_and_nothing_beside_it(form: str, at: int, tmp_path: Path) -> None:
    path = tmp_path / f"a.{form}"
    path.write_bytes(b"before")

    def stop(done: int, _of: int) -> None:
        if done >= at:
            raise StopError

    with pytest.raises(StopError):
        MAKERS[form](path, stop)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]
