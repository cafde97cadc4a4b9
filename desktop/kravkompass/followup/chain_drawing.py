"""A chain laid out to be drawn: the supplier in the first column, each tier in a column of its own, side by side those behind one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kravkompass.followup.supply_chain import ChainLink, in_order


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a link is drawn: its column (its tier) and row, its number such as 2.1, and the id of the one before it ("" the supplier)."""

    link: ChainLink
    number: str
    column: int
    row: int
    parent: str


def laid_out(links: Sequence[ChainLink]) -> tuple[Spot, ...]:
    """Lay the chain of one supplier out; the supplier itself stands in column 0 on row 0.

    The first one behind another stands on its row, the others below. Raises ChainCircleError.
    """
    spots: dict[str, Spot] = {}
    inside: dict[str, int] = {}
    row, before = 0, ""
    for placed in in_order(links):
        link = placed.link
        parent = link.parent if link.parent in spots else ""
        inside[parent] = inside.get(parent, 0) + 1
        row += bool(spots) and parent != before
        number = f"{spots[parent].number}.{inside[parent]}" if parent else str(inside[parent])
        spots[link.id] = Spot(link, number, placed.tier, row, parent)
        before = link.id
    return tuple(spots.values())
