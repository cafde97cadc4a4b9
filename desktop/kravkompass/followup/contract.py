"""A signed contract: its suppliers, its time, and the requirements frozen as they stood when it was signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kravkompass.catalog.requirement import FollowUp, Texts
from kravkompass.catalog.terms import Country, Kind, Level, RiskArea, RiskLevel, Theme
from kravkompass.guidance.listing import STAND_INS
from kravkompass.language import Language


class Classification(StrEnum):
    """How much follow-up a contract is worth among all the municipality's contracts.

    After SKR's advice of 2024: some 10 % critical or large, 30 % medium, 60 % small.
    """

    CRITICAL = "critical"
    MEDIUM = "medium"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody at the supplier, in their role at work."""

    name: str
    role: str = ""
    email: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Extension:
    """A right to prolong the contract: for so many months, used or not, with the reason for the decision."""

    months: int
    used: bool | None = None
    decided: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract from its signing to its end.

    ``purchase`` is the id of the purchase it came from (empty when it came from elsewhere), ``value`` SEK or NOK ex VAT over the
    whole contract, ``checksum`` that of the list as exported. ``notice`` is how many months before the end an extension must be called
    for at the latest; 0 when not said. ``hours`` are what the buyer sets aside for it each year; 0 when not
    said. ``ended`` is the day it ended before its time. ``deleted`` is the time it was put in the trash.
    """

    id: str
    country: Country
    title: str
    purchase: str = ""
    reference: str = ""
    organisation: str = ""
    responsible: str = ""
    language: str = ""
    signed: date | None = None
    start: date | None = None
    months: int = 24
    extensions: tuple[Extension, ...] = ()
    notice: int = 0
    value: float | None = None
    lots: Mapping[str, str] = field(default_factory=dict)
    """The lots' titles by number; empty when there are none."""
    checksum: str = ""
    classification: Classification = Classification.SMALL
    classification_reason: str = ""
    risks: Mapping[RiskArea, RiskLevel] = field(default_factory=dict)
    hours: int = 0
    ended: date | None = None
    ended_reason: str = ""
    created: str = ""
    deleted: str = ""

    @property
    def contract(self) -> str:
        """Its own id, as for everything that belongs to it."""
        return self.id

    @property
    def months_in_force(self) -> int:
        """The contract's months with the extensions that have been used."""
        return self.months + sum(one.months for one in self.extensions if one.used)


@dataclass(frozen=True, slots=True)
class Supplier:
    """A supplier of a contract. ``lots`` are the numbers of the lots it delivers; empty for all of them."""

    id: str
    contract: str
    name: str
    number: str = ""
    """The organisation number, as the supplier writes it."""
    contacts: tuple[Contact, ...] = ()
    lots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrozenRequirement:
    """A requirement as it was agreed: its number on the list, its id and revision, and its texts with values filled in, by language.

    ``lots`` are the numbers of the lots it holds for; empty for all of them. ``feature`` is what it is about, the same for every level of
    it, and ``values`` are the parameters as they were filled in, by name: with both it can be compared with what others have agreed.
    """

    id: str
    contract: str
    number: str
    requirement: str
    revision: int
    kind: Kind
    theme: Theme
    level: Level
    texts: Mapping[str, Texts]
    follow_up: FollowUp
    statutory: bool = False
    lots: tuple[str, ...] = ()
    feature: str = ""
    values: Mapping[str, str | int | float] = field(default_factory=dict)

    def holds_for(self, supplier: Supplier) -> bool:
        """Whether the supplier has promised to meet it."""
        return not self.lots or not supplier.lots or bool(set(self.lots) & set(supplier.lots))


def texts_in(requirement: FrozenRequirement, wanted: Language) -> tuple[str, Texts]:
    """Give a requirement's texts with their language: the wanted one, or the one that stands in for it."""
    order = (*STAND_INS[wanted.value], *requirement.texts)
    language = next(one for one in order if one in requirement.texts)
    return language, requirement.texts[language]
