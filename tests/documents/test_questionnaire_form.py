"""The self-report form of a contract: out as PDF and Excel, back as answers, whoever filled it in; what is no form is refused in words."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.documents.chain_made import CONTRACT, SUPPLIER
from tests.documents.test_real_documents import check
from tests.purchases.chain_samples import questionnaire
from tests.purchases.contract_samples import frozen

from kravkompass.catalog.terms import Method
from kravkompass.documents import form_errors as errors
from kravkompass.documents import pdf, self_report_excel
from kravkompass.documents.form_reading import FilledForm, fields_of
from kravkompass.documents.outline import Document
from kravkompass.documents.questionnaire_form import Asked, questionnaire_form, taken_out
from kravkompass.documents.self_report_excel_reading import read_filled
from kravkompass.documents.self_report_form import STEPS
from kravkompass.errors import KnownError
from kravkompass.followup.questionnaire import Answer, Answered, Form, Questionnaire
from kravkompass.language import Language, translation

SWEDISH = translation(Language.SWEDISH)
SENT = questionnaire(CONTRACT.id, id="q1", returned=None, answers={}, told={}, original="", evidence="", earlier=())
REQUIREMENTS = (
    frozen(CONTRACT.id, "K01", "SE-FOOD-51"),
    frozen(CONTRACT.id, "K02", "SE-FOOD-51", lots=("2",)),
    frozen(CONTRACT.id, "K03", "SE-FOOD-52", lots=("2",)),
    frozen(CONTRACT.id, "K04", "SE-FOOD-53", follow_up=replace(frozen("").follow_up, method=Method.SPOT_CHECK)),
)


def asked(sent: Questionnaire = SENT, language: Language = Language.SWEDISH) -> Asked:
    return Asked(sent, CONTRACT, SUPPLIER, REQUIREMENTS, translation(language))


FORM = questionnaire_form(asked())
BOOK = self_report_excel.render(FORM, SWEDISH)
Change = Callable[[Worksheet], object]


def names(document: Document) -> list[str]:
    return [one.name for one in fields_of(document.blocks)]


def filled(change: Change | None = None, answers: Mapping[str, object] | None = None) -> bytes:
    book = load_workbook(io.BytesIO(BOOK))
    page = book.worksheets[0]
    for row in page.iter_rows(max_col=3):
        name = str(row[0].value)
        if name in (answers or {}):
            row[2].value = answers[name]  # type: ignore[index, assignment]
    if change is not None:
        change(page)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def read(folder: Path, data: bytes, form: Document = FORM, name: str = "svar å.xlsx") -> FilledForm:
    path = folder / name
    path.write_bytes(data)
    return read_filled(path, form, SWEDISH)


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("fillable", [True, False])
def test_the_standards_are_kept(form: Form, language: Language, fillable: bool) -> None:
    check(questionnaire_form(asked(replace(SENT, form=form), language), fillable=fillable))


def test_the_simplified_form_asks_for_less_but_for_the_same_six_steps() -> None:
    full, simple = names(FORM), names(questionnaire_form(asked(replace(SENT, form=Form.SIMPLIFIED))))
    assert {f"{step.id}-answer" for step in STEPS} < set(simple) < set(full)
    assert len([name for name in full if name.endswith("-plan")]) == len(STEPS) == 6
    assert not [name for name in simple if name.endswith("-plan")]


def test_only_the_terms_that_this_supplier_reports_on_are_asked_about_each_once() -> None:
    assert [name for name in names(FORM) if name.startswith("SE-")] == ["SE-FOOD-51-answer", "SE-FOOD-51-describe"]


def test_the_excel_form_has_every_field_a_list_for_each_choice_and_is_the_same_each_time() -> None:
    page = load_workbook(io.BytesIO(BOOK)).worksheets[0]
    written = [str(row[0].value) for row in page.iter_rows(max_col=1) if row[0].value]
    assert written == [self_report_excel.FORM, *names(FORM)]
    lists = [check for check in page.data_validations.dataValidation if check.type == "list"]
    assert {check.formula1 for check in lists} == {'"Ja,Delvis,Nej"', '"Ja"'}
    assert self_report_excel.render(FORM, SWEDISH) == BOOK


def test_an_untouched_excel_form_has_every_field_and_nothing_in_them(tmp_path: Path) -> None:
    result = read(tmp_path, BOOK)
    assert [one.field for one in result.filled] == list(fields_of(FORM.blocks))
    assert {one.field.name: one.value for one in result.filled if one.value} == {
        "supplier-name": SUPPLIER.name, "supplier-number": SUPPLIER.number,
    }
    assert (result.missing, result.unknown, result.list_changed) == ((), (), False)
    assert (result.about.purchase, result.about.checksum, result.about.language) == ("q1", CONTRACT.checksum, "sv")
    assert result.original == BOOK


ANSWERS: dict[str, object] = {
    "policy-answer": "ja", "policy-describe": "'=Antagen i styrelsen", "risk-answer": "Nej", "risk-plan": "Före juni\nsenast den 12:e",
    "SE-FOOD-51-answer": "Delvis", "confirmed": "x", "answered-on": datetime(2027, 3, 20), "supplier-chain": 12.0,  # noqa: DTZ001 - as a sheet has it
}  # fmt: skip


def test_what_was_filled_in_in_excel_comes_back_as_answers(tmp_path: Path) -> None:
    answers, told = taken_out(read(tmp_path, filled(answers=ANSWERS)).filled)
    assert answers["policy"] == Answered(Answer.YES, "=Antagen i styrelsen")
    assert answers["risk"] == Answered(Answer.NO, "", "Före juni\nsenast den 12:e")
    assert answers["SE-FOOD-51"].answer is Answer.PARTLY
    assert answers["remedy"] == Answered()
    assert told == {
        "confirmed": "yes", "answered-on": "2027-03-20", "supplier-chain": "12",
        "supplier-name": SUPPLIER.name, "supplier-number": SUPPLIER.number,
    }  # fmt: skip
    assert replace(SENT, answers=answers).to_correct == ("risk",)


def test_rows_and_columns_may_be_moved(tmp_path: Path) -> None:
    def shuffle(page: Worksheet) -> None:
        head = next(row[0].row for row in page.iter_rows(max_col=1) if row[0].value == self_report_excel.FORM)
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=head + 1, max_col=3)]
        random.Random(7).shuffle(rows)  # noqa: S311 - only an order
        for place, row in enumerate(rows, head + 1):
            for column, value in zip((1, 2, 6), row, strict=True):
                page.cell(place, column).value = value
            page.cell(place, 3).value = "egen anteckning"
        page.cell(head, 3).value, page.cell(head, 6).value = "Vår anteckning", "Svar"

    assert taken_out(read(tmp_path, filled(shuffle, ANSWERS)).filled) == taken_out(read(tmp_path, filled(answers=ANSWERS)).filled)


def test_a_pdf_form_comes_back_as_the_same_answers(tmp_path: Path) -> None:
    data = pdf.render(FORM)
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        fields: Mapping[str, Any] = {str(field.T): field for field in opened.Root.AcroForm.Fields}
        fields["policy-answer"].V = pikepdf.String("Ja")
        fields["risk-answer"].V = pikepdf.String("Nej")
        fields["risk-plan"].V = pikepdf.String("Före juni")
        opened.save(target)
    answers, _ = taken_out(read(tmp_path, target.getvalue(), name="svar.pdf").filled)
    assert (answers["policy"].answer, answers["risk"]) == (Answer.YES, Answered(Answer.NO, "", "Före juni"))


def test_a_formula_and_another_word_fit_no_choice(tmp_path: Path) -> None:
    result = {one.field.name: one for one in read(tmp_path, filled(answers={"policy-answer": "=1+1", "risk-answer": "kanske"})).filled}
    assert (result["policy-answer"].value, result["policy-answer"].fits) == ("=1+1", False)
    assert (result["risk-answer"].value, result["risk-answer"].fits) == ("kanske", False)
    assert taken_out(read(tmp_path, filled(answers={"risk-answer": "kanske"})).filled)[0]["risk"].answer is Answer.NONE


def test_another_contracts_form_another_language_and_a_newer_form_are_told(tmp_path: Path) -> None:
    other = questionnaire_form(asked(replace(SENT, id="q2")))
    with pytest.raises(errors.OtherFormError):
        read(tmp_path, BOOK, other)
    norwegian = questionnaire_form(asked(language=Language.BOKMAL))
    with pytest.raises(errors.OtherFormLanguageError, match="venska"):
        read(tmp_path, BOOK, norwegian)

    def newer(page: Worksheet) -> None:
        page.parent.worksheets[1].cell(1, 3).value = 2  # type: ignore[union-attr]

    with pytest.raises(errors.NewerFormError):
        read(tmp_path, filled(newer))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04" + b"\0" * 99, b"%PDF-1.7", b"hej", BOOK[: len(BOOK) // 2], BOOK[:-9]])
def test_what_is_no_form_is_refused_in_words(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        read(tmp_path, data)


def test_damaged_files_never_crash(tmp_path: Path) -> None:
    chance = random.Random(20271102)  # noqa: S311 - only damage
    for _ in range(60):
        data = bytearray(BOOK)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read(tmp_path, bytes(data))
        except KnownError:
            continue


def test_a_list_of_another_kind_is_no_form(tmp_path: Path) -> None:
    def emptied(page: Worksheet) -> None:
        page.delete_rows(1, 500)

    with pytest.raises(errors.NotAFormError):
        read(tmp_path, filled(emptied))


def test_the_day_it_is_due_stands_on_it() -> None:
    assert ("Svara senast", "2027-03-29") in {(fact.label, fact.value) for fact in FORM.facts}
    assert FORM.date == date(2027, 2, 15)
