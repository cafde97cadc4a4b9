"""The page of a contract's agreement at the window: suppliers, time, class, lots; the plan follows and is told of."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.views.conftest import SIGNED_TODAY as TODAY
from tests.ui.views.contract_pages import Opened, Told, answer, press, states

from kravkompass.followup.contract import Classification, Contact
from kravkompass.screens.contract import ContractScreen
from kravkompass.ui.application import Desk
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.views import agreement_class, agreement_suppliers, agreement_time, contract_agreement
from kravkompass.ui.views.agreement_prompts import Decision, ask_decision, ask_supplier
from kravkompass.ui.widgets.button import Button, IconButton
from kravkompass.ui.widgets.text_fields import TextField


def test_a_wrong_organisation_number_is_told_and_kept_all_the_same(
    desk: Desk, contract_page: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = contract_page("agreement")

    def fill(prompt: Prompt) -> None:
        name, number = prompt.findChildren(TextField)
        name.setText("Rött AB")
        number.setText("556012-5791")
        assert "Kontrollsiffran" in number.accessibleDescription()

    answer(monkeypatch, fill)
    assert ask_supplier(desk.voice, page, {}) == ("Rött AB", "556012-5791", ())


def test_a_decision_about_an_extension_wants_a_reason(desk: Desk, contract_page: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    page = contract_page("agreement")

    def without(prompt: Prompt) -> None:
        next(one for one in prompt.findChildren(Button) if one.isDefault())

    could = answer(monkeypatch, without)
    assert ask_decision(desk.voice, page, 12, TODAY) is None
    assert could == [False]


# ---- the agreement -------------------------------------------------------------------------------------------------------------------


def test_a_supplier_and_a_contact_are_added_and_deleted(
    contract_page: Opened, contract_screen: ContractScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = contract_page("agreement")
    told, count = Told(page), len(states(contract_screen))
    monkeypatch.setattr(agreement_suppliers, "ask_supplier", lambda *_: ("Rött AB", "5560125790", ()))
    press(page, "Lägg till leverantör")
    assert [one.number for one in contract_screen.suppliers] == ["", "556012-5790"]
    assert len(states(contract_screen)) > count
    assert told.words[-1].startswith("Planen är ändrad.")
    monkeypatch.setattr(agreement_suppliers, "ask_contact", lambda *_: Contact("Bo Berg"))
    press(page, "Lägg till en kontaktperson")
    assert contract_screen.suppliers[0].contacts == (Contact("Bo Berg"),)
    press(page, "Ta bort Rött AB")
    assert len(states(contract_screen)) == count
    told.take_back()
    assert len(contract_screen.suppliers) == 2


def test_an_extension_is_decided_and_the_contract_ends_and_goes_on(
    contract_page: Opened, contract_screen: ContractScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = contract_page("agreement")
    told = Told(page)
    monkeypatch.setattr(agreement_time, "ask_decision", lambda *_: Decision(used=True, day=TODAY, reason="Går bra"))
    press(page, "Besluta …")
    assert contract_screen.contract.months_in_force == 36
    assert told.words[-1].startswith("Förlängningen utnyttjas.")
    monkeypatch.setattr(agreement_time, "ask_end", lambda *_: (date(2027, 12, 31), "Överenskommet"))
    press(page, "Avtalet upphörde i förtid …")
    assert contract_screen.contract.ended == date(2027, 12, 31)
    press(page, "Avtalet upphörde inte i förtid")
    assert contract_screen.contract.ended is None


def test_the_class_wants_a_reason_when_it_is_not_the_proposed(
    contract_page: Opened, contract_screen: ContractScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = contract_page("agreement")
    (card,) = page.findChildren(agreement_class.ClassCard)
    monkeypatch.setattr(agreement_class, "ask_reason", lambda *_: None)
    card._class.changed.emit(Classification.CRITICAL)
    assert contract_screen.contract.classification is Classification.MEDIUM
    monkeypatch.setattr(agreement_class, "ask_reason", lambda *_: "Varje dag")
    card._class.changed.emit(Classification.CRITICAL)
    assert (contract_screen.contract.classification, contract_screen.contract.classification_reason) == (
        Classification.CRITICAL,
        "Varje dag",
    )
    press(page, "Använd förslaget")
    assert (contract_screen.contract.classification, contract_screen.contract.classification_reason) == (Classification.SMALL, "")


def test_lots_names_and_numbers_are_kept(
    contract_page: Opened, contract_screen: ContractScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = contract_page("agreement")
    monkeypatch.setattr(contract_agreement, "ask_lot", lambda *_: ("1", "Frukt"))
    press(page, "Lägg till delområde")
    assert contract_screen.contract.lots == {"1": "Frukt"}
    press(page, "Ta bort Frukt")
    assert contract_screen.contract.lots == {}
    (title,) = page.findChildren(TextField, "title")
    title.setText("Frukt och grönt")
    title.commit()
    assert contract_screen.contract.title == "Frukt och grönt"


@pytest.mark.parametrize("section", ["plan", "agreement"])
def test_everything_can_be_reached_by_keyboard_and_has_a_name(contract_page: Opened, section: str, qtbot: QtBot) -> None:
    page = contract_page(section)
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
