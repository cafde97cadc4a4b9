"""What every page of the wizard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.ui.widgets.page import READING, Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.language import Language
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers


class WizardPage(Page):
    """A page of the wizard: built once, refreshed from the wizard's screen."""

    message = Signal(object, object)
    jump = Signal(str, str)
    """Asks the wizard to open a page, at a requirement or at none."""
    leave_for = Signal(object)
    """Asks the window to show another view in place of the wizard."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers, *, width: int = READING) -> None:
        super().__init__(voice, width=width)
        self.voice = voice
        self.wizard = wizard
        self.workers = workers
        here = next(page for page in wizard.pages if page.id == wizard.page.id)
        self.set_title(lambda t: t.say(here.title), lambda t: t.say(here.lead))

    @property
    def language(self) -> Language:
        """The language of the window, which catalog texts are shown in."""
        return self.voice.translation.language

    def refresh(self) -> None:
        """Show what the wizard says now."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """Give the widget that gets the keyboard when the page is opened."""
        return None

    def show_requirement(self, requirement: str) -> None:
        """Bring a requirement into sight, on the pages that show requirements."""
