"""What is proposed when a deviation is noted or a step taken, so that there is little to write. Nothing here is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Severity
from kravkompass.followup.activity import Outcome
from kravkompass.followup.contract import FrozenRequirement
from kravkompass.followup.deadlines import suggested
from kravkompass.followup.deviation import ActionPlan, Deviation, LadderStep
from kravkompass.followup.ladder import Step
from kravkompass.followup.letter import LETTER_OF
from kravkompass.followup.raising import first_deadline, raised_from
from kravkompass.followup.remedy import remedies
from kravkompass.language import Language, translation
from kravkompass.screens.export import own_language

if TYPE_CHECKING:
    from kravkompass.followup.gathering import Gathering
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.deviation_dossiers import Dossier


class Proposals:
    """Proposals for one contract."""

    def __init__(self, screen: ContractScreen) -> None:
        self._screen = screen

    @property
    def language(self) -> Language:
        """The language the supplier is written to in where nothing else is asked for: the contract's."""
        contract = self._screen.contract
        return Language.parse(contract.language) if contract.language else own_language(contract.country)

    def deviation(self) -> Deviation:
        """Propose a deviation found today, at the only supplier where there is one."""
        suppliers = self._screen.suppliers
        supplier = suppliers[0].id if len(suppliers) == 1 else ""
        today = self._screen.today
        deadline = self.deadline(Severity.ORDINARY, today)
        return Deviation("", self._screen.id, supplier, "", today, "", deadline=deadline)

    def from_outcome(self, outcome: str) -> Deviation | None:
        """Propose the deviation an outcome amounts to; nothing when it is none. Raises PartMissingError."""
        found = self._screen.store.part(Outcome, outcome)
        requirement = self._screen.store.part(FrozenRequirement, found.requirement)
        return raised_from(found, requirement, self._screen.today, self._screen.contract.country, self.language.value)

    def together(self, gathering: Gathering) -> Deviation:
        """Propose one serious deviation that treats small ones together."""
        said, small = translation(self.language), gathering.deviations
        words = said.count(
            "{n} small deviation found between {first} and {last}: {what}",
            "{n} small deviations found between {first} and {last}: {what}",
            len(small),
            first=said.formats.short_date(small[0].found),
            last=said.formats.short_date(small[-1].found),
            what="; ".join(one.what for one in small),
        )
        return replace(
            self.deviation(),
            supplier=gathering.supplier,
            requirement=gathering.requirement,
            what=words,
            severity=Severity.SERIOUS,
            deadline=self.deadline(Severity.SERIOUS, self._screen.today),
            gathers=tuple(one.id for one in small),
        )

    def severity_of(self, requirement: str) -> Severity:
        """Give how serious a breach of a requirement is; ordinary for none."""
        found = next((one for one in self._screen.requirements if one.id == requirement), None)
        return found.follow_up.severity if found is not None else Severity.ORDINARY

    def deadline(self, severity: Severity, day: date) -> date | None:
        """Suggest the deadline of a deviation noted on a day."""
        return first_deadline(severity, day, self._screen.contract.country)

    def step(self, dossier: Dossier, step: Step) -> LadderStep:
        """Propose a step taken today with its ground, its suggested deadline and its letter."""
        deviation, country, today = dossier.deviation, self._screen.contract.country, self._screen.today
        plan_done = dossier.plan.done_by if dossier.plan is not None else None
        offered = remedies(step, country)
        return LadderStep(
            "",
            self._screen.id,
            deviation.id,
            step,
            today,
            self._ground(dossier),
            letter=LETTER_OF.get(step),
            deadline=suggested(step, deviation.severity, today, country, plan_done),
            remedy=offered[0] if len(offered) == 1 else None,
            language=self.language.value,
        )

    def plan(self, dossier: Dossier) -> ActionPlan:
        """Propose a plan that came in today."""
        return ActionPlan("", self._screen.id, dossier.deviation.id, self._screen.today, "", len(dossier.plans) + 1)

    def _ground(self, dossier: Dossier) -> str:
        said, what = translation(self.language), dossier.deviation.what
        if dossier.requirement is None:
            return said.say("The contract is not kept: {what}", what=what)
        return said.say("Requirement {number} is not met: {what}", number=dossier.requirement.number, what=what)
