"""The same words in two languages: marked with theirs, put after each other or in pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeVar, cast

from kravkompass.documents.outline import (
    Badges,
    Block,
    BulletList,
    Card,
    Cell,
    CellBlock,
    CellContent,
    Diagram,
    Fact,
    Facts,
    Field,
    Figure,
    GroupRow,
    Item,
    Note,
    Paragraph,
    Section,
    Span,
    Table,
    Text,
    Tick,
    TickList,
    Together,
    plain,
    spans,
)

SHORT = 60
"""Characters: longer words in two languages stand on lines of their own."""

NoteBlock = Paragraph | BulletList | TickList
B = TypeVar("B", bound=Block)


def told(one: str, other: str) -> str:
    """Give plain words in both languages, once where they agree."""
    return one if one == other or not other else f"{one} / {other}"


def both(one: Text, other: Text, language: str) -> Text:
    """Give words in both languages, the second ones marked; once where they agree."""
    if plain(one) == plain(other) or not plain(other).strip():
        return one
    between = " / " if max(len(plain(one)), len(plain(other))) <= SHORT else "\n"
    return (*spans(one), between, *spans(marked(other, language)))


def marked(text: Text, language: str) -> Text:
    """Mark words as being in a language, where they do not say so of themselves."""
    if not language or not plain(text):
        return text
    made = tuple(replace(span, language=span.language or language) for span in spans(text))
    return made[0] if len(made) == 1 else made


def in_language(block: B, language: str) -> B:
    """Mark a block as being in a language, where it does not say so of itself."""
    made: Block = block
    match block:
        case Paragraph() | Section() | Card() | Figure() | Diagram() | Badges():
            made = replace(block, language=block.language or language)
        case Together():
            made = Together(tuple(in_language(one, language) for one in block.blocks))
        case BulletList() | TickList() | Note():
            made = _listed(block, language)
        case Facts():
            facts = (Fact(marked(fact.label, language), _cell(fact.value, language)) for fact in block.items)
            made = replace(block, items=tuple(facts))
        case Table():
            made = _table(block, language)
        case Field():
            made = replace(block, label=marked(block.label, language), shown=tuple(marked(one, language) for one in block.choices))
    return cast("B", made)


def _listed(block: BulletList | TickList | Note, language: str) -> Block:
    match block:
        case BulletList():
            return replace(block, items=tuple(_item(item, language) for item in block.items))
        case TickList():
            return TickList(tuple(Tick(marked(tick.text, language), tick.done) for tick in block.items))
        case Note():
            return replace(block, title=marked(block.title, language), blocks=tuple(in_language(one, language) for one in block.blocks))


def _table(table: Table, language: str) -> Table:
    columns = tuple(replace(column, language=column.language or language) for column in table.columns)
    rows = tuple(GroupRow(marked(row.text, language)) if isinstance(row, GroupRow) else row for row in table.rows)
    return replace(
        table, columns=columns, rows=rows, caption=marked(table.caption, language), empty=marked(table.empty, language)
    )


def _item(item: Item | str, language: str) -> Item:
    plain_item = item if isinstance(item, Item) else Item(item)
    return replace(
        plain_item, language=plain_item.language or language, items=tuple(_item(one, language) for one in plain_item.items)
    )


def _cell(content: CellContent, language: str) -> Cell:
    cell = content if isinstance(content, Cell) else Cell((Paragraph(content),))
    return replace(cell, language=cell.language or language)


def words_of(content: CellContent) -> str:
    """Give the words of a cell, to see whether two say the same."""
    return repr(content) if isinstance(content, Cell) else plain(content)


def stacked(one: Sequence[NoteBlock], other: Sequence[NoteBlock], language: str) -> tuple[NoteBlock, ...]:
    """Give blocks in both languages, each followed by the same in the second; once where they agree."""
    made: list[NoteBlock] = []
    for first, second in zip_longest(one, other):
        made += [first] if first is not None else []
        if second is not None and first != second:
            made.append(in_language(second, language))
    return tuple(made)


def doubled_cell(one: CellContent, other: CellContent, language: str) -> CellContent:
    """Give a cell's content in both languages under each other; once where they agree."""
    if words_of(one) == words_of(other):
        return one
    first, second = (content if isinstance(content, Cell) else Cell((Paragraph(content),)) for content in (one, other))
    blocks: list[CellBlock] = []
    for mine, theirs in zip_longest(first.blocks, second.blocks):
        if isinstance(mine, BulletList) and isinstance(theirs, BulletList) and not (first.language or second.language):
            blocks.append(_both_lists(mine, theirs, language))
            continue
        blocks += [in_language(mine, first.language)] if mine is not None else []
        if theirs is not None and mine != theirs:
            blocks.append(in_language(in_language(theirs, second.language), language))
    return Cell(tuple(blocks))


def _both_lists(one: BulletList, other: BulletList, language: str) -> BulletList:
    """Give a list whose entries say the same twice; the second list after the first where they do not answer each other."""
    mine, theirs = ([item if isinstance(item, Item) else Item(item) for item in block.items] for block in (one, other))
    if len(mine) != len(theirs) or any(item.items or item.language for item in (*mine, *theirs)):
        return replace(one, items=(*mine, *(_item(item, language) for item in theirs)))
    return replace(one, items=tuple(Item(both(first.text, second.text, language)) for first, second in zip(mine, theirs, strict=True)))


def doubled_facts(one: Sequence[Fact], other: Sequence[Fact], language: str) -> tuple[Fact, ...]:
    """Give facts with their labels and values in both languages; what only one language has stands alone."""
    made = []
    for first, second in zip_longest(one, other):
        if first is None or second is None:
            made.append(first or Fact(marked(second.label, language), _cell(second.value, language)))
        else:
            made.append(Fact(both(first.label, second.label, language), doubled_cell(first.value, second.value, language)))
    return tuple(made)


def beside(one: Block, other: Block) -> Iterator[tuple[tuple[CellBlock, ...], tuple[CellBlock, ...]]]:
    """Give what stands in the two columns, row by row: a fact a row, anything else a row of its own."""
    if isinstance(one, Facts) and isinstance(other, Facts):
        for first, second in zip_longest(one.items, other.items):
            yield _fact(first), _fact(second)
    elif any(plain(block.text).strip() if isinstance(block, Paragraph) else block for block in (one, other)):
        yield (cast("CellBlock", one),), (cast("CellBlock", other),)


def _fact(fact: Fact | None) -> tuple[CellBlock, ...]:
    if fact is None:
        return (Paragraph("–"),)
    label = tuple(replace(span, bold=True) for span in spans(fact.label))
    if isinstance(fact.value, Cell):
        language = fact.value.language
        return (Paragraph(label), *(in_language(block, language) for block in fact.value.blocks))
    return (Paragraph((*label, Span(": ", bold=True), *spans(fact.value))),)
