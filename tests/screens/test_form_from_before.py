"""A self-report that the wizard wrote before the signing: the contract takes it when the list is the one that was agreed, or says what differs."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from openpyxl import load_workbook
from tests.catalog.real import catalog
from tests.guidance.made import TODAY
from tests.screens.contract_pair import copied, of

from kravkompass.documents.pdf import render
from kravkompass.documents.questionnaire_form import OtherList
from kravkompass.followup.contract import FrozenRequirement
from kravkompass.followup.questionnaire import Answer, Form
from kravkompass.language import Language, translation
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_questionnaire import QuestionnaireScreen
from kravkompass.screens.export import DocumentKind, outline
from kravkompass.screens.export_formats import Wish

SV, NB, NN = Language.SWEDISH, Language.BOKMAL, Language.NYNORSK


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(copied(tmp_path_factory.mktemp("before"))) as opened:
        yield opened


@pytest.fixture
def contract(store: Store) -> ContractScreen:
    return of(store, "Provkommunen")


@pytest.fixture
def screen(contract: ContractScreen) -> QuestionnaireScreen:
    return QuestionnaireScreen(contract)


def filled_in(contract: ContractScreen, folder: Path, values: Mapping[str, str], language: Language = SV, beside: Language | None = None) -> Path:
    """The form that the wizard writes of the contract's purchase, filled in by the supplier."""
    purchase = contract.store.purchase(contract.contract.purchase)
    data = render(outline(DocumentKind.SELF_REPORT, purchase, catalog(), TODAY, Wish(language=language, beside=beside)))
    path = folder / "egenrapport.pdf"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fields: Mapping[str, Any] = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        for name, value in values.items():
            fields[name].V = pikepdf.String(value)
        pdf.save(path)
    return path


def terms(screen: QuestionnaireScreen) -> list[str]:
    """The ids of the terms that the supplier reports on."""
    form = screen.document(screen.from_before(screen.contract.suppliers[0].id))
    return [word.removeprefix("term:").split("=")[0] for word in form.keywords if word.startswith("term:")]


@pytest.mark.parametrize(("language", "beside"), [(SV, None), (SV, NB), (NN, SV)])
def test_it_is_taken_when_the_list_is_the_one_that_was_agreed(
    screen: QuestionnaireScreen, tmp_path: Path, language: Language, beside: Language | None
) -> None:
    yes, no = (translation(language).say(word) for word in ("Yes", "No"))
    first = terms(screen)[0]
    told = {"policy-answer": yes, "risk-answer": no, "risk-plan": "Klart i juni", f"{first}-answer": no}
    path = filled_in(screen.contract, tmp_path, told, language, beside)
    back = screen.read(screen.from_before(screen.contract.suppliers[0].id), path)
    assert back.other_list == OtherList()
    assert (back.form.list_changed, back.not_taken, back.form.missing, back.form.unknown) == (False, (), (), ())
    taken = screen.take(back)
    assert (taken.form, taken.language, taken.sent) == (Form.FULL, language.value, screen.contract.contract.signed)
    assert (taken.answers["policy"].answer, taken.answers["risk"].plan) == (Answer.YES, "Klart i juni")
    assert taken.to_correct == ("risk", first)
    assert taken in screen.questionnaires
    evidence = screen.evidence(taken)
    assert evidence is not None
    assert evidence.name == path.name
    assert screen.read(taken, path).is_the_same


def test_what_differs_is_told_by_requirement_and_answers_to_other_words_are_not_taken(
    screen: QuestionnaireScreen, contract: ContractScreen, tmp_path: Path
) -> None:
    reworded, gone, *_ = terms(screen)
    path = filled_in(contract, tmp_path, {f"{reworded}-answer": "Ja", f"{gone}-answer": "Ja", "policy-answer": "Ja"})
    kept = {one.requirement: one for one in contract.requirements}
    changed = kept[reworded]
    texts = {name: replace(one, demand=f"{one.demand} Inom 20 dagar.") for name, one in changed.texts.items()}
    with contract.change() as change:
        change.contracts.keep(replace(changed, texts=texts))
        change.contracts.drop(kept[gone])
        change.contracts.keep(replace(kept[gone], id="", requirement="SE-NEW-1", number="K99"))
    try:
        back = screen.read(screen.from_before(contract.suppliers[0].id), path)
        assert back.other_list == OtherList((reworded,), ("SE-NEW-1",), (gone,))
        assert reworded not in back.came.answers
        assert gone not in back.came.answers
        assert back.came.answers["policy"].answer is Answer.YES
        t = translation(NB)
        assert screen.question(reworded, t).startswith(changed.number)
        assert screen.question(gone, t).startswith(f"{gone} ")
    finally:
        with contract.change() as change:
            change.contracts.keep(changed)
            for one in contract.store.parts(FrozenRequirement, contract=contract.id):
                if one.requirement == "SE-NEW-1":
                    change.contracts.drop(one)
            change.contracts.keep(kept[gone])


def test_a_form_in_two_languages_is_kept_and_read_by_id(screen: QuestionnaireScreen, tmp_path: Path) -> None:
    sent = screen.send(replace(screen.propose(screen.contract.suppliers[0].id), language="nn-sv"))
    for ending in ("pdf", "xlsx"):
        path = screen.write(sent, tmp_path / screen.file_name(sent, ending))
        assert path.name.endswith(f"-nn-sv.{ending}")
        back = screen.read(sent, path)
        assert (back.form.about.language, back.other_list, back.form.missing, back.form.unknown) == ("nn", None, (), ())
    with pikepdf.open(tmp_path / screen.file_name(sent, "pdf")) as pdf:
        fields: Mapping[str, Any] = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        assert [str(one) for one in list(fields["policy-answer"].Opt)[-1]] == ["Nei", "Nei / Nej"]
        fields["policy-answer"].V = pikepdf.String("Nei")
        fields["policy-describe"].V = pikepdf.String("Vi skriv på norsk")
        pdf.save(tmp_path / "svar.pdf")
    back = screen.read(sent, tmp_path / "svar.pdf")
    assert (back.came.answers["policy"].answer, back.came.answers["policy"].words) == (Answer.NO, "Vi skriv på norsk")
    assert back.came.language == "nn-sv"
    book = load_workbook(tmp_path / screen.file_name(sent, "xlsx"))
    said = [str(row[1].value) for row in book.worksheets[0].iter_rows(max_col=3)]
    assert any(words.startswith("Svar for varene") for words in said)
    assert any(words.startswith("Svara för de varor") for words in said)
    for row in book.worksheets[0].iter_rows(max_col=3):
        if row[0].value in {"policy-answer", "risk-answer"}:
            row[2].value = {"policy-answer": "Nei / Nej", "risk-answer": "ja"}[str(row[0].value)]
    book.save(tmp_path / "svar.xlsx")
    answers = screen.read(sent, tmp_path / "svar.xlsx").came.answers
    assert (answers["policy"].answer, answers["risk"].answer) == (Answer.NO, Answer.YES)
