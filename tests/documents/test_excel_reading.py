"""An Excel list that comes back: told apart by id, compared field by field, refused in words, and never trusted."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.documents.office import purchase, sheet, sheet_of

from kravkompass.documents import excel_errors as errors
from kravkompass.documents import excel_reading
from kravkompass.documents.excel import render
from kravkompass.documents.excel_columns import COLUMNS, Key, standing_name
from kravkompass.documents.excel_comparing import Difference, ReadBack, Unreadable
from kravkompass.documents.excel_reading import about, read_back
from kravkompass.documents.sheet import Sheet
from kravkompass.errors import KnownError
from kravkompass.followup.reply import Reply, Standing
from kravkompass.guidance.listing import checksum
from kravkompass.language import Language, translation

TITLES = [column.key for column in COLUMNS]
LIST = sheet()
IDS = [row.requirement.id for row in LIST.rows]
Change = Callable[[Workbook], None]


def place(key: Key) -> int:
    return TITLES.index(key) + 1


def put(book: Workbook, row: int, key: Key, value: object) -> None:
    book.worksheets[0].cell(row, place(key)).value = value  # type: ignore[assignment]


def came_back(folder: Path, change: Change, made: Sheet = LIST, answers: dict[str, Reply] | None = None) -> Path:
    """The list as somebody sends it back after a change."""
    book = load_workbook(io.BytesIO(render(made, answers)))
    change(book)
    path = folder / "back.xlsx"
    book.save(path)
    return path


def read(folder: Path, change: Change, answers: dict[str, Reply] | None = None) -> ReadBack:
    return read_back(came_back(folder, change, answers=answers), LIST, answers)


def said(status: Standing) -> str:
    return standing_name(status, LIST.translation)


def test_an_untouched_file_differs_in_nothing(tmp_path: Path) -> None:
    answers = {IDS[0]: Reply(Standing.MET, "=1+1", "- ett\n- två", dt.date(2027, 1, 2)), IDS[1]: Reply(note="\t tab ")}
    result = read(tmp_path, lambda _: None, answers).compared
    assert not any((result.proposed, result.answered, result.refused, result.unreadable, result.unknown, result.missing))
    assert not result.twice
    assert not result.nameless


def test_answers_are_proposed_by_id_after_rows_and_columns_were_moved(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        put(book, 2, Key.STATUS, said(Standing.PARTLY))
        put(book, 2, Key.ANSWER, "Ja, till hösten")
        put(book, 3, Key.DAY, dt.date(2027, 3, 15))
        page = book.worksheets[0]
        rows = [[cell.value for cell in row] for row in page.iter_rows()]
        head, *others = rows
        random.Random(4).shuffle(others)  # noqa: S311 - any order will do
        order = list(range(len(head)))
        random.Random(5).shuffle(order)  # noqa: S311
        page.delete_rows(1, page.max_row)
        page.append(["Svar från leverantören"])
        page.append([])
        for row in (head, *others):
            page.append([row[at] for at in order])

    result = read(tmp_path, change).compared
    assert result.proposed == {IDS[0]: Reply(Standing.PARTLY, "Ja, till hösten"), IDS[1]: Reply(day=dt.date(2027, 3, 15))}
    assert {(one.requirement, one.key, one.after) for one in result.answered} == {
        (IDS[0], Key.STATUS, said(Standing.PARTLY)), (IDS[0], Key.ANSWER, "Ja, till hösten"), (IDS[1], Key.DAY, "2027-03-15"),
    }  # fmt: skip
    assert not result.refused
    assert not result.missing


def test_deleted_added_doubled_and_nameless_rows_are_told(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        page = book.worksheets[0]
        doubled = [cell.value for cell in page[3]]
        page.delete_rows(2)
        page.append(doubled)
        page.append(["K99", "SE-NEW-01", 1, None, None, None, "Nytt krav", "Ska vara nytt"])
        page.append(["K98", None, None, None, None, None, None, "Utan id"])

    result = read(tmp_path, change).compared
    assert result.missing == (IDS[0],)
    assert result.unknown == ("SE-NEW-01",)
    assert result.twice == (IDS[1],)
    assert result.nameless == (len(IDS) + 3,)
    assert not result.proposed


def test_a_changed_wording_is_shown_and_never_taken(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        put(book, 2, Key.DEMAND, "Det som leverantören hellre vill")
        put(book, 2, Key.REVISION, 99)
        put(book, 2, Key.NOTE, "Bättre så")

    result = read(tmp_path, change).compared
    assert [(one.key, one.before, one.after) for one in result.refused] == [
        (Key.REVISION, str(LIST.rows[0].decision.revision), "99"),
        (Key.DEMAND, LIST.rows[0].texts.demand, "Det som leverantören hellre vill"),
    ]
    assert result.proposed == {IDS[0]: Reply(note="Bättre så")}


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        (Key.STATUS, "kanske", "kanske"),
        (Key.DAY, "nästa vecka", "nästa vecka"),
        (Key.ANSWER, "=1+1", "=1+1"),
        (Key.NOTE, '=HYPERLINK("x")', '=HYPERLINK("x")'),
        (Key.STATUS, "=A1", "=A1"),
        (Key.DAY, "=TODAY()", "=TODAY()"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_told_and_leaves_what_was_there(tmp_path: Path, key: Key, value: object, kept: str) -> None:
    before = {IDS[0]: Reply(Standing.MET, "Ja", "Bra", dt.date(2027, 1, 2))}
    result = read(tmp_path, lambda book: put(book, 2, key, value), before).compared
    assert result.unreadable == (Unreadable(IDS[0], key, kept, 2),)
    assert not result.proposed


@pytest.mark.parametrize("written", ["2027-03-15", "15.03.2027", "15/03/2027", "20270315", dt.datetime(2027, 3, 15, 8)])  # noqa: DTZ001
def test_dates_are_read_as_people_write_them(tmp_path: Path, written: object) -> None:
    result = read(tmp_path, lambda book: put(book, 2, Key.DAY, written)).compared
    assert result.proposed == {IDS[0]: Reply(day=dt.date(2027, 3, 15))}


def test_an_answer_taken_away_is_a_difference_too(tmp_path: Path) -> None:
    before = {IDS[0]: Reply(Standing.MET, "Ja")}
    result = read(tmp_path, lambda book: put(book, 2, Key.ANSWER, None), before).compared
    assert result.answered == (Difference(IDS[0], Key.ANSWER, "Ja", "", 2),)
    assert result.proposed == {IDS[0]: Reply(Standing.MET)}


def test_the_original_is_kept_as_evidence(tmp_path: Path) -> None:
    path = came_back(tmp_path, lambda book: put(book, 2, Key.NOTE, "x"))
    content = path.read_bytes()
    result = read_back(path, LIST)
    assert result.original == content == path.read_bytes()
    assert result.sha256 == hashlib.sha256(content).hexdigest()
    assert content[:20].hex() not in repr(result)


def test_a_file_tells_what_it_belongs_to(tmp_path: Path) -> None:
    told = about(came_back(tmp_path, lambda _: None))
    assert (told.purchase, told.language, told.checksum) == (LIST.purchase.id, "sv", checksum(LIST.rows))
    assert told.day == LIST.day.isoformat()


def change_about(key: str, value: object) -> Change:
    def change(book: Workbook) -> None:
        for row in book.worksheets[1].iter_rows():
            if row[0].value == key:
                row[2].value = value  # type: ignore[assignment]

    return change


def without_column(book: Workbook) -> None:
    book.worksheets[0].delete_cols(place(Key.ANSWER))


def without_ids(book: Workbook) -> None:
    book.worksheets[0].delete_cols(place(Key.ID))


def without_about(book: Workbook) -> None:
    book.remove(book.worksheets[1])


def too_many_rows(book: Workbook) -> None:
    book.worksheets[0].cell(excel_reading.MOST_ROWS + 1, 2).value = "x"


@pytest.mark.parametrize(
    ("change", "known"),
    [
        (change_about("purchase", "another"), errors.OtherPurchaseError),
        (change_about("language", "nn"), errors.OtherListLanguageError),
        (change_about("language", "xx"), errors.OtherListLanguageError),
        (change_about("checksum", "0" * 12), errors.ListChangedError),
        (change_about("kravkompass-list", 2), errors.NewerListError),
        (change_about("kravkompass-list", "one"), errors.NotAListError),
        (without_about, errors.NotAListError),
        (without_column, errors.ListColumnMissingError),
        (without_ids, errors.ListColumnMissingError),
        (too_many_rows, errors.ListTooLongError),
    ],
)
def test_another_file_is_refused_in_words(tmp_path: Path, change: Change, known: type[KnownError]) -> None:
    with pytest.raises(known) as told:
        read(tmp_path, change)
    for language in Language:
        sentence = told.value.said(translation(language))
        assert "back.xlsx" in sentence
        assert "{" not in sentence


def test_a_list_that_changed_can_be_read_when_asked_for(tmp_path: Path) -> None:
    path = came_back(tmp_path, lambda book: put(book, 3, Key.NOTE, "x"))
    first = LIST.rows[0]
    now = replace(LIST, rows=[replace(first, texts=replace(first.texts, demand="Nytt")), *LIST.rows[1:]])
    with pytest.raises(errors.ListChangedError):
        read_back(path, now)
    result = read_back(path, now, although_changed=True)
    assert result.list_changed
    assert [one.key for one in result.compared.refused] == [Key.DEMAND]
    assert result.compared.proposed == {IDS[1]: Reply(note="x")}


def test_other_sheets_before_the_list_do_no_harm(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        page = book.create_sheet("Kommentarer", 0)
        assert isinstance(page, Worksheet)
        page.append(["Hej", "Id"])

    assert not read(tmp_path, change).compared.missing


def test_a_purchase_that_was_never_kept_has_no_id_to_compare(tmp_path: Path) -> None:
    made = sheet_of(replace(purchase(), id=""))
    path = came_back(tmp_path, lambda book: put(book, 2, Key.NOTE, "x"), made)
    assert read_back(path, made).compared.proposed == {IDS[0]: Reply(note="x")}
    with pytest.raises(errors.OtherPurchaseError):
        read_back(path, LIST)
