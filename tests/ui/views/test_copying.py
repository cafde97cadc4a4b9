"""The copy buttons put both sorts of text on the clipboard, in the language asked for."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from tests.catalog.real import catalog

from kravkompass.language import Language
from kravkompass.screens.requirements import Requirements
from kravkompass.screens.wizard import Wizard
from kravkompass.ui.application import Desk
from kravkompass.ui.language import Wording
from kravkompass.ui.views.copying import list_buttons
from kravkompass.ui.views.requirement_card import RequirementCard
from kravkompass.ui.widgets.button import Button


def test_the_list_is_copied_as_text_and_as_tables(desk: Desk, wizard: Wizard) -> None:
    told: list[Wording] = []
    running, tables = list_buttons(desk.voice, wizard, lambda: Language.NYNORSK, told.append)
    first = wizard.guide.rows(Language.NYNORSK)[0]
    for button in (running, tables):
        button.click()
        content = QGuiApplication.clipboard().mimeData()
        assert first.requirement.id in content.text()
        assert 'lang="nn-NO"' in content.html()
    assert "\t" in QGuiApplication.clipboard().text()
    assert len(told) == 2


def test_a_card_copies_its_requirement(desk: Desk, wizard: Wizard) -> None:
    screen = Requirements(wizard)
    choice = screen.themes(Language.SWEDISH)[0].choices[0]
    card = RequirementCard(desk.voice, screen, catalog(), choice)
    words = desk.voice.translation.say("Copy")
    (button,) = (one for one in card.findChildren(Button) if one.accessibleName() == words)
    button.click()
    content = QGuiApplication.clipboard().mimeData()
    assert choice.texts.demand in content.text()
    assert choice.texts.title in content.html()
    card.deleteLater()
