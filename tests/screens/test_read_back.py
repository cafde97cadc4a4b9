"""A filled-in list beside ours: what may be taken, taking it as one change, putting it back, and the file kept as evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.documents.test_excel_reading import place

from kravkompass.documents import excel_errors
from kravkompass.documents.excel_columns import Key, standing_name
from kravkompass.errors import DiskFullError
from kravkompass.followup.reply import Reply, Standing
from kravkompass.guidance.purchase import Verdict
from kravkompass.language import Language, Languages, translation
from kravkompass.purchases.evidence_folder import EvidenceDamagedError, EvidenceLostError
from kravkompass.purchases.kinds import Kind
from kravkompass.screens.export_formats import Format
from kravkompass.screens.exporting import Exporting
from kravkompass.screens.read_back import TITLES, Changed, Field, Found, ReadBack
from kravkompass.screens.wizard import Wizard

SV = Language.SWEDISH


@pytest.fixture
def screen(wizard: Wizard) -> ReadBack:
    return ReadBack(wizard)


def sent(wizard: Wizard, folder: Path, language: Language = SV) -> Path:
    """The list as it is sent out."""
    screen = Exporting(wizard)
    wish = screen.wish((), (Format.EXCEL,), Languages(language, SV), draft=False)
    (written,) = screen.write(folder / "sent", wish)
    return written.file


def filled(wizard: Wizard, folder: Path, change: Callable[[Any], object], language: Language = SV) -> Path:
    """The list as it comes back."""
    book = load_workbook(sent(wizard, folder, language))
    change(book.worksheets[0])
    book.save(folder / "Svar från Grönt AB.xlsx")
    return folder / "Svar från Grönt AB.xlsx"


def put(page: Any, row: int, key: Key, value: object) -> None:  # noqa: ANN401 - the library has no types for it
    page.cell(row, place(key)).value = value


def answers(page: Any) -> None:  # noqa: ANN401
    put(page, 2, Key.STATUS, standing_name(Standing.MET, translation(SV)))
    put(page, 2, Key.ANSWER, "Ja, hela sortimentet")
    put(page, 3, Key.NOTE, "Ring i maj")


def read(screen: ReadBack, path: Path) -> Found:
    came = screen.read(path)
    assert isinstance(came, Found)
    return came


def ids(wizard: Wizard) -> list[str]:
    return [row.requirement.id for row in wizard.guide.rows(SV)]


def test_a_list_that_was_not_filled_in_has_nothing_to_take(screen: ReadBack, wizard: Wizard, tmp_path: Path) -> None:
    found = read(screen, sent(wizard, tmp_path))
    assert not any((found.differing, found.refused, found.unreadable, found.missing, found.unknown, found.twice, found.nameless))
    assert screen.originals() == ()


@pytest.mark.parametrize("language", list(Language), ids=lambda one: one.value)
def test_a_file_is_read_in_the_language_it_was_made_in(
    screen: ReadBack, wizard: Wizard, tmp_path: Path, language: Language
) -> None:
    def change(page: Any) -> None:  # noqa: ANN401
        put(page, 2, Key.STATUS, standing_name(Standing.PARTLY, translation(language)))

    found = read(screen, filled(wizard, tmp_path, change, language))
    assert found.replies == {ids(wizard)[0]: Reply(Standing.PARTLY)}


def test_what_differs_is_told_by_requirement_wherever_its_row_was_moved(
    screen: ReadBack, wizard: Wizard, tmp_path: Path
) -> None:
    def change(page: Any) -> None:  # noqa: ANN401
        answers(page)
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
        for down, row in enumerate(reversed(rows), 2):
            for across, value in enumerate(row, 1):
                page.cell(down, across).value = value

    found = read(screen, filled(wizard, tmp_path, change))
    assert [one.requirement for one in found.differing] == ids(wizard)[:2]
    first = found.differing[0]
    said = standing_name(Standing.MET, translation(SV))
    assert (first.number, first.fields) == ("K01", (Field(Key.STATUS, "", said), Field(Key.ANSWER, "", "Ja, hela sortimentet")))
    assert not found.missing


def test_what_is_chosen_is_taken_as_one_change_and_put_back_as_one(screen: ReadBack, wizard: Wizard, tmp_path: Path) -> None:
    path = filled(wizard, tmp_path, answers)
    found = read(screen, path)
    first, second = ids(wizard)[:2]
    told: list[frozenset[Kind]] = []
    wizard.store.when_changed(told.append)
    before = screen.take(found, {first, "SE-NOT-IN-THE-FILE"})
    assert len(told) == 1
    assert set(wizard.store.replies(wizard.purchase.id)) == {first}
    assert wizard.store.replies(wizard.purchase.id)[first].reply == Reply(Standing.MET, "Ja, hela sortimentet")
    assert [one.requirement for one in screen.left(found)] == [second]
    assert [one.requirement for one in read(screen, path).differing] == [second]
    screen.put_back(before)
    assert len(told) == 2
    assert wizard.store.replies(wizard.purchase.id) == {}
    assert [one.requirement for one in screen.left(found)] == [first, second]


def test_the_file_is_kept_as_evidence_and_a_copy_is_opened(screen: ReadBack, wizard: Wizard, tmp_path: Path) -> None:
    path = filled(wizard, tmp_path, answers)
    screen.take(read(screen, path), set(ids(wizard)))
    (original,) = screen.originals()
    assert (original.name, original.replies, original.taken_by) == (path.name, 2, "Åsa Öst")
    content = path.read_bytes()
    path.write_bytes(b"written over")
    copy = screen.copy_of(original)
    assert (copy.name, copy.read_bytes()) == (path.name, content)
    copy.write_bytes(b"written over")
    kept = wizard.store.evidence.path(original.evidence)
    assert kept.read_bytes() == content
    kept.chmod(0o644)
    kept.write_bytes(b"written over")
    with pytest.raises(EvidenceDamagedError):
        screen.copy_of(original)
    kept.unlink()
    with pytest.raises(EvidenceLostError):
        screen.copy_of(original)


def test_when_the_evidence_cannot_be_kept_nothing_is_taken(
    screen: ReadBack, wizard: Wizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = read(screen, filled(wizard, tmp_path, answers))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFullError):
        screen.take(found, set(ids(wizard)))
    monkeypatch.undo()
    assert wizard.store.replies(wizard.purchase.id) == {}


def test_what_is_not_ours_to_take_is_told(screen: ReadBack, wizard: Wizard, tmp_path: Path) -> None:
    def change(page: Any) -> None:  # noqa: ANN401
        put(page, 2, Key.DEMAND, "Det leverantören hellre vill")
        put(page, 2, Key.ANSWER, "Ja")
        put(page, 3, Key.STATUS, "kanske")
        put(page, 4, Key.ID, "SE-NEW-01")
        put(page, 5, Key.ID, None)
        put(page, 6, Key.ID, page.cell(7, place(Key.ID)).value)

    found = read(screen, filled(wizard, tmp_path, change))
    names = ids(wizard)
    assert [one.requirement for one in found.differing] == names[:1]
    assert found.doubtful >= {names[0]}
    assert names[0] in {one.requirement for one in found.refused}
    assert [(one.requirement, one.fields) for one in found.unreadable] == [(names[1], (Field(Key.STATUS, "kanske", "kanske"),))]
    assert (found.unknown, found.nameless, found.twice) == (("SE-NEW-01",), (5,), (names[5],))
    assert [one.requirement for one in found.missing] == names[2:5]


def test_a_list_that_changed_since_is_told_before_it_is_read(screen: ReadBack, wizard: Wizard, tmp_path: Path) -> None:
    path = filled(wizard, tmp_path, answers)
    first = next(decision for decision in wizard.purchase.decisions.values() if decision.is_in)
    with wizard.change() as change:
        change.decide(wizard.purchase.id, replace(first, verdict=Verdict.ADAPTED, wording={"sv": "Nytt"}))
    came = screen.read(path)
    assert isinstance(came, Changed)
    again = screen.read(path, although_changed=True)
    assert isinstance(again, Found)
    assert again.list_changed
    assert len(again.differing) == 2


def test_reading_can_be_stopped_at_any_row(screen: ReadBack, wizard: Wizard, tmp_path: Path) -> None:
    told: list[int] = []

    def stop(row: int) -> None:
        told.append(row)
        if row > 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        screen.read(filled(wizard, tmp_path, answers), watch=stop)
    assert told == [0, 0, 2, 3, 4, 5]


def test_a_file_of_another_purchase_is_refused(wizard: Wizard, tmp_path: Path) -> None:
    path = sent(wizard, tmp_path)
    with wizard.store.change() as change:
        other = change.copy(wizard.purchase.id, "Kopia")
    copied = Wizard(wizard.store, wizard.catalog, other, lambda: wizard.today, wizard.finder)
    with pytest.raises(excel_errors.OtherPurchaseError):
        ReadBack(copied).read(path)


def test_an_answer_that_was_taken_stands_in_the_next_list_and_is_no_difference(
    screen: ReadBack, wizard: Wizard, tmp_path: Path
) -> None:
    screen.take(read(screen, filled(wizard, tmp_path, answers)), set(ids(wizard)))
    assert not read(screen, sent(wizard, tmp_path / "again")).differing


def test_an_answer_taken_away_in_the_file_is_a_difference_too(screen: ReadBack, wizard: Wizard, tmp_path: Path) -> None:
    screen.take(read(screen, filled(wizard, tmp_path, answers)), set(ids(wizard)))

    def emptied(page: Any) -> None:  # noqa: ANN401
        put(page, 3, Key.NOTE, None)

    found = read(screen, filled(wizard, tmp_path, emptied))
    assert [one.fields for one in found.differing] == [(Field(Key.NOTE, "Ring i maj", ""),)]
    screen.take(found, set(ids(wizard)))
    assert screen.left(found) == ()
    assert wizard.store.replies(wizard.purchase.id)[ids(wizard)[1]].reply == Reply()


def test_every_column_has_a_title_to_show() -> None:
    assert set(TITLES) == set(Key)
