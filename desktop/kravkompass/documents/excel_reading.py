"""Reads an Excel list back when it has been filled in: what differs, by id, and what cannot be told. It changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kravkompass.documents import excel_errors as errors
from kravkompass.documents.excel_columns import ALL_COLUMNS, FORM, VERSION, Column, Key, unguarded
from kravkompass.documents.excel_comparing import About, Line, ReadBack, compared
from kravkompass.documents.excel_file import BROKEN, BookTooLargeError, BrokenBookError, opened, rows
from kravkompass.documents.sheet import Sheet
from kravkompass.followup.reply import Reply
from kravkompass.guidance.saying import said_lot
from kravkompass.language import Language

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_ROWS = 5_000
MOST_COLUMNS = 60
FURTHEST_HEAD = 20
"""Rows from the top within which the titles are looked for, should somebody have put lines above them."""
MEGABYTE = 1024 * 1024


def about(path: Path) -> About:
    """Give what a file says about itself, so that the right purchase and language can be chosen. Raises as ``read_back``."""
    return _about(_opened(path, _content(path)), path)


def read_back(
    path: Path,
    sheet: Sheet,
    replies: Mapping[str, Reply] | None = None,
    *,
    although_changed: bool = False,
    watch: Callable[[int], None] = lambda _row: None,
) -> ReadBack:
    """Compare a file that came back with the list and with what has been answered so far.

    ``watch`` is told which row is being read, from 1; it may raise to stop the work.

    Raises:
        KnownError: of ``excel_errors``: the file cannot be read, is too large, is no list, is of a later version, belongs to
            another purchase, is in another language, or was made from another list (unless ``although_changed``).
    """
    content = _content(path)
    book = _opened(path, content)
    told = _about(book, path)
    _check(told, sheet, path, although_changed=although_changed)
    lines = []
    for line in _lines(book, sheet, path):
        watch(line.row)
        lines.append(line)
    return ReadBack(
        told,
        compared(lines, _about_lot(told, sheet), replies or {}),
        list_changed=told.checksum != sheet.checksum,
        sha256=hashlib.sha256(content).hexdigest(),
        original=content,
    )


# -- the file


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as cause:
        raise errors.ListFileMissingError(path=path) from cause
    if len(content) > LARGEST_FILE:
        raise errors.ListFileTooLargeError(path=path, limit=LARGEST_FILE // MEGABYTE)
    return content


def _opened(path: Path, content: bytes) -> Workbook:
    try:
        return opened(content, LARGEST_UNPACKED)
    except BookTooLargeError as cause:
        raise errors.ListFileTooLargeError(path=path, limit=LARGEST_UNPACKED // MEGABYTE) from cause
    except BrokenBookError as cause:
        raise errors.NotAListError(path=path) from cause


def _about(book: Workbook, path: Path) -> About:
    for page in book.worksheets:
        try:
            told = {str(row[0]): row[2] for row in page.iter_rows(max_row=40, max_col=3, values_only=True) if len(row) > 2 and row[0]}
        except BROKEN as cause:
            raise errors.NotAListError(path=path) from cause
        version = told.get(FORM)
        if isinstance(version, int):
            if version > VERSION:
                raise errors.NewerListError(path=path, version=version, known=VERSION)
            said = {key: unguarded(str(value)) for key, value in told.items() if value is not None}
            return About(*(said.get(key, "")[:10] if key == "date" else said.get(key, "") for key in _ABOUT_KEYS))
    raise errors.NotAListError(path=path)


_ABOUT_KEYS = ("purchase", "title", "checksum", "language", "date", "lot")


def _check(told: About, sheet: Sheet, path: Path, *, although_changed: bool) -> None:
    if told.purchase != sheet.purchase.id:
        raise errors.OtherPurchaseError(path=path, title=told.title[:200])
    if told.language != sheet.language.value:
        known = told.language in set(Language)
        raise errors.OtherListLanguageError(path=path, language=Language(told.language).own_name if known else told.language[:20])
    ours = sheet.checksum
    if told.checksum != ours and not although_changed:
        raise errors.ListChangedError(path=path, theirs=told.checksum[:20], ours=ours)


def _about_lot(told: About, sheet: Sheet) -> Sheet:
    """Give the sheet about the lot that the file is about, when it is about one: the rest of the list is not missing there."""
    lots = sheet.purchase.lots if told.lot else ()
    lot = next((lot for lot in lots if said_lot(sheet.purchase, lot, sheet.translation) == told.lot), None)
    return sheet if lot is None else sheet.about(lot)


# -- its rows


def _lines(book: Workbook, sheet: Sheet, path: Path) -> Iterator[Line]:
    """Give the rows with something in them, wherever they and their columns have been moved to."""
    for page in book.worksheets:
        rows = _rows(page, path)
        places = next((found for found in (_places(row, sheet) for _, row in islice(rows, FURTHEST_HEAD)) if found), None)
        if places is None:
            continue
        for column in ALL_COLUMNS:
            if column.filled_in and column.key not in places:
                raise errors.ListColumnMissingError(path=path, column=_title(column, sheet))
        for number, row in rows:
            if number > MOST_ROWS:
                raise errors.ListTooLongError(path=path, limit=MOST_ROWS)
            cells = {key: row[place] for key, place in places.items() if place < len(row) and row[place] not in {None, ""}}
            if cells:
                yield Line(number, cells)
        return
    raise errors.ListColumnMissingError(path=path, column=next(_title(one, sheet) for one in ALL_COLUMNS if one.key is Key.ID))


def _rows(page: Worksheet, path: Path) -> Iterator[tuple[int, tuple[object, ...]]]:
    try:
        yield from rows(page, MOST_ROWS + 1, MOST_COLUMNS)
    except BrokenBookError as cause:
        raise errors.NotAListError(path=path) from cause


def _title(column: Column, sheet: Sheet) -> str:
    return sheet.translation.say(column.title)


def _places(row: Sequence[object], sheet: Sheet) -> Mapping[Key, int]:
    """Find the columns by their titles; nothing in a row that is not the one of titles."""
    titles = {_title(column, sheet).casefold(): column.key for column in ALL_COLUMNS}
    found: dict[Key, int] = {}
    for place, value in enumerate(row):
        key = titles.get(str(value).strip().casefold())
        if key is not None:
            found.setdefault(key, place)
    return found if Key.ID in found and len(found) > 1 else {}
