"""Turning a text's spans into runs of type, each with its place in the structure tree."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from kravkompass.documents.outline import Text, spans
from kravkompass.documents.pdf import faces
from kravkompass.documents.pdf.lines import Run
from kravkompass.documents.pdf.structure import Node, inline
from kravkompass.documents.pdf.text_piece import TextPiece
from kravkompass.documents.style import LINK, TextStyle

SCHEMES = ("http", "https", "mailto")


def runs(text: Text, style: TextStyle, node: Node) -> tuple[Run, ...]:
    """The text as runs in this style; links and other languages get elements of their own inside the node."""
    made = []
    for span in spans(text):
        face = faces.face_of(bold=style.bold or span.bold, italic=style.italic or span.italic)
        address = web_address(span.link)
        place = None
        if address:
            place = inline("Link", node, span.language)
        elif span.language:
            place = inline("Span", node, span.language)
        colour = LINK if address else style.colour
        made.append(Run(faces.showable(span.text, face), face, style.size, colour, place, address))
    return tuple(run for run in made if run.text)


def text_block(text: Text, style: TextStyle, node: Node, *, keep: bool = False) -> TextPiece:
    """A block of text in a style; without runs when the text is empty."""
    made = runs(text, style, node)
    if not any(run.text.strip() for run in made):
        made = ()
    return TextPiece(runs=made, style=style, node=node, before=style.before, after=style.after, keep=keep)


def web_address(link: str) -> str:
    """The address as a PDF may hold it, in ASCII; empty when it is none that a document should lead to."""
    link = link.strip()
    try:
        scheme = urlsplit(link).scheme.lower()
    except ValueError:
        return ""
    return quote(link, safe="%/:=&?~#+!$,;'@()*[]-._") if scheme in SCHEMES else ""


def shown(text: Text) -> str:
    """The words as they will be seen, on one line."""
    return " ".join("".join(faces.showable(span.text) for span in spans(text)).split())
