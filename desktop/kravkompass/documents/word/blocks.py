"""The blocks of an outline as paragraphs and tables of a Word document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from docx.document import Document as WordFile

from kravkompass.documents import outline
from kravkompass.documents.outline import Block, CellContent, Item, Manner, Text, Tone, plain
from kravkompass.documents.style import PAINTS, Paint
from kravkompass.documents.word import tables
from kravkompass.documents.word.controls import Controls
from kravkompass.documents.word.diagram_picture import drawings
from kravkompass.documents.word.elements import Element, element, hexadecimal, named
from kravkompass.documents.word.inline import Inline, Look
from kravkompass.documents.word.numbering import BULLET_LIST, Numbering, placed
from kravkompass.documents.word.pictures import chart, photos, picture

MANNERS = {Manner.BODY: "Normal", Manner.LEAD: "Lead", Manner.QUIET: "Quiet"}
DEEPEST = 6
NAMELESS = "–"
BETWEEN_BADGES = " · "
# The order in which the format wants the properties of a paragraph.
_ORDER = ("pStyle", "keepNext", "pageBreakBefore", "numPr", "pBdr", "shd", "ind")
_RANK = {named(f"w:{name}"): rank for rank, name in enumerate(_ORDER)}


class Blocks:
    """Makes the content of one document, in reading order. ``told`` is called for each thing that is made, and may raise."""

    def __init__(self, file: WordFile, document: outline.Document, told: Callable[[], object] = lambda: None) -> None:
        self.document = document
        self.inline = Inline(file.part)
        self.headings: list[tuple[int, str, str]] = []
        self._file, self._told = file, told
        self._numbering = Numbering(file)
        self._controls = Controls()
        self._look, self._text_style = Look(document.language), ""
        self._note: Paint | None = None
        self._makers: dict[type, Callable[[Any, int], Iterable[Element]]] = {
            outline.Section: self._section,
            outline.Card: self._card,
            outline.Together: self._together,
            outline.Paragraph: self._paragraph,
            outline.BulletList: self._bullet_list,
            outline.TickList: self._tick_list,
            outline.Badges: self._badges,
            outline.Table: self._table,
            outline.Facts: self._facts,
            outline.Note: self._boxed,
            outline.Figure: self._figure,
            outline.Diagram: lambda block, _: (
                self.paragraph(block.caption, "Caption", language=block.language), *drawings(file, block, told),
            ),
            outline.Photos: lambda block, _: photos(file, block.items, self.paragraph),
            outline.Field: self._field,
            outline.PageBreak: lambda *_: (_page_break(),),
        }

    def made(self, blocks: tuple[Block, ...], depth: int = 0) -> Iterator[Element]:
        """Give the blocks as elements; ``depth`` is how many sections they are inside."""
        for block in blocks:
            self._told()
            yield from self._makers[type(block)](block, depth)

    def paragraph(self, text: Text, style: str, *properties: Element, language: str = "", bold: bool = False) -> Element:
        """Make a paragraph in a style."""
        look = replace(self._look, bold=bold)
        if language:
            look = replace(look, language=language)
        return self._shaped(style, *properties, content=list(self.inline.runs(text, look)))

    def _shaped(self, style: str, *properties: Element, content: list[Element]) -> Element:
        parts = [element("w:pStyle", val=style), *properties]
        if self._note is not None:
            edge = element("w:left", val="single", sz=18, space=8, color=hexadecimal(self._note.edge))
            parts += [element("w:pBdr", edge), element("w:shd", val="clear", color="auto", fill=hexadecimal(self._note.ground))]
        parts.sort(key=lambda part: _RANK[part.tag])
        return element("w:p", element("w:pPr", *parts), *content)

    # -- headed parts

    def _heading(self, text: Text, depth: int, *properties: Element, number: str = "") -> Element:
        words: Text = text if plain(text).strip() else NAMELESS
        spans: Text = (number, "\N{NO-BREAK SPACE} ", *outline.spans(words)) if number else words
        made = self.paragraph(spans, f"Heading{min(depth + 1, DEEPEST)}", *properties)
        key = f"_Toc{len(self.headings) + 1:06d}"
        begin = element("w:bookmarkStart", id=len(self.headings), name=key)
        made.insert(1, begin)
        made.append(element("w:bookmarkEnd", id=len(self.headings)))
        self.headings.append((depth, key, plain(spans)))
        return made

    def _section(self, section: outline.Section, depth: int) -> Iterator[Element]:
        with_language = self._in(section.language)
        breaks = (element("w:pageBreakBefore"),) if section.new_page else ()
        yield self._heading(section.title, depth, *breaks)
        yield from self.made(section.blocks, depth + 1)
        self._look = with_language

    def _card(self, card: outline.Card, depth: int) -> Iterator[Element]:
        before = self._in(card.language)
        yield self._heading(card.title, depth, number=card.number)
        # What a badge says is the document's, also where the requirement is in another language.
        inner, self._look = self._look, before
        yield from self._badges(outline.Badges(card.badges), depth, keep=True)
        self._look = inner
        made = list(self.made(card.blocks, depth + 1))
        for one in made[:1]:
            # The demand stays with the beginning of what is known about it.
            _keep(one)
        yield from made
        self._look = before

    def _in(self, language: str) -> Look:
        """Begin a part in another language; gives the look to go back to."""
        before = self._look
        if language:
            self._look = replace(before, language=language)
        return before

    def _together(self, group: outline.Together, depth: int) -> Iterator[Element]:
        made = list(self.made(group.blocks, depth))
        for one in made[:-1]:
            _keep(one)
        yield from made

    # -- text

    def _paragraph(self, paragraph: outline.Paragraph, depth: int) -> Iterator[Element]:  # noqa: ARG002
        if plain(paragraph.text).strip():
            style = self._text_style or MANNERS[paragraph.manner]
            yield self.paragraph(paragraph.text, style, language=paragraph.language)

    def _bullet_list(self, block: outline.BulletList, depth: int) -> Iterator[Element]:  # noqa: ARG002
        if block.items:
            yield from self._items(block.items, self._numbering.numbered() if block.numbered else BULLET_LIST, 0)

    def _items(self, items: tuple[Item | str, ...], key: int, level: int) -> Iterator[Element]:
        for entry in items:
            item = entry if isinstance(entry, Item) else Item(entry)
            style = self._text_style or "ListParagraph"
            before = self._in(item.language)
            yield self.paragraph(item.text, style, placed(key, level))
            yield from self._items(item.items, key, level + 1)
            self._look = before

    def _tick_list(self, block: outline.TickList, depth: int) -> Iterator[Element]:  # noqa: ARG002
        for tick in block.items:
            yield self._ticked(tick.text, done=tick.done)

    def _ticked(self, text: Text, *, done: bool) -> Element:
        box = self._controls.tick(plain(text), self._look, done=done)
        words = self.inline.runs((" ", *outline.spans(text)), self._look)
        return self._shaped(self._text_style or "ListParagraph", content=[box, *words])

    def _badges(self, badges: outline.Badges, depth: int, *, keep: bool = False) -> Iterator[Element]:  # noqa: ARG002
        content: list[Element] = []
        before = self._in(badges.language)
        for badge in badges.items:
            if content:
                content += self.inline.runs(BETWEEN_BADGES, self._look)
            words = f"{badge.label}: {badge.text}" if badge.label else badge.text
            content += self.inline.runs(words, replace(self._look, paint=PAINTS[badge.tone]))
        self._look = before
        if content:
            yield self._shaped("BadgeRow", *((element("w:keepNext"),) if keep else ()), content=content)

    def _boxed(self, note: outline.Note, depth: int) -> Iterator[Element]:
        yield _gap()
        self._note = PAINTS[Tone.ACCENT if note.tone is Tone.STRONG else note.tone]
        yield self.paragraph(note.title, "NoteTitle")
        yield from self.made(note.blocks, depth)
        self._note = None
        yield _gap()

    # -- tables, charts and fields

    def _table(self, block: outline.Table, depth: int) -> Iterator[Element]:  # noqa: ARG002
        if plain(block.caption).strip():
            yield self.paragraph(block.caption, "Caption")
        if not block.rows:
            yield self.paragraph(block.empty or self.document.wording.no_rows, "Quiet")
            return
        yield tables.table(block, self._look.language, self._cell, self._column_title)
        yield _gap()

    def _column_title(self, column: outline.Column, language: str) -> Element:
        aligned = "CellNumber" if column.numeric else "CellTitle"
        return self.paragraph(column.title, aligned, language=language, bold=True)

    def _facts(self, block: outline.Facts, depth: int) -> Iterator[Element]:  # noqa: ARG002
        if block.items:
            yield tables.facts(block.items, block.summary, self._cell)
            yield _gap()

    def _cell(self, content: CellContent, style: str) -> list[Element]:
        self._told()
        before = self._look
        cell = content if isinstance(content, outline.Cell) else outline.Cell((outline.Paragraph(content),))
        self._look = replace(before, language=cell.language or before.language)
        self._text_style = style
        made = [one for one in self.made(cell.blocks) if one.tag == named("w:p")]
        self._text_style, self._look = "", before
        return made or [self.paragraph(self.document.wording.empty_cell, style)]

    def _figure(self, block: outline.Figure, depth: int) -> Iterator[Element]:
        before = self._in(block.language)
        yield self.paragraph(block.caption, "Caption")
        if block.bars:
            yield picture(self._file, chart(block.bars), block.alternative)
        columns = (outline.Column(block.label_title, 3), outline.Column(block.value_title, 1, numeric=True))
        rows = tuple(outline.Row((bar.label, bar.words)) for bar in block.bars)
        yield from self._table(outline.Table(columns, rows, summary=block.caption), depth)
        self._look = before

    def _field(self, field: outline.Field, depth: int) -> Iterator[Element]:  # noqa: ARG002
        if field.kind is outline.FieldKind.TICK:
            yield self._ticked(field.label, done=bool(field.value))
            return
        yield self.paragraph(field.label, "FieldLabel")
        if field.kind is outline.FieldKind.CHOICE:
            for option, shown in zip(field.options, field.choices, strict=True):
                yield self._ticked(shown, done=option == field.value)
            return
        under = element("w:pBdr", element("w:bottom", val="single", sz=4, space=1, color="auto"))
        yield self._shaped("FieldRoom", under, content=[self._controls.room(field, self._look)])


def _gap() -> Element:
    """Tables and notes that follow each other grow together without a paragraph between them."""
    return element("w:p", element("w:pPr", element("w:spacing", before=0, after=60, line=120, lineRule="exact")))


def _page_break() -> Element:
    return element("w:p", element("w:r", element("w:br", type="page")))


def _keep(made: Element) -> None:
    """Keep paragraphs on one page with what follows, where they are not so already."""
    for properties in made.iter(named("w:pPr")):
        if properties.find(named("w:keepNext")) is None:
            has_style = len(properties) > 0 and properties[0].tag == named("w:pStyle")
            properties.insert(int(has_style), element("w:keepNext"))
