"""Turning an outline into pieces of pages and, at the same time, into a structure tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kravkompass.documents import outline
from kravkompass.documents.outline import Block, Document, Item, Manner, Text, Tone
from kravkompass.documents.pdf import faces
from kravkompass.documents.pdf.box_piece import Box, Chip, Chips, Rule, SideBySide, WritingSpace, indented
from kravkompass.documents.pdf.form_piece import form_pieces
from kravkompass.documents.pdf.grids import GridMaker
from kravkompass.documents.pdf.inline import runs, shown, text_block
from kravkompass.documents.pdf.lines import Run
from kravkompass.documents.pdf.metadata import Archive
from kravkompass.documents.pdf.photo_piece import photo_rows
from kravkompass.documents.pdf.piece import Gap, NewPage, Piece, stack_height
from kravkompass.documents.pdf.structure import Node, list_attribute
from kravkompass.documents.pdf.table_piece import PLAIN, TablePiece
from kravkompass.documents.pdf.text_piece import Bookmark, Label, TextPiece
from kravkompass.documents.style import (
    BODY,
    CARD_NUMBER,
    CARD_TITLE,
    CELL,
    CHIP,
    CHIP_PADDING,
    GUTTER,
    HEADINGS,
    LABEL,
    LEAD,
    LINE,
    LIST_INDENT,
    NOTE_TITLE,
    PAINTS,
    SMALL,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TextStyle,
)

MANNERS = {Manner.BODY: BODY, Manner.LEAD: LEAD, Manner.QUIET: SMALL}
BULLETS = ("•", "–", "•")
KEPT_WHOLE = TEXT_HEIGHT * 0.35
"""A card lower than this is not split, unless much of a page would be left empty."""
KEPT_WHOLE_FORM = TEXT_HEIGHT * 0.6
"""A card to write in that is lower than this is never split."""
LEAD_IN = 70.0
MOST_LEADS = 2
"""Paragraphs that say what a section holds: one, or one in each of two languages."""
MOST_LINES = 30
NARROWEST = TEXT_WIDTH - GUTTER
"""The width of a card's content, in which boxes to tick stand side by side where they fit on one line."""
NAMELESS = "–"
DEEPEST = 6


