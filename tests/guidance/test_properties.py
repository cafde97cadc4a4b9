"""What must hold of every purchase over the shipped catalog, whatever is bought and answered."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.real import catalog
from tests.guidance.situations import TODAY, picture, profiles, purchases, risks

from kravkompass.catalog.condition import Truth, holds
from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import Kind, Level, Priority, RiskArea, RiskLevel, Theme
from kravkompass.guidance.checklist import CHECKLIST
from kravkompass.guidance.facts import Facts
from kravkompass.guidance.findings import Found, Weight
from kravkompass.guidance.guide import guide
from kravkompass.guidance.listing import text_language
from kravkompass.guidance.profile import Profile
from kravkompass.guidance.purchase import Decision, Purchase, Verdict
from kravkompass.guidance.recommending import MOST_USEFUL_IN_THEME, Recommendation, Standing, fits, recommend
from kravkompass.guidance.reviewing import review
from kravkompass.guidance.situation import Picture
from kravkompass.language import Language

Risks = dict[RiskArea, RiskLevel]
IN, OUT = Verdict.CHOSEN, Verdict.LEFT_OUT


def look(purchase: Purchase, given_risks: Risks, ours: Profile) -> tuple[Recommendation, ...]:
    return recommend(everything(ours), replace(picture(purchase, given_risks), profile=ours))


def everything(ours: Profile) -> tuple[Requirement, ...]:
    """The national requirements and the municipality's own."""
    return (*catalog().requirements(), *ours.own)


def proposed(found: tuple[Recommendation, ...]) -> dict[str, Requirement]:
    return {one.requirement.id: one.requirement for one in found if one.standing is Standing.RECOMMENDED}


@given(purchases(), risks, profiles())
def test_nothing_is_shown_whose_condition_is_false_and_nothing_proposed_whose_condition_is_open(
    purchase: Purchase, given_risks: Risks, ours: Profile
) -> None:
    seen = picture(purchase, given_risks)
    for one in look(purchase, given_risks, ours):
        truth = holds(one.requirement.when, seen)
        assert truth is (Truth.OPEN if one.standing is Standing.WAITING else Truth.YES)
        assert one.requirement.country is purchase.country
        assert not one.requirement.retired
        assert one.reasons


@given(purchases(), risks, profiles())
def test_what_the_law_asks_for_is_never_lost(purchase: Purchase, given_risks: Risks, ours: Profile) -> None:
    seen = picture(purchase, given_risks)
    found = proposed(look(purchase, given_risks, ours))
    by_law_instead = {name for one in found.values() if one.statutory for name in one.relations.replaces}
    for one in catalog().requirements(purchase.country):
        if one.statutory and not one.retired and fits(one, seen) and holds(one.when, seen) is Truth.YES:
            assert one.id in found.keys() | by_law_instead


@given(purchases(), risks, profiles())
def test_what_is_proposed_can_stand_together(purchase: Purchase, given_risks: Risks, ours: Profile) -> None:
    found = proposed(look(purchase, given_risks, ours))
    for one in found.values():
        assert not set(one.relations.replaces) & found.keys(), one.id
        assert not set(one.relations.excludes) & found.keys(), one.id


@given(purchases(), risks, profiles())
def test_what_is_replaced_is_replaced_by_something_that_is_proposed(purchase: Purchase, given_risks: Risks, ours: Profile) -> None:
    whole = look(purchase, given_risks, ours)
    found = proposed(whole)
    for one in whole:
        for reason in one.reasons:
            assert reason.values.get("other") in {None, *found}, (one.requirement.id, reason)


@given(purchases(), risks, risks, profiles())
def test_more_risk_never_weakens_a_term(purchase: Purchase, given_risks: Risks, more: Risks, ours: Profile) -> None:
    higher = {
        area: max(given_risks.get(area, RiskLevel.LOW), more.get(area, RiskLevel.LOW), key=lambda level: level.height)
        for area in RiskArea
    }
    calm, risky = proposed(look(purchase, given_risks, ours)), proposed(look(purchase, higher, ours))
    stronger = {name for one in risky.values() for name in one.relations.replaces}
    assert calm.keys() <= risky.keys() | stronger


@given(purchases(), risks, profiles())
def test_the_list_keeps_proportion(purchase: Purchase, given_risks: Risks, ours: Profile) -> None:
    found = look(purchase, given_risks, ours)
    calm = picture(purchase)
    called_for = {reason.values.get("other") for one in found for reason in one.reasons}
    called_for |= {name for one in found for name in one.requirement.relations.repeat_as}
    merely_useful = Counter(
        one.theme
        for one in proposed(found).values()
        if not (one.statutory or one.is_own)
        and one.priority is Priority.USEFUL
        and one.id not in called_for
        and one.level is Level.BASE
        and holds(one.when, calm) is Truth.YES
    )
    assert all(count <= MOST_USEFUL_IN_THEME for count in merely_useful.values()), merely_useful


