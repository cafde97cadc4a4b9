"""A meeting with a supplier and what belongs to it, with something in every field."""

from __future__ import annotations

from datetime import date

from kravkompass.followup.activity import Status
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.meeting import (
    Attendant,
    Matter,
    MatterKind,
    Meeting,
    MeetingDraft,
    MeetingKind,
    MeetingState,
    Pledge,
    Promise,
    PromiseState,
    Side,
    Why,
)

PRESENT = (Attendant("Bo Berg", "Kvalitetschef"), Attendant("Åsa Öst", "Upphandlare", Side.BUYER))


def meeting(contract: str, supplier: str = "s", **changes: object) -> Meeting:
    """A meeting with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "supplier": supplier,
        "day": date(2027, 9, 1),
        "kind": MeetingKind.FOLLOW_UP,
        "state": MeetingState.RUNNING,
        "language": "sv",
        "place": "Stadshuset, rum 3",
        "present": PRESENT,
        "note": "Gott samarbete",
        "next_day": date(2028, 3, 1),
        "activities": ("a", "b"),
        "began": "2027-09-01T11:00:00.000+00:00",
        "closed": "2027-09-01T12:32:00.000+00:00",
        "minutes": "ab" * 32,
    }
    return Meeting(**{**fields, **changes})  # type: ignore[arg-type]


def draft(of: Meeting, **changes: object) -> MeetingDraft:
    """The draft of a meeting, with something in every field."""
    fields: dict[str, object] = {
        "id": of.id,
        "contract": of.contract,
        "place": "Hos leverantören",
        "present": PRESENT,
        "note": "Kaffe",
        "next_day": date(2028, 2, 29),
        "language": "nb",
        "at": "m1",
        "saved": "2027-09-01T12:32:00.000+00:00",
    }
    return MeetingDraft(**{**fields, **changes})  # type: ignore[arg-type]


def matter(contract: str, meeting_id: str, position: int = 0, **changes: object) -> Matter:
    """A matter with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "meeting": meeting_id,
        "position": position,
        "kind": MatterKind.REQUIREMENT,
        "about": "r1",
        "why": Why.DUE,
        "title": "",
        "status": Status.PARTLY,
        "note": "Två av tre",
        "pledges": (Pledge("Skicka listan", "Bo Berg", Side.SUPPLIER, date(2027, 10, 1)),),
        "evidence": ("e1",),
        "raise_deviation": True,
        "saved": "2027-09-01T12:31:00.000+00:00",
    }
    return Matter(**{**fields, **changes})  # type: ignore[arg-type]


def promise(contract: str, **changes: object) -> Promise:
    """A promise with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "supplier": "s",
        "meeting": "m",
        "what": "Skicka listan över fabriker",
        "owner": "Bo Berg",
        "side": Side.SUPPLIER,
        "due": date(2027, 10, 1),
        "requirement": "r1",
        "deviation": "d1",
        "state": PromiseState.KEPT,
        "done": date(2027, 9, 28),
        "note": "Kom i tid",
    }
    return Promise(**{**fields, **changes})  # type: ignore[arg-type]


def evidence(contract: str, **changes: object) -> Evidence:
    """A piece of evidence with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "fingerprint": "0123456789abcdef" * 4,
        "name": "Intyg ISO 14001.pdf",
        "media_type": "application/pdf",
        "size": 48_213,
        "received": date(2027, 9, 1),
        "issued": date(2026, 3, 1),
        "valid_to": date(2028, 2, 29),
        "requirements": ("r1", "r2"),
        "supplier": "s",
        "meeting": "m",
        "deviation": "d",
        "replaced_by": "e2",
        "note": "Gäller alla fabriker",
    }
    return Evidence(**{**fields, **changes})  # type: ignore[arg-type]
