"""A contract with one supplier, ready for its chain, its self-reports and its jobs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.catalog.real import catalog
from tests.purchases.contract_samples import contract, frozen, supplier

from kravkompass.catalog.terms import Country, Theme
from kravkompass.followup.contract import Supplier
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen

TODAY = date(2028, 5, 2)


def signed(store: Store, country: Country = Country.SWEDEN, today: date = TODAY, **changes: object) -> ContractScreen:
    """Sign a contract of a country, with a supplier and three requirements, two of them about jobs."""
    language = "sv" if country is Country.SWEDEN else "nb"
    with store.change() as change:
        kept = change.contracts.keep(contract(country=country, language=language, ended=None, **changes))
        change.contracts.keep(replace(supplier(kept.id), lots=()))
        for number, (name, theme) in enumerate(
            (("SE-FOOD-51", Theme.SUPPLY_CHAIN), ("SE-HOR-05", Theme.EMPLOYMENT), ("SE-HOR-04", Theme.EMPLOYMENT)), 1
        ):
            change.contracts.keep(frozen(kept.id, f"K{number:02}", name, theme=theme, lots=()))
    return ContractScreen(store, catalog(), kept.id, lambda: today)


def firm(screen: ContractScreen) -> Supplier:
    """Its first supplier."""
    return screen.suppliers[0]


def more(screen: ContractScreen, name: str = "Mejeriet AB") -> Supplier:
    """Add another supplier."""
    with screen.change() as change:
        return change.contracts.keep(replace(supplier(screen.id, name), lots=()))
