"""Texts to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kravkompass.ui.language import Speaking
from kravkompass.ui.look import Text

if TYPE_CHECKING:
    from kravkompass.ui.language import Voice, Wording


class Label(Speaking, QLabel):
    """A text that wraps, in one of the sizes of the look. Always plain: nothing in it is taken for markup."""

    def __init__(self, voice: Voice, wording: Wording = "", kind: Text = Text.BODY, *, wraps: bool = True) -> None:
        super().__init__()
        self._voice = voice
        self._wording = wording
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("kind", str(kind))
        self.retranslate()

    def put(self, wording: Wording) -> None:
        """Show another text."""
        self._wording = wording
        self.retranslate()

    def retranslate(self) -> None:
        """Say the text in the language of the window."""
        self.setText(self._voice.word(self._wording))

    def selectable(self) -> Label:
        """Let the text be marked and copied with the mouse and the keyboard."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return self
