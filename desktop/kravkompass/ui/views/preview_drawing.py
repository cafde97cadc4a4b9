"""Drawing the pages of the preview beside the window, one at a time, those in sight first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from kravkompass.ui.work import Job

if TYPE_CHECKING:
    from kravkompass.screens.preview import Pages, Picture
    from kravkompass.ui.widgets.page_sheets import PageSheets
    from kravkompass.ui.work import Workers


class PageDrawing(QObject):
    """Draws what the sheets want. A page that has left the sight before its turn is not drawn."""

    def __init__(self, sheets: PageSheets, workers: Workers) -> None:
        super().__init__(sheets)
        self._sheets, self._workers = sheets, workers
        self._pages: Pages | None = None
        self._wishes: dict[int, float] = {}
        self._busy = False
        # Later, not while the sheets are being painted: work must not begin in the middle of that.
        sheets.wanted.connect(self._wish, Qt.ConnectionType.QueuedConnection)

    def draw_from(self, pages: Pages) -> None:
        """Draw this document from now on, from its first page."""
        self._pages, self._wishes = pages, {}
        self._sheets.show_pages(pages.sizes)
        self._sheets.zoom_into_sight()

    def _wish(self, page: int, scale: float) -> None:
        self._wishes[page] = scale
        self._next()

    def _next(self) -> None:
        seen = set(self._sheets.seen())
        self._wishes = {page: scale for page, scale in self._wishes.items() if page in seen}
        pages = self._pages
        if self._busy or not self._wishes or pages is None:
            return
        page = min(self._wishes)
        scale = self._wishes.pop(page)
        self._busy = True
        job = Job(lambda _report: (pages, pages.picture(page, scale)), lambda t: t.say("Drawing page {n}", n=page + 1))
        job.finished.connect(self._drawn)
        job.ended.connect(self._ended)
        self._workers.run(job)

    def _drawn(self, made: tuple[Pages, Picture | None]) -> None:
        pages, picture = made
        if pages is self._pages and picture is not None:
            self._sheets.put_picture(picture)

    def _ended(self) -> None:
        self._busy = False
        self._next()
