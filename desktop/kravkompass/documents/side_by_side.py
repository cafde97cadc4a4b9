"""Any document in two languages: two outlines of the same document put together, block by block.

Words stand in two columns, one for each language. What cannot be doubled stands once with both languages in it: a heading, a
table's cells, the label of a place to write in. Everything in the second language is marked as such.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import TypeAlias, TypeVar, cast

from kravkompass.documents.known_facts import known_facts
from kravkompass.documents.outline import (
    Badge,
    Badges,
    Block,
    BulletList,
    Card,
    Cell,
    Column,
    Document,
    Facts,
    Field,
    Note,
    PageBreak,
    Paragraph,
    Photos,
    Row,
    Section,
    Table,
    TickList,
    Together,
    Tone,
)
from kravkompass.documents.spoken import beside, both, doubled_facts, in_language, marked, stacked, told
from kravkompass.documents.table_twice import doubled_table
from kravkompass.language import Language

_Leaf: TypeAlias = Paragraph | BulletList | TickList | Badges | Facts
T = TypeVar("T")


def in_languages(make: Callable[[T], Document], one: T, other: T | None) -> Document:
    """Make a document of one thing, or of two that say the same in two languages: sheets, or the languages themselves."""
    return make(one) if other is None else side_by_side(make(one), make(other))


def side_by_side(one: Document, other: Document) -> Document:
    """Give the first document with the second one, the same in another language, beside it. The wording of the first counts."""
    return _Pair(one, other).document()


class _Pair:
    """Two outlines of one document on their way into one."""

    def __init__(self, one: Document, other: Document) -> None:
        self._one, self._other = one, other
        self._language = other.language

    def document(self) -> Document:
        """Give the document in both languages."""
        one, other = self._one, self._other
        return replace(
            one,
            title=told(one.title, other.title),
            heading=both(one.title, other.title, self._language),
            kind=both(one.kind, other.kind, self._language),
            subject=told(one.subject, other.subject),
            summary=both(one.summary, other.summary, self._language),
            known=doubled_facts(known_facts(one), known_facts(other), self._language),
            facts=doubled_facts(one.facts, other.facts, self._language),
            blocks=(self._first_counts(), *self._blocks(one.blocks, other.blocks)),
        )

    def _first_counts(self) -> Note:
        """Say which language counts, in both."""
        one, other = self._one.wording, self._other.wording
        name = Language(self._one.language).own_name.lower()
        first, second = (words.first_counts.replace("{language}", name) for words in (one, other))
        return Note(
            both(one.two_languages, other.two_languages, self._language),
            (Paragraph(first), Paragraph(second, language=self._language)),
            Tone.ACCENT,
        )

    def _blocks(self, one: Sequence[Block], other: Sequence[Block]) -> tuple[Block, ...]:
        """Put blocks together; words that follow each other stand in one table of two columns."""
        made: list[Block] = []
        for words, pairs in groupby(_matched(one, other), lambda pair: all(isinstance(block, _Leaf) for block in pair)):
            if words:
                made += self._words(cast("list[tuple[_Leaf, _Leaf]]", list(pairs)))
            else:
                made += (block for pair in pairs for block in self._put_together(*pair))
        return tuple(made)

    def _words(self, pairs: Sequence[tuple[_Leaf, _Leaf]]) -> Iterator[Block]:
        """A lone paragraph is followed by the same in the second language; more stand beside each other. What agrees stands once."""
        (one, other), alone = pairs[0], len(pairs) == 1
        if all(first == second for first, second in pairs):
            yield from (first for first, _ in pairs)
            return
        if alone and isinstance(one, Paragraph) and isinstance(other, Paragraph):
            yield from (one, in_language(other, self._language))
            return
        rows = [Row((Cell(first), Cell(second, self._language))) for pair in pairs for first, second in beside(*pair)]
        if rows:
            yield self._columns(rows)

    def _columns(self, rows: Sequence[Row]) -> Table:
        first, second = (Language(document.language) for document in (self._one, self._other))
        columns = (Column(first.own_name), Column(second.own_name, language=second.value))
        return Table(columns, tuple(rows), summary=self._one.wording.two_languages, header_column=None)

    def _put_together(self, one: Block | None, other: Block | None) -> Iterator[Block]:
        if one is None or other is None or type(one) is not type(other):
            yield from (block for block in (one, in_language(other, self._language) if other else None) if block is not None)
            return
        match one, other:
            case Section(), Section():
                yield self._section(one, other)
            case Card(), Card():
                yield self._card(one, other)
            case Together(), Together():
                yield Together(self._blocks(one.blocks, other.blocks))
            case Note(), Note():
                yield self._note(one, other)
            case Table(), Table():
                yield from doubled_table(one, other, self._language)
            case Photos(), Photos() if len(one.items) == len(other.items):
                yield self._photos(one, other)
            case Field(), Field():
                yield self._field(one, other)
            case PageBreak(), PageBreak():
                yield one
            case _:
                # Among them charts: each keeps its own text for a screen reader.
                yield from (one, in_language(other, self._language))

    def _section(self, one: Section, other: Section) -> Section:
        title = both(marked(one.title, one.language), marked(other.title, other.language), self._language)
        return replace(one, title=title, blocks=self._blocks(one.blocks, other.blocks), language="")

    def _card(self, one: Card, other: Card) -> Card:
        """A card with the badges of both languages in the columns; a text that stands in from a third language says so."""
        title = both(marked(one.title, one.language), marked(other.title, other.language), self._language)
        first, second = (self._badges(card, document) for card, document in ((one, self._one), (other, self._other)))
        return Card(one.number, title, (), self._blocks((*first, *one.blocks), (*second, *other.blocks)))

    def _badges(self, card: Card, document: Document) -> tuple[Badges, ...]:
        badges = card.badges
        if card.language:
            stands_in = document.wording.text_in.replace("{language}", Language(card.language).own_name.lower())
            if stands_in not in {badge.text for badge in badges}:
                badges = (*badges, Badge(stands_in, tone=Tone.WATCH))
        return (Badges(badges),) if badges else ()

    def _note(self, one: Note, other: Note) -> Note:
        blocks = stacked(one.blocks, other.blocks, self._language)
        return replace(one, title=both(one.title, other.title, self._language), blocks=blocks)

    def _photos(self, one: Photos, other: Photos) -> Photos:
        """The pictures once. What each shows is told to a screen reader in the first language: a picture has one such text."""
        pairs = zip(one.items, other.items, strict=True)
        return Photos(tuple(replace(mine, caption=both(mine.caption, theirs.caption, self._language)) for mine, theirs in pairs))

    def _field(self, one: Field, other: Field) -> Field:
        shown = one.choices
        if len(other.choices) == len(shown):
            shown = tuple(both(first, second, self._language) for first, second in zip(shown, other.choices, strict=True))
        return replace(one, label=both(one.label, other.label, self._language), shown=shown)


def _matched(one: Sequence[Block], other: Sequence[Block]) -> Iterator[tuple[Block | None, Block | None]]:
    """Give the blocks of both in pairs; what only one of them has stands alone."""
    first, second = ([_key(block) for block in blocks] for blocks in (one, other))
    for _, start, end, other_start, other_end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        yield from zip_longest(one[start:end], other[other_start:other_end])


def _key(block: Block) -> tuple[str, str]:
    name = block.number if isinstance(block, Card) else block.name if isinstance(block, Field) else ""
    return type(block).__name__, name
