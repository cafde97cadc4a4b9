"""Tables: titles that repeat on every page, rows that may break, widths by share, and their summaries for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kravkompass.documents.office_file import one_line
from kravkompass.documents.outline import CellContent, Column, Fact, GroupRow, Row, Table
from kravkompass.documents.style import ACCENT_TINT, ROW_TINT, TEXT_WIDTH, Colour
from kravkompass.documents.word.elements import Element, element, hexadecimal, twips
from kravkompass.documents.word.style_sheet import FACTS, TABLE

CellMaker = Callable[[CellContent, str], list[Element]]
"""Makes the paragraphs of a cell from its content and the style of its text."""

FACT_SHARES = (1.0, 3.2)


def table(block: Table, language: str, cell: CellMaker, title: Callable[[Column, str], Element]) -> Element:
    """Make a table with column titles. ``title`` makes the paragraph of one."""
    widths = _widths([column.share for column in block.columns])
    made = _frame(TABLE, widths, block.summary, named_row=True, named_column=block.header_column == 0)
    heads = [
        _cell([title(column, column.language or language)], wide, ACCENT_TINT)
        for column, wide in zip(block.columns, widths, strict=True)
    ]
    made.append(_row(heads, header=True))
    for row in block.rows:
        if isinstance(row, GroupRow):
            made.append(_row([_cell(cell(row.text, "CellTitle"), sum(widths), ROW_TINT, across=len(widths))]))
        else:
            made.append(_row(list(_cells(block, row, widths, cell))))
    return made


def _cells(block: Table, row: Row, widths: Sequence[int], cell: CellMaker) -> list[Element]:
    made = []
    for place, (content, column, wide) in enumerate(zip(row.cells, block.columns, widths, strict=True)):
        style = "RowName" if place == block.header_column else "CellNumber" if column.numeric else "CellText"
        made.append(_cell(cell(content, style), wide))
    return made


def facts(items: Sequence[Fact], summary: str, cell: CellMaker) -> Element:
    """Make labels and their values, in two columns."""
    widths = _widths(FACT_SHARES)
    made = _frame(FACTS, widths, summary, named_row=False, named_column=True)
    for fact in items:
        label = cell(fact.label, "CellTitle")
        made.append(_row([_cell(label, widths[0]), _cell(cell(fact.value, "CellText"), widths[1])]))
    return made


def _widths(shares: Sequence[float]) -> list[int]:
    whole = sum(shares)
    return [twips(TEXT_WIDTH * share / whole) for share in shares]


def _frame(style: str, widths: Sequence[int], summary: str, *, named_row: bool, named_column: bool) -> Element:
    properties = element(
        "w:tblPr",
        element("w:tblStyle", val=style),
        element("w:tblW", w=sum(widths), type="dxa"),
        element("w:tblLayout", type="fixed"),
        element("w:tblLook", val="04A0", firstRow=int(named_row), firstColumn=int(named_column), lastRow=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    if said := one_line(summary):
        properties.append(element("w:tblCaption", val=said))
    return element("w:tbl", properties, element("w:tblGrid", *(element("w:gridCol", w=wide) for wide in widths)))


def _row(cells: Sequence[Element], *, header: bool = False) -> Element:
    properties = element("w:trPr")
    # Rows may break between pages, so that one taller than a page can be read.
    properties.append(element("w:cantSplit", val=int(header)))
    if header:
        properties.append(element("w:tblHeader"))
    return element("w:tr", properties, *cells)


def _cell(paragraphs: Sequence[Element], wide: int, ground: Colour | None = None, across: int = 1) -> Element:
    properties = element("w:tcPr", element("w:tcW", w=wide, type="dxa"))
    if across > 1:
        properties.append(element("w:gridSpan", val=across))
    if ground:
        properties.append(element("w:shd", val="clear", color="auto", fill=hexadecimal(ground)))
    return element("w:tc", properties, *paragraphs)
