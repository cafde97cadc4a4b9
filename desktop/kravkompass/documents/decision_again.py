"""What a decision annex tells of decisions that were taken from an earlier purchase or a template, and what has changed since."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kravkompass.documents.outline import BulletList, Column, Manner, Paragraph, Row, Section, Span, Table
from kravkompass.guidance.again import changed_since
from kravkompass.guidance.listing import text_language
from kravkompass.guidance.saying import said_change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.documents.sheet import Sheet
    from kravkompass.guidance.guide import Guide


def taken_over(sheet: Sheet, rules: Guide) -> Iterator[Section]:
    """Say where decisions were taken from, and which of them the catalog now says something else about; nothing when none was."""
    say, count = sheet.translation.say, sheet.translation.count
    sources = Counter(one.taken_from for one in sheet.purchase.decisions.values() if one.taken_from)
    if not sources:
        return
    said = tuple(
        count("{n} decision from “{source}”", "{n} decisions from “{source}”", number, source=source)
        for source, number in sorted(sources.items())
    )
    lead = Paragraph(say("These decisions were not made for this purchase: they were taken from an earlier one, or from a template."), Manner.LEAD)
    changes = changed_since(rules)
    columns = (Column(say("Requirement"), 2), Column(say("What has changed in the catalog since"), 3))
    rows = tuple(Row((_named(sheet, rules, one.requirement), said_change(one, sheet.translation))) for one in changes)
    table = Table(
        columns,
        rows,
        summary=say("What has changed in the catalog since the decisions were made"),
        empty=say("Nothing has changed in the catalog since the decisions were made."),
    )
    yield Section(say("Taken from elsewhere"), (lead, BulletList(said), table))


def _named(sheet: Sheet, rules: Guide, name: str) -> Span | str:
    requirement = rules.requirements.get(name)
    if requirement is None:
        return name
    language = text_language(requirement, sheet.language.value)
    said = f"{requirement.texts[language].title} ({name})"
    return Span(said, language=language if language != sheet.language.value else "")