@given(purchases(), risks, profiles())
def test_the_same_facts_give_the_same_list(purchase: Purchase, given_risks: Risks, ours: Profile) -> None:
    turned = replace(purchase, groups=purchase.groups[::-1])
    forward = look(purchase, given_risks, ours)
    backward = recommend(reversed(everything(ours)), replace(picture(turned, given_risks), profile=ours))
    assert forward == backward


@given(purchases(), profiles())
def test_the_proposed_list_can_be_read_reviewed_and_has_no_contradiction(purchase: Purchase, ours: Profile) -> None:
    whole = guide(purchase, catalog(), TODAY, ours)
    for language in Language:
        rows = whole.rows(language)
        assert len(rows) == len({row.requirement.id for row in rows})
        assert all(row.language == text_language(row.requirement, language.value) for row in rows)
        assert all("{" not in row.texts.demand for row in rows)
        national = {one.id for one in catalog().requirements()}
        found = {finding.found for finding in review(whole, rows) if finding.requirement in national}
        assert not found & {Found.TOGETHER, Found.LABEL_DEMANDED, Found.ORIGIN_DEMANDED, Found.PRODUCTION_IN_SPECIFICATION}


@given(purchases(), profiles())
def test_the_pages_come_in_order_and_questions_are_asked_once(purchase: Purchase, ours: Profile) -> None:
    whole = guide(purchase, catalog(), TODAY, ours)
    declared = [page.id for page in CHECKLIST]
    assert [declared.index(page.id) for page in whole.pages] == sorted(declared.index(page.id) for page in whole.pages)
    asked = [one.question.id for one in whole.questions]
    assert len(asked) == len(set(asked))
    assert all(purchase.country in one.question.countries for one in whole.questions)


@given(purchases(), profiles())
def test_every_requirement_that_waits_waits_for_a_question_that_is_asked(purchase: Purchase, ours: Profile) -> None:
    whole = guide(purchase, catalog(), TODAY, ours)
    asked = {one.question.id for one in whole.questions} | {"procedure", "value", "contract-months", "announced", "purchase-type"}
    for one in whole.recommendations:
        if one.standing is Standing.WAITING:
            waits_for = {reason.values["question"] for reason in one.reasons if reason.code == "waits"}
            assert waits_for, one.requirement.id
            assert waits_for <= asked, one.requirement.id


@given(purchases(), profiles())
def test_every_relevant_theme_is_answered_or_said_to_be_open(purchase: Purchase, ours: Profile) -> None:
    whole = guide(purchase, catalog(), TODAY, ours)
    relevant = {
        one.theme
        for one in everything(ours)
        if one.country is purchase.country
        and not one.retired
        and fits(one, whole.picture)
        and holds(one.when, whole.picture) is not Truth.NO
    }
    assert {one.requirement.theme for one in whole.recommendations} == relevant
    assert open_themes(purchase, ours) == {
        one.requirement.theme for one in whole.recommendations if one.standing is Standing.RECOMMENDED
    }


@given(purchases(), profiles(), st.data())
def test_a_theme_is_open_until_the_last_proposal_in_it_is_decided(purchase: Purchase, ours: Profile, data: st.DataObject) -> None:
    found = proposed(guide(purchase, catalog(), TODAY, ours).recommendations)
    if not found:
        return
    themes = data.draw(st.sets(st.sampled_from(sorted({one.theme for one in found.values()}))))
    decided = decide(
        purchase, {name: data.draw(st.sampled_from([IN, OUT])) for name, one in found.items() if one.theme in themes}
    )
    left = proposed(guide(decided, catalog(), TODAY, ours).recommendations).keys() - decided.decisions.keys()
    assert open_themes(decided, ours) == {one.theme for one in everything(ours) if one.id in left}


@given(purchases(), profiles(), st.data())
def test_deciding_one_by_one_comes_to_an_end_with_every_theme_answered(purchase: Purchase, ours: Profile, data: st.DataObject) -> None:
    for _ in range(10):
        whole = guide(purchase, catalog(), TODAY, ours)
        undecided = proposed(whole.recommendations).keys() - purchase.decisions.keys()
        if not undecided:
            break
        purchase = decide(purchase, {name: data.draw(st.sampled_from([IN, OUT])) for name in sorted(undecided)})
    assert not open_themes(purchase, ours)


