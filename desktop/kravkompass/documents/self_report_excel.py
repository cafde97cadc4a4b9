"""Writes a form to fill in, such as the self-report, as an Excel file: a row for each field, in the order of the PDF form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from kravkompass.documents.excel_columns import LONGEST_TEXT, guarded
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
from kravkompass.documents.field import Field, FieldKind
from kravkompass.documents.form_reading import form_about_of
from kravkompass.documents.office_file import fit, settled
from kravkompass.documents.outline import Card, Cell, Facts, Note, Paragraph, Row, Section, Table, Together, plain
from kravkompass.documents.style import ACCENT, ACCENT_TINT, INK, QUIET, Colour
from kravkompass.language import Language
from kravkompass.purchases.atomic import write_beside

if TYPE_CHECKING:
    from openpyxl.cell import Cell as BookCell
    from openpyxl.worksheet.worksheet import Worksheet

    from kravkompass.documents.outline import Block, CellContent, Document
    from kravkompass.language import Translation

FORM, VERSION = "kravkompass-form", 1
NAME, ASKED, ANSWERED = 1, 2, 3
"""The columns: the field's name (hidden), what is asked, the answer."""
ASKED_WIDTH, ANSWERED_WIDTH = 62, 62


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the form: a heading (from 1 for the largest), words to read, or a field with what is asked."""

    words: str
    heading: int = 0
    field: Field | None = None


def render(document: Document, translation: Translation) -> bytes:
    """Give a form as an Excel file; ``translation`` is in the document's language. The same input gives the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _write_form(book.create_sheet(sheet_title(plain(document.kind))), document, translation)
    _write_about(book.create_sheet(sheet_title(translation.say("About the form"))), document, translation)
    title = f"{plain(document.kind)}: {document.title}"
    return settled(saved(book), {CORE: properties(title, document.author, document.subject, Language(document.language), document.date)})


def write(document: Document, translation: Translation, path: Path) -> None:
    """Write a form as an Excel file. Raises FolderMissingError, NotWritableError or DiskFullError."""
    write_beside(path, render(document, translation))


def lines(blocks: tuple[Block, ...], depth: int = 1) -> Iterator[Line]:
    """Give the rows of a form, in reading order."""
    for block in blocks:
        match block:
            case Section():
                yield Line(plain(block.title), heading=depth)
                yield from lines(block.blocks, depth + 1)
            case Card():
                yield Line(f"{block.number} {plain(block.title)}", heading=depth)
                yield from lines(block.blocks, depth + 1)
            case Note():
                yield Line(plain(block.title), heading=depth + 1)
                yield from lines(block.blocks, depth + 1)
            case Together():
                yield from lines(block.blocks, depth)
            case Paragraph():
                yield Line(plain(block.text))
            case Facts():
                yield from (Line(f"{plain(fact.label)}: {_told(fact.value)}") for fact in block.items)
            case Field():
                yield Line(plain(block.label), field=block)
            case Table():
                # What a document in two languages says in two columns: here below each other.
                yield from (line for row in block.rows if isinstance(row, Row) for cell in row.cells for line in _cell_lines(cell))


def _cell_lines(cell: CellContent) -> Iterator[Line]:
    """Give the words of a cell of a table, paragraph by paragraph."""
    if isinstance(cell, Cell):
        yield from (Line(plain(one.text)) for one in cell.blocks if isinstance(one, Paragraph))
    else:
        yield Line(plain(cell))


def _told(content: CellContent) -> str:
    return " / ".join(line.words for line in _cell_lines(content))


def yes(translation: Translation) -> str:
    """Give the word for a box that is ticked."""
    return translation.say("Yes")


def _write_form(page: Worksheet, document: Document, translation: Translation) -> None:
    for place, width in ((NAME, 3), (ASKED, ASKED_WIDTH), (ANSWERED, ANSWERED_WIDTH)):
        page.column_dimensions["ABC"[place - 1]].width = width
    page.column_dimensions["A"].hidden = True
    _put(cell_at(page, 1, ASKED), f"{plain(document.kind)}: {document.title}", size=14, bold=True, colour=ACCENT)
    down = 2
    for fact in document.facts:
        _put(cell_at(page, down, ASKED), plain(fact.label), colour=QUIET)
        _put(cell_at(page, down, ANSWERED), _told(fact.value))
        down += 1
    _head(page, down + 1, translation)
    checks = _Checks(translation)
    for down, line in enumerate(lines(document.blocks), down + 2):  # noqa: B020 - goes on where the facts ended
        _line(page, down, line, checks)
    checks.add_to(page)
    page.freeze_panes = "A2"
    _lay_out(page)


