"""The follow-up plan as a calendar (.ics): one event for each activity, with an identity that outlives changes of its date.

A calendar program takes a later file for a change of the same event when its UID is the same and its SEQUENCE is higher. So the
state of the last export is an argument here, and is given back renewed; it can also be read from the files written then.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import icalendar

from kravkompass.documents.calendar_zone import ZONES, time_zone
from kravkompass.documents.office_file import fit, one_line
from kravkompass.documents.sheet import Sheet, number_of
from kravkompass.errors import KnownError
from kravkompass.followup.naming import occasion_name
from kravkompass.followup.planning import Activity, Occasion, period_of, plan
from kravkompass.language import text
from kravkompass.purchases.atomic import write_beside

NAMESPACE = uuid.UUID("6d6ea7b2-6a52-4c0e-9b2a-3d1f8f0f7c55")
"""Never changes: with it every UID would."""
FINGERPRINT = "X-KRAVKOMPASS-FINGERPRINT"
MOST_LISTED = 40
LONGEST_MINUTES, SHORTEST_MINUTES = 480, 15
ALARM_HOUR = 9
LARGEST_FILE = 5 * 1024 * 1024
MOST_FILES = 500


class NoDatesError(KnownError):
    """No activity has a day, since the contract's start is not known."""

    sentence = text("There is nothing to put in a calendar yet: fill in when the contract starts, and try again.")


@dataclass(frozen=True, slots=True)
class Wishes:
    """How events are wanted: all day, or beginning at a time of the purchase's country; reminded of so many days before."""

    start: dt.time | None = None
    days_before: tuple[int, ...] = (14, 1)


