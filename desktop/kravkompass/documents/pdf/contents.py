"""The list of contents: each heading with its page, leading there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kravkompass.documents.pdf import faces
from kravkompass.documents.pdf.canvas import Words
from kravkompass.documents.pdf.piece import Piece
from kravkompass.documents.pdf.text_piece import ASCENT, TextPiece
from kravkompass.documents.style import LINE

if TYPE_CHECKING:
    from kravkompass.documents.pdf.canvas import TaggedCanvas

NUMBER_ROOM = 40.0


@dataclass(eq=False, slots=True, kw_only=True)
class ContentsLine(Piece):
    """A heading's entry. `pages` gives the page number of each key once all pages are made; `said` is how a link is spoken."""

    text: TextPiece
    key: str
    pages: dict[str, int]
    said: str

    def height(self, width: float) -> float:
        """The heading's lines."""
        return self.text.height(width - NUMBER_ROOM)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The heading, dots, its page; all of it is a link."""
        text, style = self.text, self.text.style
        number = str(self.pages[self.key])
        face = faces.face_of(bold=style.bold, italic=False)
        replace(text).draw(canvas, x, top, width - NUMBER_ROOM)
        last = text.lines(width - NUMBER_ROOM)[-1]
        high = self.height(width)
        y = top - high + style.leading - (style.leading - style.size) / 2 - ASCENT * style.size
        start = x + width - faces.width(number, face, style.size)
        left, right = x + text.indent + last.width + 5, start - 5
        if right > left:
            canvas.setDash(0.8, 2.6)
            canvas.rule((left, y + 1), (right, y + 1), LINE, 0.8)
            canvas.setDash()
        with canvas.content(text.node):
            canvas.write([Words(start, y, number, face, style.size, style.colour)])
        words = self.said.replace("{page}", number)
        canvas.link(text.node, (x, top - high, x + width, top), words, place=self.key)
