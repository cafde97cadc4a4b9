"""A row that opens something: a purchase, a product group, an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kravkompass.ui import painting
from kravkompass.ui.language import Speaking
from kravkompass.ui.layout import Flow, column, row
from kravkompass.ui.look import LARGE, MEDIUM, ROUNDER, SMALL, TIGHT, Text, look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.icon_label import IconLabel, Medal
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.widgets.chip import Chip


class ListRow(Speaking, QPushButton):
    """A card to press, with an icon, a title, a line under it and chips. Enter and Space open it."""

    def __init__(self, voice: Voice, title: Wording, detail: Wording = "", icon: str = "", chips: Sequence[Chip] = ()) -> None:
        super().__init__()
        self._voice = voice
        self._title_wording, self._detail_wording = title, detail
        self._chips = tuple(chips)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._line = line = row(self, gap=LARGE, margins=(LARGE + TIGHT, MEDIUM + 2, LARGE, MEDIUM + 2))
        if icon:
            line.addWidget(Medal(icon))
        line.addLayout(self._words(voice, title, detail), 1)
        line.addWidget(IconLabel("collapsed", Tone.NEUTRAL, 18))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.retranslate()

    def _words(self, voice: Voice, title: Wording, detail: Wording) -> QVBoxLayout:
        words = column(gap=2)
        words.addWidget(Label(voice, title, Text.STRONG))
        if detail:
            self._detail = Label(voice, detail, Text.MUTED)
            words.addWidget(self._detail)
        if self._chips:
            flow = Flow(gap=SMALL)
            flow.add(self._chips)
            words.addSpacing(look().gap(TIGHT + 2))
            words.addLayout(flow)
        return words

    def put_detail(self, detail: Wording) -> None:
        """Say something else under the title of a row that says something there."""
        self._detail_wording = detail
        self._detail.put(detail)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the row in the language of the window."""
        for chip in self._chips:
            # Qt tells the row of a new language before it tells the chips, whose words the row repeats.
            chip.retranslate()
        self.setAccessibleName(self._voice.word(self._title_wording))
        said = [self._voice.word(self._detail_wording), *(chip.text() for chip in self._chips)]
        self.setAccessibleDescription(". ".join(part for part in said if part))

    def sizeHint(self) -> QSize:
        """Give the size that suits what is inside."""
        return self._line.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Give the size below which a word would be cut."""
        return self._line.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """A narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell how high it is when so wide."""
        return self._line.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the size of text changes."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the ground."""
        palette, radius = look().palette, look().px(ROUNDER)
        painter = painting.start(self)
        under = self.underMouse() or self.isDown()
        fill = palette.hover if self.isDown() else palette.raised
        painting.rounded(painter, self.rect(), radius, fill, palette.accent.strong if under else palette.line)
        if self.hasFocus():
            painting.ring(painter, self.rect(), radius)
        painter.end()
