"""All contracts together: what the overview shows as they stand, and what the yearly report says of a year."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from kravkompass.documents.overview_contracts import Portfolio
from kravkompass.documents.overview_year import ContractsOfYear, YearRow
from kravkompass.followup.activity import KeptActivity, Outcome
from kravkompass.followup.contract import Contract
from kravkompass.followup.contract_year import contract_year
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.employment import JobOutcome, JobPromise, year_sums
from kravkompass.followup.laying_out import last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kravkompass.followup.employment import PromiseKind, Tally
    from kravkompass.language import Translation
    from kravkompass.purchases.parts import Part
    from kravkompass.purchases.rows import ContractRow
    from kravkompass.purchases.store import Store

P = TypeVar("P", bound="Part")


def portfolio(store: Store, today: date, translation: Translation) -> Portfolio:
    """Give all contracts as they stand today. One that has ended and has nothing left to do is not among them."""
    every = store.contracts()
    rows = [one for one in every if not one.ended or one.next_day or one.deviations]
    year = today.year
    return Portfolio(today, tuple(sorted(rows, key=_order)), store.overview(year), translation, _jobs(store, every, year))


def contracts_of_year(store: Store, year: int, today: date, translation: Translation) -> ContractsOfYear:
    """Give the contracts that belong to a year, as they stood when it ended, or stand today."""
    until = min(date(year, 12, 31), today)
    contracts = {one.id: one for one in store.parts(Contract)}
    activities, outcomes = _by_contract(store.parts(KeptActivity)), _by_contract(store.parts(Outcome))
    deviations = _by_contract(store.parts(Deviation))
    every = sorted(store.contracts(), key=_order)
    found = (
        YearRow(contract_year(contracts[row.id], year, until, activities[row.id], outcomes[row.id], deviations[row.id]), row) for row in every
    )
    return ContractsOfYear(year, until, tuple(one for one in found if one.year.counts), translation, _jobs(store, every, year))


def years_in_force(store: Store, today: date) -> frozenset[int]:
    """Give the years, until this one, in which some contract that is not in the trash is in force."""
    found: set[int] = set()
    for one in store.parts(Contract, deleted=""):
        end = last_day(one)
        if one.start is not None and end is not None:
            found.update(range(one.start.year, min(end.year, today.year) + 1))
    return frozenset(found)


def _jobs(store: Store, rows: Sequence[ContractRow], year: int) -> Mapping[PromiseKind, Tally]:
    there = {row.id for row in rows}
    promises = [one for one in store.parts(JobPromise) if one.contract in there]
    return year_sums(promises, store.parts(JobOutcome), year)


def _by_contract(parts: Iterable[P]) -> Mapping[str, list[P]]:
    found: defaultdict[str, list[P]] = defaultdict(list)
    for one in parts:
        found[one.contract].append(one)
    return found


def _order(row: ContractRow) -> tuple[int, str, str]:
    return -row.risk.height, row.next_day or "9999", row.title.casefold()
