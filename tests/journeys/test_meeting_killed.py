"""The power goes in the middle of a meeting: nothing that was said to be saved is lost, and the next start says what is kept."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tests.screens.meeting_world import make_world

from kravkompass.app import Parts
from kravkompass.followup.activity import KeptActivity, Outcome, State, Status
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.meeting import Matter, Meeting, MeetingDraft, MeetingState, Pledge, Promise
from kravkompass.language import Language
from kravkompass.purchases.store import Store
from kravkompass.screens.meeting import MeetingScreen

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 0.8
"""Seconds a program lives after its first word, at most."""
LOST_AT_MOST = 1.0
"""Seconds of writing that may be lost."""
REQUIREMENTS = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a meeting of forty requirements that is about to begin."""
    with Store(tmp_path / "data") as store:
        make_world(store, REQUIREMENTS).meeting()
    return tmp_path / "data"


@contextmanager
def dying(folder: Path, number: int, what: str) -> Iterator[subprocess.Popen[str]]:
    """A program at a meeting. It is killed when the block ends."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "desktop"), str(ROOT)]), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.journeys.dying", str(folder), str(number), what]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT) as running:
        yield running
        running.kill()


def watched(folder: Path, number: int, what: str, longest: float) -> tuple[list[dict[str, Any]], float]:
    """Let a program live for a while at random, kill it, and give what it told and when it was killed."""
    told: list[dict[str, Any]] = []
    with dying(folder, number, what) as running:
        assert running.stdout is not None
        told.append(json.loads(running.stdout.readline()))
        # Read beside it, so that a full pipe never holds it up.
        reader = Thread(target=lambda: told.extend(_whole(running.stdout)))
        reader.start()
        time.sleep(random.Random(number).uniform(0, longest))  # noqa: S311 - nothing secret
        running.kill()
        killed = time.monotonic()
        reader.join()
    return told, killed


def _whole(lines: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - an open pipe
    for line in lines:
        if line.endswith("\n"):
            yield json.loads(line)


def kept_now(folder: Path) -> dict[str, str]:
    """What the data says now, by what it is about, as the dying program tells it."""
    with Store(folder) as store:
        (draft,) = store.parts(MeetingDraft)
        evidence = {one.id: one for one in store.parts(Evidence)}
        now = {"place": draft.place, "present": draft.present[-1].name if draft.present else ""}
        for matter in store.parts(Matter):
            now[f"{matter.id} note"] = matter.note
            now[f"{matter.id} status"] = matter.status.value if matter.status else ""
            now[f"{matter.id} pledges"] = matter.pledges[-1].what if matter.pledges else ""
            for one in matter.evidence:
                now[f"{matter.id} {evidence[one].name}"] = evidence[one].name
        for piece in evidence.values():
            with store.evidence.open(piece.fingerprint) as original:
                assert original.read().decode() == piece.name.removesuffix(".txt").replace("-", " ")
    with closing(sqlite3.connect(folder / "kravkompass.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return now


def killed_at_random(folder: Path, times: int) -> int:
    """Kill a program at a meeting so many times, each time going on where the last one died; count what was confirmed."""
    confirmed: dict[str, str] = {}
    count = 0
    for number in range(times):
        told, _ = watched(folder, number, "writes", LONGEST)
        tried: dict[str, str] = {}
        for one in told:
            if one["what"] == "kept":
                confirmed[one["about"]] = one["value"]
                tried.pop(one["about"], None)
                count += 1
            else:
                tried[one["about"]] = one["value"]
        now = kept_now(folder)
        lost = {about: value for about, value in confirmed.items() if now.get(about, "") not in {value, tried.get(about)}}
        assert not lost, f"after {number + 1} kills"
        # What was being written when the power went is kept or not; from now on it is what it is.
        confirmed |= {about: now[about] for about in tried if now.get(about)}
        assert len(tried) <= 1
    return count


def test_nothing_confirmed_is_lost_when_the_program_is_killed(folder: Path) -> None:
    assert killed_at_random(folder, 5) > 5


@pytest.mark.long
@pytest.mark.timeout(900)
def test_nothing_confirmed_is_lost_in_fifty_kills(folder: Path) -> None:
    assert killed_at_random(folder, 50) > 100


def lost_of_writing(folder: Path, number: int) -> float:
    """Kill the window while somebody writes, and give how many seconds of writing are lost."""
    told, killed = watched(folder, number, "types", 2.5)
    with Store(folder) as store:
        kept = store.parts(Matter, ("position",))[0].note
    typed = [one for one in told if one["what"] == "typed"]
    last = typed[-1]["text"]
    # The last letters may have been saved and not told of any more.
    assert last.startswith(kept) or kept.startswith(last)
    later = [one["at"] for one in typed if len(one["text"]) > len(kept)]
    return killed - min(later, default=killed)


def test_at_most_a_second_of_writing_is_lost(folder: Path) -> None:
    assert lost_of_writing(folder, 1) < LOST_AT_MOST


@pytest.mark.long
@pytest.mark.timeout(900)
def test_at_most_a_second_of_writing_is_lost_time_after_time(folder: Path) -> None:
    assert max(lost_of_writing(folder, number) for number in range(20)) < LOST_AT_MOST


def filled(folder: Path) -> None:
    """Fill the meeting in, so that closing it has much to keep."""
    with Store(folder) as store:
        screen = MeetingScreen(store, store.parts(Meeting)[0].id)
        screen.begin()
        for matter in screen.matters:
            screen.write(matter.id, status=Status.NOT_MET, note="Nej", pledges=(Pledge("Skicka", "Bo"),))


def closing_is_whole(folder: Path, number: int) -> bool:
    """Kill a program that closes the meeting; what is kept is all of it or nothing. Tells whether it was closed."""
    with dying(folder, number, "closes") as running:
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(random.Random(number).uniform(0, 0.1 if number % 2 else 2.0))  # noqa: S311 - nothing secret
        running.kill()
        running.wait()
        confirmed = '"kept"' in running.stdout.read()
    with Store(folder) as store:
        (meeting,) = store.parts(Meeting)
        is_closed = meeting.state is MeetingState.CLOSED
        expected = REQUIREMENTS if is_closed else 0
        assert [len(store.parts(kind)) for kind in (Outcome, Promise, Deviation)] == [expected] * 3
        assert len(store.parts(MeetingDraft)) == int(not is_closed)
        done = [one.state is State.DONE for one in store.parts(KeptActivity)]
        assert done == [is_closed]
        assert is_closed or not confirmed
        if is_closed:
            _reopen(store, meeting)
    return is_closed


def _reopen(store: Store, meeting: Meeting) -> None:
    """Make the meeting as it was before it was closed, to close it again."""
    with store.change() as change:
        for kind in (Outcome, Promise, Deviation):
            for part in store.parts(kind):
                change.contracts.drop(part)
        for one in store.parts(KeptActivity):
            change.contracts.keep(replace(one, state=State.PLANNED, done=None, used=None))
        change.contracts.keep(replace(meeting, state=MeetingState.RUNNING, closed=""))
        change.contracts.keep(MeetingDraft(meeting.id, meeting.contract))


def test_a_meeting_is_closed_wholly_or_not_at_all(folder: Path) -> None:
    filled(folder)
    for number in range(3):
        closing_is_whole(folder, number)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_meeting_is_closed_wholly_or_not_at_all_time_after_time(folder: Path) -> None:
    filled(folder)
    closed = [closing_is_whole(folder, number) for number in range(25)]
    assert {True, False} == set(closed), "killed both before and after"


def test_the_next_start_says_what_is_kept(folder: Path) -> None:
    before = datetime.now(UTC)
    watched(folder, 3, "writes", LONGEST)
    parts = Parts(folder, Language.SWEDISH)
    (told,) = parts.home().interrupted()
    assert not parts.is_open
    assert told.supplier == "Frukt i Provstad AB"
    assert told.saved is not None
    assert before <= told.saved <= datetime.now(UTC)
