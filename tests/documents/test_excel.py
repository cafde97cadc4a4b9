"""Excel files of the list: typed, filtered, checked, without formulas, and alike to the byte."""

from __future__ import annotations

import datetime as dt
import errno
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import fromstring
from openpyxl import load_workbook
from tests.documents.office import DAY, EVIL, ID, part, purchase, sheet, sheet_of

from kravkompass.documents.excel import render, write
from kravkompass.documents.excel_columns import ALL_COLUMNS, COLUMNS, Key, Sort, guarded, standing_names, unguarded
from kravkompass.errors import DiskFullError
from kravkompass.followup.reply import Reply, Standing
from kravkompass.guidance.listing import checksum
from kravkompass.language import Language, translation

TITLES = [column.key for column in COLUMNS]
RISKY = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", '=HYPERLINK("https://example.org")', "'=1", "''=1")


def place(key: Key) -> int:
    return TITLES.index(key) + 1


@pytest.mark.parametrize("language", list(Language), ids=lambda one: one.value)
def test_every_requirement_has_a_row_with_typed_cells(language: Language) -> None:
    made = sheet(0, language)
    first = made.rows[0].requirement.id
    answers = {first: Reply(Standing.PARTLY, "Ja", "Väntar", dt.date(2027, 3, 15))}
    page = load_workbook(io.BytesIO(render(made, answers))).worksheets[0]
    assert [cell.value for cell in page[1]] == [made.translation.say(column.title) for column in COLUMNS]
    for down, row in enumerate(made.rows, 2):
        assert page.cell(down, place(Key.ID)).value == row.requirement.id
        assert page.cell(down, place(Key.DEMAND)).value == row.texts.demand
        assert page.cell(down, place(Key.REVISION)).value == row.decision.revision
    assert page.cell(2, place(Key.DAY)).value == dt.datetime(2027, 3, 15)  # noqa: DTZ001 - a day of a sheet
    assert page.cell(2, place(Key.DAY)).number_format == "yyyy-mm-dd"
    assert page.cell(2, place(Key.STATUS)).value in standing_names(made.translation)


def test_the_sheet_is_ready_to_work_in() -> None:
    made = sheet()
    page = load_workbook(io.BytesIO(render(made))).worksheets[0]
    last = len(made.rows) + 1
    assert page.freeze_panes == "C2"
    assert page.auto_filter.ref == f"A1:N{last}"
    assert page.print_title_rows == "$1:$1"
    checks = {one.type: one for one in page.data_validations.dataValidation}
    assert checks["list"].formula1 == '"' + ",".join(standing_names(made.translation)) + '"'
    assert "K2" in checks["list"].sqref
    assert f"N{last}" in checks["date"].sqref
    assert all(cell.alignment.wrap_text for cell in page[2])
    assert page.column_dimensions["H"].width == 56
    assert (page.row_dimensions[2].height or 0) > 15


@pytest.mark.parametrize("language", list(Language), ids=lambda one: one.value)
def test_statuses_fit_a_list_of_words(language: Language) -> None:
    names = standing_names(translation(language))
    assert len(names) == len(Standing) - 1
    assert not any("," in one or '"' in one for one in names)
    assert len(",".join(names)) < 250


def test_the_other_sheet_says_which_list_it_is() -> None:
    made = sheet()
    page = load_workbook(io.BytesIO(render(made))).worksheets[1]
    told = {row[0]: row[2] for row in page.iter_rows(values_only=True) if row[0]}
    assert told["purchase"] == ID
    assert told["checksum"] == checksum(made.rows)
    assert told["date"] == dt.datetime.combine(DAY, dt.time())
    assert told["count"] == len(made.rows)
    assert page.column_dimensions["A"].hidden


def test_the_file_says_what_it_is_and_is_alike_to_the_byte() -> None:
    for language in Language:
        data = render(sheet(0, language))
        assert data == render(sheet(0, language))
        about = load_workbook(io.BytesIO(data)).properties
        assert about.language == language.tag
        assert about.title
        assert about.modified == about.created == dt.datetime.combine(DAY, dt.time())


@pytest.mark.parametrize("typed", RISKY)
def test_no_text_becomes_a_formula(typed: str) -> None:
    made = sheet_of(replace(purchase(), title=typed, organisation=typed))
    first = made.rows[0]
    made = replace(made, rows=[replace(first, texts=replace(first.texts, demand=typed, title=typed)), *made.rows[1:]])
    data = render(made, {first.requirement.id: Reply(answer=typed, note=typed)})
    assert "<f>" not in part(data, "xl/worksheets/sheet1.xml")
    for page in load_workbook(io.BytesIO(data)).worksheets:
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert not str(cell.value).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text(max_size=20))
def test_guarding_is_undone(typed: str) -> None:
    assert unguarded(guarded(typed)) == typed
    assert not guarded(typed).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_strange_and_long_texts_are_kept_within_bounds() -> None:
    made = sheet_of(replace(purchase(), title=EVIL))
    first = made.rows[0].requirement.id
    data = render(made, {first: Reply(answer=EVIL + "x" * 50_000)})
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert all(fromstring(parts.read(one)) is not None for one in parts.namelist())
    answer = load_workbook(io.BytesIO(data)).worksheets[0].cell(2, place(Key.ANSWER)).value
    assert isinstance(answer, str)
    assert answer.startswith("<b>fet</b> &amp; ]]>")
    assert len(answer) <= 32_767


def test_an_empty_list_is_a_file_too() -> None:
    data = render(replace(sheet(), rows=()))
    assert load_workbook(io.BytesIO(data)).worksheets[0].max_row == 1


def test_every_column_has_a_sort_of_its_own() -> None:
    assert {column.sort for column in COLUMNS} == set(Sort)
    assert len({column.key for column in ALL_COLUMNS}) == len(ALL_COLUMNS) == len(Key)


def test_an_old_file_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "list.xlsx"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("kravkompass.purchases.atomic._write_through", full)
    with pytest.raises(DiskFullError):
        write(sheet(), target)
    assert target.read_bytes() == b"old"
