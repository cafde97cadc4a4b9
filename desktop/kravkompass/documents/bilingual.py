"""The requirement list in two languages side by side, for a supplier across the border."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name, plural
from kravkompass.documents.front import document
from kravkompass.documents.outline import (
    Badge,
    Badges,
    Cell,
    Column,
    Document,
    Fact,
    Manner,
    Note,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Tone,
)
from kravkompass.documents.requirement_list import number_of
from kravkompass.guidance.listing import stand_in
from kravkompass.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kravkompass.documents.requirement_list import Sheet
    from kravkompass.guidance.listing import Listed
    from kravkompass.language import Translation


Pairs = list[tuple["Listed", "Listed"]]
Both = tuple[str | Span, ...]


def bilingual_list(sheet: Sheet, beside: Sheet) -> Document:
    """Give the list in the first sheet's language with the second sheet's beside it. Both hold the same requirements."""
    say = sheet.translation.say
    pairs = list(zip(sheet.rows, beside.rows, strict=True))
    parts = [
        Section(_both(sheet, beside, lambda t, kind=kind: plural(kind, t)), tuple(_themes(sheet, beside, list(of_kind))))  # type: ignore[misc]
        for kind, of_kind in groupby(pairs, lambda pair: pair[0].requirement.kind)
    ]
    nothing = () if pairs else (Paragraph(say("No requirements have been chosen yet.")),)
    languages = f"{sheet.language.own_name}, {beside.language.own_name}"
    return document(
        sheet,
        say("Requirement list in two languages"),
        say("Sustainability requirements in two languages side by side"),
        (_first(sheet, beside), *parts, *nothing),
        summary=sheet.purchase.description,
        facts=(Fact(say("Languages"), languages),),
    )


def _both(sheet: Sheet, beside: Sheet, words: Callable[[Translation], str]) -> Both:
    """Say the same in both languages, once where they agree."""
    one, other = words(sheet.translation), words(beside.translation)
    return (one,) if one == other else (f"{one} / ", Span(other, language=beside.language.value))


def _first(sheet: Sheet, beside: Sheet) -> Note:
    """Say which language counts, in both."""
    def words(t: Translation) -> str:
        return t.say("The wording in {language} is the one that counts. The other is a help to read it.", language=own)

    own = sheet.language.own_name
    other = beside.language.value
    return Note(
        sheet.translation.say("Two languages"),
        (Paragraph(words(sheet.translation)), Paragraph(words(beside.translation), language=other)),
        Tone.ACCENT,
    )


def _themes(sheet: Sheet, beside: Sheet, pairs: Pairs) -> list[Section]:
    columns = (
        Column(sheet.translation.say("Number"), 0.5),
        Column(sheet.language.own_name, 3),
        Column(beside.language.own_name, 3, language=beside.language.value),
    )
    made = []
    for theme, of_theme in groupby(pairs, lambda pair: pair[0].requirement.theme):
        title = _both(sheet, beside, lambda t, theme=theme: name(theme, t))  # type: ignore[misc]
        rows = tuple(_row(sheet, beside, one, other) for one, other in of_theme)
        summary = sheet.translation.say("Requirements in two languages side by side")
        made.append(Section(title, (Table(columns, rows, summary=summary),)))
    return made


def _row(sheet: Sheet, beside: Sheet, one: Listed, other: Listed) -> Row:
    number = number_of(sheet, one)
    return Row((number, _cell(sheet, one, ""), _cell(beside, other, beside.language.value)))


def _cell(sheet: Sheet, row: Listed, language: str) -> Cell:
    """The requirement in one language; a text that stands in from another language is marked and carries a badge."""
    say = sheet.translation.say
    stands_in = stand_in(row, sheet.language)
    foreign = row.language if stands_in else ""
    blocks: list[Paragraph | Badges] = [Paragraph(Span(row.texts.title, bold=True, language=foreign))]
    if stands_in:
        blocks.append(Badges((Badge(say("Text in {language}", language=Language(row.language).own_name), tone=Tone.WATCH),)))
    evidence: Sequence[str | Span] = (Span(f"{say('Evidence')}: ", bold=True), Span(row.texts.evidence, language=foreign))
    met = name(row.requirement.fulfilled, sheet.translation)
    blocks += [
        Paragraph(Span(row.texts.demand, language=foreign)),
        Paragraph(tuple(evidence)),
        Paragraph((Span(f"{say('To be met')}: ", bold=True), met), Manner.QUIET),
    ]
    return Cell(tuple(blocks), language)
