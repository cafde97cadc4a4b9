"""Writing own requirements at the window: the form, the list, the checklist's card, and the page of decisions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.catalog.real import catalog

from kravkompass.catalog.condition import All, FactCompares, FactIs
from kravkompass.catalog.requirement import Parameter, Requirement
from kravkompass.catalog.terms import Country, Kind, ParameterType
from kravkompass.guidance.own import EMPTY, State
from kravkompass.guidance.own_conditions import Ground, Sort
from kravkompass.language import Language, translation
from kravkompass.purchases.store import Store
from kravkompass.screens.ledger import Part
from kravkompass.screens.own import OwnRequirements
from kravkompass.screens.requirements import Requirements
from kravkompass.screens.wizard import Wizard
from kravkompass.ui.language import Voice
from kravkompass.ui.view import View
from kravkompass.ui.views.ledger_page import LedgerPage
from kravkompass.ui.views.own import OwnView
from kravkompass.ui.views.own_form import OwnFormView
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.views.requirements_page import RequirementsPage
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.text_fields import TextArea, TextField
from kravkompass.ui.widgets.value_fields import NumberField

Opened = Callable[[str], WizardPage]


@pytest.fixture
def screen(store: Store) -> OwnRequirements:
    return OwnRequirements(lambda: store, catalog)


@pytest.fixture
def form(screen: OwnRequirements, voice: Voice, qtbot: QtBot) -> OwnFormView:
    made = OwnFormView(voice, screen, screen.fresh(Country.SWEDEN), lambda: OwnView(voice, screen))
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    return made


def kept(screen: OwnRequirements, demand: str = "Frukten ska levereras i returlådor.") -> Requirement:
    said = replace(EMPTY, title="Returlådor", demand=demand, evidence="Beskrivning", follow_up="Fråga.")
    return screen.keep(replace(screen.fresh(Country.SWEDEN), texts={"sv": said}))


def write(form: QWidget, name: str, words: str) -> None:
    for line in form.findChildren(TextField, name):
        line.setText(words)
        line.commit()
    for area in form.findChildren(TextArea, name):
        area.setPlainText(words)
        area.commit()


def fill(form: QWidget, name: str, number: str) -> None:
    (field,) = (one for one in form.findChildren(NumberField, name) if not one.isHidden())
    field.setText(number)
    field.setModified(True)
    field.commit()


def press(holder: QWidget, words: str) -> None:
    button = next(one for one in holder.findChildren(QAbstractButton) if one.accessibleName() == words and not one.isHidden())
    assert button.isEnabled(), words
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()


def said(holder: QWidget) -> str:
    return " ".join(one.text() for one in holder.findChildren(Label) if not one.isHidden())


def test_a_requirement_is_written_and_kept(form: OwnFormView, screen: OwnRequirements, voice: Voice) -> None:
    gone: list[object] = []
    form.go.connect(gone.append)
    write(form, "title", "Returlådor")
    write(form, "demand", "Frukten ska levereras i returlådor.")
    assert screen.drafts()[""].texts["sv"].title == "Returlådor"
    press(form, voice.say("Keep the requirement"))
    (one,) = screen.all()
    assert (one.requirement.id, one.requirement.texts["sv"].demand) == ("OWN-001", "Frukten ska levereras i returlådor.")
    assert screen.drafts() == {}
    assert isinstance(gone[0], OwnView)


def test_what_must_be_filled_in_is_said_at_its_place(form: OwnFormView, screen: OwnRequirements, voice: Voice) -> None:
    press(form, voice.say("Keep the requirement"))
    assert screen.all() == ()
    title = form.findChildren(TextField, "title")[0]
    assert voice.say("This must be filled in.") in title.accessibleDescription()
    write(form, "title", "Returlådor")
    assert voice.say("This must be filled in.") not in title.accessibleDescription()


def test_faults_in_the_wording_are_shown_while_it_is_written(form: OwnFormView, voice: Voice) -> None:
    write(form, "demand", "Maten ska vara närproducerad.")
    QApplication.processEvents()
    told = [one for one in form.findChildren(Callout) if not one.isHidden()]
    assert any("närproducerad" in said(one) for one in told)
    assert voice.translation.count("{n} thing must be put right", "{n} things must be put right", 1) in said(form)


def test_another_language_of_the_texts_is_written_beside_the_first(form: OwnFormView, screen: OwnRequirements) -> None:
    write(form, "title", "Returlådor")
    form._sheet._read_in("nb")
    assert form.findChildren(TextField, "title")[0].value == ""
    write(form, "title", "Returkasser")
    draft = screen.drafts()[""]
    assert {language: one.title for language, one in draft.texts.items()} == {"sv": "Returlådor", "nb": "Returkasser"}


def test_another_kind_stands_in_another_part_of_the_tender_documents(form: OwnFormView, screen: OwnRequirements) -> None:
    select = form.findChildren(Select, "kind")[0]
    select.put_value(Kind.SPECIFICATION)
    select.changed.emit(Kind.SPECIFICATION)
    draft = screen.drafts()[""]
    assert (draft.kind, set(draft.place)) == (Kind.SPECIFICATION, {Kind.SPECIFICATION.place})


def test_a_value_is_added_put_in_the_demand_bounded_and_filled_in_in_a_later_purchase(
    form: OwnFormView, screen: OwnRequirements, voice: Voice, wizard: Wizard
) -> None:
    write(form, "title", "Returlådor")
    write(form, "demand", "Lådorna ska hämtas inom")
    write(form, "new value", "Dagar till hämtning")
    press(form, voice.say("Add the value"))
    press(form, voice.say("Put it in the demand"))
    assert screen.drafts()[""].texts["sv"].demand.endswith("{dagar-till-hamtning}")
    for part, number in (("min", "1"), ("max", "30"), ("number", "45")):
        fill(form, f"{part} dagar-till-hamtning", number)
    press(form, voice.say("Keep the requirement"))
    assert screen.all() == ()
    outside = form.findChildren(NumberField, "number dagar-till-hamtning")[0]
    assert voice.say("The suggestion lies outside the bounds.") in outside.accessibleDescription()
    fill(form, "number dagar-till-hamtning", "7")
    press(form, voice.say("Keep the requirement"))
    (one,) = (own.requirement for own in screen.all())
    label = {"sv": "Dagar till hämtning"}
    assert one.parameters == (Parameter("dagar-till-hamtning", ParameterType.DAYS, 7, 1, 30, "", label),)
    wizard.look_again()
    Requirements(wizard).choose(one.id)
    (row,) = [row for row in wizard.guide.rows(Language.SWEDISH) if row.requirement.id == one.id]
    assert row.texts.demand == "Lådorna ska hämtas inom 7"


def test_braces_that_are_no_value_yet_can_be_made_one(form: OwnFormView, screen: OwnRequirements, voice: Voice) -> None:
    write(form, "demand", "Inom {dagar} dagar.")
    press(form, voice.say("Make it a value"))
    assert [one.name for one in screen.drafts()[""].parameters] == ["dagar"]
    press(form, voice.say("Take away the value"))
    assert screen.drafts()[""].parameters == ()


def test_conditions_are_added_changed_and_taken_away(form: OwnFormView, screen: OwnRequirements) -> None:
    children, value = Ground(Sort.ANSWER, "children"), Ground(Sort.AMOUNT, "value", "at-least")
    for ground in (children, value):
        form.findChildren(Select, "new condition")[0].changed.emit(ground)
    fill(form, value.key, "100000")
    form.findChildren(Select, children.key)[0].changed.emit("yes-or-unknown")
    wanted = FactIs("children", frozenset({"yes", "unknown"}))
    assert screen.drafts()[""].when == All((wanted, FactCompares("value", "at-least", 100_000)))
    next(one for one in form.findChildren(QAbstractButton, f"remove {value.key}") if not one.isHidden()).click()
    assert screen.drafts()[""].when == All((wanted,))


def test_what_was_changed_can_be_thrown_away(screen: OwnRequirements, voice: Voice, qtbot: QtBot) -> None:
    before = kept(screen)
    form = OwnFormView(voice, screen, before, lambda: OwnView(voice, screen))
    qtbot.addWidget(form)
    form.refresh()
    form.show()
    write(form, "demand", "Något annat.")
    press(form, voice.say("Throw away the changes"))
    assert form.findChildren(TextArea, "demand")[0].value == before.texts["sv"].demand
    assert screen.drafts() == {}


def test_the_list_does_everything_by_keyboard_and_keeps_the_keyboard_on_the_requirement(
    screen: OwnRequirements, store: Store, voice: Voice, qtbot: QtBot
) -> None:
    kept(screen)
    view = OwnView(voice, screen)
    qtbot.addWidget(view)
    view.refresh()
    view.show()
    store.when_changed(lambda kinds: view.refresh() if kinds & view.kinds else None)
    press(view, voice.say("Always propose it where it fits"))
    assert screen.all()[0].standard
    press(view, voice.say("Take out of use"))
    assert screen.all()[0].state is State.RETIRED
    press(view, voice.say("Take into use"))
    undos: list[Callable[[], None]] = []
    view.message.connect(lambda _wording, undo: undos.append(undo))
    press(view, voice.say("Throw away"))
    assert screen.all() == ()
    undos[0]()
    assert len(screen.all()) == 1


@pytest.fixture
def page(open_page: Opened) -> RequirementsPage:
    opened = open_page("requirements")
    assert isinstance(opened, RequirementsPage)
    return opened


def test_the_card_wears_a_badge_and_offers_a_newer_version_with_what_is_changed(
    page: RequirementsPage, wizard: Wizard, screen: OwnRequirements, voice: Voice
) -> None:
    one = kept(screen)
    wizard.look_again()
    page._show(one.theme)
    card = page._cards[one.id]
    assert voice.say("Own requirement") in [chip.text() for chip in card.findChildren(Chip)]
    page._screen.choose(one.id)
    assert "Åsa Öst, 20" in card._decided.text()
    assert not card._newer.isVisible()
    screen.keep(replace(one, texts={"sv": replace(one.texts["sv"], demand="Frukten ska levereras i återanvändbara lådor.")}))
    wizard.look_again()
    page.refresh()
    card = page._cards[one.id]
    QApplication.processEvents()
    assert card._newer.isVisible()
    assert "återanvändbara" in card._newer._changes["demand"].said()
    assert card._demand.text() == "Frukten ska levereras i returlådor."
    press(card._newer, voice.say("Take the new version"))
    assert page._cards[one.id]._demand.text() == "Frukten ska levereras i återanvändbara lådor."


def test_a_national_one_opens_the_form_to_start_from(page: RequirementsPage, voice: Voice) -> None:
    opened: list[View] = []
    page.leave_for.connect(opened.append)
    name, card = next(iter(page._cards.items()))
    press(card, voice.say("Write your own from this"))
    (form,) = opened
    assert isinstance(form, OwnFormView)
    assert form._draft.texts == catalog().requirement(name).texts
    form.deleteLater()


def test_after_taking_all_the_keyboard_goes_on_to_the_next_theme(page: RequirementsPage, voice: Voice) -> None:
    page.window().activateWindow()
    page._take.setFocus()
    press(page, voice.say("Take all proposed"))
    assert QApplication.focusWidget() is page._next_theme


@pytest.mark.parametrize("language", Language)
def test_the_page_of_decisions_shows_a_part_and_leads_to_each(open_page: Opened, voice: Voice, language: Language) -> None:
    voice.switch(translation(language))
    page = open_page("decisions")
    assert isinstance(page, LedgerPage)
    whole = page._screen.entries(Part.ALL, voice.translation)
    assert all(one.title in said(page) for one in whole)
    page._part.put_value(Part.LEFT_OUT)
    page.refresh()
    left_out = [one for one in whole if one.verdict == "left-out"]
    assert voice.translation.count("{n} requirement", "{n} requirements", len(left_out)) in said(page)
    page._part.put_value(Part.ALL)
    page.refresh()
    jumps: list[tuple[str, str]] = []
    page.jump.connect(lambda there, requirement: jumps.append((there, requirement)))
    press(page, voice.say("Go there"))
    assert jumps[0] == ("requirements", whole[0].requirement)
    voice.switch(translation(Language.SWEDISH))
