"""The kinds of things a change can touch, as the store tells them after it has saved."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """A kind of thing the store keeps.

    Everything but ``SETTINGS`` belongs to a purchase and also alters when that purchase was last changed.
    """

    PURCHASES = "purchases"
    GROUPS = "groups"
    ANSWERS = "answers"
    DECISIONS = "decisions"
    RISKS = "risks"
    SETTINGS = "settings"


Listener: TypeAlias = Callable[[frozenset[Kind]], None]
