"""The year across all contracts: how much there is to do in each month, and what, overdue first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kravkompass.followup.activity import State
from kravkompass.purchases.activity_rows import ActivityRow, MonthSum, Sought
from kravkompass.purchases.kinds import OF_CONTRACTS, Kind
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.profile import profile_of

if TYPE_CHECKING:
    from kravkompass.catalog.catalog import Catalog
    from kravkompass.followup.planning import Occasion
    from kravkompass.purchases.store import Store

PART = 100
"""So many activities are read at a time."""
BOTH = frozenset({State.PLANNED, State.DONE})


@dataclass(frozen=True, slots=True)
class Filters:
    """Which activities are shown: of a supplier by name, of a kind, under a responsible person; empty for all. Or what has been done."""

    supplier: str = ""
    occasion: Occasion | None = None
    responsible: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class MonthLook:
    """A month of the year: what there is to do and has been done, and how much of it is overdue."""

    month: int
    sum: MonthSum
    late: int


class Year:
    """All contracts' activities by month and as a list. Nothing is ever read whole."""

    kinds = OF_CONTRACTS | {Kind.SETTINGS}

    def __init__(self, store: Callable[[], Store], catalog: Callable[[], Catalog], today: Callable[[], date]) -> None:
        self._store = store
        self._catalog = catalog
        self._today = today

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today()

    @property
    def hours(self) -> int:
        """The buyer's hours a year for follow-up, as in the profile; 0 when not said."""
        return profile_of(self._store().settings()).hours

    def months(self, year: int, filters: Filters) -> tuple[MonthLook, ...]:
        """Give the twelve months of a year."""
        sought = replace(_sought(filters), first=date(year, 1, 1), last=date(year, 12, 31), states=BOTH)
        sums = self._store().months(sought)
        yesterday = self.today - timedelta(days=1)
        late: dict[int, MonthSum] = {}
        if sought.first is not None and sought.first <= yesterday:
            end = min(yesterday, date(year, 12, 31))
            late = dict(self._store().months(replace(sought, last=end, states=frozenset({State.PLANNED}))))
        return tuple(
            MonthLook(month, sums.get(month, MonthSum()), late.get(month, MonthSum()).planned) for month in range(1, 13)
        )

    def rows(self, year: int, month: int | None, filters: Filters, after: int = 0) -> tuple[ActivityRow, ...]:
        """Give a part of the list: of a month, or of the year with what is overdue from before it first."""
        return self._store().activities(self._shown(year, month, filters), PART, after)

    def count(self, year: int, month: int | None, filters: Filters) -> int:
        """Give how long the list is."""
        return self._store().activity_count(self._shown(year, month, filters))

    def overdue(self, filters: Filters) -> int:
        """Give how many activities are overdue, whatever the year."""
        return self._store().activity_count(replace(_sought(filters), last=self.today - timedelta(days=1)))

    def choices(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the suppliers and the responsible people to choose from."""
        return self._store().activity_choices()

    def open(self, contract: str) -> ContractScreen:
        """Give the screen of a contract."""
        return ContractScreen(self._store(), self._catalog(), contract, self._today)

    def _shown(self, year: int, month: int | None, filters: Filters) -> Sought:
        states = frozenset({State.DONE if filters.done else State.PLANNED})
        first, last = date(year, month or 1, 1), _end(year, month or 12)
        if month is None and year == self.today.year and not filters.done:
            # What should have been done in years before is not forgotten.
            return replace(_sought(filters), last=last, states=states)
        return replace(_sought(filters), first=first, last=last, states=states)


def _sought(filters: Filters) -> Sought:
    return Sought(supplier=filters.supplier, occasion=filters.occasion, responsible=filters.responsible)


def _end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
