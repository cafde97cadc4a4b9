"""The evidence of a contract: what there is, which requirements it proves, and what has to be asked for anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.evidence import Evidence, Validity, validity
from kravkompass.followup.laying_out import evidence_key
from kravkompass.followup.planning import Occasion
from kravkompass.followup.replanning import is_moved
from kravkompass.purchases.evidence_folder import EvidenceDamagedError, EvidenceLostError
from kravkompass.screens.contract_planning import recorded
from kravkompass.screens.taking_in import as_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kravkompass.errors import KnownError
    from kravkompass.followup.contract import FrozenRequirement
    from kravkompass.followup.replanning import Replanned
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.taking_in import TakenIn

Undo = Callable[[], None]
_PLANNED_BY = frozenset({"valid_to", "replaced_by", "requirements", "supplier"})
"""The fields that the plan is laid out from."""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece of evidence as the table shows it: how it stands in time, the numbers of what it proves, and whose it is."""

    evidence: Evidence
    validity: Validity
    numbers: tuple[str, ...]
    supplier: str

    @property
    def proves_nothing(self) -> bool:
        """Whether nobody has said what it proves."""
        return not self.evidence.requirements and not self.evidence.deviation


@dataclass(frozen=True, slots=True)
class Followed:
    """How the plan stands after a piece of evidence has got another last day.

    ``day`` is when it is asked for anew (None: not any more), ``stays`` whether the buyer had moved that and it stays where she put it.
    """

    day: date | None
    stays: bool
    undo: Undo


class EvidenceScreen:
    """The evidence of a contract."""

    def __init__(self, contract: ContractScreen) -> None:
        self.contract = contract
        self.folder = contract.evidence

    def rows(self) -> tuple[EvidenceRow, ...]:
        """Give the evidence, what has expired or soon will first, then by name. What was replaced stands last."""
        numbers = {one.id: one.number for one in self.contract.requirements}
        suppliers = {one.id: one.name for one in self.contract.suppliers}
        checks, today = self.next_checks(), self.contract.today
        rows = []
        for one in self.contract.store.parts(Evidence, ("name",), contract=self.contract.id):
            days = [checks[requirement] for requirement in one.requirements if requirement in checks]
            proves = sorted((numbers[part] for part in one.requirements if part in numbers), key=lambda number: (len(number), number))
            stands = validity(one, today, min(days, default=None))
            rows.append(EvidenceRow(one, stands, tuple(proves), suppliers.get(one.supplier, "")))
        return tuple(sorted(rows, key=lambda row: (bool(row.evidence.replaced_by), list(Validity).index(row.validity), row.evidence.name)))

    def next_checks(self) -> dict[str, date]:
        """Give the day of the next planned check of each requirement, by its id. Asking for new evidence is no check."""
        found: dict[str, date] = {}
        planned = self.contract.store.parts(KeptActivity, ("day",), contract=self.contract.id, state=State.PLANNED.value)
        for activity in planned:
            for requirement in activity.requirements if activity.occasion is not Occasion.EVIDENCE else ():
                found.setdefault(requirement, activity.day)
        return found

    def add(self, files: Iterable[TakenIn], requirements: tuple[str, ...] = ()) -> tuple[Evidence, ...]:
        """Add files that were taken in, received today. One that is there already, unchanged, is not added twice."""
        there = {(one.fingerprint, one.name) for one in self.contract.store.parts(Evidence, contract=self.contract.id)}
        only = self.contract.suppliers[0].id if len(self.contract.suppliers) == 1 else ""
        with self.contract.change() as change:
            return tuple(
                change.contracts.keep(as_evidence(one, self.contract.id, self.contract.today, only, requirements))
                for one in files
                if (one.checksum, one.name) not in there
            )

    def put(self, evidence: str, **changes: Any) -> Followed | None:  # noqa: ANN401 - the fields of a piece of evidence
        """Say something of a piece of evidence: its days, what it proves, whose it is, a note.

        The plan follows; the answer tells how, when it stands otherwise after another last day or a newer piece.
        """
        with recorded(self.contract.store) as record:
            before = self.contract.store.part(Evidence, evidence)
            after = record.keep(replace(before, **changes))
            if _PLANNED_BY.isdisjoint(changes) or before == after:
                return None
            done = record.plan_anew(self.contract.id, evidence_key(evidence))
            ends = (before.valid_to, before.replaced_by) != (after.valid_to, after.replaced_by)
            return self._followed(after, done, record.undo()) if ends else None

    def drop(self, evidence: Evidence) -> Undo:
        """Take a piece of evidence away, and out of the plan; the log says so, and the original stays kept. Gives what puts it back."""
        with recorded(self.contract.store) as record:
            record.drop(evidence)
            record.plan_anew(self.contract.id, evidence_key(evidence.id))
            return record.undo()

    def _followed(self, evidence: Evidence, done: Replanned, undo: Undo) -> Followed | None:
        store, key = self.contract.store, evidence_key(evidence.id)
        planned = store.parts(KeptActivity, ("day",), contract=self.contract.id, key=key, state=State.PLANNED.value)
        if planned:
            stays = is_moved(planned[0])
            return Followed(planned[0].day, stays, undo) if done or stays else None
        return Followed(None, stays=False, undo=undo) if done.taken else None

    def requirements(self) -> tuple[FrozenRequirement, ...]:
        """Give the requirements it can prove."""
        return self.contract.requirements

    def check(self, done: Callable[[int, int], None] = lambda _done, _of: None) -> tuple[tuple[Evidence, KnownError], ...]:
        """Make sure that every original is what was kept; give those that are not, each with what is wrong."""
        wrong: list[tuple[Evidence, KnownError]] = []
        evidence = self.contract.store.parts(Evidence, ("name",), contract=self.contract.id)
        for place, one in enumerate(evidence):
            done(place, len(evidence))
            try:
                self.folder.open(one.fingerprint).close()
            except (EvidenceLostError, EvidenceDamagedError) as problem:
                wrong.append((one, problem))
        return tuple(wrong)
