"""What a document means to say, in reading order, worked out from its outline alone."""

from __future__ import annotations

from collections.abc import Iterator

from kravkompass.documents.outline import (
    Badges,
    Block,
    BulletList,
    Card,
    Cell,
    CellContent,
    Diagram,
    Document,
    Facts,
    Field,
    FieldKind,
    Figure,
    GroupRow,
    Item,
    Note,
    PageBreak,
    Paragraph,
    Photos,
    Section,
    Table,
    TickList,
    Together,
    plain,
)
from kravkompass.language import Language, translation


def meant(document: Document) -> str:
    """The document's words with single spaces, without its list of contents and what is inside figures."""
    return " ".join(" ".join(_document(document)).split())


def _document(document: Document) -> Iterator[str]:
    wording = document.wording
    yield document.organisation
    yield " · ".join(part for part in (plain(document.kind), wording.draft if document.draft else "") if part)
    yield plain(document.heading or document.title) or "–"
    yield plain(document.summary)
    if document.known is None:
        if document.reference:
            yield f"{wording.reference} {document.reference}"
        yield f"{wording.date} {translation(Language(document.language)).formats.long_date(document.date)}"
        if document.version:
            yield f"{wording.version} {document.version}"
    for fact in (*(document.known or ()), *document.facts):
        yield plain(fact.label)
        yield from _cell(fact.value, document)
    for block in document.blocks:
        yield from _block(block, document)


def _block(block: Block, document: Document) -> Iterator[str]:  # noqa: C901, PLR0912 - one case for each kind of block
    match block:
        case Section() | Card() | Together() | Note():
            yield from _headed(block, document)
        case Paragraph():
            yield plain(block.text)
        case BulletList():
            yield from _items(block.items, numbered=block.numbered, depth=0)
        case TickList():
            yield from (f"{'☑' if tick.done else '☐'} {plain(tick.text)}" for tick in block.items)
        case Badges():
            yield from (f"{badge.label}: {badge.text}" if badge.label else badge.text for badge in block.items)
        case Table():
            yield from _table(block, document)
        case Facts():
            for fact in block.items:
                yield plain(fact.label)
                yield from _cell(fact.value, document)
        case Figure():
            yield block.caption
            yield f"{block.label_title} {block.value_title}"
            yield from (f"{bar.label} {bar.words}" for bar in block.bars)
        case Diagram():
            yield block.caption
        case Photos():
            yield from (plain(photo.caption) for photo in block.items)
        case Field():
            yield from [plain(block.label)] if document.fillable else _field(block)
        case PageBreak():
            pass


def _headed(block: Section | Card | Together | Note, document: Document) -> Iterator[str]:
    if isinstance(block, Card):
        yield f"{block.number} {plain(block.title)}"
        yield from _block(Badges(block.badges), document)
    elif not isinstance(block, Together):
        yield plain(block.title)
    for inner in block.blocks:
        yield from _block(inner, document)


def _items(items: tuple[Item | str, ...], *, numbered: bool, depth: int) -> Iterator[str]:
    for number, entry in enumerate(items, start=1):
        item = entry if isinstance(entry, Item) else Item(entry)
        mark = f"{number}." if numbered else ("•", "–", "•")[min(depth, 2)]
        yield f"{mark} {plain(item.text)}"
        yield from _items(item.items, numbered=False, depth=depth + 1)


def _table(table: Table, document: Document) -> Iterator[str]:
    yield plain(table.caption)
    if not table.rows:
        yield plain(table.empty) or document.wording.no_rows
        return
    for column in table.columns:
        yield plain(column.title)
    for row in table.rows:
        for content in (row.text,) if isinstance(row, GroupRow) else row.cells:
            yield from _cell(content, document)


def _cell(content: CellContent, document: Document) -> Iterator[str]:
    blocks = content.blocks if isinstance(content, Cell) else (Paragraph(content),)
    words = [word for block in blocks for word in _block(block, document) if word.strip()]
    yield from words or [document.wording.empty_cell]


def _field(field: Field) -> Iterator[str]:
    label = plain(field.label)
    yield f"☐ {label}" if field.kind is FieldKind.TICK else label
    if field.kind is FieldKind.CHOICE:
        yield from (f"☐ {plain(shown)}" for shown in field.choices)
    else:
        yield field.value
