"""A contract from start to end in both countries with an invented supplier: each step through its screen, and what the log says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.documents.meaning import meant
from tests.documents.readback import read_back
from tests.journeys.whole_contract import PLACES, SIGNED, START, SUPPLIER, Journey, Place, original, sign
from tests.screens.deviation_cases import whole

from kravkompass.catalog.terms import Severity
from kravkompass.followup.activity import KeptActivity, Outcome, State, Status
from kravkompass.followup.deviation import DeviationState, Measure, PlanState
from kravkompass.followup.employment import PromiseKind, Target
from kravkompass.followup.errors import ClosingReasonMissingError, StepIncompleteError, StepsMissingError
from kravkompass.followup.event import Verb
from kravkompass.followup.evidence import Validity
from kravkompass.followup.ladder import Step
from kravkompass.followup.meeting import Attendant, MeetingKind, Pledge, Side
from kravkompass.followup.planning import Occasion
from kravkompass.followup.shared_finding import TakenOver, Use
from kravkompass.followup.supply_chain import RequestOutcome
from kravkompass.language import Languages
from kravkompass.purchases.store import Store
from kravkompass.screens.chronicle import Chronicle
from kravkompass.screens.contract_chain import ChainScreen
from kravkompass.screens.contract_deviations import Deviations
from kravkompass.screens.contract_employment import EmploymentScreen, PointsOutAPersonError
from kravkompass.screens.contract_evidence import EvidenceScreen
from kravkompass.screens.contract_findings import Findings
from kravkompass.screens.contract_meetings import Meetings
from kravkompass.screens.deviation_letters import Letters
from kravkompass.screens.findings_sharing import Sharing
from kravkompass.screens.meeting import READ_THROUGH
from kravkompass.screens.meeting_ending import Ending
from kravkompass.screens.minutes import keep_minutes
from kravkompass.screens.overview import Overview
from kravkompass.screens.taking_in import take_in

ADDED, CHANGED = Verb.ADDED, Verb.CHANGED
WRITTEN = (
    "Semester",
    "Nyss kontrollerat",
    "Besök i lagret",
    "Två av tre intyg saknas",
    "Rutinen följdes inte",
    "Alla tre intyg är kontrollerade",
    "intyg.pdf",
    "Odlingen S.A.",
    "Svar per brev",
    "Går bra",
    "Verksamheten läggs ned",
    "Utvärderat med verksamheten",
)
"""What was written on the way, all of which the chronology tells."""
FIRST_STEPS = (Step.DIALOGUE, Step.NOTICE, Step.ACTION_PLAN)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.country.value)
def test_a_contract_from_start_to_end(store: Store, neighbour: Store, place: Place, tmp_path: Path) -> None:
    journey = sign(store, place)
    _signed(journey)
    _planned(journey)
    deviation = _met(journey)
    _acted(journey, deviation)
    _proved(journey, tmp_path)
    _looked_behind(journey)
    _promised_jobs(journey)
    _shared(journey, neighbour, tmp_path)
    _extended_and_shortened(journey)
    _told(journey, tmp_path)


def _signed(journey: Journey) -> None:
    gained = journey.gained()
    assert gained["contract", ADDED] == gained["supplier", ADDED] == 1
    assert gained["activity", ADDED] == len(journey.activities()) > 3
    assert set(gained) == {("contract", ADDED), ("supplier", ADDED), ("activity", ADDED)}
    assert journey.screen.contract.signed == SIGNED


def _planned(journey: Journey) -> None:
    """What is done, moved, left out and added stays in sight."""
    plan = journey.plan
    coming = [one for one in plan.view().coming if one.occasion in {Occasion.CHECK, Occasion.MEETING}]
    plan.move(coming[-1], coming[-1].day + timedelta(days=14), "Semester")
    plan.drop(coming[-2], "Nyss kontrollerat")
    plan.add("Besök i lagret", date(2027, 9, 1), 60)
    assert journey.gained() == {("activity", CHANGED): 2, ("activity", ADDED): 1}
    assert not plan.view().outdated
    journey.remember()


def _met(journey: Journey) -> str:
    """Hold the start meeting: one requirement is not met, and something is promised. Gives the deviation's id."""
    start = next(one for one in journey.activities() if one.occasion is Occasion.START_MEETING)
    journey.today = start.day
    meetings = Meetings(journey.screen)
    identity = meetings.prepare(journey.supplier, MeetingKind.START, journey.today, journey.place.language)
    meeting = meetings.open(identity)
    meeting.begin()
    meeting.describe(place="Stadshuset", present=(Attendant("Åsa Öst", side=Side.BUYER), Attendant("Bo Berg")))
    severity = {one.id: one.follow_up.severity for one in journey.screen.requirements}
    wrong = next(one for one in meeting.matters if severity[one.about] is not Severity.ZERO_TOLERANCE)
    for one in meeting.matters:
        meeting.write(one.id, status=Status.MET, note="Genomgånget")
    pledge = Pledge("Skicka intyg", "Bo Berg", Side.SUPPLIER, journey.today + timedelta(days=30))
    meeting.write(wrong.id, status=Status.NOT_MET, note="Två av tre intyg saknas", raise_deviation=True, pledges=(pledge,))
    meeting.go(READ_THROUGH)
    ending = Ending(meeting)
    assert ending.missing() == (0, 0)
    assert len(ending.close().outcomes) == len(journey.screen.requirements)
    minutes = keep_minutes(journey.store, identity)
    with journey.store.evidence.open(minutes) as kept:
        result = read_back(kept.read())
    assert not result.faults
    assert "Två av tre intyg saknas" in result.said()
    gained = journey.gained()
    assert gained["meeting", ADDED] == gained["promise", ADDED] == gained["deviation", ADDED] == 1
    assert gained["outcome", ADDED] == len(journey.screen.requirements)
    assert journey.plan.activity(start.id).state is State.DONE
    (dossier,) = Deviations(journey.screen).dossiers()
    assert dossier.deviation.meeting == identity
    return dossier.deviation.id


