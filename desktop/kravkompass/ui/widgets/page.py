"""A page: title, lead, what can be done, and content no wider than the eye likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLayout, QScrollArea, QSizePolicy, QWidget
from shiboken6 import isValid

from kravkompass.ui.layout import Flow, clear, column, row
from kravkompass.ui.look import HUGE, LARGE, SMALL, TIGHT, WIDE, Text, look
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kravkompass.ui.language import Voice, Wording

_QUIET = 60
"""Milliseconds between two looks at whether a page is laid out."""
_LEAST_TITLE = 280
"""A width that a title and the sentence under it can be read in."""
READING = 760
"""A width in pixels, at the usual text size, that suits running text and forms."""
WORKING = 1080
"""A width that suits lists and tables."""


class Page(QScrollArea):
    """Scrolls when it must. What gets the keyboard scrolls into sight."""

    def __init__(self, voice: Voice, *, width: int = READING) -> None:
        super().__init__()
        self._voice = voice
        self._widest = width
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = sheet = QWidget()
        sheet.setObjectName("page")
        self._outer = column(sheet, gap=0)
        self._head = QWidget()
        self._title = Label(voice, "", Text.TITLE)
        self._lead = Label(voice, "", Text.LEAD)
        self._actions = Flow(gap=SMALL, end=True)
        self._lay_head()
        self._column = column(gap=LARGE)
        self._outer.addWidget(self._head)
        self._outer.addLayout(self._column)
        self._outer.addStretch()
        self.setWidget(sheet)
        self.set_title("")
        self._brought: QWidget | None = None
        self._seen = (0, 0, 0)
        # A timer and not the scroll bar's own signals: these also come while the page is being taken apart.
        self._settling = QTimer(self, interval=_QUIET, singleShot=True)
        self._settling.timeout.connect(self._look_again)

    def _lay_head(self) -> None:
        words = column(gap=TIGHT)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        side = QWidget()
        side.setLayout(self._actions)
        side.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._across = row(self._head, gap=WIDE, margins=(0, 0, 0, WIDE))
        self._across.addLayout(words, 1)
        self._across.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        self._side = side

    def set_title(self, title: Wording, lead: Wording = "") -> None:
        """Show a title, and a sentence under it."""
        self._title.put(title)
        self._lead.put(lead)
        self._lead.setVisible(bool(lead))
        self._head.setVisible(bool(title) or self._actions.count() > 0)

    def set_actions(self, widgets: Iterable[QWidget]) -> None:
        """Show buttons beside the title."""
        clear(self._actions)
        self._actions.add(widgets)
        self._head.setVisible(True)

    def add(self, item: QWidget | QLayout) -> None:
        """Add something at the end."""
        if isinstance(item, QWidget):
            self._column.addWidget(item)
        else:
            self._column.addLayout(item)

    def empty(self) -> None:
        """Take away all content, but not the title."""
        clear(self._column)

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)

    def bring_up(self, widget: QWidget) -> None:
        """Scroll until the beginning of something on the page is at the top, and again for as long as the page is being laid out.

        A page that is shown for the first time does not know yet where things stand. Whoever scrolls in the meantime goes first.
        """
        self._brought, self._seen = widget, (0, 0, 0)
        self._scroll_to_brought()

    def _scroll_to_brought(self) -> None:
        if self._brought is None or not isValid(self._brought) or not self._sheet.isAncestorOf(self._brought):
            self._brought = None
            return
        self.verticalScrollBar().setValue(self._top_of(self._brought) - look().px(LARGE))
        self._settling.start()

    def _top_of(self, widget: QWidget) -> int:
        return widget.mapTo(self._sheet, QPoint(0, 0)).y()

    def _look_again(self) -> None:
        """Go on until what was brought up has a size, and nothing has moved since the last look: then everything is laid out."""
        self._scroll_to_brought()
        if (widget := self._brought) is None:
            return
        seen = (self._top_of(widget), widget.height(), self.verticalScrollBar().maximum())
        if seen == self._seen and widget.height() > 0:
            self._settling.stop()
            self._brought = None
        self._seen = seen

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll as the person says, and nothing else."""
        self._brought = None
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content in the middle, at most as wide as wanted."""
        worn = look()
        least = worn.gap(WIDE)
        side = max((self.viewport().width() - worn.px(self._widest)) // 2, least)
        # Where the buttons would leave the title no room they stand under it.
        room = self.viewport().width() - 2 * side - self._actions.sizeHint().width()
        narrow = self._actions.count() > 0 and room < worn.px(_LEAST_TITLE)
        self._across.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._outer.setContentsMargins(side, worn.gap(HUGE), side, worn.gap(HUGE))
        super().resizeEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Go on, and scroll to where the keyboard is now."""
        moved = super().focusNextPrevChild(next)
        self._follow_focus()
        return moved

    def _follow_focus(self) -> None:
        holder = QApplication.focusWidget()
        if holder is not None and self._sheet.isAncestorOf(holder):
            self.ensureWidgetVisible(holder, 0, look().px(HUGE))
