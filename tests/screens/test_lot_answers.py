"""Lots take over what was answered for the purchase: shown as such, changed for one lot, and kept when the purchase travels."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.guidance.made import TODAY

from kravkompass.guidance.facts import UNKNOWN
from kravkompass.guidance.guide import Asked
from kravkompass.guidance.lot_answers import own_answers
from kravkompass.language import Language
from kravkompass.purchases.exchange import parse_purchase, purchase_content
from kravkompass.screens.lot_answers import LotAnswers
from kravkompass.screens.lots import Lots
from kravkompass.screens.wizard import Wizard


@pytest.fixture
def screen(wizard: Wizard) -> LotAnswers:
    wizard.set_groups(["fruit-vegetables", "meat"])
    wizard.answer("outside-eea", "yes")
    Lots(wizard).divide(Language.SWEDISH)
    return LotAnswers(wizard)


def asked(wizard: Wizard, question: str) -> Asked:
    return next(one for one in wizard.guide.questions if one.question.id == question)


def test_a_new_lot_has_every_answer_of_the_purchase_and_nothing_is_asked_twice(screen: LotAnswers, wizard: Wizard) -> None:
    before = wizard.status("situation")
    Lots(wizard).add()
    new = screen.lots[-1]
    for one in wizard.guide.questions:
        given = wizard.purchase.facts.words(one.question.id) or one.usual or ""
        assert screen.given(new.id, one) == given
        assert not screen.is_own(new.id, one.question.id)
    assert wizard.status("situation") == before


def test_an_answer_is_changed_for_one_lot_and_given_back(screen: LotAnswers, wizard: Wizard) -> None:
    _first, second = screen.lots
    question = asked(wizard, "packaging")
    wizard.answer("packaging", "yes")

    def counts() -> list[int]:
        return [Lots(wizard).count(lot, Language.SWEDISH) for lot in screen.lots]

    before = counts()
    screen.answer(second.id, question, "no")
    assert [screen.given(lot.id, question) for lot in screen.lots] == ["yes", "no"]
    assert (screen.differing("packaging"), screen.is_own(second.id, "packaging")) == (1, True)
    after = counts()
    assert after[0] == before[0]
    assert after[1] < before[1]
    screen.answer(second.id, question, "yes")
    assert screen.differing("packaging") == 0
    assert counts() == before
    wizard.answer("packaging", UNKNOWN)
    assert [screen.given(lot.id, question) for lot in screen.lots] == [UNKNOWN, UNKNOWN]


def test_what_a_lot_answers_travels_with_the_purchase(screen: LotAnswers, wizard: Wizard) -> None:
    second = screen.lots[1].id
    screen.answer(second, asked(wizard, "outside-eea"), "no")
    read = parse_purchase(purchase_content(wizard.purchase), Path("p.json")).purchase
    assert own_answers(read, second) == {"outside-eea": "no"}
    assert wizard.today == TODAY
