"""Boxes and lines, drawn on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kravkompass.documents.diagram import SMALL
from kravkompass.documents.pdf import faces
from kravkompass.documents.pdf.canvas import Words
from kravkompass.documents.pdf.piece import Piece
from kravkompass.documents.style import ACCENT, PAINTS, QUIET

if TYPE_CHECKING:
    from kravkompass.documents.diagram import Part, Rectangle
    from kravkompass.documents.pdf.canvas import TaggedCanvas
    from kravkompass.documents.pdf.structure import Node

INSET, GAP = 5.0, 4.0
RADIUS = 3.0


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
        room, ink, box = one.width - 2 * INSET, PAINTS[one.box.tone].words, one.box
        large, small = self.part.sizes
        middle, (above, below) = top - one.height / 2, self.part.baselines
        if self.part.has_two_lines:
            yield Words(left, middle - above, faces.elided(box.title, faces.BOLD, large, room), faces.BOLD, large, ink)
            yield Words(left, middle - below, faces.elided(box.words, faces.REGULAR, small, room), faces.REGULAR, small, ink)
            return
        mark = faces.elided(box.mark, faces.REGULAR, small, room / 2)
        taken = faces.width(mark, faces.REGULAR, small)
        title = faces.elided(box.title, faces.BOLD, small, room - taken - GAP)
        yield Words(left, middle - above, title, faces.BOLD, small, ink)
        yield Words(left + room - taken, middle - below, mark, faces.REGULAR, small, ink)
