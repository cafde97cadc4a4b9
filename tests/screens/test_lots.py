"""Dividing a purchase into lots, and limiting requirements to some of them; all of it can be undone."""

from __future__ import annotations

import pytest

from kravkompass.guidance.lots import fitting
from kravkompass.guidance.purchase import Lot
from kravkompass.language import Language
from kravkompass.screens.lots import Lots
from kravkompass.screens.requirements import Requirements
from kravkompass.screens.wizard import Wizard

SV = Language.SWEDISH


@pytest.fixture
def lots(wizard: Wizard) -> Lots:
    wizard.set_groups(["fruit-vegetables", "meat", "meals-catering"])
    return Lots(wizard)


def titles(lots: Lots) -> list[str]:
    return [lot.title for lot in lots.lots]


def test_a_purchase_is_divided_by_its_product_groups_and_joined_again(lots: Lots, wizard: Wizard) -> None:
    before = lots.divide(SV)
    assert [(lot.title, lot.groups) for lot in lots.lots] == [
        ("Frukt och grönt", ("fruit-vegetables",)), ("Kött och chark", ("meat",)), ("Måltidstjänster och catering", ("meals-catering",)),
    ]  # fmt: skip
    assert [lots.number(lot.id) for lot in lots.lots] == [1, 2, 3]
    joined = lots.join()
    assert (lots.lots, wizard.purchase.groups) == ((), ("fruit-vegetables", "meat", "meals-catering"))
    lots.undo(joined)
    assert titles(lots) == ["Frukt och grönt", "Kött och chark", "Måltidstjänster och catering"]
    lots.undo(before)
    assert (lots.lots, wizard.purchase.groups) == ((), ("fruit-vegetables", "meat", "meals-catering"))


@pytest.mark.parametrize("groups", [[], ["meat"]])
def test_with_fewer_groups_there_are_two_lots_to_fill_in(lots: Lots, wizard: Wizard, groups: list[str]) -> None:
    wizard.set_groups(groups)
    lots.divide(SV)
    assert [lot.groups for lot in lots.lots] == [(group,) for group in groups] + [()] * (2 - len(groups))
    assert wizard.purchase.groups == tuple(groups)


def test_lots_are_added_named_valued_moved_and_removed(lots: Lots, wizard: Wizard) -> None:
    lots.divide(SV)
    lots.add()
    first, second, _, last = (lot.id for lot in lots.lots)
    lots.rename(last, "Fisk")
    lots.set_groups(last, {"fish", "meat"})
    lots.set_value(last, 500_000)
    assert lots.lots[-1] == Lot(last, "Fisk", ("fish", "meat"), 500_000)
    lots.set_groups(last, {"meat", "poultry", "fish"})
    assert lots.lots[-1].groups == ("fish", "meat", "poultry")
    lots.move(last, -1)
    assert titles(lots) == ["Frukt och grönt", "Kött och chark", "Fisk", "Måltidstjänster och catering"]
    for lot, by in ((first, -1), (lots.lots[-1].id, 1)):
        lots.move(lot, by)
        assert titles(lots) == ["Frukt och grönt", "Kött och chark", "Fisk", "Måltidstjänster och catering"]
    before = lots.remove(second)
    assert wizard.purchase.groups == ("fruit-vegetables", "fish", "meat", "poultry", "meals-catering")
    lots.undo(before)
    assert titles(lots) == ["Frukt och grönt", "Kött och chark", "Fisk", "Måltidstjänster och catering"]


def test_a_lots_title_points_to_its_product_groups_before_those_of_the_purchase(lots: Lots) -> None:
    lots.divide(SV)
    lots.rename(lots.lots[0].id, "Arbetskläder")
    suggested = [one.group.id for one in lots.suggested(lots.lots[0])]
    assert suggested[0] == "workwear"
    assert len(suggested) == len(set(suggested)) > 1


def test_the_requirements_of_a_lot_are_counted_and_shown_alone(lots: Lots, wizard: Wizard) -> None:
    lots.divide(SV)
    requirements = Requirements(wizard)
    whole = {choice.requirement.id for theme in requirements.themes(SV) for choice in theme.choices}
    seen: set[str] = set()
    for lot in lots.lots:
        shown = [choice for theme in requirements.themes(SV, lot.id) for choice in theme.choices]
        assert all(lot in choice.lots for choice in shown)
        assert sum(choice.is_in for choice in shown) == lots.count(lot, SV)
        seen |= {choice.requirement.id for choice in shown}
    assert seen == whole
    assert all(not choice.lots and not choice.fits for choice in _undivided(lots, requirements))


def _undivided(lots: Lots, requirements: Requirements) -> list:  # type: ignore[type-arg]
    lots.join()
    return [choice for theme in requirements.themes(SV) for choice in theme.choices]


def test_a_requirement_is_limited_to_some_of_its_lots_and_set_free_again(lots: Lots, wizard: Wizard) -> None:
    lots.divide(SV)
    requirements = Requirements(wizard)
    choice = next(one for theme in requirements.themes(SV) for one in theme.choices if len(one.fits) == 3 and not one.is_decided)
    name, ids = choice.requirement.id, [lot.id for lot in choice.fits]
    before = requirements.limit(name, {ids[2], ids[0]})
    assert wizard.purchase.decisions[name].lots == (ids[0], ids[2])
    assert wizard.purchase.decisions[name].is_in
    requirements.limit(name, set(ids))
    assert wizard.purchase.decisions[name].lots == ()
    requirements.limit(name, {ids[1]})
    requirements.undo(before)
    assert name not in wizard.purchase.decisions


def test_all_proposed_of_a_theme_are_taken_for_one_lot_alone(lots: Lots, wizard: Wizard) -> None:
    lots.divide(SV)
    requirements, groups = Requirements(wizard), wizard.catalog.groups
    lot = lots.lots[0]
    for theme in requirements.themes(SV, lot.id):
        for name in requirements.choose_proposed(theme.theme, lot.id):
            assert lot in fitting(wizard.guide.requirements[name], wizard.purchase, groups)
    assert not any(theme.undecided for theme in requirements.themes(SV, lot.id))
    assert any(theme.undecided for theme in requirements.themes(SV))
