"""The exchange form of findings as it stands in a file: field by field, with every bound. ``findings_file`` reads and writes it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from kravkompass.catalog.terms import Country, Level, Method
from kravkompass.followup.activity import Status
from kravkompass.followup.shared_finding import Seen
from kravkompass.language import Language
from kravkompass.purchases.form_types import CONTROL, Code, Id, Words

FORMAT = "kravkompass-findings"
VERSION = 1
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes: room for all findings with wordings in three languages and notes."""
MOST_FINDINGS = 2_000
MOST_VALUES = 50
LONGEST_NAME = 300
LONGEST_NUMBER = 40

Name: TypeAlias = Annotated[str, Meta(min_length=1, max_length=LONGEST_NAME, pattern=rf"^[^\n{CONTROL}]*\Z")]
Number: TypeAlias = Annotated[str, Meta(min_length=1, max_length=LONGEST_NUMBER, pattern=rf"^[^\n{CONTROL}]*\Z")]
Digest: TypeAlias = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]


class FindingForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """A finding. The ``values`` are looked at one by one, so that a fault can be told with its name."""

    id: Id
    supplier: Name
    number: Number
    requirement: Id
    revision: Annotated[int, Meta(ge=1, le=1_000_000)]
    level: Level
    day: date
    status: Status
    feature: Code = ""
    values: Annotated[dict[Id, object], Meta(max_length=MOST_VALUES)] = {}
    wording: dict[Language, Words] = {}
    method: Method | None = None
    evidence: Annotated[list[Seen], Meta(max_length=len(Seen))] = []
    note: Words = ""


class FindingsForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """A package of findings from one municipality."""

    format: str
    version: Annotated[int, Meta(ge=VERSION, le=VERSION)]
    origin: Name
    country: Country
    written: date
    findings: Annotated[list[FindingForm], Meta(min_length=1, max_length=MOST_FINDINGS)]
    checksum: Digest
