"""What is known about a thing: names on the left, values on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kravkompass.ui.look import LARGE, SMALL, Text, look
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.ui.language import Voice, Wording


class KeyValues(QWidget):
    """A list of names with their values, both wrapping."""

    def __init__(self, voice: Voice, pairs: Sequence[tuple[Wording, Wording]] = ()) -> None:
        super().__init__()
        self._voice = voice
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look().gap(LARGE))
        self._grid.setVerticalSpacing(look().gap(SMALL))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 5)
        self._labels: list[tuple[Label, Label]] = []
        self.put(pairs)

    def put(self, pairs: Sequence[tuple[Wording, Wording]]) -> None:
        """Show other pairs."""
        while len(self._labels) < len(pairs):
            key, value = Label(self._voice, "", Text.MUTED), Label(self._voice).selectable()
            self._grid.addWidget(key, len(self._labels), 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, len(self._labels), 1)
            self._labels.append((key, value))
        for place, (key, value) in enumerate(self._labels):
            shown = place < len(pairs)
            key.setVisible(shown)
            value.setVisible(shown)
            if shown:
                key.put(pairs[place][0])
                value.put(pairs[place][1])
