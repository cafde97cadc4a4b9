"""The ladder for deviations, and what activities are called."""

from __future__ import annotations

from datetime import date

import pytest

from kravkompass.catalog.terms import Country, Method, Who
from kravkompass.followup.ladder import LADDER, NORWEGIAN_SANCTIONS, ZERO_TOLERANCE, Step, extra_sentences
from kravkompass.followup.naming import occasion_name, when
from kravkompass.followup.planning import Activity, Occasion
from kravkompass.language import Language, Translation, translation


def test_the_ladder_has_every_step_in_order_and_ends_with_termination() -> None:
    assert [rung.step for rung in LADDER] == list(Step)
    assert LADDER[0].step is Step.DIALOGUE
    assert LADDER[-1].step is Step.TERMINATION


def test_the_plan_comes_before_any_sanction() -> None:
    order = [rung.step for rung in LADDER]
    sanctions = (Step.SUSPENSION, Step.PENALTY, Step.REPLACEMENT, Step.TERMINATION)
    assert all(order.index(Step.ACTION_PLAN) < order.index(sanction) for sanction in sanctions)


def test_every_rung_says_what_happens_and_how_long_it_takes_in_every_language(each_translation: Translation) -> None:
    for rung in LADDER:
        for words in (rung.name, rung.does, rung.deadline):
            assert words
            assert each_translation.say(words) != words, words


def test_what_cannot_wait_stands_beside_the_ladder() -> None:
    assert extra_sentences(Country.SWEDEN) == (ZERO_TOLERANCE,)
    assert extra_sentences(Country.NORWAY) == (ZERO_TOLERANCE, NORWEGIAN_SANCTIONS)


@pytest.mark.parametrize("occasion", Occasion)
def test_every_occasion_has_a_name(occasion: Occasion, each_translation: Translation) -> None:
    assert occasion_name(Activity(occasion, 0, None, Who.BUYER, 0), each_translation)


def test_a_check_is_named_by_its_methods() -> None:
    several = Activity(Occasion.CHECK, 12, None, Who.BUYER, 60, ("SE-X-01",), (Method.REPORT, Method.SITE_VISIT))
    assert occasion_name(several, translation(Language.SWEDISH)).count(", ") == 1
    first, second = occasion_name(several, translation(Language.BOKMAL)).split(", ")
    assert first[0].isupper()
    assert second[0].islower()


def test_when_is_a_date_or_the_month_of_the_contract(each_translation: Translation) -> None:
    day = date(2027, 6, 1)
    assert when(3, day, each_translation) == each_translation.formats.short_date(day)
    assert when(-1, None, each_translation) == each_translation.say("Before the contract")
    assert when(0, None, each_translation) == each_translation.say("Month {n}", n=1)
    assert when(23, None, each_translation).endswith("24")
