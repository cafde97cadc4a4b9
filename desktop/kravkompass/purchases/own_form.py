"""An own requirement as it stands in a purchase file or a profile file: field by field, with every bound. ``exchange_own`` reads and writes it."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct
from msgspec import field as msgspec_field

from kravkompass.catalog.terms import (
    Country,
    Effort,
    Fulfilled,
    Interval,
    Kind,
    Level,
    Method,
    ParameterType,
    Place,
    RiskArea,
    RiskLevel,
    Severity,
    Stage,
    Theme,
    Who,
)
from kravkompass.language import Language
from kravkompass.purchases.form_types import CONTROL, Id, Line, Time

MOST_OWN = 1_000
MOST_MINUTES = 100_000
MOST_MONTHS = 600
OwnId: TypeAlias = Annotated[str, Meta(max_length=12, pattern=r"^OWN-[0-9]{3,6}\Z")]
Key: TypeAlias = Annotated[str, Meta(min_length=1, max_length=36, pattern=r"^[A-Za-z0-9-]*\Z")]
OwnWords: TypeAlias = Annotated[str, Meta(max_length=10_000, pattern=rf"^[^{CONTROL}]*\Z")]
Name: TypeAlias = Annotated[str, Meta(max_length=60, pattern=r"^[a-z0-9-]+\Z")]


class OwnTextsForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """The texts in one language."""

    title: Annotated[str, Meta(max_length=300, pattern=rf"^[^\n{CONTROL}]*\Z")]
    demand: OwnWords
    why: OwnWords = ""
    evidence: OwnWords = ""
    follow_up: OwnWords = ""
    question: OwnWords = ""
    met: OwnWords = ""
    partly: OwnWords = ""
    not_met: OwnWords = ""


class OwnFollowUpForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """How it is followed up. ``minutes`` are the buyer's, each time."""

    stage: Stage
    method: Method
    interval: Interval
    who: Who
    minutes: Annotated[int, Meta(ge=0, le=MOST_MINUTES)]
    supplier_effort: Effort
    severity: Severity
    first_after_months: Annotated[int, Meta(ge=0, le=MOST_MONTHS)] = 0


class OwnValueForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """A value to fill in. A default that is a text and one that is a number are fields of their own.

    The bounds of the numbers are looked at in code, as for every number that may be left out.
    """

    name: Name
    type: ParameterType
    number: float | None = None
    words: OwnWords = ""
    least: float | None = None
    most: float | None = None
    unit: Annotated[str, Meta(max_length=40)] = ""
    labels: dict[Language, OwnWords] = {}


class OwnConditionForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """A condition: about a fact, with the answers it wants or a bound; or about an area of risk, with the least level."""

    fact: Annotated[str, Meta(max_length=100, pattern=r"^[a-z0-9-]*\Z")] = ""
    risk: RiskArea | None = None
    answers: Annotated[list[Id], Meta(max_length=10)] = msgspec_field(name="is", default_factory=list)
    at_least: float | None = None
    less_than: float | None = None
    risk_level: RiskLevel | None = None


class OwnForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """An own requirement. ``key`` tells it from another with the same id; ``standard`` counts in a profile file only."""

    id: OwnId
    key: Key
    revision: Annotated[int, Meta(ge=1, le=1_000_000)]
    country: Country
    kind: Kind
    level: Level
    theme: Theme
    product_groups: Annotated[list[Id], Meta(min_length=1, max_length=500)]
    texts: Annotated[dict[Language, OwnTextsForm], Meta(min_length=1)]
    follow_up: OwnFollowUpForm
    place: Annotated[list[Place], Meta(min_length=1, max_length=10)]
    fulfilled: Fulfilled
    about: Id
    values: Annotated[list[OwnValueForm], Meta(max_length=50)] = []
    when: Annotated[list[OwnConditionForm], Meta(max_length=100)] = []
    labels: Annotated[list[Id], Meta(max_length=100)] = []
    written_by: Line = ""
    written_at: Time = ""
    organisation: Line = ""
    standard: bool = False


OwnForms: TypeAlias = Annotated[list[OwnForm], Meta(max_length=MOST_OWN)]
