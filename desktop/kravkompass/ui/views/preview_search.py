"""The search line of the preview: what to look for, how often it was found, and which place is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.ui.layout import row
from kravkompass.ui.look import MEDIUM
from kravkompass.ui.widgets.button import IconButton
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.text_fields import SearchField
from kravkompass.ui.work import Job, Step

if TYPE_CHECKING:
    from kravkompass.screens.preview import Hit, Pages
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers


class PreviewSearch(QWidget):
    """Searches a document beside the window. ``moved(hits, hit)`` says what was found and which place to show, or None."""

    moved = Signal(object, object)

    def __init__(self, voice: Voice, workers: Workers) -> None:
        super().__init__()
        self._workers = workers
        self._pages: Pages | None = None
        self._hits: tuple[Hit, ...] = ()
        self._at = 0
        self.field = SearchField(voice, lambda t: t.say("Search in the document"))
        self.field.changed.connect(self.look_for)
        self._count = Label(voice, "", wraps=False)
        across = row(self, gap=MEDIUM)
        across.addWidget(self.field, 1)
        previous = IconButton(voice, lambda t: t.say("Previous place"), "back")
        previous.clicked.connect(lambda: self.step(-1))
        following = IconButton(voice, lambda t: t.say("Next place"), "next")
        following.clicked.connect(lambda: self.step(1))
        for widget in (previous, following, self._count):
            across.addWidget(widget)

    def look_in(self, pages: Pages) -> None:
        """Search this document from now on."""
        self._pages = pages
        self.look_for(self.field.value)

    def look_for(self, words: str) -> None:
        """Search for words."""
        pages = self._pages
        if pages is None:
            return
        job = Job(
            lambda report: (pages, words, pages.find(words, lambda: report(Step(0)))), lambda t: t.say("Searching the document")
        )
        job.finished.connect(self._found)
        self._workers.run(job)

    def step(self, by: int) -> None:
        """Go to the next or the previous place that was found, and round at the end."""
        if self._hits:
            self._show((self._at + by) % len(self._hits))

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All places that were found."""
        return self._hits

    def _found(self, found: tuple[Pages, str, tuple[Hit, ...]]) -> None:
        pages, words, hits = found
        if pages is self._pages and words == self.field.value:
            self._hits = hits
            self._show(0)

    def _show(self, at: int) -> None:
        self._at = at
        count = len(self._hits)
        if count:
            self._count.put(lambda t: t.say("{n} of {of}", n=at + 1, of=count))
        else:
            self._count.put((lambda t: t.say("Not found")) if self.field.value else "")
        self.moved.emit(self._hits, self._hits[at] if count else None)
