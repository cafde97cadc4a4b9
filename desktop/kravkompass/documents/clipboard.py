"""What is put on the clipboard: a requirement, the list or its tables, as plain text and as HTML for web-based tender systems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kravkompass.catalog.naming import identified, name, plural
from kravkompass.documents.clipboard_html import page
from kravkompass.documents.clipboard_text import words
from kravkompass.documents.outline import Block, Fact, Facts, Paragraph, Section, Span, Table
from kravkompass.documents.sheet import Sheet, number_of
from kravkompass.documents.word_tables import requirement_table
from kravkompass.documents.wording import wording
from kravkompass.guidance.listing import Listed, stand_in
from kravkompass.language import Translation


@dataclass(frozen=True, slots=True)
class Copied:
    """The same content twice: as plain text, tables with tabs between their cells, and as a whole HTML page."""

    plain: str
    html: str


def copied(blocks: Sequence[Block], translation: Translation) -> Copied:
    """Give blocks of an outline as they go to the clipboard."""
    furniture = wording(translation)
    return Copied(words(blocks, furniture), page(blocks, furniture, translation.language))


def copied_table(table: Table, translation: Translation) -> Copied:
    """Give a table alone."""
    return copied((table,), translation)


def copied_requirement(row: Listed, translation: Translation) -> Copied:
    """Give one requirement: title, wording, evidence, when it is to be met, and its id."""
    return copied(_requirement(row, "", translation), translation)


def copied_list(sheet: Sheet) -> Copied:
    """Give the whole list as running text, by kind."""
    parts = [
        Section(
            plural(kind, sheet.translation),
            tuple(block for row in rows for block in _requirement(row, number_of(sheet, row), sheet.translation)),
        )
        for kind, rows in groupby(sheet.rows, lambda row: row.requirement.kind)
    ]
    return copied(parts, sheet.translation)


def copied_tables(sheet: Sheet) -> Copied:
    """Give the whole list as one table for each kind."""
    parts = [
        Section(plural(kind, sheet.translation), (requirement_table(sheet, list(rows)),))
        for kind, rows in groupby(sheet.rows, lambda row: row.requirement.kind)
    ]
    return copied(parts, sheet.translation)


def _requirement(row: Listed, number: str, translation: Translation) -> tuple[Block, ...]:
    say = translation.say
    language = row.language if stand_in(row, translation.language) else ""
    title = f"{number} {row.texts.title}".strip()
    known = identified(row.requirement, row.decision.revision, translation)
    facts = (
        Fact(say("Evidence"), Span(row.texts.evidence, language=language)),
        Fact(say("To be met"), name(row.requirement.fulfilled, translation)),
        Fact(say("Id"), known),
    )
    return (
        Paragraph(Span(title, bold=True), language=language),
        Paragraph(row.texts.demand, language=language),
        Facts(facts),
    )
