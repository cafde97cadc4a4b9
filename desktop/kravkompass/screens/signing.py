"""Signing the contract of the wizard's purchase: the list is frozen, and the follow-up begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kravkompass.catalog.organisation_number import tidy
from kravkompass.followup.classification import Weighed, propose
from kravkompass.followup.contract import Supplier
from kravkompass.followup.signing import sign
from kravkompass.guidance.findings import Weight
from kravkompass.guidance.risk import levels
from kravkompass.screens.contract_planning import recorded

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.language import Language
    from kravkompass.screens.wizard import Wizard


class Signing:
    """What is signed, and doing it."""

    def __init__(self, wizard: Wizard) -> None:
        self._wizard = wizard

    def number(self, language: Language) -> int:
        """Give how many requirements will be frozen."""
        return len(self._wizard.guide.rows(language))

    def undecided(self) -> int:
        """Give how many of them are proposals that the buyer has not decided about."""
        decided, proposed = self._wizard.status("requirements")
        return proposed - decided

    def faults(self, language: Language) -> int:
        """Give how many things on the list must be put right, such as a value that is not filled in."""
        return sum(finding.weight is Weight.ERROR for finding in self._wizard.findings(language))

    def sign(self, supplier: str, number: str, signed: date, start: date | None, language: Language) -> str:
        """Make the contract with its first supplier (name and organisation number) in the contract's language; gives its id."""
        guide = self._wizard.guide
        made = sign(guide.purchase, guide.rows(language), levels(guide.risks), language.value, signed, self._wizard.catalog.groups)
        store = self._wizard.store
        proposed = propose(Weighed("", made.contract.value, made.contract.risks), store.weights())
        contract = replace(
            made.contract,
            start=start or made.contract.start,
            responsible=made.contract.responsible or store.settings().name,
            classification=proposed.classification,
            created=self._wizard.today.isoformat(),
        )
        with recorded(store) as record:
            kept = record.keep(contract)
            for requirement in made.requirements:
                record.keep(replace(requirement, contract=kept.id))
            if supplier:
                record.keep(Supplier("", kept.id, supplier, tidy(number)))
            record.plan_anew(kept.id)
        return kept.id
