"""What is written about a deviation at the window: letters, files, the supplier's plan, closing; in every language and size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.views.contract_pages import Opened, Told, answer, press
from tests.ui.views.deviation_pages import all_of, form, noted, said

from kravkompass.followup.deviation import DeviationState, PlanState
from kravkompass.followup.ladder import Step
from kravkompass.followup.letter import LetterKind
from kravkompass.language import Language, pseudo_translation, translation
from kravkompass.ui.application import Desk
from kravkompass.ui.views import deviation_verbs
from kravkompass.ui.views.contract import ContractView
from kravkompass.ui.views.contract_deviations import DeviationsPage
from kravkompass.ui.views.deviation_answer_form import AnswerForm
from kravkompass.ui.views.deviation_document import ELSEWHERE, FILE
from kravkompass.ui.views.deviation_plan_form import PlanForm
from kravkompass.ui.views.deviation_prompts import Verified
from kravkompass.ui.views.deviation_step_form import StepForm
from kravkompass.ui.views.preview import PreviewView
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea


@pytest.fixture
def page(contract_page: Opened) -> DeviationsPage:
    opened = contract_page("deviations")
    assert isinstance(opened, DeviationsPage)
    return opened


def test_a_letter_is_looked_at_and_what_was_being_written_is_as_it_was(page: DeviationsPage, qtbot: QtBot) -> None:
    first = noted(page)
    page.open(first.deviation.id)
    press(page, "Ta steget: Skriftlig reklamation")
    written = form(page, StepForm)
    written.reason.setPlainText("Vi har redan talat om det")
    left: list[PreviewView] = []
    page.leave_for.connect(left.append)
    press(page, "Förhandsgranska brevet")
    (preview,) = left
    qtbot.addWidget(preview)
    came: list[ContractView] = []
    preview.go.connect(came.append)
    preview.leave()
    (view,) = came
    qtbot.addWidget(view)
    view.refresh()
    view.show()
    again = view.page
    assert isinstance(again, DeviationsPage)
    assert form(again, StepForm).reason.value == "Vi har redan talat om det"
    told = Told(again)
    press(again, "Ta steget")
    qtbot.waitUntil(lambda: bool(told.words), timeout=20_000)
    assert again.form is None
    assert again.verbs.deviations.dossier(first.deviation.id).standing.taken == (Step.NOTICE,)


def test_a_file_is_the_document_of_a_step(page: DeviationsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    file = tmp_path / "protokoll.pdf"
    file.write_bytes(b"%PDF protokoll")
    first = noted(page)
    page.open(first.deviation.id)
    press(page, "Ta steget: Samtal")
    written = form(page, StepForm)
    assert written.document.way.value == ELSEWHERE
    written.document.way.put_value(FILE)
    written.document.way.changed.emit(FILE)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    press(page, "Välj en fil …")
    told = Told(page)
    press(page, "Ta steget")
    qtbot.waitUntil(lambda: bool(told.words), timeout=20_000)
    (step,) = page.verbs.deviations.dossier(first.deviation.id).steps
    assert (step.reference, len(step.document)) == ("protokoll.pdf", 64)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "kopia.pdf"), ""))
    press(page, "2027-09-15: det som skrevs")
    press(page, "Spara en kopia")
    assert (tmp_path / "kopia.pdf").read_bytes() == file.read_bytes()


def test_a_plan_comes_in_is_sent_back_and_approved(page: DeviationsPage) -> None:
    first = noted(page)
    page.open(first.deviation.id)
    for reason in ("Datum saknas", ""):
        press(page, "En plan har kommit in …")
        written = form(page, PlanForm)
        press(page, "Spara planen")
        assert "Skriv orsaken och minst en åtgärd." in said(page)
        written.cause.setPlainText("Ny odlare")
        written.measures[0].what.setText("Kontroll")
        press(page, "Spara planen")
        press(page, "Skicka tillbaka …" if reason else "Godkänn …")
        if reason:
            press(page, "Spara svaret och brevet")
            assert "Skriv vad som saknas i planen" in said(page)
            form(page, AnswerForm).reason.setPlainText(reason)
        press(page, "Spara svaret och brevet")
    plans = page.verbs.deviations.dossier(first.deviation.id).plans
    assert [one.state for one in plans] == [PlanState.SENT_BACK, PlanState.APPROVED]
    assert all(len(one.answer) == 64 for one in plans)


def test_a_deviation_is_verified_closed_confirmed_and_opened_again(page: DeviationsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    first = noted(page).deviation.id
    page.open(first)
    monkeypatch.setattr(deviation_verbs, "ask_reason", lambda *_: None)
    press(page, "Avsluta avvikelsen")
    assert all_of(page)[0].is_open
    monkeypatch.setattr(deviation_verbs, "ask_verified", lambda *_: Verified(date(2027, 9, 15), "Certifikaten har kommit in", ()))
    press(page, "Den är åtgärdad …")
    press(page, "Avsluta avvikelsen")
    assert all_of(page)[0].state is DeviationState.CLOSED
    press(page, "Bekräfta för leverantören …")
    press(page, "Spara svaret och brevet")
    assert len(all_of(page)[0].confirmation) == 64
    monkeypatch.setattr(deviation_verbs, "ask_reason", lambda *_: "Samma fel igen")
    press(page, "Öppna igen …")
    assert (all_of(page)[0].is_open, all_of(page)[0].reopened_reason) == (True, "Samma fel igen")


def test_what_came_of_a_step_is_asked_and_kept(page: DeviationsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    first = noted(page)
    page.verbs.deviations.take(replace(page.verbs.deviations.propose.step(first, Step.DIALOGUE), reference="Möte"))
    page.open(first.deviation.id)

    def fill(prompt: QWidget) -> None:
        prompt.findChildren(NoteArea)[0].setPlainText("Ny lista inom en vecka")

    answer(monkeypatch, fill)
    press(page, "2027-09-15: det som skrevs")
    press(page, "Skriv vad det ledde till …")
    assert page.verbs.deviations.dossier(first.deviation.id).steps[0].came_of == "Ny lista inom en vecka"


def test_every_text_is_said_again_in_another_language(page: DeviationsPage, desk: Desk) -> None:
    first = noted(page)
    showing: tuple[Callable[[], None], ...] = (
        page.show_all,
        lambda: page.open(first.deviation.id),
        page.verbs.note,
        lambda: page.verbs.step(first, Step.PENALTY),
        lambda: page.verbs.plan(first),
        lambda: page.verbs.letter(first, LetterKind.CLOSED),
    )
    content = {"Två av tre certifikat saknas", "Grönt AB"}
    for show in showing:
        show()
        desk.voice.switch(pseudo_translation())
        page.refresh()
        QApplication.processEvents()
        left = [one.text() for one in page.findChildren(Label) if one.isVisible() and one.text() and not one.text().startswith("⟦")]
        assert not [words for words in left if not any(one in words for one in content) and not words.startswith(("K0", "Två"))], left
        desk.voice.switch(translation(Language.SWEDISH))
        page.put_away()


def test_nothing_is_cut_at_twice_the_size_of_text(page: DeviationsPage, desk: Desk) -> None:
    first = noted(page)
    desk.theme.choose(desk.theme.appearance, 2.0)
    try:
        for language in Language:
            desk.voice.switch(translation(language))
            for show in (lambda: page.open(first.deviation.id), lambda: page.verbs.step(first, Step.TERMINATION)):
                show()
                QApplication.processEvents()
                for one in page.findChildren(QWidget):
                    if one.isVisible() and one.minimumSizeHint().width() > 0:
                        assert one.width() >= min(one.minimumSizeHint().width(), one.sizeHint().width()), one
                page.put_away()
    finally:
        desk.voice.switch(translation(Language.SWEDISH))
        desk.theme.choose(desk.theme.appearance, 1.0)
