"""Findings on their way: what one municipality shares, what fits another's contract, and what is decided there, with the log."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.screens.contract_pair import copied, of

from kravkompass.followup.activity import KeptActivity, Outcome, State, Status
from kravkompass.followup.contract import FrozenRequirement, Supplier
from kravkompass.followup.event import Verb
from kravkompass.followup.shared_finding import SharedFinding, TakenOver, Use
from kravkompass.followup.sharing import Held
from kravkompass.language import Language
from kravkompass.purchases.findings_errors import FindingsChangedError
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_findings import Findings, ReuseReasonMissingError
from kravkompass.screens.contract_plan import ContractPlan
from kravkompass.screens.findings_sharing import Sharing


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(copied(tmp_path)) as opened:
        yield opened


@pytest.fixture
def theirs(store: Store) -> ContractScreen:
    """A neighbour's contract, with two requirements checked the way the plan says."""
    return of(store, "Grannköping")


@pytest.fixture
def ours(store: Store) -> ContractScreen:
    """Our contract for the same, with a check planned of three requirements."""
    return of(store, "Provkommunen")


@pytest.fixture
def package(theirs: ContractScreen, tmp_path: Path) -> Path:
    sharing = Sharing(theirs)
    chosen = {one.finding.source: "" for one in sharing.choices()}
    return sharing.write(sharing.package(chosen, sharing.origin), tmp_path / sharing.file_name(Language.SWEDISH))


def decided(findings: Findings) -> TakenOver:
    decision = findings.offers()[-1].decision
    assert decision is not None
    return decision


def first(screen: ContractScreen, package: Path) -> Findings:
    findings = Findings(screen)
    findings.receive(package)
    return findings


def test_exactly_what_is_seen_is_written(theirs: ContractScreen, package: Path) -> None:
    sharing = Sharing(theirs)
    chosen = {one.finding.source: "" for one in sharing.choices()}
    assert package.read_text(encoding="utf-8") == sharing.content(sharing.package(chosen, "Grannköping"))
    assert package.name == "frukt-och-gront-till-forskolor-kontrollresultat-2026-11-22.json"


def test_no_person_leaves(theirs: ContractScreen, package: Path, store: Store) -> None:
    told = package.read_text(encoding="utf-8")
    known = [
        theirs.contract.responsible,
        store.settings().name,
        *(one.name for each in theirs.suppliers for one in each.contacts),
    ]
    assert not [name for name in (*known, "Två av tre") if name and name in told]


def test_a_note_leaves_only_when_chosen_and_without_names(theirs: ContractScreen) -> None:
    sharing = Sharing(theirs)
    one, two = (each.finding.source for each in sharing.choices())
    package = sharing.package({one: "Intyget gäller.", two: f"{theirs.contract.responsible or 'Åsa Öst'} ringde"}, "Grannköping")
    assert [each.note for each in package.findings] == ["Intyget gäller.", ""]
    assert sharing.held("Åsa ringde") is Held.NAME
    assert len(sharing.package({one: ""}, "G").findings) == 1


def test_what_fits_is_kept_and_the_rest_is_counted(store: Store, ours: ContractScreen, package: Path) -> None:
    came = Findings(ours).receive(package)
    assert (came.origin, came.new, came.known, came.others) == ("Grannköping", 2, 0, 0)
    again = Findings(ours).receive(package)
    assert (again.new, again.known) == (0, 2)
    with store.change() as change:
        change.contracts.keep(replace(ours.suppliers[0], number="556011-7482"))
    assert Findings(ours).receive(package).others == 2
    assert Findings(ours).offers() == ()


def test_a_changed_package_leaves_nothing(ours: ContractScreen, package: Path) -> None:
    plain = json.loads(package.read_text(encoding="utf-8"))
    plain["findings"][1]["status"] = "met"
    package.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(FindingsChangedError):
        Findings(ours).receive(package)
    assert ours.store.parts(SharedFinding) == ()


def test_what_is_proposed(ours: ContractScreen, package: Path) -> None:
    offers = first(ours, package).offers()
    assert [one.fit.requirement.id for one in offers] == [one.id for one in ours.requirements[:2]]
    assert [one.assessment.use for one in offers] == [Use.REUSE, Use.PARTIAL]
    assert all(one.lighter is not None for one in offers)


def test_the_age_has_a_source_and_follows_what_the_buyer_has_confirmed(store: Store, ours: ContractScreen, package: Path) -> None:
    findings = first(ours, package)
    rule = findings.rule()
    assert (rule.years, [one.id for one in rule.sources]) == (3, ["husr"])
    with store.change() as change:
        change.keep_settings(replace(store.settings(), confirmed='{"se-reuse-years": 0}'))
    assert findings.offers()[0].assessment.use is Use.OWN_CHECK


def test_a_reuse_is_an_outcome_and_makes_the_next_check_lighter(store: Store, ours: ContractScreen, package: Path) -> None:
    findings = first(ours, package)
    offer = findings.offers()[0]
    assert offer.lighter is not None
    findings.decide(offer, Use.REUSE, "", "K01: kontrollerat av Grannköping")
    (kept,) = store.parts(Outcome, contract=ours.id)
    assert (kept.taken_over, kept.status, kept.day) == (offer.fit.finding.id, Status.MET, date(2026, 10, 1))
    (check,) = store.parts(KeptActivity, contract=ours.id)
    assert check.minutes == offer.lighter.minutes - offer.fit.requirement.follow_up.minutes
    assert offer.fit.requirement.id not in check.requirements
    assert "Grannköping" in check.note
    decided = findings.offers()[-1]
    assert decided.decision is not None
    assert (decided.decision.proposed, decided.decision.decided, decided.lighter) == (Use.REUSE, Use.REUSE, None)
    assert findings.spared(decided.decision) == ((check, offer.fit.requirement.follow_up.minutes),)
    assert [(one.verb, one.part) for one in store.events(ours.id)][-3:] == [
        (Verb.CHANGED, "activity"),
        (Verb.ADDED, "outcome"),
        (Verb.ADDED, "taken_over"),
    ]


