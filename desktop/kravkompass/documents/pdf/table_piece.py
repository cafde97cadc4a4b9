"""A table on the page: columns as wide as their words need, titles repeated on every page, rows split where they must."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kravkompass.documents.pdf.box_piece import Chips
from kravkompass.documents.pdf.piece import Piece, draw_stack, fill, stack_height, stack_least
from kravkompass.documents.pdf.text_piece import TextPiece
from kravkompass.documents.style import ACCENT, ACCENT_TINT, CELL_PADDING, LINE, ROW_TINT

if TYPE_CHECKING:
    from kravkompass.documents.pdf.canvas import TaggedCanvas

WIDEST_DEMAND = 0.4
"""The largest part of a table's width that one column's longest word may claim."""

TALL = 260.0
"""A row higher than this is split where the page ends; a lower one moves to the next page whole."""
SHORT = 160.0
"""A table of few rows that is no higher than this stands on one page."""
LEAST_LEFT, FEWEST_KEPT = 46.0, 2
"""Points of a table that stand on either page at least, so that no single line stands alone there; and rows that stay at least."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is drawn: padding above and below in points, lines between rows, room at the left edge or not."""

    above: float = 4.5
    lines: bool = True
    flush: bool = False


PLAIN = Look(above=1.6, lines=False, flush=True)
RULED = Look(above=3.6, flush=True)
FULL = Look()

Cells = tuple[list[Piece], ...]


@dataclass(eq=False, slots=True)
class TableRow:
    """A row's cells, each a stack of pieces; a group row has one cell across the table."""

    cells: Cells
    group: bool = False


