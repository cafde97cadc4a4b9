"""What every document about a purchase says of itself: whose it is, which purchase and list it belongs to, and when it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.documents.outline import Cell, Document, Fact, Paragraph, joined
from kravkompass.documents.sheet import Sheet, identity
from kravkompass.documents.wording import wording
from kravkompass.guidance.saying import said_lot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kravkompass.documents.outline import Block, Text


def document(
    sheet: Sheet, kind: str, subject: str, blocks: Iterable[Block], *, summary: Text = "", facts: Iterable[Fact] = (),
    fillable: bool = False,
) -> Document:
    """Give a document about the sheet's purchase, or about one of its lots."""
    purchase = sheet.purchase
    return Document(
        title=purchase.title or sheet.translation.say("Untitled purchase"),
        kind=joined((kind, said_lot(purchase, sheet.lot, sheet.translation) if sheet.lot else "")),
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
    """Name the product groups of the purchase or the lot."""
    return named_groups(sheet, sheet.groups)


def named_groups(sheet: Sheet, names: Iterable[str]) -> str:
    """Name product groups in the language of the document."""
    groups = sheet.catalog.groups
    return ", ".join(groups[one].names[sheet.language.value] for one in names if one in groups)


def lots_named(sheet: Sheet) -> Iterator[Fact]:
    """Name the lots of the purchase; nothing without lots, or in a document about one of them."""
    if sheet.says_lots:
        said = (Paragraph(said_lot(sheet.purchase, lot, sheet.translation)) for lot in sheet.purchase.lots)
        yield Fact(sheet.translation.say("Lots"), Cell(tuple(said)))


def contract_facts(sheet: Sheet) -> Iterator[Fact]:
    """Say what is bought, from whom, for how much and for how long, as far as it is known."""
    say, formats, facts = sheet.translation.say, sheet.translation.formats, sheet.purchase.facts
    if groups := group_names(sheet):
        yield Fact(say("Product groups"), groups)
    yield from lots_named(sheet)
    if sheet.purchase.supplier:
        yield Fact(say("Supplier"), sheet.purchase.supplier)
    if (value := sheet.value) is not None:
        yield Fact(say("Estimated value"), formats.money(value, sheet.purchase.country.currency))
    if months := facts.number("contract-months"):
        yield Fact(say("Length"), sheet.translation.count("{n} month", "{n} months", int(months)))
    if sheet.purchase.buyer:
        yield Fact(say("Responsible"), sheet.purchase.buyer)


def contact_facts(sheet: Sheet) -> Iterator[Fact]:
    """Say whom the supplier can turn to, as the municipality's profile names them: role, name, e-mail and telephone."""
    for one in sheet.profile.contacts:
        said = ", ".join(part for part in (one.name, one.email, one.telephone) if part)
        yield Fact(one.role or sheet.translation.say("Contact"), said)
