"""The pages of a contract's plan and agreement at the window: what is pressed is done, told, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from tests.screens.planned import planned

from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.contract import Classification, Contact, Extension
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.ui.application import Desk
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.views import agreement_class, agreement_suppliers, agreement_time, contract_agreement, contract_plan
from kravkompass.ui.views.agreement_prompts import Decision, ask_decision, ask_supplier
from kravkompass.ui.views.contract import ContractView
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.plan_prompts import Finished, OwnActivity, ask_moved
from kravkompass.ui.views.plan_row import PlanRow
from kravkompass.ui.widgets.button import Button, IconButton
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.text_fields import TextField
from kravkompass.ui.widgets.value_fields import DateField
from kravkompass.ui.work import Workers

TODAY = date(2027, 9, 15)
Opened = Callable[[str], ContractPage]


@pytest.fixture
def screen(store: Store) -> ContractScreen:
    return planned(store, lambda: TODAY, extensions=(Extension(12),))


@pytest.fixture
def at(desk: Desk, screen: ContractScreen, store: Store, qtbot: QtBot) -> Iterator[Opened]:
    """Open a section of the contract and give its page."""
    workers = Workers()
    view = ContractView(desk.voice, screen, workers)
    qtbot.addWidget(view)
    view.resize(1200, 900)
    view.refresh()
    view.show()
    store.when_changed(lambda _kinds: view.refresh())

    def opened(section: str) -> ContractPage:
        view.open(section)
        QApplication.processEvents()
        return view.page

    yield opened
    workers.close()


class Told:
    """What a page told of, and what takes it back."""

    def __init__(self, page: ContractPage) -> None:
        self.page = page
        self.words: list[str] = []
        self.undo: Callable[[], None] | None = None
        page.message.connect(self._hear)

    def _hear(self, wording: object, undo: Callable[[], None] | None) -> None:
        self.words.append(self.page.voice.word(wording))  # type: ignore[arg-type]
        self.undo = undo

    def take_back(self) -> None:
        assert self.undo is not None
        self.undo()


def press(page: ContractPage, words: str) -> None:
    QApplication.processEvents()
    button = next(one for one in page.findChildren(Button) if one.accessibleName() == words and one.isVisible())
    button.click()
    QApplication.processEvents()


def rows(page: ContractPage) -> list[PlanRow]:
    return [one for one in page.findChildren(PlanRow) if one.isVisible()]


def states(screen: ContractScreen) -> list[State]:
    return [one.state for one in screen.store.parts(KeptActivity, ("day", "key"), contract=screen.id)]


# ---- the plan ----------------------------------------------------------------------------------------------------------------------


def test_overdue_stands_first_and_is_said_to_be(at: Opened) -> None:
    page = at("plan")
    assert [one.activity.day.isoformat() for one in rows(page)][:3] == ["2027-03-01", "2027-09-01", "2028-03-01"]
    assert page.first_focus() is rows(page)[0].first_focus()


def test_an_activity_is_done_and_taken_back(at: Opened, screen: ContractScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    page = at("plan")
    told, before = Told(page), states(screen)
    monkeypatch.setattr(contract_plan, "ask_finished", lambda *_: Finished(TODAY, 30, "Bra"))
    press(page, "Klart …")
    assert states(screen).count(State.DONE) == 1
    assert told.words == ["Gjort: Startmöte med leverantören"]
    told.take_back()
    assert states(screen) == before


def test_an_activity_is_moved_left_out_and_planned_again(at: Opened, screen: ContractScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    page = at("plan")
    told = Told(page)
    monkeypatch.setattr(contract_plan, "ask_moved", lambda *_: (date(2027, 10, 4), "Semester"))
    press(page, "Flytta: Rapport från leverantören")
    assert "2027-10-04" in [one.activity.day.isoformat() for one in rows(page)]
    monkeypatch.setattr(contract_plan, "ask_reason", lambda *_: "Nyss kontrollerat")
    press(page, "Utelämna: Rapport från leverantören")
    assert states(screen).count(State.DROPPED) == 1
    press(page, "Gjort och utelämnat (1)")
    press(page, "Planera på nytt: Rapport från leverantören")
    assert State.DROPPED not in states(screen)
    assert len(told.words) == 3


def test_an_activity_of_ones_own_is_added_and_deleted(at: Opened, screen: ContractScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    page = at("plan")
    count = len(states(screen))
    monkeypatch.setattr(contract_plan, "ask_own", lambda *_: OwnActivity("Ring", date(2027, 9, 20), 10, (), ""))
    press(page, "Lägg till aktivitet")
    assert len(states(screen)) == count + 1
    press(page, "Ta bort Ring")
    assert len(states(screen)) == count


def test_a_buyer_who_changes_her_mind_changes_nothing(at: Opened, screen: ContractScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    page, before = at("plan"), states(screen)
    for name in ("ask_finished", "ask_moved", "ask_reason", "ask_own"):
        monkeypatch.setattr(contract_plan, name, lambda *_: None)
    for words in ("Klart …", "Flytta: Rapport från leverantören", "Utelämna: Rapport från leverantören", "Lägg till aktivitet"):
        press(page, words)
    assert states(screen) == before


def test_what_does_not_fit_the_contract_any_more_can_be_laid_out_anew(at: Opened, screen: ContractScreen) -> None:
    page = at("plan")
    with screen.change() as change:
        change.contracts.keep(replace(screen.contract, months=36))
    count = len(states(screen))
    press(page, "Lägg upp planen på nytt")
    assert len(states(screen)) > count


def test_an_activity_far_ahead_is_brought_into_sight(at: Opened, screen: ContractScreen) -> None:
    with screen.change() as change:
        change.contracts.keep(replace(screen.contract, months=120))
    page = at("plan")
    press(page, "Lägg upp planen på nytt")
    last = screen.store.parts(KeptActivity, ("day",), contract=screen.id)[-1]
    page.show_part(last.id)
    QApplication.processEvents()
    row = next(one for one in rows(page) if one.activity.id == last.id)
    assert row.isVisible()
    assert QApplication.focusWidget() in row.findChildren(Button)
    assert page.viewport().rect().contains(row.mapTo(page.viewport(), row.rect().center()))


def test_the_page_and_the_keyboard_stay_where_they_were(at: Opened, screen: ContractScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    with screen.change() as change:
        change.contracts.keep(replace(screen.contract, months=120))
    page = at("plan")
    press(page, "Lägg upp planen på nytt")
    for _ in range(3):
        QApplication.processEvents()
    there = rows(page)[3]
    after = rows(page)[4].activity
    there.first_focus().setFocus()  # type: ignore[union-attr]
    page.verticalScrollBar().setValue(300)
    assert page.verticalScrollBar().value() == 300
    monkeypatch.setattr(contract_plan, "ask_finished", lambda *_: Finished(TODAY, 30, "Bra"))
    there.finish_it.emit()
    for _ in range(3):
        QApplication.processEvents()
    assert page.verticalScrollBar().value() == 300
    holder = next(one for one in rows(page) if one.isAncestorOf(QApplication.focusWidget()))  # type: ignore[arg-type]
    assert holder.activity.id == after.id


# ---- prompts -----------------------------------------------------------------------------------------------------------------------


def answer(monkeypatch: pytest.MonkeyPatch, fill: Callable[[Prompt], None], *, yes: bool = True) -> list[bool]:
    """Answer the next prompt: fill it in, note whether its first button could be pressed, and press it when it can."""
    could: list[bool] = []

    def exec_it(prompt: Prompt) -> int:
        prompt.show()
        fill(prompt)
        QApplication.processEvents()
        button = next(one for one in prompt.findChildren(Button) if one.isDefault())
        could.append(button.isEnabled())
        prompt.hide()
        return int(yes and button.isEnabled())

    monkeypatch.setattr(QDialog, "exec", exec_it)
    return could


def test_a_move_wants_a_new_day_and_a_reason_and_lands_on_a_working_day(
    at: Opened, screen: ContractScreen, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    page = at("plan")
    activity = rows(page)[1].activity

    def only_day(prompt: Prompt) -> None:
        prompt.findChildren(DateField)[0]._picked(date(2028, 6, 6))

    assert answer(monkeypatch, only_day) == []
    assert ask_moved(desk.voice, activity, screen.contract.country, page) is None

    def whole(prompt: Prompt) -> None:
        only_day(prompt)
        prompt.findChildren(NoteArea)[0].setPlainText("Semester")

    answer(monkeypatch, whole)
    assert ask_moved(desk.voice, activity, screen.contract.country, page) == (date(2028, 6, 7), "Semester")

    def personal(prompt: Prompt) -> None:
        only_day(prompt)
        prompt.findChildren(NoteArea)[0].setPlainText("Bo 19811228-9874 är sjuk")

    could = answer(monkeypatch, personal)
    assert ask_moved(desk.voice, activity, screen.contract.country, page) is None
    assert could == [False]


def test_a_wrong_organisation_number_is_told_and_kept_all_the_same(desk: Desk, at: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    page = at("agreement")

    def fill(prompt: Prompt) -> None:
        name, number = prompt.findChildren(TextField)
        name.setText("Rött AB")
        number.setText("556012-5791")
        assert "Kontrollsiffran" in number.accessibleDescription()

    answer(monkeypatch, fill)
    assert ask_supplier(desk.voice, page, {}) == ("Rött AB", "556012-5791", ())


def test_a_decision_about_an_extension_wants_a_reason(desk: Desk, at: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    page = at("agreement")

    def without(prompt: Prompt) -> None:
        next(one for one in prompt.findChildren(Button) if one.isDefault())

    could = answer(monkeypatch, without)
    assert ask_decision(desk.voice, page, 12, TODAY) is None
    assert could == [False]


# ---- the agreement -------------------------------------------------------------------------------------------------------------------


def test_a_supplier_and_a_contact_are_added_and_deleted(at: Opened, screen: ContractScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    page = at("agreement")
    told, count = Told(page), len(states(screen))
    monkeypatch.setattr(agreement_suppliers, "ask_supplier", lambda *_: ("Rött AB", "5560125790", ()))
    press(page, "Lägg till leverantör")
    assert [one.number for one in screen.suppliers] == ["", "556012-5790"]
    assert len(states(screen)) > count
    assert told.words[-1].startswith("Planen är ändrad.")
    monkeypatch.setattr(agreement_suppliers, "ask_contact", lambda *_: Contact("Bo Berg"))
    press(page, "Lägg till kontakt")
    assert screen.suppliers[0].contacts == (Contact("Bo Berg"),)
    press(page, "Ta bort Rött AB")
    assert len(states(screen)) == count
    told.take_back()
    assert len(screen.suppliers) == 2


def test_an_extension_is_decided_and_the_contract_ends_and_goes_on(
    at: Opened, screen: ContractScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = at("agreement")
    told = Told(page)
    monkeypatch.setattr(agreement_time, "ask_decision", lambda *_: Decision(used=True, day=TODAY, reason="Går bra"))
    press(page, "Besluta …")
    assert screen.contract.months_in_force == 36
    assert told.words[-1].startswith("Förlängningen används.")
    monkeypatch.setattr(agreement_time, "ask_end", lambda *_: (date(2027, 12, 31), "Överenskommet"))
    press(page, "Avtalet upphörde i förtid …")
    assert screen.contract.ended == date(2027, 12, 31)
    press(page, "Avtalet upphörde inte i förtid")
    assert screen.contract.ended is None


def test_the_class_wants_a_reason_when_it_is_not_the_proposed(at: Opened, screen: ContractScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    page = at("agreement")
    (card,) = page.findChildren(agreement_class.ClassCard)
    monkeypatch.setattr(agreement_class, "ask_reason", lambda *_: None)
    card._class.changed.emit(Classification.CRITICAL)
    assert screen.contract.classification is Classification.MEDIUM
    monkeypatch.setattr(agreement_class, "ask_reason", lambda *_: "Varje dag")
    card._class.changed.emit(Classification.CRITICAL)
    assert (screen.contract.classification, screen.contract.classification_reason) == (Classification.CRITICAL, "Varje dag")
    press(page, "Ta förslaget")
    assert (screen.contract.classification, screen.contract.classification_reason) == (Classification.SMALL, "")


def test_lots_names_and_numbers_are_kept(at: Opened, screen: ContractScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    page = at("agreement")
    monkeypatch.setattr(contract_agreement, "ask_lot", lambda *_: ("1", "Frukt"))
    press(page, "Lägg till delområde")
    assert screen.contract.lots == {"1": "Frukt"}
    press(page, "Ta bort Frukt")
    assert screen.contract.lots == {}
    (title,) = page.findChildren(TextField, "title")
    title.setText("Frukt och grönt")
    title.commit()
    assert screen.contract.title == "Frukt och grönt"


@pytest.mark.parametrize("section", ["plan", "agreement"])
def test_everything_can_be_reached_by_keyboard_and_has_a_name(at: Opened, section: str, qtbot: QtBot) -> None:
    page = at(section)
    wanted = [one for one in page.findChildren(Button) if one.isVisible() and one.isEnabled()]
    assert wanted
    assert all(one.accessibleName() for one in wanted)
    assert all(one.toolTip() for one in wanted if isinstance(one, IconButton))
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    seen = {QApplication.focusWidget()}
    for _ in range(400):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert not [one.accessibleName() for one in wanted if one not in seen]
