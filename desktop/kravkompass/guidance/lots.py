"""Lots: which of a purchase's requirements hold for which of its lots. A purchase without lots is one whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kravkompass.catalog.requirement import ProductGroup, Requirement
from kravkompass.guidance.findings import Finding, Found, Weight
from kravkompass.guidance.listing import Listed
from kravkompass.guidance.lot_answers import is_ruled_out
from kravkompass.guidance.purchase import Decision, Lot, Purchase
from kravkompass.guidance.situation import with_areas

if TYPE_CHECKING:
    from kravkompass.guidance.guide import Guide

ALL_GROUPS = "all"

Groups = Mapping[str, ProductGroup]


def groups_of(lots: Iterable[Lot]) -> tuple[str, ...]:
    """Give the product groups of all lots, each once, in the order of the lots."""
    return tuple(dict.fromkeys(group for lot in lots for group in lot.groups))


def divided(purchase: Purchase, lots: Sequence[Lot]) -> Purchase:
    """Give the purchase with these lots; its product groups become theirs. Without lots it keeps the groups it has."""
    return replace(purchase, lots=tuple(lots), groups=groups_of(lots) if lots else purchase.groups)


def number_of(purchase: Purchase, lot: Lot) -> int:
    """Give a lot's number: its place among the lots, from 1."""
    return [one.id for one in purchase.lots].index(lot.id) + 1


def fits(requirement: Requirement, lot: Lot, groups: Groups) -> bool:
    """Whether a requirement is about what the lot buys; one about everything fits every lot."""
    held = with_areas(lot.groups, groups)
    return any(group == ALL_GROUPS or group in held for group in requirement.groups)


def fitting(requirement: Requirement, purchase: Purchase, groups: Groups) -> tuple[Lot, ...]:
    """Give the lots a requirement fits and what was answered for them does not rule it out.

    All of them for one that fits none, so that it is never silently lost.
    """
    about = tuple(lot for lot in purchase.lots if fits(requirement, lot, groups))
    return tuple(lot for lot in about if not is_ruled_out(requirement, lot, purchase)) or about or purchase.lots


def lots_of(requirement: Requirement, decision: Decision | None, purchase: Purchase, groups: Groups) -> tuple[Lot, ...]:
    """Give the lots a requirement holds for: those it fits, or the ones among them that the buyer has limited it to."""
    fit = fitting(requirement, purchase, groups)
    limited = decision.lots if decision is not None else ()
    return tuple(lot for lot in fit if lot.id in limited) or fit


def holds_for_all(requirement: Requirement, decision: Decision | None, purchase: Purchase, groups: Groups) -> bool:
    """Whether a requirement holds for every lot; always so in a purchase without lots."""
    return lots_of(requirement, decision, purchase, groups) == purchase.lots


def in_lots(rows: Iterable[Listed], purchase: Purchase, groups: Groups) -> tuple[Listed, ...]:
    """Give the rows of a purchase's list, each told which lots alone it holds for."""
    return tuple(replace(row, lots=_only(row, purchase, groups)) for row in rows) if purchase.lots else tuple(rows)


def _only(row: Listed, purchase: Purchase, groups: Groups) -> tuple[str, ...]:
    lots = lots_of(row.requirement, row.decision, purchase, groups)
    return () if lots == purchase.lots else tuple(lot.id for lot in lots)


def rows_of(lot: Lot, rows: Iterable[Listed]) -> tuple[Listed, ...]:
    """Give a lot's own list: the rows of the purchase's list that hold for it, in the same order."""
    return tuple(row for row in rows if not row.lots or lot.id in row.lots)


def review_lots(guide: Guide, _rows: Sequence[Listed]) -> Iterator[Finding]:
    """Look the lots over: a lot that buys nothing, and values that do not add up to the purchase's."""
    purchase = guide.purchase
    for lot in purchase.lots:
        if not any(group in guide.picture.groups for group in lot.groups):
            yield Finding(Found.LOT_WITHOUT_GROUPS, Weight.WARNING, "groups", values={"n": str(number_of(purchase, lot))})
    parts = [lot.value for lot in purchase.lots if lot.value is not None]
    whole = purchase.facts.number("value")
    if purchase.lots and whole is not None and len(parts) == len(purchase.lots) and sum(parts) != whole:
        yield Finding(Found.LOT_VALUES, Weight.HINT, "groups")
