"""The situation of a purchase: the buyer's answers together with what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from kravkompass.catalog.condition import Scalar
from kravkompass.catalog.requirement import ProductGroup
from kravkompass.catalog.rules import Rules
from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.guidance.facts import NO, UNKNOWN, YES
from kravkompass.guidance.lot_answers import answers_differ, part_of
from kravkompass.guidance.profile import NO_PROFILE, Profile
from kravkompass.guidance.purchase import Purchase

COUNTRIES = "countries"
"""The fact that holds the production countries: a frozenset of ISO 3166 codes, or “unknown”."""
UNNAMED = "ZZ"
"""The code for a country that is not known, as in Unicode's CLDR; it can stand beside known ones."""
OUTSIDE_EEA = "outside-eea"
EEA = frozenset("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split())
"""The states of the European Economic Area since 1 February 2020 (EEA Agreement): the EU's 27, Iceland, Liechtenstein and Norway."""

DIRECT = "direct"
BELOW = "below-threshold"
ABOVE = "above-threshold"


@dataclass(frozen=True)
class Picture:
    """What conditions are asked of. ``today`` is the day a rule is looked up when no announcement date is given."""

    purchase: Purchase
    groups: Mapping[str, ProductGroup]
    rules: Rules
    today: date
    risks: Mapping[RiskArea, RiskLevel] = field(default_factory=dict)
    profile: Profile = NO_PROFILE

    @cached_property
    def parts(self) -> tuple[Picture, ...]:
        """The purchase as one whole; lot by lot where something was answered otherwise for one of them."""
        if not answers_differ(self.purchase):
            return (self,)
        return tuple(replace(self, purchase=part_of(self.purchase, lot)) for lot in self.purchase.lots)

    def fact(self, name: str) -> Scalar | frozenset[str] | None:
        """Give a fact: the buyer's answer, or what follows from other answers, or what is usual for the product groups."""
        if name == "country":
            return self.purchase.country.value
        given = self.purchase.facts.get(name)
        if given not in {None, UNKNOWN, ""}:
            return given
        if name == "procedure":
            return self.procedure
        if name == "purchase-type":
            return self.purchase_types or None
        if name == OUTSIDE_EEA and self.made_outside_eea:
            return self.made_outside_eea
        return given or self.usual(name)

    def has_group(self, group: str) -> bool:
        """Whether the purchase has this product group, or one in this area."""
        return group == "all" or group in self._chosen_with_areas

    def risk(self, area: RiskArea) -> RiskLevel:
        """Give the supply-chain risk in an area; low where nothing says otherwise."""
        return self.risks.get(area, RiskLevel.LOW)

    @cached_property
    def chosen(self) -> tuple[ProductGroup, ...]:
        """The product groups of the purchase that the catalog knows."""
        return tuple(self.groups[name] for name in self.purchase.groups if name in self.groups)

    @cached_property
    def _chosen_with_areas(self) -> frozenset[str]:
        return with_areas(self.purchase.groups, self.groups)

    @cached_property
    def purchase_types(self) -> frozenset[str]:
        """Goods, services, works: as the product groups say."""
        return frozenset(group.type.value for group in self.chosen)

    @property
    def day(self) -> str:
        """The day whose rules hold: the announcement, else today (ISO text)."""
        return (self.purchase.facts.day("announced") or self.today).isoformat()

    @cached_property
    def procedure(self) -> str | None:
        """Direct purchase, below or above the EU/EEA threshold, as the value says; nothing when that cannot be told."""
        value = self.purchase.facts.number("value")
        if value is None:
            return None
        direct = self._limit("direct-limit")
        if direct is not None and value < direct:
            return DIRECT
        threshold = self._limit("threshold")
        if threshold is None or direct is None:
            return None
        return ABOVE if value >= threshold else BELOW

    @property
    def least_procedure(self) -> Scalar | frozenset[str] | None:
        """The kind of procurement, or at least this kind: one above the limit for direct purchases is so, also where the threshold is not known."""
        given = self.fact("procedure")
        if given not in {None, UNKNOWN}:
            return given
        value, direct = self.purchase.facts.number("value"), self._limit("direct-limit")
        return BELOW if value is not None and direct is not None and value >= direct else None

    def _limit(self, name: str) -> float | None:
        """Give the amount in force for this kind of purchase, or the country's for all kinds where there is no such rule."""
        general = f"{self.purchase.country.value}-{name}"
        own = f"{general}-{self._kind_of_threshold}"
        return self.rules.amount(own if own in self.rules.by_id else general, self.day)

    @property
    def _kind_of_threshold(self) -> str:
        if "works" in self.purchase_types:
            return "works"
        special = {"care-services", "education-services"}
        only_special = bool(self.purchase.groups) and set(self.purchase.groups) <= special
        return "special-services" if only_special else "goods-services"

    @property
    def is_small(self) -> bool:
        """Whether the purchase is a small one that should get a short list: a direct purchase."""
        return self.fact("procedure") == DIRECT

    @cached_property
    def made_outside_eea(self) -> str:
        """Whether something is made outside the EEA, as the production countries say; empty when they do not tell."""
        countries = countries_of(self.purchase)
        if countries - EEA - {UNNAMED}:
            return YES
        return NO if countries and UNNAMED not in countries else ""

    def usual(self, name: str) -> str | None:
        """Give the answer that follows from others or is usual for the product groups; nothing when they differ or say nothing."""
        if name == OUTSIDE_EEA and self.made_outside_eea:
            return self.made_outside_eea
        return self._usual_of_groups.get(name)

    @cached_property
    def _usual_of_groups(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for name in {name for group in self.chosen for name in group.facts}:
            said = {group.facts.get(name, "") for group in self.chosen}
            if YES in said or said == {NO}:
                found[name] = YES if YES in said else NO
        return found

    def is_usual(self, name: str) -> bool:
        """Whether a fact was not answered by the buyer but is taken from what is usual for the product groups."""
        return self.purchase.facts.is_open(name) and self.usual(name) is not None


def with_areas(names: Iterable[str], groups: Mapping[str, ProductGroup]) -> frozenset[str]:
    """Give product groups together with the areas they stand in; what is about an area is about every group in it."""
    asked = frozenset(names)
    return asked | {groups[name].area for name in asked if name in groups and groups[name].area}


def countries_of(purchase: Purchase) -> frozenset[str]:
    """Give the production countries the buyer has told of; UNNAMED for one that the buyer does not know."""
    answer = purchase.facts.get(COUNTRIES)
    if isinstance(answer, str) and answer:
        return frozenset({UNNAMED if answer == UNKNOWN else answer})
    return answer if isinstance(answer, frozenset) else frozenset()
