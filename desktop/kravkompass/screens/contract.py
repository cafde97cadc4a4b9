"""One contract after its signing: what every section of it starts from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kravkompass.followup.activity import Outcome
from kravkompass.followup.contract import Contract, FrozenRequirement, Supplier, texts_in
from kravkompass.language import text
from kravkompass.purchases.evidence_folder import FOLDER, EvidenceFolder
from kravkompass.purchases.glance_meetings import interrupted_meetings
from kravkompass.purchases.kinds import OF_CONTRACTS
from kravkompass.screens.profile import whole_profile

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.guidance.profile import Profile
    from kravkompass.purchases.change import Change
    from kravkompass.purchases.glance_meetings import Interrupted
    from kravkompass.purchases.store import Store

__all__ = ["SECTIONS", "ContractScreen", "Section", "texts_in"]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a contract: its id, its icon, what it is called, and what it is for."""

    id: str
    icon: str
    title: str
    lead: str


SECTIONS: tuple[Section, ...] = (
    Section("plan", "follow-up", text("Plan"), text("What is to be done and when: overdue first. What you do, move or leave out is kept with its reason.")),
    Section("agreement", "contract", text("Agreement"), text("Who delivers, for how long, for how much, and how closely it is followed.")),
    Section("requirements", "requirement", text("What was agreed"), text("Every requirement as it was worded when the contract was signed.")),
    Section(
        "meetings",
        "meeting",
        text("Meetings"),
        text("Go through the contract with the supplier, one matter at a time. The minutes are made when you close the meeting."),
    ),
    Section(
        "deviations",
        "deviation",
        text("Deviations"),
        text("What was not as agreed, step by step: talk first, termination last. Each step with its day, ground and document."),
    ),
    Section(
        "evidence",
        "file",
        text("Evidence"),
        text("Certificates, reports and photos, with the days they are valid and the requirements they prove. Drag files here to add them."),
    ),
    Section(
        "chain",
        "supply-chain",
        text("Supply chain"),
        text("Who makes, processes and grows what is delivered, where, and with which risk. What nobody has told counts as a risk."),
    ),
    Section(
        "questionnaires",
        "question",
        text("Self-report"),
        text("The supplier's own answers about due diligence and the contract's terms: send the form, read it back, and see what to put right."),
    ),
    Section(
        "employment",
        "employment",
        text("Jobs and inclusion"),
        text("What the supplier has promised: study visits, language training, internships, apprenticeships and jobs. Only numbers, never who."),
    ),
    Section(
        "findings",
        "check-over",
        text("Already checked?"),
        text("Another municipality's check can spare you and the supplier one of your own. Three tests say what they propose, and you decide."),
    ),
)
"""The sections of a contract, in the order they are shown."""


class ContractScreen:
    """One contract. Values are read anew each time they are asked for, so they are never older than the store."""

    kinds = OF_CONTRACTS

    def __init__(self, store: Store, catalog: Catalog, contract: str, today: Callable[[], date]) -> None:
        """Raises PartMissingError when there is no such contract."""
        self.store = store
        self.catalog = catalog
        self.id = store.part(Contract, contract).id
        self._today = today

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today()

    @property
    def contract(self) -> Contract:
        """The contract as it stands now."""
        return self.store.part(Contract, self.id)

    @property
    def suppliers(self) -> tuple[Supplier, ...]:
        """Its suppliers, by name."""
        return self.store.parts(Supplier, ("name",), contract=self.id)

    @property
    def requirements(self) -> tuple[FrozenRequirement, ...]:
        """Its requirements as they were agreed, in the order of the list."""
        found = self.store.parts(FrozenRequirement, contract=self.id)
        return tuple(sorted(found, key=lambda one: (len(one.number), one.number)))

    @property
    def profile(self) -> Profile:
        """The municipality's profile."""
        return whole_profile(self.store)

    @property
    def evidence(self) -> EvidenceFolder:
        """Where originals are kept."""
        return EvidenceFolder(self.store.file.parent / FOLDER)

    def interrupted(self) -> tuple[Interrupted, ...]:
        """Give the meetings about it that have begun and are not closed, the latest first."""
        return tuple(one for one in interrupted_meetings(self.store.file.parent) if one.contract == self.id)

    def change(self) -> AbstractContextManager[Change]:
        """Change something: ``with screen.change() as change: change.contracts.keep(…)``."""
        return self.store.change()

    def latest(self) -> Mapping[str, Outcome]:
        """Give the latest outcome of each requirement, by the requirement's id; of several on one day the one written last."""
        return {one.requirement: one for one in self.store.parts(Outcome, ("day", "at"), contract=self.id)}
