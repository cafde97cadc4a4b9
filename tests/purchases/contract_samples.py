"""A contract with something in every field, and parts that belong to it."""

from __future__ import annotations

from datetime import date

from kravkompass.catalog.requirement import FollowUp, Texts
from kravkompass.catalog.terms import (
    Country,
    Effort,
    Interval,
    Kind,
    Level,
    Method,
    RiskArea,
    RiskLevel,
    Severity,
    Stage,
    Theme,
    Who,
)
from kravkompass.followup.activity import KeptActivity, Outcome, State, Status
from kravkompass.followup.contract import Classification, Contact, Contract, Extension, FrozenRequirement, Supplier
from kravkompass.followup.planning import Occasion


def contract(**changes: object) -> Contract:
    """A contract with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "country": Country.SWEDEN,
        "title": "Frukt och grönt till förskolor",
        "purchase": "0f9d2a54-52cb-4a8f-9d57-6f4a1c1c7c10",
        "reference": "KS 2026/114",
        "organisation": "Provkommunen",
        "responsible": "Åsa Öst",
        "language": "sv",
        "signed": date(2027, 2, 15),
        "start": date(2027, 3, 1),
        "months": 24,
        "extensions": (Extension(12), Extension(12, used=True, decided=date(2028, 9, 1), reason="Går bra")),
        "notice": 3,
        "value": 3_200_000.0,
        "lots": {"1": "Frukt", "2": "Grönt"},
        "checksum": "0123456789ab",
        "classification": Classification.MEDIUM,
        "classification_reason": "Varje vecka till alla förskolor",
        "risks": {RiskArea.LABOUR: RiskLevel.HIGH},
        "hours": 12,
        "ended": date(2029, 1, 1),
        "ended_reason": "Överenskommet",
        "created": "2027-02-15T08:00:00.000+00:00",
        "deleted": "",
    }
    return Contract(**{**fields, **changes})  # type: ignore[arg-type]


def supplier(contract_id: str, name: str = "Grönt i Provstad AB") -> Supplier:
    """A supplier with something in every field."""
    return Supplier("", contract_id, name, "556000-0000", (Contact("Bo Berg", "Kvalitet", "bo@example.se", "010-000"),), ("1",))


def frozen(contract_id: str, number: str = "K01", requirement: str = "SE-FOOD-51", **changes: object) -> FrozenRequirement:
    """A frozen requirement with something in every field, or with changes."""
    texts = {language: Texts(*(f"{name} {number} {language}" for name in Texts.__slots__)) for language in ("sv", "nb")}
    fields: dict[str, object] = {
        "id": "",
        "contract": contract_id,
        "number": number,
        "requirement": requirement,
        "revision": 2,
        "kind": Kind.CONTRACT,
        "theme": Theme.SUPPLY_CHAIN,
        "level": Level.BASE,
        "texts": texts,
        "follow_up": FollowUp(
            Stage.DURING, Method.DOCUMENT_REVIEW, Interval.YEARLY, Who.BUYER, 30, Effort.LOW, Severity.SERIOUS, 6
        ),
        "statutory": True,
        "lots": ("1",),
        "feature": "labour-law-terms",
        "values": {"report-days": 45, "share": 12.5, "annex": "Bilaga 2"},
    }
    return FrozenRequirement(**{**fields, **changes})  # type: ignore[arg-type]


def activity(contract_id: str, day: date = date(2027, 9, 1), **changes: object) -> KeptActivity:
    """An activity with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "contract": contract_id,
        "key": f"check {day}",
        "occasion": Occasion.CHECK,
        "planned": day,
        "day": day,
        "who": Who.BUYER,
        "minutes": 45,
        "title": "Stickprov",
        "requirements": ("one", "two"),
        "methods": (Method.SPOT_CHECK, Method.REPORT),
        "supplier": "s",
        "state": State.PLANNED,
        "reason": "Semester",
        "done": date(2027, 9, 2),
        "used": 60,
        "note": "Gick bra",
    }
    return KeptActivity(**{**fields, **changes})  # type: ignore[arg-type]


def outcome(contract_id: str, requirement: str, **changes: object) -> Outcome:
    """An outcome with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "contract": contract_id,
        "supplier": "s",
        "requirement": requirement,
        "day": date(2027, 9, 1),
        "status": Status.PARTLY,
        "method": Method.MEETING,
        "note": "Två av tre",
        "meeting": "m",
        "activity": "a",
        "taken_over": "",
        "at": "2027-09-01T08:00:00.000+00:00",
    }
    return Outcome(**{**fields, **changes})  # type: ignore[arg-type]
