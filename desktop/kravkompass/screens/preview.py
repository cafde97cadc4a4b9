"""Looking at a document before it is saved: its real pages as pictures, made when they are needed, and search in its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kravkompass.documents.pdfium import TURN
from kravkompass.screens.document_kinds import NAMES, DocumentKind
from kravkompass.screens.export import outline
from kravkompass.screens.export_formats import render_pdf, write_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.documents.outline import Document
    from kravkompass.guidance.profile import Profile
    from kravkompass.guidance.purchase import Purchase
    from kravkompass.screens.export_formats import Archiving, Format, Wish

MOST_HITS = 500


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture: rows of pixels from the top, four bytes each (blue, green, red, unused)."""

    page: int
    scale: float
    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: the page from 0, and boxes (left, top, right, bottom) in points from its upper left corner."""

    page: int
    boxes: tuple[tuple[float, float, float, float], ...]


class Pages:
    """A finished document. Everything here can be asked for from any thread.

    Close it when it is no longer looked at: the library must not be left to do so while another page is being drawn.
    """

    def __init__(self, data: bytes) -> None:
        from pypdfium2 import PdfDocument

        self.data = data
        with TURN:
            document = PdfDocument(data)
            document.init_forms()
            self.sizes: tuple[tuple[float, float], ...] = tuple(document.get_page_size(page) for page in range(len(document)))
            self._document: PdfDocument | None = document

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    def close(self) -> None:
        """Let go of the document. After that there are no pictures and nothing is found."""
        with TURN:
            if self._document is not None:
                self._document.close()
                self._document = None

    def picture(self, page: int, scale: float) -> Picture | None:
        """Draw a page; at scale 1 a point is a pixel. None when the document has been closed."""
        with TURN:
            if self._document is None:
                return None
            bitmap = self._document[page].render(scale=scale, may_draw_forms=True, prefer_bgrx=True)
            return Picture(page, scale, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))

    def find(self, words: str, stopped: Callable[[], object] = lambda: None) -> tuple[Hit, ...]:
        """Give every place where the words stand, in reading order, capitals or not. ``stopped`` is asked between pages."""
        found: list[Hit] = []
        if not words.strip():
            return ()
        for page, (_, height) in enumerate(self.sizes):
            stopped()
            with TURN:
                if self._document is None:
                    return ()
                text = self._document[page].get_textpage()
                searcher = text.search(words.strip())
                while (place := searcher.get_next()) is not None and len(found) < MOST_HITS:
                    rectangles = [text.get_rect(number) for number in range(text.count_rects(*place))]
                    boxes = tuple((left, height - top, right, height - bottom) for left, bottom, right, top in rectangles)
                    found.append(Hit(page, boxes))
        return tuple(found)


class Previewed(Protocol):
    """Documents that can be looked at, each by its kind."""

    def name(self, kind: str) -> str:
        """Give what a document is called, as a text to be said."""

    def pages(self, kind: str, done: Callable[[int, int], None]) -> Pages:
        """Make a document. ``done`` is told how much is done, and of how much; it may raise to stop the work."""


class OneDocument:
    """A single document to look at and to save, whatever it is about; made anew each time."""

    KIND = "document"

    def __init__(self, name: str, make: Callable[[], Document], archiving: Archiving, file_name: Callable[[Format], str]) -> None:
        self._name, self._make, self._archiving, self._file_name = name, make, archiving, file_name

    def name(self, kind: str) -> str:  # noqa: ARG002 - there is only one
        """Give what the document is called, as a text to be said."""
        return self._name

    def pages(self, kind: str, done: Callable[[int, int], None] = lambda _done, _of: None) -> Pages:  # noqa: ARG002 - there is only one
        """Make the document. Raises KnownError when the fonts or the logo cannot be used."""
        return Pages(render_pdf(self._make(), self._archiving, done))

    def file_name(self, form: Format) -> str:
        """Give the name to propose for its file."""
        return self._file_name(form)

    def write(self, file: Path, done: Callable[[int, int], None] = lambda _done, _of: None) -> None:
        """Save the document. ``done`` is told as by ``pages``. Raises as ``write_document``."""
        write_document(self._make(), file, self._archiving, done)


class Preview:
    """The documents of one purchase, each made when it is looked at."""

    def __init__(self, purchase: Purchase, catalog: Catalog, today: date, wish: Wish, profile: Profile) -> None:
        self._purchase, self._catalog, self._today = purchase, catalog, today
        self._wish, self._profile = wish, profile

    def name(self, kind: str) -> str:
        """Give what a document is called, as a text to be said."""
        return NAMES[DocumentKind(kind)]

    def pages(self, kind: str, done: Callable[[int, int], None] = lambda _done, _of: None) -> Pages:
        """Make a document. ``done`` is told how much is done, and of how much; it may raise to stop the work.

        Raises:
            KnownError: the fonts or the logo cannot be used.
        """
        document = outline(DocumentKind(kind), self._purchase, self._catalog, self._today, self._wish, profile=self._profile)
        return Pages(render_pdf(document, self._wish.archiving, done))
