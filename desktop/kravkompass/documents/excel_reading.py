"""Reads an Excel list back when it has been filled in: what differs, by id, and what cannot be told. It changes nothing."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from kravkompass.documents import excel_errors as errors
from kravkompass.documents.excel_columns import ALL_COLUMNS, FORM, VERSION, Column, Key, unguarded
from kravkompass.documents.excel_comparing import About, Formula, Line, ReadBack, compared
from kravkompass.documents.sheet import Sheet
from kravkompass.followup.reply import Reply
from kravkompass.guidance.saying import said_lot
from kravkompass.language import Language

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_PARTS = 500
MOST_ROWS = 5_000
MOST_COLUMNS = 60
FURTHEST_HEAD = 20
"""Rows from the top within which the titles are looked for, should somebody have put lines above them."""
MEGABYTE = 1024 * 1024
# What the libraries raise over files that are cut, damaged or made to harm.
_BROKEN = (
    zipfile.BadZipFile, InvalidFileException, zlib.error, struct.error, SyntaxError, LookupError, ValueError, TypeError,
    AttributeError, ArithmeticError, NotImplementedError, EOFError, OSError,
)  # fmt: skip
_PACKINGS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1

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
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            listed = parts.infolist()
        # No part gives more bytes than it says it has, so what they say is the bound.
        if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > LARGEST_UNPACKED:
            raise errors.ListFileTooLargeError(path=path, limit=LARGEST_UNPACKED // MEGABYTE)
        if any(part.compress_type not in _PACKINGS or part.flag_bits & _ENCRYPTED for part in listed):
            raise errors.NotAListError(path=path)
        return load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    except _BROKEN as cause:
        raise errors.NotAListError(path=path) from cause


def _about(book: Workbook, path: Path) -> About:
    for page in book.worksheets:
        try:
            told = {str(row[0]): row[2] for row in page.iter_rows(max_row=40, max_col=3, values_only=True) if len(row) > 2 and row[0]}
        except _BROKEN as cause:
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
    """Give the rows that are not empty with their numbers from 1; a formula as a formula, never as what it came to."""
    try:
        for number, row in enumerate(page.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS), 1):
            cells = tuple(Formula(str(cell.value)) if cell.data_type == "f" else cell.value for cell in row)
            if any(cell is not None for cell in cells):
                yield number, cells
    except _BROKEN as cause:
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
