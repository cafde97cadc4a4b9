"""The light rows that lists of purchases are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kravkompass.catalog.terms import Country, RiskLevel, Severity
    from kravkompass.followup.contract import Classification
    from kravkompass.followup.ladder import Step


@dataclass(frozen=True, slots=True)
class PurchaseRow:
    """A purchase as a list shows it: not opened, with the number of decisions.

    ``chosen`` counts the requirements that stand on the list, adapted ones included. Times are ISO texts in UTC;
    ``deleted`` is empty unless the purchase is in the trash. ``contract`` is the id of the contract it has become, the one signed last;
    empty when it has become none.
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
    contract: str = ""


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract as a list shows it. Days are ISO texts, empty when not known.

    ``requirements`` counts the frozen requirements, ``checked`` those of them somebody has looked at; ``next_day`` is that of the
    earliest activity that is neither done nor dropped, also when it has passed. ``risk`` is the greatest of its risks, ``deviations``
    counts the open ones.
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
    risk: RiskLevel
    deviations: int


@dataclass(frozen=True, slots=True)
class HoursOfYear:
    """The buyer's minutes for activities in a calendar year: planned, done ones included, and used on those that are done.

    Where nobody wrote down how long something took, the planned minutes count.
    """

    year: int
    planned: int
    used: int


@dataclass(frozen=True, slots=True)
class DeviationCount:
    """So many deviations of a severity that have come to a step of the ladder (None: no step yet), open or closed."""

    severity: Severity
    step: Step | None
    open: bool
    number: int


@dataclass(frozen=True, slots=True)
class OverviewSums:
    """What the contracts come to together: hours by year, the deviations that are open or were found or closed in the year."""

    hours: tuple[HoursOfYear, ...]
    deviations: tuple[DeviationCount, ...]


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template as a list shows it: how many requirements it has chosen, and how many lots. ``changed`` is an ISO text in UTC."""

    id: str
    name: str
    country: Country
    chosen: int
    lots: int
    changed: str
