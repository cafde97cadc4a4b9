"""The page of risk: countries picked by name with the keyboard, and the question to the supplier."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from kravkompass.guidance.situation import countries_of
from kravkompass.screens.wizard import Wizard
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.views.risk_page import RiskPage


def opened(open_page: Callable[[str], WizardPage]) -> RiskPage:
    page = open_page("risk")
    assert isinstance(page, RiskPage)
    return page


def test_a_country_is_picked_by_keyboard_and_taken_away_again(open_page: Callable[[str], WizardPage], wizard: Wizard) -> None:
    for code in countries_of(wizard.purchase):
        wizard.answer("countries", None)
        assert code
    page = opened(open_page)
    search = page._production.search
    search.setFocus()
    QTest.keyClicks(search, "ecu")
    assert search.suggestions[0] == "EC"
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert countries_of(wizard.purchase) == {"EC"}
    assert search.text() == ""
    QApplication.processEvents()
    QTest.keyClicks(search, "sve")
    QTest.keyClick(search._list, Qt.Key.Key_Down)
    QTest.keyClick(search._list, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert countries_of(wizard.purchase) == {"EC", "SE"}
    button = page.findChild(QAbstractButton, "country EC")
    assert isinstance(button, QAbstractButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert countries_of(wizard.purchase) == {"SE"}


def test_what_is_not_known_gives_a_question_to_copy(open_page: Callable[[str], WizardPage], wizard: Wizard) -> None:
    wizard.answer("countries", None)
    card = opened(open_page)._production
    assert not card._ask.isVisible()
    card._screen.set_unknown(on=True)
    assert card._ask.isVisible()
    card._copy()
    assert wizard.purchase.title in QGuiApplication.clipboard().text()
