"""The exchange form of a purchase as it stands in a file: field by field, with every bound. ``exchange`` reads and writes it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from kravkompass.catalog.terms import Country, RiskArea, RiskLevel
from kravkompass.guidance.purchase import Verdict
from kravkompass.language import Language
from kravkompass.purchases.form_types import Code, Cpv, Id, Line, Time, Words
from kravkompass.purchases.own_form import OwnForms
from kravkompass.purchases.taken_form import MOST_TAKEN, TakenForm

FORMAT = "kravkompass-purchase"
VERSION = 2
FIRST_VERSION = 1
"""What is written when nothing stands in the file that an older program could not read."""
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes: room for some ten thousand decisions with wordings of their own."""
MOST_LOTS = 200


class DecisionForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """A decision. The ``values`` are looked at one by one, so that a fault can be told with its name."""

    requirement: Id
    revision: Annotated[int, Meta(ge=1, le=1_000_000)]
    verdict: Verdict
    values: Annotated[dict[Id, object], Meta(max_length=200)] = {}
    reason_code: Code = ""
    reason: Words = ""
    wording: dict[Language, Words] = {}
    decided_by: Line = ""
    decided_at: Time = ""
    lots: Annotated[list[Id], Meta(max_length=MOST_LOTS)] = []
    taken_from: Line = ""


class LotForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """A lot; its number is its place."""

    id: Id
    title: Line = ""
    product_groups: Annotated[list[Id], Meta(max_length=500)] = []
    value: int | float | None = None


class RiskForm(Struct, frozen=True, forbid_unknown_fields=True):
    """The buyer's own view of a risk area."""

    area: RiskArea
    level: RiskLevel
    reason: Words


class PurchaseForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """A purchase. ``decisions`` left out means that nothing was decided yet; an empty list, that nothing was chosen."""

    format: str
    version: Annotated[int, Meta(ge=FIRST_VERSION, le=VERSION)]
    country: Country
    title: Line
    description: Words = ""
    organisation: Line = ""
    reference: Line = ""
    buyer: Line = ""
    supplier: Line = ""
    product_groups: Annotated[list[Id], Meta(max_length=500)] = []
    lots: Annotated[list[LotForm], Meta(max_length=MOST_LOTS)] = []
    cpv_codes: Annotated[list[Cpv], Meta(max_length=500)] = []
    answers: Annotated[dict[Id, object], Meta(max_length=1_000)] = {}
    answers_from: Annotated[dict[Id, Line], Meta(max_length=1_000)] = {}
    decisions: list[DecisionForm] | None = None
    own_requirements: OwnForms = []
    taken_requirements: Annotated[list[TakenForm], Meta(max_length=MOST_TAKEN)] = []
    risks: Annotated[list[RiskForm], Meta(max_length=100)] = []
    created: Time = ""
    changed: Time = ""
