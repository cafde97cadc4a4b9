"""Already checked? Findings that came from other municipalities: what they fit here, what the rules propose, and what is decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Stricter
from kravkompass.errors import KnownError, UnknownRequirementError
from kravkompass.followup.activity import KeptActivity, Outcome
from kravkompass.followup.lightening import lightened, next_check, restored
from kravkompass.followup.reuse import Assessment, Fit, assess, fits
from kravkompass.followup.shared_finding import SharedFinding, Spared, TakenOver, Use
from kravkompass.language import text
from kravkompass.purchases.findings_file import kept_by, read_findings_file
from kravkompass.purchases.kinds import Kind
from kravkompass.screens.contract_planning import recorded
from kravkompass.screens.profile import confirmed_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from kravkompass.catalog.requirement import Requirement, Source
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_planning import Recorder


class ReuseReasonMissingError(KnownError):
    """Something else is decided about a finding than the rules propose, without a reason."""

    sentence = text("You decide something else than the tests propose. Write why; one sentence is enough.")


@dataclass(frozen=True, slots=True)
class Received:
    """What reading a package came to: findings that fit this contract and are new, that were there before, and that fit nothing here."""

    origin: str
    new: int
    known: int
    others: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A finding for a requirement at a supplier, what the rules think of it, and what has been decided.

    ``lighter`` is the planned check that a reuse would make lighter; None when there is none, or when it has been decided.
    """

    fit: Fit
    assessment: Assessment
    decision: TakenOver | None
    lighter: KeptActivity | None

    @property
    def id(self) -> str:
        """What the offer is known by: finding, requirement and supplier."""
        return f"{self.fit.finding.id} {self.fit.requirement.id} {self.fit.supplier.id}"


@dataclass(frozen=True, slots=True)
class AgeRule:
    """How old a check may be: years (None when not known), with its sources and what is to be known about it, by language."""

    years: float | None
    sources: tuple[Source, ...]
    note: Mapping[str, str]


def in_catalog(screen: ContractScreen, requirement: str) -> Requirement | None:
    """Give a requirement as the catalog has it now, or the municipality's own; None for one that is in neither."""
    try:
        return screen.catalog.requirement(requirement)
    except UnknownRequirementError:
        return next((one for one in screen.profile.own if one.id == requirement), None)


