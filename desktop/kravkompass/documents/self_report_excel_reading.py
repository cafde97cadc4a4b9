"""Reads a form back when it has been filled in as an Excel file: each field by its name. It changes nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kravkompass.documents import form_errors as errors
from kravkompass.documents.excel_columns import unguarded
from kravkompass.documents.excel_file import BookTooLargeError, BrokenBookError, Formula, opened, rows
from kravkompass.documents.field import Field, FieldKind
from kravkompass.documents.form_reading import (
    LARGEST_FILE,
    MEGABYTE,
    MOST_PAGES,
    FilledForm,
    FormAbout,
    fields_of,
    filled_form,
    form_about,
    form_content,
    read_form,
)
from kravkompass.documents.self_report_excel import ANSWERED, FORM, NAME, VERSION, yes

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

    from kravkompass.documents.outline import Document
    from kravkompass.language import Translation

LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 5_000, 30
_PACKED = b"PK"
_TICKED = {"true", "sant", "yes", "ja", "x", "1", "✓", "☑"}


def read_filled(path: Path, document: Document, translation: Translation) -> FilledForm:
    """Read what was filled in in a form, as PDF or Excel file, whichever it is. Raises as ``read_form``."""
    if form_content(path)[:2] == _PACKED:
        return read_form_excel(path, document, translation)
    return read_form(path, document)


def filled_about(path: Path, translation: Translation) -> FormAbout:
    """Give what a form says about itself, as PDF or Excel file. Raises as ``read_form``."""
    content = form_content(path)
    return _opened(content, path, translation)[0] if content[:2] == _PACKED else form_about(path)


def read_form_excel(path: Path, document: Document, translation: Translation) -> FilledForm:
    """Read what was filled in in an Excel file, by the outline the form was made from and in its language.

    Rows may have been moved and sorted. Raises as ``read_form``, and NewerFormError.
    """
    content = form_content(path)
    told, found = _opened(content, path, translation)
    asked = {one.name: one for one in fields_of(document.blocks)}
    values = {name: _value(value, asked.get(name), translation) for name, value in found.items()}
    return filled_form(path, content, told, values, document)


def _opened(content: bytes, path: Path, translation: Translation) -> tuple[FormAbout, Mapping[str, object]]:
    try:
        return _read(opened(content, LARGEST_UNPACKED), path, translation)
    except BookTooLargeError as cause:
        raise errors.FormFileTooLargeError(path=path, limit=LARGEST_FILE // MEGABYTE, pages=MOST_PAGES) from cause
    except BrokenBookError as cause:
        raise errors.NotAFormError(path=path) from cause


def _read(book: Workbook, path: Path, translation: Translation) -> tuple[FormAbout, Mapping[str, object]]:
    """Give what the file says about itself, and the answers by field; of several rows for one field the first filled in counts."""
    about: dict[str, object] = {}
    found: dict[str, object] = {}
    for page in book.worksheets:
        place = -1
        for _, cells in rows(page, MOST_ROWS, MOST_COLUMNS):
            name = str(cells[NAME - 1] or "")
            if name == FORM and len(cells) > 2 and isinstance(cells[2], int):
                about[FORM] = cells[2]
            elif name == FORM:
                place = _answers_at(cells, translation)
            elif name and place >= 0:
                value = cells[place] if place < len(cells) else None
                if found.get(name) in {None, ""}:
                    found[name] = value
            elif name and FORM in about and len(cells) > 2:
                about[name] = cells[2]
    version = about.get(FORM)
    if isinstance(version, int) and version > VERSION:
        raise errors.NewerFormError(path=path, version=version, known=VERSION)
    purchase, checksum, language = (str(about.get(key) or "")[:200] for key in ("belongs-to", "checksum", "language"))
    return FormAbout(purchase, checksum, language), found


def _answers_at(cells: Sequence[object], translation: Translation) -> int:
    """Find the column of the answers by its title, should columns have been moved."""
    title = translation.say("Answer").casefold()
    return next((place for place, value in enumerate(cells) if str(value).strip().casefold() == title), ANSWERED - 1)


def _value(found: object, asked: Field | None, translation: Translation) -> str:
    """Give a cell as text; a formula as it stands, which fits no choice."""
    if found is None:
        return ""
    if isinstance(found, Formula):
        return f"={found.words.removeprefix('=')}"
    if asked is not None and asked.kind is FieldKind.TICK:
        return "yes" if str(found).strip().casefold() in {*_TICKED, yes(translation).casefold()} else ""
    if isinstance(found, dt.datetime):
        return found.date().isoformat()
    if isinstance(found, float) and found.is_integer():
        return str(int(found))
    return unguarded(str(found).strip())
