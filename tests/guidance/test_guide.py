"""The route of pages and the questions that are asked."""

from __future__ import annotations

from dataclasses import fields
from itertools import product

import pytest
from tests.guidance.made import GROUPS, group, guided, purchase, question, requirement

from kravkompass.catalog.condition import All, FactIs, HasGroup
from kravkompass.catalog.terms import Country
from kravkompass.guidance.checklist import CHECKLIST, Signs, route
from kravkompass.guidance.guide import Asked, Guide

CHILDREN = FactIs("children", frozenset({"yes"}))
QUESTIONS = {name: question(name) for name in ("children", "wood", "digital")}


def asked(whole: Guide) -> dict[str, Asked]:
    return {one.question.id: one for one in whole.questions}


@pytest.mark.parametrize("signs", [Signs(*signs) for signs in product([False, True], repeat=len(fields(Signs)))])
def test_a_page_is_on_the_route_when_its_condition_says_so_and_in_its_place(signs: Signs) -> None:
    pages = [page.id for page in route(signs)]
    assert [page.id for page in CHECKLIST if page.id in pages] == pages
    assert {"purchase", "groups", "export"} <= set(pages)
    assert ("situation" in pages) is signs.has_questions
    assert ("risk" in pages) is signs.has_supply_chain
    assert ("environment" in pages) is (signs.has_groups and signs.has_environment_rule)
    assert ({"requirements", "checks", "follow-up"} <= set(pages)) is signs.has_groups


def test_more_signs_never_take_a_page_away() -> None:
    for fewer, more in product(product([False, True], repeat=len(fields(Signs))), repeat=2):
        if all(one <= other for one, other in zip(fewer, more, strict=True)):
            assert set(route(Signs(*fewer))) <= set(route(Signs(*more)))


def test_pages_have_ids_and_words_of_their_own() -> None:
    assert len({page.id for page in CHECKLIST}) == len({page.title for page in CHECKLIST}) == len(CHECKLIST)
    assert all(page.lead.endswith(".") for page in CHECKLIST)


def test_a_new_purchase_has_nothing_to_ask_yet() -> None:
    whole = guided(purchase(groups=()), requirement(when=CHILDREN), questions=QUESTIONS)
    assert not whole.questions
    assert [page.id for page in whole.pages] == ["purchase", "groups", "export"]


def test_a_question_is_asked_when_a_fitting_requirement_depends_on_it() -> None:
    both = requirement("SE-X-02", when=All((CHILDREN, FactIs("wood", frozenset({"yes"})))))
    elsewhere = requirement("SE-X-03", groups=frozenset({"roof"}), when=FactIs("digital", frozenset({"yes"})))
    retired = requirement("SE-X-04", retired=True, when=FactIs("digital", frozenset({"yes"})))
    whole = guided(purchase(), requirement(when=CHILDREN), both, elsewhere, retired, questions=QUESTIONS)
    assert {name: one.changes for name, one in asked(whole).items()} == {"children": 2, "wood": 1}


def test_a_question_is_asked_when_a_group_asks_or_always() -> None:
    groups = {**GROUPS, "fish": group("fish", "food", asks=("wood",))}
    questions = {**QUESTIONS, "digital": question("digital", always=True)}
    whole = guided(purchase(groups=("fish",)), requirement(), groups=groups, questions=questions)
    assert {name: one.changes for name, one in asked(whole).items()} == {"wood": 0, "digital": 0}


def test_a_question_is_not_asked_in_another_country_or_when_its_own_condition_is_false() -> None:
    questions = {
        "children": question("children", countries=frozenset({Country.NORWAY})),
        "wood": question("wood", always=True, when=HasGroup("roof")),
        "digital": question("digital", always=True, when=FactIs("wood", frozenset({"yes"}))),
    }
    assert list(asked(guided(purchase(), requirement(when=CHILDREN), questions=questions))) == ["digital"]
    assert not asked(guided(purchase(answers={"wood": "no"}), requirement(when=CHILDREN), questions=questions))


def test_the_usual_answer_comes_with_the_question() -> None:
    groups = {**GROUPS, "fish": group("fish", "food", facts={"children": "yes"})}
    whole = guided(purchase(groups=("fish",)), requirement(when=CHILDREN), groups=groups, questions=QUESTIONS)
    assert asked(whole)["children"].usual == "yes"


def test_answering_neither_asks_again_nor_takes_the_question_away() -> None:
    for answer in ("yes", "no", "unknown"):
        whole = guided(purchase(answers={"children": answer}), requirement(when=CHILDREN), questions=QUESTIONS)
        assert list(asked(whole)) == ["children"]
