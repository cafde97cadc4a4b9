"""All contracts together: what the overview shows, and what the yearly report says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.documents.overview_contracts import Portfolio
from kravkompass.followup.employment import JobOutcome, JobPromise, year_sums

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.purchases.rows import ContractRow
    from kravkompass.purchases.store import Store


def portfolio(store: Store, year: int, translation: Translation) -> Portfolio:
    """Give all contracts as they stand, seen from a year. One that has ended and has nothing left to do is not among them."""
    rows = [one for one in store.contracts() if not one.ended or one.next_day or one.deviations]
    promises, outcomes = store.parts(JobPromise), store.parts(JobOutcome)
    return Portfolio(year, tuple(sorted(rows, key=_order)), store.overview(year), translation, year_sums(promises, outcomes, year))


def _order(row: ContractRow) -> tuple[int, str, str]:
    return -row.risk.height, row.next_day or "9999", row.title.casefold()
