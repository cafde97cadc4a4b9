"""The templates in the window: made from the list of purchases, begun from, renamed, deleted and read from a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.catalog.real import catalog
from tests.guidance.made import TODAY

from kravkompass.purchases.examples import EXAMPLES
from kravkompass.purchases.store import Store
from kravkompass.screens.home import Home
from kravkompass.screens.overview import Overview
from kravkompass.screens.templates import Templates
from kravkompass.ui.application import Desk
from kravkompass.ui.view import View
from kravkompass.ui.views.home import HomeView
from kravkompass.ui.views.templates import TemplatesView
from kravkompass.ui.widgets.button import Button
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.text_fields import TextField
from kravkompass.ui.work import Workers

Told = list[tuple[str, Callable[[], None] | None]]


class Opened(View):
    """Stands in for the wizard of a purchase."""

    def __init__(self, desk: Desk, purchase: str) -> None:
        super().__init__(desk.voice)
        self.purchase = purchase

    def refresh(self) -> None:
        """Nothing to show."""


@pytest.fixture
def home(desk: Desk, store: Store, qtbot: QtBot) -> Iterator[HomeView]:
    workers = Workers()
    screen = Home(lambda: store, store.purchases, lambda: EXAMPLES, lambda: TODAY, lambda: Overview(store, catalog(), TODAY))
    screen.open_example("kalmar-fruit")
    made = HomeView(desk.voice, screen, lambda purchase: Opened(desk, purchase), workers, templates=Templates(lambda: store))
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    yield made
    workers.close()


@pytest.fixture
def view(desk: Desk, store: Store, qtbot: QtBot) -> TemplatesView:
    made = TemplatesView(desk.voice, Templates(lambda: store), lambda purchase: Opened(desk, purchase))
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    store.when_changed(lambda kinds: made.refresh() if kinds & made.kinds else None)
    return made


def told_by(view: View) -> Told:
    told: Told = []
    view.message.connect(lambda words, undo: told.append((view.voice.word(words), undo)))
    return told


def press(where: QWidget, words: str) -> None:
    QApplication.processEvents()
    button = next(one for one in where.findChildren(Button) if one.accessibleName() == words and one.isVisible())
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()


def name_it(name: str) -> None:
    """Write a name in the next prompt and press Enter."""

    def hands() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(10, hands)
            return
        field = dialog.findChild(TextField, "template name")
        assert field is not None
        field.selectAll()
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        if dialog.isVisible():
            dialog.done(0)

    QTimer.singleShot(0, hands)


def test_a_template_is_made_from_the_list_of_purchases(home: HomeView, store: Store) -> None:
    told = told_by(home)
    title = store.purchases()[0].title
    name_it("Frukt")
    press(home, f"Gör en mall av {title}")
    assert [row.name for row in store.templates()] == ["Frukt"]
    assert told[-1][0] == "Mallen ”Frukt” är klar."
    undo = told[-1][1]
    assert undo is not None
    undo()
    assert store.templates() == ()


def test_the_templates_are_one_button_away_from_the_home_screen(home: HomeView) -> None:
    shown: list[object] = []
    home.go.connect(shown.append)
    press(home, "Mallar")
    assert isinstance(shown[0], TemplatesView)


@pytest.mark.usefixtures("home")
def test_a_purchase_is_begun_from_a_template(view: TemplatesView, store: Store) -> None:
    Templates(lambda: store).make(store.purchases()[0].id, "Frukt")
    shown: list[object] = []
    view.go.connect(shown.append)
    QApplication.processEvents()
    row = next(one for one in view.findChildren(ListRow) if one.accessibleName() == "Frukt")
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert isinstance(shown[0], Opened)
    assert store.purchase(shown[0].purchase).title == "Frukt"


@pytest.mark.usefixtures("home")
def test_a_template_is_renamed_and_deleted_and_both_are_taken_back(view: TemplatesView, store: Store) -> None:
    Templates(lambda: store).make(store.purchases()[0].id, "Frukt")
    told = told_by(view)
    name_it("Plommon")
    press(view, "Byt namn på Frukt")
    assert [row.name for row in store.templates()] == ["Plommon"]
    press(view, "Ta bort Plommon")
    assert store.templates() == ()
    for _, undo in reversed(told):
        assert undo is not None
        undo()
    assert [row.name for row in store.templates()] == ["Frukt"]


@pytest.mark.usefixtures("home")
def test_a_template_goes_out_and_comes_back_as_a_file(view: TemplatesView, store: Store, tmp_path: Path) -> None:
    made = Templates(lambda: store).make(store.purchases()[0].id, "Frukt")
    told = told_by(view)
    view.save(made, tmp_path / "frukt.json")
    view.take(tmp_path / "frukt.json")
    assert [row.name for row in store.templates()] == ["Frukt", "Frukt"]
    assert [words for words, _ in told][-1] == "Mallen har lagts till."


def test_without_templates_it_is_told_how_to_make_one(view: TemplatesView) -> None:
    assert view.first_focus().isVisible()
    assert not view.findChildren(ListRow)
