"""Deviations, steps and plans for tests, with something in every field or with changes."""

from __future__ import annotations

from datetime import date

from kravkompass.catalog.terms import Severity
from kravkompass.followup.deviation import ActionPlan, Deviation, DeviationState, LadderStep, Measure, PlanState
from kravkompass.followup.ladder import Step
from kravkompass.followup.letter import LetterKind
from kravkompass.followup.remedy import Remedy


def deviation(contract: str = "c", **changes: object) -> Deviation:
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "supplier": "s",
        "requirement": "r",
        "found": date(2027, 9, 1),
        "what": "Två av tre certifikat saknas",
        "severity": Severity.ORDINARY,
        "deadline": date(2027, 9, 15),
        "meeting": "m",
        "activity": "a",
        "outcome": "o",
        "gathers": ("x", "y"),
        "state": DeviationState.CLOSED,
        "verified": date(2027, 10, 1),
        "verification": "Certifikaten har kommit in",
        "evidence": ("e",),
        "closed": date(2027, 10, 2),
        "closing_reason": "",
        "reopened_reason": "",
        "confirmation": "2" * 64,
    }
    return Deviation(**{**fields, **changes})  # type: ignore[arg-type]


def fresh(**changes: object) -> Deviation:
    """An open deviation of which nothing more is known."""
    found = {"supplier": "s", "requirement": "r", "found": date(2027, 9, 1), "what": "Fel"}
    return Deviation(**{"id": "d", "contract": "c", **found, **changes})  # type: ignore[arg-type]


def ladder_step(step: Step = Step.NOTICE, contract: str = "c", **changes: object) -> LadderStep:
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "deviation": "d",
        "step": step,
        "day": date(2027, 9, 2),
        "ground": "Kravet K01 är inte uppfyllt",
        "document": "0" * 64,
        "letter": LetterKind.NOTICE,
        "reference": "KS 2026/114-7",
        "deadline": date(2027, 9, 30),
        "concerns": "Bananer från mellanled",
        "clause": "Avtalet punkt 12.3",
        "remedy": Remedy.PRICE_REDUCTION,
        "claim": "10 procent av september månads faktura",
        "skipped": "Leverantören har redan svarat skriftligt",
        "language": "sv",
        "contact": "Åsa Öst",
        "free": "Vi talades vid om detta.",
        "came_of": "Plan har kommit in",
    }
    return LadderStep(**{**fields, **changes})  # type: ignore[arg-type]


def plain(step: Step, **changes: object) -> LadderStep:
    """A whole step that skips nothing with a reason."""
    return ladder_step(step, "c", **{"skipped": "", **changes})


def action_plan(contract: str = "c", **changes: object) -> ActionPlan:
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "deviation": "d",
        "sent": date(2027, 9, 20),
        "cause": "Byte av odlare utan ny kontroll",
        "number": 2,
        "measures": (Measure("Kontroll före byte", "Kvalitetschef", date(2027, 10, 10)), Measure("Utbildning")),
        "people": "Plockarna har fått sina innehållna löner",
        "document": "1" * 64,
        "answer": "3" * 64,
        "state": PlanState.SENT_BACK,
        "decided": date(2027, 9, 25),
        "reason": "Datum saknas",
        "verified": date(2027, 11, 1),
    }
    return ActionPlan(**{**fields, **changes})  # type: ignore[arg-type]
