"""The pages of the checklist, declared, and the route the facts call for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kravkompass.language import text


@dataclass(frozen=True, slots=True)
class Signs:
    """What decides whether a page belongs on the route."""

    has_groups: bool
    has_questions: bool
    has_supply_chain: bool
    has_environment_rule: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the checklist: what it is called, what it is for, and when it is on the route."""

    id: str
    title: str
    lead: str
    when: Callable[[Signs], bool] = lambda _signs: True


CHECKLIST: tuple[Page, ...] = (
    Page("purchase", text("The purchase"), text("Describe what you are going to buy, in your own words.")),
    Page(
        "groups",
        text("Product groups"),
        text("Choose what fits. The product groups decide which questions and requirements you see."),
    ),
    Page(
        "situation",
        text("Your situation"),
        text("A few questions that decide which requirements fit. You can always answer “Don’t know”."),
        when=lambda signs: signs.has_questions,
    ),
    Page(
        "risk",
        text("Risk"),
        text("How great the risk is in the supply chain, according to published sources."),
        when=lambda signs: signs.has_supply_chain,
    ),
    Page(
        "requirements",
        text("Requirements"),
        text("Go through the themes. Choose, adapt or leave out, with a reason."),
        when=lambda signs: signs.has_groups,
    ),
    Page(
        "environment",
        text("Climate and environment, § 7-9"),
        text("How the purchase meets the Norwegian rule on the weight of climate and environment."),
        when=lambda signs: signs.has_groups and signs.has_environment_rule,
    ),
    Page("checks", text("Look over"), text("What to put right before you publish."), when=lambda signs: signs.has_groups),
    Page(
        "notice",
        text("Notice"),
        text("Which boxes to tick in the notice form (eForms), as your choices say."),
        when=lambda signs: signs.has_groups,
    ),
    Page(
        "follow-up",
        text("Follow-up"),
        text("What to check, when, and what it costs in hours."),
        when=lambda signs: signs.has_groups,
    ),
    Page(
        "decisions",
        text("Decisions"),
        text("Everything that was proposed and decided, with the reason, by whom and when. The decision annex says the same."),
        when=lambda signs: signs.has_groups,
    ),
    Page("export", text("Export"), text("The requirement list, the follow-up plan and other documents, as files.")),
)


def route(signs: Signs, pages: Sequence[Page] = CHECKLIST) -> tuple[Page, ...]:
    """Give the pages that belong on the route, in order."""
    return tuple(page for page in pages if page.when(signs))