@dataclass(frozen=True, slots=True)
class Sent:
    """An event as it stood in the last export; ``fingerprint`` is of all that it said."""

    uid: str
    sequence: int
    fingerprint: str
    day: dt.date
    title: str
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An event to be written. ``minutes`` is how long it lasts where it has a time."""

    sent: Sent
    name: str
    description: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class FollowupCalendar:
    """All events of a plan, the cancelled ones among them, and how they are wanted."""

    entries: tuple[Entry, ...]
    sheet: Sheet
    wishes: Wishes

    @property
    def sent(self) -> tuple[Sent, ...]:
        """The state to hand to the next export."""
        return tuple(entry.sent for entry in self.entries)


def followup_calendar(sheet: Sheet, sent: Sequence[Sent] = (), wishes: Wishes | None = None) -> FollowupCalendar:
    """Give the calendar of a purchase's follow-up plan, with what changed since the last export.

    Raises NoDatesError when no activity has a day and nothing is to be cancelled.
    """
    wanted = wishes or Wishes()
    before = {one.uid: one for one in sent}
    activities = plan(sheet.rows, period_of(sheet.purchase.facts, sheet.purchase.country)).activities
    entries = [_numbered(_entry(sheet, one, one.day, wanted), before) for one in activities if one.day is not None]
    there = {entry.sent.uid for entry in entries}
    entries += [_cancelled(one) for one in sent if one.uid not in there and one.day >= sheet.day]
    if not entries:
        raise NoDatesError
    return FollowupCalendar(tuple(sorted(entries, key=lambda entry: (entry.sent.day, entry.sent.uid))), sheet, wanted)


def render(made: FollowupCalendar) -> bytes:
    """Give all events in one file."""
    return _file(made, made.entries, "PUBLISH")


def render_each(made: FollowupCalendar) -> tuple[tuple[str, bytes], ...]:
    """Give one file for each event, with its name: for programs that make duplicates of a file with many."""
    return tuple(
        (f"{entry.name}-{entry.sent.uid[:8]}.ics", _file(made, [entry], "CANCEL" if entry.sent.cancelled else "PUBLISH"))
        for entry in made.entries
    )


def write(made: FollowupCalendar, path: Path) -> None:
    """Write all events to one file. Raises FolderMissingError, NotWritableError or DiskFullError; an older file then stays whole."""
    write_beside(path, render(made))


def write_each(made: FollowupCalendar, folder: Path) -> tuple[Path, ...]:
    """Write one file for each event to a folder. Raises as ``write``."""
    paths = []
    for name, content in render_each(made):
        write_beside(folder / name, content)
        paths.append(folder / name)
    return tuple(paths)


# -- the state of an earlier export


def sent_before(place: Path) -> tuple[Sent, ...]:
    """Give the state of an earlier export from its file, or from its folder of files; nothing where there is none."""
    files = sorted(place.glob("*.ics"))[:MOST_FILES] if place.is_dir() else [place]
    found: dict[str, Sent] = {}
    for file in files:
        for one in _sent_in(file):
            if one.uid not in found or found[one.uid].sequence < one.sequence:
                found[one.uid] = one
    return tuple(found.values())


def _sent_in(file: Path) -> Iterator[Sent]:
    try:
        if file.stat().st_size > LARGEST_FILE:
            return
        events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        for event in events:
            if FINGERPRINT in event:
                day = event.decoded("DTSTART")
                yield Sent(
                    str(event["UID"]),
                    int(str(event["SEQUENCE"])),
                    str(event[FINGERPRINT]),
                    day.date() if isinstance(day, dt.datetime) else day,
                    str(event["SUMMARY"]),
                    cancelled=str(event.get("STATUS")) == "CANCELLED",
                )
    except (OSError, ValueError, KeyError):
        # No earlier export, or a file that something else has written in its place.
        return


# -- events


def _entry(sheet: Sheet, activity: Activity, day: dt.date, wishes: Wishes) -> Entry:
    purchase, say = sheet.purchase, sheet.translation.say
    owner = purchase.id or f"{purchase.organisation}|{purchase.reference}|{purchase.title}"
    title = one_line(f"{occasion_name(activity, sheet.translation)}: {purchase.title or say('Untitled purchase')}")
    entry = Entry(
        Sent(str(uuid.uuid5(NAMESPACE, f"{owner}/{_key(activity)}")), 0, "", day, title),
        activity.occasion.value,
        fit("\n".join(_description(sheet, activity))),
        min(max(activity.minutes, SHORTEST_MINUTES), LONGEST_MINUTES),
    )
    said = repr((day, title, entry.description, entry.minutes if wishes.start else 0, wishes.start, wishes.days_before, purchase.country))
    return replace(entry, sent=replace(entry.sent, fingerprint=hashlib.sha256(said.encode()).hexdigest()[:16]))


def _key(activity: Activity) -> str:
    """Tell an activity from the others of its plan: by what it is, and checks by their month of the contract, never by dates."""
    key = f"{activity.occasion}/{activity.who}"
    return f"{key}/{activity.month}" if activity.occasion is Occasion.CHECK else key


def _description(sheet: Sheet, activity: Activity) -> Iterator[str]:
    wanted = set(activity.requirements)
    listed = [row for row in sheet.rows if row.requirement.id in wanted]
    for row in listed[:MOST_LISTED]:
        yield f"{number_of(sheet, row)} {row.texts.title} ({row.requirement.id})"
    if len(listed) > MOST_LISTED:
        more = len(listed) - MOST_LISTED
        yield sheet.translation.count("and {n} requirement more", "and {n} requirements more", more)
    if reference := sheet.purchase.reference:
        yield f"{sheet.translation.say('Reference number')}: {reference}"


def _numbered(entry: Entry, before: dict[str, Sent]) -> Entry:
    """Give the event its sequence: that of the last export, or one more when it says something else now."""
    old = before.get(entry.sent.uid)
    if old is None:
        return entry
    changed = old.cancelled or old.fingerprint != entry.sent.fingerprint
    return replace(entry, sent=replace(entry.sent, sequence=old.sequence + changed))


def _cancelled(old: Sent) -> Entry:
    sent = old if old.cancelled else replace(old, sequence=old.sequence + 1, cancelled=True)
    return Entry(sent, "cancelled")


# -- the file


def _file(made: FollowupCalendar, entries: Sequence[Entry], method: str) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Kravkompass//Follow-up plan//{made.sheet.language.value.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    if made.wishes.start is not None:
        calendar.add_component(time_zone(made.sheet.purchase.country))
    for entry in entries:
        calendar.add_component(_event(made, entry))
    return bytes(calendar.to_ical(sorted=False))


def _event(made: FollowupCalendar, entry: Entry) -> icalendar.Event:
    sent, event = entry.sent, icalendar.Event()
    event.add("uid", sent.uid)
    event.add("dtstamp", dt.datetime.combine(made.sheet.day, dt.time(), dt.UTC))
    event.add("sequence", sent.sequence)
    begin, end = _times(made, entry)
    event.add("dtstart", begin)
    event.add("dtend", end)
    event.add("summary", sent.title, parameters={"LANGUAGE": made.sheet.language.tag})
    if entry.description:
        event.add("description", entry.description, parameters={"LANGUAGE": made.sheet.language.tag})
    event.add("status", "CANCELLED" if sent.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if made.wishes.start is None or sent.cancelled else "OPAQUE")
    event.add(FINGERPRINT, sent.fingerprint)
    if not sent.cancelled:
        for days in made.wishes.days_before:
            event.add_component(_alarm(sent.title, days, all_day=made.wishes.start is None))
    return event


def _times(made: FollowupCalendar, entry: Entry) -> tuple[dt.date, dt.date]:
    day, start = entry.sent.day, made.wishes.start
    if start is None:
        return day, day + dt.timedelta(days=1)
    begin = dt.datetime.combine(day, start, ZONES[made.sheet.purchase.country].info)
    return begin, begin + dt.timedelta(minutes=entry.minutes or SHORTEST_MINUTES)


def _alarm(title: str, days: int, *, all_day: bool) -> icalendar.Alarm:
    # An all-day event begins at midnight, when nobody wants to be reminded.
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", dt.timedelta(days=-days, hours=ALARM_HOUR if all_day else 0))
    alarm.add("description", title)
    return alarm
