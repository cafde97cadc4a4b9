"""A table in two languages: its cells say the same twice, or the whole table follows in the second language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kravkompass.documents.outline import Column, GroupRow, Row, Table, plain
from kravkompass.documents.spoken import both, doubled_cell, in_language, marked


def doubled_table(one: Table, other: Table, language: str) -> Iterator[Table]:
    """Give the table in both languages; two tables where the rows do not answer each other."""
    if [type(row) for row in one.rows] != [type(row) for row in other.rows] or len(one.columns) != len(other.columns):
        yield from (one, in_language(other, language))
        return
    pairs = zip(one.rows, other.rows, strict=True)
    yield replace(
        one,
        columns=tuple(_column(first, second, language) for first, second in zip(one.columns, other.columns, strict=True)),
        rows=tuple(_row(first, second, language) for first, second in pairs),
        caption=both(one.caption, other.caption, language),
        empty=both(one.empty, other.empty, language),
    )


def _column(one: Column, other: Column, language: str) -> Column:
    title = both(marked(one.title, one.language), marked(other.title, other.language), language)
    return replace(one, title=title, language="" if plain(title) != plain(one.title) else one.language)


def _row(one: Row | GroupRow, other: Row | GroupRow, language: str) -> Row | GroupRow:
    if isinstance(one, Row) and isinstance(other, Row):
        return Row(tuple(doubled_cell(first, second, language) for first, second in zip(one.cells, other.cells, strict=True)))
    if isinstance(one, GroupRow) and isinstance(other, GroupRow):
        return GroupRow(both(one.text, other.text, language))
    return one
