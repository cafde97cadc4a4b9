"""The entries of a contract's log that belong together, and what the parts in it are called."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

from kravkompass.followup.event import Event
from kravkompass.language import text

CHRONOLOGY_OF_CONTRACT = text("Chronology of the contract")
CHRONOLOGY_OF_DEVIATION = text("Chronology of a deviation")


def about_deviation(events: Iterable[Event], deviation: str) -> tuple[Event, ...]:
    """Give the entries about a deviation: of itself, its steps and plans, and of what names it, in the order they were written."""
    return tuple(one for one in events if deviation in {one.about, one.before.get("deviation"), one.after.get("deviation")})


def log_checksum(events: Sequence[Event]) -> str:
    """Give a checksum over entries, so that a printed chronology can be held against the log (first 12 digits of a SHA-256)."""
    whole = [
        (one.number, one.at, one.who, one.verb.value, one.part, one.about, dict(one.before), dict(one.after)) for one in events
    ]
    return hashlib.sha256(json.dumps(whole, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]
