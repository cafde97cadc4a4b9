"""The sections of the chain, the self-report and the jobs at the window, by keyboard as a buyer does it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.screens.chain_contract import firm, more, signed

from kravkompass.catalog.terms import Country
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.employment import JobOutcome, JobPromise, PromiseKind
from kravkompass.followup.supply_chain import ChainLink, DisclosureRequest, Role
from kravkompass.language import Language, pseudo_translation, translation
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.ui.application import Desk
from kravkompass.ui.views.contract import ContractView
from kravkompass.ui.views.contract_chain import ChainPage
from kravkompass.ui.views.contract_employment import EmploymentPage
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.contract_questionnaire import QuestionnairePage
from kravkompass.ui.widgets.choice import Segments
from kravkompass.ui.work import Workers

Open = Callable[[ContractScreen, str], ContractPage]


@pytest.fixture
def opened(desk: Desk, store: Store, qtbot: QtBot) -> Iterator[Open]:
    """Open a section of a contract, which shows itself anew when the store changes."""
    workers = Workers()

    def made(screen: ContractScreen, section: str) -> ContractPage:
        view = ContractView(desk.voice, screen, workers, section)
        qtbot.addWidget(view)
        view.resize(1200, 900)
        view.refresh()
        view.show()
        store.when_changed(lambda _kinds: view.refresh())
        return view.page

    yield made
    workers.close()


def see() -> None:
    for _ in range(3):
        QApplication.processEvents()


def words(page: QWidget) -> str:
    see()
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def press(page: QWidget, text: str) -> None:
    see()
    button = next(one for one in page.findChildren(QAbstractButton) if one.isVisibleTo(page) and one.text() == text)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    see()


def test_a_chain_is_built_by_keyboard(store: Store, opened: Open, qtbot: QtBot) -> None:
    screen = signed(store)
    page = opened(screen, "chain")
    assert isinstance(page, ChainPage)
    assert "Inget är känt om kedjan ännu" in words(page)
    press(page, "Lägg till en underleverantör")
    assert page.form.name.hasFocus()
    qtbot.keyClicks(page.form.name, "Packeriet S.A.")
    page.form.country.put_value("EC")
    press(page, "Spara")
    assert [one.name for one in screen.store.parts(ChainLink)] == ["Packeriet S.A."]
    box = QApplication.focusWidget()
    assert isinstance(box, QAbstractButton)
    assert box.accessibleName() == "1  Packeriet S.A."
    assert "Ecuador" in box.accessibleDescription()
    press(page, "Okänd aktör bakom")
    assert not page.form.name.isVisible()
    page.form.role.put_value(Role.RAW_MATERIAL)
    press(page, "Spara")
    unknown = next(one for one in screen.store.parts(ChainLink) if one.unknown)
    assert (unknown.role, unknown.country, unknown.product) == (Role.RAW_MATERIAL, "", "")
    assert "Ingen har uppgett vem det är" in words(page)


def test_what_is_not_known_is_asked_about_and_settled(store: Store, opened: Open) -> None:
    screen = signed(store)
    page = opened(screen, "chain")
    assert isinstance(page, ChainPage)
    press(page, "Fråga leverantören")
    assert "råvaran" in page.asking.words.value
    press(page, "Kopiera frågan och spara den")
    (request,) = screen.store.parts(DisclosureRequest)
    assert QGuiApplication.clipboard().text() == request.about
    assert "Vad som har begärts" in words(page)


def test_several_suppliers_have_a_chain_each(store: Store, opened: Open) -> None:
    screen = signed(store)
    other = more(screen)
    page = opened(screen, "chain")
    assert isinstance(page, ChainPage)
    link = page.chain.keep(page.chain.blank(other.id))
    page.show_part(link.id)
    assert page.drawing.value == link.id
    assert list(page._views) == [link.id]
    press(page, firm(screen).name)
    assert list(page._views) == []


def test_a_form_goes_out_comes_back_and_a_no_becomes_a_deviation(store: Store, opened: Open, tmp_path: Path, qtbot: QtBot) -> None:
    screen = signed(store, Country.NORWAY)
    page = opened(screen, "questionnaires")
    assert isinstance(page, QuestionnairePage)
    press(page, "Skicka ett formulär")
    assert page.sending.keep.hasFocus()
    press(page, "Registrera som skickat")
    (sent,) = page.questionnaires.questionnaires
    book = load_workbook(io.BytesIO(page.questionnaires.write(sent, tmp_path / "skjema.xlsx").read_bytes()))
    for row in book.worksheets[0].iter_rows(max_col=3):
        if row[0].value == "risk-answer":
            row[2].value = "Nei"
    book.save(tmp_path / "svar.xlsx")
    page.read(sent, tmp_path / "svar.xlsx")
    qtbot.waitUntil(page.back.isVisible, timeout=10_000)
    assert page.questionnaires.questionnaires[0].returned is None
    press(page, "Läs in svaren")
    assert page.questionnaires.questionnaires[0].to_correct == ("risk",)
    assert "Att rätta till" in words(page)
    press(page, "Anteckna en avvikelse")
    (deviation,) = screen.store.parts(Deviation)
    assert deviation.what.startswith("Svaret var nei i egenrapporten")


def test_what_came_on_paper_is_typed_in_kept_when_one_leaves_and_taken_with_its_scan(
    store: Store, opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = signed(store)
    page = opened(screen, "questionnaires")
    assert isinstance(page, QuestionnairePage)
    sent = page.questionnaires.send(page.questionnaires.propose(firm(screen).id))
    press(page, "Skriv in från papper")
    assert "1. Ansvar i företaget" in words(page)
    answers = page.paper.findChildren(Segments)
    answers[1].put_value("Nej")
    view = page.window()
    assert isinstance(view, ContractView)
    view.open("plan")
    view.open("questionnaires")
    (kept,) = page.questionnaires.questionnaires
    assert (kept.to_correct, kept.returned) == (("risk",), None)
    scan = tmp_path / "papper.pdf"
    scan.write_bytes(b"%PDF-1.7")
    page.paper.choose_scans([scan])
    assert "papper.pdf" in words(page.paper)
    press(page, "Spara som inkommet")
    qtbot.waitUntil(lambda: page.questionnaires.questionnaires[0].returned is not None, timeout=10_000)
    (taken,) = page.questionnaires.questionnaires
    assert (taken.id, taken.to_correct) == (sent.id, ("risk",))
    assert page.questionnaires.evidence(taken) is not None
    assert page.paper.isHidden()


def test_a_promise_and_its_quarter_are_written_in(store: Store, opened: Open, qtbot: QtBot) -> None:
    screen = signed(store)
    page = opened(screen, "employment")
    assert isinstance(page, EmploymentPage)
    press(page, "Lägg till ett åtagande")
    page.form.kind.put_value(PromiseKind.LANGUAGE_TRAINING)
    page.form.number.selectAll()
    qtbot.keyClicks(page.form.number, "3")
    qtbot.keyClicks(page.form.targets[2028], "2")
    press(page, "Spara")
    (promise,) = screen.store.parts(JobPromise)
    assert (promise.kind, promise.number, promise.target(2028)) == (PromiseKind.LANGUAGE_TRAINING, 3, 2)
    press(page, "Skriv in ett kvartal")
    qtbot.keyClicks(page.quarter.number, "2")
    qtbot.keyClicks(page.quarter.extent, "40")
    press(page, "Spara")
    (outcome,) = screen.store.parts(JobOutcome)
    assert (outcome.year, outcome.quarter, outcome.number, outcome.extent) == (2028, 2, 2, 40.0)
    assert "2 av 3 genomförda" in words(page)


def test_a_note_that_points_out_a_person_cannot_be_saved(store: Store, opened: Open, qtbot: QtBot) -> None:
    screen = signed(store)
    page = opened(screen, "employment")
    assert isinstance(page, EmploymentPage)
    press(page, "Lägg till ett åtagande")
    qtbot.keyClicks(page.form.note, "850709-9805")
    assert not page.form.keep.isEnabled()
    assert "personnummer" in words(page)
    page.form.note.clear()
    assert page.form.keep.isEnabled()
    qtbot.keyClicks(page.dialogue.note, "850709-9805 slutade")
    page.dialogue.note.commit()
    assert page.jobs.dialogue(firm(screen).id, 2).note == ""
    assert "personnummer" in page.dialogue.note.accessibleDescription()


@pytest.mark.parametrize("section", ["chain", "questionnaires", "employment"])
def test_a_contract_without_suppliers_and_another_language(section: str, store: Store, opened: Open, desk: Desk) -> None:
    screen = signed(store, Country.NORWAY)
    with screen.change() as change:
        change.contracts.drop(firm(screen))
    page = opened(screen, section)
    desk.voice.switch(pseudo_translation())
    page.refresh()
    content = {screen.contract.title}
    unsaid = [text for text in words(page).splitlines() if text.strip() and "⟦" not in text and text not in content]
    assert not unsaid
    desk.voice.switch(translation(Language.SWEDISH))
