"""The wizard's pages at the window: which purchase it is, going to a far card, the notice in plain words, and a saved document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.catalog.real import catalog
from tests.guidance.made import TODAY

from kravkompass.language import Language, translation
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.purchases.glance import glance
from kravkompass.purchases.store import Store
from kravkompass.screens.home import Home
from kravkompass.screens.lots import Lots
from kravkompass.screens.overview import Overview
from kravkompass.screens.signing import Signing
from kravkompass.screens.wizard import Wizard
from kravkompass.ui.language import Voice
from kravkompass.ui.layout import holds_keyboard
from kravkompass.ui.tabbing import in_reading_order
from kravkompass.ui.view import View
from kravkompass.ui.views.export_page import ExportPage
from kravkompass.ui.views.home import HomeView
from kravkompass.ui.views.notice_page import NO_BREAK_HYPHEN, NoticePage
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.views.requirements_page import RequirementsPage
from kravkompass.ui.views.situation_page import SituationPage
from kravkompass.ui.views.wizard import WizardView
from kravkompass.ui.widgets.button import IconButton
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.work import Workers

Opened = Callable[[str], WizardPage]


def said(holder: WizardPage | WizardView) -> list[str]:
    return [one.text() for one in holder.findChildren(Label) if not one.isHidden()]


def test_every_step_names_the_purchase(view: WizardView, wizard: Wizard) -> None:
    wizard.describe(title="Frukt", reference="KS 2026/1")
    for page in wizard.pages:
        view.open(page.id)
        assert view._which.text() == "Frukt · KS 2026/1"


def test_going_to_a_far_card_brings_it_into_view_on_a_page_shown_for_the_first_time(
    view: WizardView, wizard: Wizard, qtbot: QtBot
) -> None:
    """The longest theme, its last card: a page is laid out in several goes, and each moves the card."""
    view.open("checks")
    view.resize(1000, 500)
    theme = max(RequirementsPage(view.voice, wizard, Workers())._screen.themes(Language.SWEDISH), key=lambda one: len(one.choices))
    name = theme.choices[-1].requirement.id
    view._jump("requirements", name)
    page = view.page
    assert isinstance(page, RequirementsPage)
    qtbot.waitUntil(lambda: page._brought is None, timeout=10_000)
    card = page._cards[name]
    top = card.mapTo(page.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < page.viewport().height() - 60
    assert page.verticalScrollBar().value() > page.viewport().height()
    assert holds_keyboard(card)


@pytest.mark.parametrize("language", Language)
def test_the_notice_names_requirements_by_their_titles(open_page: Opened, voice: Voice, language: Language, wizard: Wizard) -> None:
    voice.switch(translation(language))
    page = open_page("notice")
    assert isinstance(page, NoticePage)
    rows = {row.requirement.id: row.texts.title for row in wizard.guide.rows(language)}
    named = {name for box in page._shown or () for code, names in box.because.items() if box.field != "BT-06" for name in names}
    words = said(page)
    assert named
    assert all(rows[name] in words and name.replace("-", NO_BREAK_HYPHEN) in words for name in named)
    assert not [one for one in words if "SE-" in one]
    voice.switch(translation(Language.SWEDISH))


def test_after_saving_the_keyboard_is_where_it_was_and_space_changes_no_choice(open_page: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    page = open_page("export")
    assert isinstance(page, ExportPage)
    page.window().activateWindow()
    page._write.setFocus()
    before = page.choices.ticked
    page.write(tmp_path)
    assert QApplication.focusWidget() is page._write
    page.write(tmp_path)
    qtbot.waitUntil(lambda: page._job is None, timeout=30_000)
    assert QApplication.focusWidget() is page._write
    assert page.choices.ticked == before
    assert page._results.isVisible()


def test_home_says_that_a_purchase_has_become_a_contract_and_opens_it(
    voice: Voice, store: Store, wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    contract = Signing(wizard).sign("Grönt AB", "", date(2027, 1, 1), None, Language.SWEDISH)
    (row,) = store.purchases()
    assert row.contract == contract
    assert glance(tmp_path / "data", 9) == (row,)
    home = Home(lambda: store, store.purchases, lambda: EXAMPLES, lambda: TODAY, lambda: Overview(store, catalog(), TODAY))
    opened: list[str] = []

    def open_it(name: str) -> View:
        opened.append(name)
        return View(voice)

    workers = Workers()
    view = HomeView(voice, home, open_it, workers, contract=open_it)
    qtbot.addWidget(view)
    view.refresh()
    assert voice.say("Has become a contract") in [one.text() for one in view.findChildren(Chip)]
    view.findChildren(IconButton, f"contract {row.id}")[0].click()
    assert opened == [contract]
    workers.close()


@pytest.mark.parametrize("language", Language)
def test_a_question_is_answered_lot_by_lot_beginning_with_what_the_purchase_says(
    open_page: Opened, voice: Voice, wizard: Wizard, language: Language
) -> None:
    voice.switch(translation(language))
    wizard.set_groups(["fruit-vegetables", "meat"])
    wizard.answer("outside-eea", "yes")
    Lots(wizard).divide(language)
    page = open_page("situation")
    assert isinstance(page, SituationPage)
    lots = next(one for one in page._of_lots if one.objectName() == "lots outside-eea")
    lots.open()
    (_first, second) = lots._fields.values()
    assert second.value == "yes"
    second.changed.emit("no")
    page.refresh()
    assert (second.value, lots._screen.differing("outside-eea")) == ("no", 1)
    words = said(page)
    assert voice.say("Answered for this lot.") in words
    assert voice.say("Taken from the answer for the whole purchase. Change it if the lot differs.") in words
    voice.switch(translation(Language.SWEDISH))


def test_tab_goes_from_the_last_field_of_every_page_to_next_and_then_out(view: WizardView, wizard: Wizard, qtbot: QtBot) -> None:
    view.activateWindow()
    for page in wizard.pages:
        view.open(page.id)
        QApplication.processEvents()
        order = list(in_reading_order(view))
        foot = [one for one in (view._back, view._next) if one.isEnabled() and not one.isHidden()]
        assert order[-len(foot) :] == foot
        last = order[-len(foot) - 1]
        last.setFocus()
        qtbot.keyClick(last, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is foot[0]
        qtbot.keyClick(foot[0], Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is last


def test_every_page_begins_on_itself_and_the_steps_are_walked_with_two_keys(view: WizardView, wizard: Wizard, qtbot: QtBot) -> None:
    view.activateWindow()
    view.open("purchase")
    for page in wizard.pages[1:]:
        qtbot.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert wizard.page == page
        assert holds_keyboard(view.page)
    for page in reversed(wizard.pages[:-1]):
        qtbot.keyClick(view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
        assert wizard.page == page
