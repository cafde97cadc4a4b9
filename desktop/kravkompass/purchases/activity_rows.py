"""The light rows that lists of activities across all contracts are made of, and what can be sought in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kravkompass.catalog.terms import Country, Method, Who
from kravkompass.followup.activity import State
from kravkompass.followup.planning import Occasion


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity as a list across all contracts shows it, with its contract's title and who is responsible there.

    ``supplier`` is a name, empty for what concerns the whole contract. ``day`` is the one it counts to, ``minutes`` those it took or is
    planned to take, as `KeptActivity` has them.
    """

    id: str
    contract: str
    contract_title: str
    country: Country
    supplier: str
    responsible: str
    occasion: Occasion
    day: date
    planned: date
    who: Who
    minutes: int
    title: str
    requirements: tuple[str, ...]
    methods: tuple[Method, ...]
    state: State
    reason: str


@dataclass(frozen=True, slots=True)
class MonthSum:
    """How much there is in a month: planned activities and the buyer's minutes for them, and those done with the minutes they took."""

    planned: int = 0
    minutes: int = 0
    done: int = 0
    used: int = 0


@dataclass(frozen=True, slots=True)
class Sought:
    """Which activities are sought across all contracts: days from first to last, both included; a supplier by name; empty for any."""

    first: date | None = None
    last: date | None = None
    states: frozenset[State] = frozenset({State.PLANNED})
    supplier: str = ""
    occasion: Occasion | None = None
    responsible: str = ""
