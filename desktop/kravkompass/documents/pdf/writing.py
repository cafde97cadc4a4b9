"""From an outline to a finished PDF: pieces, pages, drawing, and the file put in its place."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from kravkompass.documents.outline import Document, Section, plain, sections
from kravkompass.documents.pdf import faces
from kravkompass.documents.pdf.canvas import TaggedCanvas
from kravkompass.documents.pdf.cover import contents_pieces, cover_pieces
from kravkompass.documents.pdf.inline import shown
from kravkompass.documents.pdf.metadata import About, Archive
from kravkompass.documents.pdf.page import draw_furniture
from kravkompass.documents.pdf.piece import Piece, Placed, fill
from kravkompass.documents.pdf.rendering import Renderer
from kravkompass.documents.pdf.structure import Node
from kravkompass.documents.pdf.text_piece import Bookmark, TextPiece
from kravkompass.documents.style import MARGIN_SIDE, MARGIN_TOP, PAGE_HEIGHT, TEXT_HEIGHT, TEXT_WIDTH
from kravkompass.documents.watch import WHOLE, Report, Watch
from kravkompass.purchases.atomic import write_beside

LANGUAGE_TAGS = {"sv": "sv-SE", "nb": "nb-NO", "nn": "nn-NO"}
CONTENTS_FROM_PAGES = 5
CONTENTS_DEPTH = 2

LAID_OUT, TRIED, SET, DRAWN = 280, 310, 340, 760
"""How much is done, of ``WHOLE``, when the pieces are made, set on pages to count them, set for good, and drawn."""

Page = list[Placed]


@dataclass(frozen=True, slots=True)
class Composed:
    """A document as pages of placed pieces, with its structure tree."""

    pages: list[Page]
    root: Node


def render(document: Document, *, archive: Archive = Archive.A2, report: Report | None = None) -> bytes:
    """The document as a PDF that keeps PDF/UA-1 and the archival standard. The same document gives the same bytes.

    Raises FontsMissingError, LogoError or LogoTooLargeError.
    """
    faces.register()
    watch = Watch(report)
    composed = _composed(document, archive, watch)
    target = io.BytesIO()
    count = len(composed.pages)
    identifier = hashlib.sha256(f"{archive} {document!r}".encode("utf-8", "backslashreplace")).hexdigest()[:32]
    canvas = TaggedCanvas(
        target, _about(document), archive, composed.root, count, face=faces.REGULAR, identifier=identifier
    )
    for number, page in enumerate(composed.pages, start=1):
        for placed in page:
            placed.piece.draw(canvas, MARGIN_SIDE, PAGE_HEIGHT - MARGIN_TOP - placed.offset, TEXT_WIDTH)
        draw_furniture(canvas, document, number, count)
        canvas.showPage()
        watch.tell(SET, DRAWN, number, count)
    canvas.save(lambda done: watch.tell(DRAWN, WHOLE, done, count))
    watch.tell(DRAWN, WHOLE, count, count)
    return target.getvalue()


def write(document: Document, path: Path, *, archive: Archive = Archive.A2, report: Report | None = None) -> None:
    """Write the document as a PDF file, beside its place first, so that an older file stays whole if anything fails.

    Raises FolderMissingError, NotWritableError or DiskFullError, and what `render` raises.
    """
    write_beside(path, render(document, archive=archive, report=report))


def _about(document: Document) -> About:
    kind = plain(document.kind)
    title = f"{kind}: {document.title}" if kind else document.title
    author = document.organisation or document.author
    language = LANGUAGE_TAGS.get(document.language, document.language)
    keywords = ", ".join(shown(word) for word in document.keywords)
    return About(shown(title) or "–", shown(author), shown(document.subject), keywords, language, document.date)


def _composed(document: Document, archive: Archive, watch: Watch) -> Composed:
    """The document laid out, with a list of contents if it asks for one or is long enough to need it."""
    headings = sum(1 for _ in sections(document.blocks)) + 1
    renderer = Renderer(document, archive, lambda done: watch.tell(0, LAID_OUT, done, headings))
    cover = cover_pieces(renderer)
    # The contents stand in the tree before the sections whose headings they list.
    place, titles = len(renderer.root.kids), len(renderer.bookmarks)
    body = renderer.pieces(document.blocks, renderer.root, 0)
    listed = _listed(document, renderer.bookmarks[titles:])
    pages = [] if document.contents else _pages([*cover, *body], lambda done, of: watch.tell(LAID_OUT, TRIED, done, of))
    numbers: dict[str, int] = {}
    if document.contents or (document.contents is None and len(pages) >= CONTENTS_FROM_PAGES and len(listed) > 1):
        contents = contents_pieces(renderer, listed, numbers)
        renderer.root.kids.insert(place, renderer.root.kids.pop())
        pages = _pages([*cover, *contents, *body], lambda done, of: watch.tell(TRIED, SET, done, of))
    for number, page in enumerate(pages, start=1):
        for placed in page:
            if isinstance(placed.piece, TextPiece) and placed.piece.bookmark:
                numbers[placed.piece.bookmark.key] = number
    return Composed(pages, renderer.root)


def _listed(document: Document, bookmarks: list[Bookmark]) -> list[Bookmark]:
    """The headings of sections, down to a certain depth; cards are too many to list."""
    parts = sections(document.blocks)
    return [
        bookmark for part, bookmark in zip(parts, bookmarks, strict=True)
        if isinstance(part, Section) and bookmark.level < CONTENTS_DEPTH
    ]


def _pages(pieces: list[Piece], watch: Report) -> list[Page]:
    """The pieces on as many pages as they need, at least one; tells how many pieces are set, and of how many."""
    pages: list[Page] = []
    rest = pieces
    while rest:
        page, rest = fill(rest, TEXT_WIDTH, TEXT_HEIGHT, TEXT_HEIGHT, fresh=True)
        watch(len(pieces) - len(rest), len(pieces))
        if page:
            pages.append(page)
    return pages or [[]]
