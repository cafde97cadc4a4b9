"""Telling how far the making of a file has come, so that it can be shown and stopped on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from kravkompass.documents.outline import Card, Diagram, Facts, Note, Row, Section, Table, Together

if TYPE_CHECKING:
    from kravkompass.documents.outline import Block

Report = Callable[[int, int], None]
"""Told how much of the work is done, of ``WHOLE``; may raise to stop it, which it can every few milliseconds."""

WHOLE = 1000


class Watch:
    """Tells how far the work has come, each part of it between two shares of the whole."""

    def __init__(self, report: Report | None) -> None:
        self._report = report

    def tell(self, start: int, end: int, done: int, of: int) -> None:
        """Say that so many of so many things are done of the part from one share of ``WHOLE`` to another."""
        if self._report:
            self._report(start + (end - start) * min(done, of) // max(of, 1), WHOLE)


class Counted:
    """Counts things as they are made, of a number known from the beginning, as a part of the whole."""

    def __init__(self, watch: Watch, start: int, end: int, of: int) -> None:
        self._watch, self._start, self._end, self._of = watch, start, end, of
        self._done = 0

    def one(self) -> None:
        """Count one more."""
        self._done += 1
        self._watch.tell(self._start, self._end, self._done, self._of)


def things(blocks: Iterable[Block]) -> int:
    """Count what is to be made: blocks at every depth, and the cells of tables."""
    found = 0
    for block in blocks:
        found += 1
        match block:
            case Section() | Card() | Together() | Note():
                found += things(block.blocks)
            case Table():
                found += sum(2 * len(row.cells) if isinstance(row, Row) else 2 for row in block.rows)
            case Facts():
                found += 4 * len(block.items)
            case Diagram():
                found += len(block.boxes)
    return found
