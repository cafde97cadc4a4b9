"""Requirements, product groups and purchases made for one test, with only what the test is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kravkompass.catalog.country_risk import CountryRisk
from kravkompass.catalog.goods import Good
from kravkompass.catalog.requirement import FollowUp, ProductGroup, Question, Requirement, Texts
from kravkompass.catalog.risk import ProductRisk
from kravkompass.catalog.rules import Rule, RuleRow, Rules
from kravkompass.catalog.terms import (
    Confidence,
    Country,
    Effort,
    Fulfilled,
    Interval,
    Kind,
    Level,
    Method,
    Place,
    Priority,
    PurchaseType,
    Severity,
    Stage,
    Theme,
    Who,
)
from kravkompass.guidance.facts import Answer, Facts
from kravkompass.guidance.guide import Guide, guide
from kravkompass.guidance.purchase import Decision, Purchase, Verdict

TODAY = date(2026, 11, 22)
FOLLOW_UP = FollowUp(Stage.DURING, Method.REPORT, Interval.YEARLY, Who.BUYER, 30, Effort.LOW, Severity.ORDINARY)
_PLACES = dict(zip(Kind, Place, strict=True))


def texts(title: str = "Krav", demand: str = "Leverantören ska rapportera.", **more: str) -> Texts:
    """Texts with a title and a demand; the others say what they are."""
    whole = {name: name for name in ("why", "evidence", "follow_up", "question", "met", "partly", "not_met")}
    return Texts(title, demand, **{**whole, **more})


def requirement(name: str = "SE-X-01", **changes: Any) -> Requirement:  # noqa: ANN401 - any field
    """A useful base contract term about food in Sweden, with changes."""
    one = Requirement(
        id=name,
        revision=1,
        country=Country.SWEDEN,
        area="food",
        kind=Kind.CONTRACT,
        level=Level.BASE,
        priority=Priority.USEFUL,
        theme=Theme.ENVIRONMENT,
        feature=name,
        groups=frozenset({"food"}),
        texts={"sv": texts(f"Titel {name}"), "nb": texts(f"Tittel {name}")},
        follow_up=FOLLOW_UP,
        confidence=Confidence.HIGH,
        place=frozenset({_PLACES[changes.get("kind", Kind.CONTRACT)]}),
        fulfilled=Fulfilled.DURING,
    )
    return replace(one, **changes)


def group(name: str, area: str = "", **changes: Any) -> ProductGroup:  # noqa: ANN401 - any field
    """A product group with its id for a name."""
    return replace(ProductGroup(name, {"sv": name, "nb": name, "nn": name}, area, PurchaseType.GOODS), **changes)


GROUPS = {
    one.id: one
    for one in (
        group("food"),
        group("fish", "food"),
        group("services"),
        group("cleaning", "services", type=PurchaseType.SERVICES),
        group("building"),
        group("roof", "building", type=PurchaseType.WORKS),
        group("care-services", "services", type=PurchaseType.SERVICES),
    )
}


def rule(name: str, *rows: tuple[str, str, float | str | None]) -> Rule:
    """A rule with rows of first day, last day and value."""
    made = tuple(RuleRow(first, last, value, ("l1",), Confidence.HIGH) for first, last, value in rows)
    return Rule(name, Country(name[:2]), {"sv": name, "nb": name, "nn": name}, "law", "", made)


@dataclass(frozen=True)
class Shelf:
    """A library with exactly these things."""

    all_requirements: tuple[Requirement, ...] = ()
    groups: Mapping[str, ProductGroup] = field(default_factory=lambda: GROUPS)
    questions: Mapping[str, Question] = field(default_factory=dict)
    rules: Rules = field(default_factory=Rules)
    risks: tuple[ProductRisk, ...] = ()
    countries: Mapping[str, CountryRisk] = field(default_factory=dict)
    goods: tuple[Good, ...] = ()

    def requirements(self, country: Country | None = None) -> tuple[Requirement, ...]:
        return tuple(one for one in self.all_requirements if country in (None, one.country))


def question(name: str, **changes: Any) -> Question:  # noqa: ANN401 - any field
    """A yes-no question."""
    said = {"sv": f"{name}?", "nb": f"{name}?", "nn": f"{name}?"}
    return replace(Question(name, "yes-no", said, said), **changes)


def rules(*made: Rule) -> Rules:
    """Rules by id."""
    return Rules({one.id: one for one in made})


def decision(name: str, verdict: Verdict = Verdict.CHOSEN, **changes: Any) -> Decision:  # noqa: ANN401 - any field
    """A decision about revision 1."""
    return replace(Decision(name, 1, verdict), **changes)


def left_out(name: str, reason: str = "not-relevant") -> Decision:
    """A requirement left out."""
    return decision(name, Verdict.LEFT_OUT, reason_code=reason)


def purchase(*decisions: Decision, **changes: Any) -> Purchase:  # noqa: ANN401 - any field, and ``answers``
    """A Swedish purchase of food with these decisions; ``answers`` are the facts."""
    answers: dict[str, Answer] = {name.replace("_", "-"): answer for name, answer in changes.pop("answers", {}).items()}
    whole = Purchase("p", Country.SWEDEN, "Fisk till skolan", groups=("food",), facts=Facts(answers))
    return replace(whole, decisions={one.requirement: one for one in decisions}, **changes)


def guided(bought: Purchase, *requirements: Requirement, **shelf: Any) -> Guide:  # noqa: ANN401 - the fields of a Shelf
    """What the rules say about a purchase when these are all the requirements there are."""
    return guide(bought, Shelf(requirements, **shelf), TODAY)
