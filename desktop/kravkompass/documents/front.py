"""What every document about a purchase says of itself: whose it is, which purchase and list it belongs to, and when it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.documents.outline import Document, Fact
from kravkompass.documents.requirement_list import Sheet, identity
from kravkompass.documents.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kravkompass.documents.outline import Block, Text


def document(
    sheet: Sheet, kind: str, subject: str, blocks: Iterable[Block], *, summary: Text = "", facts: Iterable[Fact] = (),
    fillable: bool = False,
) -> Document:
    """Give a document about the sheet's purchase."""
    purchase = sheet.purchase
    return Document(
        title=purchase.title or sheet.translation.say("Untitled purchase"),
        kind=kind,
        subject=subject,
        language=sheet.language.value,
        date=sheet.day,
        wording=wording(sheet.translation),
        organisation=purchase.organisation,
        author=purchase.buyer or purchase.organisation,
        reference=purchase.reference,
        version=sheet.edition.version,
        draft=sheet.edition.draft,
        identity=identity(sheet),
        summary=summary,
        facts=tuple(facts),
        blocks=tuple(blocks),
        fillable=fillable,
        logo=sheet.profile.logo,
    )


def group_names(sheet: Sheet) -> str:
    """Name the purchase's product groups."""
    groups = sheet.catalog.groups
    return ", ".join(groups[one].names[sheet.language.value] for one in sheet.purchase.groups if one in groups)


def contract_facts(sheet: Sheet) -> Iterator[Fact]:
    """Say what is bought, from whom, for how much and for how long, as far as it is known."""
    say, formats, facts = sheet.translation.say, sheet.translation.formats, sheet.purchase.facts
    if groups := group_names(sheet):
        yield Fact(say("Product groups"), groups)
    if sheet.purchase.supplier:
        yield Fact(say("Supplier"), sheet.purchase.supplier)
    if (value := facts.number("value")) is not None:
        yield Fact(say("Estimated value"), formats.money(value, sheet.purchase.country.currency))
    if months := facts.number("contract-months"):
        yield Fact(say("Length"), sheet.translation.count("{n} month", "{n} months", int(months)))
    if sheet.purchase.buyer:
        yield Fact(say("Responsible"), sheet.purchase.buyer)
