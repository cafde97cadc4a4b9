"""The requirement list: what stands in the tender documents, grouped by kind and theme, with evidence, id and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kravkompass.catalog.naming import ORIGIN_NAMES, name, own_origin, plural, revised, source_date
from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import Kind, Level
from kravkompass.documents.front import document, group_names, lots_named
from kravkompass.documents.outline import (
    Badge,
    Block,
    Card,
    Document,
    Fact,
    Facts,
    Manner,
    Note,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Together,
    Tone,
)
from kravkompass.documents.outline import Column as TableColumn
from kravkompass.documents.sheet import Sheet, number_of
from kravkompass.guidance.listing import Listed, stand_in
from kravkompass.language import Language, sort_key, text

LEVEL_TONES = {Level.BASE: Tone.QUIET, Level.ADVANCED: Tone.ACCENT, Level.SPEARHEAD: Tone.STRONG}
LEADS = {
    Kind.QUALIFICATION: text(
        "Requirements on the tenderer. They are met when the tender is submitted and shown as each one says."
    ),
    Kind.SPECIFICATION: text("Requirements on what is delivered. All of them must be met."),
    Kind.AWARD: text("What is weighed when tenders are compared. What the supplier offers becomes part of the contract."),
    Kind.CONTRACT: text(
        "Terms for performing the contract. They need not be met in the tender, but from the moment each one states."
    ),
}


def requirement_list(sheet: Sheet) -> Document:
    """Give the requirement list as an outline."""
    say, purchase = sheet.translation.say, sheet.purchase
    blocks: list[Block] = [
        Together((how_to_read(sheet),)),
        *by_kind(sheet, sheet.rows),
    ]
    if not sheet.rows:
        blocks.append(Paragraph(say("No requirements have been chosen yet.")))
    return document(
        sheet,
        say("Requirement list"),
        say("Sustainability requirements for the tender documents"),
        (*blocks, sources_of(sheet)) if sheet.rows else blocks,
        summary=purchase.description,
        facts=_facts(sheet),
    )


def _facts(sheet: Sheet) -> tuple[Fact, ...]:
    say, purchase = sheet.translation.say, sheet.purchase
    count = sheet.translation.count("{n} requirement", "{n} requirements", len(sheet.rows))
    facts = [Fact(say("Product groups"), group_names(sheet)), *lots_named(sheet), Fact(say("Extent"), count)]
    if purchase.cpv:
        facts.append(Fact(say("CPV codes"), ", ".join(purchase.cpv)))
    return tuple(facts)


def how_to_read(sheet: Sheet) -> Note:
    """Say how the list is read, and that it is no legal advice."""
    say = sheet.translation.say
    return Note(
        say("How to read the list"),
        (
            Paragraph(
                say(
                    "Every requirement has a number, its wording, the evidence to show and where it comes from. Where a label or a standard"
                    " is named, other proof of the same thing is accepted."
                )
            ),
            Paragraph(say("The list is a help when writing tender documents and not legal advice."), Manner.QUIET),
        ),
        Tone.QUIET,
    )


def by_kind(sheet: Sheet, rows: Iterable[Listed]) -> Iterator[Section]:
    """Give requirements as cards, by kind and theme."""
    for kind, of_kind in groupby(rows, lambda row: row.requirement.kind):
        yield _kind(sheet, kind, list(of_kind))


def _kind(sheet: Sheet, kind: Kind, rows: Sequence[Listed]) -> Section:
    themes = (
        Section(name(theme, sheet.translation), tuple(_card(sheet, row) for row in of_theme))
        for theme, of_theme in groupby(rows, lambda row: row.requirement.theme)
    )
    lead = Paragraph(sheet.translation.say(LEADS[kind]), Manner.LEAD)
    return Section(plural(kind, sheet.translation), (lead, *themes), new_page=False)


def _card(sheet: Sheet, row: Listed) -> Card:
    say = sheet.translation.say
    language = row.language if stand_in(row, sheet.language) else ""
    facts = [Fact(say("Evidence"), Span(row.texts.evidence, language=language))]
    if labels := accepted_labels(sheet, row):
        facts.append(Fact(say("Accepted as proof"), say("{labels}, or equivalent", labels=labels)))
    facts.append(Fact(say("To be met"), name(row.requirement.fulfilled, sheet.translation)))
    facts += sheet.holds_for(row)
    facts.append(Fact(say("Id and source"), _provenance(sheet, row.requirement)))
    blocks: tuple[Block, ...] = (Paragraph(row.texts.demand, language=language), Facts(tuple(facts)))
    return Card(number_of(sheet, row), row.texts.title, tuple(_badges(sheet, row)), blocks, language)


def accepted_labels(sheet: Sheet, row: Listed) -> str:
    """Name the labels and standards accepted as proof."""
    labels = sheet.catalog.labels
    return ", ".join(labels[label].names[sheet.language.value] for label in row.requirement.labels if label in labels)


def _badges(sheet: Sheet, row: Listed) -> Iterator[Badge]:
    say, requirement = sheet.translation.say, row.requirement
    yield Badge(name(requirement.level, sheet.translation), say("Level"), LEVEL_TONES[requirement.level])
    if requirement.is_own:
        yield Badge(say("Own requirement"), tone=Tone.ACCENT)
    if requirement.statutory:
        yield Badge(say("Required by law"), tone=Tone.STRONG)
    if row.is_adapted:
        yield Badge(say("Adapted wording"), tone=Tone.WATCH)
    if requirement.common_practice:
        yield Badge(say("Common practice"), tone=Tone.QUIET)
    if requirement.origin is not None:
        yield Badge(say("From {origin}", origin=say(ORIGIN_NAMES[requirement.origin.taken_from])), tone=Tone.QUIET)
    if stand_in(row, sheet.language):
        yield Badge(say("Text in {language}", language=Language(row.language).own_name.lower()), tone=Tone.WATCH)


def _provenance(sheet: Sheet, requirement: Requirement) -> str:
    say = sheet.translation.say
    parts = [revised(requirement.id, requirement.revision, sheet.translation)]
    if requirement.written is not None:
        parts.append(own_origin(requirement.written, sheet.translation))
    if requirement.national_id:
        parts.append(say("national id {id}", id=requirement.national_id))
    titles = [
        f"{source.title} ({source_date(source, sheet.translation)})"
        for one in requirement.sources
        if (source := sheet.catalog.source(requirement.country, one))
    ]
    return "; ".join((*parts, *titles))


def sources_of(sheet: Sheet) -> Section:
    """Give the sources of the requirements."""
    say = sheet.translation.say
    named = {}
    for row in sheet.rows:
        for one in row.requirement.sources:
            if (source := sheet.catalog.source(row.requirement.country, one)) is not None:
                named[one] = source
    columns = (
        TableColumn(say("Source"), 3.7),
        TableColumn(say("Publisher"), 2),
        TableColumn(say("Source's date"), 1.6),
        TableColumn(say("Checked"), 1.2),
    )
    rows = tuple(
        Row((_linked(source.title, source.address), source.publisher, source_date(source, sheet.translation), sheet.translation.formats.kept_date(source.seen)))
        for source in sorted(named.values(), key=lambda source: sort_key(source.title, sheet.language))
    )
    return Section(say("Sources"), (Table(columns, rows, summary=say("The sources of the requirements")),))


def _linked(title: str, address: str) -> Span:
    return Span(title, link=address if address.startswith("https://") else "")

