"""Saying the reasons and findings of the rules in a language, with names from the catalog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.catalog.naming import ABUSE_NAMES, ORIGIN_NAMES, STEP_NAMES, source_name
from kravkompass.catalog.terms import RiskArea, RiskLevel, Theme
from kravkompass.guidance.again import Since
from kravkompass.guidance.findings import SENTENCES as FINDING_SENTENCES
from kravkompass.guidance.lots import number_of
from kravkompass.guidance.purchase import LeftOutReason
from kravkompass.guidance.reasons import SENTENCES as REASON_SENTENCES
from kravkompass.guidance.situation import ABOVE, BELOW, DIRECT
from kravkompass.language import text
from kravkompass.language.countries import country_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.guidance.again import Changed
    from kravkompass.guidance.findings import Finding
    from kravkompass.guidance.purchase import Lot, Purchase
    from kravkompass.guidance.reasons import Reason
    from kravkompass.language import Translation

LEFT_OUT_NAMES = {
    LeftOutReason.NOT_RELEVANT: text("Does not concern what we buy"),
    LeftOutReason.COVERED: text("Covered by another requirement"),
    LeftOutReason.NOT_PROPORTIONATE: text("Not proportionate to the purchase"),
    LeftOutReason.MARKET: text("The market cannot meet it"),
    LeftOutReason.NO_FOLLOW_UP: text("We cannot follow it up"),
    LeftOutReason.OTHER: text("Another reason"),
}
CHANGES = {
    Since.REVISED: text("Decided in revision {before}; the catalog now has revision {now}."),
    Since.RETIRED: text("No longer in use. {instead} has taken its place."),
    Since.GONE: text("No longer in the catalog."),
    Since.NEW: text("Proposed now; nothing was decided about it then."),
}
_RETIRED = text("No longer in use.")
PROCEDURES = {
    DIRECT: text("Direct purchase"),
    BELOW: text("Below the EU/EEA threshold"),
    ABOVE: text("Above the EU/EEA threshold"),
}
_FACTS = {
    "value": text("Estimated value, without VAT"),
    "contract-months": text("Length of the contract"),
    "procedure": text("Kind of procurement"),
    "purchase-type": text("What is bought"),
}
_SAID_ANSWERS = {"yes": text("Yes"), "no": text("No"), **PROCEDURES}


def said_reason(reason: Reason, t: Translation, catalog: Catalog) -> str:
    """Say a reason."""
    return t.say(
        REASON_SENTENCES[reason.code], **{name: _named(name, value, t, catalog) for name, value in reason.values.items()}
    )


def said_finding(finding: Finding, t: Translation, catalog: Catalog) -> str:
    """Say a finding."""
    return t.say(
        FINDING_SENTENCES[finding.found], **{name: _named(name, value, t, catalog) for name, value in finding.values.items()}
    )


def said_change(change: Changed, t: Translation) -> str:
    """Say what has happened in the catalog to a requirement that was decided about elsewhere."""
    sentence = CHANGES[change.since] if change.instead or change.since is not Since.RETIRED else _RETIRED
    return t.say(sentence, before=change.before, now=change.now, instead=change.instead)


def said_lot(purchase: Purchase, lot: Lot, t: Translation) -> str:
    """Say a lot by its number and title."""
    number = number_of(purchase, lot)
    return t.say("Lot {n}: {title}", n=number, title=lot.title) if lot.title.strip() else t.say("Lot {n}", n=number)


def said_lots(purchase: Purchase, lots: Sequence[str], t: Translation) -> str:
    """Say which lots something holds for, by their numbers; all of them when none is named."""
    numbers = [str(number_of(purchase, lot)) for lot in purchase.lots if lot.id in lots]
    if not numbers or len(numbers) == len(purchase.lots):
        return t.say("All lots")
    return t.say("Lot {n}", n=numbers[0]) if len(numbers) == 1 else t.say("Lots {numbers}", numbers=t.formats.all_of(numbers))


def _named(name: str, value: str, t: Translation, catalog: Catalog) -> str:
    say = _NAMES.get(name)
    return say(value, t, catalog) if say is not None else value


def _question(value: str, t: Translation, catalog: Catalog) -> str:
    if value in _FACTS:
        return t.say(_FACTS[value])
    return catalog.questions[value].ask[t.language.value] if value in catalog.questions else value


def _group(value: str, t: Translation, catalog: Catalog) -> str:
    return catalog.groups[value].names[t.language.value] if value in catalog.groups else value


def _product(value: str, t: Translation, catalog: Catalog) -> str:
    return next((risk.names.get(t.language.value, value) for risk in catalog.risks if risk.product == value), value)


def _good(value: str, t: Translation, catalog: Catalog) -> str:
    return next((good.names[t.language.value] for good in catalog.goods if good.id == value), value)


# What the values of reasons and findings stand for, by the name of their placeholder.
_NAMES: dict[str, Callable[[str, Translation, Catalog], str]] = {
    "question": _question,
    "group": _group,
    "answer": lambda value, t, _catalog: t.say(_SAID_ANSWERS[value]).lower() if value in _SAID_ANSWERS else t.formats.kept_date(value),
    "area": lambda value, t, _catalog: t.say(source_name(RiskArea(value))).lower(),
    "level": lambda value, t, _catalog: t.say(source_name(RiskLevel(value))).lower(),
    "step": lambda value, t, _catalog: t.say(STEP_NAMES[value]),
    "good": _good,
    "product": _product,
    "abuse": lambda value, t, _catalog: t.say(ABUSE_NAMES[value]),
    "country": lambda value, t, _catalog: country_name(value, t.language),
    "theme": lambda value, t, _catalog: t.say(source_name(Theme(value))),
    "origin": lambda value, t, _catalog: t.say(ORIGIN_NAMES.get(value, value)),
}
