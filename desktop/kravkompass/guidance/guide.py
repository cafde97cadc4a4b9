"""Everything the rules say about a purchase, worked out once from the same facts: picture, risk, questions, recommendations, route."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from kravkompass.catalog.condition import Truth, holds
from kravkompass.catalog.country_risk import CountryRisk
from kravkompass.catalog.goods import Good
from kravkompass.catalog.requirement import ProductGroup, Question, Requirement
from kravkompass.catalog.risk import ProductRisk
from kravkompass.catalog.rules import Rules
from kravkompass.catalog.terms import Country
from kravkompass.guidance import risk as supply_chain
from kravkompass.guidance.checklist import Page, Signs, route
from kravkompass.guidance.environment_rule import is_asked
from kravkompass.guidance.listing import Listed, listed
from kravkompass.guidance.lots import in_lots
from kravkompass.guidance.profile import NO_PROFILE, Profile
from kravkompass.guidance.purchase import Decision, Purchase
from kravkompass.guidance.recommending import Recommendation, questions_of, recommend
from kravkompass.guidance.situation import Picture
from kravkompass.language import Language


class Library(Protocol):
    """What the rules need of the catalog."""

    @property
    def groups(self) -> Mapping[str, ProductGroup]:
        """The product groups by id."""

    @property
    def questions(self) -> Mapping[str, Question]:
        """The situation questions by id."""

    @property
    def rules(self) -> Rules:
        """Law and amounts as dated data."""

    @property
    def risks(self) -> tuple[ProductRisk, ...]:
        """Published supply-chain risk levels."""

    @property
    def countries(self) -> Mapping[str, CountryRisk]:
        """How well countries are governed, by ISO 3166 code."""

    @property
    def goods(self) -> tuple[Good, ...]:
        """Goods known to be made with child or forced labour somewhere."""

    def requirements(self, country: Country | None = None) -> tuple[Requirement, ...]:
        """Give the requirements of a country."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A situation question in a purchase: how many requirements it changes, and the answer that is usual for the product groups."""

    question: Question
    changes: int
    usual: str | None


@dataclass(frozen=True, slots=True)
class Guide:
    """What the rules say about one purchase."""

    purchase: Purchase
    picture: Picture
    risks: tuple[supply_chain.RiskView, ...]
    questions: tuple[Asked, ...]
    recommendations: tuple[Recommendation, ...]
    pages: tuple[Page, ...]
    requirements: Mapping[str, Requirement]

    def with_duty(self, duty: str) -> str:
        """Give the id of the first requirement that applies and meets a duty by law; empty when there is none."""
        return next((one.requirement.id for one in self.recommendations if one.requirement.duty == duty), "")

    def as_taken(self, name: str) -> Requirement | None:
        """Give a requirement as the purchase has it: as it stood when it was decided about, else as it is now."""
        return self.purchase.as_taken(name, self.requirements.get(name))

    def decided_on(self, decisions: Iterable[Decision]) -> tuple[Requirement, ...]:
        """Give the requirements that decisions are about, in the revision each one takes, as far as they are known."""
        kept = {(one.id, one.revision): one for one in (*self.purchase.taken.values(), *self.requirements.values())}
        return tuple(kept[key] for one in decisions if (key := (one.requirement, one.revision)) in kept)

    def newer(self, name: str) -> Requirement | None:
        """Give the requirement as it is now, where it has a later revision than the one the purchase took."""
        decision, current = self.purchase.decisions.get(name), self.requirements.get(name)
        return current if decision is not None and current is not None and current.revision > decision.revision else None

    def rows(self, language: Language, *, proposed: bool = True) -> tuple[Listed, ...]:
        """Give the list as it stands, in a language; with the proposals nobody has decided about, or without."""
        rows = listed(self.purchase, self.recommendations if proposed else (), self.requirements, language)
        return in_lots(rows, self.purchase, self.picture.groups)


def guide(purchase: Purchase, library: Library, today: date, profile: Profile = NO_PROFILE) -> Guide:
    """Work out what the rules say about a purchase."""
    rules = replace(library.rules, confirmed=profile.confirmed)
    bare = Picture(purchase, library.groups, rules, today, profile=profile)
    published = supply_chain.Published(library.risks, library.countries, library.goods)
    risks = supply_chain.assess(bare, published)
    picture = replace(bare, risks=supply_chain.levels(risks))
    requirements = (*library.requirements(purchase.country), *_own(purchase, profile))
    questions = _questions(library.questions, requirements, picture)
    signs = Signs(
        has_groups=bool(picture.chosen),
        has_questions=bool(questions),
        has_supply_chain=bool(picture.chosen) and supply_chain.applies(purchase, picture, published),
        has_environment_rule=is_asked(purchase.country, picture.least_procedure),
    )
    return Guide(
        purchase=purchase,
        picture=picture,
        risks=risks,
        questions=questions,
        recommendations=recommend(requirements, picture),
        pages=route(signs),
        requirements={one.id: one for one in (*_kept(purchase), *requirements)},
    )


def _kept(purchase: Purchase) -> tuple[Requirement, ...]:
    """Give the requirements that the purchase keeps as it took them; they may be in no list any more."""
    return tuple(one for one in purchase.taken.values() if one.country is purchase.country)


def _own(purchase: Purchase, profile: Profile) -> tuple[Requirement, ...]:
    """Give the municipality's own requirements for the country of the purchase."""
    return tuple(one for one in profile.own if one.country is purchase.country)


def _questions(questions: Mapping[str, Question], requirements: Sequence[Requirement], picture: Picture) -> tuple[Asked, ...]:
    changes = questions_of(requirements, picture)
    asks = {name for group in picture.chosen for name in group.asks}
    found = []
    for question in questions.values():
        wanted = question.always or question.id in asks or changes.get(question.id, 0) > 0
        here = picture.purchase.country in question.countries
        if wanted and here and picture.chosen and holds(question.when, picture) is not Truth.NO:
            usual = picture.usual(question.id)
            found.append(Asked(question, changes.get(question.id, 0), usual))
    return tuple(found)