def _head(page: Worksheet, down: int, translation: Translation) -> None:
    cell_at(page, down, NAME).value = FORM
    for place, said, ground in ((ASKED, translation.say("Question"), ACCENT), (ANSWERED, translation.say("Answer"), FILLED_IN_TITLE)):
        cell = cell_at(page, down, place)
        _put(cell, said, bold=True, colour=(1.0, 1.0, 1.0))
        cell.fill, cell.border = filled(ground), BORDER


def _line(page: Worksheet, down: int, line: Line, checks: _Checks) -> None:
    asked = cell_at(page, down, ASKED)
    if line.heading:
        _put(asked, line.words, size=13 if line.heading == 1 else 11, bold=True, colour=ACCENT if line.heading == 1 else INK)
        for place in (ASKED, ANSWERED):
            cell_at(page, down, place).fill = filled(ACCENT_TINT)
    else:
        _put(asked, line.words, bold=line.field is not None, colour=INK if line.field else QUIET)
    least = 1
    if line.field is not None:
        cell_at(page, down, NAME).value = line.field.name
        answer = cell_at(page, down, ANSWERED)
        _put(answer, line.field.value)
        answer.number_format = "yyyy-mm-dd" if line.field.kind is FieldKind.DATE else "@"
        answer.fill = filled(FILLED_IN_TINT)
        asked.border = answer.border = BORDER
        checks.watch(line.field, down)
        least = max(line.field.lines, 2) if line.field.kind is FieldKind.LINES else 1
    needed = sum(-(-max(len(part), 1) // ASKED_WIDTH) for part in line.words.split("\n"))
    page.row_dimensions[down].height = min(TALLEST_ROW, LINE_HEIGHT * max(needed, least) * (1.25 if line.heading == 1 else 1) + 4)


class _Checks:
    """What may be written where, gathered so that the file has one check for each kind."""

    def __init__(self, translation: Translation) -> None:
        self._translation = translation
        self._made: dict[tuple[str, ...], DataValidation] = {}

    def watch(self, field: Field, down: int) -> None:
        """Check what is written in a field's row."""
        shown = tuple(plain(one) for one in field.choices)
        options = shown if field.kind is FieldKind.CHOICE else (yes(self._translation),) if field.kind is FieldKind.TICK else ()
        if not options:
            return
        if options not in self._made:
            check = DataValidation(type="list", formula1=f'"{",".join(options)}"', allow_blank=True)
            check.error = self._translation.say("Choose one of the words in the list.")
            check.showErrorMessage = True
            self._made[options] = check
        self._made[options].add(f"C{down}")

    def add_to(self, page: Worksheet) -> None:
        """Put the checks into the sheet."""
        for check in self._made.values():
            page.add_data_validation(check)


def _write_about(page: Worksheet, document: Document, translation: Translation) -> None:
    """Write which form this is: a key that the program reads, what it is called, and its value."""
    say, about = translation.say, form_about_of(document.keywords)
    facts: tuple[tuple[str, str, str | int], ...] = (
        (FORM, say("Version of the form"), VERSION),
        ("belongs-to", say("Belongs to"), about.purchase),
        ("checksum", say("Checksum of the list"), about.checksum),
        ("language", say("Language"), about.language),
    )
    for down, (key, said, value) in enumerate(facts, 1):
        page.cell(down, 1, key)
        _put(cell_at(page, down, 2), said, bold=True)
        page.cell(down, 3, value).alignment = Alignment(horizontal="left")
    advice = (
        say("Fill in the column with the brown title. Leave the rest as it is."),
        say("Keep this sheet: it tells which form the answers belong to."),
    )
    for down, said in enumerate(advice, len(facts) + 2):
        _put(cell_at(page, down, 2), said)
    page.column_dimensions["A"].hidden = True
    page.column_dimensions["B"].width, page.column_dimensions["C"].width = 40, 60
    page.sheet_view.showGridLines = False


def _lay_out(page: Worksheet) -> None:
    page.page_setup.paperSize = int(page.PAPERSIZE_A4)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.sheet_view.showGridLines = False
    if page.oddFooter is not None:
        page.oddFooter.center.text = "&P / &N"


def _put(cell: BookCell, words: str, *, size: int = 10, bold: bool = False, colour: Colour = INK) -> None:
    cell.font = Font(name="Calibri", size=size, bold=bold, color=argb(colour))
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if words:
        cell.value = guarded(fit(words)[:LONGEST_TEXT])
        cell.data_type = "s"
