"""The wizard: one purchase, its route of pages, and everything the pages show and do. Every answer is saved as it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from kravkompass.catalog.municipalities import find
from kravkompass.catalog.terms import Country, RiskArea, RiskLevel
from kravkompass.followup.budget import fit
from kravkompass.followup.planning import period_of, plan
from kravkompass.guidance.checklist import CHECKLIST, Page
from kravkompass.guidance.earlier import borrowed_for
from kravkompass.guidance.findings import Finding
from kravkompass.guidance.guide import Guide, guide
from kravkompass.guidance.profile import Profile
from kravkompass.guidance.purchase import Purchase, RiskOverride
from kravkompass.guidance.reviewing import Beside, review
from kravkompass.language import Language
from kravkompass.purchases.kinds import Kind
from kravkompass.screens.profile import whole_profile

if TYPE_CHECKING:
    from kravkompass.catalog.catalog import Catalog
    from kravkompass.catalog.municipalities import Municipality
    from kravkompass.catalog.requirement import Requirement
    from kravkompass.catalog.search import Finder, Suggestion
    from kravkompass.catalog.terms import Theme
    from kravkompass.guidance.facts import Answer
    from kravkompass.purchases.change import Change
    from kravkompass.purchases.store import Store
    from kravkompass.screens.exporting import Ticked

SUGGESTIONS = 6
EARLIER = 50
"""How many of the latest purchases are looked through for answers."""


class Wizard:
    """One purchase on its way from a description to documents."""

    kinds = frozenset(Kind)

    def __init__(
        self, store: Store, catalog: Catalog, purchase: str, today: Callable[[], date], finder: Callable[[], Finder]
    ) -> None:
        self.store = store
        self.catalog = catalog
        self._today = today
        self.finder = finder
        self._id = purchase
        self._guide: Guide | None = None
        self.theme: Theme | None = None
        """The theme the buyer is at on the page of requirements."""
        self.ticked: Ticked | None = None
        """What was ticked on the page of export when it was left for a preview."""
        found = store.purchase(purchase)
        self._at = found.page
        self._keep_wordings(found)

    def _keep_wordings(self, purchase: Purchase) -> None:
        """Keep the wordings of decisions as the catalog has them, before a later one has others: what came with a file may say something else."""
        known = {one.id: one for one in self.catalog.requirements(purchase.country)}
        lost = [
            known[name]
            for name, decision in purchase.decisions.items()
            if name in known and known[name].revision == decision.revision and purchase.taken.get(name) != known[name]
        ]
        if lost:
            with self.store.change() as change:
                change.own.remember(lost)

    def look_again(self) -> None:
        """Work out anew what the rules say, when something beside the purchase has changed."""
        self._guide = None

    @contextmanager
    def change(self) -> Iterator[Change]:
        """Change the user's data; what the rules say is worked out anew for whoever is told of it."""
        with self.store.change() as change:
            try:
                yield change
            finally:
                self._guide = None

    @property
    def profile(self) -> Profile:
        """The municipality's profile."""
        return whole_profile(self.store)

    @property
    def guide(self) -> Guide:
        """What the rules say about the purchase as it stands now."""
        if self._guide is None:
            self._guide = guide(self.store.purchase(self._id), self.catalog, self.today, self.profile)
        return self._guide

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today()

    @property
    def purchase(self) -> Purchase:
        """The purchase as it stands now."""
        return self.guide.purchase

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages on the route, in order."""
        return self.guide.pages

    @property
    def page(self) -> Page:
        """The page the buyer is on; the nearest before it when it has left the route."""
        declared = [page.id for page in CHECKLIST]
        at = declared.index(self._at) if self._at in declared else 0
        return [page for page in self.pages if declared.index(page.id) <= at][-1]

    def go(self, page: str) -> None:
        """Go to a page, in any order; to the nearest before it when it is not on the route."""
        self._at = page
        self._at = self.page.id
        # The page the buyer is on changes nothing of what the rules say.
        with self.store.change() as change:
            change.visit(self._id, self._at)
        self._guide = replace(self.guide, purchase=replace(self.purchase, page=self._at))

    def step(self, by: int) -> None:
        """Go a number of pages forward or back."""
        pages = self.pages
        at = min(max(pages.index(self.page) + by, 0), len(pages) - 1)
        self.go(pages[at].id)

    def describe(self, **texts: str) -> None:
        """Say the title, description, organisation, reference, buyer or supplier."""
        with self.change() as change:
            change.describe(self._id, **texts)

    def organisations(self, words: str) -> tuple[Municipality, ...]:
        """Find municipalities of the purchase's country by name."""
        country = self.purchase.country
        return find(words, [one for one in self.catalog.municipalities if one.country is country])

    def answer(self, question: str, answer: Answer | None) -> None:
        """Answer a question, or take the answer away."""
        with self.change() as change:
            change.answer(self._id, question, answer)

    def set_country(self, country: Country) -> None:
        """Change the country whose rules and requirements hold."""
        with self.change() as change:
            change.set_country(self._id, country)

    def set_groups(self, groups: Sequence[str]) -> None:
        """Choose the product groups."""
        with self.change() as change:
            change.set_groups(self._id, groups)
            for name in self.store.purchase(self._id).borrowed:
                change.answer(self._id, name, None)
        self.borrow()

    def borrow(self) -> None:
        """Fill in what earlier purchases of the same kind have answered already."""
        rows = (row for row in self.store.purchases() if row.id != self._id and row.country is self.purchase.country)
        earlier = [self.store.purchase(row.id) for row in islice(rows, EARLIER)]
        found = borrowed_for(self.purchase, earlier, [one.question.id for one in self.guide.questions])
        if found:
            with self.change() as change:
                for name, one in found.items():
                    change.answer(self._id, name, one.answer, one.source)

    def suggested_groups(self) -> tuple[Suggestion, ...]:
        """Give the product groups that the title, the description and the CPV codes point to, best first."""
        purchase = self.purchase
        words = f"{purchase.title}. {purchase.description}"
        if not (words.strip(". ") or purchase.cpv):
            return ()
        return self.finder().suggest(words, cpv=purchase.cpv, country=purchase.country)[:SUGGESTIONS]

    def set_cpv(self, codes: Sequence[str]) -> None:
        """Give the CPV codes."""
        with self.change() as change:
            change.set_cpv(self._id, codes)

    def override_risk(self, area: RiskArea, level: RiskLevel, reason: str) -> None:
        """Set another risk level than the published one, with the written reason for it."""
        with self.change() as change:
            change.override_risk(self._id, RiskOverride(area, level, reason))

    def forget_risk(self, area: RiskArea) -> None:
        """Go back to the published risk level."""
        with self.change() as change:
            change.forget_risk(self._id, area)

    def findings(self, language: Language) -> tuple[Finding, ...]:
        """Look the list over."""
        rows = self.guide.rows(language)
        budget = fit(plan(rows, period_of(self.purchase.facts, self.purchase.country)), rows, self.profile.hours)
        return review(
            self.guide, rows, Beside(len(budget.left_out), {row.requirement.id: self._seen(row.requirement) for row in rows})
        )

    def _seen(self, requirement: Requirement) -> str:
        """Give the day the oldest source of a requirement was checked (ISO text)."""
        sources = (self.catalog.source(requirement.country, name) for name in requirement.sources)
        return min((source.seen for source in sources if source is not None), default=self.today.isoformat())

    def status(self, page: str) -> tuple[int, int]:
        """Give how much of a page is done, and of how much: decisions on the requirement page, answers on the situation page."""
        current = self.guide
        if page == "situation":
            asked = [one.question.id for one in current.questions]
            open_ones = [name for name in asked if current.purchase.facts.is_open(name) and current.picture.usual(name) is None]
            return len(asked) - len(open_ones), len(asked)
        if page == "requirements":
            proposed = [one.requirement.id for one in current.recommendations if one.standing == "recommended"]
            return sum(name in current.purchase.decisions for name in proposed), len(proposed)
        return 0, 0

    def is_filled(self, page: str) -> bool:
        """Whether what a page asks for is there, on the pages that count nothing."""
        purchase = self.purchase
        return {
            "purchase": bool(purchase.title) and purchase.facts.number("value") is not None,
            "groups": bool(self.guide.picture.chosen),
            "risk": bool(purchase.risks),
        }.get(page, False)
