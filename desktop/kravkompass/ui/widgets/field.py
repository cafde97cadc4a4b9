"""A question with the control to answer it in: label, help, why it is asked, unit and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kravkompass.ui.language import Speaking
from kravkompass.ui.layout import column, row
from kravkompass.ui.look import SMALL, TIGHT, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.icon_label import IconLabel
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from kravkompass.ui.language import Voice, Wording


_ANY_WIDTH = 16_777_215
"""What Qt says of a widget that may be as wide as it likes."""


class Field(Speaking, QWidget):
    """Wraps a control. The control's accessible name is the label, its description the help and what is wrong."""

    def __init__(
        self, voice: Voice, label: Wording, control: QWidget, *, help_text: Wording = "", why: Wording = "", unit: Wording = ""
    ) -> None:
        super().__init__()
        self._voice = voice
        self._label_wording, self._help_wording = label, help_text
        self._wrong: Wording = ""
        self.control = control
        self._label = Label(voice, label, Text.STRONG)
        self._help = Label(voice, help_text, Text.MUTED)
        self._label.setBuddy(control)
        inside = column(self, gap=SMALL)
        words = column(gap=2)
        words.addWidget(self._label)
        words.addWidget(self._help)
        inside.addLayout(words)
        self._help.setVisible(bool(help_text))
        inside.addLayout(self._control_line(unit))
        inside.addWidget(self._error_line())
        if why:
            inside.addWidget(Expander.of_text(voice, lambda t: t.say("Why is this asked?"), why))
        if hasattr(control, "problem"):
            control.problem.connect(self.show_error)
        self.retranslate()

    def show_error(self, wrong: Wording) -> None:
        """Say what is wrong with the answer; "" when nothing is."""
        self._wrong = wrong
        self._error.put(wrong)
        self._error_box.setVisible(bool(wrong))
        self.control.setProperty("wrong", bool(wrong))
        self.control.style().polish(self.control)
        self.retranslate()

    def put(self, label: Wording, help_text: Wording = "") -> None:
        """Ask another question with the same control."""
        self._label_wording, self._help_wording = label, help_text
        self._label.put(label)
        self._help.put(help_text)
        self._help.setVisible(bool(help_text))
        self.retranslate()

    def retranslate(self) -> None:
        """Name the control in the language of the window, and say the help as it is now."""
        self._help.retranslate()
        self._help.setVisible(bool(self._help.text()))
        parts = (self._voice.word(self._wrong), self._voice.word(self._help_wording))
        self.control.setAccessibleName(self._voice.word(self._label_wording))
        self.control.setAccessibleDescription(" ".join(part for part in parts if part))

    def _control_line(self, unit: Wording) -> QHBoxLayout:
        line = row(gap=SMALL)
        line.addWidget(self.control)
        if unit:
            line.addWidget(Label(self._voice, unit, Text.MUTED), 1)
        elif self.control.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Maximum or self.control.maximumWidth() < _ANY_WIDTH:
            line.addStretch()
        return line

    def _error_line(self) -> QWidget:
        self._error_box = QWidget()
        line = row(self._error_box, gap=TIGHT)
        line.addWidget(IconLabel("negative", Tone.NEGATIVE, 18))
        self._error = Label(self._voice, "", Text.STRONG)
        self._error.setProperty("tone", "negative")
        line.addWidget(self._error, 1)
        self._error_box.setVisible(False)
        return self._error_box
