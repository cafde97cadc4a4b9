"""What national law asks to be written down about a purchase: Swedish direct purchases, and the Norwegian rule on climate and environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Kind
from kravkompass.documents.outline import (
    Block,
    Column,
    Field,
    FieldKind,
    Manner,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
)
from kravkompass.documents.sheet import number_of
from kravkompass.guidance.environment_rule import GREEN, Way, ways_on
from kravkompass.guidance.listing import stand_in
from kravkompass.guidance.situation import DIRECT
from kravkompass.language import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.documents.sheet import Sheet
    from kravkompass.guidance.guide import Guide
    from kravkompass.guidance.listing import Listed

WAYS = {
    Way.WEIGHT: text("Award criteria with weight"),
    Way.PRIORITY: text("Award criteria in order"),
    Way.REQUIREMENTS: text("Requirements in the specification instead"),
    Way.INSIGNIFICANT: text("Exempt: insignificant footprint"),
    Way.VITAL_INTERESTS: text("Exempt: vital interests"),
    Way.NATIONAL_MINIMUM: text("Exempt: mandatory standardised minimum requirements"),
}


def swedish_documentation(sheet: Sheet, rules: Guide) -> Iterator[Section]:
    """Give the seven things a documented direct purchase says; nothing where the duty does not apply."""
    say, purchase, formats = sheet.translation.say, sheet.purchase, sheet.translation.formats
    limit = rules.picture.rules.amount("se-documentation-from", rules.picture.day)
    value = purchase.facts.number("value")
    if limit is None or value is None or value < limit or rules.picture.fact("procedure") != DIRECT:
        return
    months = purchase.facts.number("contract-months")
    length = sheet.translation.count("{n} month", "{n} months", int(months)) if months else ""
    lead = say(
        "A direct purchase of at least {amount} must be documented (LOU 19 a kap. 11 §). No form is prescribed; these seven things are expected.",
        amount=formats.money(limit, purchase.country.currency),
    )
    fields: tuple[Block, ...] = (
        Field("lou-buyer", say("1. The buyer's name and organisation number"), value=purchase.organisation),
        Field("lou-subject", say("2. What is bought"), FieldKind.LINES, purchase.description or purchase.title, lines=4),
        Field("lou-competition", say("3. How competition was used"), FieldKind.LINES, lines=4),
        Field("lou-asked", say("4. Which suppliers were asked, and how many gave a tender"), FieldKind.LINES, lines=4),
        Field(
            "lou-winner", say("5. The supplier's name and organisation number, and the main reason it was chosen"),
            FieldKind.LINES, purchase.supplier, lines=4,
        ),
        Field("lou-value", say("6. The estimated value"), value=formats.money(value, purchase.country.currency)),
        Field("lou-time", say("7. When it is carried out, or how long the contract runs"), value=length),
    )
    yield Section(say("Documentation of the direct purchase"), (Paragraph(lead, Manner.LEAD), *fields))


def norwegian_reasons(sheet: Sheet, rules: Guide) -> Iterator[Section]:
    """Give the reasoning on climate and environment (FOA § 7-9): what on the list carries it, and room for the reason."""
    if rules.picture.fact("procedure") == DIRECT:
        return
    say = sheet.translation.say
    formats = sheet.translation.formats
    share = rules.picture.rules.amount("no-environment-weight", rules.picture.day)
    least = formats.percent(share) if share is not None else "–"
    green = [row for row in sheet.rows if row.requirement.theme in GREEN]
    lead = say(
        "Climate and environment weigh at least {share}, are replaced by or combined with requirements in the specification, or are exempt."
        " Every way but the first two needs a reason in the tender documents.",
        share=least,
    )
    yield Section(
        say("Climate and environment, FOA § 7-9"),
        (
            Paragraph(lead, Manner.LEAD),
            _carried(sheet, [row for row in green if row.requirement.kind is Kind.AWARD], say("Award criteria on the list")),
            _carried(
                sheet, [row for row in green if row.requirement.kind is Kind.SPECIFICATION],
                say("Requirements in the specification on the list"),
            ),
            *_chosen_way(sheet, rules),
        ),
    )


def _chosen_way(sheet: Sheet, rules: Guide) -> Iterator[Field]:
    """Give the way taken and its reason, as far as the buyer has said them."""
    say, facts, formats = sheet.translation.say, sheet.purchase.facts, sheet.translation.formats
    ways = {way: say(WAYS[way]) for way in ways_on(rules.picture.day)}
    taken = facts.words("environment-way")
    weight, place = facts.number("environment-weight"), facts.number("environment-priority")
    yield Field(
        "climate-way", say("How the rule is met"), FieldKind.CHOICE, ways.get(Way(taken), "") if taken in set(Way) else "",
        tuple(ways.values()),
    )
    yield Field("climate-weight", say("Weight, where weighted"), value=formats.percent(weight) if weight is not None else "")
    yield Field("climate-place", say("Place in the order, where ordered"), value=formats.number(place) if place is not None else "")
    yield Field(
        "climate-reason", say("The reason, as it stands in the tender documents"), FieldKind.LINES,
        facts.words("environment-reason"), lines=8,
    )


def _carried(sheet: Sheet, rows: list[Listed], caption: str) -> Table:
    """Give the climate and environment requirements of one kind."""
    say = sheet.translation.say
    columns = (Column(say("Number"), 0.6), Column(say("Requirement"), 2), Column(say("Wording"), 4))
    made = []
    for row in rows:
        language = row.language if stand_in(row, sheet.language) else ""
        words = (Span(row.texts.title, language=language), Span(row.texts.demand, language=language))
        made.append(Row((number_of(sheet, row), *words)))
    return Table(columns, tuple(made), caption=caption, summary=caption, empty=say("None on the list."))
