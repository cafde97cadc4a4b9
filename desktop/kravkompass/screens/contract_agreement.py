"""The agreement itself: suppliers, time, value, class and risks of a contract. The plan follows every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kravkompass.catalog.organisation_number import is_organisation_number, tidy
from kravkompass.errors import UnknownRequirementError
from kravkompass.followup.classification import Weighed, propose
from kravkompass.followup.contract import Extension, Supplier
from kravkompass.followup.laying_out import last_day, open_extension
from kravkompass.screens.contract_planning import recorded

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.catalog.terms import RiskArea, RiskLevel
    from kravkompass.followup.classification import Proposal
    from kravkompass.followup.contract import Classification, Contact, FrozenRequirement
    from kravkompass.followup.replanning import Replanned
    from kravkompass.screens.contract import ContractScreen


@dataclass(frozen=True, slots=True)
class Altered:
    """A change of the agreement: what became of the plan, and what takes all of it back."""

    plan: Replanned
    undo: Callable[[], None]


class Agreement:
    """One contract's agreement. Every verb lays the plan out anew in the same change."""

    def __init__(self, screen: ContractScreen) -> None:
        self._screen = screen
        self._store = screen.store

    @property
    def last_day(self) -> date | None:
        """The last day of the contract with the extensions in use; None without a start."""
        return last_day(self._screen.contract)

    @property
    def open_extension(self) -> int | None:
        """The place of the extension to decide about next; None for none."""
        return open_extension(self._screen.contract)

    def proposal(self) -> Proposal:
        """Propose a class from where the contract stands among all contracts."""
        contract = self._screen.contract
        return propose(Weighed(contract.id, contract.value, contract.risks), self._store.weights())

    def newer(self) -> tuple[FrozenRequirement, ...]:
        """Give the requirements that have a newer revision in the catalog. What was agreed stays as it is."""
        return tuple(one for one in self._screen.requirements if self._revision(one) > one.revision)

    def _revision(self, requirement: FrozenRequirement) -> int:
        try:
            return self._screen.catalog.requirement(requirement.requirement).revision
        except UnknownRequirementError:
            # A requirement of the municipality's own is not in the catalog.
            return 0

    # -- the contract

    def alter(self, **fields: Any) -> Altered:  # noqa: ANN401 - the fields of a contract
        """Change fields of the contract."""
        with recorded(self._store) as record:
            record.keep(replace(self._screen.contract, **fields))
            return Altered(record.plan_anew(self._screen.id), record.undo())

    def add_extension(self, months: int) -> Altered:
        """Add a right to prolong the contract for so many months."""
        return self.alter(extensions=(*self._screen.contract.extensions, Extension(months)))

    def drop_extension(self, place: int) -> Altered:
        """Take an extension away."""
        kept = self._screen.contract.extensions
        return self.alter(extensions=kept[:place] + kept[place + 1 :])

    def decide(self, place: int, day: date, reason: str, *, used: bool) -> Altered:
        """Decide about an extension: used or not, on a day, with the reason."""
        kept = self._screen.contract.extensions
        decided = replace(kept[place], used=used, decided=day, reason=reason)
        return self.alter(extensions=(*kept[:place], decided, *kept[place + 1 :]))

    def end(self, day: date, reason: str) -> Altered:
        """End the contract before its time."""
        return self.alter(ended=day, ended_reason=reason)

    def resume(self) -> Altered:
        """Say that the contract did not end early after all."""
        return self.alter(ended=None, ended_reason="")

    def classify(self, classification: Classification, reason: str) -> Altered:
        """Set how closely the contract is followed; a reason is kept where the buyer goes another way than the proposal."""
        return self.alter(classification=classification, classification_reason=reason)

    def set_risk(self, area: RiskArea, level: RiskLevel | None) -> Altered:
        """Set the risk in an area; None when nothing is known of it."""
        others = {name: value for name, value in self._screen.contract.risks.items() if name is not area}
        return self.alter(risks=others if level is None else {**others, area: level})

    def set_lot(self, number: str, title: str) -> Altered:
        """Name a lot."""
        return self.alter(lots={**self._screen.contract.lots, number: title})

    def drop_lot(self, number: str) -> Altered:
        """Take a lot away."""
        return self.alter(lots={one: title for one, title in self._screen.contract.lots.items() if one != number})

    # -- suppliers

    def keep_supplier(self, name: str, number: str, contacts: tuple[Contact, ...], lots: tuple[str, ...], identity: str = "") -> Altered:
        """Add a supplier, or change the one with an id. A right organisation number is kept as its country writes it."""
        with recorded(self._store) as record:
            record.keep(Supplier(identity, self._screen.id, name, tidy(number), contacts, lots))
            return Altered(record.plan_anew(self._screen.id), record.undo())

    def drop_supplier(self, supplier: Supplier) -> Altered:
        """Take a supplier away, with what is planned for it; what was done with it stays."""
        with recorded(self._store) as record:
            record.drop(supplier)
            return Altered(record.plan_anew(self._screen.id), record.undo())


def is_doubtful(number: str) -> bool:
    """Whether what is written as an organisation number is wrong in both countries: told, never refused."""
    return bool(number.strip()) and not is_organisation_number(number)
