"""Putting widgets under and beside each other, with the distances of the look."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from kravkompass.ui.letting_go import let_go
from kravkompass.ui.look import MEDIUM, SMALL, look

if TYPE_CHECKING:
    from collections.abc import Iterable


def column(inside: QWidget | None = None, *, gap: int = MEDIUM, margins: int | tuple[int, int, int, int] = 0) -> QVBoxLayout:
    """Lay widgets out under each other. Distances as in `look`; margins for all sides, or left, top, right, bottom."""
    made = QVBoxLayout(inside) if inside else QVBoxLayout()
    _space(made, gap, margins)
    return made


def row(inside: QWidget | None = None, *, gap: int = SMALL, margins: int | tuple[int, int, int, int] = 0) -> QHBoxLayout:
    """Lay widgets out beside each other. Distances as in `look`; margins for all sides, or left, top, right, bottom."""
    made = QHBoxLayout(inside) if inside else QHBoxLayout()
    _space(made, gap, margins)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            let_go(widget)
        elif (inner := item.layout()) is not None:
            clear(inner)


def _space(layout: QBoxLayout, gap: int, margins: int | tuple[int, int, int, int]) -> None:
    sides = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setSpacing(look().gap(gap))
    layout.setContentsMargins(QMargins(*(look().gap(side) for side in sides)))


class Flow(QLayout):
    """Lays widgets out beside each other and goes on below when the line is full, as words do."""

    def __init__(self, inside: QWidget | None = None, *, gap: int = SMALL, end: bool = False, low: bool = False) -> None:
        """Lay out from the left, or towards the end of the line; ``low`` lets fields of different height stand on one foot."""
        super().__init__(inside)
        self._items: list[QLayoutItem] = []
        self._end, self._low = end, low
        self.setSpacing(look().gap(gap))
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widgets: Iterable[QWidget]) -> None:
        """Add widgets at the end."""
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt adds a widget."""
        self._items.append(item)

    def count(self) -> int:
        """Tell Qt how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give Qt one of them, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one of them up, None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow flow is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell how high it is when so wide."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Qt tells where the flow lies."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._shown():
            size = _size_within(item, width)
            if lines[-1] and used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max((size.height() for _item, size in line), default=0)
            length = sum(size.width() for _item, size in line) + self.spacing() * (len(line) - 1)
            x = rect.x() + (max(rect.width() - length, 0) if self._end else 0)
            for item, size in line:
                if move:
                    free = height - size.height()
                    item.setGeometry(QRect(QPoint(x, y + (free if self._low else free // 2)), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)


def _size_within(item: QLayoutItem, width: int) -> QSize:
    wanted = item.sizeHint()
    if wanted.width() <= width:
        return wanted
    narrow = max(width, item.minimumSize().width())
    height = item.heightForWidth(narrow) if item.hasHeightForWidth() else wanted.height()
    return QSize(narrow, height)


def holds_keyboard(widget: QWidget) -> bool:
    """Whether the keyboard is in a widget, or comes back to it when the prompt over its window is gone."""
    holder = last_held(widget)
    return holder is not None and (holder is widget or widget.isAncestorOf(holder))


def last_held(widget: QWidget) -> QWidget | None:
    """Give what has the keyboard in a widget's window, or had it when a prompt took over; None when nothing has."""
    return cast("QWidget | None", widget.window().focusWidget())


def grows_down(widget: QWidget, horizontal: QSizePolicy.Policy = QSizePolicy.Policy.Preferred) -> None:
    """Let a widget be as wide as it likes and as high as its wrapped text then needs."""
    policy = QSizePolicy(horizontal, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