@given(purchases(), profiles(), st.data())
def test_what_the_law_asks_for_is_on_the_list_or_its_absence_is_an_error(purchase: Purchase, ours: Profile, data: st.DataObject) -> None:
    fitting = {one.requirement.id for one in guide(purchase, catalog(), TODAY, ours).recommendations}
    any_of_them = st.dictionaries(st.sampled_from(sorted(fitting)), st.sampled_from([IN, OUT]), max_size=8)
    decided = decide(purchase, data.draw(any_of_them) if fitting else {})
    whole = guide(decided, catalog(), TODAY, ours)
    rows = whole.rows(Language.SWEDISH)
    listed = {row.requirement.id for row in rows} | {name for row in rows for name in row.requirement.relations.replaces}
    told = {
        one.requirement for one in review(whole, rows) if one.found is Found.STATUTORY_LEFT_OUT and one.weight is Weight.ERROR
    }
    for one in catalog().requirements(purchase.country):
        if one.statutory and not one.retired and fits(one, whole.picture) and holds(one.when, whole.picture) is Truth.YES:
            instead = {name for name in by_law_instead(one.id) if name in told}
            assert one.id in listed | told or instead, one.id


@given(purchases(), risks, profiles(), st.lists(st.sampled_from(Theme), unique=True))
def test_priorities_never_take_anything_away(
    purchase: Purchase, given_risks: Risks, ours: Profile, priorities: list[Theme]
) -> None:
    without = proposed(look(purchase, given_risks, ours))
    within = proposed(look(purchase, given_risks, replace(ours, priorities=tuple(priorities))))
    assert without.keys() <= within.keys()
    assert {one.theme for name, one in within.items() if name not in without} <= set(priorities)


@given(purchases(), profiles(), st.randoms(use_true_random=False))
def test_the_order_of_answers_and_decisions_changes_nothing(purchase: Purchase, ours: Profile, chance: random.Random) -> None:
    decided = decide(purchase, dict.fromkeys(proposed(guide(purchase, catalog(), TODAY, ours).recommendations), IN))
    answers, decisions = list(decided.facts.answers.items()), list(decided.decisions.items())
    chance.shuffle(answers)
    chance.shuffle(decisions)
    turned = replace(decided, facts=Facts(dict(answers)), decisions=dict(decisions))
    one, other = guide(decided, catalog(), TODAY, ours), guide(turned, catalog(), TODAY, ours)
    assert (one.risks, one.questions, one.recommendations, one.pages) == (
        other.risks,
        other.questions,
        other.recommendations,
        other.pages,
    )
    assert one.rows(Language.BOKMAL) == other.rows(Language.BOKMAL)


def decide(purchase: Purchase, verdicts: dict[str, Verdict]) -> Purchase:
    revisions = {one.id: one.revision for one in catalog().requirements()}
    made = {name: Decision(name, revisions.get(name, 1), verdict, reason_code="other") for name, verdict in verdicts.items()}
    return replace(purchase, decisions={**purchase.decisions, **made})


def open_themes(purchase: Purchase, ours: Profile) -> set[Theme]:
    whole = guide(purchase, catalog(), TODAY, ours)
    found = review(whole, whole.rows(Language.SWEDISH))
    return {Theme(one.values["theme"]) for one in found if one.found is Found.THEME_OPEN}


def by_law_instead(name: str) -> set[str]:
    return {one.id for one in catalog().requirements() if one.statutory and name in one.relations.replaces}


def held_in_parts(one: Requirement, seen: Picture) -> set[Truth]:
    """Whether the condition of a requirement holds, in each lot it is about or in the whole."""
    return {holds(one.when, part) for part in [part for part in seen.parts if fits(one, part)] or [seen]}


@given(purchases(), risks, profiles())
def test_every_standard_requirement_is_proposed_where_it_fits_and_no_other_own_one(
    purchase: Purchase, given_risks: Risks, ours: Profile
) -> None:
    found = look(purchase, given_risks, ours)
    seen = picture(purchase, given_risks)
    about = {one.id: one for one in ours.own if one.country is purchase.country and not one.retired and fits(one, seen)}
    held = {name: held_in_parts(one, seen) for name, one in about.items()}
    fitting = {name: one for name, one in about.items() if held[name] != {Truth.NO}}
    on_price = purchase.facts.get("award-criteria") == "no"
    wanted = {
        name
        for name, one in fitting.items()
        if name in ours.standard and Truth.YES in held[name] and not (on_price and one.kind is Kind.AWARD)
    }
    assert {one.requirement.id for one in found if one.requirement.is_own} == fitting.keys()
    assert {name for name, one in proposed(found).items() if one.is_own} == wanted


@given(purchases(), risks, profiles())
def test_own_requirements_never_take_a_national_one_away(purchase: Purchase, given_risks: Risks, ours: Profile) -> None:
    without = proposed(look(purchase, given_risks, Profile()))
    within = proposed(look(purchase, given_risks, ours))
    assert without == {name: one for name, one in within.items() if not one.is_own}
