"""The log of a contract: every change to what belongs to it, in the order it was made. Nothing in it is ever altered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Verb(StrEnum):
    """What happened to a part of a contract."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Event:
    """One change: when (ISO time in UTC), by whom, to which part (its kind, such as "deviation", and its id), from what to what.

    ``before`` and ``after`` hold the part's fields as plain values (dates as ISO texts); nothing before an addition and after a removal.
    """

    number: int
    contract: str
    at: str
    who: str
    verb: Verb
    part: str
    about: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]

    def changed_fields(self) -> tuple[str, ...]:
        """Name the fields that differ, in order."""
        return tuple(name for name in {**self.before, **self.after} if self.before.get(name) != self.after.get(name))
