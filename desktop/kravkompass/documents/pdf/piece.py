"""Pieces of a page and how they fill it: what fits is placed, what does not is split or moves to the next page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.documents.pdf.canvas import TaggedCanvas

MOST_EMPTY = 0.3
"""The largest part of a page that is left empty for the sake of pieces that should stand together."""


@dataclass(eq=False, slots=True, kw_only=True)
class Piece(ABC):
    """Something with a height at a given width. All measures are in points.

    `before` and `after` are the room it wants around it; neighbours share the larger one. `keep` says that the next
    piece must begin on the same page; `loose` that it only should, and need not when much of the page would stay empty.
    """

    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    loose: bool = False

    @abstractmethod
    def height(self, width: float) -> float:
        """How high the piece is at this width."""

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the piece with its upper left corner there."""

    def least(self, width: float) -> float:
        """How much of the piece must stand together at its start."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002 - for those that can
        """The part that fits in the room and the part left over, or None when it cannot be split there."""
        return None


@dataclass(eq=False, slots=True, kw_only=True)
class Gap(Piece):
    """Room alone; with no height it ends a group that is kept together."""

    size: float = 0.0

    def height(self, width: float) -> float:  # noqa: ARG002 - the signature is the piece's
        """The gap's own size."""
        return self.size

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Nothing is seen of a gap."""


@dataclass(eq=False, slots=True, kw_only=True)
class NewPage(Gap):
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and how far below the top of its page or cell it begins."""

    piece: Piece
    offset: float


@dataclass(slots=True)
class Filling:
    """The state of filling some room with pieces."""

    width: float
    room: float
    whole: float
    placed: list[Placed] = field(default_factory=list)
    reach: float = 0.0
    approved: int = 0

    def gap_before(self, piece: Piece) -> float:
        """The room between what is placed and the piece; none at the top."""
        return max(self.placed[-1].piece.after, piece.before) if self.placed else 0.0

    def place(self, piece: Piece) -> None:
        """Put the piece below what is there."""
        self.reach += self.gap_before(piece)
        self.placed.append(Placed(piece, self.reach))
        self.reach += piece.height(self.width)

    def breaks_group(self, pieces: Sequence[Piece], at: int) -> bool:
        """Whether the group that begins with this piece would be torn although it fits on a page of its own."""
        if at < self.approved or not pieces[at].keep:
            return False
        need, self.approved = self._need(pieces, at, loose=True)
        left = self.room - self.reach
        if need > left > self.whole * MOST_EMPTY:
            need, self.approved = self._need(pieces, at, loose=False)
        if need > self.whole and self.approved > at + 2:
            self.approved = at + 2
            need = self._short_need(pieces[at], pieces[at + 1])
        return need > left

    def _need(self, pieces: Sequence[Piece], at: int, *, loose: bool) -> tuple[float, int]:
        """How much must stand together from this piece on, and the first piece that is not part of it."""
        until, need = at, self.gap_before(pieces[at])
        while until < len(pieces) - 1 and pieces[until].keep and (loose or not pieces[until].loose):
            need += pieces[until].height(self.width) + max(pieces[until].after, pieces[until + 1].before)
            until += 1
        return need + pieces[until].least(self.width), until + 1

    def _short_need(self, piece: Piece, following: Piece) -> float:
        """What must stand together of a group that fits on no page: a short piece and the start of the next."""
        high = piece.height(self.width)
        if high > self.whole / 4:
            return self.gap_before(piece) + piece.least(self.width)
        return self.gap_before(piece) + high + max(piece.after, following.before) + following.least(self.width)


def fill(pieces: Sequence[Piece], width: float, room: float, whole: float, *, fresh: bool) -> tuple[list[Placed], list[Piece]]:
    """Place pieces in the room as far as they fit, and give those left over.

    `whole` is the room of an empty page. `fresh` says that the room is all there will ever be on one page, so that
    something must be placed: the work always goes on.
    """
    state = Filling(width, room, whole)
    for at, piece in enumerate(pieces):
        if isinstance(piece, NewPage):
            if state.placed or not fresh:
                return state.placed, list(pieces[at + 1 :])
            continue
        may_wait = bool(state.placed) or not fresh
        if may_wait and state.breaks_group(pieces, at):
            return state.placed, list(pieces[at:])
        left = room - state.reach - state.gap_before(piece)
        if piece.height(width) <= left:
            state.place(piece)
            continue
        parts = piece.split(width, left)
        if parts:
            state.place(parts[0])
            return state.placed, [parts[1], *pieces[at + 1 :]]
        if may_wait:
            return state.placed, list(pieces[at:])
        state.place(piece)
        return state.placed, list(pieces[at + 1 :])
    return state.placed, []


def stack(pieces: Sequence[Piece]) -> list[tuple[Piece, float]]:
    """The pieces, each with the gap above it when they stand below each other."""
    gaps = [0.0] + [max(above.after, below.before) for above, below in pairwise(pieces)]
    return list(zip(pieces, gaps, strict=False))


def stack_height(pieces: Sequence[Piece], width: float) -> float:
    """How high the pieces are below each other."""
    return sum(gap + piece.height(width) for piece, gap in stack(pieces))


def stack_least(pieces: Sequence[Piece], width: float) -> float:
    """How much of the pieces must stand together at the start."""
    return pieces[0].least(width) if pieces else 0.0


def draw_stack(pieces: Sequence[Piece], canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
    """Draw the pieces below each other."""
    for piece, gap in stack(pieces):
        top -= gap
        piece.draw(canvas, x, top, width)
        top -= piece.height(width)
