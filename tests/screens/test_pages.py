"""Looking over, follow-up and the catalog, as their screens show them."""

from __future__ import annotations

import pytest
from tests.catalog.real import catalog, finder

from kravkompass.catalog.terms import Country
from kravkompass.followup.planning import Occasion
from kravkompass.guidance.findings import Found, Weight
from kravkompass.language import Language
from kravkompass.screens.catalog import Browser
from kravkompass.screens.checks import Checks
from kravkompass.screens.followup import FollowUp
from kravkompass.screens.requirements import Requirements
from kravkompass.screens.wizard import Wizard

EXAMPLES = ["kalmar-fruit", "karlstad-repairs", "lillestrom-workwear"]
EVERY_EXAMPLE = pytest.mark.parametrize("wizard", EXAMPLES, indirect=True)


# ---- looking over --------------------------------------------------------------------------------------------------------------


@EVERY_EXAMPLE
@pytest.mark.parametrize("language", Language)
def test_the_proposals_of_an_example_contradict_neither_each_other_nor_the_law(wizard: Wizard, language: Language) -> None:
    errors = [finding for finding in Checks(wizard).findings(language) if finding.weight is Weight.ERROR]
    assert not [one for one in errors if one.found is not Found.VALUE_MISSING]


@EVERY_EXAMPLE
def test_findings_are_counted_by_weight_and_the_most_serious_come_first(wizard: Wizard) -> None:
    checks = Checks(wizard)
    wizard.describe(title="")
    findings = checks.findings(Language.SWEDISH)
    assert findings[0].found is Found.NO_TITLE or findings[0].weight is Weight.ERROR
    weights = [list(Weight).index(finding.weight) for finding in findings]
    assert weights == sorted(weights)
    assert [checks.count(Language.SWEDISH, weight) for weight in Weight] == [weights.count(place) for place in range(3)]


def test_a_finding_goes_when_it_is_put_right(wizard: Wizard) -> None:
    checks = Checks(wizard)
    wizard.describe(title="")
    assert Found.NO_TITLE in {finding.found for finding in checks.findings(Language.SWEDISH)}
    wizard.describe(title="Frukt")
    assert Found.NO_TITLE not in {finding.found for finding in checks.findings(Language.SWEDISH)}


# ---- follow-up -----------------------------------------------------------------------------------------------------------------


@EVERY_EXAMPLE
def test_the_plan_checks_every_requirement_of_the_list(wizard: Wizard) -> None:
    page = FollowUp(wizard)
    planned = {name for one in page.activities(Language.SWEDISH) for name in one.activity.requirements}
    assert planned == {row.requirement.id for row in page.rows(Language.SWEDISH)}
    assert all(len(one.titles) == len(one.activity.requirements) for one in page.activities(Language.SWEDISH))


def test_the_plan_follows_the_dates_and_the_list(wizard: Wizard) -> None:
    page = FollowUp(wizard)
    assert {one.activity.occasion for one in page.activities(Language.SWEDISH)} >= {
        Occasion.START_MEETING,
        Occasion.EXTENSION_DECISION,
        Occasion.EVALUATION,
    }
    before = page.plan(Language.SWEDISH).minutes
    wizard.answer("contract-start", None)
    assert all(one.day is None for one in page.activities(Language.SWEDISH))
    wizard.answer("contract-months", 3)
    assert page.plan(Language.SWEDISH).minutes < before


def test_the_plan_is_in_the_language_asked_for(wizard: Wizard) -> None:
    page = FollowUp(wizard)
    titles = {language: {title for one in page.activities(language) for title in one.titles} for language in Language}
    assert titles[Language.SWEDISH].isdisjoint(titles[Language.BOKMAL])


# ---- the catalog ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def browser() -> Browser:
    """The whole catalog."""
    return Browser(catalog(), finder)


@pytest.mark.parametrize("text", ["", "   "])
def test_without_words_everything_is_shown_by_country(browser: Browser, text: str) -> None:
    everything = browser.lines(text, None, Language.SWEDISH)
    assert len(everything) == len(catalog().requirements())
    for country in Country:
        lines = browser.lines(text, country, Language.SWEDISH)
        assert [line.requirement for line in lines] == list(catalog().requirements(country))
        assert not any(line.why for line in lines)


def test_words_find_requirements_of_the_country_and_tell_why(browser: Browser) -> None:
    lines = browser.lines("banan", Country.SWEDEN, Language.SWEDISH)
    assert lines
    assert all(line.requirement.country is Country.SWEDEN and line.title and line.why for line in lines)
    assert browser.lines("xyzzyqwv", None, Language.SWEDISH) == ()


@pytest.mark.parametrize("language", Language)
def test_every_requirement_can_be_read_whole_with_its_sources(browser: Browser, language: Language) -> None:
    for line in browser.lines("", None, language):
        texts = browser.texts(line.requirement, language)
        assert line.title == texts.title
        assert "{" not in texts.demand
        assert len(browser.sources(line.requirement)) == len(line.requirement.sources)


def test_choosing_does_not_change_the_catalog(wizard: Wizard, browser: Browser) -> None:
    page = Requirements(wizard)
    choice = next(choice for theme in page.themes(Language.SWEDISH) for choice in theme.choices)
    before = browser.texts(choice.requirement, Language.SWEDISH)
    page.adapt(choice.requirement.id, Language.SWEDISH, "Eget.", "x")
    assert browser.texts(choice.requirement, Language.SWEDISH) == before
