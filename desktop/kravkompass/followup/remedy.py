"""What a buyer can demand when a contract is not kept, by country.

The words are those of Swedish and Norwegian contract law. Whether a remedy can be used, and how, depends on the contract and on the law
that applies to it: nothing here says that it can.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kravkompass.catalog.terms import Country
from kravkompass.followup.ladder import Step
from kravkompass.language import text


class Remedy(StrEnum):
    """Something a buyer can demand."""

    RECTIFICATION = "rectification"
    PRICE_REDUCTION = "price-reduction"
    PENALTY = "penalty"
    DAILY_PENALTY = "daily-penalty"
    WITHHELD_PAYMENT = "withheld-payment"
    DAMAGES = "damages"
    RESCISSION = "rescission"
    NOTICE_TO_END = "notice-to-end"


REMEDY_NAMES: Mapping[Remedy, str] = MappingProxyType({
    Remedy.RECTIFICATION: text("Rectification"),
    Remedy.PRICE_REDUCTION: text("Price reduction"),
    Remedy.PENALTY: text("Agreed penalty"),
    Remedy.DAILY_PENALTY: text("Daily penalty"),
    Remedy.WITHHELD_PAYMENT: text("Withheld payment"),
    Remedy.DAMAGES: text("Damages"),
    Remedy.RESCISSION: text("Termination for breach"),
    Remedy.NOTICE_TO_END: text("Termination with notice"),
})  # fmt: skip
"""What the remedies are called: the country's own words, in its own language."""

_RECTIFY = (Remedy.RECTIFICATION,)
_MONEY: Mapping[Country, tuple[Remedy, ...]] = MappingProxyType({
    Country.SWEDEN: (Remedy.PRICE_REDUCTION, Remedy.PENALTY, Remedy.WITHHELD_PAYMENT, Remedy.DAMAGES),
    Country.NORWAY: (Remedy.PRICE_REDUCTION, Remedy.DAILY_PENALTY, Remedy.PENALTY, Remedy.WITHHELD_PAYMENT, Remedy.DAMAGES),
})  # fmt: skip
_ENDING: Mapping[Country, tuple[Remedy, ...]] = MappingProxyType({
    Country.SWEDEN: (Remedy.RESCISSION, Remedy.NOTICE_TO_END),
    Country.NORWAY: (Remedy.RESCISSION,),
})  # fmt: skip


def remedies(step: Step, country: Country) -> tuple[Remedy, ...]:
    """Give what can be demanded at a step in a country; nothing where the step is no demand."""
    if step in {Step.NOTICE, Step.ACTION_PLAN}:
        return _RECTIFY
    if step is Step.PENALTY:
        return _MONEY[country]
    return _ENDING[country] if step in {Step.WARNING, Step.TERMINATION} else ()
