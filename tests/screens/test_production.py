"""Where it is made: countries found by name in every language, kept as a fact, and what follows from them."""

from __future__ import annotations

import pytest

from kravkompass.guidance.reasons import Code
from kravkompass.guidance.situation import COUNTRIES, OUTSIDE_EEA
from kravkompass.language import Language
from kravkompass.screens.production import MOST_FOUND, Production
from kravkompass.screens.wizard import Wizard

SV, NB, NN = Language.SWEDISH, Language.BOKMAL, Language.NYNORSK


@pytest.fixture
def production(wizard: Wizard) -> Production:
    """The question of where it is made, with no country told of yet."""
    wizard.answer(COUNTRIES, None)
    wizard.answer(OUTSIDE_EEA, None)
    return Production(wizard)


@pytest.mark.parametrize(
    ("words", "language", "best"),
    [("kin", SV, "CN"), ("Kina", NB, "CN"), ("tysk", SV, "DE"), ("osterr", SV, "AT"), ("øster", NB, "AT"), ("austerr", NN, "AT")],
)
def test_countries_are_found_by_name(production: Production, words: str, language: Language, best: str) -> None:
    assert production.find(words, language)[0][0] == best


def test_at_most_a_handful_and_nothing_for_nothing(production: Production) -> None:
    assert production.find("", SV) == production.find("  ", SV) == ()
    assert production.find("zzzz", SV) == ()
    assert len(production.find("a", SV)) == MOST_FOUND


def test_a_chosen_country_is_not_found_again(production: Production) -> None:
    production.add("CN")
    assert "CN" not in [code for code, _ in production.find("kina", SV)]
    assert production.chosen(SV) == (("CN", "Kina"),)


def test_the_countries_are_a_fact_that_is_gone_with_the_last(wizard: Wizard, production: Production) -> None:
    production.add("CN")
    production.add("SE")
    production.set_unknown(on=True)
    assert wizard.purchase.facts.get(COUNTRIES) == frozenset({"CN", "SE", "ZZ"})
    assert production.is_unknown
    for code in ("CN", "SE"):
        production.remove(code)
    production.set_unknown(on=False)
    assert wizard.purchase.facts.get(COUNTRIES) is None


@pytest.mark.parametrize(
    ("codes", "unknown", "answer"),
    [(["CN"], False, "yes"), (["SE", "NO"], False, "no"), (["SE"], True, None), (["SE", "CN"], True, "yes"), ([], True, None)],
)
def test_whether_it_is_made_outside_the_eea_follows(
    wizard: Wizard, production: Production, codes: list[str], unknown: bool, answer: str | None
) -> None:
    usual = wizard.guide.picture.fact(OUTSIDE_EEA)
    for code in codes:
        production.add(code)
    production.set_unknown(on=unknown)
    assert wizard.guide.picture.fact(OUTSIDE_EEA) == (answer or usual)


def test_what_the_buyer_answers_herself_goes_first(wizard: Wizard, production: Production) -> None:
    production.add("CN")
    wizard.answer(OUTSIDE_EEA, "no")
    assert wizard.guide.picture.fact(OUTSIDE_EEA) == "no"
    wizard.answer(OUTSIDE_EEA, "unknown")
    assert wizard.guide.picture.fact(OUTSIDE_EEA) == "yes"


def test_the_risk_gives_the_country_as_a_reason(wizard: Wizard, production: Production) -> None:
    production.add("BD")
    told = [
        reason.values["country"] for view in wizard.guide.risks for reason in view.reasons if reason.code is Code.COUNTRY_RISK
    ]
    assert set(told) == {"BD"}


@pytest.mark.parametrize("wizard", ["kalmar-fruit", "lillestrom-workwear"], indirect=True)
def test_the_question_to_the_supplier_names_the_purchase(wizard: Wizard, production: Production) -> None:
    asked = production.question()
    assert wizard.purchase.title in asked
    assert asked.count("?") == 2
