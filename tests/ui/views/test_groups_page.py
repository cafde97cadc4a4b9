"""The page of product groups: the purchase as one whole, and lots added, named, moved and removed by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kravkompass.language import Language, translation
from kravkompass.screens.wizard import Wizard
from kravkompass.ui.language import Voice
from kravkompass.ui.views.groups_page import GroupsPage
from kravkompass.ui.views.lot_card import LotCard
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.button import Button
from kravkompass.ui.widgets.option import Tick

Opened = Callable[[str], WizardPage]


@pytest.fixture
def page(open_page: Opened, wizard: Wizard) -> GroupsPage:
    wizard.set_groups(["fruit-vegetables", "meat"])
    opened = open_page("groups")
    assert isinstance(opened, GroupsPage)
    return opened


def settled() -> None:
    QApplication.processEvents()


def press(page: GroupsPage, words: str) -> None:
    """Press the button of these words with the keyboard; it must be one that is seen and can be reached."""
    button = next(one for one in page.findChildren(Button) if one.accessibleName() == words and one.isVisible())
    assert button.isEnabled(), words
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settled()


def tick(page: QWidget, words: str) -> None:
    found = next(one for one in page.findChildren(Tick) if one.accessibleName() == words and not one.isHidden())
    QTest.keyClick(found, Qt.Key.Key_Space)
    settled()


def cards(page: GroupsPage) -> list[LotCard]:
    return [page._cards[lot.id] for lot in page._lots.lots]


def held() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def titles(wizard: Wizard) -> list[str]:
    return [lot.title for lot in wizard.purchase.lots]


def test_a_whole_purchase_is_ticked_as_ever(page: GroupsPage, wizard: Wizard) -> None:
    tick(page, "Kött och chark")
    assert list(wizard.purchase.groups) == ["fruit-vegetables"]
    tick(page, "Kött och chark")
    assert list(wizard.purchase.groups) == ["fruit-vegetables", "meat"]
    assert wizard.purchase.lots == ()


def test_lots_by_keyboard_alone(page: GroupsPage, wizard: Wizard) -> None:
    told: list[tuple[str, Callable[[], None] | None]] = []
    page.message.connect(lambda words, undo: told.append((page.voice.word(words), undo)))
    press(page, "Dela upp i delområden")
    assert titles(wizard) == ["Frukt och grönt", "Kött och chark"]
    assert held() is cards(page)[0].title
    press(page, "Lägg till delområde")
    assert held() is cards(page)[2].title
    QTest.keyClicks(held(), "Fisk")
    QTest.keyClick(held(), Qt.Key.Key_Tab)
    settled()
    assert titles(wizard) == ["Frukt och grönt", "Kött och chark", "Fisk"]
    tick(cards(page)[2], "Fisk och skaldjur")
    assert wizard.purchase.groups == ("fruit-vegetables", "meat", "fish")
    press(page, "Flytta upp delområde 3")
    press(page, "Flytta upp delområde 2")
    assert titles(wizard) == ["Fisk", "Frukt och grönt", "Kött och chark"]
    assert held() is cards(page)[0].title
    press(page, "Ta bort delområde 2")
    assert titles(wizard) == ["Fisk", "Kött och chark"]
    assert told[-1][0] == "Delområde 2 har tagits bort."
    undo = told[-1][1]
    assert undo is not None
    undo()
    settled()
    assert titles(wizard) == ["Fisk", "Frukt och grönt", "Kött och chark"]
    press(page, "Dela inte upp i delområden")
    assert (titles(wizard), wizard.purchase.groups) == ([], ("fish", "fruit-vegetables", "meat"))
    told[-1][1]()  # type: ignore[misc]
    settled()
    assert titles(wizard) == ["Fisk", "Frukt och grönt", "Kött och chark"]


def test_a_lots_value_is_written_and_taken_away(page: GroupsPage, wizard: Wizard) -> None:
    press(page, "Dela upp i delområden")
    for typed, value in (("250 000", 250_000), ("", None)):
        field = cards(page)[0]._value
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        settled()
        assert wizard.purchase.lots[0].value == value


def test_all_product_groups_can_be_ticked_for_a_lot(page: GroupsPage, wizard: Wizard) -> None:
    press(page, "Dela upp i delområden")
    card = cards(page)[1]
    press_in = next(one for one in card.findChildren(Button) if one.accessibleName() == "Alla produktgrupper")
    QTest.keyClick(press_in, Qt.Key.Key_Space)
    settled()
    tick(card._picker.rest, "Ägg")
    assert wizard.purchase.lots[1].groups == ("meat", "eggs")
    assert "Ägg" in {one.accessibleName() for one in card._picker.first.findChildren(Tick) if one.isChecked()}


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_lots_speak_the_language_of_the_window(page: GroupsPage, voice: Voice, language: Language) -> None:
    press(page, "Dela upp i delområden")
    voice.switch(translation(language))
    settled()
    names = {one.accessibleName() for one in page.findChildren(Button) if one.isVisible()}
    assert {"Fjern delkontrakt 1", "Flytt delkontrakt 1 ned"} <= names
    assert not any("delområde" in name for name in names)


def test_the_keyboard_begins_at_the_first_suggestion_and_not_in_a_closed_list(page: GroupsPage) -> None:
    page.window().activateWindow()
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    assert page._picker is not None
    assert page._picker.first.isAncestorOf(held())
    assert held().isVisible()
