"""Something more to read, opened on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.ui.layout import column, row
from kravkompass.ui.look import LARGE, SMALL, TIGHT, Text
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from kravkompass.ui.language import Voice, Wording


class Expander(QWidget):
    """A quiet button that shows and hides what belongs to it."""

    opened = Signal(bool)

    def __init__(self, voice: Voice, wording: Wording, content: QWidget | None = None) -> None:
        super().__init__()
        self._button = Button(voice, wording, Weight.QUIET, "collapsed").flush()
        self._button.setCheckable(True)
        self._button.toggled.connect(self._toggled)
        self._inside = column(self, gap=TIGHT)
        head = row()
        head.addWidget(self._button)
        head.addStretch()
        self._inside.addLayout(head)
        self._content = content or QWidget()
        self._content.setVisible(False)
        self._shelf = column(gap=0, margins=(LARGE, 0, 0, SMALL))
        self._shelf.addWidget(self._content)
        self._inside.addLayout(self._shelf)
        self._wording = wording
        self._show_margins(on=False)

    @classmethod
    def of_text(cls, voice: Voice, wording: Wording, text: Wording) -> Expander:
        """Make one that holds a text, such as why a question is asked."""
        return cls(voice, wording, Label(voice, text, Text.MUTED))

    @property
    def is_open(self) -> bool:
        """Whether what belongs to it is shown."""
        return self._button.isChecked()

    def open(self, on: bool = True) -> None:
        """Show what belongs to it, or hide it."""
        self._button.setChecked(on)

    def take_keyboard(self) -> None:
        """Give the keyboard to the button."""
        self._button.setFocus()

    def put(self, wording: Wording) -> None:
        """Show other words on the button."""
        self._wording = wording
        self._button.put(wording)

    def put_content(self, content: QWidget) -> None:
        """Show and hide something else."""
        self._content.setParent(None)
        self._content = content
        self._content.setVisible(self.is_open)
        self._shelf.addWidget(content)

    def _toggled(self, on: bool) -> None:
        self._content.setVisible(on)
        self._show_margins(on=on)
        self._button.put(self._wording, "expanded" if on else "collapsed")
        self.opened.emit(on)

    def _show_margins(self, *, on: bool) -> None:
        margins = self._shelf.contentsMargins()
        margins.setBottom(margins.left() // 2 if on else 0)
        self._shelf.setContentsMargins(margins)
