"""Switching language in the middle of a purchase: everything follows, and nothing that was written is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLabel, QWidget
from tests.journeys.conftest import Buyer

from kravkompass.guidance.notice import LABELS
from kravkompass.language import Language, pseudo_translation, translation
from kravkompass.ui.views.wizard import WizardView
from kravkompass.ui.widgets.text_fields import TextField

QT_CANCEL = {Language.SWEDISH: "Avbryt", Language.BOKMAL: "Avbryt", Language.NYNORSK: "Avbryt"}
QT_SAVE = {Language.SWEDISH: "Spara", Language.BOKMAL: "Lagre", Language.NYNORSK: "Lagre"}


def test_a_half_written_title_survives(buyer: Buyer) -> None:
    buyer.click(buyer.say("New purchase"))
    field = buyer.wizard.page.findChild(TextField, "title")
    assert field is not None
    field.setFocus()
    field.insert("Bananer och ")
    field._timer.start()
    for language in (Language.BOKMAL, Language.NYNORSK, Language.SWEDISH):
        buyer.window.tastes.choose_language(language)
        buyer.see()
        assert field.text() == "Bananer och "
    field.insert("äpplen")
    field.commit()
    assert buyer.wizard._wizard.purchase.title == "Bananer och äpplen"
    assert buyer.window.windowTitle() == "Bananer och äpplen"


def test_every_page_follows(buyer: Buyer) -> None:
    home = buyer.home()
    home._open(home._screen.open_example("lillestrom-workwear"))
    for page in [page.id for page in buyer.wizard._wizard.pages]:
        for language in Language:
            buyer.window.tastes.choose_language(language)
            buyer.go(page)
            title = next(one for one in buyer.wizard._wizard.pages if one.id == page).title
            assert translation(language).say(title) in set(texts(buyer.wizard))


@pytest.mark.parametrize("buyer", list(Language), indirect=True)
def test_qts_own_buttons_speak_the_language(buyer: Buyer) -> None:
    language = buyer.parts.translation.language
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    buyer.qtbot.addWidget(box)
    said = {button.text().replace("&", "") for button in box.buttons()}
    assert QT_CANCEL[language] in said
    assert len(said & {"Save", "Cancel"}) == 0


def test_the_pseudo_language_reaches_every_text(buyer: Buyer) -> None:
    """Whatever stands on the screen is either marked as translated, or content of the catalog, the purchase or the languages' names."""
    home = buyer.home()
    wizard = home._wizard(home._screen.open_example("kalmar-fruit"))
    assert isinstance(wizard, WizardView)
    home.go.emit(wizard)
    content = set(buyer_content(buyer, wizard))
    buyer.window._desk.voice.switch(pseudo_translation(Language.SWEDISH))
    buyer.see()
    left: dict[str, str] = {}
    for page in [page.id for page in wizard._wizard.pages]:
        buyer.go(page)
        left.update({text: page for text in texts(wizard) if "⟦" not in text and not any(text in one for one in content)})
    buyer.home()
    buyer.see()
    left.update({text: "home" for text in texts(buyer.home()) if "⟦" not in text and not any(text in one for one in content)})
    assert not left


def texts(inside: QWidget) -> Iterator[str]:
    """Give what stands on the labels and buttons that are shown."""
    for child in inside.findChildren(QWidget, options=Qt.FindChildOption.FindChildrenRecursively):
        if isinstance(child, QLabel | QAbstractButton) and child.isVisible() and any(letter.isalpha() for letter in child.text()):
            yield child.text()


def buyer_content(buyer: Buyer, wizard: WizardView) -> Iterator[str]:
    """Give the texts that are content and not interface."""
    from kravkompass.purchases.examples import EXAMPLES
    from kravkompass.screens.requirements import Requirements

    catalog = buyer.parts.catalog
    for theme in Requirements(wizard._wizard).themes(Language.SWEDISH):
        for choice in theme.choices:
            texts_of = choice.texts
            yield from (texts_of.title, texts_of.demand, texts_of.why, texts_of.evidence, texts_of.follow_up, texts_of.question)
            yield from (parameter.labels.get("sv", parameter.name.capitalize()) for parameter in choice.requirement.parameters)
            yield from (parameter.unit for parameter in choice.requirement.parameters)
            yield choice.requirement.national_id
    yield from (question.ask["sv"] for question in catalog.questions.values())
    yield from (group.names["sv"] for group in catalog.groups.values())
    for example in EXAMPLES:
        yield from (example.title, example.municipality)
    yield from (language.own_name for language in Language)
    yield "SEK NOK mg/kg"
    yield from LABELS
    for one in catalog.requirements():
        yield from (one.id, one.id.replace("-", "‑"))
    purchase = wizard._wizard.purchase
    yield from (purchase.title, *(f"{one} · {purchase.reference}" for one in (purchase.organisation, purchase.title)))