def test_a_check_stays_when_the_buyer_wants_it_to(store: Store, ours: ContractScreen, package: Path) -> None:
    before = store.parts(KeptActivity, contract=ours.id)
    findings = first(ours, package)
    findings.decide(findings.offers()[0], Use.REUSE, "Vi tror på dem")
    assert store.parts(KeptActivity, contract=ours.id) == before
    assert len(store.parts(Outcome, contract=ours.id)) == 1


@pytest.mark.parametrize("use", [Use.PARTIAL, Use.OWN_CHECK])
def test_something_else_than_proposed_wants_a_reason(store: Store, ours: ContractScreen, package: Path, use: Use) -> None:
    findings = first(ours, package)
    offer = findings.offers()[0]
    with pytest.raises(ReuseReasonMissingError):
        findings.decide(offer, use, "  ", "lättare")
    findings.decide(offer, use, "Vi vill se själva", "lättare")
    (kept,) = store.parts(TakenOver)
    assert (kept.decided, kept.reason, kept.outcome, kept.spared) == (use, "Vi vill se själva", "", ())
    assert store.parts(Outcome, contract=ours.id) == ()
    assert kept.because == tuple(one.because.value for one in offer.assessment.judged)


def test_a_decision_can_be_changed_and_taken_back(store: Store, ours: ContractScreen, package: Path) -> None:
    (before,) = store.parts(KeptActivity, contract=ours.id)
    findings = first(ours, package)
    findings.decide(findings.offers()[0], Use.REUSE, "", "lättare")
    findings.decide(findings.offers()[-1], Use.OWN_CHECK, "Vi ser själva")
    (after,) = store.parts(KeptActivity, contract=ours.id)
    assert (set(after.requirements), after.minutes) == (set(before.requirements), before.minutes)
    assert store.parts(Outcome, contract=ours.id) == ()
    findings.take_back(decided(findings))
    assert store.parts(TakenOver) == ()
    assert [one.part for one in store.events(ours.id) if one.verb is Verb.REMOVED and one.part != "activity"] == [
        "outcome",
        "taken_over",
        "taken_over",
    ]


def test_a_check_of_one_thing_falls_away_with_the_reason(store: Store, ours: ContractScreen, package: Path) -> None:
    (check,) = store.parts(KeptActivity, contract=ours.id)
    with store.change() as change:
        change.contracts.keep(replace(check, requirements=check.requirements[:1]))
    findings = first(ours, package)
    findings.decide(findings.offers()[0], Use.REUSE, "", "K01: kontrollerat av Grannköping")
    (after,) = store.parts(KeptActivity, contract=ours.id)
    assert (after.state, after.reason) == (State.DROPPED, "K01: kontrollerat av Grannköping")
    findings.take_back(decided(findings))
    (back,) = store.parts(KeptActivity, contract=ours.id)
    assert (back.state, back.requirements, back.minutes) == (State.PLANNED, check.requirements[:1], check.minutes)


def test_what_was_taken_over_is_not_passed_on(ours: ContractScreen, package: Path) -> None:
    findings = first(ours, package)
    findings.decide(findings.offers()[0], Use.REUSE, "")
    assert Sharing(ours).choices() == ()


def test_a_finding_on_another_supplier_of_the_contract(store: Store, ours: ContractScreen, package: Path) -> None:
    with store.change() as change:
        change.contracts.keep(Supplier("", ours.id, "Bananer AB", "556011-7482"))
    offers = first(ours, package).offers()
    assert {one.fit.supplier.name for one in offers} == {"Grönt i Provstad AB"}
    assert [one.lighter for one in offers] == [None, None], "the planned check concerns the other supplier too"


def test_values_are_kept_at_signing(ours: ContractScreen) -> None:
    with_values = [one for one in ours.requirements if one.values]
    assert with_values
    assert all(one.feature for one in ours.requirements)
    assert isinstance(with_values[0], FrozenRequirement)


def test_a_decision_is_undone_as_a_whole(store: Store, ours: ContractScreen, package: Path) -> None:
    before = store.parts(KeptActivity, contract=ours.id)
    findings = first(ours, package)
    undo = findings.decide(findings.offers()[0], Use.REUSE, "", "lättare")
    undo()
    assert (store.parts(KeptActivity, contract=ours.id), store.parts(Outcome, contract=ours.id)) == (before, ())
    assert store.parts(TakenOver) == ()
    findings.decide(findings.offers()[0], Use.REUSE, "", "lättare")
    lighter = store.parts(KeptActivity, contract=ours.id)
    findings.take_back(decided(findings))()
    assert store.parts(KeptActivity, contract=ours.id) == lighter
    assert len(store.parts(TakenOver)) == 1


def test_a_plan_laid_out_anew_keeps_what_was_spared(store: Store, ours: ContractScreen, package: Path) -> None:
    with store.change() as change:
        for one in store.parts(KeptActivity, contract=ours.id):
            change.contracts.drop(one)
    plan = ContractPlan(ours)
    plan.lay_out_anew()
    findings = first(ours, package)
    offer = findings.offers()[0]
    findings.decide(offer, Use.REUSE, "", "K01: kontrollerat av Grannköping")
    spared = decided(findings).spared[0]
    after = store.part(KeptActivity, spared.activity)
    assert not plan.view().outdated
    plan.lay_out_anew()
    assert store.part(KeptActivity, spared.activity) == after
    assert offer.fit.requirement.id not in after.requirements
