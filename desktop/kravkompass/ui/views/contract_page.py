"""What every section of a contract is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.screens.contract import SECTIONS
from kravkompass.ui.widgets.page import WORKING, Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.language import Language
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers


class ContractPage(Page):
    """A section of a contract: built once, refreshed from the contract's screen. A subclass names its ``section``."""

    message = Signal(object, object)
    jump = Signal(str, str)
    """Asks the contract to open a section, at the part with an id or at none."""
    leave_for = Signal(object)
    """Asks the window to show another view in place of the contract."""
    section = ""

    def __init__(self, voice: Voice, screen: ContractScreen, workers: Workers, *, width: int = WORKING) -> None:
        super().__init__(voice, width=width)
        self.voice = voice
        self.contract_screen = screen
        self.workers = workers
        here = next(one for one in SECTIONS if one.id == self.section)
        self.set_title(lambda t: t.say(here.title), lambda t: t.say(here.lead))

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self.voice.translation.language

    def refresh(self) -> None:
        """Show what the screen says now."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """Give the widget that gets the keyboard when the section is opened."""
        return None

    def show_part(self, identity: str) -> None:
        """Bring the part with this id into sight, where the section shows it."""
