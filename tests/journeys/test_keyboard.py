"""A whole purchase made with the keyboard alone: Tab, Space, arrows, Enter and letters, never the mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from tests.journeys.conftest import Buyer

from kravkompass.ui.views.export_page import ExportPage
from kravkompass.ui.views.situation_page import SituationPage

FAR = 400
"""More steps with Tab than any page has places to stop."""


class Keys:
    """Hands that only know the keyboard."""

    def __init__(self, buyer: Buyer) -> None:
        self.buyer = buyer

    @property
    def at(self) -> QWidget:
        """What has the keyboard."""
        if not QApplication.activePopupWidget() and not self.buyer.window.isActiveWindow():
            # A platform without a display does not make the window active again when a list closes.
            self.buyer.window.activateWindow()
            self.buyer.qtbot.waitUntil(self.buyer.window.isActiveWindow)
        held = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert held is not None, "nothing has the keyboard"
        return held

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.at, key)
        self.buyer.see()

    def tab_to(self, there: Callable[[QWidget], bool]) -> QWidget:
        """Go on with Tab until a place is reached."""
        passed = []
        for _ in range(FAR):
            if there(self.at):
                return self.at
            passed.append(self.at.accessibleName() or self.at.objectName() or type(self.at).__name__)
            QTest.keyClick(self.at, Qt.Key.Key_Tab)
        pytest.fail(f"never reached; passed {passed[:80]}")

    def to_button(self, words: str) -> None:
        """Go to a button by the words on it, and press it."""
        self.tab_to(lambda one: isinstance(one, QAbstractButton) and words in {one.text(), one.accessibleName()})
        self.press(Qt.Key.Key_Space)

    def write(self, name: str, words: str) -> None:
        """Go to a field and write in it."""
        self.tab_to(lambda one: one.objectName() == name)
        self.letters(words)
        QTest.keyClick(self.at, Qt.Key.Key_Tab)
        self.buyer.see()

    def letters(self, words: str) -> None:
        """Write where the keyboard is."""
        for letter in words:
            QApplication.sendEvent(self.at, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))

    def next_page(self, page: str) -> None:
        """Press Next, and stand on a page."""
        self.to_button(self.buyer.say("Next"))
        assert self.buyer.wizard._wizard.page.id == page


@pytest.mark.parametrize("buyer", ["sv", "nb", "nn"], indirect=True)
def test_a_purchase_by_keyboard_alone(buyer: Buyer) -> None:
    keys = Keys(buyer)
    buyer.button(buyer.say("New purchase")).setFocus()
    keys.press(Qt.Key.Key_Space)
    keys.write("title", "Bananas")
    keys.write("value", "400000")
    keys.write("organisation", "Alvesta kommun")
    wizard = buyer.wizard._wizard
    assert (wizard.purchase.title, wizard.purchase.organisation) == ("Bananas", "Alvesta kommun")
    assert wizard.purchase.facts.number("value") == 400_000
    keys.next_page("groups")
    choose_a_group(keys)
    keys.next_page("situation")
    answer_with_unknown(keys)
    keys.next_page("risk")
    keys.tab_to(lambda one: one.objectName() == "countries")
    keys.letters("ecu")
    keys.press(Qt.Key.Key_Return)
    assert wizard.purchase.facts.get("countries") == frozenset({"EC"})
    keys.next_page("requirements")
    decide(keys)
    for page in [one.id for one in wizard.pages[wizard.pages.index(wizard.page) + 1 :]]:
        keys.next_page(page)
    assert isinstance(buyer.wizard.page, ExportPage)
    keys.tab_to(lambda one: isinstance(one, QAbstractButton) and one.text() == buyer.say("Save as PDF"))


def choose_a_group(keys: Keys) -> None:
    """Open the area of food and tick fruit and vegetables."""
    buyer = keys.buyer
    language = buyer.window._desk.voice.translation.language.value
    groups = buyer.parts.catalog.groups
    fruit = groups["fruit-vegetables"]
    keys.to_button(groups[fruit.area].names[language])
    keys.to_button(fruit.names[language])
    assert buyer.wizard._wizard.purchase.groups == ("fruit-vegetables",)


def decide(keys: Keys) -> None:
    """Take what is proposed, theme by theme."""
    buyer = keys.buyer
    for _ in buyer.parts.catalog.groups:
        if buyer.button(buyer.say("Take all proposed"), buyer.wizard.page).isEnabled():
            keys.to_button(buyer.say("Take all proposed"))
        done, of = buyer.wizard._wizard.status("requirements")
        if done == of:
            break
        keys.to_button(buyer.say("Next theme"))
    assert buyer.wizard._wizard.purchase.decisions


def answer_with_unknown(keys: Keys) -> None:
    """Answer every question by keyboard, the last one with an arrow."""
    page = keys.buyer.wizard.page
    assert isinstance(page, SituationPage)
    name = next(iter(page._fields))
    keys.tab_to(page._fields[name].isAncestorOf)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Right)
    assert keys.buyer.wizard._wizard.purchase.facts.get(name) in {"yes", "no", "unknown"}
