"""Boxes and lines, drawn on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kravkompass.documents.pdf import faces
from kravkompass.documents.pdf.canvas import Words
from kravkompass.documents.pdf.piece import Piece
from kravkompass.documents.style import ACCENT, PAINTS, QUIET

if TYPE_CHECKING:
    from kravkompass.documents.diagram import Part, Rectangle
    from kravkompass.documents.pdf.canvas import TaggedCanvas
    from kravkompass.documents.pdf.structure import Node

INSET = 5.0
RADIUS = 3.0
LARGE, SMALL, SMALLEST = 8.4, 7.4, 6.4
"""Sizes of the title, of the words under it, and of both where a row is low."""


@dataclass(eq=False, slots=True, kw_only=True)
class DiagramPiece(Piece):
    """One part of a drawing, as one figure."""

    part: Part
    node: Node

    def height(self, width: float) -> float:  # noqa: ARG002 - the signature is the piece's
        """The part's own height."""
        return self.part.height

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The lines first, then the boxes over them, then what they say."""
        self.node.box = (x, top - self.part.height, x + width, top)
        with canvas.content(self.node):
            canvas.setStrokeColorRGB(*QUIET)
            canvas.setLineWidth(0.7)
            for stroke in self.part.strokes:
                canvas.line(x + stroke.start[0], top - stroke.start[1], x + stroke.end[0], top - stroke.end[1])
            for one in self.part.rectangles:
                self._box(canvas, one, x, top)
            canvas.write(self._words(x, top))

    def _box(self, canvas: TaggedCanvas, one: Rectangle, x: float, top: float) -> None:
        paint = PAINTS[one.box.tone]
        canvas.setFillColorRGB(*paint.ground)
        canvas.setStrokeColorRGB(*paint.edge)
        canvas.setLineWidth(0.8)
        canvas.setDash([3, 2] if one.box.broken else [])
        canvas.roundRect(x + one.left, top - one.top - one.height, one.width, one.height, RADIUS, stroke=1, fill=1)
        canvas.setDash([])

    def _words(self, x: float, top: float) -> Iterator[Words]:
        room = self.part.box_width
        for title, left in self.part.heads:
            yield Words(x + left, top - 9, faces.elided(title, faces.BOLD, SMALL, room), faces.BOLD, SMALL, ACCENT)
        for one in self.part.rectangles:
            yield from self._said(one, x + one.left + INSET, top - one.top)

    def _said(self, one: Rectangle, left: float, top: float) -> Iterator[Words]:
        room, ink = one.width - 2 * INSET, PAINTS[one.box.tone].words
        if self.part.has_two_lines:
            middle = top - one.height / 2
            yield Words(left, middle + 1.6, faces.elided(one.box.title, faces.BOLD, LARGE, room), faces.BOLD, LARGE, ink)
            yield Words(left, middle - 8.2, faces.elided(one.box.words, faces.REGULAR, SMALL, room), faces.REGULAR, SMALL, ink)
            return
        size = min(LARGE, max(SMALLEST, self.part.row * 0.6))
        line = top - one.height / 2 - 0.33 * size
        title = faces.elided(one.box.title, faces.BOLD, size, room)
        yield Words(left, line, title, faces.BOLD, size, ink)
        taken = faces.width(f"{title}  ", faces.BOLD, size)
        if room - taken > 3 * size and one.box.words:
            words = faces.elided(one.box.words, faces.REGULAR, size, room - taken)
            yield Words(left + taken, line, words, faces.REGULAR, size, ink)
