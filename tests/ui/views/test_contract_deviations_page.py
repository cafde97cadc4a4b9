"""The page of deviations at the window: noted in one sentence, taken up the ladder, and blocked where the rules say so."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.purchases.contract_samples import outcome
from tests.ui.views.contract_pages import Opened, Told, press
from tests.ui.views.deviation_pages import all_of, focused, form, noted, said

from kravkompass.catalog.terms import Severity
from kravkompass.followup.activity import Outcome, Status
from kravkompass.followup.escalation import Reach
from kravkompass.followup.ladder import Step
from kravkompass.followup.letter import LetterKind
from kravkompass.language import Language, Languages, translation
from kravkompass.screens.contract import ContractScreen
from kravkompass.ui.views.contract_deviations import DeviationsPage
from kravkompass.ui.views.deviation_form import DeviationForm
from kravkompass.ui.views.deviation_ladder import RungMark
from kravkompass.ui.views.deviation_step_form import StepForm
from kravkompass.ui.views.preview import PreviewView
from kravkompass.ui.widgets.list_row import ListRow


@pytest.fixture
def page(contract_page: Opened) -> DeviationsPage:
    opened = contract_page("deviations")
    assert isinstance(opened, DeviationsPage)
    return opened


def test_a_deviation_is_noted_by_keyboard_in_one_sentence_and_can_be_taken_back(page: DeviationsPage) -> None:
    told = Told(page)
    press(page, "Anteckna en avvikelse")
    assert focused() is form(page, DeviationForm).what
    QTest.keyClicks(focused(), "Fel etikett")
    while focused().property("text") != "Anteckna":
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    QApplication.processEvents()
    (one,) = all_of(page)
    assert (one.what, one.severity, one.deadline) == ("Fel etikett", Severity.ORDINARY, date(2027, 9, 29))
    assert page.shown == one.id
    assert told.words == ["Avvikelsen är antecknad."]
    told.take_back()
    assert all_of(page) == []
    QApplication.processEvents()
    assert "Inga avvikelser" in said(page)


def test_what_is_missing_is_said_in_place(page: DeviationsPage) -> None:
    press(page, "Anteckna en avvikelse")
    press(page, "Anteckna")
    assert "Skriv vad som upptäcktes." in said(page)
    form(page, DeviationForm).what.setPlainText("Ring 19850101-1236")
    press(page, "Anteckna")
    assert all_of(page) == []
    press(page, "Avbryt")
    assert page.form is None


def test_the_requirement_says_how_serious_it_is_and_so_the_last_day(page: DeviationsPage) -> None:
    press(page, "Anteckna en avvikelse")
    written = form(page, DeviationForm)
    serious = next(one for one in page.contract_screen.requirements if one.follow_up.severity is Severity.SERIOUS)
    written.requirement.put_value(serious.id)
    written.requirement.changed.emit(serious.id)
    assert written.severity.value is Severity.SERIOUS
    assert written.deadline.value == date(2027, 9, 22)
    written.deadline.put_value(date(2027, 12, 1))
    written.deadline.changed.emit(date(2027, 12, 1))
    written.severity.changed.emit(Severity.ZERO_TOLERANCE)
    assert written.deadline.value == date(2027, 12, 1)


def test_the_list_says_overdue_in_words(page: DeviationsPage) -> None:
    noted(page, deadline=date(2027, 9, 14))
    noted(page, what="Annat")
    QApplication.processEvents()
    rows = [one for one in page.findChildren(ListRow) if one.isVisible()]
    assert [one.accessibleName() for one in rows] == ["Två av tre certifikat saknas", "Annat"]
    assert "Försenat sedan 2027-09-14" in rows[0].accessibleDescription()
    QTest.keyClick(rows[0], Qt.Key.Key_Return)
    assert page.shown == all_of(page)[0].id


def test_small_ones_are_treated_together_only_when_the_buyer_says_so(page: DeviationsPage) -> None:
    for what in ("a", "b", "c"):
        noted(page, what=what)
    QApplication.processEvents()
    assert "Upphandlingsmyndigheten" in said(page)
    assert len(all_of(page)) == 3
    press(page, "Behandla dem tillsammans …")
    assert form(page, DeviationForm).what.value.startswith("3 små avvikelser")
    press(page, "Anteckna")
    assert len(all_of(page)) == 4
    assert "Behandla dem tillsammans" not in said(page)


def test_the_ladder_is_drawn_and_the_next_step_taken_with_its_letter(page: DeviationsPage, qtbot: QtBot) -> None:
    first = noted(page)
    page.open(first.deviation.id)
    QApplication.processEvents()
    assert len(page.findChildren(RungMark)) == len(Step)
    press(page, "Ta steget: Samtal")
    form(page, StepForm).document.reference.setText("Minnesanteckning 2027-09-15")
    told = Told(page)
    press(page, "Ta steget")
    qtbot.waitUntil(lambda: bool(told.words), timeout=20_000)
    press(page, "Ta steget: Skriftlig reklamation")
    press(page, "Ta steget")
    qtbot.waitUntil(lambda: len(told.words) == 2, timeout=20_000)
    dossier = page.verbs.deviations.dossier(first.deviation.id)
    assert dossier.standing.taken == (Step.DIALOGUE, Step.NOTICE)
    assert dossier.standing.reach(Step.ACTION_PLAN) is Reach.NEXT
    assert dossier.steps[1].letter is LetterKind.NOTICE
    assert len(dossier.steps[1].document) == 64
    told.take_back()
    assert page.verbs.deviations.dossier(first.deviation.id).standing.taken == (Step.DIALOGUE,)


def test_termination_is_blocked_in_words_until_there_is_a_reason(page: DeviationsPage, qtbot: QtBot) -> None:
    first = noted(page)
    page.open(first.deviation.id)
    press(page, "Ta steget: Hävning")
    written = form(page, StepForm)
    assert "Rådgör med en jurist först" in said(page)
    written.remedy.put_value("rescission")
    press(page, "Ta steget")
    assert "Hävning kommer sist, och de här stegen är inte tagna: Samtal" in said(page)
    assert page.verbs.deviations.dossier(first.deviation.id).steps == ()
    press(page, "Varken prisavdrag eller vite är avtalat.")
    assert written.reason.value == "Varken prisavdrag eller vite är avtalat."
    told = Told(page)
    press(page, "Ta steget")
    qtbot.waitUntil(lambda: bool(told.words), timeout=20_000)
    assert page.verbs.deviations.dossier(first.deviation.id).steps[0].skipped.startswith("Varken")


def test_an_outcome_that_is_not_met_leads_to_its_deviation(
    contract_page: Opened, contract_screen: ContractScreen, page: DeviationsPage
) -> None:
    requirement, supplier = contract_screen.requirements[1], contract_screen.suppliers[0]
    with contract_screen.change() as change:
        kept = change.contracts.keep(
            outcome(contract_screen.id, requirement.id, supplier=supplier.id, status=Status.NOT_MET, note="Etiketten saknas")
        )
    requirements = contract_page("requirements")
    press(requirements, "Avvikelse vid K02 …")
    QApplication.processEvents()
    assert form(page, DeviationForm).what.value == "Etiketten saknas"
    press(page, "Anteckna")
    (one,) = all_of(page)
    assert (one.outcome, one.requirement) == (kept.id, requirement.id)
    page.show_all()
    page.show_part(kept.id)
    assert page.shown == one.id
    assert contract_screen.store.parts(Outcome, id=kept.id)


def test_the_chronology_is_looked_at(page: DeviationsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[PreviewView] = []
    monkeypatch.setattr("kravkompass.ui.views.deviation_verbs.ask_languages", lambda *_asked: Languages(Language.SWEDISH))
    page.leave_for.connect(left.append)
    first = noted(page)
    press(page, "Kronologi för avtalet")
    page.open(first.deviation.id)
    press(page, "Kronologi")
    assert len(left) == 2
    for preview in left:
        qtbot.addWidget(preview)
        assert preview.title(translation(Language.SWEDISH)).startswith("Förhandsgranskning")
