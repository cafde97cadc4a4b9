"""LibreOffice as the judge: what it makes of our Word and Excel files is what we meant. Skipped where it is not installed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from tests.documents import edges
from tests.documents.meaning import meant
from tests.documents.office import converted, needs_writer, sheet
from tests.documents.samples import follow_up_plan, requirement_list

from kravkompass.documents import excel, word
from kravkompass.documents.excel_reading import read_back
from kravkompass.documents.office_file import fit
from kravkompass.documents.outline import Document
from kravkompass.documents.word_tables import list_with_tables
from kravkompass.followup.reply import Reply, Standing
from kravkompass.language import Language

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


def test_an_excel_file_saved_by_another_program_is_read_back(tmp_path: Path) -> None:
    made = sheet()
    answers = {row.requirement.id: Reply(Standing.MET, "=1+1", "- not\n- to", made.day) for row in made.rows[:3]}
    source = tmp_path / "list.xlsx"
    source.write_bytes(excel.render(made, answers))
    (tmp_path / "back").mkdir()
    back = converted(source, "xlsx:Calc MS Excel 2007 XML", tmp_path / "back")
    result = read_back(back, made, answers).compared
    assert not any((result.proposed, result.refused, result.unreadable, result.missing, result.unknown, result.nameless))
    page = load_workbook(back).worksheets[0]
    assert {one.type for one in page.data_validations.dataValidation} == {"list", "date"}
    assert page.auto_filter.ref
    assert load_workbook(back).worksheets[1].column_dimensions["A"].hidden
