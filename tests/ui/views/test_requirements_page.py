"""The page of requirements: packages, whole themes, levels and wordings, with prompts answered as a buyer would, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kravkompass.guidance.purchase import LeftOutReason, Verdict
from kravkompass.language import Language
from kravkompass.screens.lots import Lots
from kravkompass.screens.requirements import Choice
from kravkompass.screens.wizard import Wizard
from kravkompass.ui.language import Voice
from kravkompass.ui.layout import holds_keyboard
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.views.requirement_prompts import adapt
from kravkompass.ui.views.requirements_page import RequirementsPage
from kravkompass.ui.widgets.button import Button
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.text_fields import TextArea
from kravkompass.ui.widgets.value_fields import NumberField
from kravkompass.ui.widgets.word_changes import WordChanges

SV = Language.SWEDISH
Opened = Callable[[str], WizardPage]


@pytest.fixture
def page(open_page: Opened) -> RequirementsPage:
    """The page of requirements."""
    opened = open_page("requirements")
    assert isinstance(opened, RequirementsPage)
    return opened


def answer(with_hands: Callable[[QDialog], None]) -> None:
    """Answer the next prompt; one that is left open is closed so that the test can end."""

    def hands() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        with_hands(dialog)
        if dialog.isVisible():
            dialog.done(0)

    QTimer.singleShot(0, hands)


def press(dialog: QWidget, words: str) -> None:
    button = next(one for one in dialog.findChildren(QAbstractButton) if words in {one.accessibleName(), one.objectName()})
    assert button.isEnabled(), words
    QTest.keyClick(button, Qt.Key.Key_Space)


def all_choices(page: RequirementsPage) -> list[Choice]:
    return [choice for theme in page._screen.themes(SV) for choice in theme.choices]


def undo_of(page: RequirementsPage) -> list[Callable[[], None]]:
    undos: list[Callable[[], None]] = []
    page.message.connect(lambda _wording, undo: undos.append(undo))
    return undos


def test_a_package_is_taken_by_keyboard_and_taken_back(page: RequirementsPage, wizard: Wizard, voice: Voice) -> None:
    offer = page._packages.offers()[0]
    stood = set(wizard.purchase.decisions)
    undos = undo_of(page)

    def take(dialog: QDialog) -> None:
        press(dialog, offer.package.names["sv"])
        press(dialog, voice.say("Take the package"))

    answer(take)
    page._take_package()
    assert set(offer.left) <= set(wizard.purchase.decisions)
    undos[0]()
    assert set(wizard.purchase.decisions) == stood


def test_a_theme_is_left_out_with_a_reason_and_asked_about(page: RequirementsPage, wizard: Wizard, voice: Voice) -> None:
    theme = next(
        one for one in page._screen.themes(SV) if one.proposed and not any(choice.requirement.statutory for choice in one.choices)
    )
    page._show(theme.theme)
    assert not page._none.isVisible()
    undos = undo_of(page)

    def leave(dialog: QDialog) -> None:
        press(dialog, voice.say("Not proportionate to the purchase"))
        press(dialog, voice.say("Leave out"))

    answer(leave)
    page._leave_theme()
    assert page._none.isVisible()
    assert page._none._reason.value == voice.say("Not proportionate to the purchase")
    left = [one for one in wizard.purchase.decisions.values() if one.reason_code == LeftOutReason.NOT_PROPORTIONATE]
    assert left
    undos[0]()
    assert not page._none.isVisible()


def test_changing_ones_mind_changes_nothing(page: RequirementsPage, wizard: Wizard) -> None:
    before = wizard.purchase
    for does in (page._take_package, page._leave_theme):
        answer(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
        does()
    assert wizard.purchase == before


def test_levels_are_compared_side_by_side_and_one_is_chosen(page: RequirementsPage, wizard: Wizard) -> None:
    choice = next(
        one
        for one in all_choices(page)
        if len({two.requirement.level for two in page._screen.levels(one.requirement.id, SV)}) > 1
    )
    page.show_requirement(choice.requirement.id)
    card = page._cards[choice.requirement.id]
    stood = wizard.purchase.decisions.keys()
    highest = card._levels()[-1].requirement.id
    undos = undo_of(page)
    answer(lambda dialog: press(dialog, f"level {highest}"))
    card._compare()
    assert wizard.purchase.decisions[highest].is_in
    undos[0]()
    assert wizard.purchase.decisions.keys() == stood


def test_a_wording_with_unknown_braces_cannot_be_kept_and_it_is_said_which(page: RequirementsPage, voice: Voice) -> None:
    card = next(iter(page._cards.values()))

    def write(dialog: QDialog) -> None:
        keep = next(one for one in dialog.findChildren(Button) if one.text() == voice.say("Keep the wording"))
        area = dialog.findChildren(TextArea)[0]
        assert keep.isEnabled()
        area.setPlainText("Inom {okänt} dagar.")
        assert not keep.isEnabled()
        assert "{okänt}" in area.accessibleDescription()
        area.setPlainText("Inom tio dagar.")
        assert keep.isEnabled()
        assert not area.accessibleDescription()
        dialog.reject()

    answer(write)
    adapt(voice, page._screen, card._choice, card)


def test_changes_of_a_wording_are_shown_live_and_on_the_card(page: RequirementsPage, wizard: Wizard, voice: Voice) -> None:
    name = next(iter(page._cards))
    card = page._cards[name]
    assert not card._changed.isVisible()
    raw = wizard.guide.requirements[name].texts["sv"].demand

    def write(dialog: QDialog) -> None:
        changes = dialog.findChildren(WordChanges)[0]
        assert changes.said() == " ".join(raw.split())
        dialog.findChildren(TextArea)[0].setPlainText(f"{raw} Alltid.")
        assert "<ins" in changes.text()
        assert "<del" not in changes.text()
        assert "Alltid" in changes.said()
        assert changes.said() != " ".join(f"{raw} Alltid.".split())
        press(dialog, voice.say("Keep the wording"))

    answer(write)
    adapt(voice, page._screen, card._choice, card)
    assert wizard.purchase.decisions[name].verdict is Verdict.ADAPTED
    assert card._changed.isVisible()
    assert "Alltid" in card._changes.said()


def test_lots_are_told_on_the_card_chosen_in_a_prompt_and_looked_at_one_by_one(page: RequirementsPage, wizard: Wizard) -> None:
    wizard.set_groups(["fruit-vegetables", "meat"])
    assert page._lot.isHidden()
    lots = Lots(wizard)
    lots.divide(SV)
    first, second = lots.lots
    choice = next(one for one in all_choices(page) if len(one.fits) == 2 and not one.is_decided)
    name = choice.requirement.id
    page.show_requirement(name)
    card = page._cards[name]
    assert "Alla delområden" in {chip.text() for chip in card.findChildren(Chip) if not chip.isHidden()}

    def leave_one_out(dialog: QDialog) -> None:
        press(dialog, f"Delområde 2: {second.title}")
        press(dialog, "Spara")

    undos = undo_of(page)
    answer(leave_one_out)
    press(card, "Välj delområden")
    QApplication.processEvents()
    assert wizard.purchase.decisions[name].lots == (first.id,)
    assert "Delområde 1" in {chip.text() for chip in page._cards[name].findChildren(Chip) if not chip.isHidden()}
    page._lot.select.put_value(second.id)
    page._filtered()
    assert name not in page._cards
    assert all(second in one._choice.lots for one in page._cards.values())
    assert not page._leave.isEnabled()
    page.show_requirement(name)
    assert name in page._cards
    undos[-1]()
    assert name not in wizard.purchase.decisions
    lots.join()
    assert page._lot.isHidden()


def shown_alone(page: RequirementsPage) -> None:
    """Let the window have the keyboard, as it has at a desk."""
    page.window().activateWindow()
    QTest.qWaitForWindowActive(page.window())


def test_the_keyboard_stays_on_a_card_that_is_left_out_in_a_prompt(page: RequirementsPage, voice: Voice) -> None:
    shown_alone(page)
    card = next(card for card in page._cards.values() if not card._choice.is_decided and not card._choice.requirement.statutory)
    button = next(one for one in card.findChildren(Button) if one.accessibleName() == voice.say("Leave out"))
    button.setFocus()

    def leave(dialog: QDialog) -> None:
        press(dialog, voice.say("Not proportionate to the purchase"))
        press(dialog, voice.say("Leave out"))

    answer(leave)
    button.click()
    QApplication.processEvents()
    assert card._choice.is_decided
    assert holds_keyboard(card)


def test_the_keyboard_stays_on_a_card_whose_wording_is_changed_in_a_prompt(page: RequirementsPage, voice: Voice) -> None:
    shown_alone(page)
    card = next(card for card in page._cards.values() if not card._choice.is_decided and not card._choice.requirement.statutory)
    next(one for one in card.findChildren(Button) if one.accessibleName() == voice.say("Change the wording")).setFocus()

    def change(dialog: QDialog) -> None:
        assert not [one for one in dialog.findChildren(Button) if one.accessibleName() == voice.say("Use the catalog's wording") and one.isVisible()]
        dialog.findChildren(QPlainTextEdit)[0].appendPlainText("Mer.")
        press(dialog, voice.say("Keep the wording"))

    answer(change)
    held = page.window().focusWidget()
    assert isinstance(held, QAbstractButton)
    held.click()
    for _ in range(3):
        QApplication.processEvents()
    assert card._choice.decision is not None
    assert holds_keyboard(card)


def test_going_to_a_requirement_brings_its_card_up_and_the_keyboard_to_it(page: RequirementsPage, qtbot: QtBot) -> None:
    shown_alone(page)
    theme = max(page._screen.themes(SV), key=lambda one: len(one.choices))
    name = [choice.requirement.id for choice in theme.choices][-1]
    page.show_requirement(name)
    card = page._cards[name]
    qtbot.waitUntil(lambda: page._brought is None)
    assert card.visibleRegion().boundingRect().top() == 0
    assert not card.visibleRegion().isEmpty()
    assert holds_keyboard(card)


def test_going_to_a_requirement_gives_the_keyboard_to_the_value_that_is_missing(page: RequirementsPage) -> None:
    shown_alone(page)
    several = next(one.requirement for one in all_choices(page) if len(one.requirement.parameters) > 1)
    page.show_requirement(several.id)
    card = page._cards[several.id]
    first, second = (card._values._fields[one.name] for one in several.parameters[:2])
    assert isinstance(first, NumberField)
    assert isinstance(second, NumberField)
    first.put_value(Decimal(1))
    second.put_value(None)
    card.take_keyboard()
    assert holds_keyboard(second)
    second.put_value(Decimal(2))
    card.take_keyboard()
    assert holds_keyboard(first)
