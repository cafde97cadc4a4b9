"""The follow-up plan as a calendar (.ics): one event for each activity, with an identity that outlives changes of its date.

A calendar program takes a later file for a change of the same event when its UID is the same and its SEQUENCE is higher. So the
state of the last export is an argument here, and is given back renewed; `calendar_memory` reads it from the files written then.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import icalendar

from kravkompass.catalog.terms import Country
from kravkompass.documents.calendar_memory import FINGERPRINT, Sent
from kravkompass.documents.calendar_zone import ZONES, time_zone
from kravkompass.documents.office_file import fit, one_line
from kravkompass.documents.sheet import Sheet, number_of
from kravkompass.errors import KnownError
from kravkompass.followup.naming import occasion_name
from kravkompass.followup.planning import Activity, Occasion, period_of, plan
from kravkompass.language import Language, Translation, text
from kravkompass.purchases.atomic import write_beside

NAMESPACE = uuid.UUID("6d6ea7b2-6a52-4c0e-9b2a-3d1f8f0f7c55")
"""Never changes: with it every UID would."""
MOST_LISTED = 40
LONGEST_MINUTES, SHORTEST_MINUTES = 480, 15
ALARM_HOUR = 9


class NoDatesError(KnownError):
    """No activity has a day, since the contract's start is not known."""

    sentence = text("There is nothing to put in a calendar yet: fill in when the contract starts, and try again.")


@dataclass(frozen=True, slots=True)
class Wishes:
    """How events are wanted: all day, or beginning at a time of the purchase's country; reminded of so many days before."""

    start: dt.time | None = None
    days_before: tuple[int, ...] = (14, 1)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event to be written. ``minutes`` is how long it lasts where it has a time."""

    sent: Sent
    name: str
    description: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something that takes place on a day: by what it is known (never by a date), its title, a word for its file, minutes and lines."""

    key: str
    day: dt.date
    title: str
    name: str
    minutes: int
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowupCalendar:
    """All events of a plan, the cancelled ones among them, and how they are wanted; in a language, written on a day."""

    entries: tuple[Entry, ...]
    language: Language
    country: Country
    day: dt.date
    wishes: Wishes

    @property
    def sent(self) -> tuple[Sent, ...]:
        """The state to hand to the next export."""
        return tuple(entry.sent for entry in self.entries)


def followup_calendar(sheet: Sheet, sent: Sequence[Sent] = (), wishes: Wishes | None = None) -> FollowupCalendar:
    """Give the calendar of a purchase's follow-up plan, with what changed since the last export.

    Raises NoDatesError when no activity has a day and nothing is to be cancelled.
    """
    activities = plan(sheet.rows, period_of(sheet.purchase.facts, sheet.purchase.country)).activities
    found = [_occurrence(sheet, one, one.day) for one in activities if one.day is not None]
    return made_calendar(found, (sheet.language, sheet.purchase.country, sheet.day), sent, wishes)


def made_calendar(
    found: Iterable[Occurrence], of: tuple[Language, Country, dt.date], sent: Sequence[Sent] = (), wishes: Wishes | None = None
) -> FollowupCalendar:
    """Give the calendar of what takes place, in a language and a country on a day, with what changed since the last export.

    Raises NoDatesError when nothing takes place and nothing is to be cancelled.
    """
    wanted, (language, country, day) = wishes or Wishes(), of
    before = {one.uid: one for one in sent}
    entries = [_numbered(_entry(one, country, wanted), before) for one in found]
    there = {entry.sent.uid for entry in entries}
    entries += [_cancelled(one) for one in sent if one.uid not in there and one.day >= day]
    if not entries:
        raise NoDatesError
    in_order = sorted(entries, key=lambda entry: (entry.sent.day, entry.sent.uid))
    return FollowupCalendar(tuple(in_order), language, country, day, wanted)


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


# -- events


def _occurrence(sheet: Sheet, activity: Activity, day: dt.date) -> Occurrence:
    purchase, say = sheet.purchase, sheet.translation.say
    owner = purchase.id or f"{purchase.organisation}|{purchase.reference}|{purchase.title}"
    title = f"{occasion_name(activity, sheet.translation)}: {purchase.title or say('Untitled purchase')}"
    return Occurrence(
        f"{owner}/{_key(activity)}", day, title, activity.occasion.value, activity.minutes, tuple(_description(sheet, activity))
    )


def _entry(one: Occurrence, country: Country, wishes: Wishes) -> Entry:
    title = one_line(one.title)
    entry = Entry(
        Sent(str(uuid.uuid5(NAMESPACE, one.key)), 0, "", one.day, title),
        one.name,
        fit("\n".join(one.lines)),
        min(max(one.minutes, SHORTEST_MINUTES), LONGEST_MINUTES),
    )
    said = repr((one.day, title, entry.description, entry.minutes if wishes.start else 0, wishes.start, wishes.days_before, country))
    return replace(entry, sent=replace(entry.sent, fingerprint=hashlib.sha256(said.encode()).hexdigest()[:16]))


def _key(activity: Activity) -> str:
    """Tell an activity from the others of its plan: by what it is, and checks by their month of the contract, never by dates."""
    key = f"{activity.occasion}/{activity.who}"
    return f"{key}/{activity.month}" if activity.occasion is Occasion.CHECK else key


def _description(sheet: Sheet, activity: Activity) -> Iterator[str]:
    wanted = set(activity.requirements)
    listed = [row for row in sheet.rows if row.requirement.id in wanted]
    yield from at_most([f"{number_of(sheet, row)} {row.texts.title} ({row.requirement.id})" for row in listed], sheet.translation)
    if reference := sheet.purchase.reference:
        yield f"{sheet.translation.say('Reference number')}: {reference}"


def at_most(listed: Sequence[str], translation: Translation) -> Iterator[str]:
    """Give as many requirements as a description has room for, and how many more there are."""
    yield from listed[:MOST_LISTED]
    if len(listed) > MOST_LISTED:
        more = len(listed) - MOST_LISTED
        yield translation.count("and {n} requirement more", "and {n} requirements more", more)


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
    calendar.add("prodid", f"-//Kravkompass//Follow-up plan//{made.language.value.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    if made.wishes.start is not None:
        calendar.add_component(time_zone(made.country))
    for entry in entries:
        calendar.add_component(_event(made, entry))
    return bytes(calendar.to_ical(sorted=False))


def _event(made: FollowupCalendar, entry: Entry) -> icalendar.Event:
    sent, event = entry.sent, icalendar.Event()
    event.add("uid", sent.uid)
    event.add("dtstamp", dt.datetime.combine(made.day, dt.time(), dt.UTC))
    event.add("sequence", sent.sequence)
    begin, end = _times(made, entry)
    event.add("dtstart", begin)
    event.add("dtend", end)
    event.add("summary", sent.title, parameters={"LANGUAGE": made.language.tag})
    if entry.description:
        event.add("description", entry.description, parameters={"LANGUAGE": made.language.tag})
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
    begin = dt.datetime.combine(day, start, ZONES[made.country].info)
    return begin, begin + dt.timedelta(minutes=entry.minutes or SHORTEST_MINUTES)


def _alarm(title: str, days: int, *, all_day: bool) -> icalendar.Alarm:
    # An all-day event begins at midnight, when nobody wants to be reminded.
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", dt.timedelta(days=-days, hours=ALARM_HOUR if all_day else 0))
    alarm.add("description", title)
    return alarm
