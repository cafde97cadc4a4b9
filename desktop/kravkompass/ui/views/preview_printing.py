"""Printing a document page by page, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPainter

from kravkompass.ui.work import Job

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from kravkompass.screens.preview import Pages, Picture
    from kravkompass.ui.work import Workers

SHARPEST = 300
"""Dots per inch a page is drawn with at most: more costs memory and is not seen on paper."""

POINTS_PER_INCH = 72


class Printing(QObject):
    """Sends pages to a printer, one at a time. ``ended`` comes when all are sent, or none could be."""

    ended = Signal()

    def __init__(self, pages: Pages, printer: QPrinter, workers: Workers) -> None:
        super().__init__()
        self._pages, self._printer, self._workers = pages, printer, workers
        first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
        self._left = list(range(first - 1, min(last, len(pages))))
        self._painter = QPainter()
        self._scale = min(printer.resolution(), SHARPEST) / POINTS_PER_INCH

    def start(self) -> bool:
        """Begin. Says whether the printer could be reached."""
        if not self._left or not self._painter.begin(self._printer):
            self.ended.emit()
            return False
        self._ask()
        return True

    def _ask(self) -> None:
        page, pages, scale = self._left[0], self._pages, self._scale
        job = Job(lambda _report: pages.picture(page, scale), lambda t: t.say("Printing page {n}", n=page + 1))
        job.finished.connect(self._draw)
        job.stopped.connect(self._finish)
        self._workers.run(job)

    def _draw(self, picture: Picture | None) -> None:
        if picture is None:
            self._finish()
            return
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        paper = QRectF(self._painter.viewport())
        grow = min(paper.width() / picture.width, paper.height() / picture.height)
        self._painter.drawImage(QRectF(0, 0, picture.width * grow, picture.height * grow), image)
        del self._left[0]
        if self._left:
            self._printer.newPage()
            self._ask()
        else:
            self._finish()

    def _finish(self) -> None:
        self._painter.end()
        self.ended.emit()
