"""An outline as plain text: one line for a paragraph, tabs between the cells of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kravkompass.documents import outline
from kravkompass.documents.office_file import fit
from kravkompass.documents.outline import Block, CellContent, Item, Text, plain
from kravkompass.documents.wording import Wording

TICKS = {True: "☑", False: "☐"}
INDENT = "  "


def words(blocks: Sequence[Block], wording: Wording) -> str:
    """Give the blocks as text that ends with a line end."""
    return "\n".join(_lines(blocks, wording)).strip("\n") + "\n"


def _lines(blocks: Sequence[Block], wording: Wording) -> Iterator[str]:
    for block in blocks:
        match block:
            case outline.Section() | outline.Card() | outline.Note() | outline.Together():
                yield from _headed(block, wording)
            case outline.Table() | outline.Facts() | outline.Figure():
                yield from _tabled(block, wording)
                yield ""
            case outline.PageBreak():
                continue
            case _:
                yield from _small(block)


def _headed(block: outline.Section | outline.Card | outline.Note | outline.Together, wording: Wording) -> Iterator[str]:
    if isinstance(block, outline.Card):
        yield f"{block.number} {_said(block.title)}".strip()
        yield from _small(outline.Badges(block.badges))
    elif not isinstance(block, outline.Together):
        yield _said(block.title)
    yield from _lines(block.blocks, wording)
    yield ""


def _tabled(block: outline.Table | outline.Facts | outline.Figure, wording: Wording) -> Iterator[str]:
    if isinstance(block, outline.Facts):
        yield from (f"{_said(fact.label)}: {_cell(fact.value, wording)}" for fact in block.items)
        return
    if isinstance(block, outline.Figure):
        yield _said(block.caption)
        yield f"{_said(block.label_title)}\t{_said(block.value_title)}"
        yield from (f"{_said(bar.label)}\t{_said(bar.words)}" for bar in block.bars)
        return
    if plain(block.caption).strip():
        yield _said(block.caption)
    if not block.rows:
        yield _said(block.empty) or wording.no_rows
        return
    yield "\t".join(_said(column.title) for column in block.columns)
    for row in block.rows:
        yield "\t".join(_cell(cell, wording) for cell in row.cells) if isinstance(row, outline.Row) else _said(row.text)


def _small(block: Block) -> Iterator[str]:
    match block:
        case outline.Paragraph():
            yield fit(plain(block.text))
        case outline.BulletList():
            yield from _items(block.items, 0, numbered=block.numbered)
        case outline.TickList():
            yield from (f"{TICKS[tick.done]} {_said(tick.text)}" for tick in block.items)
        case outline.Badges() if block.items:
            yield " · ".join(f"{badge.label}: {badge.text}" if badge.label else badge.text for badge in block.items)
        case outline.Diagram():
            yield f"{_said(block.caption)}: {_said(block.alternative)}"
        case outline.Photos():
            yield from (_said(photo.caption) for photo in block.items)
        case outline.Field():
            yield f"{_said(block.label)}: {_said(block.value)}"


def _items(items: Sequence[Item | str], depth: int, *, numbered: bool) -> Iterator[str]:
    for number, entry in enumerate(items, 1):
        item = entry if isinstance(entry, Item) else Item(entry)
        yield f"{INDENT * depth}{f'{number}.' if numbered else '•'} {_said(item.text)}"
        yield from _items(item.items, depth + 1, numbered=False)


def _cell(content: CellContent, wording: Wording) -> str:
    """Give a cell on one line, so that rows stay rows wherever they are pasted."""
    blocks = content.blocks if isinstance(content, outline.Cell) else (outline.Paragraph(content),)
    said = " ".join(" ".join(line for block in blocks for line in _small(block)).split())
    return said or wording.empty_cell


def _said(text: Text) -> str:
    return " ".join(fit(plain(text)).split())
