"""The light rows that lists of purchases are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kravkompass.catalog.terms import Country
    from kravkompass.followup.contract import Classification


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


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract as a list shows it. Days are ISO texts, empty when not known.

    ``requirements`` counts the frozen requirements, ``checked`` those of them somebody has looked at; ``next_day`` is that of the
    earliest activity that is neither done nor dropped, also when it has passed.
    """

    id: str
    country: Country
    title: str
    reference: str
    organisation: str
    start: str
    months: int
    classification: Classification
    ended: str
    deleted: str
    suppliers: tuple[str, ...]
    requirements: int
    checked: int
    next_day: str


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template as a list shows it: how many requirements it has chosen, and how many lots. ``changed`` is an ISO text in UTC."""

    id: str
    name: str
    country: Country
    chosen: int
    lots: int
    changed: str