class Findings:
    """Findings from other municipalities on one contract."""

    kinds = frozenset({Kind.CONTRACTS, Kind.FINDINGS, Kind.OUTCOMES, Kind.ACTIVITIES})

    def __init__(self, screen: ContractScreen) -> None:
        self._screen = screen
        self._store = screen.store

    @property
    def today(self) -> date:
        """The day it is."""
        return self._screen.today

    def rule(self) -> AgeRule:
        """Give how old a check may be today, the buyer's own view first."""
        country = self._screen.contract.country
        name = f"{country.value}-reuse-years"
        rules = replace(self._screen.catalog.rules, confirmed=confirmed_of(self._store.settings()))
        row = rules.row(name, self.today)
        sources = [self._screen.catalog.source(country, one) for one in row.sources] if row is not None else []
        known = tuple(one for one in sources if one is not None)
        return AgeRule(rules.amount(name, self.today), known, row.note if row is not None else {})

    def requirement(self, offer: Offer) -> Requirement | None:
        """Give the requirement as the catalog has it now; None for one it does not have."""
        return in_catalog(self._screen, offer.fit.requirement.requirement)

    def offers(self) -> tuple[Offer, ...]:
        """Give every finding with what it fits here: what is undecided first, then by the number of the requirement."""
        years = self.rule().years
        activities = self._store.parts(KeptActivity, ("day",), contract=self._screen.id)
        decided = {(one.finding, one.requirement, one.supplier): one for one in self._decisions()}
        findings = self._store.parts(SharedFinding, ("day",), contract=self._screen.id)
        suppliers = self._screen.suppliers
        offers = [
            self._offer(fit, years, activities, decided.get((fit.finding.id, fit.requirement.id, fit.supplier.id)))
            for finding in findings
            for fit in fits(finding, self._screen.requirements, suppliers)
        ]
        order = {one.id: place for place, one in enumerate(self._screen.requirements)}
        return tuple(sorted(offers, key=lambda one: (one.decision is not None, order[one.fit.requirement.id])))

    def _offer(self, fit: Fit, years: float | None, activities: tuple[KeptActivity, ...], decision: TakenOver | None) -> Offer:
        assessment = assess(fit.finding, fit.requirement, self.today, years, self._stricter(fit))
        lighter = next_check(fit, activities, self._screen.suppliers) if decision is None else None
        return Offer(fit, assessment, decision, lighter)

    def _stricter(self, fit: Fit) -> Mapping[str, Stricter]:
        known = in_catalog(self._screen, fit.requirement.requirement)
        return known.stricter if known is not None else {}

    def _decisions(self) -> tuple[TakenOver, ...]:
        return self._store.parts(TakenOver, contract=self._screen.id)

    def receive(self, path: Path) -> Received:
        """Read a package, and keep of it what fits this contract. A finding that is there already is not kept again.

        Raises one of the errors of ``findings_errors`` or ``exchange_errors``.
        """
        package = read_findings_file(path)
        known = {(one.origin, one.source) for one in self._store.parts(SharedFinding, contract=self._screen.id)}
        fitting = [one for one in package.findings if fits(one, self._screen.requirements, self._screen.suppliers)]
        fresh = [one for one in fitting if (one.origin, one.source) not in known]
        with self._screen.change() as change:
            for one in kept_by(fresh, self._screen.id, self.today):
                change.contracts.keep(one)
        return Received(package.origin, len(fresh), len(fitting) - len(fresh), len(package.findings) - len(fitting))

    def decide(self, offer: Offer, use: Use, reason: str, lighter: str = "") -> Callable[[], None]:
        """Decide about an offer; ``lighter`` is what the planned check says of becoming lighter, empty when it is to stay.

        A decision that was made before is taken back first. Gives what undoes all of it. Raises ReuseReasonMissingError.
        """
        if use is not offer.assessment.use and not reason.strip():
            raise ReuseReasonMissingError
        with recorded(self._store) as record:
            if offer.decision is not None:
                self._take_back(record, offer.decision)
            decision = TakenOver(
                "",
                self._screen.id,
                offer.fit.finding.id,
                offer.fit.requirement.id,
                offer.fit.supplier.id,
                offer.assessment.use,
                use,
                self.today,
                tuple(one.because.value for one in offer.assessment.judged),
                reason.strip(),
            )
            if use is Use.REUSE:
                spared = self._lighten(record, offer.fit, lighter) if lighter else ()
                decision = replace(decision, outcome=record.keep(self._outcome(offer.fit)).id, spared=spared)
            record.keep(decision)
            return record.undo()

    def _outcome(self, fit: Fit) -> Outcome:
        found = fit.finding
        now = self._store.time().astimezone(UTC).isoformat(timespec="milliseconds")
        taken = Outcome("", self._screen.id, fit.supplier.id, fit.requirement.id, found.day, found.status, found.method)
        return replace(taken, taken_over=found.id, at=now)

    def _lighten(self, record: Recorder, fit: Fit, reason: str) -> tuple[Spared, ...]:
        activities = self._store.parts(KeptActivity, ("day",), contract=self._screen.id)
        check = next_check(fit, activities, self._screen.suppliers)
        if check is None:
            return ()
        lighter, spared = lightened(check, fit.requirement, reason)
        record.keep(lighter)
        return (spared,)

    def take_back(self, decision: TakenOver) -> Callable[[], None]:
        """Take a decision back: its outcome goes, and what became lighter is as it was. The log keeps both. Gives what undoes it."""
        with recorded(self._store) as record:
            self._take_back(record, decision)
            return record.undo()

    def _take_back(self, record: Recorder, decision: TakenOver) -> None:
        requirement = next(one for one in self._screen.requirements if one.id == decision.requirement)
        for spared in decision.spared:
            for activity in self._store.parts(KeptActivity, id=spared.activity):
                record.keep(restored(activity, requirement, spared))
        for outcome in self._store.parts(Outcome, id=decision.outcome):
            record.drop(outcome)
        record.drop(decision)

    def spared(self, decision: TakenOver) -> tuple[tuple[KeptActivity, int], ...]:
        """Give the activities a decision made lighter, as they stand now, with the minutes they were spared."""
        found = ((self._store.parts(KeptActivity, id=one.activity), one.minutes) for one in decision.spared)
        return tuple((activity, minutes) for activities, minutes in found for activity in activities)
