"""How the width of a table is shared out among its columns."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil


def shared_out(width: int, shares: Sequence[int], least: Sequence[int]) -> list[int]:
    """Share a width out among columns, none of them less than it needs; what one needs more is taken from those with room to spare.

    Where there is too little for all of them each gets what it needs, and together they are wider.
    """
    if sum(least) >= width:
        return list(least)
    whole = sum(shares)
    wanted = [width * share // whole for share in shares]
    wanted[-1] += width - sum(wanted)
    lacking = sum(max(need - one, 0) for one, need in zip(wanted, least, strict=True))
    spare = sum(max(one - need, 0) for one, need in zip(wanted, least, strict=True))
    found = [max(need, one - ceil(lacking * max(one - need, 0) / spare)) for one, need in zip(wanted, least, strict=True)]
    found[-1] += width - sum(found)
    return found
