"""Writes the requirement list as an Excel file to fill in, and says in it which purchase and which list it belongs to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from kravkompass.catalog.naming import own_origin
from kravkompass.documents.excel_columns import (
    ALL_COLUMNS,
    COLUMNS,
    FORM,
    LONGEST_TEXT,
    VERSION,
    CellValue,
    Column,
    Key,
    Sort,
    columns_of,
    guarded,
    standing_names,
    values,
)
from kravkompass.documents.excel_looks import (
    BORDER,
    CORE,
    FILLED_IN_TINT,
    FILLED_IN_TITLE,
    LINE_HEIGHT,
    TALLEST_ROW,
    argb,
    cell_at,
    filled,
    properties,
    sheet_title,
)
from kravkompass.documents.excel_saving import saved
from kravkompass.documents.office_file import fit, settled
from kravkompass.documents.sheet import Sheet
from kravkompass.documents.style import ACCENT, INK
from kravkompass.documents.watch import WHOLE, Counted, Report, Watch
from kravkompass.followup.reply import Reply
from kravkompass.guidance.listing import stand_in
from kravkompass.guidance.saying import said_lot
from kravkompass.purchases.atomic import write_beside

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEAD = 1
WRITTEN, OTHER_ROWS = 600, 30
"""How much is done, of ``WHOLE``, when the list is in the workbook; and rows that are saved beside those of the list, about."""
PAGES_WIDE = 2
"""On paper; on one page nobody could read it. Number and id are printed on both."""
SPARE_ROWS = 200
"""Rows below the list where a date and a status are still checked, for those who paste."""
_AFTER_ID = [column.key for column in COLUMNS].index(Key.ID) + 2


def render(sheet: Sheet, replies: Mapping[str, Reply] | None = None, report: Report | None = None) -> bytes:
    """Give the list as an Excel file, with what has been answered by requirement id. The same input gives the same bytes."""
    watch, rows = Watch(report), len(sheet.rows)
    book = Workbook()
    book.remove(book.worksheets[0])
    _write_list(book.create_sheet(sheet_title(sheet.translation.say("Requirements"))), sheet, replies or {}, Counted(watch, 0, WRITTEN, rows).one)
    _write_about(book.create_sheet(sheet_title(sheet.translation.say("About the list"))), sheet)
    content = saved(book, Counted(watch, WRITTEN, WHOLE, rows + OTHER_ROWS).one)
    return settled(content, {CORE: _properties(sheet)})


def write(sheet: Sheet, path: Path, replies: Mapping[str, Reply] | None = None, report: Report | None = None) -> None:
    """Write the list as an Excel file; an older file stays whole if anything fails.

    Raises FolderMissingError, NotWritableError or DiskFullError.
    """
    write_beside(path, render(sheet, replies, report))


def _write_list(page: Worksheet, sheet: Sheet, replies: Mapping[str, Reply], told: Callable[[], object]) -> None:
    columns = columns_of(sheet)
    for place, column in enumerate(columns, 1):
        _head(cell_at(page, HEAD, place), sheet.translation.say(column.title), filled_in=column.filled_in)
        page.column_dimensions[get_column_letter(place)].width = column.width
    for down, row in enumerate(sheet.rows, HEAD + 1):
        told()
        cells = values(sheet, row, replies.get(row.requirement.id, Reply()))
        for place, column in enumerate(columns, 1):
            _put(cell_at(page, down, place), cells[column.key], column, foreign=stand_in(row, sheet.language))
        page.row_dimensions[down].height = _height(cells)
    last = HEAD + len(sheet.rows)
    page.freeze_panes = f"{get_column_letter(_AFTER_ID)}{HEAD + 1}"
    page.auto_filter.ref = f"A{HEAD}:{get_column_letter(len(columns))}{max(last, HEAD)}"
    _check_entries(page, sheet, last + SPARE_ROWS)
    _lay_out(page)


def _put(cell: Cell, value: CellValue, column: Column, *, foreign: bool) -> None:
    cell.alignment = Alignment(vertical="top", wrap_text=True, horizontal="right" if column.sort is Sort.NUMBER else None)
    cell.border = BORDER
    cell.font = Font(name="Calibri", size=10, color=argb(INK), bold=column.key is Key.NUMBER, italic=foreign and column.key is Key.DEMAND)
    if column.filled_in:
        cell.fill = filled(FILLED_IN_TINT)
    if isinstance(value, str):
        cell.number_format = "@"
        if value:
            cell.value = guarded(fit(value)[:LONGEST_TEXT])
            cell.data_type = "s"
    elif value is not None:
        cell.value = value
    if column.sort is Sort.DATE:
        cell.number_format = "yyyy-mm-dd"


def _head(cell: Cell, said: str, *, filled_in: bool) -> None:
    cell.value = said
    cell.font = Font(name="Calibri", size=10, bold=True, color="FFFFFFFF")
    cell.fill = filled(ACCENT if not filled_in else FILLED_IN_TITLE)
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    cell.border = BORDER


def _height(cells: Mapping[Key, CellValue]) -> float:
    """Give the height a row needs, since not every program makes rows taller by itself."""
    lines = max(
        sum(-(-max(len(part), 1) // column.width) for part in str(cells[column.key] or "").split("\n")) for column in ALL_COLUMNS
    )
    return min(TALLEST_ROW, LINE_HEIGHT * lines + 4)


def _check_entries(page: Worksheet, sheet: Sheet, last: int) -> None:
    say = sheet.translation.say
    for place, column in enumerate(columns_of(sheet), 1):
        area = f"{get_column_letter(place)}{HEAD + 1}:{get_column_letter(place)}{last}"
        if column.sort is Sort.STATUS:
            names = ",".join(standing_names(sheet.translation))
            check = DataValidation(type="list", formula1=f'"{names}"', allow_blank=True)
            check.error = say("Choose one of the words in the list.")
        elif column.sort is Sort.DATE:
            check = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)
            check.error = say("Write a date, such as 2027-03-15.")
        else:
            continue
        check.errorTitle = say(column.title)
        check.showErrorMessage = True
        check.add(area)
        page.add_data_validation(check)


def _lay_out(page: Worksheet) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = int(page.PAPERSIZE_A4)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = PAGES_WIDE, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{HEAD}:{HEAD}"
    page.print_title_cols = f"A:{get_column_letter(_AFTER_ID - 1)}"
    if page.oddFooter is not None:
        page.oddFooter.center.text = "&P / &N"
    page.sheet_view.zoomScale = 100


def _write_about(page: Worksheet, sheet: Sheet) -> None:
    """Write which list this is: a key that the program reads, what it is called, and its value."""
    say, purchase = sheet.translation.say, sheet.purchase
    draft = say("Draft") if sheet.edition.draft else ""
    facts: Sequence[tuple[str, str, str | int | dt.date]] = (
        (FORM, say("Version of the form"), VERSION),
        ("purchase", say("Purchase"), purchase.id),
        ("title", say("Title"), purchase.title),
        ("organisation", say("Organisation"), purchase.organisation),
        ("reference", say("Reference number"), purchase.reference),
        *((("lot", say("Lot"), said_lot(purchase, sheet.lot, sheet.translation)),) if sheet.lot else ()),
        ("checksum", say("Checksum of the list"), sheet.checksum),
        ("edition", say("Version of the list"), " · ".join(part for part in (sheet.edition.version, draft) if part)),
        ("purchase-version", say("Version of the purchase"), purchase.version),
        ("date", say("Date"), sheet.day),
        ("language", say("Language"), sheet.language.value),
        ("count", say("Number of requirements"), len(sheet.rows)),
    )
    for down, (key, said, value) in enumerate(facts, 1):
        page.cell(down, 1, key)
        page.cell(down, 2, said).font = Font(name="Calibri", size=10, bold=True)
        _put(cell_at(page, down, 3), value, Column(Key.NOTE, "", 60, Sort.DATE if isinstance(value, dt.date) else Sort.TEXT), foreign=False)
        page.cell(down, 3).alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
    for down, said in enumerate(_advice(sheet), len(facts) + 2):
        page.cell(down, 2, said).alignment = Alignment(wrap_text=True, vertical="top")
        page.merge_cells(start_row=down, start_column=2, end_row=down, end_column=3)
        page.row_dimensions[down].height = LINE_HEIGHT * (1 + len(said) // 80) + 4
    page.column_dimensions["A"].hidden = True
    page.column_dimensions["B"].width, page.column_dimensions["C"].width = 30, 60
    page.sheet_view.showGridLines = False
    page.page_setup.paperSize = int(page.PAPERSIZE_A4)
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _advice(sheet: Sheet) -> tuple[str, ...]:
    say = sheet.translation.say
    return (
        say("Fill in the columns with brown titles: status, the supplier's answer, note and date."),
        say("Rows may be sorted, moved and filtered. Leave the ids and the wording of the requirements as they are."),
        say("Keep this sheet: it tells which list the answers belong to."),
        *(
            f"{row.requirement.id}: {own_origin(row.requirement.written, sheet.translation)}."
            for row in sheet.rows
            if row.requirement.written is not None
        ),
    )


def _properties(sheet: Sheet) -> bytes:
    purchase, say = sheet.purchase, sheet.translation.say
    title = f"{say('Requirement list')}: {purchase.title or say('Untitled purchase')}"
    subject = say("Sustainability requirements for the tender documents")
    return properties(title, purchase.buyer or purchase.organisation, subject, sheet.language, sheet.day)
