"""A document before it has a format: what it says and what each part of it is.

The values here know nothing of pages, fonts or file formats. The PDF, Word and Excel writers each render the same
outline. Text is always plain text: nothing in it is ever read as markup, whoever typed it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kravkompass.documents.diagram import Box, Diagram
from kravkompass.documents.field import Field, FieldKind
from kravkompass.documents.span import Span, Text, joined, plain, spans
from kravkompass.documents.tone import Tone
from kravkompass.documents.wording import Wording

__all__ = ["Box", "Diagram", "Field", "FieldKind", "Span", "Text", "Tone", "joined", "plain", "spans"]


class Manner(Enum):
    """How loudly a paragraph speaks."""

    BODY = "body"
    LEAD = "lead"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `language` is set when all of it is in another language than the document."""

    text: Text
    manner: Manner = Manner.BODY
    language: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, with the entries below it."""

    text: Text
    items: tuple[Item, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list of entries, numbered from 1 or with bullets."""

    items: tuple[Item | str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A thing that is done or not done."""

    text: Text
    done: bool = False


@dataclass(frozen=True, slots=True)
class TickList:
    """Things to tick off, each with a box that is read aloud as done or not done."""

    items: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """A short fact in words, such as a level, a kind or a status: "Level: base"."""

    text: str
    label: str = ""
    tone: Tone = Tone.QUIET


@dataclass(frozen=True, slots=True)
class Badges:
    """Badges in a row."""

    items: tuple[Badge, ...]
    language: str = ""


CellBlock = Paragraph | BulletList | TickList | Badges | Field


@dataclass(frozen=True, slots=True)
class Cell:
    """The content of a table cell that is more than one line of text."""

    blocks: tuple[CellBlock, ...]
    language: str = ""


CellContent = Text | Cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its title. `share` is its part of the width, relative to the other columns' shares."""

    title: Text
    share: float = 1.0
    language: str = ""
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, one for each column."""

    cells: tuple[CellContent, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A row across the whole table that heads the rows after it."""

    text: Text


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of column titles.

    `header_column` says which column names the row, so that a screen reader says "K012, evidence: certificate".
    `summary` is spoken only; `empty` is said in place of the rows when there are none. Raises ValueError when a row
    has another number of cells than there are columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | GroupRow, ...]
    caption: Text = ""
    summary: str = ""
    header_column: int | None = 0
    empty: Text = ""

    def __post_init__(self) -> None:
        """Refuse a table whose rows do not fit its columns."""
        if not self.columns or any(column.share <= 0 for column in self.columns):
            raise ValueError("a table needs columns with a share above zero")
        for row in self.rows:
            if isinstance(row, Row) and len(row.cells) != len(self.columns):
                raise ValueError(f"{len(row.cells)} cells in a row of {len(self.columns)} columns: {row!r}")


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it stands for."""

    label: Text
    value: CellContent


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, in two columns without titles. `summary` is spoken only."""

    items: tuple[Fact, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A boxed remark with a title in words, such as "Check before use"."""

    title: Text
    blocks: tuple[Paragraph | BulletList | TickList, ...]
    tone: Tone = Tone.ACCENT


@dataclass(frozen=True, slots=True)
class Bar:
    """One value of a chart. `words` is how the value is written, with its unit."""

    label: str
    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A bar chart. `alternative` says the same in words; the numbers follow as a table with the two column titles."""

    caption: str
    bars: tuple[Bar, ...]
    alternative: str
    label_title: str
    value_title: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A small picture, ``wide`` by ``high`` pixels. `data` is a JPEG as ``documents.photo`` makes it; `alternative` says what it shows."""

    data: bytes
    wide: int
    high: int
    caption: Text
    alternative: str


@dataclass(frozen=True, slots=True)
class Photos:
    """Small pictures beside each other, each with its caption below."""

    items: tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that should stand on one page where they fit on one."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One numbered thing shown whole, such as a requirement: its title is a heading one level below the section's."""

    number: str
    title: Text
    badges: tuple[Badge, ...] = ()
    blocks: tuple[Block, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; a section inside a section is one level further down."""

    title: Text
    blocks: tuple[Block, ...] = ()
    new_page: bool = False
    language: str = ""


Block = (
    Section | Card | Together | Paragraph | BulletList | TickList | Badges | Table | Facts | Note | Figure | Diagram | Photos | Field
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document and what is known about it.

    `kind` says what sort of document it is ("Requirement list") and stands above the title. `identity` is the id and
    checksum line printed on every page. `heading` is the title as it stands in the document, and `known` what is known of
    the document itself, where these are not plain words to be made from the other fields. `logo` holds the bytes of a PNG or
    JPEG picture. `contents` asks for or declines a contents page; None gives one to documents long enough to need it.
    `wording` is what the document's own furniture says, made with `wording(translation)`. In a fillable document the fields
    can be written in on the screen; otherwise they are room to write in by hand.
    """

    title: str
    language: str
    date: dt.date
    wording: Wording
    blocks: tuple[Block, ...]
    kind: Text = ""
    subject: str = ""
    organisation: str = ""
    author: str = ""
    reference: str = ""
    version: str = ""
    identity: str = ""
    keywords: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    summary: Text = ""
    draft: bool = False
    logo: bytes = b""
    contents: bool | None = None
    fillable: bool = False
    heading: Text = ""
    known: tuple[Fact, ...] | None = None


def sections(blocks: tuple[Block, ...]) -> Iterator[Section | Card]:
    """All headed parts among the blocks, in reading order, at every depth."""
    for block in blocks:
        if isinstance(block, Section | Card):
            yield block
        if isinstance(block, Section | Card | Together):
            yield from sections(block.blocks)
