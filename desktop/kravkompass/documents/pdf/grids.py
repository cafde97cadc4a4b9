"""Turning an outline's tables, facts and charts into pieces of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kravkompass.documents.diagram import spoken_parts
from kravkompass.documents.outline import (
    Cell,
    CellBlock,
    CellContent,
    Column,
    Diagram,
    Fact,
    Figure,
    GroupRow,
    Paragraph,
    Row,
    Table,
    plain,
)
from kravkompass.documents.pdf.diagram_piece import DiagramPiece
from kravkompass.documents.pdf.figure_piece import BarChart
from kravkompass.documents.pdf.inline import text_block
from kravkompass.documents.pdf.metadata import Archive
from kravkompass.documents.pdf.piece import Piece
from kravkompass.documents.pdf.structure import Node, cell_attributes, summary_attribute
from kravkompass.documents.pdf.table_piece import FULL, Look, TablePiece, TableRow
from kravkompass.documents.style import (
    CAPTION,
    CELL,
    CELL_NUMBER,
    CELL_TITLE,
    FACT_LABEL,
    ROW_NAME,
    SMALL,
    TEXT_WIDTH,
    TextStyle,
)
from kravkompass.documents.wording import Wording

CellWriter = Callable[[tuple[CellBlock, ...], Node], list[Piece]]


@dataclass(frozen=True, slots=True)
class GridMaker:
    """Makes tables. `blocks` turns the blocks inside a cell into pieces."""

    wording: Wording
    archive: Archive
    blocks: CellWriter

    def table(self, table: Table, parent: Node) -> list[Piece]:
        """A table under its caption, or a sentence in its place when it has no rows."""
        caption: list[Piece] = []
        if not table.rows:
            if plain(table.caption):
                caption = [text_block(table.caption, CAPTION, Node("P", parent), keep=True)]
            return [*caption, text_block(table.empty or self.wording.no_rows, SMALL, Node("P", parent))]
        node = Node("Table", parent, attributes=summary_attribute(table.summary))
        if plain(table.caption):
            caption = [text_block(table.caption, CAPTION, Node("Caption", node), keep=True)]
        titles = self._titles(table.columns, self._part("THead", node))
        body = self._part("TBody", node)
        rows = [self._row(row, table, body) for row in table.rows]
        shares = tuple(column.share for column in table.columns)
        return [*caption, TablePiece(shares=shares, rows=rows, titles=titles, before=4, after=10)]

    def facts(self, facts: tuple[Fact, ...], summary: str, parent: Node, look: Look = FULL) -> Piece:
        """Labels with their values in two columns."""
        node = Node("Table", parent, attributes=summary_attribute(summary))
        body = self._part("TBody", node)
        rows = []
        for fact in facts:
            place = Node("TR", body)
            head = Node("TH", place, attributes=cell_attributes("Row"))
            label = self._content(fact.label, head, FACT_LABEL)
            rows.append(TableRow((label, self._content(fact.value, Node("TD", place), CELL))))
        return TablePiece(shares=(1.0, 3.6), rows=rows, look=look, before=2, after=8)

    def figure(self, figure: Figure, parent: Node) -> list[Piece]:
        """A chart under its caption, with its numbers as a table below."""
        if figure.language:
            parent = Node("Div", parent, figure.language)
        caption = text_block(figure.caption, CAPTION, Node("P", parent), keep=True)
        chart = BarChart(bars=figure.bars, node=Node("Figure", parent, alternative=figure.alternative), after=8, keep=True)
        numbers = Table(
            columns=(Column(figure.label_title, 3), Column(figure.value_title, 1, numeric=True)),
            rows=tuple(Row((bar.label, bar.words)) for bar in figure.bars),
            summary=figure.caption,
        )
        return [caption, *([chart] if figure.bars else []), *self.table(numbers, parent)]

    def diagram(self, diagram: Diagram, parent: Node) -> list[Piece]:
        """A drawing under its caption, in as many parts as it needs pages."""
        if diagram.language:
            parent = Node("Div", parent, diagram.language)
        made: list[Piece] = [text_block(diagram.caption, CAPTION, Node("P", parent), keep=True)]
        for part, said in spoken_parts(diagram, TEXT_WIDTH):
            made.append(DiagramPiece(part=part, node=Node("Figure", parent, alternative=said), after=8))
        return made

    def _part(self, role: str, node: Node) -> Node:
        """The head or the body of a table; PDF/A-1 builds on a PDF that does not know them."""
        return Node(role, node) if self.archive is Archive.A2 else node

    def _titles(self, columns: tuple[Column, ...], parent: Node) -> TableRow:
        place = Node("TR", parent)
        cells = []
        for column in columns:
            node = Node("TH", place, column.language, attributes=cell_attributes("Column"))
            cells.append(self._content(column.title, node, replace(CELL_TITLE, right=column.numeric)))
        return TableRow(tuple(cells))

    def _row(self, row: Row | GroupRow, table: Table, parent: Node) -> TableRow:
        place = Node("TR", parent)
        if isinstance(row, GroupRow):
            node = Node("TH", place, attributes=cell_attributes("Row", len(table.columns)))
            return TableRow((self._content(row.text, node, CELL_TITLE),), group=True)
        cells = []
        for number, (content, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            names = number == table.header_column
            role, scope = ("TH", "Row") if names else ("TD", "")
            node = Node(role, place, column.language, attributes=cell_attributes(scope))
            style = ROW_NAME if names else CELL_NUMBER if column.numeric else CELL
            cells.append(self._content(content, node, style))
        return TableRow(tuple(cells))

    def _content(self, content: CellContent, node: Node, style: TextStyle) -> list[Piece]:
        """The pieces of a cell; one that is empty says so."""
        if isinstance(content, Cell):
            node.language = content.language or node.language
            pieces: list[Piece] = []
            for block in content.blocks:
                if not isinstance(block, Paragraph):
                    pieces += self.blocks((block,), node)
                elif plain(block.text).strip():
                    pieces.append(text_block(block.text, style, Node("P", node, block.language)))
            if pieces:
                return pieces
            content = ""
        made = text_block(content, style, node)
        return [made] if made.runs else [text_block(self.wording.empty_cell, replace(style, colour=SMALL.colour), node)]

