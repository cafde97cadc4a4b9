"""Pieces beside plain text: a tinted box, a line across the page, chips, a logo, a place to write in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from kravkompass.documents.pdf.canvas import Words
from kravkompass.documents.pdf.lines import Line, Run, break_lines
from kravkompass.documents.pdf.piece import Piece, draw_stack, fill, stack_height, stack_least
from kravkompass.documents.pdf.text_piece import ASCENT, FEWEST, TextPiece
from kravkompass.documents.style import CHIP, CHIP_PADDING, LINE, WHITE, Colour, Paint

if TYPE_CHECKING:
    from kravkompass.documents.pdf.canvas import TaggedCanvas
    from kravkompass.documents.pdf.structure import Node

BOX_PADDING = 9.0
BAR = 3.0


LOW = 200.0
"""A box no higher than this stands on one page."""


@dataclass(eq=False, slots=True, kw_only=True)
class Box(Piece):
    """Pieces on a tinted ground with a bar at the left edge."""

    pieces: list[Piece]
    paint: Paint

    def height(self, width: float) -> float:
        """The pieces with the padding above and below."""
        return stack_height(self.pieces, self._inner(width)) + 2 * BOX_PADDING

    def least(self, width: float) -> float:
        """All of a low box; of another the first two pieces' least, for the first is the title."""
        inner, high = self._inner(width), self.height(width)
        if high <= LOW:
            return high
        title = self.pieces[0].height(inner)
        return title + stack_least(self.pieces[1:], inner) + 2 * BOX_PADDING

    def split(self, width: float, room: float) -> tuple[Piece, Piece] | None:
        """Two boxes; none of a low one, which goes on to the next page whole."""
        if self.height(width) <= LOW:
            return None
        placed, rest = fill(self.pieces, self._inner(width), room - 2 * BOX_PADDING, float("inf"), fresh=False)
        if not placed or not rest or placed[-1].piece.keep:
            return None
        head = replace(self, pieces=[item.piece for item in placed], after=0.0)
        return head, replace(self, pieces=rest, before=0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The ground and the bar, then the pieces."""
        high = self.height(width)
        canvas.ground((x, top - high, width, high), self.paint.ground)
        canvas.ground((x, top - high, BAR, high), self.paint.edge)
        draw_stack(self.pieces, canvas, x + BAR + BOX_PADDING, top - BOX_PADDING, self._inner(width))

    def _inner(self, width: float) -> float:
        return width - BAR - 2 * BOX_PADDING


@dataclass(eq=False, slots=True, kw_only=True)
class Indented(Piece):
    """A piece set in from the left."""

    piece: Piece
    by: float

    def height(self, width: float) -> float:
        """The piece's height at what is left of the width."""
        return self.piece.height(width - self.by)

    def least(self, width: float) -> float:
        """The piece's least at what is left of the width."""
        return self.piece.least(width - self.by)

    def split(self, width: float, room: float) -> tuple[Piece, Piece] | None:
        """The piece's parts, each set in."""
        parts = self.piece.split(width - self.by, room)
        return (replace(self, piece=parts[0], after=0.0), replace(self, piece=parts[1], before=0.0)) if parts else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The piece, further right."""
        self.piece.draw(canvas, x + self.by, top, width - self.by)


def indented(piece: Piece, by: float) -> Piece:
    """The piece set in from the left, with the same room around it."""
    return Indented(piece=piece, by=by, before=piece.before, after=piece.after, keep=piece.keep) if by else piece


@dataclass(eq=False, slots=True, kw_only=True)
class SideBySide(Piece):
    """Short texts beside each other, each in an equal part of the width."""

    pieces: list[TextPiece]

    def fits(self, width: float) -> bool:
        """Whether each text is one line high in its part of the width."""
        return all(len(piece.lines(width / len(self.pieces) - CHIP_GAP)) < FEWEST for piece in self.pieces)

    def height(self, width: float) -> float:
        """The highest text."""
        return max(piece.height(width / len(self.pieces) - CHIP_GAP) for piece in self.pieces)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The texts, from left to right."""
        part = width / len(self.pieces)
        for number, piece in enumerate(self.pieces):
            piece.draw(canvas, x + number * part, top, part - CHIP_GAP)


@dataclass(eq=False, slots=True, kw_only=True)
class Rule(Piece):
    """A line from edge to edge."""

    colour: Colour = LINE
    thickness: float = 0.6

    def height(self, width: float) -> float:  # noqa: ARG002 - the signature is the piece's
        """The line's thickness."""
        return self.thickness

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The line."""
        y = top - self.thickness / 2
        canvas.rule((x, y), (x + width, y), self.colour, self.thickness)


@dataclass(frozen=True, slots=True)
class Chip:
    """A badge as it is drawn."""

    runs: tuple[Run, ...]
    paint: Paint
    node: Node


CHIP_GAP = 5.0
CHIP_ROW_GAP = 3.0


@dataclass(eq=False, slots=True, kw_only=True)
class Chips(Piece):
    """Badges side by side, in as many rows as they need; `lift` raises them into the padding above."""

    chips: tuple[Chip, ...]
    lift: float = 0.0
    _laid: dict[float, tuple[list[tuple[Chip, tuple[Line, ...], float, float]], float]] = field(default_factory=dict)

    def height(self, width: float) -> float:
        """All rows."""
        return self._layout(width)[1] - self.lift

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Each chip's ground and its words."""
        above, beside = CHIP_PADDING
        top += self.lift
        for chip, lines, left, down in self._layout(width)[0]:
            wide = max(line.width for line in lines) + 2 * beside
            high = len(lines) * CHIP.leading + 2 * above
            corner = x + left
            canvas.ground((corner, top - down - high, wide, high), chip.paint.ground, radius=3)
            baseline = top - down - above - (CHIP.leading - CHIP.size) / 2 - ASCENT * CHIP.size
            with canvas.content(chip.node):
                canvas.write(
                    Words(corner + beside + stretch.x, baseline - number * CHIP.leading, stretch.text, stretch.run.face,
                          stretch.run.size, stretch.run.colour)
                    for number, line in enumerate(lines) for stretch in line.stretches
                )

    def widest_word(self) -> float:
        """The width of the widest chip, as far as it is reasonable to ask for it."""
        widths = [max((line.width for line in break_lines(chip.runs, 120)), default=0.0) for chip in self.chips]
        return max(widths, default=0.0) + 2 * CHIP_PADDING[1]

    def _layout(self, width: float) -> tuple[list[tuple[Chip, tuple[Line, ...], float, float]], float]:
        """Every chip with its lines, how far right and how far down it begins; and the height of it all."""
        known = self._laid.get(width)
        if known is not None:
            return known
        room = width
        above, beside = CHIP_PADDING
        laid: list[tuple[Chip, tuple[Line, ...], float, float]] = []
        x = y = row = 0.0
        for chip in self.chips:
            lines = break_lines(chip.runs, max(room - 2 * beside, CHIP.size))
            if not lines:
                continue
            wide = max(line.width for line in lines) + 2 * beside
            if x and x + wide > room:
                x, y, row = 0.0, y + row + CHIP_ROW_GAP, 0.0
            laid.append((chip, lines, x, y))
            x += wide + CHIP_GAP
            row = max(row, len(lines) * CHIP.leading + 2 * above)
        self._laid[width] = laid, y + row
        return self._laid[width]


@dataclass(eq=False, slots=True, kw_only=True)
class Picture(Piece):
    """A picture, such as a logo, `wide` by `high` points."""

    image: Any
    wide: float
    high: float
    node: Node

    def height(self, width: float) -> float:  # noqa: ARG002 - the signature is the piece's
        """The picture's height."""
        return self.high

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002 - as above
        """The picture."""
        self.node.box = (x, top - self.high, x + self.wide, top)
        with canvas.content(self.node):
            canvas.drawImage(self.image, x, top - self.high, self.wide, self.high)


@dataclass(eq=False, slots=True, kw_only=True)
class WritingSpace(Piece):
    """An empty frame to write in."""

    high: float

    def height(self, width: float) -> float:  # noqa: ARG002 - the signature is the piece's
        """The frame's height."""
        return self.high

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The frame."""
        canvas.ground((x, top - self.high, width, self.high), WHITE, edge=LINE)
