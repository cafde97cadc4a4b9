"""What stands on every page beside its content: whose document it is above, which page it is below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.documents.known_facts import identity_line
from kravkompass.documents.outline import Tone, plain
from kravkompass.documents.pdf import faces
from kravkompass.documents.pdf.canvas import Words
from kravkompass.documents.style import (
    FURNITURE,
    LINE,
    MARGIN_BOTTOM,
    MARGIN_SIDE,
    MARGIN_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PAINTS,
    TEXT_WIDTH,
)

if TYPE_CHECKING:
    from kravkompass.documents.outline import Document
    from kravkompass.documents.pdf.canvas import TaggedCanvas

HEADER_LINE = PAGE_HEIGHT - MARGIN_TOP + 20
FOOTER_LINE = MARGIN_BOTTOM - 20
GAP = 14.0


def draw_furniture(canvas: TaggedCanvas, document: Document, page: int, pages: int) -> None:
    """Draw the header and the footer of a page, counted from 1; the first page has its title instead of a header."""
    with canvas.artifact("Pagination"):
        if page > 1:
            _draw_header(canvas, document)
        elif document.draft:
            _draw_draft(canvas, document.wording.draft)
        _draw_footer(canvas, document, page, pages)


def _draw_header(canvas: TaggedCanvas, document: Document) -> None:
    """Whose document it is, what it is called and its reference number."""
    y = HEADER_LINE + 5
    right = f"{document.wording.reference} {document.reference}" if document.reference else ""
    used = _draw_draft(canvas, document.wording.draft) if document.draft else 0.0
    if right:
        used += _draw_right(canvas, right, y, TEXT_WIDTH / 3, MARGIN_SIDE + TEXT_WIDTH - used) + GAP
    left = " · ".join(part for part in (document.organisation, plain(document.kind), document.title) if part)
    _draw_left(canvas, left, y, TEXT_WIDTH - used)
    canvas.rule((MARGIN_SIDE, HEADER_LINE), (PAGE_WIDTH - MARGIN_SIDE, HEADER_LINE), LINE)


def _draw_footer(canvas: TaggedCanvas, document: Document, page: int, pages: int) -> None:
    """The document's id, version and date, and which page of how many."""
    wording = document.wording
    number = wording.page_of.replace("{page}", str(page)).replace("{pages}", str(pages))
    left = identity_line(document)
    y = FOOTER_LINE - 11
    canvas.rule((MARGIN_SIDE, FOOTER_LINE), (PAGE_WIDTH - MARGIN_SIDE, FOOTER_LINE), LINE)
    used = _draw_right(canvas, number, y, TEXT_WIDTH / 3, MARGIN_SIDE + TEXT_WIDTH)
    _draw_left(canvas, left, y, TEXT_WIDTH - used - GAP)


def _draw_draft(canvas: TaggedCanvas, word: str) -> float:
    """The draft mark at the upper right; gives the width it takes."""
    size = FURNITURE.size
    text = faces.elided(word.upper(), faces.BOLD, size, TEXT_WIDTH / 4)
    wide = faces.width(text, faces.BOLD, size) + 10
    left, paint = PAGE_WIDTH - MARGIN_SIDE - wide, PAINTS[Tone.WATCH]
    canvas.ground((left, HEADER_LINE + 2, wide, 12), paint.ground, radius=3)
    canvas.write([Words(left + 5, HEADER_LINE + 5.2, text, faces.BOLD, size, paint.words)])
    return wide + GAP


def _draw_left(canvas: TaggedCanvas, text: str, y: float, room: float) -> None:
    shown = faces.elided(text, faces.REGULAR, FURNITURE.size, room)
    canvas.write([Words(MARGIN_SIDE, y, shown, faces.REGULAR, FURNITURE.size, FURNITURE.colour)])


def _draw_right(canvas: TaggedCanvas, text: str, y: float, room: float, edge: float) -> float:
    """Write text that ends at the edge; gives its width."""
    shown = faces.elided(text, faces.REGULAR, FURNITURE.size, room)
    wide = faces.width(shown, faces.REGULAR, FURNITURE.size)
    canvas.write([Words(edge - wide, y, shown, faces.REGULAR, FURNITURE.size, FURNITURE.colour)])
    return wide
