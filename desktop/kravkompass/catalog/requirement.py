"""What a requirement is, and what surrounds it. Values only: nothing here reads a file or a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kravkompass.catalog.condition import ALWAYS, Condition
from kravkompass.catalog.terms import (
    Confidence,
    Country,
    Effort,
    Fulfilled,
    Interval,
    Kind,
    Level,
    Method,
    ParameterType,
    Place,
    Priority,
    PurchaseType,
    Severity,
    Stage,
    Stricter,
    Theme,
    Who,
)


@dataclass(frozen=True, slots=True)
class Texts:
    """A requirement's texts in one language. ``demand`` and ``evidence`` are for the tender documents, the rest for the buyer."""

    title: str
    demand: str
    why: str
    evidence: str
    follow_up: str
    question: str
    met: str
    partly: str
    not_met: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value the buyer fills in. Bounds are in the parameter's own unit (percent, days, SEK or NOK ex VAT …)."""

    name: str
    type: ParameterType
    default: str | int | float | None = None
    min: float | None = None
    max: float | None = None
    unit: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from. ``date`` is the source's own date, ``seen`` the day it was checked."""

    id: str
    title: str
    publisher: str
    address: str
    date: str
    seen: str
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label or standard that is accepted as proof, never demanded."""

    id: str
    names: Mapping[str, str]
    type_i: bool = False


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How a requirement is checked after the signature. ``minutes`` are the buyer's, each time."""

    stage: Stage
    method: Method
    interval: Interval
    who: Who
    minutes: int
    supplier_effort: Effort
    severity: Severity
    first_after_months: int = 0


@dataclass(frozen=True, slots=True)
class Codes:
    """What the requirement means for the notice: eForms BT-774, 775, 776, 754, 805; UN goals; Swedish environmental objectives."""

    environment: frozenset[str] = frozenset()
    social: frozenset[str] = frozenset()
    innovation: frozenset[str] = frozenset()
    accessibility: frozenset[str] = frozenset()
    green: str = ""
    sdg: frozenset[int] = frozenset()
    environmental_objectives: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Relations:
    """How a requirement stands to others, by id."""

    replaces: tuple[str, ...] = ()
    adds_to: tuple[str, ...] = ()
    exceeds: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    repeat_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """A fact taken from elsewhere than the requirement's own country."""

    taken_from: str
    via: str


@dataclass(frozen=True, slots=True)
class Written:
    """Who wrote a requirement that is a municipality's own, for which organisation, and when (ISO time).

    ``key`` is a UUID: it tells the requirement from another municipality's with the same id.
    """

    key: str
    by: str = ""
    at: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement, of the catalog or a municipality's own, with its texts in every language it is written in.

    ``stricter`` says for a parameter which way is stricter, where the wording says so; nothing for the others, which people compare.
    """

    id: str
    revision: int
    country: Country
    area: str
    kind: Kind
    level: Level
    priority: Priority
    theme: Theme
    feature: str
    groups: frozenset[str]
    texts: Mapping[str, Texts]
    follow_up: FollowUp
    confidence: Confidence
    place: frozenset[Place]
    fulfilled: Fulfilled
    when: Condition = ALWAYS
    parameters: tuple[Parameter, ...] = ()
    labels: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    relations: Relations = field(default_factory=Relations)
    codes: Codes = field(default_factory=Codes)
    national_id: str = ""
    origin: Origin | None = None
    statutory: bool = False
    common_practice: bool = False
    duty: str = ""
    retired: bool = False
    replaced_by: str = ""
    written: Written | None = None
    stricter: Mapping[str, Stricter] = field(default_factory=dict)

    @property
    def is_own(self) -> bool:
        """Whether a municipality wrote it itself; it is then in no catalog and has no national id and no source."""
        return self.written is not None

    def parameter(self, name: str) -> Parameter | None:
        """Give a parameter by name."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)


@dataclass(frozen=True, slots=True)
class ProductGroup:
    """Something municipalities buy. An area has no area of its own; a group stands under one."""

    id: str
    names: Mapping[str, str]
    area: str = ""
    type: PurchaseType = PurchaseType.GOODS
    cpv: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A situation question, in every language."""

    id: str
    kind: str
    ask: Mapping[str, str]
    why: Mapping[str, str]
    countries: frozenset[Country] = frozenset(Country)
    always: bool = False
    when: Condition = ALWAYS
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
