"""The pages of a document under each other, each drawn when it comes into sight."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from kravkompass.ui.look import WIDE, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.screens.preview import Hit, Picture

KEPT = 16
"""How many drawn pages are kept; the one seen longest ago is let go first."""

SMALLEST, LARGEST = 0.25, 4.0
POINTS_PER_INCH, DOTS_PER_INCH = 72, 96
BESIDE_HIT, CURRENT_HIT = QColor(255, 214, 10, 90), QColor(255, 120, 0, 130)


class PageSheets(QScrollArea):
    """Shows pages at a size; asks for the picture of each page that is seen.

    ``wanted(page, scale)`` asks for a picture, pages counted from 0; ``turned(page)`` says which page is seen now.
    """

    wanted = Signal(int, float)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.zoom = 1.0
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._pictures: OrderedDict[int, tuple[float, QImage]] = OrderedDict()
        self._hits: dict[int, list[Hit]] = {}
        self._hit: Hit | None = None
        self._page = 0
        self._paper = _Paper(self)
        self.setWidget(self._paper)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # -- what is shown

    def show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show a document whose pages have these sizes, in points, from its first page on."""
        self._sizes = tuple(sizes)
        self._pictures.clear()
        self.put_hits((), None)
        self._page = 0
        self._fit()
        self.go_to(0)

    def put_picture(self, picture: Picture) -> None:
        """Show the picture of a page; one of an older size is only used until the right one comes."""
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32).copy()
        self._pictures[picture.page] = (picture.scale, image)
        self._pictures.move_to_end(picture.page)
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        self._paper.update()

    def put_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark what was found, and bring the current place into sight."""
        self._hits = {}
        for hit in hits:
            self._hits.setdefault(hit.page, []).append(hit)
        self._hit = current
        if current is not None and current.boxes:
            where = self.where(current.page)
            _, top, _, bottom = current.boxes[0]
            middle = where.top() + (top + bottom) / 2 * self._pixels
            self.ensureVisible(round(where.center().x()), round(middle), 0, self.viewport().height() // 3)
        self._paper.update()

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight."""
        if self._sizes:
            self.verticalScrollBar().setValue(round(self.where(page).top()) - look().gap(WIDE) // 2)
            self._scrolled()

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at another size: 1 is the size of the paper."""
        page, self.zoom = self._page, min(max(zoom, SMALLEST), LARGEST)
        self._fit()
        self.go_to(page)

    def zoom_to_width(self) -> None:
        """Make the widest page as wide as there is room."""
        widest = max((width for width, _ in self._sizes), default=0)
        if widest:
            room = self.viewport().width() - 2 * look().gap(WIDE)
            self.set_zoom(room / widest * POINTS_PER_INCH / DOTS_PER_INCH)

    def zoom_into_sight(self) -> None:
        """Make the pages smaller where they are wider than there is room; never larger."""
        if self._paper.width() > self.viewport().width():
            self.zoom_to_width()

    @property
    def page(self) -> int:
        """The page that is seen, from 0."""
        return self._page

    # -- where things are

    @property
    def _pixels(self) -> float:
        """Screen-independent pixels for each point."""
        return self.zoom * DOTS_PER_INCH / POINTS_PER_INCH

    def where(self, page: int) -> QRectF:
        """Where a page lies on the paper."""
        gap = look().gap(WIDE)
        top = gap + sum(height * self._pixels + gap for _, height in self._sizes[:page])
        width, height = self._sizes[page]
        return QRectF((self._paper.width() - width * self._pixels) / 2, top, width * self._pixels, height * self._pixels)

    def seen(self) -> list[int]:
        """The pages that are in sight, wholly or in part."""
        window = QRectF(0, self.verticalScrollBar().value(), 1e6, self.viewport().height())
        return [page for page in range(len(self._sizes)) if self.where(page).intersects(window)]

    def _fit(self) -> None:
        gap = look().gap(WIDE)
        wide = max((width for width, _ in self._sizes), default=0) * self._pixels + 2 * gap
        high = sum(height * self._pixels + gap for _, height in self._sizes) + gap
        self._paper.resize(QSize(max(round(wide), self.viewport().width()), round(high)))
        self._paper.update()

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        seen = self.seen()
        page = min(seen, key=lambda one: abs(self.where(one).center().y() - middle), default=0)
        if page != self._page:
            self._page = page
            self.turned.emit(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages in the middle."""
        super().resizeEvent(event)
        self._fit()

    # -- drawing

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw what is exposed, and ask for the pictures that are missing."""
        scale = self._pixels * self.devicePixelRatioF()
        for page in self.seen():
            where = self.where(page)
            if not where.intersects(exposed):
                continue
            drawn, image = self._pictures.get(page, (0.0, None))
            painter.fillRect(where, QColor("white"))
            if image is not None:
                painter.drawImage(where, image)
            if abs(drawn - scale) > scale / 1000:
                self.wanted.emit(page, scale)
            for hit in self._hits.get(page, ()):
                colour = CURRENT_HIT if hit is self._hit else BESIDE_HIT
                for left, top, right, bottom in hit.boxes:
                    corner = where.topLeft() + QPointF(left, top) * self._pixels
                    painter.fillRect(QRectF(corner, QPointF(right - left, bottom - top) * self._pixels + corner), colour)


class _Paper(QWidget):
    """What the pages lie on."""

    def __init__(self, sheets: PageSheets) -> None:
        super().__init__()
        self._sheets = sheets

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that are exposed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(look().palette.sunken))
        self._sheets.paint(painter, QRectF(event.rect()))
        painter.end()
