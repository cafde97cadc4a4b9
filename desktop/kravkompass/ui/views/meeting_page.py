"""What every page of a meeting is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.ui.widgets.page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class MeetingPage(Page):
    """A page of a meeting: built once, refreshed from the meeting's screen."""

    def refresh(self) -> None:
        """Show what the screen says now."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """Give the widget that gets the keyboard when the page is shown."""
        raise NotImplementedError
