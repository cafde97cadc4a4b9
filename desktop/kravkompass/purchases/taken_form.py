"""A national requirement as a purchase took it, as it stands in a purchase file: everything it says, so that a later catalog changes nothing.

When it is proposed is left to the catalog: what has been decided is decided.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from kravkompass.catalog.terms import Confidence, Fulfilled, Kind, Level, Place, Priority, Stricter, Theme
from kravkompass.language import Language
from kravkompass.purchases.form_types import Code, Id, Line
from kravkompass.purchases.own_form import OwnFollowUpForm, OwnTextsForm, OwnValueForm

MOST_TAKEN = 5_000
_Codes: TypeAlias = Annotated[list[Code], Meta(max_length=100)]
_Ids: TypeAlias = Annotated[list[Id], Meta(max_length=500)]
_Goals: TypeAlias = Annotated[list[Annotated[int, Meta(ge=1, le=100)]], Meta(max_length=50)]
_Source: TypeAlias = Annotated[str, Meta(max_length=100, pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]*\Z")]
_Short: TypeAlias = Annotated[str, Meta(max_length=300, pattern=r"^[^\n\x00-\x1f]*\Z")]


class TakenCodesForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """What it means for the notice."""

    environment: _Codes = []
    social: _Codes = []
    innovation: _Codes = []
    accessibility: _Codes = []
    green: Code = ""
    sdg: _Goals = []
    environmental_objectives: _Goals = []


class TakenOriginForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """Where a fact was taken from, when not from the requirement's own country."""

    taken_from: Code
    via: Line = ""


class TakenRelationsForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """How it stands to others, by id."""

    replaces: _Ids = []
    adds_to: _Ids = []
    exceeds: _Ids = []
    excludes: _Ids = []
    repeat_as: _Ids = []


class TakenForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """A national requirement in the revision that was decided about."""

    id: Id
    revision: Annotated[int, Meta(ge=1, le=1_000_000)]
    area: Id
    kind: Kind
    level: Level
    priority: Priority
    theme: Theme
    about: Id
    product_groups: _Ids
    texts: Annotated[dict[Language, OwnTextsForm], Meta(min_length=1)]
    follow_up: OwnFollowUpForm
    confidence: Confidence
    place: Annotated[list[Place], Meta(max_length=10)]
    fulfilled: Fulfilled
    values: Annotated[list[OwnValueForm], Meta(max_length=50)] = []
    labels: _Ids = []
    sources: Annotated[list[_Source], Meta(max_length=100)] = []
    relations: TakenRelationsForm = TakenRelationsForm()
    codes: TakenCodesForm = TakenCodesForm()
    stricter: Annotated[dict[Id, Stricter], Meta(max_length=50)] = {}
    national_id: _Short = ""
    origin: TakenOriginForm | None = None
    statutory: bool = False
    common_practice: bool = False
    duty: _Short = ""
