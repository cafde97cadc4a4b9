"""A bar chart, drawn from its values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kravkompass.documents.pdf import faces
from kravkompass.documents.pdf.canvas import Words
from kravkompass.documents.pdf.piece import Piece
from kravkompass.documents.style import ACCENT, ACCENT_TINT, INK

if TYPE_CHECKING:
    from kravkompass.documents.outline import Bar
    from kravkompass.documents.pdf.canvas import TaggedCanvas
    from kravkompass.documents.pdf.structure import Node

MOST_BARS = 30
"""More bars than this do not fit a page; the table below the chart has them all."""

STEP = 19.0
THICKNESS = 11.0
LABEL_SHARE = 0.45
"""The largest part of the width that the labels may take."""
LABEL_GAP = 8.0
VALUE_ROOM = 70.0
SIZE = 9.0


@dataclass(eq=False, slots=True, kw_only=True)
class BarChart(Piece):
    """Bars from left to right below each other, each with its label before and its value behind."""

    bars: tuple[Bar, ...]
    node: Node

    def height(self, width: float) -> float:  # noqa: ARG002 - the signature is the piece's
        """One step for each bar."""
        return STEP * max(1, len(self.bars[:MOST_BARS]))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The chart, as one figure."""
        bars = self.bars[:MOST_BARS]
        labels = [faces.elided(bar.label, faces.REGULAR, SIZE, width * LABEL_SHARE - LABEL_GAP) for bar in bars]
        room = max((faces.width(label, faces.REGULAR, SIZE) for label in labels), default=0.0) + LABEL_GAP
        start, longest = x + room, width - room - VALUE_ROOM
        largest = max((bar.value for bar in bars), default=0.0) or 1.0
        self.node.box = (x, top - self.height(width), x + width, top)
        with canvas.content(self.node):
            for number, bar in enumerate(bars):
                middle = top - STEP * number - STEP / 2
                reach = longest * max(0.0, bar.value) / largest
                foot = middle - THICKNESS / 2
                canvas.setFillColorRGB(*ACCENT_TINT)
                canvas.rect(start, foot, longest, THICKNESS, stroke=0, fill=1)
                canvas.setFillColorRGB(*ACCENT)
                canvas.rect(start, foot, reach, THICKNESS, stroke=0, fill=1)
                value = faces.elided(bar.words, faces.BOLD, SIZE, VALUE_ROOM - 6)
                canvas.write((
                    Words(x, middle - 0.33 * SIZE, labels[number], faces.REGULAR, SIZE, INK),
                    Words(start + longest + 6, middle - 0.33 * SIZE, value, faces.BOLD, SIZE, INK),
                ))
