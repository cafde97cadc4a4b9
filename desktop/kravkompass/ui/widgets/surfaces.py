"""What other widgets lie on: cards, dividers, headings of sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from kravkompass.ui.layout import column
from kravkompass.ui.look import LARGE, MEDIUM, TIGHT, WIDE, Text
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from kravkompass.ui.language import Voice, Wording


class Card(QFrame):
    """A raised surface with round corners; what is added stands under each other."""

    def __init__(self, *, gap: int = MEDIUM, margins: int = LARGE + TIGHT) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._column = column(self, gap=gap, margins=margins)

    def add(self, item: QWidget | QLayout) -> None:
        """Add something at the end."""
        if isinstance(item, QWidget):
            self._column.addWidget(item)
        else:
            self._column.addLayout(item)


class Divider(QFrame):
    """A thin line between things."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "line")
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class SectionTitle(QWidget):
    """The heading of a part of a page, with a sentence under it if it helps."""

    def __init__(self, voice: Voice, title: Wording, lead: Wording = "") -> None:
        super().__init__()
        self._lead = Label(voice, lead, Text.MUTED)
        self._title = Label(voice, title, Text.HEADING)
        inside = column(self, gap=TIGHT, margins=(0, WIDE, 0, TIGHT))
        inside.addWidget(self._title)
        inside.addWidget(self._lead)
        self._lead.setVisible(bool(lead))

    def put(self, title: Wording, lead: Wording = "") -> None:
        """Show another heading."""
        self._title.put(title)
        self._lead.put(lead)
        self._lead.setVisible(bool(lead))