def _acted(journey: Journey, deviation: str) -> None:
    """Go up the ladder with its letters, have the plan approved and verified, and close; ending the contract is refused on the way."""
    deviations = Deviations(journey.screen)
    letters = Letters(deviations)
    with pytest.raises(StepsMissingError):
        deviations.take(whole(deviations, deviation, Step.TERMINATION))
    with pytest.raises(StepIncompleteError):
        deviations.take(whole(deviations, deviation, Step.DIALOGUE, ground=" "))
    with pytest.raises(ClosingReasonMissingError):
        deviations.close(deviation)
    assert not journey.gained()
    deviations.check_step(whole(deviations, deviation, Step.TERMINATION, skipped="Leverantören har gått i konkurs"))
    for step in FIRST_STEPS:
        letters.take(deviations.dossier(deviation), whole(deviations, deviation, step))
    gained = journey.gained()
    assert gained["ladder_step", ADDED] == len(FIRST_STEPS)
    journey.today += timedelta(days=14)
    proposed = deviations.propose.plan(deviations.dossier(deviation))
    measure = Measure("Nya intyg", "Kvalitetschef", journey.today + timedelta(days=30))
    sent = deviations.keep_plan(replace(proposed, cause="Rutinen följdes inte", measures=(measure,)))
    deviations.answer(sent, PlanState.APPROVED, deadline=journey.today + timedelta(days=40))
    letters.take(deviations.dossier(deviation), whole(deviations, deviation, Step.CHECK))
    journey.today += timedelta(days=35)
    deviations.verify(deviation, journey.today, "Alla tre intyg är kontrollerade")
    deviations.close(deviation)
    gained = journey.gained()
    assert (gained["action_plan", ADDED], gained["action_plan", CHANGED], gained["ladder_step", ADDED]) == (1, 2, 1)
    assert gained["deviation", CHANGED] >= 3
    dossier = deviations.dossier(deviation)
    assert (dossier.deviation.state, dossier.plan and dossier.plan.verified) == (DeviationState.CLOSED, journey.today)
    assert dossier.standing.taken == (*FIRST_STEPS, Step.CHECK)
    assert all(one.document for one in dossier.steps if one.step is not Step.DIALOGUE)
    assert dossier.deviation.outcome in {one.id for one in journey.store.parts(Outcome, contract=journey.contract)}
    journey.remember()


def _proved(journey: Journey, folder: Path) -> None:
    """Evidence that expires is told of, and asked for anew in the plan."""
    screen = EvidenceScreen(journey.screen)
    first = journey.screen.requirements[0].id
    (kept,) = screen.add([take_in(screen.folder, original(folder, "intyg.pdf"))], (first,))
    last = journey.today + timedelta(days=200)
    screen.put(kept.id, issued=journey.today, valid_to=last)
    planned = journey.plan.view()
    assert not planned.outdated
    assert [one.title for one in planned.activities if one.occasion is Occasion.EVIDENCE] == ["intyg.pdf"]
    gained = journey.gained()
    assert (gained["evidence", ADDED], gained["evidence", CHANGED]) == (1, 1)
    now = journey.today
    for day, stands in ((last - timedelta(days=60), Validity.SOON), (last, Validity.SOON), (last + timedelta(days=1), Validity.EXPIRED)):
        journey.today = day
        assert EvidenceScreen(journey.screen).rows()[0].validity is stands
    journey.today = now
    assert not screen.check()
    assert journey.has_lost_nothing()


def _looked_behind(journey: Journey) -> None:
    """The chain has somebody known and somebody nobody has told of; the supplier is asked, and tells."""
    chain = ChainScreen(journey.screen)
    firm = journey.supplier.id
    near = chain.keep(replace(chain.blank(firm), name="Packeriet AB", country="SE"))
    far = chain.keep(chain.blank(firm, near.id, unknown=True))
    assert far.id in {one.link for one in chain.undisclosed()}
    asked = chain.keep_request(chain.blank_request(firm, (far.id,)))
    chain.keep(replace(chain.link(far.id), name="Odlingen S.A.", unknown=False, country="ES", site="Almería"))
    chain.settle(asked, RequestOutcome.TOLD, journey.today, "Svar per brev")
    assert sorted(journey.gained().values()) == [1, 1, 1, 2]
    assert chain.requests[0].outcome is RequestOutcome.TOLD
    assert {view.spot.number for view in chain.chain(firm)} == {"1", "1.1"}


