"""Calendar files: identities that outlive changes, sequences that rise, zones as they are, all read by a second library."""

from __future__ import annotations

import datetime as dt
import errno
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from tests.documents.office import DAY, EVIL, purchase, sheet, sheet_of

from kravkompass.documents.calendar import (
    NoDatesError,
    Wishes,
    followup_calendar,
    render,
    render_each,
    write,
    write_each,
)
from kravkompass.documents.calendar_memory import Sent, sent_before
from kravkompass.documents.sheet import Sheet
from kravkompass.errors import DiskFullError
from kravkompass.followup.planning import period_of, plan
from kravkompass.language import Language

AT_NINE = Wishes(start=dt.time(9))


def beginning(day: str) -> Sheet:
    """The sheet with another start of the contract; empty for none."""
    made = sheet()
    return replace(made, purchase=replace(made.purchase, facts=made.purchase.facts.with_answer("contract-start", day or None)))


def events(data: bytes) -> Iterator[Any]:
    calendar = vobject.readOne(data.decode())
    yield from calendar.contents.get("vevent", [])


def by_uid(data: bytes) -> dict[str, Any]:
    return {event.uid.value: event for event in events(data)}


@pytest.mark.parametrize("number", [0, 2])
def test_every_activity_with_a_day_is_an_all_day_event(number: int) -> None:
    made = sheet(number)
    activities = [one for one in plan(made.rows, period_of(made.purchase.facts, made.purchase.country)).activities if one.day is not None]
    found = list(events(render(followup_calendar(made))))
    assert sorted(event.dtstart.value for event in found) == sorted(one.day for one in activities if one.day)
    for event in found:
        assert type(event.dtstart.value) is dt.date
        assert event.dtend.value == event.dtstart.value + dt.timedelta(days=1)
        assert event.sequence.value == "0"
        assert event.status.value == "CONFIRMED"
        assert made.purchase.title in event.summary.value
        assert len(event.contents["valarm"]) == 2
    assert len({event.uid.value for event in found}) == len(found)


def test_all_day_alarms_ring_in_the_morning_so_many_days_before() -> None:
    made = followup_calendar(sheet(), wishes=Wishes(days_before=(14,)))
    for event in events(render(made)):
        begin = dt.datetime.combine(event.dtstart.value, dt.time())
        assert begin + event.valarm.trigger.value == dt.datetime.combine(event.dtstart.value - dt.timedelta(days=14), dt.time(9))


@pytest.mark.parametrize(("number", "zone"), [(0, "Europe/Stockholm"), (2, "Europe/Oslo")])
def test_times_are_in_the_zone_of_the_country_summer_and_winter(number: int, zone: str) -> None:
    data = render(followup_calendar(sheet(number), wishes=AT_NINE))
    offsets = set()
    for event in events(data):
        begin = event.dtstart.value
        assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == [zone]
        assert begin == dt.datetime.combine(begin.date(), dt.time(9), ZoneInfo(zone))
        offsets.add(begin.utcoffset())
        assert dt.timedelta(minutes=15) <= event.dtend.value - begin <= dt.timedelta(hours=8)
    assert offsets == {dt.timedelta(hours=1), dt.timedelta(hours=2)}
    assert data.count(b"BEGIN:VTIMEZONE") == 1


@pytest.mark.parametrize("number", [0, 2])
def test_the_zone_of_the_file_is_right_for_every_day_of_forty_years(number: int) -> None:
    calendar = vobject.readOne(render(followup_calendar(sheet(number), wishes=AT_NINE)).decode())
    told = calendar.vtimezone.tzinfo
    real = ZoneInfo(calendar.vtimezone.tzid.value)
    day = dt.datetime(2005, 1, 1, 12)  # noqa: DTZ001 - local time is asked about
    while day.year < 2037:
        assert told.utcoffset(day) == real.utcoffset(day), day
        day += dt.timedelta(days=1)


def test_moving_the_contract_keeps_the_identities_and_raises_the_sequences() -> None:
    before = followup_calendar(sheet())
    after = followup_calendar(beginning("2027-05-03"), before.sent)
    old, new = by_uid(render(before)), by_uid(render(after))
    assert old.keys() == new.keys()
    assert all(old[uid].dtstart.value != new[uid].dtstart.value for uid in old)
    assert {event.sequence.value for event in new.values()} == {"1"}


def test_what_has_not_changed_keeps_its_sequence_and_its_bytes() -> None:
    before = followup_calendar(sheet())
    again = followup_calendar(sheet(), before.sent)
    assert again.sent == before.sent
    assert render(again) == render(before)


