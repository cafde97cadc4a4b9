"""Compares the rows of an Excel list that came back with the list: what is proposed, what is refused, what cannot be told."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kravkompass.documents.excel_columns import (
    ALL_COLUMNS,
    LONGEST_TEXT,
    CellValue,
    Column,
    Key,
    Sort,
    standing_names,
    unguarded,
    values,
)
from kravkompass.documents.excel_file import Formula
from kravkompass.documents.office_file import fit
from kravkompass.documents.sheet import Sheet
from kravkompass.followup.reply import Reply, Standing
from kravkompass.guidance.listing import Listed

DATE_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%Y%m%d")
SHOWN = 300
"""Characters of an unreadable cell that are kept to be shown."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a requirement that differs: what it was with us, and what it is in the file. ``row`` counts from 1."""

    requirement: str
    key: Key
    before: str
    after: str
    row: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that cannot be taken: what stands there, and its row from 1."""

    requirement: str
    key: Key
    found: str
    row: int


@dataclass(frozen=True, slots=True)
class About:
    """What a file says about itself; ``lot`` is the name of the lot it is about, if it is about one."""

    purchase: str
    title: str
    checksum: str
    language: str
    day: str
    lot: str


@dataclass(frozen=True, slots=True)
class Compared:
    """How a file compares with the list. Nothing has been changed: ``proposed`` are replies for the buyer to take or not.

    ``answered`` are the differences behind the proposals. ``refused`` are differences in the wording and whatever else is not
    there to be filled in: they are shown and never taken. ``unknown``, ``missing`` and ``twice`` are ids; a requirement that
    stands twice is not proposed. ``nameless`` are rows, from 1, without an id.
    """

    proposed: Mapping[str, Reply]
    answered: tuple[Difference, ...]
    refused: tuple[Difference, ...]
    unreadable: tuple[Unreadable, ...]
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    twice: tuple[str, ...]
    nameless: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a file that came back says.

    ``sha256`` is of the file as it came; ``original`` are its bytes, to keep as evidence. ``list_changed`` is set when the list
    has another checksum now than the file.
    """

    about: About
    compared: Compared
    list_changed: bool
    sha256: str
    original: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the file, from 1, with its cells that are not empty."""

    row: int
    cells: Mapping[Key, object]

    @property
    def name(self) -> str:
        """The id of its requirement; empty where there is none."""
        return _text(self.cells.get(Key.ID)) or ""


def compared(lines: Sequence[Line], sheet: Sheet, replies: Mapping[str, Reply]) -> Compared:
    """Compare rows with the list and with what has been answered so far, by id."""
    listed = {row.requirement.id: row for row in sheet.rows}
    times = Counter(line.name for line in lines if line.name)
    refused: list[Difference] = []
    answered: list[Difference] = []
    unreadable: list[Unreadable] = []
    proposed = {}
    for line in lines:
        if line.name not in listed:
            continue
        row, before = listed[line.name], replies.get(line.name, Reply())
        refused += _refused(line, row, before, sheet)
        if times[line.name] > 1:
            continue
        after, faults = _answer(line, before, sheet)
        unreadable += faults
        differences = tuple(_answered(line, row, before, after, sheet))
        answered += differences
        if differences:
            proposed[line.name] = after
    return Compared(
        proposed,
        tuple(answered),
        tuple(refused),
        tuple(unreadable),
        unknown=tuple(name for name in times if name not in listed),
        missing=tuple(name for name in listed if name not in times),
        twice=tuple(name for name, count in times.items() if count > 1),
        nameless=tuple(line.row for line in lines if not line.name),
    )


def _refused(line: Line, row: Listed, before: Reply, sheet: Sheet) -> Iterator[Difference]:
    ours = values(sheet, row, before)
    for column in ALL_COLUMNS:
        if not column.filled_in and column.key is not Key.ID and column.key in line.cells:
            found = _text(line.cells[column.key])
            theirs = found if found is not None else str(line.cells[column.key])[:SHOWN]
            if theirs != _shown(ours[column.key]):
                yield Difference(line.name, column.key, _shown(ours[column.key]), theirs, line.row)


def _answered(line: Line, row: Listed, before: Reply, after: Reply, sheet: Sheet) -> Iterator[Difference]:
    was, now = values(sheet, row, before), values(sheet, row, after)
    for column in ALL_COLUMNS:
        if column.filled_in and _shown(was[column.key]) != _shown(now[column.key]):
            yield Difference(line.name, column.key, _shown(was[column.key]), _shown(now[column.key]), line.row)


def _answer(line: Line, before: Reply, sheet: Sheet) -> tuple[Reply, list[Unreadable]]:
    """Give what is filled in; a cell that cannot be taken leaves what was there before."""
    faults = []

    def fault(column: Column) -> None:
        found = line.cells[column.key]
        faults.append(Unreadable(line.name, column.key, (found.words if isinstance(found, Formula) else str(found))[:SHOWN], line.row))

    read: dict[Key, str | Standing | dt.date | None] = {}
    for column in ALL_COLUMNS:
        if column.filled_in:
            try:
                read[column.key] = _read(line.cells.get(column.key), column.sort, sheet)
            except ValueError:
                fault(column)
    status, answer, note, day = (
        read.get(key, kept)
        for key, kept in ((Key.STATUS, before.standing), (Key.ANSWER, before.answer), (Key.NOTE, before.note), (Key.DAY, before.day))
    )
    return Reply(Standing(str(status or "")), str(answer or ""), str(note or ""), day if isinstance(day, dt.date) else None), faults


def _read(found: object, sort: Sort, sheet: Sheet) -> str | Standing | dt.date | None:
    """Give a cell as what its column holds. Raises ValueError where it is something else."""
    if sort is Sort.DATE:
        return _date(found)
    words = _text(found)
    if words is None or len(words) > LONGEST_TEXT:
        raise ValueError
    if sort is Sort.STATUS:
        names = {said.casefold(): status for said, status in standing_names(sheet.translation).items()}
        return names[words.casefold()] if words.casefold() in names else Standing(words)
    return words


def _date(found: object) -> dt.date | None:
    if isinstance(found, dt.datetime):
        return found.date()
    if isinstance(found, dt.date):
        return found
    words = _text(found)
    if words == "":
        return None
    for form in DATE_FORMS:
        try:
            return dt.datetime.strptime(words or "", form).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    raise ValueError(words)


def _text(found: object) -> str | None:
    """Give a cell's content as text; None where it is a formula."""
    if found is None:
        return ""
    if isinstance(found, Formula):
        return None
    if isinstance(found, bool):
        return str(found).upper()
    if isinstance(found, float) and found.is_integer():
        return str(int(found))
    if isinstance(found, dt.datetime) and found.time() == dt.time():
        return found.date().isoformat()
    return unguarded(fit(str(found)).strip()).strip()


def _shown(value: CellValue) -> str:
    """Give a value of ours as it is read back from a cell."""
    return fit(str(value))[:LONGEST_TEXT].strip() if value is not None else ""
