"""Which files are written in which format, and that what is copied is what stands on the card and the list."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.catalog.real import catalog
from tests.guidance.made import TODAY

from kravkompass.documents.calendar import NoDatesError
from kravkompass.language import Language, translation
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.screens.copying import copied_choice, copied_list
from kravkompass.screens.document_kinds import STANDARD, DocumentKind
from kravkompass.screens.export import Wish, export
from kravkompass.screens.export_formats import FORMAT_NAMES, Format, files
from kravkompass.screens.requirements import Requirements
from kravkompass.screens.wizard import Wizard

BEGINS = {Format.PDF: b"%PDF", Format.WORD: b"PK", Format.EXCEL: b"PK", Format.CALENDAR: b"BEGIN:VCALENDAR"}


def test_each_document_in_each_format_and_the_calendar_first() -> None:
    assert set(FORMAT_NAMES) == set(Format)
    assert files(STANDARD, [Format.PDF]) == tuple((kind, Format.PDF) for kind in STANDARD)
    every = files(STANDARD, list(Format))
    assert every[0] == (DocumentKind.FOLLOWUP_PLAN, Format.CALENDAR)
    assert len(every) == len(set(every)) == 6
    assert files((), [Format.EXCEL]) == ((DocumentKind.REQUIREMENT_LIST, Format.EXCEL),)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_every_format_is_written_and_written_again(example: object, tmp_path: Path) -> None:
    purchase = next(one for one in EXAMPLES if one is example).purchase()
    written = export(purchase, catalog(), TODAY, tmp_path, Wish(formats=list(Format)))
    before = {one.file: one.file.read_bytes() for one in written}
    for file, content in before.items():
        assert content.startswith(BEGINS[Format(file.suffix[1:])])
    again = export(purchase, catalog(), TODAY, tmp_path, Wish(formats=list(Format)))
    assert {one.file: one.file.read_bytes() for one in again} == before
    assert len(list(tmp_path.iterdir())) == len(written) == 6


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_document_can_be_a_word_file(kind: DocumentKind, tmp_path: Path) -> None:
    (written,) = export(EXAMPLES[0].purchase(), catalog(), TODAY, tmp_path, Wish(kinds=[kind], formats=[Format.WORD]))
    assert written.file.suffix == ".docx"
    assert written.file.stat().st_size > 8_000


def test_a_calendar_with_nothing_in_it_stops_before_anything_is_written(tmp_path: Path) -> None:
    purchase = EXAMPLES[0].purchase()
    purchase = replace(purchase, facts=purchase.facts.with_answer("contract-start", None))
    with pytest.raises(NoDatesError):
        export(purchase, catalog(), TODAY, tmp_path, Wish(formats=list(Format)))
    assert not list(tmp_path.iterdir())


def test_a_calendar_written_again_knows_the_one_before(tmp_path: Path) -> None:
    purchase = EXAMPLES[0].purchase()
    (first,) = export(purchase, catalog(), TODAY, tmp_path, Wish(formats=[Format.CALENDAR]))
    assert b"SEQUENCE:1" not in first.file.read_bytes()
    moved = replace(purchase, facts=purchase.facts.with_answer("contract-start", "2027-09-01"))
    export(moved, catalog(), TODAY, tmp_path, Wish(formats=[Format.CALENDAR]))
    assert b"SEQUENCE:1" in first.file.read_bytes()


def test_a_card_and_the_list_are_copied(wizard: Wizard) -> None:
    said = translation(Language.SWEDISH)
    choice = Requirements(wizard).themes(Language.SWEDISH)[0].choices[0]
    copied = copied_choice(choice, said)
    assert choice.texts.demand in copied.plain
    assert "<table" in copied.html
    running, tables = (copied_list(wizard, said, as_tables=one) for one in (False, True))
    for row in wizard.guide.rows(Language.SWEDISH):
        assert row.requirement.id in running.plain
        assert row.requirement.id in tables.plain


def test_the_libraries_are_imported_only_when_a_file_is_written() -> None:
    code = (
        "import sys, kravkompass.app, kravkompass.screens.export, kravkompass.screens.copying, kravkompass.command_line.documents;"
        "print(sorted({'docx', 'openpyxl', 'icalendar', 'lxml', 'reportlab', 'PIL'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)
    assert told.stdout.strip() == "[]"
