"""One table for every list of values: rows are values, columns are declared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kravkompass.ui import painting
from kravkompass.ui.language import Speaking
from kravkompass.ui.look import Text, look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.column_widths import shared_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice, Wording

R = TypeVar("R")
Index: TypeAlias = QModelIndex | QPersistentModelIndex
_TONE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_MEASURED = 30
"""So many rows are looked at for the width of their words."""
_SHORT, _CHIP, _BESIDE_WORDS = 165, 240, 46
"""Pixels: words up to this width are never cut, in a chip and outside one, and the room beside them in a cell. Longer ones may be: they
are shown whole under the pointer."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: what it is called, what it says about a row, how it sorts and how wide it likes to be."""

    title: Wording
    text: Callable[[R, Translation], str]
    tone: Callable[[R], Tone | None] | None = None
    """Shows the words as a chip; plain where it gives None."""
    order: Callable[[R], Any] | None = None
    """What to sort by; without it the words are sorted as they stand."""
    right: bool = False
    share: int = 1
    """How much of the width it gets, in relation to the others."""


class TableModel(QAbstractTableModel, Generic[R]):
    """Shows a sequence of values as a table."""

    def __init__(self, voice: Voice, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self._voice = voice
        self._columns = tuple(columns)
        self._rows: list[R] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    @property
    def columns(self) -> tuple[Column[R], ...]:
        """The declared columns."""
        return self._columns

    def put(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    def row_at(self, place: int) -> R:
        """Give the value on a row."""
        return self._rows[place]

    def words(self, place: int, column: int) -> str:
        """Give what stands in a cell."""
        return self._columns[column].text(self._rows[place], self._voice.translation)

    def place_of(self, row: R) -> int:
        """Tell on which row a value stands; -1 when it does not."""
        return self._rows.index(row) if row in self._rows else -1

    def retranslate(self) -> None:
        """Say every text again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Tell Qt how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Tell Qt how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Tell Qt what stands in a cell."""
        column, row = self._columns[index.column()], self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column.text(row, self._voice.translation)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == _TONE and column.tone is not None and (tone := column.tone(row)) is not None:
            return str(tone)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Tell Qt what stands above a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._voice.word(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 leaves the rows as they were given from now on."""
        self.layoutAboutToBeChanged.emit()
        before = list(self._rows)
        self._sorted = (column, order) if column >= 0 else None
        self._arrange()
        places = {id(row): place for place, row in enumerate(self._rows)}
        for old in self.persistentIndexList():
            self.changePersistentIndex(old, self.index(places[id(before[old.row()])], old.column()))
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        if self._sorted is None:
            return
        place, order = self._sorted
        column = self._columns[place]
        translation = self._voice.translation
        key = column.order or (lambda row: column.text(row, translation).casefold())
        self._rows.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)


class DataTable(Speaking, QTableView, Generic[R]):
    """A table to look at and choose from. Enter or a double click opens a row."""

    opened = Signal(object)
    selected = Signal(object)

    def __init__(self, voice: Voice, name: Wording, columns: Sequence[Column[R]], *, sortable: bool = True) -> None:
        super().__init__()
        self._voice = voice
        self._name = name
        self._model = TableModel(voice, columns)
        self.setModel(self._model)
        self.setItemDelegate(_Cells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._shows_all = False
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        if sortable:
            head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._model.row_at(index.row())))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.selected.emit(self.value))
        self.retranslate()

    @property
    def value(self) -> R | None:
        """The value on the row where the person is, None for none."""
        place = self.currentIndex().row()
        return self._model.row_at(place) if 0 <= place < self._model.rowCount() else None

    def put(self, rows: Sequence[R]) -> None:
        """Show other rows; the person stays on the same value when it is still there."""
        held = self.value
        self._model.put(rows)
        self._share_out()
        if held is not None:
            self.choose(held)

    def choose(self, row: R) -> None:
        """Go to the row of a value, wherever it stands; nowhere when it is not there."""
        place = self._model.place_of(row)
        if place >= 0:
            self.selectRow(place)

    def show_all(self) -> None:
        """Be high enough for every row, for short tables on a page that scrolls by itself."""
        self._shows_all = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._share_out()

    def retranslate(self) -> None:
        """Say every text again."""
        self.setAccessibleName(self._voice.word(self._name))
        self._model.retranslate()
        self.verticalHeader().setDefaultSectionSize(look().px(44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a row on Enter; sort by the first column on Ctrl+1, the second on Ctrl+2 and so on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.value is not None:
            self.opened.emit(self.value)
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and self._sort_by_key(event.key() - Qt.Key.Key_1):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _sort_by_key(self, place: int) -> bool:
        """Sort by a column, the other way round when it is sorted so already; False where there is no such column."""
        if not self.isSortingEnabled() or not 0 <= place < self._model.columnCount():
            return False
        head = self.horizontalHeader()
        upward = head.sortIndicatorSection() == place and head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        self.sortByColumn(place, Qt.SortOrder.DescendingOrder if upward else Qt.SortOrder.AscendingOrder)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the size of text changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.verticalHeader().setDefaultSectionSize(look().px(44))

    def resizeEvent(self, event: Any) -> None:  # noqa: ANN401 - Qt's event
        """Share the width out among the columns."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Give every column its share of the width, or what its words need at least: then the table scrolls sideways."""
        width = self.viewport().width()
        widths = shared_out(width, [column.share for column in self._model.columns], [self._least(place) for place in range(self._model.columnCount())])
        for place, its in enumerate(widths):
            self.setColumnWidth(place, its)
        if self._shows_all:
            below = self.horizontalScrollBar().sizeHint().height() if sum(widths) > width else 0
            head = self.horizontalHeader().sizeHint().height()
            self.setFixedHeight(head + self.verticalHeader().defaultSectionSize() * self._model.rowCount() + 4 + below)

    def _least(self, place: int) -> int:
        """Give the width a column needs for its title, and for its words where they are short."""
        words = max((self._model.words(row, place) for row in range(min(self._model.rowCount(), _MEASURED))), key=len, default="")
        room = self.fontMetrics().horizontalAdvance(words) + look().px(_BESIDE_WORDS)
        short = _SHORT if self._model.columns[place].tone is None else _CHIP
        return max(self.horizontalHeader().sectionSizeHint(place), min(room, look().px(short)))


class _Cells(QStyledItemDelegate):
    """Draws words as a chip where a column declares a tone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        tone = index.data(_TONE)
        if tone is None:
            super().paint(painter, option, index)
            return
        # With the words left in they would be drawn under the chip, and stand out beside it.
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDisplay
        ground.text = ""
        ground.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget)
        self._chip(painter, option.rect, str(index.data()), Tone(tone))

    def _chip(self, painter: QPainter, cell: QRect, words: str, tone: Tone) -> None:
        worn = look()
        font = worn.font(Text.CAPTION)
        font.setWeight(font.Weight.DemiBold)
        metrics = QFontMetrics(font)
        side, room = worn.px(9), cell.width() - worn.px(24)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - 2 * side)
        size = QSize(metrics.horizontalAdvance(shown) + 2 * side, worn.px(24))
        where = QRect(cell.left() + worn.px(12), cell.center().y() - size.height() // 2, size.width(), size.height())
        shades = worn.palette.shades(tone)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.rounded(painter, where, size.height() / 2, shades.soft)
        painter.setFont(font)
        painter.setPen(QColor(shades.on_soft))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()