def test_an_activity_that_is_gone_is_cancelled_and_comes_back_later() -> None:
    whole = sheet()
    before = followup_calendar(whole)
    fewer = followup_calendar(replace(whole, rows=whole.rows[:3]), before.sent)
    gone = [one for one in fewer.sent if one.cancelled]
    assert gone
    told = by_uid(render(fewer))
    for one in gone:
        assert told[one.uid].status.value == "CANCELLED"
        assert told[one.uid].sequence.value == "1"
        assert "valarm" not in told[one.uid].contents
    still = followup_calendar(replace(whole, rows=whole.rows[:3]), fewer.sent)
    assert [one for one in still.sent if one.cancelled] == gone
    back = {one.uid: one for one in followup_calendar(whole, still.sent).sent}
    assert all(not back[one.uid].cancelled and back[one.uid].sequence == 2 for one in gone)


def test_what_was_cancelled_and_is_past_is_forgotten() -> None:
    past = Sent("11111111-1111-4111-8111-111111111111", 3, "x", DAY - dt.timedelta(days=1), "Förr", cancelled=True)
    assert past.uid not in by_uid(render(followup_calendar(sheet(), (past,))))


def test_two_purchases_never_share_an_identity() -> None:
    one = followup_calendar(sheet())
    other = followup_calendar(sheet_of(replace(purchase(), id="9d1c6a34-5a57-4a64-9d45-1f9f7f6f3c11")))
    assert not {event.uid for event in one.sent} & {event.uid for event in other.sent}


@pytest.mark.parametrize("wishes", [Wishes(), AT_NINE])
def test_the_state_can_be_read_from_what_was_written(tmp_path: Path, wishes: Wishes) -> None:
    made = followup_calendar(replace(sheet(), rows=sheet().rows[:3]), followup_calendar(sheet()).sent, wishes)
    write(made, tmp_path / "plan.ics")
    written = write_each(made, tmp_path / "each")
    assert len(written) == len(made.entries)
    assert sorted(sent_before(tmp_path / "plan.ics"), key=lambda one: one.uid) == sorted(made.sent, key=lambda one: one.uid)
    assert sorted(sent_before(tmp_path / "each"), key=lambda one: one.uid) == sorted(made.sent, key=lambda one: one.uid)


@pytest.mark.parametrize("content", [b"", b"nonsense", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"\xff\xfe\x00", bytes(6_000_000)])
def test_a_file_of_something_else_has_no_state(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "plan.ics").write_bytes(content)
    assert sent_before(tmp_path / "plan.ics") == ()
    assert sent_before(tmp_path / "none.ics") == ()


def test_one_event_a_file_for_programs_that_double_others() -> None:
    before = followup_calendar(sheet())
    made = followup_calendar(replace(sheet(), rows=sheet().rows[:3]), before.sent)
    files = dict(render_each(made))
    assert len(files) == len(made.entries)
    for data in files.values():
        (event,) = events(data)
        method = vobject.readOne(data.decode()).method.value
        assert method == ("CANCEL" if event.status.value == "CANCELLED" else "PUBLISH")
    kept = {name for name in files if not name.startswith("cancelled")}
    assert kept <= set(dict(render_each(before)))


@pytest.mark.parametrize("language", list(Language), ids=lambda one: one.value)
def test_lines_are_as_the_standard_wants_and_words_in_the_language(language: Language) -> None:
    data = render(followup_calendar(sheet(0, language)))
    assert data.endswith(b"END:VCALENDAR\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
    assert f"SUMMARY;LANGUAGE={language.tag}".encode() in data


def test_strange_text_is_text() -> None:
    title = f"{EVIL}; a, b\\c\nEND:VEVENT\r\nBEGIN:VEVENT"
    made = followup_calendar(sheet_of(replace(purchase(), title=title, reference="A;B,C")))
    found = list(events(render(made)))
    assert len(found) == len(made.entries)
    assert "END:VEVENT BEGIN:VEVENT" in found[0].summary.value or len(found[0].summary.value) >= 250
    assert "A;B,C" in found[0].description.value
    assert not re.search(b"[\x00-\x09\x0b\x0c\x0e-\x1f]", render(made))


def test_without_a_start_there_is_nothing_to_write() -> None:
    with pytest.raises(NoDatesError):
        followup_calendar(beginning(""))


def test_an_old_file_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "plan.ics"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("kravkompass.purchases.atomic._write_through", full)
    with pytest.raises(DiskFullError):
        write(followup_calendar(sheet()), target)
    assert target.read_bytes() == b"old"
