"""What is kept of a supply chain, of a questionnaire and of promised jobs, with something in every field."""

from __future__ import annotations

from datetime import date

from kravkompass.followup.employment import After, Dialogue, JobOutcome, JobPromise, PromiseKind, Target
from kravkompass.followup.questionnaire import Answer, Answered, Form, Questionnaire
from kravkompass.followup.supply_chain import Certificate, ChainLink, DisclosureRequest, RequestOutcome, Role, Told


def link(contract: str, name: str = "Odlarna AB", **changes: object) -> ChainLink:
    """A link of a chain with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "supplier": "s",
        "parent": "",
        "name": name,
        "role": Role.RAW_MATERIAL,
        "unknown": False,
        "number": "EC-1",
        "country": "EC",
        "site": "Plantage 7, Provdalen",
        "product": "Bananer",
        "group": "fruit-vegetables",
        "certificates": (Certificate("Rättvis odling", "RO 12", date(2028, 1, 31)), Certificate("Utan slut")),
        "told": Told.SELF_REPORT,
        "told_on": date(2027, 5, 1),
        "note": "Besökt av revisor",
    }
    return ChainLink(**{**fields, **changes})  # type: ignore[arg-type]


def request(contract: str, **changes: object) -> DisclosureRequest:
    """A request with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "supplier": "s",
        "asked": date(2027, 4, 1),
        "about": "Vem packar?",
        "links": ("one", "two"),
        "due": date(2027, 5, 1),
        "answered": date(2027, 5, 2),
        "outcome": RequestOutcome.PARTLY,
        "evidence": "e",
        "note": "Bara landet",
    }
    return DisclosureRequest(**{**fields, **changes})  # type: ignore[arg-type]


def questionnaire(contract: str, **changes: object) -> Questionnaire:
    """A questionnaire with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "supplier": "s",
        "form": Form.FULL,
        "language": "nb",
        "sent": date(2027, 2, 15),
        "due": date(2027, 3, 29),
        "returned": date(2027, 3, 20),
        "answers": {"policy": Answered(Answer.YES, "Vedtatt i styret"), "risk": Answered(Answer.NO, "", "Innen juni")},
        "told": {"supplier-chain": "Ecuador", "confirmed": "yes"},
        "original": "a" * 64,
        "evidence": "e",
        "earlier": ("b" * 64,),
    }
    return Questionnaire(**{**fields, **changes})  # type: ignore[arg-type]


def dialogue(contract: str, **changes: object) -> Dialogue:
    """A year's talk with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "supplier": "s",
        "year": 1,
        "asked": date(2027, 3, 5),
        "held": date(2027, 4, 1),
        "agreed": date(2027, 4, 10),
        "minutes": "e",
        "note": "Två avdelningar kan ta emot",
    }
    return Dialogue(**{**fields, **changes})  # type: ignore[arg-type]


def job_promise(contract: str, **changes: object) -> JobPromise:
    """A promise with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "supplier": "s",
        "kind": PromiseKind.INTERNSHIP,
        "number": 4,
        "targets": (Target(2027, 1), Target(2028, 3)),
        "requirement": "r",
        "agreed": date(2027, 4, 10),
        "note": "Lager och utkörning",
    }
    return JobPromise(**{**fields, **changes})  # type: ignore[arg-type]


def job_outcome(contract: str, promise: str = "p", **changes: object) -> JobOutcome:
    """An outcome with something in every field, or with changes."""
    fields: dict[str, object] = {
        "id": "",
        "contract": contract,
        "promise": promise,
        "year": 2027,
        "quarter": 3,
        "number": 2,
        "extent": 5.5,
        "after": {After.HIRED: 1, After.STUDIES: 1},
        "all_hours": 1200.0,
        "tried": "Två samtal med upplæringskontoret",
        "note": "Gick bra",
    }
    return JobOutcome(**{**fields, **changes})  # type: ignore[arg-type]
