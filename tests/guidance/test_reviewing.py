"""Looking a list over: each thing that can be found, and that it is not found where it is not there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.guidance.looking_over import expect, findings, refuse
from tests.guidance.made import FOLLOW_UP, decision, guided, left_out, purchase, question, requirement, rule, rules, texts

from kravkompass.catalog.condition import FactIs
from kravkompass.catalog.requirement import Codes, Parameter, Relations, Requirement
from kravkompass.catalog.terms import Confidence, Country, Kind, Level, Method, ParameterType, Place, Priority, Theme
from kravkompass.guidance.findings import SENTENCES, Found, Weight
from kravkompass.guidance.purchase import Purchase, Verdict
from kravkompass.guidance.reviewing import review
from kravkompass.language import Language

ONE = requirement("SE-X-01")


ERROR, WARNING, HINT = Weight


def test_a_list_in_order_has_no_findings() -> None:
    assert findings(purchase(decision("SE-X-01")), ONE) == {}


def test_every_finding_has_a_sentence() -> None:
    assert SENTENCES.keys() == set(Found)


def test_no_title() -> None:
    assert expect(Found.NO_TITLE, ERROR, purchase(title="  "), ONE).page == "purchase"
    refuse(Found.NO_TITLE, purchase(), ONE)


def test_no_groups() -> None:
    assert expect(Found.NO_GROUPS, ERROR, purchase(groups=()), ONE).page == "groups"
    expect(Found.NO_GROUPS, ERROR, purchase(groups=("gone",)), ONE)
    refuse(Found.NO_GROUPS, purchase(), ONE)


def test_no_requirements() -> None:
    expect(Found.NO_REQUIREMENTS, ERROR, purchase())
    expect(Found.NO_REQUIREMENTS, ERROR, purchase(left_out("SE-X-01")), ONE)
    refuse(Found.NO_REQUIREMENTS, purchase(), ONE)
    refuse(Found.NO_REQUIREMENTS, purchase(groups=()), ONE)


def test_value_missing() -> None:
    share = Parameter("share", ParameterType.PERCENT, None, 0, 100, "", {"sv": "Andel ekologiskt"})
    one = requirement(parameters=(share, Parameter("days", ParameterType.DAYS, 30, 1, 90)))
    finding = expect(Found.VALUE_MISSING, ERROR, purchase(), one)
    assert (finding.requirement, finding.values["parameters"]) == ("SE-X-01", "Andel ekologiskt")
    refuse(Found.VALUE_MISSING, purchase(decision("SE-X-01", values={"share": 0})), one)


def test_production_in_specification() -> None:
    fair = Codes(social=frozenset({"hum-right"}))
    wrong = requirement(kind=Kind.SPECIFICATION, place=frozenset({Place.SPECIFICATION}), codes=fair)
    expect(Found.PRODUCTION_IN_SPECIFICATION, ERROR, purchase(), wrong)
    refuse(Found.PRODUCTION_IN_SPECIFICATION, purchase(), requirement(codes=fair))


@pytest.mark.parametrize("word", ["närproducerade", "närodlad", "lokalproducerat", "svenskproducerad", "kortreist"])
def test_origin_demanded_in_the_buyers_own_words(word: str) -> None:
    own = decision("SE-X-01", Verdict.ADAPTED, wording={"sv": f"Varorna ska vara {word}."})
    assert expect(Found.ORIGIN_DEMANDED, ERROR, purchase(own), ONE).values["word"] == word
    fine = decision("SE-X-01", Verdict.ADAPTED, wording={"sv": "Ursprunget ska framgå av varan."})
    refuse(Found.ORIGIN_DEMANDED, purchase(fine), ONE)


def test_label_demanded_in_the_buyers_own_words() -> None:
    own = decision("SE-X-01", Verdict.ADAPTED, wording={"sv": "Kaffet ska vara märkt med Fairtrade."})
    expect(Found.LABEL_DEMANDED, ERROR, purchase(own), ONE)
    fine = decision("SE-X-01", Verdict.ADAPTED, wording={"sv": "Fairtrade eller likvärdigt godtas som bevis."})
    refuse(Found.LABEL_DEMANDED, purchase(fine), ONE)


@pytest.mark.parametrize("relations", [Relations(excludes=("SE-X-01",)), Relations(replaces=("SE-X-01",))])
def test_together(relations: Relations) -> None:
    other = requirement("SE-X-02", relations=relations)
    both = purchase(decision("SE-X-01"), decision("SE-X-02"))
    assert expect(Found.TOGETHER, ERROR, both, ONE, other).values["other"] == "Titel SE-X-01"
    refuse(Found.TOGETHER, purchase(decision("SE-X-01"), left_out("SE-X-02")), ONE, other)
    refuse(Found.TOGETHER, purchase(), ONE, other)


def test_not_above_minimum() -> None:
    minimum = requirement("SE-X-01", feature="share", level=Level.ADVANCED, kind=Kind.SPECIFICATION)
    award = requirement("SE-X-02", feature="share", level=Level.ADVANCED, kind=Kind.AWARD)
    both = purchase(decision("SE-X-01"), decision("SE-X-02"))
    assert expect(Found.NOT_ABOVE_MINIMUM, WARNING, both, minimum, award).requirement == "SE-X-02"
    refuse(Found.NOT_ABOVE_MINIMUM, both, replace(minimum, level=Level.BASE), award)
    refuse(Found.NOT_ABOVE_MINIMUM, both, minimum, replace(award, relations=Relations(exceeds=("SE-X-01",))))
    refuse(Found.NOT_ABOVE_MINIMUM, both, replace(minimum, feature="other"), award)


def test_not_repeated() -> None:
    qualification = requirement("SE-X-01", kind=Kind.QUALIFICATION, relations=Relations(repeat_as=("SE-X-02", "SE-X-03")))
    terms = (requirement("SE-X-02"), requirement("SE-X-03"))
    alone = purchase(decision("SE-X-01"), left_out("SE-X-02"), left_out("SE-X-03"))
    assert expect(Found.NOT_REPEATED, WARNING, alone, qualification, *terms).values["other"] == "Titel SE-X-02"
    one_of_them = purchase(decision("SE-X-01"), left_out("SE-X-02"), decision("SE-X-03"))
    refuse(Found.NOT_REPEATED, one_of_them, qualification, *terms)
    refuse(Found.NOT_REPEATED, alone, qualification)


def test_statutory_left_out() -> None:
    law = requirement("SE-X-01", statutory=True, when=FactIs("children", frozenset({"yes"})))
    out = purchase(left_out("SE-X-01"), answers={"children": "yes"})
    assert expect(Found.STATUTORY_LEFT_OUT, ERROR, out, law).requirement == "SE-X-01"
    refuse(Found.STATUTORY_LEFT_OUT, purchase(left_out("SE-X-01"), answers={"children": "no"}), law)
    further = requirement("SE-X-02", priority=Priority.EXTRA, relations=Relations(replaces=("SE-X-01",)))
    refuse(
        Found.STATUTORY_LEFT_OUT, purchase(left_out("SE-X-01"), decision("SE-X-02"), answers={"children": "yes"}), law, further
    )


def test_no_reason() -> None:
    expect(Found.NO_REASON, WARNING, purchase(decision("SE-X-01", Verdict.LEFT_OUT, reason="  ")), ONE)
    refuse(Found.NO_REASON, purchase(decision("SE-X-01", Verdict.LEFT_OUT, reason="Gäller inte.")), ONE)
    refuse(Found.NO_REASON, purchase(left_out("SE-X-01")), ONE)


def test_check_before_use() -> None:
    several = [requirement(f"SE-X-0{number}", confidence=Confidence.MEDIUM) for number in (1, 2)]
    assert expect(Found.CHECK_BEFORE_USE, HINT, purchase(), *several).values == {"n": "2"}
    refuse(Found.CHECK_BEFORE_USE, purchase(), ONE)


def test_newer_revision() -> None:
    expect(Found.NEWER_REVISION, HINT, purchase(decision("SE-X-01")), replace(ONE, revision=2))
    refuse(Found.NEWER_REVISION, purchase(left_out("SE-X-01")), replace(ONE, revision=2))
    refuse(Found.NEWER_REVISION, purchase(decision("SE-X-01")), ONE)


def test_open_questions() -> None:
    waits = requirement("SE-X-02", when=FactIs("children", frozenset({"yes"})))
    asked = {name: question(name) for name in ("children", "wood")}
    finding = expect(Found.OPEN_QUESTIONS, HINT, purchase(), ONE, waits, questions=asked)
    assert (finding.page, finding.values) == ("situation", {"n": "1"})
    refuse(Found.OPEN_QUESTIONS, purchase(answers={"children": "no"}), ONE, waits, questions=asked)


def test_theme_open() -> None:
    several = [requirement(f"SE-X-0{number}") for number in (1, 2, 3)]
    finding = expect(Found.THEME_OPEN, HINT, purchase(decision("SE-X-01")), *several)
    assert (finding.requirement, finding.values) == ("SE-X-02", {"theme": "environment", "n": "2"})
    decided = purchase(*(decision(one.id) for one in several))
    refuse(Found.THEME_OPEN, decided, *several)
    refuse(Found.THEME_OPEN, purchase(), requirement(priority=Priority.EXTRA))


@pytest.mark.parametrize(("months", "found"), [(12, True), (23, True), (24, False), (None, False)])
def test_too_short_for_audit(months: int | None, found: bool) -> None:
    audited = requirement(follow_up=replace(FOLLOW_UP, method=Method.OFFICE_AUDIT))
    bought = purchase(answers={"contract-months": months} if months else {})
    assert (Found.TOO_SHORT_FOR_AUDIT in findings(bought, audited)) is found
    refuse(Found.TOO_SHORT_FOR_AUDIT, bought, ONE)


def test_procedure_unknown() -> None:
    known = rules(rule("se-direct-limit", ("2020-01-01", "", 700_000)))
    expect(Found.PROCEDURE_UNKNOWN, HINT, purchase(answers={"value": 700_000}), ONE, rules=known)
    refuse(Found.PROCEDURE_UNKNOWN, purchase(answers={"value": 699_999}), ONE, rules=known)
    refuse(Found.PROCEDURE_UNKNOWN, purchase(answers={"value": 700_000, "procedure": "above-threshold"}), ONE, rules=known)
    refuse(Found.PROCEDURE_UNKNOWN, purchase(), ONE, rules=known)


# ---- Sweden --------------------------------------------------------------------------------------------------------------------

SE_RULES = rules(
    rule("se-direct-limit", ("2020-01-01", "", 700_000)),
    rule("se-threshold-goods-services", ("2020-01-01", "", 2_000_000)),
    rule("se-documentation-from", ("2020-01-01", "", 100_000)),
)


@pytest.mark.parametrize(("value", "found"), [(99_999, False), (100_000, True), (699_999, True), (700_000, False)])
def test_se_document_direct(value: int, found: bool) -> None:
    seen = findings(purchase(answers={"value": value}), ONE, rules=SE_RULES)
    assert (Found.SE_DOCUMENT_DIRECT in seen) is found
    if found:
        assert seen[Found.SE_DOCUMENT_DIRECT].values["amount"].replace("\N{NO-BREAK SPACE}", " ") == "100 000 SEK"
        assert "LOU" in seen[Found.SE_DOCUMENT_DIRECT].law


TERMS = requirement("SE-X-09", theme=Theme.WORKING_CONDITIONS, duty="se-labour-terms", priority=Priority.CORE)


def test_se_labour_terms() -> None:
    answers = {"labour_risk": "yes", "procedure": "above-threshold"}
    assert expect(Found.SE_LABOUR_TERMS, ERROR, purchase(answers=answers), ONE).law.startswith("LOU 17 kap.")
    refuse(Found.SE_LABOUR_TERMS, purchase(answers=answers), TERMS)
    expect(Found.SE_LABOUR_TERMS, ERROR, purchase(left_out("SE-X-09"), answers=answers), TERMS)
    refuse(Found.SE_LABOUR_TERMS, purchase(answers={**answers, "procedure": "below-threshold"}), ONE)
    refuse(Found.SE_LABOUR_TERMS, purchase(answers={**answers, "labour_risk": "no"}), ONE)


@pytest.mark.parametrize(("risk", "found"), [(None, True), ("unknown", True), ("yes", False), ("no", False)])
def test_se_labour_not_assessed(risk: str | None, found: bool) -> None:
    answers = {"on_premises": "yes", **({"labour_risk": risk} if risk else {})}
    assert (Found.SE_LABOUR_NOT_ASSESSED in findings(purchase(answers=answers), ONE)) is found
    refuse(Found.SE_LABOUR_NOT_ASSESSED, purchase(answers={"on_premises": "no"}), ONE)


def test_se_accessibility() -> None:
    used = {"used_by_people": "yes"}
    expect(Found.SE_ACCESSIBILITY, ERROR, purchase(answers={**used, "procedure": "above-threshold"}), ONE)
    expect(Found.SE_ACCESSIBILITY, HINT, purchase(answers={**used, "procedure": "direct"}), ONE)
    refuse(Found.SE_ACCESSIBILITY, purchase(answers=used), requirement(theme=Theme.ACCESSIBILITY))
    refuse(Found.SE_ACCESSIBILITY, purchase(answers={"used_by_people": "no"}), ONE)


# ---- Norway --------------------------------------------------------------------------------------------------------------------

NO_RULES = rules(
    rule("no-environment-weight", ("2024-01-01", "2026-06-30", 30), ("2026-07-01", "", 30)),
    rule("no-apprentice-months", ("2017-01-01", "", 3)),
)
NORWEGIAN = {"country": Country.NORWAY}


def norwegian(name: str = "NO-X-01", **changes: Any) -> Requirement:  # noqa: ANN401 - any field
    return requirement(name, **{"theme": Theme.INTEGRITY, **NORWEGIAN, **changes})


def in_norway(*decisions: Any, **answers: Any) -> Purchase:  # noqa: ANN401 - as for a purchase
    groups = answers.pop("groups", ("food",))
    return purchase(*decisions, country=Country.NORWAY, groups=groups, answers={"procedure": "above-threshold", **answers})


@pytest.mark.parametrize(("group", "procedure", "found"), [("cleaning", "above-threshold", True), ("roof", "above-threshold", True),
    ("food", "above-threshold", False), ("cleaning", "below-threshold", False)])  # fmt: skip
def test_no_wages(group: str, procedure: str, found: bool) -> None:
    bought = in_norway(groups=(group,), procedure=procedure)
    everywhere = frozenset({"all"})
    assert (Found.NO_WAGES in findings(bought, norwegian(groups=everywhere), rules=NO_RULES)) is found
    refuse(Found.NO_WAGES, bought, norwegian(groups=everywhere, duty="no-wages"), rules=NO_RULES)


@pytest.mark.parametrize(
    ("months", "trade", "procedure", "found"),
    [
        (3, "yes", "above-threshold", False),
        (4, "yes", "above-threshold", True),
        (4, "no", "above-threshold", False),
        (4, "unknown", "above-threshold", False),
        (4, "yes", "below-threshold", False),
        (None, "yes", "above-threshold", False),
    ],
)
def test_no_apprentices(months: int | None, trade: str, procedure: str, found: bool) -> None:
    length = {"contract_months": months} if months else {}
    bought = in_norway(groups=("cleaning",), trade_certificate=trade, procedure=procedure, **length)
    everywhere = frozenset({"all"})
    assert (Found.NO_APPRENTICES in findings(bought, norwegian(groups=everywhere), rules=NO_RULES)) is found
    refuse(Found.NO_APPRENTICES, bought, norwegian(groups=everywhere, duty="no-apprentices"), rules=NO_RULES)


def test_the_law_of_one_country_is_not_asked_of_the_other() -> None:
    answers = {
        "labour_risk": "yes",
        "used_by_people": "yes",
        "on_premises": "yes",
        "trade_certificate": "yes",
        "contract_months": 12,
    }
    swedish = findings(purchase(answers={**answers, "procedure": "above-threshold"}), ONE, rules=NO_RULES)
    nordic = findings(in_norway(**answers), norwegian(groups=frozenset({"all"})), rules=SE_RULES)
    assert not [found for found in swedish if found.value.startswith("no-") and found not in OWN_NO]
    assert not [found for found in nordic if found.value.startswith("se-")]


OWN_NO = {Found.NO_TITLE, Found.NO_GROUPS, Found.NO_REQUIREMENTS, Found.NO_REASON}


def test_texts_are_looked_at_in_the_language_of_the_list() -> None:
    spoken = {"sv": texts(), "nb": texts(demand="Varene skal være kortreiste.")}
    one = requirement(texts=spoken)
    whole = guided(purchase(decision("SE-X-01")), one)
    assert not review(whole, whole.rows(Language.SWEDISH))
    assert [found.found for found in review(whole, whole.rows(Language.BOKMAL))] == [Found.ORIGIN_DEMANDED]
