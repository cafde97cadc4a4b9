"""The requirement list by lot: what holds for all lots, then a part for each lot with what holds for it besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.documents.front import document, group_names, named_groups
from kravkompass.documents.outline import (
    Block,
    Column,
    Document,
    Fact,
    Manner,
    Paragraph,
    Row,
    Section,
    Table,
    Together,
)
from kravkompass.documents.requirement_list import by_kind, how_to_read, requirement_list, sources_of
from kravkompass.guidance.lots import number_of, rows_of
from kravkompass.guidance.saying import said_lot

if TYPE_CHECKING:
    from kravkompass.documents.sheet import Sheet
    from kravkompass.guidance.purchase import Lot


def list_by_lot(sheet: Sheet) -> Document:
    """Give the list with a part for each lot; the plain list for a purchase without lots, and for one lot of it."""
    if not sheet.says_lots:
        return requirement_list(sheet)
    say = sheet.translation.say
    common = [row for row in sheet.rows if not row.lots]
    blocks: list[Block] = [Together((how_to_read(sheet),)), _overview(sheet)]
    if common:
        lead = Paragraph(say("These hold whichever lot a tender is about."), Manner.LEAD)
        blocks.append(Section(say("Requirements for all lots"), (lead, *by_kind(sheet, common))))
    blocks += [_part(sheet, lot, has_common=bool(common)) for lot in sheet.purchase.lots]
    count = sheet.translation.count("{n} requirement", "{n} requirements", len(sheet.rows))
    return document(
        sheet,
        say("Requirement list by lot"),
        say("Sustainability requirements for the tender documents"),
        (*blocks, sources_of(sheet)) if sheet.rows else blocks,
        summary=sheet.purchase.description,
        facts=(Fact(say("Product groups"), group_names(sheet)), Fact(say("Extent"), count)),
    )


def _overview(sheet: Sheet) -> Section:
    """Give the lots with what is bought in each, its value, and how many requirements hold for it."""
    say, formats, purchase = sheet.translation.say, sheet.translation.formats, sheet.purchase
    columns = [Column(say("Lot"), 0.6), Column(say("Title"), 2.4), Column(say("Product groups"), 2.6)]
    valued = any(lot.value is not None for lot in purchase.lots)
    if valued:
        columns.append(Column(say("Estimated value"), 1.3, numeric=True))
    rows = []
    for lot in purchase.lots:
        money = (formats.money(lot.value, purchase.country.currency) if lot.value is not None else "",) if valued else ()
        cells = (str(number_of(purchase, lot)), lot.title, named_groups(sheet, lot.groups), *money)
        rows.append(Row((*cells, formats.number(len(rows_of(lot, sheet.rows))))))
    table = Table((*columns, Column(say("Requirements"), 1, numeric=True)), tuple(rows), summary=say("The lots of the purchase"))
    return Section(say("Lots"), (table,))


def _part(sheet: Sheet, lot: Lot, *, has_common: bool) -> Section:
    say = sheet.translation.say
    own = [row for row in rows_of(lot, sheet.rows) if row.lots]
    lead = say("Besides the requirements for all lots, these hold for this lot.") if has_common else say("These hold for this lot.")
    if not own:
        lead = say("Only the requirements for all lots hold for this lot.") if has_common else say("No requirement holds for this lot.")
    title = said_lot(sheet.purchase, lot, sheet.translation)
    return Section(title, (Paragraph(lead, Manner.LEAD), *by_kind(sheet, own)), new_page=True)
