"""The contracts that are followed up: their list, and putting one in the trash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kravkompass.followup.contract import Contract
from kravkompass.purchases.glance_meetings import interrupted_meetings
from kravkompass.purchases.kinds import OF_CONTRACTS
from kravkompass.screens.contract import ContractScreen

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.documents.overview_contracts import Portfolio
    from kravkompass.language import Translation
    from kravkompass.purchases.glance_meetings import Interrupted
    from kravkompass.purchases.rows import ContractRow
    from kravkompass.purchases.store import Store


class Contracts:
    """All contracts, by the day something is to be done."""

    kinds = OF_CONTRACTS

    def __init__(self, store: Callable[[], Store], catalog: Callable[[], Catalog], today: Callable[[], date]) -> None:
        self._store = store
        self._catalog = catalog
        self._today = today

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today()

    def rows(self) -> tuple[ContractRow, ...]:
        """Give the contracts, the ones where something is to be done soonest first, then by title."""
        return tuple(sorted(self._store().contracts(), key=lambda row: (row.next_day or "9999", row.title)))

    def interrupted(self) -> tuple[Interrupted, ...]:
        """Give the meetings that have begun and are not closed, the latest first."""
        return interrupted_meetings(self._store().file.parent)

    def portfolio(self, translation: Translation) -> Portfolio:
        """Give all contracts together, as they stand today."""
        from kravkompass.screens.contracts_overview import portfolio

        return portfolio(self._store(), self.today, translation)

    def open(self, contract: str) -> ContractScreen:
        """Give the screen of one contract."""
        return ContractScreen(self._store(), self._catalog(), contract, self._today)

    def delete(self, contract: str) -> None:
        """Put a contract in the trash."""
        self._mark(contract, self.today.isoformat())

    def restore(self, contract: str) -> None:
        """Take a contract out of the trash."""
        self._mark(contract, "")

    def _mark(self, contract: str, deleted: str) -> None:
        store = self._store()
        with store.change() as change:
            change.contracts.keep(replace(store.part(Contract, contract), deleted=deleted))
