"""Meetings that were begun and not closed, read like the first look at the purchases: before the database machinery is loaded."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kravkompass.purchases.settings import DATA_FILE

if TYPE_CHECKING:
    from pathlib import Path

_WAIT_SECONDS = 0.2
_ROWS = (
    "SELECT meeting.id, meeting.contract, supplier.name, max("
    " ifnull((SELECT max(saved) FROM matter WHERE matter.meeting = meeting.id), ''),"
    " ifnull((SELECT saved FROM meeting_draft WHERE meeting_draft.id = meeting.id), ''))"
    " FROM meeting JOIN supplier ON supplier.id = meeting.supplier JOIN contract ON contract.id = meeting.contract"
    " WHERE meeting.state IN ('running', 'read-through') AND contract.deleted = ''"
    " ORDER BY meeting.began DESC, meeting.id"
)


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A meeting that has begun and is not closed: its id, its contract, the supplier's name, and until when all that was written is kept."""

    meeting: str
    contract: str
    supplier: str
    saved: datetime | None


def interrupted_meetings(folder: Path) -> tuple[Interrupted, ...]:
    """Give the meetings that have begun and are not closed, the latest first; none when the file cannot be read or is of an older form."""
    file = folder / DATA_FILE
    if not file.is_file():
        return ()
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=_WAIT_SECONDS)) as connection:
            return tuple(
                Interrupted(meeting, contract, supplier, datetime.fromisoformat(saved) if saved else None)
                for meeting, contract, supplier, saved in connection.execute(_ROWS)
            )
    except (sqlite3.Error, OSError, ValueError):
        return ()
