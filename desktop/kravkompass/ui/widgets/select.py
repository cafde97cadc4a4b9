"""A field to choose one of many short answers in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from kravkompass.ui import icons, painting
from kravkompass.ui.language import Speaking
from kravkompass.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.widgets.choice import Alternative


class Select(Speaking, QComboBox):
    """One of many answers in a list that opens; None while none is chosen."""

    changed = Signal(object)

    def __init__(
        self, voice: Voice, alternatives: Sequence[Alternative] = (), name: Wording = "", placeholder: Wording = ""
    ) -> None:
        super().__init__()
        self._voice = voice
        self._name = name
        self._placeholder = placeholder
        self._alternatives: tuple[Alternative, ...] = ()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        self.activated.connect(lambda _place: self.changed.emit(self.value))
        self.offer(alternatives)

    def offer(self, alternatives: Sequence[Alternative]) -> None:
        """Offer other answers; the chosen one stays chosen when it is still among them."""
        chosen = self.value
        self._alternatives = tuple(alternatives)
        self.clear()
        self.addItems([self._voice.word(one.wording) for one in self._alternatives])
        self.put_value(chosen)
        self.retranslate()

    @property
    def value(self) -> Hashable | None:
        """The value of the chosen answer, None for none."""
        place = self.currentIndex()
        return self._alternatives[place].value if 0 <= place < len(self._alternatives) else None

    def put_value(self, value: Hashable | None) -> None:
        """Show which answer is chosen; None, or a value that is no answer, for none."""
        values = [one.value for one in self._alternatives]
        self.setCurrentIndex(values.index(value) if value in values else -1)

    def retranslate(self) -> None:
        """Say the answers in the language of the window."""
        if self._name:
            self.setAccessibleName(self._voice.word(self._name))
        self.setPlaceholderText(self._voice.word(self._placeholder))
        for place, one in enumerate(self._alternatives):
            self.setItemText(place, self._voice.word(one.wording))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Keep room for the arrow."""
        return (super().sizeHint() + QSize(look().px(12), 0)).expandedTo(QSize(look().px(220), 0))

    def minimumSizeHint(self) -> QSize:
        """Give way in narrow places; the open list shows the whole words."""
        return QSize(look().px(120), super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, never the answer: an answer must not change by accident."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its arrow."""
        super().paintEvent(event)
        size = look().px(18)
        painter = painting.start(self)
        where = QRectF(self.width() - size - look().px(10), (self.height() - size) // 2, size, size)
        icons.paint(painter, "expanded", look().palette.muted, where)
        painter.end()
