"""The supply chain behind a contract: who stands behind whom, what is not told, and what has been asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kravkompass.errors import KnownError
from kravkompass.followup.contract import Supplier
from kravkompass.language import text

AHEAD = 90
"""Days before a certificate runs out that it is told of."""


class Role(StrEnum):
    """What somebody in the chain does, from the raw material to the work on the spot."""

    RAW_MATERIAL = "raw-material"
    PROCESSING = "processing"
    MANUFACTURE = "final-manufacture"
    TRADE = "trade"
    TRANSPORT = "transport"
    SUBCONTRACTOR = "subcontractor"
    STAFFING = "staffing"

    @property
    def step(self) -> str:
        """The step of the published risk levels it belongs to; empty for one they say nothing about."""
        return self.value if self in MAKING else ""


    @property
    def makes(self) -> bool:
        """Whether something is made or done here that a product group's published risk can be about; not at who sells or carries."""
        return self not in {Role.TRADE, Role.TRANSPORT}


MAKING = (Role.RAW_MATERIAL, Role.PROCESSING, Role.MANUFACTURE)
"""The roles in which something is grown, dug or made, at a site that can be named."""


class Told(StrEnum):
    """How one has come to know of a link."""

    TENDER = "tender"
    SUPPLIER = "supplier"
    SELF_REPORT = "self-report"
    CERTIFICATE = "certificate"
    CHECK = "check"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate somebody holds: what it is called, its number, and the last day it is valid."""

    name: str
    number: str = ""
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class ChainLink:
    """Somebody in the chain behind a supplier of a contract: a sub-supplier, or one of its sites.

    ``parent`` is the id of the link it delivers to; empty for one that delivers to the supplier itself. ``unknown`` is set for a link
    that must be there but that nobody has told of. ``country`` is an ISO 3166 code; empty when it is not known. ``group`` is a
    product group of the catalog. ``told`` says who told of it, ``told_on`` when.
    """

    id: str
    contract: str
    supplier: str
    parent: str = ""
    name: str = ""
    role: Role = Role.MANUFACTURE
    unknown: bool = False
    number: str = ""
    """The organisation number, as it is written in its country."""
    country: str = ""
    site: str = ""
    product: str = ""
    group: str = ""
    certificates: tuple[Certificate, ...] = ()
    told: Told = Told.SUPPLIER
    told_on: date | None = None
    note: str = ""


class ChainCircleError(KnownError):
    """A link would come to stand behind itself. Value: name."""

    sentence = text("“{name}” cannot stand behind itself in the chain. Choose another one that it delivers to.")


@dataclass(frozen=True, slots=True)
class Placed:
    """A link with its tier: 1 for one that delivers to the supplier itself."""

    link: ChainLink
    tier: int


def in_order(links: Sequence[ChainLink]) -> tuple[Placed, ...]:
    """Give the links as they stand behind each other, each before those behind it; by name where they stand side by side.

    One whose parent is gone stands directly behind the supplier. Raises ChainCircleError.
    """
    known = {link.id for link in links}
    below: dict[str, list[ChainLink]] = {}
    for link in sorted(links, key=lambda one: (one.unknown, one.name.casefold(), one.id)):
        below.setdefault(link.parent if link.parent in known else "", []).append(link)
    placed: list[Placed] = []
    waiting = [Placed(link, 1) for link in reversed(below.get("", ()))]
    while waiting:
        here = waiting.pop()
        placed.append(here)
        waiting += [Placed(link, here.tier + 1) for link in reversed(below.get(here.link.id, ()))]
    if len(placed) < len(links):
        reached = {one.link.id for one in placed}
        raise ChainCircleError(name=next(link.name or link.product for link in links if link.id not in reached))
    return tuple(placed)


def behind(links: Sequence[ChainLink], link: ChainLink) -> tuple[ChainLink, ...]:
    """Give all that stand behind a link, near or far."""
    found: dict[str, ChainLink] = {}
    nearest = {link.id}
    while nearest:
        here = {one.id: one for one in links if one.parent in nearest and one.id not in found and one.id != link.id}
        found |= here
        nearest = set(here)
    return tuple(found.values())


def check_place(links: Sequence[ChainLink], link: ChainLink) -> None:
    """Refuse a link that would stand behind itself. Raises ChainCircleError."""
    if link.id and link.parent in {link.id, *(one.id for one in behind(links, link))}:
        raise ChainCircleError(name=link.name or link.product)


def moved_up(links: Sequence[ChainLink], gone: ChainLink) -> tuple[ChainLink, ...]:
    """Give those directly behind a link as they stand when it is taken away: behind whom it stood behind."""
    return tuple(replace(one, parent=gone.parent) for one in links if one.parent == gone.id)


class Gap(StrEnum):
    """What has not been told."""

    NOTHING = "nothing"
    WHO = "who"
    COUNTRY = "country"
    SITE = "site"
    FURTHER_BACK = "further-back"


@dataclass(frozen=True, slots=True)
class Undisclosed:
    """Something that has not been told: what, in the chain of which supplier, and about which link (none for the whole chain)."""

    gap: Gap
    supplier: str
    link: str = ""


def undisclosed(links: Sequence[ChainLink], suppliers: Sequence[Supplier]) -> tuple[Undisclosed, ...]:
    """Give what has not been told about the chains of some suppliers, in the order of the chain."""
    found: list[Undisclosed] = []
    for supplier in suppliers:
        own = [link for link in links if link.supplier == supplier.id]
        if not own:
            found.append(Undisclosed(Gap.NOTHING, supplier.id))
        parents = {link.parent for link in own}
        for placed in in_order(own):
            found += [Undisclosed(gap, supplier.id, placed.link.id) for gap in _gaps(placed.link, is_last=placed.link.id not in parents)]
    return tuple(found)


def _gaps(link: ChainLink, *, is_last: bool) -> Iterator[Gap]:
    if link.unknown:
        yield Gap.WHO
    if not link.country:
        yield Gap.COUNTRY
    if link.role in MAKING and not link.site and not link.unknown:
        yield Gap.SITE
    if is_last and link.role in {Role.PROCESSING, Role.MANUFACTURE, Role.TRADE}:
        yield Gap.FURTHER_BACK


@dataclass(frozen=True, slots=True)
class RunningOut:
    """A certificate that runs out, or has run out, with the days left: fewer than 0 when it is over."""

    link: ChainLink
    certificate: Certificate
    days: int


def running_out(links: Sequence[ChainLink], today: date, ahead: int = AHEAD) -> tuple[RunningOut, ...]:
    """Give the certificates that run out within some days, the first one first."""
    found = [
        RunningOut(link, one, (one.valid_to - today).days) for link in links for one in link.certificates if one.valid_to is not None
    ]
    return tuple(sorted((one for one in found if one.days <= ahead), key=lambda one: (one.days, one.link.name)))


def contracted_tiers(links: Sequence[ChainLink]) -> Mapping[str, int]:
    """Give the tier of each subcontractor, counting subcontractors only: who sells goods or hires people out makes no tier.

    That is how the Norwegian limit for works and cleaning is counted (FOA §§ 8-13 and 19-3).
    """
    tiers: dict[str, int] = {}
    for placed in in_order(links):
        above = tiers.get(placed.link.parent, 0)
        tiers[placed.link.id] = above + (placed.link.role is Role.SUBCONTRACTOR)
    return {link.id: tiers[link.id] for link in links if link.role is Role.SUBCONTRACTOR}


class RequestOutcome(StrEnum):
    """What came of a request."""

    WAITING = "waiting"
    TOLD = "told"
    PARTLY = "partly"
    REFUSED = "refused"
    NO_ANSWER = "no-answer"


@dataclass(frozen=True, slots=True)
class DisclosureRequest:
    """A request to a supplier to tell of its chain: when it was asked, about what, by when, and what came of it.

    ``links`` are ids of the links it is about; empty for the whole chain. ``evidence`` is the id of the answer, kept as evidence.
    """

    id: str
    contract: str
    supplier: str
    asked: date
    about: str = ""
    links: tuple[str, ...] = ()
    due: date | None = None
    answered: date | None = None
    outcome: RequestOutcome = RequestOutcome.WAITING
    evidence: str = ""
    note: str = ""

    def is_late(self, today: date) -> bool:
        """Whether the answer should have come."""
        return self.outcome is RequestOutcome.WAITING and self.due is not None and self.due < today
