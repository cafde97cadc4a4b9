"""What is shown where there is nothing yet: what this place is for, and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kravkompass.ui.layout import column, row
from kravkompass.ui.look import HUGE, MEDIUM, SMALL, WIDE, Text
from kravkompass.ui.widgets.icon_label import Medal
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kravkompass.ui.language import Voice, Wording


class EmptyState(QWidget):
    """An icon, a heading, a sentence, and one or two buttons, in the middle."""

    def __init__(self, voice: Voice, icon: str, heading: Wording, text: Wording = "", actions: Iterable[QWidget] = ()) -> None:
        super().__init__()
        inside = column(self, gap=SMALL, margins=(WIDE, HUGE, WIDE, HUGE))
        line = row()
        line.addStretch()
        line.addWidget(Medal(icon, size=72))
        line.addStretch()
        inside.addLayout(line)
        inside.addSpacing(MEDIUM)
        for wording, kind in ((heading, Text.HEADING), (text, Text.MUTED)):
            if wording:
                label = Label(voice, wording, kind)
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                inside.addWidget(label)
        buttons = row(gap=SMALL, margins=(0, MEDIUM, 0, 0))
        buttons.addStretch()
        for button in actions:
            buttons.addWidget(button)
        buttons.addStretch()
        inside.addLayout(buttons)
