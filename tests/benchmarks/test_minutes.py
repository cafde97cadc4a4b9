"""The minutes of forty matters and ten photos, beside what no program can do without: reading, checking and shrinking the photos."""

from __future__ import annotations

import io
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import pytest
from PIL import Image
from tests.screens.meeting_world import World, make_world, photo

from fonts import build_fonts
from kravkompass.followup.activity import Status
from kravkompass.followup.meeting import Pledge
from kravkompass.paths import bundled
from kravkompass.purchases.store import Store
from kravkompass.screens import meeting_files
from kravkompass.screens.meeting import MeetingScreen
from kravkompass.screens.meeting_ending import Ending
from kravkompass.screens.minutes import keep_minutes
from kravkompass.screens.taking_in import take_in

REQUIREMENTS, PHOTOS, PAIRS = 40, 10, 3
AT_MOST = 4.0
"""How many times the photos alone the whole minutes may take."""
WITHIN = 10.0
"""Seconds by the clock."""
KEYSTROKE = 0.05
"""Seconds by the clock that saving a pause of typing may take, in the middle."""

pytestmark = pytest.mark.benchmark


@pytest.fixture(scope="module", autouse=True)
def _fonts() -> None:
    build_fonts(bundled("resources") / "fonts")


def _meeting(world: World, photos: list[Path]) -> MeetingScreen:
    screen = world.meeting()
    screen.begin()
    for place, matter in enumerate(screen.matters):
        if place < PHOTOS:
            meeting_files.add(screen, matter.id, take_in(world.store.evidence, photos[place]))
        pledges = (Pledge("Skicka listan", "Bo Berg"),) if place % 5 == 0 else ()
        screen.write(matter.id, status=list(Status)[place % 5], note="Två av tre fabriker är redovisade.", pledges=pledges)
    return screen


def _photos_alone(photos: list[Path]) -> float:
    start = process_time()
    for file in photos:
        data = file.read_bytes()
        assert sha256(data).digest()
        with Image.open(io.BytesIO(data)) as picture:
            picture.thumbnail((1000, 1000))
            picture.save(io.BytesIO(), "JPEG", quality=80)
    return process_time() - start


def test_minutes_of_forty_matters_and_ten_photos(tmp_path: Path) -> None:
    photos = [photo(tmp_path, number) for number in range(PHOTOS)]
    ratios, seconds = [], []
    for number in range(PAIRS):
        with Store(tmp_path / str(number)) as store:
            screen = _meeting(make_world(store, REQUIREMENTS), photos)
            began, clock = process_time(), perf_counter()
            Ending(screen).close()
            keep_minutes(store, screen.meeting.id)
            took, seconds_by_clock = process_time() - began, perf_counter() - clock
        ratios.append(took / _photos_alone(photos))
        seconds.append(seconds_by_clock)
    print(f"\nminutes: {median(ratios):.2f} times the photos alone, {median(seconds):.2f} s by the clock")
    # The first one also loads the libraries.
    assert median(ratios) <= AT_MOST
    assert max(seconds) <= WITHIN


def test_saving_a_pause_is_not_felt(tmp_path: Path) -> None:
    with Store(tmp_path / "data") as store:
        screen = make_world(store, REQUIREMENTS).meeting()
        screen.begin()
        matter, times = screen.matters[0].id, []
        for length in range(1, 101):
            began = perf_counter()
            screen.write(matter, note="Två av tre " * length)
            times.append(perf_counter() - began)
    print(f"\nsaving a pause: {median(times) * 1000:.1f} ms")
    assert median(times) <= KEYSTROKE
