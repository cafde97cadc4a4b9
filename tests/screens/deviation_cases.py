"""A kept contract with a supplier and two requirements, and its deviations, in either country."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.catalog.real import catalog
from tests.purchases.contract_samples import contract, frozen, supplier

from kravkompass.catalog.terms import Country
from kravkompass.followup.deviation import LadderStep
from kravkompass.followup.ladder import Step
from kravkompass.followup.remedy import Remedy
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_deviations import Deviations
from kravkompass.screens.deviation_dossiers import Dossier

if TYPE_CHECKING:
    from kravkompass.purchases.store import Store

TODAY = date(2027, 9, 1)


def deviations_in(store: Store, country: Country = Country.SWEDEN, suppliers: int = 1) -> Deviations:
    """The deviations of a contract that has been signed in a country; none yet."""
    with store.change() as change:
        kept = change.contracts.keep(contract(country=country, language="sv" if country is Country.SWEDEN else "nb", ended=None))
        for place in range(suppliers):
            change.contracts.keep(supplier(kept.id, f"Grönt i Provstad {place + 1} AB"))
        for number in ("K01", "K02"):
            change.contracts.keep(frozen(kept.id, number, f"SE-FOOD-5{number[-1]}"))
    return Deviations(ContractScreen(store, catalog(), kept.id, lambda: TODAY))


def noted(deviations: Deviations, **changes: object) -> Dossier:
    """A deviation that has been noted."""
    first = deviations.screen.requirements[0].id
    fields = {"requirement": first, "what": "Två av tre certifikat saknas", **changes}
    kept, _ = deviations.note(replace(deviations.propose.deviation(), **fields))  # type: ignore[arg-type]
    return deviations.dossier(kept.id)


def whole(deviations: Deviations, deviation: str, step: Step, **changes: object) -> LadderStep:
    """A step with all that its kind wants."""
    proposed = deviations.propose.step(deviations.dossier(deviation), step)
    country = deviations.contract.country
    money = Remedy.PENALTY if country is Country.SWEDEN else Remedy.DAILY_PENALTY
    filled = {
        "reference": "Minnesanteckning" if step is Step.DIALOGUE else "",
        "concerns": "Frutas del Sur S.A.",
        "clause": "punkt 12.3" if step is Step.PENALTY else "",
        "remedy": {Step.PENALTY: money, Step.WARNING: Remedy.RESCISSION, Step.TERMINATION: Remedy.RESCISSION}.get(step, proposed.remedy),
    }
    return replace(proposed, **{**filled, **changes})  # type: ignore[arg-type]
