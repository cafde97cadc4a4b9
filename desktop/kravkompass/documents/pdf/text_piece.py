"""A block of text on the page: a paragraph, a heading, an entry of a list or the words of a cell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from kravkompass.documents.pdf.canvas import Words
from kravkompass.documents.pdf.lines import Line, Run, break_lines, widest_word
from kravkompass.documents.pdf.piece import Piece
from kravkompass.documents.span import Text
from kravkompass.documents.style import LINK, TextStyle

if TYPE_CHECKING:
    from kravkompass.documents.pdf.canvas import TaggedCanvas
    from kravkompass.documents.pdf.structure import Node

FEWEST = 2
"""The fewest lines of a paragraph that stand alone at the foot or the head of a page."""

ASCENT = 0.79
"""Where the baseline lies below the top of the letters, as a share of their size."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before the first line, in the margin made by the indent: a bullet, a number or a box to tick."""

    run: Run
    node: Node
    x: float = 0.0


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading's entry among the bookmarks; `level` counts from 0, `text` is its words with their languages."""

    key: str
    words: str
    level: int
    text: Text


@dataclass(eq=False, slots=True, kw_only=True)
class TextPiece(Piece):
    """Runs of text set in lines. `indent` is room left free at the left, where the label stands."""

    runs: tuple[Run, ...]
    style: TextStyle
    node: Node
    indent: float = 0.0
    label: Label | None = None
    bookmark: Bookmark | None = None
    first: int = 0
    last: int | None = None
    _lines: dict[float, tuple[Line, ...]] = field(default_factory=dict)

    def lines(self, width: float) -> tuple[Line, ...]:
        """The lines of this part of the text."""
        known = self._lines.get(width)
        if known is None:
            known = self._lines[width] = break_lines(self.runs, max(width - self.indent, self.style.size))
        return known[self.first : self.last]

    def height(self, width: float) -> float:
        """The lines' height; a label without text still needs one line."""
        return max(len(self.lines(width)), 1 if self.label else 0) * self.style.leading

    def least(self, width: float) -> float:
        """The lines that must not stand apart from the first."""
        count = len(self.lines(width))
        return min(count, FEWEST if count > FEWEST + 1 else count) * self.style.leading

    def split(self, width: float, room: float) -> tuple[Piece, Piece] | None:
        """Split between lines, never leaving one line alone where that can be helped."""
        count = len(self.lines(width))
        fitting = int((room + 0.01) / self.style.leading)
        if fitting >= count or fitting < 1:
            return None
        if count - fitting < FEWEST:
            fitting = count - FEWEST
        if fitting < min(FEWEST, count - 1):
            return None
        middle = self.first + fitting
        head = replace(self, last=middle, after=0.0)
        tail = replace(self, first=middle, before=0.0, label=None, bookmark=None)
        return head, tail

    def widest_word(self) -> float:
        """The least width at which no word is cut."""
        return self.indent + widest_word(self.runs)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Write the label and the lines, and lay the links over them."""
        style = self.style
        baseline = top - (style.leading - style.size) / 2 - ASCENT * style.size
        if self.bookmark:
            canvas.bookmark(self.bookmark.key, self.bookmark.words, self.bookmark.level, top + 8)
        if self.label:
            run = self.label.run
            with canvas.content(self.label.node):
                canvas.write([Words(x + self.label.x, baseline, run.text + " ", run.face, run.size, run.colour)])
        words = self._words(x + self.indent, baseline, width)
        for node, group in groupby(words, key=lambda pair: pair[0]):
            with canvas.content(node):
                canvas.write([placed for _, placed in group])
        self._draw_links(canvas, x + self.indent, baseline, width)

    def _words(self, x: float, baseline: float, width: float) -> list[tuple[Node, Words]]:
        """Every stretch of every line, with the structure element it belongs to."""
        made = []
        for number, line in enumerate(self.lines(width)):
            start = x + (width - self.indent - line.width if self.style.right else 0.0)
            y = baseline - number * self.style.leading
            for stretch in line.stretches:
                run = stretch.run
                placed = Words(start + stretch.x, y, stretch.text, run.face, run.size, run.colour)
                made.append((run.node or self.node, placed))
        return made

    def _draw_links(self, canvas: TaggedCanvas, x: float, baseline: float, width: float) -> None:
        """Underline the stretches that lead somewhere and make them so."""
        for number, line in enumerate(self.lines(width)):
            y = baseline - number * self.style.leading
            for stretch in line.stretches:
                run = stretch.run
                if run.address and run.node is not None and stretch.text.strip():
                    left, right = x + stretch.x, x + min(stretch.x + stretch.width, line.width)
                    canvas.rule((left, y - 1.4), (right, y - 1.4), LINK, 0.5)
                    box = (left, y - 0.22 * run.size, right, y + ASCENT * run.size)
                    canvas.link(run.node, box, " ".join(run.text.split()), address=run.address)
