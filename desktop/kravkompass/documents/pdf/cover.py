"""The head of a document: whose it is, what it is, its title and the facts about it, above the first section."""

from __future__ import annotations

from dataclasses import replace

from kravkompass.documents.known_facts import known_facts
from kravkompass.documents.outline import Document, joined, plain
from kravkompass.documents.pdf.box_piece import Picture, Rule
from kravkompass.documents.pdf.contents import ContentsLine
from kravkompass.documents.pdf.inline import shown, text_block
from kravkompass.documents.pdf.logo import read_logo
from kravkompass.documents.pdf.piece import Piece
from kravkompass.documents.pdf.rendering import Renderer
from kravkompass.documents.pdf.structure import Node
from kravkompass.documents.pdf.table_piece import RULED
from kravkompass.documents.pdf.text_piece import Bookmark
from kravkompass.documents.style import ACCENT, CAPTION, CONTENTS, HEADINGS, INK, KIND, LEAD, LIST_INDENT, title_style

LOGO_HEIGHT = 42.0
LOGO_WIDTH = 170.0


def cover_pieces(renderer: Renderer) -> list[Piece]:
    """The head of the document as pieces. Raises LogoError or LogoTooLargeError for a logo that cannot be used."""
    document, node = renderer.document, Node("Sect", renderer.root)
    made: list[Piece] = [_logo(document, node)] if document.logo else []
    if document.organisation:
        made.append(text_block(document.organisation, replace(CAPTION, size=11, leading=14), Node("P", node)))
    made.append(Rule(colour=ACCENT, thickness=2.4, before=2, after=16))
    if kind := joined((document.kind, document.wording.draft if document.draft else "")):
        made.append(text_block(kind, KIND, Node("P", node), keep=True))
    made.append(renderer.heading(document.heading or document.title, title_style(document.title), node, 0))
    if plain(document.summary).strip():
        made.append(text_block(document.summary, LEAD, Node("P", node)))
    facts = (*known_facts(document), *document.facts)
    if facts:
        made.append(renderer.grids.facts(facts, plain(document.kind) or document.title, node, RULED))
    return made


def _logo(document: Document, node: Node) -> Piece:
    image = read_logo(document.logo)
    wide, high = image.getSize()
    scale = min(LOGO_HEIGHT / high, LOGO_WIDTH / wide)
    figure = Node("Figure", node, alternative=shown(document.organisation) or shown(document.title))
    return Picture(image=image, wide=wide * scale, high=high * scale, node=figure, after=8)


def contents_pieces(renderer: Renderer, bookmarks: list[Bookmark], pages: dict[str, int]) -> list[Piece]:
    """The list of contents; `pages` is filled with each heading's page before anything is drawn."""
    node = Node("Sect", renderer.root)
    title = text_block(renderer.wording.contents, replace(HEADINGS[1], colour=INK), Node("P", node), keep=True)
    table = Node("TOC", node)
    made: list[Piece] = [title]
    for bookmark in bookmarks:
        level = min(bookmark.level, len(CONTENTS) - 1)
        link = Node("Link", Node("Reference", Node("TOCI", table)))
        text = text_block(bookmark.text, CONTENTS[level], link)
        text.indent = level * LIST_INDENT
        said = renderer.wording.contents_line.replace("{heading}", bookmark.words)
        made.append(ContentsLine(text=text, key=bookmark.key, pages=pages, said=said, before=text.before))
    return made
