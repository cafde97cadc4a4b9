"""The page of a contract's plan at the window: what is pressed is done, told, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.views.conftest import SIGNED_TODAY as TODAY
from tests.ui.views.contract_pages import Opened, Told, answer, press, rows, states

from kravkompass.followup.activity import KeptActivity, State
from kravkompass.screens.contract import ContractScreen
from kravkompass.ui.application import Desk
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.views import plan_verbs
from kravkompass.ui.views.plan_prompts import Finished, OwnActivity, ask_moved
from kravkompass.ui.widgets.button import Button
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.value_fields import DateField


def test_overdue_stands_first_and_is_said_to_be(contract_page: Opened) -> None:
    page = contract_page("plan")
    assert [one.activity.day.isoformat() for one in rows(page)][:3] == ["2027-03-01", "2027-09-01", "2028-03-01"]
    assert page.first_focus() is rows(page)[0].first_focus()


def test_an_activity_is_done_and_taken_back(
    contract_page: Opened, contract_screen: ContractScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = contract_page("plan")
    told, before = Told(page), states(contract_screen)
    monkeypatch.setattr(plan_verbs, "ask_finished", lambda *_: Finished(TODAY, 30, "Bra"))
    press(page, "Klart …")
    assert states(contract_screen).count(State.DONE) == 1
    assert told.words == ["Klart: Startmöte med leverantören"]
    told.take_back()
    assert states(contract_screen) == before


def test_an_activity_is_moved_left_out_and_planned_again(
    contract_page: Opened, contract_screen: ContractScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = contract_page("plan")
    told = Told(page)
    monkeypatch.setattr(plan_verbs, "ask_moved", lambda *_: (date(2027, 10, 4), "Semester"))
    press(page, "Flytta: Rapport från leverantören")
    assert "2027-10-04" in [one.activity.day.isoformat() for one in rows(page)]
    monkeypatch.setattr(plan_verbs, "ask_reason", lambda *_: "Nyss kontrollerat")
    press(page, "Utelämna: Rapport från leverantören")
    assert states(contract_screen).count(State.DROPPED) == 1
    press(page, "Klart och utelämnat (1)")
    press(page, "Planera på nytt: Rapport från leverantören")
    assert State.DROPPED not in states(contract_screen)
    assert len(told.words) == 3


def test_an_activity_of_ones_own_is_added_and_deleted(
    contract_page: Opened, contract_screen: ContractScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = contract_page("plan")
    count = len(states(contract_screen))
    monkeypatch.setattr(plan_verbs, "ask_own", lambda *_: OwnActivity("Ring", date(2027, 9, 20), 10, (), ""))
    press(page, "Lägg till aktivitet")
    assert len(states(contract_screen)) == count + 1
    press(page, "Ta bort Ring")
    assert len(states(contract_screen)) == count


def test_a_buyer_who_changes_her_mind_changes_nothing(
    contract_page: Opened, contract_screen: ContractScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, before = contract_page("plan"), states(contract_screen)
    for name in ("ask_finished", "ask_moved", "ask_reason", "ask_own"):
        monkeypatch.setattr(plan_verbs, name, lambda *_: None)
    for words in ("Klart …", "Flytta: Rapport från leverantören", "Utelämna: Rapport från leverantören", "Lägg till aktivitet"):
        press(page, words)
    assert states(contract_screen) == before


def test_what_does_not_fit_the_contract_any_more_can_be_laid_out_anew(
    contract_page: Opened, contract_screen: ContractScreen
) -> None:
    page = contract_page("plan")
    with contract_screen.change() as change:
        change.contracts.keep(replace(contract_screen.contract, months=36))
    count = len(states(contract_screen))
    press(page, "Lägg upp planen på nytt")
    assert len(states(contract_screen)) > count


def test_an_activity_far_ahead_is_brought_into_sight(contract_page: Opened, contract_screen: ContractScreen) -> None:
    with contract_screen.change() as change:
        change.contracts.keep(replace(contract_screen.contract, months=120))
    page = contract_page("plan")
    press(page, "Lägg upp planen på nytt")
    last = contract_screen.store.parts(KeptActivity, ("day",), contract=contract_screen.id)[-1]
    page.show_part(last.id)
    QApplication.processEvents()
    row = next(one for one in rows(page) if one.activity.id == last.id)
    assert row.isVisible()
    assert QApplication.focusWidget() in row.findChildren(Button)
    assert page.viewport().rect().contains(row.mapTo(page.viewport(), row.rect().center()))


def test_the_page_and_the_keyboard_stay_where_they_were(
    contract_page: Opened, contract_screen: ContractScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    with contract_screen.change() as change:
        change.contracts.keep(replace(contract_screen.contract, months=120))
    page = contract_page("plan")
    press(page, "Lägg upp planen på nytt")
    for _ in range(3):
        QApplication.processEvents()
    there = rows(page)[3]
    after = rows(page)[4].activity
    there.first_focus().setFocus()  # type: ignore[union-attr]
    page.verticalScrollBar().setValue(300)
    assert page.verticalScrollBar().value() == 300
    monkeypatch.setattr(plan_verbs, "ask_finished", lambda *_: Finished(TODAY, 30, "Bra"))
    there.finish_it.emit()
    for _ in range(3):
        QApplication.processEvents()
    assert page.verticalScrollBar().value() == 300
    holder = next(one for one in rows(page) if one.isAncestorOf(QApplication.focusWidget()))  # type: ignore[arg-type]
    assert holder.activity.id == after.id


# ---- prompts -----------------------------------------------------------------------------------------------------------------------


def test_a_move_wants_a_new_day_and_a_reason_and_lands_on_a_working_day(
    contract_page: Opened, contract_screen: ContractScreen, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    page = contract_page("plan")
    activity = rows(page)[1].activity

    def only_day(prompt: Prompt) -> None:
        prompt.findChildren(DateField)[0]._picked(date(2028, 6, 6))

    assert answer(monkeypatch, only_day) == []
    assert ask_moved(desk.voice, activity, contract_screen.contract.country, page) is None

    def whole(prompt: Prompt) -> None:
        only_day(prompt)
        prompt.findChildren(NoteArea)[0].setPlainText("Semester")

    answer(monkeypatch, whole)
    assert ask_moved(desk.voice, activity, contract_screen.contract.country, page) == (date(2028, 6, 7), "Semester")

    def personal(prompt: Prompt) -> None:
        only_day(prompt)
        prompt.findChildren(NoteArea)[0].setPlainText("Bo 19811228-9874 är sjuk")

    could = answer(monkeypatch, personal)
    assert ask_moved(desk.voice, activity, contract_screen.contract.country, page) is None
    assert could == [False]