class Renderer:
    """Turns blocks into pieces below a structure tree; `bookmarks` gathers the headings in reading order.

    `watch` is told how many headings there are so far.
    """

    def __init__(self, document: Document, archive: Archive, watch: Callable[[int], None] = lambda _headings: None) -> None:
        self.document = document
        self.wording = document.wording
        self.root = Node("Document", language="")
        self.bookmarks: list[Bookmark] = []
        self._watch = watch
        self._base = BODY
        self.grids = GridMaker(self.wording, archive, self._in_cell)
        self._makers: dict[type, Callable[[Any, Node, int], list[Piece]]] = {
            outline.Section: self._section,
            outline.Card: self._card,
            outline.Together: self._together,
            outline.Paragraph: self._paragraph,
            outline.BulletList: self._bullet_list,
            outline.TickList: self._tick_list,
            outline.Badges: self._badges,
            outline.Table: lambda block, parent, _: self.grids.table(block, parent),
            outline.Facts: self._facts,
            outline.Note: self._note,
            outline.Figure: lambda block, parent, _: self.grids.figure(block, parent),
            outline.Diagram: lambda block, parent, _: self.grids.diagram(block, parent),
            outline.Photos: lambda block, parent, _: photo_rows(block.items, parent, NARROWEST),
            outline.Field: self._field,
            outline.PageBreak: lambda *_: [NewPage()],
        }

    def pieces(self, blocks: tuple[Block, ...], parent: Node, depth: int) -> list[Piece]:
        """The blocks as pieces; `depth` is how many sections they are inside."""
        made: list[Piece] = []
        for block in blocks:
            made += self._makers[type(block)](block, parent, depth)
        return made

    def heading(self, text: Text, style: TextStyle, parent: Node, depth: int, number: str = "") -> Piece:
        """A heading, which is also a bookmark. Its number hangs in the margin made for it, or stands before it when too long."""
        node = Node(f"H{min(depth + 1, DEEPEST)}", parent)
        number, text = shown(number), text if shown(text) else NAMELESS
        words = " ".join(part for part in (number, shown(text)) if part)
        in_parts = any(span.language for span in outline.spans(text))
        listed: Text = (f"{number} " if number else "", *outline.spans(text)) if in_parts else words
        bookmark = Bookmark(f"h{len(self.bookmarks) + 1}", words, depth, listed)
        self.bookmarks.append(bookmark)
        self._watch(len(self.bookmarks))
        piece = text_block(text, style, node, keep=True)
        piece.bookmark = bookmark
        run = Run(number, faces.BOLD, CARD_NUMBER.size, CARD_NUMBER.colour)
        if number and faces.width(number, run.face, run.size) <= GUTTER - 6:
            piece.label, piece.indent = Label(run, node), GUTTER
        elif number:
            piece.runs = (replace(run, text=f"{number} \u00a0"), *piece.runs)
            piece.indent = GUTTER
        return piece

    # -- headed parts

    def _section(self, section: outline.Section, parent: Node, depth: int) -> list[Piece]:
        node = Node("Sect", parent, section.language)
        style = HEADINGS[min(depth, len(HEADINGS) - 1)]
        start: list[Piece] = [NewPage()] if section.new_page else []
        made: list[Piece] = [*start, self.heading(section.title, style, node, depth)]
        below = self.pieces(section.blocks, node, depth + 1)
        leads = next((place for place, piece in enumerate(below) if not _leads_in(piece)), len(below))
        if leads < len(below) and leads <= MOST_LEADS:
            for piece in below[:leads]:
                piece.keep = True
        return made + below

    def _card(self, card: outline.Card, parent: Node, depth: int) -> list[Piece]:
        node = Node("Sect", parent, card.language)
        title = self.heading(card.title, CARD_TITLE, node, depth, card.number)
        below = self._badges(outline.Badges(card.badges), node, depth) if card.badges else []
        below += self.pieces(card.blocks, node, depth + 1)
        made: list[Piece] = [Rule(before=12, keep=True, colour=LINE), title, *(indented(piece, GUTTER) for piece in below)]
        if len(below) > 1 and not isinstance(below[0], TablePiece):
            made[2].keep = True
        if _has_fields(card.blocks):
            # What is written must stand beside what it is about.
            return _kept(made) if stack_height(made, TEXT_WIDTH) < KEPT_WHOLE_FORM else made
        return _kept(made, loose=True) if stack_height(made, TEXT_WIDTH) < KEPT_WHOLE else made

    def _together(self, group: outline.Together, parent: Node, depth: int) -> list[Piece]:
        return _kept(self.pieces(group.blocks, parent, depth))

    # -- text

    def _paragraph(self, paragraph: outline.Paragraph, parent: Node, depth: int) -> list[Piece]:  # noqa: ARG002
        made = text_block(paragraph.text, MANNERS[paragraph.manner], Node("P", language=paragraph.language))
        if not made.runs:
            return []
        made.node.parent = parent
        parent.kids.append(made.node)
        return [made]

    def _bullet_list(self, block: outline.BulletList, parent: Node, depth: int) -> list[Piece]:  # noqa: ARG002
        items = tuple(item if isinstance(item, Item) else Item(item) for item in block.items)
        return self._items(items, parent, 0, numbered=block.numbered)

    def _items(self, items: tuple[Item, ...], parent: Node, depth: int, *, numbered: bool) -> list[Piece]:
        """The entries of a list and those below them, each level set in further."""
        if not items:
            return []
        node = Node("L", parent, attributes=list_attribute("Decimal" if numbered else "Disc"))
        made: list[Piece] = []
        for number, item in enumerate(items, start=1):
            mark = f"{number}." if numbered else BULLETS[min(depth, len(BULLETS) - 1)]
            place = Node("LI", node, item.language)
            label = Node("Lbl", place)
            body = Node("LBody", place)
            words = Node("P", body) if item.items else body
            made.append(self._entry(item.text, mark, label, words, depth))
            made += self._items(item.items, body, depth + 1, numbered=False)
        made[-1].after = BODY.after if not depth else made[-1].after
        return made

    def _entry(self, text: Text, mark: str, label: Node, words: Node, depth: int = 0) -> Piece:
        """One entry: its mark in the margin and its words."""
        style = self._base
        piece = text_block(text, replace(style, after=2.5), words)
        piece.label = Label(Run(mark, faces.REGULAR, style.size, style.colour), label, x=2)
        piece.indent = max(LIST_INDENT, faces.width(mark, faces.REGULAR, style.size) + 8)
        return indented(piece, depth * LIST_INDENT)

    def _tick_list(self, block: outline.TickList, parent: Node, depth: int) -> list[Piece]:  # noqa: ARG002
        if not block.items:
            return []
        node = Node("L", parent, attributes=list_attribute("None"))
        made = []
        for tick in block.items:
            place = Node("LI", node)
            said = self.wording.done if tick.done else self.wording.not_done
            label = Node("Lbl", place, actual=f"{said}: ")
            made.append(self._entry(tick.text, "☑" if tick.done else "☐", label, Node("LBody", place)))
        made[-1].after = BODY.after
        return made

    # -- boxes and tables

    def _badges(self, badges: outline.Badges, parent: Node, depth: int) -> list[Piece]:  # noqa: ARG002
        chips = []
        for badge in badges.items:
            paint = PAINTS[badge.tone]
            node = Node("P", parent, badges.language)
            style = replace(CHIP, colour=paint.words, bold=False)
            label = runs(f"{badge.label}: ", style, node) if badge.label else ()
            chips.append(Chip((*label, *runs(badge.text, replace(style, bold=True), node)), paint, node))
        return [Chips(chips=tuple(chips), before=1, after=6)] if chips else []

    def _facts(self, facts: outline.Facts, parent: Node, depth: int) -> list[Piece]:  # noqa: ARG002
        return [self.grids.facts(facts.items, facts.summary, parent, PLAIN)] if facts.items else []

    def _note(self, note: outline.Note, parent: Node, depth: int) -> list[Piece]:
        node = Node("Div", parent)
        paint = PAINTS[Tone.ACCENT if note.tone is Tone.STRONG else note.tone]
        title = text_block(note.title, replace(NOTE_TITLE, colour=paint.words), Node("P", node), keep=True)
        return [Box(pieces=[title, *self.pieces(note.blocks, node, depth)], paint=paint, before=6, after=10)]

    def _field(self, field: outline.Field, parent: Node, depth: int) -> list[Piece]:
        if self.document.fillable:
            return form_pieces(field, parent)
        kinds = outline.FieldKind
        if field.kind is kinds.TICK:
            return self._boxes((field.label,), parent)
        label: list[Piece] = [text_block(field.label, LABEL, Node("P", parent), keep=True)]
        if field.kind is kinds.CHOICE:
            return label + self._boxes(field.choices, parent)
        if field.value:
            return label + self._paragraph(outline.Paragraph(field.value), parent, depth)
        count = max(1, min(field.lines, MOST_LINES))
        return [*label, WritingSpace(high=8 + count * BODY.leading, after=6)]

    def _boxes(self, words: tuple[Text, ...], parent: Node) -> list[Piece]:
        """Boxes to tick by hand, which are neither done nor not done."""
        node = Node("L", parent, attributes=list_attribute("None"))
        places = [Node("LI", node) for _ in words]
        pairs = zip(words, places, strict=True)
        made = [self._entry(text, "☐", Node("Lbl", place), Node("LBody", place)) for text, place in pairs]
        texts = [piece for piece in made if isinstance(piece, TextPiece)]
        row = SideBySide(pieces=texts, after=6)
        return [row] if 1 < len(texts) == len(made) and row.fits(NARROWEST) else made

    def _in_cell(self, blocks: tuple[outline.CellBlock, ...], parent: Node) -> list[Piece]:
        self._base = CELL
        made = self.pieces(blocks, parent, 0)
        self._base = BODY
        for piece in made:
            if isinstance(piece, Chips):
                # So that a badge's words stand on the line of the words beside it.
                piece.lift = CHIP_PADDING[0]
        return made


def _has_fields(blocks: tuple[Block, ...]) -> bool:
    """Whether there is something to write in among the blocks."""
    return any(
        isinstance(block, outline.Field) or (isinstance(block, outline.Together) and _has_fields(block.blocks)) for block in blocks
    )


def _leads_in(piece: Piece) -> bool:
    """Whether the piece is a short paragraph, which under a heading says what the section's table or cards are."""
    return isinstance(piece, TextPiece) and piece.bookmark is None and piece.height(TEXT_WIDTH) < LEAD_IN


def _kept(pieces: list[Piece], *, loose: bool = False) -> list[Piece]:
    """The pieces made to stand on one page, where they fit on one."""
    for piece in pieces:
        piece.loose = loose and not piece.keep
        piece.keep = True
    return [*pieces, Gap(after=pieces[-1].after if pieces else 0)]
