"""What must hold of every purchase over the shipped catalog, whatever is bought and answered."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.real import catalog
from tests.guidance.situations import TODAY, picture, purchases, risks

from kravkompass.catalog.condition import Truth, holds
from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import Level, Priority, RiskArea, RiskLevel, Theme
from kravkompass.guidance.checklist import CHECKLIST
from kravkompass.guidance.facts import Facts
from kravkompass.guidance.findings import Found, Weight
from kravkompass.guidance.guide import guide
from kravkompass.guidance.listing import text_language
from kravkompass.guidance.profile import Profile
from kravkompass.guidance.purchase import Decision, Purchase, Verdict
from kravkompass.guidance.recommending import MOST_USEFUL_IN_THEME, Recommendation, Standing, fits, recommend
from kravkompass.guidance.reviewing import review
from kravkompass.language import Language

Risks = dict[RiskArea, RiskLevel]
IN, OUT = Verdict.CHOSEN, Verdict.LEFT_OUT


def look(purchase: Purchase, given_risks: Risks) -> tuple[Recommendation, ...]:
    return recommend(catalog().requirements(), picture(purchase, given_risks))


def proposed(found: tuple[Recommendation, ...]) -> dict[str, Requirement]:
    return {one.requirement.id: one.requirement for one in found if one.standing is Standing.RECOMMENDED}


@given(purchases(), risks)
def test_nothing_is_shown_whose_condition_is_false_and_nothing_proposed_whose_condition_is_open(
    purchase: Purchase, given_risks: Risks
) -> None:
    seen = picture(purchase, given_risks)
    for one in look(purchase, given_risks):
        truth = holds(one.requirement.when, seen)
        assert truth is (Truth.OPEN if one.standing is Standing.WAITING else Truth.YES)
        assert one.requirement.country is purchase.country
        assert not one.requirement.retired
        assert one.reasons


@given(purchases(), risks)
def test_what_the_law_asks_for_is_never_lost(purchase: Purchase, given_risks: Risks) -> None:
    seen = picture(purchase, given_risks)
    found = proposed(look(purchase, given_risks))
    by_law_instead = {name for one in found.values() if one.statutory for name in one.relations.replaces}
    for one in catalog().requirements(purchase.country):
        if one.statutory and not one.retired and fits(one, seen) and holds(one.when, seen) is Truth.YES:
            assert one.id in found.keys() | by_law_instead


@given(purchases(), risks)
def test_what_is_proposed_can_stand_together(purchase: Purchase, given_risks: Risks) -> None:
    found = proposed(look(purchase, given_risks))
    for one in found.values():
        assert not set(one.relations.replaces) & found.keys(), one.id
        assert not set(one.relations.excludes) & found.keys(), one.id


@given(purchases(), risks)
def test_what_is_replaced_is_replaced_by_something_that_is_proposed(purchase: Purchase, given_risks: Risks) -> None:
    everything = look(purchase, given_risks)
    found = proposed(everything)
    for one in everything:
        for reason in one.reasons:
            assert reason.values.get("other") in {None, *found}, (one.requirement.id, reason)


@given(purchases(), risks, risks)
def test_more_risk_never_weakens_a_term(purchase: Purchase, given_risks: Risks, more: Risks) -> None:
    higher = {
        area: max(given_risks.get(area, RiskLevel.LOW), more.get(area, RiskLevel.LOW), key=lambda level: level.height)
        for area in RiskArea
    }
    calm, risky = proposed(look(purchase, given_risks)), proposed(look(purchase, higher))
    stronger = {name for one in risky.values() for name in one.relations.replaces}
    assert calm.keys() <= risky.keys() | stronger


@given(purchases(), risks)
def test_the_list_keeps_proportion(purchase: Purchase, given_risks: Risks) -> None:
    found = look(purchase, given_risks)
    calm = picture(purchase)
    called_for = {reason.values.get("other") for one in found for reason in one.reasons}
    called_for |= {name for one in found for name in one.requirement.relations.repeat_as}
    merely_useful = Counter(
        one.theme
        for one in proposed(found).values()
        if not one.statutory
        and one.priority is Priority.USEFUL
        and one.id not in called_for
        and one.level is Level.BASE
        and holds(one.when, calm) is Truth.YES
    )
    assert all(count <= MOST_USEFUL_IN_THEME for count in merely_useful.values()), merely_useful


@given(purchases(), risks)
def test_the_same_facts_give_the_same_list(purchase: Purchase, given_risks: Risks) -> None:
    turned = replace(purchase, groups=purchase.groups[::-1])
    forward = recommend(catalog().requirements(), picture(purchase, given_risks))
    backward = recommend(reversed(catalog().requirements()), picture(turned, given_risks))
    assert forward == backward


@given(purchases())
@settings(max_examples=50)
def test_the_proposed_list_can_be_read_reviewed_and_has_no_contradiction(purchase: Purchase) -> None:
    whole = guide(purchase, catalog(), TODAY)
    for language in Language:
        rows = whole.rows(language)
        assert len(rows) == len({row.requirement.id for row in rows})
        assert all(row.language == text_language(row.requirement, language.value) for row in rows)
        assert all("{" not in row.texts.demand for row in rows)
        found = {finding.found for finding in review(whole, rows)}
        assert not found & {Found.TOGETHER, Found.LABEL_DEMANDED, Found.ORIGIN_DEMANDED, Found.PRODUCTION_IN_SPECIFICATION}


@given(purchases())
@settings(max_examples=50)
def test_the_pages_come_in_order_and_questions_are_asked_once(purchase: Purchase) -> None:
    whole = guide(purchase, catalog(), TODAY)
    declared = [page.id for page in CHECKLIST]
    assert [declared.index(page.id) for page in whole.pages] == sorted(declared.index(page.id) for page in whole.pages)
    asked = [one.question.id for one in whole.questions]
    assert len(asked) == len(set(asked))
    assert all(purchase.country in one.question.countries for one in whole.questions)


@given(purchases())
@settings(max_examples=50)
def test_every_requirement_that_waits_waits_for_a_question_that_is_asked(purchase: Purchase) -> None:
    whole = guide(purchase, catalog(), TODAY)
    asked = {one.question.id for one in whole.questions} | {"procedure", "value", "contract-months", "announced", "purchase-type"}
    for one in whole.recommendations:
        if one.standing is Standing.WAITING:
            waits_for = {reason.values["question"] for reason in one.reasons if reason.code == "waits"}
            assert waits_for, one.requirement.id
            assert waits_for <= asked, one.requirement.id


@given(purchases())
@settings(max_examples=50)
def test_every_relevant_theme_is_answered_or_said_to_be_open(purchase: Purchase) -> None:
    whole = guide(purchase, catalog(), TODAY)
    relevant = {
        one.theme
        for one in catalog().requirements(purchase.country)
        if not one.retired and fits(one, whole.picture) and holds(one.when, whole.picture) is not Truth.NO
    }
    assert {one.requirement.theme for one in whole.recommendations} == relevant
    assert open_themes(purchase) == {
        one.requirement.theme for one in whole.recommendations if one.standing is Standing.RECOMMENDED
    }


@given(purchases(), st.data())
@settings(max_examples=50)
def test_a_theme_is_open_until_the_last_proposal_in_it_is_decided(purchase: Purchase, data: st.DataObject) -> None:
    found = proposed(guide(purchase, catalog(), TODAY).recommendations)
    if not found:
        return
    themes = data.draw(st.sets(st.sampled_from(sorted({one.theme for one in found.values()}))))
    decided = decide(
        purchase, {name: data.draw(st.sampled_from([IN, OUT])) for name, one in found.items() if one.theme in themes}
    )
    left = proposed(guide(decided, catalog(), TODAY).recommendations).keys() - decided.decisions.keys()
    assert open_themes(decided) == {catalog().requirement(name).theme for name in left}


@given(purchases(), st.data())
@settings(max_examples=50)
def test_deciding_one_by_one_comes_to_an_end_with_every_theme_answered(purchase: Purchase, data: st.DataObject) -> None:
    for _ in range(10):
        whole = guide(purchase, catalog(), TODAY)
        undecided = proposed(whole.recommendations).keys() - purchase.decisions.keys()
        if not undecided:
            break
        purchase = decide(purchase, {name: data.draw(st.sampled_from([IN, OUT])) for name in sorted(undecided)})
    assert not open_themes(purchase)


@given(purchases(), st.data())
@settings(max_examples=50)
def test_what_the_law_asks_for_is_on_the_list_or_its_absence_is_an_error(purchase: Purchase, data: st.DataObject) -> None:
    fitting = {one.requirement.id for one in guide(purchase, catalog(), TODAY).recommendations}
    any_of_them = st.dictionaries(st.sampled_from(sorted(fitting)), st.sampled_from([IN, OUT]), max_size=8)
    decided = decide(purchase, data.draw(any_of_them) if fitting else {})
    whole = guide(decided, catalog(), TODAY)
    rows = whole.rows(Language.SWEDISH)
    listed = {row.requirement.id for row in rows} | {name for row in rows for name in row.requirement.relations.replaces}
    told = {
        one.requirement for one in review(whole, rows) if one.found is Found.STATUTORY_LEFT_OUT and one.weight is Weight.ERROR
    }
    for one in catalog().requirements(purchase.country):
        if one.statutory and not one.retired and fits(one, whole.picture) and holds(one.when, whole.picture) is Truth.YES:
            instead = {name for name in by_law_instead(one.id) if name in told}
            assert one.id in listed | told or instead, one.id


@given(purchases(), risks, st.lists(st.sampled_from(Theme), unique=True))
def test_priorities_never_take_anything_away(purchase: Purchase, given_risks: Risks, priorities: list[Theme]) -> None:
    seen = picture(purchase, given_risks)
    without = proposed(recommend(catalog().requirements(), seen))
    within = proposed(recommend(catalog().requirements(), replace(seen, profile=Profile(priorities=tuple(priorities)))))
    assert without.keys() <= within.keys()
    assert {one.theme for name, one in within.items() if name not in without} <= set(priorities)


@given(purchases(), st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_the_order_of_answers_and_decisions_changes_nothing(purchase: Purchase, chance: random.Random) -> None:
    decided = decide(purchase, dict.fromkeys(proposed(guide(purchase, catalog(), TODAY).recommendations), IN))
    answers, decisions = list(decided.facts.answers.items()), list(decided.decisions.items())
    chance.shuffle(answers)
    chance.shuffle(decisions)
    turned = replace(decided, facts=Facts(dict(answers)), decisions=dict(decisions))
    one, other = guide(decided, catalog(), TODAY), guide(turned, catalog(), TODAY)
    assert (one.risks, one.questions, one.recommendations, one.pages) == (
        other.risks,
        other.questions,
        other.recommendations,
        other.pages,
    )
    assert one.rows(Language.BOKMAL) == other.rows(Language.BOKMAL)


def decide(purchase: Purchase, verdicts: dict[str, Verdict]) -> Purchase:
    made = {
        name: Decision(name, catalog().requirement(name).revision, verdict, reason_code="other")
        for name, verdict in verdicts.items()
    }
    return replace(purchase, decisions={**purchase.decisions, **made})


def open_themes(purchase: Purchase) -> set[Theme]:
    whole = guide(purchase, catalog(), TODAY)
    found = review(whole, whole.rows(Language.SWEDISH))
    return {Theme(one.values["theme"]) for one in found if one.found is Found.THEME_OPEN}


def by_law_instead(name: str) -> set[str]:
    return {one.id for one in catalog().requirements() if one.statutory and name in one.relations.replaces}
