"""The light rows that lists of purchases are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kravkompass.catalog.terms import Country


@dataclass(frozen=True, slots=True)
class PurchaseRow:
    """A purchase as a list shows it: not opened, with the number of decisions.

    ``chosen`` counts the requirements that stand on the list, adapted ones included. Times are ISO texts in UTC;
    ``deleted`` is empty unless the purchase is in the trash.
    """

    id: str
    country: Country
    title: str
    organisation: str
    reference: str
    page: str
    example: str
    created: str
    changed: str
    deleted: str
    chosen: int
    left_out: int
