"""A contract in the store with a supplier and three requirements, planned as at its signing; what the tests of its screens start from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from tests.catalog.real import catalog
from tests.followup.contracts_made import contract, frozen, supplier

from kravkompass.catalog.terms import Interval, Method, Severity
from kravkompass.followup.contract import FrozenRequirement
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_planning import recorded

ROWS = (
    frozen("K01", method=Method.REPORT, interval=Interval.HALF_YEARLY),
    frozen("K02", method=Method.SPOT_CHECK, severity=Severity.SERIOUS),
    frozen("K03", method=Method.MEETING),
)


def planned(
    store: Store, today: Callable[[], date], suppliers: tuple[str, ...] = ("Grönt AB",), rows: tuple[FrozenRequirement, ...] = ROWS, **changes: Any  # noqa: ANN401
) -> ContractScreen:
    """Keep a contract with its plan, and give its screen."""
    with recorded(store) as record:
        kept = record.keep(contract(**{"id": "", "responsible": "Åsa Öst", "value": 900_000.0, **changes}))
        for row in rows:
            record.keep(replace(row, id="", contract=kept.id))
        for name in suppliers:
            record.keep(replace(supplier(name), id="", contract=kept.id))
        record.plan_anew(kept.id)
    return ContractScreen(store, catalog(), kept.id, today)
