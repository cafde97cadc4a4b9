"""The catalog that ships: whole, true to its own checks, and enough for a small municipality."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import pytest
from tests.catalog.real import catalog, reading

from kravkompass.catalog.checks import check_catalog
from kravkompass.catalog.reading import Reading
from kravkompass.catalog.terms import Country, Kind, Theme
from kravkompass.guidance.guide import guide
from kravkompass.purchases.examples import EXAMPLES, Example
from kravkompass.screens.export import own_language

LEAST = {Country.SWEDEN: 50, Country.NORWAY: 40}


def test_no_check_finds_a_problem() -> None:
    read = reading()
    copy = Reading(**{name: getattr(read, name) for name in Reading.__slots__})
    copy.problems = list(read.problems)
    check_catalog(copy, datetime.now().astimezone().date())
    assert [str(problem) for problem in sorted(copy.problems)] == []


@pytest.mark.parametrize("country", Country)
def test_there_is_enough_in_each_country(country: Country) -> None:
    requirements = catalog().requirements(country)
    assert len(requirements) >= LEAST[country]
    kinds = Counter(one.kind for one in requirements)
    assert all(kinds[kind] >= 3 for kind in Kind), kinds
    themes = Counter(one.theme for one in requirements)
    assert all(themes[theme] for theme in Theme), themes


def test_every_requirement_is_written_in_the_languages_of_its_country() -> None:
    for one in catalog().requirements():
        assert set(one.country.languages) <= one.texts.keys(), one.id
        assert all(all(getattr(texts, name) for name in texts.__slots__) for texts in one.texts.values()), one.id


def test_no_text_is_the_same_in_bokmal_and_nynorsk_throughout() -> None:
    for one in catalog().requirements(Country.NORWAY):
        nb, nn = one.texts["nb"], one.texts["nn"]
        assert (nb.demand, nb.why, nb.follow_up) != (nn.demand, nn.why, nn.follow_up), one.id


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_the_examples_are_about_things_the_catalog_has(example: Example) -> None:
    purchase = example.purchase()
    for group in purchase.groups:
        catalog().group(group)
    for name, decision in purchase.decisions.items():
        requirement = catalog().requirement(name)
        assert requirement.country is purchase.country
        assert decision.revision <= requirement.revision
        assert decision.values.keys() <= {parameter.name for parameter in requirement.parameters}
    known = {*catalog().questions, "value", "announced", "contract-start", "contract-months", "extension-months", "procedure"}
    known |= {"environment-way", "environment-weight"}
    assert purchase.facts.answers.keys() <= known


NEEDS = {
    "kalmar-fruit": {Theme.SUPPLY_CHAIN, Theme.ENVIRONMENT, Theme.CLIMATE},
    "karlstad-repairs": {Theme.WORKING_CONDITIONS, Theme.EMPLOYMENT, Theme.INTEGRITY},
    "lillestrom-workwear": {Theme.SUPPLY_CHAIN, Theme.ANIMAL_WELFARE, Theme.WORKING_CONDITIONS, Theme.CHEMICALS, Theme.CLIMATE},
}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_the_catalog_answers_what_the_examples_are_about(example: Example) -> None:
    purchase = example.purchase()
    rows = guide(purchase, catalog(), datetime(2026, 11, 22).astimezone().date()).rows(own_language(purchase.country))
    assert len(rows) >= 12
    assert {row.requirement.theme for row in rows} >= NEEDS[example.name]


def test_kalmar_asks_about_origin_organic_and_fair_growing() -> None:
    shown = {one.feature for one in catalog().requirements(Country.SWEDEN) if "fruit-vegetables" in one.groups}
    assert any("organic" in feature for feature in shown), sorted(shown)
    assert any("social" in feature for feature in shown), sorted(shown)
    assert any("origin" in feature for feature in shown), sorted(shown)
