"""Looking at documents in the program: from the page of export to the pages, through them, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid
from tests.journeys.conftest import Buyer

from kravkompass.language import Language, Languages
from kravkompass.screens.document_kinds import DocumentKind
from kravkompass.ui.views.export_page import ExportPage
from kravkompass.ui.views.preview import PreviewView
from kravkompass.ui.views.wizard import WizardView


def at_export(buyer: Buyer) -> ExportPage:
    """Stand on the page of export of a small purchase."""
    buyer.click(buyer.say("New purchase"))
    wizard = buyer.wizard._wizard
    wizard.describe(title="Frukt till förskolor")
    wizard.set_groups(("fruit-vegetables",))
    buyer.go("export")
    page = buyer.wizard.page
    assert isinstance(page, ExportPage)
    return page


@pytest.fixture
def preview(buyer: Buyer) -> Iterator[PreviewView]:
    """The preview of a small purchase's list and plan, with its first page drawn."""
    at_export(buyer)
    buyer.click(buyer.say("Preview"))
    view = buyer.window.view
    assert isinstance(view, PreviewView)
    drawn(buyer, view)
    yield view
    if isValid(view):
        view.commit()  # as the window does when it is left


def drawn(buyer: Buyer, view: PreviewView) -> None:
    """Wait until what is in sight is drawn."""

    def there() -> None:
        assert view._pages is not None
        assert view._sheets.page in view._sheets._pictures
        assert not view._drawing._wishes

    buyer.qtbot.waitUntil(there, timeout=20_000)


def test_the_real_pages_are_seen_and_turned(buyer: Buyer, preview: PreviewView) -> None:
    assert preview._pages is not None
    assert preview._list.count() == len(preview._pages) > 2
    image = preview._sheets.grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 5
    preview._list.setCurrentRow(2)
    drawn(buyer, preview)
    assert preview._sheets.page == 2
    assert buyer.say("Requirement list") in buyer.window.windowTitle()


def test_only_pages_in_sight_are_drawn(buyer: Buyer, preview: PreviewView) -> None:
    assert preview._pages is not None
    assert len(preview._sheets._pictures) < len(preview._pages)
    before = preview._sheets._pictures[0][1].width()
    buyer.click(buyer.say("Larger"))
    drawn(buyer, preview)
    buyer.qtbot.waitUntil(lambda: preview._sheets._pictures[0][1].width() > before, timeout=20_000)


def test_words_are_found_and_gone_through(buyer: Buyer, preview: PreviewView) -> None:
    preview._search.field.setText("leverantör")
    preview._search.field.commit()
    buyer.qtbot.waitUntil(lambda: bool(preview._search.hits), timeout=20_000)
    first = preview._sheets._hit
    preview._search.step(1)
    assert preview._sheets._hit is preview._search.hits[1] is not first
    preview._search.step(-2)
    assert preview._sheets._hit is preview._search.hits[-1]
    preview._search.field.setText("finns inte här")
    preview._search.field.commit()
    buyer.qtbot.waitUntil(lambda: not preview._search.hits, timeout=20_000)
    assert preview._sheets._hit is None


def test_another_document_can_be_chosen_and_one_can_go_back(buyer: Buyer, preview: PreviewView) -> None:
    first = preview._pages
    preview._which.put_value(DocumentKind.FOLLOWUP_PLAN)
    preview._which.changed.emit(preview._which.value)
    buyer.qtbot.waitUntil(lambda: preview._pages is not first, timeout=20_000)
    buyer.click(buyer.say("Back"))
    assert isinstance(buyer.window.view, WizardView)
    assert isinstance(buyer.wizard.page, ExportPage)


def test_the_pages_are_printed(buyer: Buyer, preview: PreviewView, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setResolution(72)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(1, 2)
    preview.print_to(printer)
    assert preview._printing is not None
    buyer.qtbot.waitUntil(lambda: preview._printing is None, timeout=20_000)
    from pypdf import PdfReader

    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 2


def test_it_opens_elsewhere(buyer: Buyer, preview: PreviewView, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    buyer.click(buyer.say("Open in another program"))
    assert preview._pages is not None
    assert Path(opened[0].toLocalFile()).read_bytes() == preview._pages.data


@pytest.mark.parametrize("buyer", [language.value for language in Language], indirect=True)
@pytest.mark.usefixtures("buyer")
def test_the_language_of_the_window_changes_under_it(preview: PreviewView) -> None:
    preview.retranslate()
    assert preview._list.item(0).text() == preview.voice.say("Page {n}", n=1)


def test_escape_leaves_and_what_was_ticked_is_still_ticked(buyer: Buyer) -> None:
    page = at_export(buyer)
    page.choices.kinds.put_value([DocumentKind.REQUIREMENT_LIST])
    page.choices.languages.put_value(Languages(Language.SWEDISH, Language.BOKMAL))
    ticked = page.choices.ticked
    buyer.click(buyer.say("Preview"))
    assert isinstance(buyer.window.view, PreviewView)
    drawn(buyer, buyer.window.view)
    buyer.qtbot.keyClick(buyer.window.view._sheets, Qt.Key.Key_Escape)
    again = buyer.wizard.page
    assert isinstance(again, ExportPage)
    assert again.choices.ticked == ticked
    assert QApplication.focusWidget() is again._look
