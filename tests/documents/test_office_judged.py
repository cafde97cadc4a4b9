"""LibreOffice as the judge: what it makes of our Word and Excel files is what we meant. Skipped where it is not installed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from tests.documents import contract_set, edges
from tests.documents.meaning import meant
from tests.documents.office import DAY, all_converted, catalog, converted, needs_writer, purchase, sheet
from tests.documents.samples import follow_up_plan, requirement_list

from kravkompass.documents import excel, self_report_excel, word
from kravkompass.documents.excel_reading import read_back
from kravkompass.documents.office_file import fit
from kravkompass.documents.outline import Document
from kravkompass.documents.self_report_excel_reading import read_filled
from kravkompass.documents.word_tables import list_with_tables
from kravkompass.followup.reply import Reply, Standing
from kravkompass.language import Language, Languages, translation
from kravkompass.screens.export import DocumentKind, outline
from kravkompass.screens.export_formats import Wish

pytestmark = [pytest.mark.long, needs_writer]
_LETTERS = re.compile(r"[^\W_]+")


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as file:
        return [page.get_textpage().get_text_range() for page in file]


def letters(text: str) -> set[str]:
    """The words of a text without what lines are broken at."""
    return set(_LETTERS.findall(text))


def shown(document: Document, folder: Path) -> list[str]:
    source = folder / "document.docx"
    source.write_bytes(word.render(document))
    return pages(converted(source, "pdf", folder))


@pytest.mark.parametrize("language", list(Language), ids=lambda one: one.value)
def test_a_word_file_shows_what_the_pdf_says(tmp_path: Path, language: Language) -> None:
    document = list_with_tables(sheet(0, language))
    found = shown(document, tmp_path)
    missing = letters(fit(meant(document))) - letters(" ".join(found).replace("-\r\n", "-"))
    assert len(missing) <= 3, missing  # addresses and long words are broken over lines
    count = document.wording.page_of.format(page=len(found), pages=len(found))
    assert count in " ".join(found[-1].split())
    assert document.identity in found[0]


@pytest.mark.parametrize("make", [follow_up_plan, requirement_list, edges.tall_row, edges.two_languages, edges.bare])
def test_every_sort_of_block_is_shown(tmp_path: Path, make: Callable[[], Document]) -> None:
    document = make()
    missing = letters(fit(meant(document))) - letters(" ".join(shown(document, tmp_path)))
    assert not missing


def _every_document() -> dict[str, Document]:
    """Every document that has a Word form, each in one of the languages in turn, every fourth in two."""
    languages = list(Language)
    made: dict[str, Document] = {}
    for place, kind in enumerate(DocumentKind):
        beside = languages[(place + 1) % 3] if place % 4 == 3 else None
        made[kind.value] = outline(kind, purchase(place % 3), catalog(), DAY, Wish(language=languages[place % 3], beside=beside))
    for place, (name, make) in enumerate(contract_set.documents().items()):
        made[name] = make(Languages(languages[place % 3], languages[(place + 1) % 3] if place % 4 == 3 else None))
    return made


def test_every_document_shows_in_word_what_the_pdf_says(tmp_path: Path) -> None:
    """All in one go: starting LibreOffice is what takes time."""
    made = _every_document()
    assert len(made) > 30
    sources = []
    for name, document in made.items():
        sources.append(tmp_path / f"{name}.docx")
        sources[-1].write_bytes(word.render(document))
    wrong = {}
    for (name, document), shown_as in zip(made.items(), all_converted(sources, "pdf", tmp_path), strict=True):
        found = " ".join(pages(shown_as))
        whole = "".join(_LETTERS.findall(found))
        # What is broken over two lines stands there all the same.
        missing = [one for one in letters(fit(meant(document))) - letters(found) if one not in whole]
        if missing or document.identity not in " ".join(found.split()):
            wrong[name] = missing
    assert not wrong


def test_titles_of_a_long_table_repeat_on_every_page(tmp_path: Path) -> None:
    found = shown(requirement_list(100), tmp_path)
    within = [page for page in found if page.count("Tilldelningskriterium") > 3 and "Nivå:" not in page]
    assert len(within) > 1
    assert all(re.search(r"Nr\s+Krav\s+Typ\s+Nivå", page) for page in within)


def test_an_excel_file_shows_every_requirement(tmp_path: Path) -> None:
    made = sheet()
    source = tmp_path / "list.xlsx"
    source.write_bytes(excel.render(made))
    found = " ".join(" ".join(pages(converted(source, "pdf", tmp_path))).split())
    for row in made.rows:
        assert letters(row.texts.title) <= letters(found)
        assert row.requirement.id in found.replace("- ", "-")


def compared_cells(source: Path, back: Path) -> None:
    """Every cell of both files says the same."""
    for ours, theirs in zip(load_workbook(source).worksheets, load_workbook(back).worksheets, strict=True):
        assert ours.title == theirs.title
        for row in ours.iter_rows():
            for cell in row:
                assert (cell.value or "") == (theirs[cell.coordinate].value or ""), f"{ours.title} {cell.coordinate}"


@pytest.mark.parametrize("languages", ["sv", "nn-sv"])
def test_a_self_report_saved_by_another_program_is_read_back(tmp_path: Path, languages: str) -> None:
    spoken = Languages.parse(languages)
    document = contract_set.documents()["form"](spoken)
    words = translation(spoken.first)
    source = tmp_path / "form.xlsx"
    source.write_bytes(self_report_excel.render(document, words))
    book = load_workbook(source)
    answers: dict[str, str | dt.date] = {
        "policy-answer": words.say("Partly"), "policy-describe": "=1+1", "risk-plan": "Juni\noch juli", "answered-on": dt.date(2027, 5, 3),
    }  # fmt: skip
    for row in book.worksheets[0].iter_rows(max_col=3):
        if row[0].value in answers:
            row[2].value = answers[str(row[0].value)]
            row[2].data_type = "d" if row[0].value == "answered-on" else "s"
    book.save(source)
    (tmp_path / "back").mkdir()
    back = converted(source, "xlsx:Calc MS Excel 2007 XML", tmp_path / "back")
    form = read_filled(back, document, words)
    filled = {one.field.name: one for one in form.filled}
    assert (form.missing, form.unknown, form.list_changed) == ((), (), False)
    assert (filled["policy-answer"].place, filled["policy-describe"].value, filled["risk-plan"].value) == (1, "=1+1", "Juni\noch juli")
    assert filled["answered-on"].value == "2027-05-03"
    compared_cells(source, back)


def test_an_excel_file_saved_by_another_program_is_read_back(tmp_path: Path) -> None:
    made = sheet()
    answers = {row.requirement.id: Reply(Standing.MET, "=1+1", "- not\n- to", made.day) for row in made.rows[:3]}
    source = tmp_path / "list.xlsx"
    source.write_bytes(excel.render(made, answers))
    (tmp_path / "back").mkdir()
    back = converted(source, "xlsx:Calc MS Excel 2007 XML", tmp_path / "back")
    result = read_back(back, made, answers).compared
    assert not any((result.proposed, result.refused, result.unreadable, result.missing, result.unknown, result.nameless))
    compared_cells(source, back)
    page = load_workbook(back).worksheets[0]
    assert {one.type for one in page.data_validations.dataValidation} == {"list", "date"}
    assert page.auto_filter.ref
    assert load_workbook(back).worksheets[1].column_dimensions["A"].hidden
