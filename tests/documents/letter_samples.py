"""Letters for tests: both countries, every kind, short and long, with all that a letter can hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.followup.deviation_samples import action_plan, deviation, ladder_step
from tests.purchases.contract_samples import contract, frozen, supplier

from kravkompass.catalog.requirement import Texts
from kravkompass.catalog.terms import Country, Severity
from kravkompass.documents.letters import Letter
from kravkompass.followup.deviation import DeviationState, PlanState
from kravkompass.followup.ladder import Step
from kravkompass.followup.letter import LETTER_OF, LetterKind
from kravkompass.followup.remedy import remedies
from kravkompass.language import Language, translation

DAY = date(2027, 10, 4)
DEMANDS = {
    "sv": "Bananer som levereras ska vara odlade och packade under anständiga arbetsvillkor enligt ILO:s kärnkonventioner.",
    "nb": "Bananer som leveres, skal være dyrket og pakket under anstendige arbeidsvilkår etter ILOs kjernekonvensjoner.",
    "nn": "Bananar som blir leverte, skal vere dyrka og pakka under anstendige arbeidsvilkår etter ILO sine kjernekonvensjonar.",
}
EVIDENCES = {
    "sv": "Certifikat eller likvärdig rapport från oberoende kontroll för varje odling.",
    "nb": "Sertifikat eller tilsvarende rapport fra uavhengig kontroll for hver dyrker.",
    "nn": "Sertifikat eller tilsvarande rapport frå uavhengig kontroll for kvar dyrkar.",
}
STEP_OF = {kind: step for step, kind in LETTER_OF.items()}


def made(kind: LetterKind, language: Language = Language.SWEDISH, country: Country = Country.SWEDEN, **changes: object) -> Letter:
    """A letter with all that belongs to it, or with changes."""
    held = contract(id="0f9d2a54-52cb", country=country, language="sv" if country is Country.SWEDEN else "nb")
    texts = {one: Texts("Arbetsvillkor", demand, *[EVIDENCES[one]] * 7) for one, demand in DEMANDS.items()}
    answers = {LetterKind.PLAN_APPROVED: PlanState.APPROVED, LetterKind.PLAN_SENT_BACK: PlanState.SENT_BACK}
    fields: dict[str, object] = {
        "kind": kind,
        "contract": held,
        "supplier": supplier(held.id),
        "deviation": _deviation(kind),
        "day": DAY,
        "translation": translation(language),
        "requirement": frozen(held.id, id="r", texts=texts),
        "step": _step(STEP_OF[kind], country) if kind in STEP_OF else None,
        "earlier": tuple(_step(step, country) for step in (Step.DIALOGUE, Step.NOTICE, Step.ACTION_PLAN, Step.CHECK)),
        "plan": action_plan(state=answers[kind]) if kind in answers else None,
        "deadline": date(2027, 10, 18),
        "contact": "Åsa Öst, upphandlare, 010-000 00 00, asa.ost@provkommunen.example",
        "free": "Vi talades vid om detta den 1 oktober.\nHör av dig om något är oklart.",
    }
    return Letter(**{**fields, **changes})  # type: ignore[arg-type]


def _deviation(kind: LetterKind) -> object:
    closed = kind is LetterKind.CLOSED
    whole = deviation(id="d", what="Två av tre odlingar saknar giltigt certifikat.", severity=Severity.SERIOUS)
    return whole if closed else replace(whole, state=DeviationState.OPEN, verified=None, verification="", closed=None)


def _step(step: Step, country: Country) -> object:
    remedy = next(iter(remedies(step, country)), None)
    return ladder_step(
        step, ground="K01 är inte uppfyllt: två av tre odlingar saknar certifikat.", concerns="Frutas del Sur S.A.", remedy=remedy
    )
