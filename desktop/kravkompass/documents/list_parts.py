"""Parts of the requirement list: what goes into the tender documents alone, and the requirements of one kind."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name, plural
from kravkompass.documents.front import document, group_names, lots_named
from kravkompass.documents.outline import Card, Document, Fact, Facts, Manner, Paragraph, Section, Span
from kravkompass.documents.requirement_list import LEADS, accepted_labels
from kravkompass.documents.sheet import number_of
from kravkompass.guidance.listing import stand_in

if TYPE_CHECKING:
    from kravkompass.catalog.terms import Kind
    from kravkompass.documents.sheet import Sheet
    from kravkompass.guidance.listing import Listed


def published_list(sheet: Sheet) -> Document:
    """Give the wordings alone, as they go into the tender documents: no levels, ids, sources or marks for the buyer."""
    say = sheet.translation.say
    parts = tuple(
        _part(sheet, kind, list(rows)) for kind, rows in groupby(sheet.rows, lambda row: row.requirement.kind)
    )
    nothing = () if sheet.rows else (Paragraph(say("No requirements have been chosen yet.")),)
    return document(
        sheet,
        say("Requirements for the tender documents"),
        say("Sustainability requirements for the tender documents"),
        (*parts, *nothing),
        summary=sheet.purchase.description,
        facts=(*((Fact(say("Product groups"), group_names(sheet)),) if sheet.groups else ()), *lots_named(sheet)),
    )


def list_of_kind(sheet: Sheet, kind: Kind) -> Document:
    """Give the requirements of one kind, numbered as on the whole list."""
    say = sheet.translation.say
    rows = [row for row in sheet.rows if row.requirement.kind is kind]
    whole = document(
        sheet,
        plural(kind, sheet.translation),
        say("Sustainability requirements of one kind"),
        (_part(sheet, kind, rows),) if rows else (Paragraph(say("The list has none of this kind.")),),
        summary=sheet.purchase.description,
    )
    count = sheet.translation.count("{n} requirement", "{n} requirements", len(rows))
    return replace(whole, facts=(Fact(say("Extent"), count),))


def _part(sheet: Sheet, kind: Kind, rows: list[Listed]) -> Section:
    themes = tuple(
        Section(name(theme, sheet.translation), tuple(_card(sheet, row) for row in of_theme))
        for theme, of_theme in groupby(rows, lambda row: row.requirement.theme)
    )
    return Section(plural(kind, sheet.translation), (Paragraph(sheet.translation.say(LEADS[kind]), Manner.LEAD), *themes))


def _card(sheet: Sheet, row: Listed) -> Card:
    say = sheet.translation.say
    language = row.language if stand_in(row, sheet.language) else ""
    facts = [Fact(say("Evidence"), Span(row.texts.evidence, language=language))]
    if labels := accepted_labels(sheet, row):
        facts.append(Fact(say("Accepted as proof"), say("{labels}, or equivalent", labels=labels)))
    facts.append(Fact(say("To be met"), name(row.requirement.fulfilled, sheet.translation)))
    facts += sheet.holds_for(row)
    blocks = (Paragraph(row.texts.demand, language=language), Facts(tuple(facts)))
    return Card(number_of(sheet, row), row.texts.title, (), blocks, language)