@dataclass(eq=False, slots=True, kw_only=True)
class TablePiece(Piece):
    """Rows below a row of titles. `shares` are the columns' parts of the width; `repeated` says the titles were read before."""

    shares: tuple[float, ...]
    rows: list[TableRow]
    titles: TableRow | None = None
    look: Look = FULL
    repeated: bool = False
    _widths: dict[float, tuple[float, ...]] = field(default_factory=dict)
    _heights: dict[tuple[TableRow, float], float] = field(default_factory=dict)

    def height(self, width: float) -> float:
        """The titles and all rows."""
        return self._titles_height(width) + sum(self._row_height(row, width) for row in self.rows)

    def least(self, width: float) -> float:
        """All of a short table; of another the titles and the start of the first row, and of the one after it when that says little."""
        if self._is_short(width):
            return self.height(width)
        first = next((number for number, row in enumerate(self.rows) if not row.group), len(self.rows))
        begun = sum(self._row_height(row, width) for row in self.rows[:first])
        if self.titles and first + 1 < len(self.rows) and self._row_height(self.rows[first], width) < LEAST_LEFT:
            begun += self._row_height(self.rows[first], width)
            first += 1
        start = self._row_start(self.rows[first], width) if first < len(self.rows) else 0.0
        return self._titles_height(width) + begun + start

    def split(self, width: float, room: float) -> tuple[Piece, Piece] | None:
        """Split between rows, or inside the first row that does not fit when it is too high or nothing else fits."""
        if self._is_short(width):
            return None
        reach = self._titles_height(width)
        count = 0
        while count < len(self.rows) and reach + self._row_height(self.rows[count], width) <= room + 0.01:
            reach += self._row_height(self.rows[count], width)
            count += 1
        if count == len(self.rows):
            return None
        halves = None
        if count == 0 or self.rows[count - 1].group or self._row_height(self.rows[count], width) > TALL:
            halves = self._split_row(self.rows[count], width, room - reach)
        if halves:
            return self._parts([*self.rows[:count], halves[0]], [halves[1], *self.rows[count + 1 :]])
        left = sum(self._row_height(row, width) for row in self.rows[count:])
        while left < LEAST_LEFT and count > FEWEST_KEPT:
            count -= 1
            left += self._row_height(self.rows[count], width)
        while count and self.rows[count - 1].group:
            count -= 1
        return self._parts(self.rows[:count], self.rows[count:]) if count else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Titles, then rows, each over its ground and above its line."""
        widths = self._columns(width)
        wide = sum(widths)
        if self.titles:
            high = self._titles_height(width)
            canvas.ground((x, top - high, wide, high), ACCENT_TINT)
            with canvas.artifact("Pagination") if self.repeated else nullcontext():
                self._draw_cells(canvas, self.titles, x, top, widths)
            top -= high
        start = top
        for row in self.rows:
            high = self._row_height(row, width)
            if row.group:
                canvas.ground((x, top - high, wide, high), ROW_TINT)
            if self.look.lines and top < start:
                canvas.rule((x, top), (x + wide, top), LINE, 0.5)
            self._draw_cells(canvas, row, x, top, widths)
            top -= high
        if self.look.lines:
            canvas.rule((x, top), (x + wide, top), LINE, 0.5)
        if self.titles:
            canvas.rule((x, start), (x + wide, start), ACCENT, 1)

    # -- measures

    def _parts(self, above: list[TableRow], below: list[TableRow]) -> tuple[Piece, Piece]:
        head = replace(self, rows=above, after=0.0)
        return head, replace(self, rows=below, before=0.0, repeated=True)

    def _columns(self, width: float) -> tuple[float, ...]:
        """The columns' widths: their shares, but never less than their longest word needs."""
        known = self._widths.get(width)
        if known is None:
            needs = [self._need(number) for number in range(len(self.shares))]
            known = self._widths[width] = shared_widths(width, self.shares, needs)
        return known

    def _need(self, number: int) -> float:
        rows = [row for row in ((self.titles,) if self.titles else ()) + tuple(self.rows) if not row.group]
        words = (piece.widest_word() for row in rows for piece in row.cells[number] if isinstance(piece, TextPiece | Chips))
        return max(words, default=0.0) + self._edge(number) + CELL_PADDING

    def _edge(self, number: int) -> float:
        """The padding left of a column's words."""
        return 0.0 if self.look.flush and number == 0 else CELL_PADDING

    def _inner(self, row: TableRow, widths: tuple[float, ...]) -> list[tuple[float, float]]:
        """How far right each cell's words begin and how wide they may be."""
        if row.group:
            return [(self._edge(0), sum(widths) - self._edge(0) - CELL_PADDING)]
        starts = [sum(widths[:number]) + self._edge(number) for number in range(len(widths))]
        return [
            (start, wide - self._edge(number) - CELL_PADDING)
            for number, (start, wide) in enumerate(zip(starts, widths, strict=True))
        ]

    def _row_height(self, row: TableRow, width: float) -> float:
        key = (row, width)
        known = self._heights.get(key)
        if known is None:
            inner = self._inner(row, self._columns(width))
            tallest = max(stack_height(cell, wide) for cell, (_, wide) in zip(row.cells, inner, strict=True))
            known = self._heights[key] = tallest + 2 * self.look.above
        return known

    def _row_least(self, row: TableRow, width: float) -> float:
        inner = self._inner(row, self._columns(width))
        return max(stack_least(cell, wide) for cell, (_, wide) in zip(row.cells, inner, strict=True)) + 2 * self.look.above

    def _is_short(self, width: float) -> bool:
        """Whether the table has so few rows that one would stand alone on either page."""
        return len(self.rows) <= FEWEST_KEPT + 1 and self.height(width) <= SHORT

    def _row_start(self, row: TableRow, width: float) -> float:
        """How much of a row must stand where it begins: all of it, unless it is so tall that it may be split."""
        high = self._row_height(row, width)
        return self._row_least(row, width) if high > TALL else high

    def _titles_height(self, width: float) -> float:
        return self._row_height(self.titles, width) if self.titles else 0.0

    def _split_row(self, row: TableRow, width: float, room: float) -> tuple[TableRow, TableRow] | None:
        """The part of a row that fits and the part that does not; None when a cell cannot begin in the room."""
        room -= 2 * self.look.above
        heads: list[list[Piece]] = []
        tails: list[list[Piece]] = []
        for cell, (_, wide) in zip(row.cells, self._inner(row, self._columns(width)), strict=True):
            placed, rest = fill(cell, wide, room, float("inf"), fresh=False)
            if cell and not placed:
                return None
            heads.append([item.piece for item in placed])
            tails.append(rest)
        return (TableRow(tuple(heads), row.group), TableRow(tuple(tails), row.group)) if any(tails) else None

    # -- drawing

    def _draw_cells(self, canvas: TaggedCanvas, row: TableRow, x: float, top: float, widths: tuple[float, ...]) -> None:
        for cell, (start, wide) in zip(row.cells, self._inner(row, widths), strict=True):
            draw_stack(cell, canvas, x + start, top - self.look.above, wide)


def shared_widths(width: float, shares: Sequence[float], needs: Sequence[float]) -> tuple[float, ...]:
    """Share out a width so that each column gets its need, within reason, and the rest goes by the shares."""
    capped = [min(need, width * WIDEST_DEMAND) for need in needs]
    if sum(capped) > width:
        return tuple(need * width / sum(capped) for need in capped)
    fixed: dict[int, float] = {}
    while True:
        left = width - sum(fixed.values())
        parts = sum(share for number, share in enumerate(shares) if number not in fixed)
        wide = [fixed.get(number, left * share / parts if parts else 0.0) for number, share in enumerate(shares)]
        short = {n: capped[n] for n, w in enumerate(wide) if n not in fixed and w < capped[n]}
        if not short:
            return tuple(wide)
        fixed |= short
