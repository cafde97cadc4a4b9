"""Several requirements decided at once: packages, themes, levels; and all of it taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kravkompass.catalog.terms import Theme
from kravkompass.guidance.purchase import Decision, LeftOutReason, Verdict
from kravkompass.guidance.recommending import Standing
from kravkompass.language import Language
from kravkompass.screens.packages import Packages
from kravkompass.screens.requirements import Requirements, ThemeChoices
from kravkompass.screens.wizard import Wizard

SV = Language.SWEDISH
EVERY_EXAMPLE = pytest.mark.parametrize("wizard", ["kalmar-fruit", "karlstad-repairs", "lillestrom-workwear"], indirect=True)


@pytest.fixture
def page(wizard: Wizard) -> Requirements:
    """The page of requirements."""
    return Requirements(wizard)


def unsigned(wizard: Wizard) -> dict[str, Decision]:
    """What is decided, whoever did it and when: an example's decisions are unsigned until they are decided again."""
    return {name: replace(one, decided_by="", decided_at="") for name, one in wizard.purchase.decisions.items()}


def theme_of(page: Requirements, theme: Theme) -> ThemeChoices:
    return next(one for one in page.themes(SV) if one.theme is theme)


@EVERY_EXAMPLE
def test_a_package_takes_what_fits_and_gives_it_back(wizard: Wizard, page: Requirements) -> None:
    packages = Packages(wizard, page)
    for offer in packages.offers():
        stood = unsigned(wizard)
        before = packages.take(offer.package.id)
        decisions = wizard.purchase.decisions
        assert before.count == len(offer.left)
        assert set(offer.left) <= set(offer.fitting) <= set(offer.package.requirements)
        assert all(decisions[name].verdict is Verdict.CHOSEN for name in offer.left)
        again = next((one for one in packages.offers() if one.package.id == offer.package.id), None)
        assert again is None or again.left == ()
        page.undo(before)
        assert unsigned(wizard) == stood


@EVERY_EXAMPLE
def test_packages_are_of_the_country_and_never_put_two_on_the_list_that_clash(wizard: Wizard, page: Requirements) -> None:
    packages = Packages(wizard, page)
    assert packages.offers()
    for offer in packages.offers():
        assert offer.package.country is wizard.purchase.country
        packages.take(offer.package.id)
    requirements = wizard.guide.requirements
    inside = {name for name, decision in wizard.purchase.decisions.items() if decision.is_in}
    for name in inside:
        relations = requirements[name].relations
        assert not inside & {*relations.excludes, *relations.replaces}


def test_a_package_leaves_what_the_buyer_left_out(wizard: Wizard, page: Requirements) -> None:
    packages = Packages(wizard, page)
    offer = packages.offers()[0]
    page.leave_out(offer.left[0], LeftOutReason.MARKET, "")
    packages.take(offer.package.id)
    assert wizard.purchase.decisions[offer.left[0]].verdict is Verdict.LEFT_OUT


@EVERY_EXAMPLE
def test_a_theme_is_left_out_for_one_reason_and_taken_back(wizard: Wizard, page: Requirements) -> None:
    for theme in [one.theme for one in page.themes(SV) if one.proposed]:
        stood = unsigned(wizard)
        before = page.leave_out_theme(theme, LeftOutReason.NOT_PROPORTIONATE, "Ett litet köp.")
        shown = theme_of(page, theme)
        assert all(choice.requirement.statutory for choice in shown.choices if choice.is_in)
        assert page.why_none(theme) == "Ett litet köp."
        assert all(wizard.purchase.decisions[name].reason == "Ett litet köp." for name in before.decisions)
        page.undo(before)
        assert unsigned(wizard) == stood
        assert page.why_none(theme) == ""


def test_a_theme_without_anything_chosen_can_be_explained(wizard: Wizard, page: Requirements) -> None:
    theme = next(one for one in page.themes(SV) if one.proposed and not any(two.requirement.statutory for two in one.choices))
    assert not theme.is_left_out
    for choice in theme.choices:
        if choice.is_in:
            page.leave_out(choice.requirement.id, LeftOutReason.NOT_RELEVANT, "")
    assert theme_of(page, theme.theme).is_left_out
    page.explain_none(theme.theme, " Ingår i ett annat avtal. ")
    assert page.why_none(theme.theme) == "Ingår i ett annat avtal."
    page.explain_none(theme.theme, " ")
    assert wizard.purchase.facts.get("theme-" + theme.theme.value + "-none") is None


@EVERY_EXAMPLE
def test_one_level_is_chosen_and_the_others_of_its_kind_make_way(wizard: Wizard, page: Requirements) -> None:
    every = {one.requirement.feature: one for theme in page.themes(SV) for one in theme.choices}
    for choice in every.values():
        name = choice.requirement.id
        levels = page.levels(name, SV)
        assert name in [one.requirement.id for one in levels]
        assert [one.requirement.level.height for one in levels] == sorted(one.requirement.level.height for one in levels)
        if len(levels) < 2 or choice.standing is Standing.WAITING:
            continue
        stood = unsigned(wizard)
        before = page.choose_level(name)
        for other in page.levels(name, SV):
            one, chosen = other.requirement, choice.requirement
            both = {one.id, chosen.id} & {*one.relations.adds_to, *chosen.relations.adds_to}
            if one.kind is chosen.kind and one.level is not chosen.level and not one.statutory and not both:
                assert not other.is_in
        page.undo(before)
        assert unsigned(wizard) == stood


def test_what_was_signed_keeps_its_name_and_time(wizard: Wizard, page: Requirements) -> None:
    theme = next(one.theme for one in page.themes(SV) if one.undecided)
    page.choose_proposed(theme)
    stood = wizard.purchase.decisions
    before = page.leave_out_theme(theme, LeftOutReason.OTHER, "Av misstag.")
    assert before.count
    page.undo(before)
    signed = {name: one for name, one in stood.items() if one.decided_at}
    assert signed.items() <= wizard.purchase.decisions.items()
