"""A page: title, lead, what can be done, and content no wider than the eye likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QSizePolicy, QWidget

from kravkompass.ui.layout import Flow, clear, column, row
from kravkompass.ui.look import HUGE, LARGE, SMALL, TIGHT, WIDE, Text, look
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kravkompass.ui.language import Voice, Wording

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

    def _lay_head(self) -> None:
        words = column(gap=TIGHT)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        side = QWidget()
        side.setLayout(self._actions)
        side.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        line = row(self._head, gap=WIDE, margins=(0, 0, 0, WIDE))
        line.addLayout(words, 1)
        line.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)

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
        """Scroll until the beginning of something on the page is at the top."""
        self.verticalScrollBar().setValue(widget.mapTo(self._sheet, QPoint(0, 0)).y() - look().px(LARGE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content in the middle, at most as wide as wanted."""
        worn = look()
        least = worn.gap(WIDE)
        side = max((self.viewport().width() - worn.px(self._widest)) // 2, least)
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
