"""From an outline to a finished PDF: pieces, pages, drawing, and the file put in its place."""

from __future__ import annotations

import errno
import hashlib
import io
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kravkompass.documents.outline import Document, Section, sections
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
from kravkompass.errors import DiskFullError, FolderMissingError, NotWritableError

LANGUAGE_TAGS = {"sv": "sv-SE", "nb": "nb-NO", "nn": "nn-NO"}
CONTENTS_FROM_PAGES = 5
CONTENTS_DEPTH = 2

Report = Callable[[int, int], None]
"""Told how many pages are drawn, and of how many; may raise to stop the work."""

Page = list[Placed]

_log = logging.getLogger(__name__)


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
    composed = _composed(document, archive)
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
        if report:
            report(number, count)
    canvas.save()
    return target.getvalue()


def write(document: Document, path: Path, *, archive: Archive = Archive.A2, report: Report | None = None) -> None:
    """Write the document as a PDF file, beside its place first, so that an older file stays whole if anything fails.

    Raises FolderMissingError, NotWritableError or DiskFullError, and what `render` raises.
    """
    data = render(document, archive=archive, report=report)
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise FolderMissingError(path=path.parent) from cause
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as cause:
        _discard(beside)
        full = cause.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (DiskFullError if full else NotWritableError)(path=path) from cause


def _discard(beside: Path) -> None:
    try:
        beside.unlink(missing_ok=True)
    except OSError:
        _log.warning("could not remove the unfinished file %s", beside)


def _about(document: Document) -> About:
    title = f"{document.kind}: {document.title}" if document.kind else document.title
    author = document.organisation or document.author
    language = LANGUAGE_TAGS.get(document.language, document.language)
    keywords = ", ".join(shown(word) for word in document.keywords)
    return About(shown(title) or "–", shown(author), shown(document.subject), keywords, language, document.date)


def _composed(document: Document, archive: Archive) -> Composed:
    """The document laid out, with a list of contents if it asks for one or is long enough to need it."""
    renderer = Renderer(document, archive)
    cover = cover_pieces(renderer)
    # The contents stand in the tree before the sections whose headings they list.
    place, titles = len(renderer.root.kids), len(renderer.bookmarks)
    body = renderer.pieces(document.blocks, renderer.root, 0)
    listed = _listed(document, renderer.bookmarks[titles:])
    pages = [] if document.contents else _pages([*cover, *body])
    numbers: dict[str, int] = {}
    if document.contents or (document.contents is None and len(pages) >= CONTENTS_FROM_PAGES and len(listed) > 1):
        contents = contents_pieces(renderer, listed, numbers)
        renderer.root.kids.insert(place, renderer.root.kids.pop())
        pages = _pages([*cover, *contents, *body])
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


def _pages(pieces: list[Piece]) -> list[Page]:
    """The pieces on as many pages as they need, at least one."""
    pages: list[Page] = []
    rest = pieces
    while rest:
        page, rest = fill(rest, TEXT_WIDTH, TEXT_HEIGHT, TEXT_HEIGHT, fresh=True)
        if page:
            pages.append(page)
    return pages or [[]]