def _promised_jobs(journey: Journey) -> None:
    """A promise with a target, and what came of it in a quarter; nobody can be pointed out."""
    jobs = EmploymentScreen(journey.screen)
    year = journey.today.year
    proposed = jobs.blank_promise(journey.supplier.id)
    promise = jobs.keep_promise(replace(proposed, kind=PromiseKind.INTERNSHIP, number=4, targets=(Target(year, 2),)))
    empty = jobs.outcome(promise, year, 2)
    with pytest.raises(PointsOutAPersonError):
        jobs.keep_outcome(replace(empty, number=1, note="Praktikant 811228-9874"))
    jobs.keep_outcome(replace(empty, number=1, extent=3.0))
    assert sorted(journey.gained().values()) == [1, 1]
    (view,) = jobs.promises(journey.supplier.id)
    assert (view.by_year[year].promised, view.by_year[year].done) == (2, 1)


def _shared(journey: Journey, neighbour: Store, folder: Path) -> None:
    """What was found goes along in a file, and another municipality with the same supplier takes it over."""
    sharing = Sharing(journey.screen)
    chosen = {one.finding.source: "" for one in sharing.choices() if one.held is None}
    file = sharing.write(sharing.package(chosen, sharing.origin), folder / sharing.file_name(journey.place.language))
    assert not journey.gained()
    theirs = sign(neighbour, journey.place, "Grannköping")
    theirs.today = journey.today
    findings = Findings(theirs.screen)
    came = findings.receive(file)
    assert (came.origin, came.new, came.known) == (sharing.origin, len(chosen), 0)
    theirs.gained()
    for offer in findings.offers():
        findings.decide(offer, offer.assessment.use, "", "Redan kontrollerat" if offer.lighter else "")
    decided = theirs.store.parts(TakenOver, contract=theirs.contract)
    reused = [one for one in decided if one.decided is Use.REUSE]
    assert reused
    assert len(decided) == len(chosen)
    gained = theirs.gained()
    assert gained["taken_over", ADDED] == len(chosen)
    assert gained["outcome", ADDED] == len(theirs.store.parts(Outcome, contract=theirs.contract)) == len(reused)
    before = theirs.store.parts(KeptActivity, ("id",), contract=theirs.contract)
    theirs.plan.lay_out_anew()
    assert theirs.store.parts(KeptActivity, ("id",), contract=theirs.contract) == before


def _extended_and_shortened(journey: Journey) -> None:
    """The extension is decided, the contract runs on, ends early, and is evaluated; what was done stays."""
    journey.remember()
    agreement = journey.agreement
    if agreement.open_extension is None:
        agreement.add_extension(12)
    place, before = agreement.open_extension, agreement.last_day
    assert place is not None
    assert before is not None
    journey.today = before - timedelta(days=150)
    agreement.decide(place, journey.today, "Går bra", used=True)
    after = agreement.last_day
    assert after is not None
    assert after > before
    decided = next(one for one in journey.activities(State.DONE) if one.occasion is Occasion.EXTENSION_DECISION)
    assert decided.done == journey.today
    assert journey.has_lost_nothing()
    gained = journey.gained()
    assert gained["contract", CHANGED] >= 1
    assert gained["activity", ADDED] > 0
    journey.remember()
    ended = before + timedelta(days=90)
    journey.today = ended - timedelta(days=30)
    agreement.end(ended, "Verksamheten läggs ned")
    assert agreement.last_day == ended
    assert journey.has_lost_nothing()
    evaluation = next(one for one in journey.activities(State.PLANNED) if one.occasion is Occasion.EVALUATION)
    assert evaluation.planned == ended
    journey.plan.finish(evaluation, journey.today, 90, "Utvärderat med verksamheten")
    gained = journey.gained()
    assert gained["contract", CHANGED] == 1
    journey.remember()
    journey.plan.lay_out_anew()
    assert not journey.gained()
    assert journey.has_lost_nothing()


def _told(journey: Journey, folder: Path) -> None:
    """The yearly report tells of the contract, and the log from the first day to the last."""
    screen = Overview(journey.store, journey.screen.catalog, journey.today)
    for year in (START.year, journey.today.year):
        result = read_back(screen.write(year, Languages(journey.place.language), folder).read_bytes())
        assert not result.faults
        assert journey.screen.contract.title in result.said()
        assert SUPPLIER in result.said()
    said = meant(Chronicle(journey.screen).outline(Languages(journey.place.language)))
    assert not [words for words in WRITTEN if words not in said]
    assert journey.log[0].part == "contract"
    assert not journey.gained()
