"""A buyer at the window: an empty data folder, the real program, and hands to click and type with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.purchases.new_data import new_data

from kravkompass.app import Parts
from kravkompass.language import Language
from kravkompass.purchases.store import Store
from kravkompass.ui.application import set_up
from kravkompass.ui.running import make_window
from kravkompass.ui.theme import Appearance
from kravkompass.ui.views.home import HomeView
from kravkompass.ui.views.wizard import WizardView
from kravkompass.ui.window import Window
from kravkompass.ui.work import Workers


class Buyer:
    """Does at the window what a buyer does: looks for a button by its words, clicks it, types into a field."""

    def __init__(self, window: Window, parts: Parts, qtbot: QtBot) -> None:
        self.window = window
        self.parts = parts
        self.qtbot = qtbot

    @property
    def wizard(self) -> WizardView:
        """The wizard, which must be what is shown."""
        view = self.window.view
        assert isinstance(view, WizardView)
        return view

    def see(self) -> None:
        """Let the window show what is waiting."""
        for _ in range(3):
            QApplication.processEvents()

    def button(self, words: str, within: QWidget | None = None) -> QAbstractButton:
        """Find the button with these words on it, or with this name for a screen reader."""
        inside = within or self.window
        found = [
            one for one in inside.findChildren(QAbstractButton) if one.isVisible() and words in {one.text(), one.accessibleName()}
        ]
        assert found, (
            f"no button “{words}” among {sorted({one.text() for one in inside.findChildren(QAbstractButton) if one.isVisible()})}"
        )
        return found[0]

    def click(self, words: str, within: QWidget | None = None) -> None:
        """Click the button with these words on it."""
        QTest.mouseClick(self.button(words, within), Qt.MouseButton.LeftButton)
        self.see()

    def say(self, source: str) -> str:
        """Say an English source text in the language of the window."""
        return self.window._desk.voice.say(source)

    def type_into(self, name: str, text: str) -> None:
        """Type into the field of this name, and go on to the next."""
        field = self.wizard.page.findChild(QWidget, name)
        assert field is not None, name
        inner = field if field.focusProxy() is None else field.focusProxy()
        assert inner is not None
        inner.setFocus()
        QTest.keyClick(inner, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in text:
            # QTest.keyClicks knows ASCII only.
            QApplication.sendEvent(inner, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
        self.wizard.commit()
        self.see()

    def go(self, page: str) -> None:
        """Open a page of the wizard from the list of steps."""
        self.wizard._steps.chosen.emit(page)
        self.see()
        assert self.wizard._wizard.page.id == page

    def home(self) -> HomeView:
        """Go to the home screen."""
        view = self.window.go("home")
        assert isinstance(view, HomeView)
        return view


@pytest.fixture
def buyer(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Buyer]:
    """A buyer before an empty window, in Swedish or the language the test is parametrised with."""
    language = Language(getattr(request, "param", "sv"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    parts = Parts(new_data(tmp_path / "data"), language)
    desk = set_up([], parts.translation, Appearance.LIGHT)
    workers = Workers()
    window = make_window(parts, desk, workers)
    qtbot.addWidget(window)
    window.show()
    window.go("home")
    yield Buyer(window, parts, qtbot)
    workers.close()
    desk.voice.fall_silent()
    parts.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A municipality's data, without a window."""
    with Store(new_data(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def neighbour(tmp_path: Path) -> Iterator[Store]:
    """Another municipality's data, in a file of its own."""
    with Store(new_data(tmp_path / "neighbour")) as opened:
        yield opened
