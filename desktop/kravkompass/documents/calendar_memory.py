"""What a calendar program was told last, read back from the files that were written then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import icalendar

FINGERPRINT = "X-KRAVKOMPASS-FINGERPRINT"
LARGEST_FILE = 5 * 1024 * 1024
MOST_FILES = 500


@dataclass(frozen=True, slots=True)
class Sent:
    """An event as it stood in the last export; ``fingerprint`` is of all that it said."""

    uid: str
    sequence: int
    fingerprint: str
    day: dt.date
    title: str
    cancelled: bool = False


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
