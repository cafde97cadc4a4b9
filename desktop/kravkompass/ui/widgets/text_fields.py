"""Fields to write words in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from kravkompass.ui import icons, painting
from kravkompass.ui.language import Speaking
from kravkompass.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from kravkompass.ui.language import Voice, Wording

PAUSE = 600
"""After so many milliseconds without a keystroke what was written is handed on."""
_SEARCH_PAUSE = 180


@dataclass(frozen=True, slots=True)
class Pace:
    """When what is written is handed on: after ``pause`` milliseconds without a keystroke.

    It is handed on at the latest ``most`` milliseconds after the first keystroke that was not, however fast the person writes; 0 waits
    for a pause however long that takes.
    """

    pause: int = PAUSE
    most: int = 0


AT_PAUSES = Pace()
SOON = Pace(350, 700)
"""For what must not be lost if the computer dies this second."""


class _Pause(QTimer):
    """Waits for a pause in the writing."""

    def __init__(self, parent: QObject, pace: Pace) -> None:
        super().__init__(parent, singleShot=True)
        self._pace = pace
        self._since = QElapsedTimer()

    def wait(self) -> None:
        """Wait from this keystroke on."""
        if not self.isActive():
            self._since.start()
        left = self._pace.most - self._since.elapsed() if self._pace.most else self._pace.pause
        self.start(max(min(self._pace.pause, left), 0))


class TextField(Speaking, QLineEdit):
    """One line of words. ``changed`` comes when the person pauses or leaves the field, with the whole text."""

    changed = Signal(object)

    def __init__(self, voice: Voice, name: Wording = "", placeholder: Wording = "", *, pace: Pace = AT_PAUSES) -> None:
        super().__init__()
        self._voice = voice
        self._name = name
        self._placeholder = placeholder
        self._handed_on = ""
        self._timer = _Pause(self, pace)
        self._timer.timeout.connect(self.commit)
        self.textEdited.connect(lambda _text: self._timer.wait())
        self.editingFinished.connect(self.commit)
        self.retranslate()

    @property
    def value(self) -> str:
        """What is written, without empty space around it."""
        return self.text().strip()

    def put_value(self, value: str | None) -> None:
        """Show a text. What the person is writing right now is left alone."""
        if not self._timer.isActive() and (value or "") != self.value:
            self.setText(value or "")
        self._handed_on = self.value

    def commit(self) -> None:
        """Hand on at once what was written."""
        self._timer.stop()
        if self.value != self._handed_on:
            self._handed_on = self.value
            self.changed.emit(self.value)

    def retranslate(self) -> None:
        """Say the name and the example in the language of the window."""
        if self._name:
            self.setAccessibleName(self._voice.word(self._name))
        self.setPlaceholderText(self._voice.word(self._placeholder))


class SearchField(TextField):
    """A field to search with: ``changed`` comes quickly, Escape empties it, Arrow down goes on to what was found."""

    downward = Signal()

    def __init__(self, voice: Voice, name: Wording = lambda t: t.say("Search"), placeholder: Wording | None = None) -> None:
        super().__init__(voice, name, name if placeholder is None else placeholder, pace=Pace(_SEARCH_PAUSE))
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field, or go on to what was found."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.commit()
        elif event.key() == Qt.Key.Key_Down:
            self.commit()
            self.downward.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the icon when the size of text changes."""
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()
        super().changeEvent(event)

    def _make_room(self) -> None:
        self.setTextMargins(look().px(26), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its icon."""
        super().paintEvent(event)
        size = look().px(18)
        painter = painting.start(self)
        icons.paint(painter, "search", look().palette.muted, QRectF(look().px(11), (self.height() - size) // 2, size, size))
        painter.end()


class TextArea(Speaking, QPlainTextEdit):
    """Several lines of words; grows with what is written. Tab goes on to the next field."""

    changed = Signal(object)

    def __init__(
        self, voice: Voice, name: Wording = "", placeholder: Wording = "", *, lines: tuple[int, int] = (3, 12), pace: Pace = AT_PAUSES
    ) -> None:
        super().__init__()
        self._voice = voice
        self._name = name
        self._placeholder = placeholder
        self._least, self._most = lines
        self._handed_on = ""
        self._timer = _Pause(self, pace)
        self._timer.timeout.connect(self.commit)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._written)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self.retranslate()
        self._fit()

    @property
    def value(self) -> str:
        """What is written, without empty space around it."""
        return self.toPlainText().strip()

    def put_value(self, value: str | None) -> None:
        """Show a text. What the person is writing right now is left alone."""
        if not self._timer.isActive() and (value or "") != self.value:
            self.setPlainText(value or "")
            self._timer.stop()
        self._handed_on = self.value

    def commit(self) -> None:
        """Hand on at once what was written."""
        self._timer.stop()
        if self.value != self._handed_on:
            self._handed_on = self.value
            self.changed.emit(self.value)

    def retranslate(self) -> None:
        """Say the name and the example in the language of the window."""
        if self._name:
            self.setAccessibleName(self._voice.word(self._name))
        self.setPlaceholderText(self._voice.word(self._placeholder))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand on what was written when the person goes elsewhere."""
        super().focusOutEvent(event)
        self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height when the lines break elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the height when the size of text changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._fit()

    def _written(self) -> None:
        self._timer.wait()
        self._fit()

    def _fit(self) -> None:
        lines = min(max(int(self.document().size().height()), self._least), self._most)
        height = lines * self.fontMetrics().lineSpacing() + look().px(24)
        if height != self.height():
            self.setFixedHeight(height)
