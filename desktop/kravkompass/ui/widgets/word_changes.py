"""A wording with its changes: what was taken away is struck out, what was added is underlined, and both are said in words too."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel

from kravkompass.guidance.wording import Edit, compare
from kravkompass.ui.language import Speaking
from kravkompass.ui.look import look

if TYPE_CHECKING:
    from kravkompass.guidance.wording import Piece
    from kravkompass.ui.language import Voice


class WordChanges(Speaking, QLabel):
    """Two wordings in one text. Colour only underlines what the lines through and under the words show."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._pieces: tuple[Piece, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def put(self, before: str, after: str) -> None:
        """Show what was changed from one wording to another."""
        self._pieces = compare(before, after)
        self.retranslate()

    def retranslate(self) -> None:
        """Draw the text, and say it in the language of the window for who cannot see it."""
        self.setText("".join(map(_drawn, self._pieces)))
        self.setAccessibleName(self.said())

    def said(self) -> str:
        """Give the changes in words."""
        return " ".join("".join(map(self._piece, self._pieces)).split())

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of another look."""
        if event.type() == QEvent.Type.StyleChange and self._pieces:
            self.setText("".join(map(_drawn, self._pieces)))
        super().changeEvent(event)

    def _piece(self, piece: Piece) -> str:
        words = piece.words.strip() or piece.words
        if piece.edit is Edit.KEPT:
            return piece.words
        removed = piece.edit is Edit.REMOVED
        say = self._voice.say
        told = say("[taken away: {words}]", words=words) if removed else say("[added: {words}]", words=words)
        return f" {told} "


def _drawn(piece: Piece) -> str:
    words = escape(piece.words).replace("\n", "<br>")
    shades = {Edit.REMOVED: look().palette.negative, Edit.ADDED: look().palette.positive}
    if piece.edit is Edit.KEPT:
        return words
    worn = shades[piece.edit]
    tag, line = ("del", "line-through") if piece.edit is Edit.REMOVED else ("ins", "underline")
    style = f"color:{worn.on_soft}; background-color:{worn.soft}; text-decoration:{line};"
    # A thin space keeps what was taken away apart from what was put in its place.
    return f'<{tag} style="{style}">{words}</{tag}>{"&thinsp;" if piece.edit is Edit.REMOVED else ""}'
