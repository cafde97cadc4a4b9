"""A contract's deviations: noted, taken up the whole ladder in both countries, closed and opened again, and never past the rules."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import docx
import pypdfium2
import pytest
from tests.purchases.contract_samples import outcome
from tests.screens.deviation_cases import TODAY, deviations_in, noted, whole

from kravkompass.catalog.terms import Country, Severity
from kravkompass.followup.activity import Status
from kravkompass.followup.deviation import DeviationState, Measure, PlanState
from kravkompass.followup.errors import (
    ClosedError,
    ClosingReasonMissingError,
    NoSupplierError,
    NotDescribedError,
    PeopleFirstError,
    ReopeningReasonMissingError,
    SeverityError,
    StepsMissingError,
)
from kravkompass.followup.ladder import Step
from kravkompass.followup.letter import LetterKind
from kravkompass.guidance.profile import Contact, Profile
from kravkompass.language import Language, Languages
from kravkompass.purchases.errors import PartMissingError
from kravkompass.purchases.profile_file import profile_content
from kravkompass.purchases.store import Store
from kravkompass.screens.contract_deviations import Deviations
from kravkompass.screens.deviation_letters import Letters
from kravkompass.screens.export_formats import Format


@pytest.fixture
def deviations(store: Store) -> Deviations:
    return deviations_in(store)


@pytest.mark.parametrize("country", Country)
def test_the_whole_ladder(store: Store, country: Country) -> None:
    deviations = deviations_in(store, country)
    letters = Letters(deviations)
    first = noted(deviations).deviation
    for step in Step:
        dossier = deviations.dossier(first.id)
        assert dossier.standing.next is step
        letters.take(dossier, whole(deviations, first.id, step))
    dossier = deviations.dossier(first.id)
    assert dossier.standing.taken == tuple(Step)
    assert dossier.standing.next is None
    for one in dossier.steps:
        assert bool(one.document) == (one.step is not Step.DIALOGUE)
        if one.document:
            with deviations.screen.evidence.open(one.document) as kept, pypdfium2.PdfDocument(kept.read()) as pdf:
                assert "Grönt i Provstad 1 AB" in pdf[0].get_textpage().get_text_range()
    assert dossier.deviation.deadline is not None
    deviations.verify(first.id, TODAY, "Nya certifikat från båda odlingarna")
    deviations.close(first.id)
    assert deviations.dossier(first.id).deviation.state is DeviationState.CLOSED


def test_termination_is_refused_and_nothing_is_kept(deviations: Deviations) -> None:
    first = noted(deviations).deviation
    letters = Letters(deviations)
    before = deviations.screen.store.events(deviations.screen.id)
    with pytest.raises(StepsMissingError):
        letters.take(deviations.dossier(first.id), whole(deviations, first.id, Step.TERMINATION))
    assert deviations.dossier(first.id).steps == ()
    assert deviations.screen.store.events(deviations.screen.id) == before
    assert list(deviations.screen.evidence.kept()) == []
    skipping = whole(deviations, first.id, Step.TERMINATION, skipped="Leverantören är i konkurs")
    letters.take(deviations.dossier(first.id), skipping)
    assert deviations.dossier(first.id).standing.skipped == tuple(Step)[:-1]


def test_a_step_can_be_taken_back_at_once(deviations: Deviations) -> None:
    first = noted(deviations).deviation
    undo = deviations.take(whole(deviations, first.id, Step.DIALOGUE))
    assert deviations.dossier(first.id).deviation.deadline == date(2027, 9, 15)
    undo()
    assert deviations.dossier(first.id).steps == ()
    assert deviations.dossier(first.id).deviation == first


def test_the_order_is_open_first_by_deadline(deviations: Deviations) -> None:
    late, later, closed = (
        noted(deviations, what=what, deadline=TODAY + timedelta(days=days)).deviation for what, days in (("a", -1), ("b", 5), ("c", 1))
    )
    without = noted(deviations, what="d", deadline=None).deviation
    deviations.close(closed.id, "Anmäld av misstag")
    assert [one.deviation.id for one in deviations.dossiers()] == [late.id, later.id, without.id, closed.id]
    assert [one.deviation.is_overdue(TODAY) for one in deviations.dossiers()] == [True, False, False, False]


def test_what_a_deviation_wants(store: Store, deviations: Deviations) -> None:
    with pytest.raises(NotDescribedError):
        deviations.note(deviations.propose.deviation())
    two = deviations_in(store, suppliers=2)
    assert two.propose.deviation().supplier == ""
    with pytest.raises(NoSupplierError):
        two.note(replace(two.propose.deviation(), what="Fel"))
    with pytest.raises(PartMissingError):
        deviations.dossier("nothing")


def test_noting_can_be_undone(deviations: Deviations) -> None:
    kept, undo = deviations.note(replace(deviations.propose.deviation(), what="Fel"))
    _, back = deviations.note(replace(kept, what="Annat fel", severity=Severity.SERIOUS))
    back()
    assert deviations.dossier(kept.id).deviation == kept
    undo()
    assert deviations.dossiers() == ()


def test_a_deviation_out_of_an_outcome(deviations: Deviations) -> None:
    requirement = deviations.screen.requirements[0]
    supplier = deviations.screen.suppliers[0]
    with deviations.screen.change() as change:
        one = change.contracts.keep(outcome(deviations.screen.id, requirement.id, supplier=supplier.id, status=Status.NOT_MET, note=""))
        met = change.contracts.keep(outcome(deviations.screen.id, requirement.id, supplier=supplier.id, status=Status.MET))
    proposed = deviations.propose.from_outcome(one.id)
    assert proposed is not None
    assert (proposed.what, proposed.severity, proposed.outcome) == ("not_met K01 sv", Severity.SERIOUS, one.id)
    kept, _ = deviations.note(proposed)
    assert deviations.dossier(kept.id).requirement == requirement
    assert deviations.propose.from_outcome(met.id) is None


def test_small_ones_are_shown_together_and_only_gathered_by_the_buyer(deviations: Deviations) -> None:
    for number in range(3):
        noted(deviations, found=TODAY - timedelta(days=number))
    (gathering,) = deviations.gatherings()
    assert len(deviations.dossiers()) == 3
    together, _ = deviations.note(deviations.propose.together(gathering))
    assert together.severity is Severity.SERIOUS
    assert len(deviations.dossier(together.id).gathered) == 3
    assert deviations.gatherings() == ()
    source = deviations.practice_source()
    assert source is not None
    assert source.publisher == "Upphandlingsmyndigheten"


def test_a_plan_is_sent_back_and_then_approved(deviations: Deviations) -> None:
    first = noted(deviations, severity=Severity.ZERO_TOLERANCE)
    plan = replace(deviations.propose.plan(first), cause="Ny odlare", measures=(Measure("Kontroll", "Kvalitetschef", date(2027, 10, 30)),))
    kept = deviations.keep_plan(plan)
    back = deviations.answer(kept, PlanState.SENT_BACK, "Det saknas hur plockarna skyddas", date(2027, 9, 8))
    assert deviations.dossier(first.deviation.id).deviation.deadline == date(2027, 9, 8)
    with pytest.raises(PeopleFirstError):
        deviations.answer(back, PlanState.APPROVED)
    second = deviations.propose.plan(deviations.dossier(first.deviation.id))
    assert (back.number, second.number) == (1, 2)
    again = deviations.keep_plan(replace(second, cause="Ny odlare", measures=plan.measures, people="Lönerna har betalats ut"))
    approved = deviations.answer(again, PlanState.APPROVED)
    assert approved.decided == TODAY
    dossier = deviations.dossier(first.deviation.id)
    check = deviations.propose.step(dossier, Step.CHECK)
    assert check.deadline == date(2027, 11, 1)  # the plan is done on a Saturday
    deviations.verify(first.deviation.id, TODAY, "Lönespecifikationer")
    verified = deviations.dossier(first.deviation.id)
    assert verified.plan is not None
    assert verified.plan.verified == TODAY


def test_closing_and_opening_again(deviations: Deviations) -> None:
    first = noted(deviations).deviation
    with pytest.raises(ClosingReasonMissingError):
        deviations.close(first.id)
    deviations.verify(first.id, TODAY, "Certifikaten har kommit in", ("e",))
    deviations.close(first.id)
    with pytest.raises(ClosedError):
        deviations.take(whole(deviations, first.id, Step.DIALOGUE))
    with pytest.raises(ReopeningReasonMissingError):
        deviations.reopen(first.id, " ")
    deviations.reopen(first.id, "Samma fel igen")
    again = deviations.dossier(first.id).deviation
    assert (again.state, again.verified, again.evidence, again.reopened_reason) == (DeviationState.OPEN, None, (), "Samma fel igen")
    with pytest.raises(ClosingReasonMissingError):
        deviations.close(first.id)
    deviations.close(first.id, "Kravet har utgått")
    assert deviations.dossier(first.id).deviation.closing_reason == "Kravet har utgått"


def test_severity_that_steps_rest_on_is_not_lowered(deviations: Deviations) -> None:
    first = noted(deviations, severity=Severity.ZERO_TOLERANCE).deviation
    deviations.take(whole(deviations, first.id, Step.ACTION_PLAN))
    with pytest.raises(SeverityError):
        deviations.note(replace(deviations.dossier(first.id).deviation, severity=Severity.ORDINARY))


def test_letters_are_saved_and_kept(deviations: Deviations, tmp_path: Path) -> None:
    letters = Letters(deviations)
    first = noted(deviations)
    step = whole(deviations, first.deviation.id, Step.NOTICE, skipped="Har redan talats vid", free="Ring gärna.", language="nb")
    made = letters.with_step(first, step)
    assert letters.file_name(made, Format.PDF).startswith("frukt-och-gront-till-forskolor-reklamasjon-avvik-fra-kontrakten-2027-09-01")
    letters.write(made, tmp_path / "a.pdf")
    letters.write(made, tmp_path / "a.docx")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    body = docx.Document(io.BytesIO((tmp_path / "a.docx").read_bytes())).element.body
    assert "Ring gärna." in "".join(node.text or "" for node in body.iter())
    letters.take(first, step)
    kept = deviations.dossier(first.deviation.id).steps[0]
    with deviations.screen.evidence.open(kept.document) as original:
        assert original.read() == (tmp_path / "a.pdf").read_bytes()
    again = letters.with_step(deviations.dossier(first.deviation.id), kept)
    assert letters.outline(again) == letters.outline(made)


def test_the_contact_is_the_profiles_or_the_name(store: Store, deviations: Deviations) -> None:
    letters = Letters(deviations)
    assert letters.contact() == "Åsa Öst"
    profile = Profile(contacts=(Contact("Bo Ek", "Inköpschef", "bo@provkommunen.example", "010-1"),))
    with store.change() as change:
        change.keep_settings(replace(store.settings(), profile=profile_content(profile, people=True).decode()))
    assert letters.contact() == "Bo Ek, Inköpschef, 010-1, bo@provkommunen.example"


def test_an_answer_and_a_confirmation_are_kept(deviations: Deviations) -> None:
    letters = Letters(deviations)
    first = noted(deviations)
    plan = deviations.keep_plan(replace(deviations.propose.plan(first), cause="Ny odlare", measures=(Measure("Kontroll"),)))
    approved = deviations.answer(plan, PlanState.APPROVED)
    letters.answered(approved, letters.written(first, LetterKind.PLAN_APPROVED, Languages(Language.SWEDISH), plan=approved))
    deviations.verify(first.deviation.id, TODAY, "Sett")
    deviations.close(first.deviation.id)
    closed = deviations.dossier(first.deviation.id)
    letters.confirmed(first.deviation.id, letters.written(closed, LetterKind.CLOSED, Languages(Language.SWEDISH)))
    dossier = deviations.dossier(first.deviation.id)
    assert dossier.plan is not None
    assert {dossier.plan.answer, dossier.deviation.confirmation} == set(deviations.screen.evidence.kept())
