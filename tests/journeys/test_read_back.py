"""A list goes out as Excel and comes back filled in: read beside the window, looked at, taken by keyboard, and undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from tests.documents.test_excel_reading import place
from tests.journeys.conftest import Buyer

from kravkompass.documents.excel_columns import Key, standing_name
from kravkompass.followup.reply import Reply, Standing
from kravkompass.guidance.purchase import Verdict
from kravkompass.language import Language, translation
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.screens.export_formats import Format
from kravkompass.ui.views.export_page import ExportPage
from kravkompass.ui.views.read_back import ReadBackView
from kravkompass.ui.views.read_back_parts import EntryCard
from kravkompass.ui.views.wizard import WizardView
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.list_row import ListRow

EVERY_LANGUAGE = pytest.mark.parametrize("buyer", [one.value for one in Language], indirect=True)


@pytest.fixture
def purchase(buyer: Buyer) -> str:
    """A purchase, open on the page of export."""
    with buyer.parts.store.change() as change:
        key = change.add(EXAMPLES[0].purchase())
    desk = buyer.window._desk
    view = WizardView(desk.voice, buyer.parts.wizard(key), buyer.home()._workers)
    buyer.window.open(view)
    view.open("export")
    return key


@pytest.fixture
def came(buyer: Buyer, purchase: str, tmp_path: Path) -> Path:
    """The list as it came back, with a reply about two requirements and a row nobody knows."""
    assert purchase
    page = buyer.wizard.page
    assert isinstance(page, ExportPage)
    page.choices.kinds.put_value([])
    page.choices.formats.put_value([Format.EXCEL])
    page.write(tmp_path)
    buyer.qtbot.waitUntil(page._results.isVisible, timeout=60_000)
    (file,) = tmp_path.glob("*.xlsx")
    book = load_workbook(file)
    sheet = book.worksheets[0]
    sheet.cell(2, place(Key.STATUS)).value = standing_name(Standing.MET, translation(Language.SWEDISH))
    sheet.cell(3, place(Key.ANSWER)).value = "<b>Ja</b> & nej"
    sheet.cell(4, place(Key.ID)).value = "SE-NEW-01"
    book.save(tmp_path / "svar.xlsx")
    return tmp_path / "svar.xlsx"


def opened(buyer: Buyer, file: Path, monkeypatch: pytest.MonkeyPatch) -> ReadBackView:
    """Go to reading back, and choose the file there."""
    monkeypatch.setattr("kravkompass.ui.views.read_back.QFileDialog.getOpenFileName", lambda *_asked: (f"{file}", ""))
    buyer.click(buyer.say("Read a filled-in list"))
    view = buyer.window.view
    assert isinstance(view, ReadBackView)
    buyer.click(buyer.say("Choose a file"))
    buyer.qtbot.waitUntil(lambda: view._came is not None, timeout=60_000)
    buyer.see()
    return view


@EVERY_LANGUAGE
def test_a_filled_in_list_is_looked_at_taken_and_undone(
    buyer: Buyer, purchase: str, came: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = opened(buyer, came, monkeypatch)
    first, second = view.findChildren(EntryCard)
    assert first.tick.isChecked()
    assert any("&lt;b&gt;Ja&lt;/b&gt; &amp; nej" in label.text() for label in second.findChildren(QLabel))
    second.tick.setFocus()
    QTest.keyClick(second.tick, Qt.Key.Key_Space)
    take = buyer.button(buyer.window._desk.voice.count("Take {n} answer", "Take {n} answers", 1))
    take.setFocus()
    QTest.keyClick(take, Qt.Key.Key_Space)
    replies = buyer.parts.store.replies
    buyer.qtbot.waitUntil(lambda: len(replies(purchase)) == 1, timeout=20_000)
    assert next(iter(replies(purchase).values())).reply == Reply(Standing.MET)
    buyer.qtbot.waitUntil(lambda: len([one for one in view.findChildren(EntryCard) if one.isVisible()]) == 1, timeout=20_000)
    buyer.qtbot.waitUntil(buyer.window._toast.isVisible, timeout=20_000)
    buyer.click(buyer.say("Undo"))
    assert replies(purchase) == {}
    assert len([one for one in view.findChildren(EntryCard) if one.isVisible()]) == 2


def test_what_is_not_taken_can_be_opened_and_the_original_looked_at(
    buyer: Buyer, purchase: str, came: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = opened(buyer, came, monkeypatch)
    said = " ".join(label.text() for one in view.findChildren(Expander) for label in one.findChildren(QLabel))
    assert "SE-NEW-01" in said
    view.take()
    buyer.qtbot.waitUntil(lambda: len(buyer.parts.store.replies(purchase)) == 2, timeout=20_000)
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    buyer.qtbot.waitUntil(lambda: any(one.isVisible() for one in view.findChildren(ListRow)), timeout=20_000)
    (line,) = [one for one in view.findChildren(ListRow) if one.isVisible()]
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    copy = Path(shown[0].toLocalFile())
    assert (copy.name, copy.read_bytes()) == ("svar.xlsx", came.read_bytes())
    buyer.click(buyer.say("Back"))
    assert isinstance(buyer.wizard.page, ExportPage)


def test_a_list_that_has_changed_is_read_only_when_asked_for(
    buyer: Buyer, purchase: str, came: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = buyer.wizard._wizard
    first = next(decision for decision in wizard.purchase.decisions.values() if decision.is_in)
    with wizard.change() as change:
        change.decide(purchase, replace(first, verdict=Verdict.ADAPTED, wording={"sv": "Nytt"}))
    view = opened(buyer, came, monkeypatch)
    assert not view.findChildren(EntryCard)
    buyer.click(buyer.say("Read it anyway"))
    buyer.qtbot.waitUntil(lambda: len(view.findChildren(EntryCard)) == 2, timeout=20_000)


def test_the_language_of_the_window_changes_under_it(buyer: Buyer, purchase: str, came: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert purchase
    view = opened(buyer, came, monkeypatch)
    view.retranslate()
    assert view.title(buyer.parts.translation) == buyer.say("Answers that come back")
