"""The self-report of a supplier: out, back, looked at, taken in; every no can become a deviation, and nothing is written over silently."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.screens.chain_contract import TODAY, firm, signed

from kravkompass.catalog.terms import Country, RiskArea, RiskLevel, Severity
from kravkompass.errors import KnownError
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.questionnaire import Answer, Form, Questionnaire
from kravkompass.language import Language, translation
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_questionnaire import QuestionnaireScreen
from kravkompass.screens.questionnaire_paper import PaperAnswers
from kravkompass.screens.taking_in import take_in


@pytest.fixture
def contract(store: Store) -> ContractScreen:
    return signed(store)


@pytest.fixture
def screen(contract: ContractScreen) -> QuestionnaireScreen:
    return QuestionnaireScreen(contract)


@pytest.fixture
def sent(screen: QuestionnaireScreen) -> Questionnaire:
    return screen.send(screen.propose(firm(screen.contract).id))


def answered(screen: QuestionnaireScreen, sent: Questionnaire, folder: Path, answers: dict[str, str], name: str = "svar.xlsx") -> Path:
    book = load_workbook(io.BytesIO(screen.write(sent, folder / "form.xlsx").read_bytes()))
    for row in book.worksheets[0].iter_rows(max_col=3):
        if str(row[0].value) in answers:
            row[2].value = answers[str(row[0].value)]
    book.save(folder / name)
    return folder / name


NO = {"policy-answer": "Ja", "risk-answer": "Nej", "risk-plan": "Klart i juni", "SE-FOOD-51-answer": "Nej"}


def test_a_swedish_form_has_the_day_the_buyer_sets(screen: QuestionnaireScreen) -> None:
    proposed = screen.propose(firm(screen.contract).id)
    assert (proposed.form, proposed.language, proposed.sent, proposed.due) == (Form.FULL, "sv", TODAY, None)


@pytest.mark.parametrize(
    ("today", "due"), [(date(2027, 2, 15), date(2027, 3, 29)), (date(2027, 3, 1), date(2027, 3, 29)), (date(2027, 4, 1), date(2027, 5, 13))]
)
def test_a_norwegian_form_is_due_six_weeks_after_the_signing(store: Store, today: date, due: date) -> None:
    screen = QuestionnaireScreen(signed(store, Country.NORWAY, today))
    assert screen.propose(firm(screen.contract).id).due == due


def test_the_full_form_is_proposed_above_the_limits(store: Store) -> None:
    large = signed(store, Country.NORWAY, value=60_000_000.0, risks={RiskArea.LABOUR: RiskLevel.HIGH})
    screen = QuestionnaireScreen(large)
    assert screen.propose(firm(large).id).form is Form.SIMPLIFIED
    assert screen.propose(firm(large).id, is_large=True).form is Form.FULL
    assert [amount for _, amount in screen.limits()] == [50_000_000, 250, 500_000_000, 430_000_000]


def test_what_comes_back_changes_nothing_until_it_is_taken(screen: QuestionnaireScreen, sent: Questionnaire, tmp_path: Path) -> None:
    back = screen.read(sent, answered(screen, sent, tmp_path, NO))
    assert screen.questionnaires == (sent,)
    assert (back.writes_over, back.is_the_same, back.differs, back.not_taken) == (False, False, (), ())
    taken = screen.take(back)
    assert taken.to_correct == ("risk", "SE-FOOD-51")
    assert (taken.returned, taken.answers["policy"].answer, taken.answers["risk"].plan) == (TODAY, Answer.YES, "Klart i juni")
    assert screen.questionnaires == (taken,)


def test_the_original_is_kept_as_evidence_by_its_checksum(screen: QuestionnaireScreen, sent: Questionnaire, tmp_path: Path) -> None:
    path = answered(screen, sent, tmp_path, NO)
    taken = screen.take(screen.read(sent, path))
    evidence = screen.evidence(taken)
    assert evidence is not None
    assert evidence.fingerprint == taken.original == sha256(path.read_bytes()).hexdigest()
    assert (evidence.name, evidence.supplier) == ("svar.xlsx", firm(screen.contract).id)
    with screen.contract.evidence.open(taken.original) as original:
        assert original.read() == path.read_bytes()


def test_another_file_is_compared_and_never_taken_silently(screen: QuestionnaireScreen, sent: Questionnaire, tmp_path: Path) -> None:
    first = answered(screen, sent, tmp_path, NO)
    taken = screen.take(screen.read(sent, first))
    assert screen.read(taken, first).is_the_same
    second = answered(screen, sent, tmp_path, NO | {"risk-answer": "Delvis"}, "nytt.xlsx")
    back = screen.read(taken, second)
    assert back.writes_over
    assert [(one.name, getattr(one.before, "answer", ""), getattr(one.after, "answer", "")) for one in back.differs] == [
        ("risk", Answer.NO, Answer.PARTLY)
    ]
    assert screen.questionnaires == (taken,)
    again = screen.take(back)
    assert again.earlier == (taken.original,)
    assert len(screen.contract.store.parts(Evidence, contract=screen.contract.id)) == 2
    with screen.contract.evidence.open(taken.original) as original:
        assert original.read() == first.read_bytes()


def test_every_no_can_become_a_deviation(screen: QuestionnaireScreen, sent: Questionnaire, tmp_path: Path) -> None:
    taken = screen.take(screen.read(sent, answered(screen, sent, tmp_path, NO)))
    assert not screen.is_raised(taken, "risk")
    general = screen.raise_deviation(taken, "risk")
    assert (general.requirement, general.severity, general.supplier) == ("", Severity.ORDINARY, firm(screen.contract).id)
    assert general.what.endswith("\nKlart i juni")
    assert general.deadline is not None
    assert screen.is_raised(taken, "risk")
    own = screen.raise_deviation(taken, "SE-FOOD-51")
    requirement = next(one for one in screen.contract.requirements if one.requirement == "SE-FOOD-51")
    assert (own.requirement, own.severity) == (requirement.id, requirement.follow_up.severity)
    assert own.evidence == (taken.evidence,)
    assert len(screen.contract.store.parts(Deviation, contract=screen.contract.id)) == 2


def test_what_is_typed_in_from_paper_is_what_a_file_would_have_said(
    screen: QuestionnaireScreen, sent: Questionnaire, tmp_path: Path
) -> None:
    came = screen.read(sent, answered(screen, sent, tmp_path, NO)).came
    paper = PaperAnswers(screen, sent)
    assert [field.name for field in paper.fields] == [one.field.name for one in screen.read(sent, tmp_path / "svar.xlsx").form.filled]
    assert {field.name for field in paper.fields} >= NO.keys()
    assert len({field.name for part in paper.parts for field in part.fields}) == len(paper.fields)
    draft = paper.keep({**paper.values(), **NO})
    assert (draft.answers, draft.told, draft.returned) == (came.answers, came.told, None)
    again = PaperAnswers(screen, draft)
    assert {name: value for name, value in again.values().items() if name in NO} == NO
    scan = tmp_path / "papper.pdf"
    scan.write_bytes(b"%PDF-1.7 papper")
    taken = again.take(again.values(), date(2027, 5, 1), [take_in(screen.contract.evidence, scan)])
    assert (taken.answers, taken.told, taken.returned, taken.to_correct) == (came.answers, came.told, date(2027, 5, 1), came.to_correct)
    evidence = screen.evidence(taken)
    assert evidence is not None
    assert (evidence.name, evidence.fingerprint, evidence.supplier) == ("papper.pdf", taken.original, sent.supplier)
    with screen.contract.evidence.open(taken.original) as original:
        assert original.read() == b"%PDF-1.7 papper"
    assert screen.questionnaires == (taken,)


def test_paper_without_a_scan_and_from_before_the_signing(screen: QuestionnaireScreen, sent: Questionnaire, tmp_path: Path) -> None:
    came = screen.take(screen.read(sent, answered(screen, sent, tmp_path, NO)))
    corrected = PaperAnswers(screen, came)
    taken = corrected.take({**corrected.values(), "risk-answer": "Ja"}, date(2027, 5, 2))
    assert (taken.original, taken.evidence, taken.earlier) == (came.original, came.evidence, came.earlier)
    assert "risk" not in taken.to_correct
    early = PaperAnswers(screen, screen.from_before(firm(screen.contract).id))
    kept = early.take(early.values(), date(2027, 2, 1))
    assert (kept.id in {one.id for one in screen.questionnaires}, kept.original) == (True, "")
    assert {one.answer for one in kept.answers.values()} == {Answer.NONE}


def test_questions_and_fields_are_said(screen: QuestionnaireScreen, sent: Questionnaire) -> None:
    t = translation(Language.NYNORSK)
    assert screen.question("policy", t).endswith("?")
    assert screen.question("SE-FOOD-51", t).startswith("K01 ")
    assert screen.question("gone", t) == "gone"
    assert screen.field_name(sent, "supplier-name") == "Företag"
    assert screen.field_name(sent, "gone") == "gone"


def test_a_form_is_taken_away_and_put_back(screen: QuestionnaireScreen, sent: Questionnaire) -> None:
    undo = screen.drop(sent)
    assert not screen.questionnaires
    undo()
    assert list(screen.questionnaires) == [sent]


@pytest.mark.parametrize("ending", ["pdf", "xlsx"])
@pytest.mark.parametrize("language", list(Language))
def test_the_form_is_written_in_the_language_it_was_sent_in(
    screen: QuestionnaireScreen, sent: Questionnaire, language: Language, ending: str, tmp_path: Path
) -> None:
    other = replace(sent, language=language.value)
    path = screen.write(other, tmp_path / screen.file_name(other, ending))
    back = screen.read(other, path)
    assert back.form.about.language == language.value
    assert back.came.to_correct == ()


def test_what_is_no_form_is_told(screen: QuestionnaireScreen, sent: Questionnaire, tmp_path: Path) -> None:
    (tmp_path / "fel.xlsx").write_bytes(b"PK fel")
    with pytest.raises(KnownError):
        screen.read(sent, tmp_path / "fel.xlsx")
    with pytest.raises(KnownError):
        screen.read(sent, tmp_path / "finns inte.pdf")
