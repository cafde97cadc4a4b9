"""The requirement list for Word: the list itself, and after it one table for each kind, to paste into a tender system."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from kravkompass.catalog.naming import identified, name, plural
from kravkompass.documents.outline import Cell, Column, Document, Manner, Paragraph, Row, Section, Span, Table
from kravkompass.documents.requirement_list import requirement_list
from kravkompass.documents.sheet import Sheet, number_of
from kravkompass.guidance.listing import Listed, stand_in
from kravkompass.guidance.saying import said_lots


def list_with_tables(sheet: Sheet) -> Document:
    """Give the requirement list with its tables at the end."""
    document = requirement_list(sheet)
    if not sheet.rows:
        return document
    say = sheet.translation.say
    lead = Paragraph(
        say("The same requirements, one table for each kind. Copy a table and paste it into the tender system."), Manner.LEAD
    )
    tables = tuple(
        Section(plural(kind, sheet.translation), (requirement_table(sheet, list(rows)),))
        for kind, rows in groupby(sheet.rows, lambda row: row.requirement.kind)
    )
    annex = Section(say("Tables to paste"), (lead, *tables), new_page=True)
    return replace(document, blocks=(*document.blocks, annex))


def requirement_table(sheet: Sheet, rows: Sequence[Listed]) -> Table:
    """Give requirements as a table: number, wording, evidence, when to be met, level, lots where there are some, id with revision."""
    say = sheet.translation.say
    lots = (Column(say("Holds for"), 1.5),) if sheet.says_lots else ()
    columns = (
        Column(say("Number"), 1.25),
        Column(say("Requirement"), 4),
        Column(say("Evidence"), 2.6),
        Column(say("To be met"), 1.6),
        Column(say("Level"), 1.45),
        *lots,
        Column(say("Id"), 1.5),
    )
    return Table(columns, tuple(_row(sheet, row) for row in rows), summary=say("Requirements to paste into a tender system"))


def _row(sheet: Sheet, row: Listed) -> Row:
    language = row.language if stand_in(row, sheet.language) else ""
    wording = (Paragraph(Span(row.texts.title, bold=True)), Paragraph(row.texts.demand))
    return Row(
        (
            number_of(sheet, row),
            Cell(wording, language),
            Span(row.texts.evidence, language=language),
            name(row.requirement.fulfilled, sheet.translation),
            name(row.requirement.level, sheet.translation),
            *((said_lots(sheet.purchase, row.lots, sheet.translation),) if sheet.says_lots else ()),
            identified(row.requirement, row.decision.revision, sheet.translation),
        )
    )
