"""From database records to the frozen values of guidance, and back."""

from __future__ import annotations

from types import MappingProxyType

from kravkompass.catalog.terms import Country, RiskArea, RiskLevel
from kravkompass.guidance.facts import Answer, Facts
from kravkompass.guidance.purchase import Decision, Lot, Purchase, RiskOverride, Verdict
from kravkompass.purchases.clean_text import clean_text
from kravkompass.purchases.model import (
    AnswerRecord,
    CpvRecord,
    DecisionRecord,
    GroupRecord,
    LotRecord,
    PurchaseRecord,
    RiskRecord,
)

TEXT_FIELDS = ("title", "description", "organisation", "reference", "buyer", "supplier")


def purchase_of(record: PurchaseRecord) -> Purchase:
    """The purchase a record holds, with everything that belongs to it."""
    return Purchase(
        id=record.id,
        country=Country(record.country),
        **{name: getattr(record, name) for name in TEXT_FIELDS},
        groups=tuple(row.group for row in record.groups),
        lots=tuple(lot_of(row) for row in record.lots),
        cpv=tuple(row.code for row in record.cpv),
        facts=Facts(MappingProxyType({row.question: answer_of(row.value) for row in record.answers})),
        borrowed=MappingProxyType({row.question: row.source for row in record.answers if row.source}),
        decisions=MappingProxyType({row.requirement: decision_of(row) for row in record.decisions}),
        risks=MappingProxyType({RiskArea(row.area): risk_of(row) for row in record.risks}),
        page=record.page,
        example=record.example,
        created=record.created,
        changed=record.changed,
        version=record.version,
    )


def purchase_record(purchase: Purchase) -> PurchaseRecord:
    """A new record that holds a purchase; its id and times are those of the value."""
    return PurchaseRecord(
        id=purchase.id,
        country=purchase.country.value,
        **{name: clean_text(getattr(purchase, name)) for name in TEXT_FIELDS},
        page=purchase.page,
        example=purchase.example,
        created=purchase.created,
        changed=purchase.changed,
        groups=group_records(purchase.groups),
        lots=[filled_lot(LotRecord(), place, lot) for place, lot in enumerate(purchase.lots)],
        cpv=cpv_records(purchase.cpv),
        answers=[
            AnswerRecord(question=name, value=stored_answer(answer), source=clean_text(purchase.borrowed.get(name, "")))
            for name, answer in purchase.facts.answers.items()
        ],
        decisions=[filled_decision(DecisionRecord(), decision) for decision in purchase.decisions.values()],
        risks=[filled_risk(RiskRecord(), override) for override in purchase.risks.values()],
    )


def group_records(groups: tuple[str, ...]) -> list[GroupRecord]:
    """Records for product groups, in their order, each once."""
    return [GroupRecord(position=place, group=group) for place, group in enumerate(dict.fromkeys(groups))]


def cpv_records(codes: tuple[str, ...]) -> list[CpvRecord]:
    """Records for CPV codes, in their order, each once."""
    return [CpvRecord(position=place, code=code) for place, code in enumerate(dict.fromkeys(codes))]


def lot_of(record: LotRecord) -> Lot:
    """The lot a record holds."""
    value = record.value
    whole = int(value) if value is not None and value.is_integer() else value
    return Lot(record.key, record.title, tuple(record.groups), whole)


def filled_lot(record: LotRecord, place: int, lot: Lot) -> LotRecord:
    """The record, holding this lot at this place (from 0)."""
    record.key = lot.id
    record.position = place
    record.title = clean_text(lot.title)
    record.groups = list(dict.fromkeys(lot.groups))
    record.value = None if lot.value is None else float(lot.value)
    return record


def answer_of(value: str | float | list[str]) -> Answer:
    """The answer a stored value stands for."""
    return frozenset(value) if isinstance(value, list) else value


def stored_answer(answer: Answer) -> str | int | float | list[str]:
    """An answer as it is stored: several choices as a sorted list."""
    if isinstance(answer, frozenset):
        return sorted(answer)
    return clean_text(answer) if isinstance(answer, str) else answer


def decision_of(record: DecisionRecord) -> Decision:
    """The decision a record holds."""
    return Decision(
        requirement=record.requirement,
        revision=record.revision,
        verdict=Verdict(record.verdict),
        values=MappingProxyType(record.parameters),
        reason_code=record.reason_code,
        reason=record.reason,
        wording=MappingProxyType(record.wording),
        decided_by=record.decided_by,
        decided_at=record.decided_at,
        lots=tuple(record.lots),
        taken_from=record.taken_from,
    )


def filled_decision(record: DecisionRecord, decision: Decision) -> DecisionRecord:
    """The record, holding this decision."""
    record.requirement = decision.requirement
    record.revision = decision.revision
    record.verdict = decision.verdict.value
    record.parameters = {name: clean_text(value) if isinstance(value, str) else value for name, value in decision.values.items()}
    record.reason_code = decision.reason_code
    record.reason = clean_text(decision.reason)
    record.wording = {language: clean_text(words) for language, words in decision.wording.items()}
    record.decided_by = clean_text(decision.decided_by)
    record.decided_at = decision.decided_at
    record.lots = list(dict.fromkeys(decision.lots))
    record.taken_from = clean_text(decision.taken_from)
    return record


def risk_of(record: RiskRecord) -> RiskOverride:
    """The buyer's view a record holds."""
    return RiskOverride(RiskArea(record.area), RiskLevel(record.level), record.reason)


def filled_risk(record: RiskRecord, override: RiskOverride) -> RiskRecord:
    """The record, holding this view."""
    record.area = override.area.value
    record.level = override.level.value
    record.reason = clean_text(override.reason)
    return record
