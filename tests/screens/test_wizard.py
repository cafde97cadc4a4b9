"""The wizard without a window: every answer saved as it is given, pages in any order, nothing kept from before."""

from __future__ import annotations

import pytest
from tests.catalog.real import catalog, finder
from tests.guidance.made import TODAY

from kravkompass.catalog.terms import Country, RiskArea, RiskLevel
from kravkompass.guidance.checklist import CHECKLIST
from kravkompass.purchases.errors import PurchaseMissingError
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.store import Store
from kravkompass.screens.home import Home
from kravkompass.screens.wizard import Wizard

EVERY_PAGE = [page.id for page in CHECKLIST]


def reopened(wizard: Wizard) -> Wizard:
    return Wizard(wizard.store, wizard.catalog, wizard.purchase.id, lambda: TODAY, finder)


@pytest.fixture
def fresh(store: Store, home: Home) -> Wizard:
    """The wizard of a purchase that has just begun."""
    return Wizard(store, catalog(), home.start(Country.SWEDEN), lambda: TODAY, finder)


def test_a_new_purchase_begins_on_the_first_page(fresh: Wizard) -> None:
    assert fresh.page.id == "purchase"
    assert [page.id for page in fresh.pages] == ["purchase", "groups", "export"]


def test_an_unknown_purchase_is_told(store: Store) -> None:
    with pytest.raises(PurchaseMissingError):
        Wizard(store, catalog(), "gone", lambda: TODAY, finder)


def test_everything_said_is_saved_at_once(fresh: Wizard) -> None:
    fresh.describe(title="Bananer till förskolan", reference="KS 2026/1")
    fresh.answer("value", 3_200_000)
    fresh.answer("children", "yes")
    fresh.set_groups(["fruit-vegetables"])
    fresh.set_cpv(["03222111"])
    fresh.override_risk(RiskArea.LABOUR, RiskLevel.HIGH, "Plockning utanför EES.")
    fresh.go("risk")
    again = reopened(fresh)
    assert again.purchase == fresh.purchase
    assert (again.purchase.title, again.purchase.facts.number("value")) == ("Bananer till förskolan", 3_200_000)
    assert again.purchase.risks[RiskArea.LABOUR].reason == "Plockning utanför EES."
    assert again.page.id == "risk"


def test_what_the_rules_say_is_always_of_the_purchase_as_it_is_now(fresh: Wizard) -> None:
    told: list[bool] = []
    fresh.store.when_changed(lambda _kinds: told.append(bool(fresh.guide.picture.chosen)))
    fresh.set_groups(["fruit-vegetables"])
    assert fresh.guide.recommendations
    fresh.set_groups([])
    assert not fresh.guide.recommendations
    assert told == [True, False]


def test_a_change_that_fails_changes_nothing(wizard: Wizard) -> None:
    before = wizard.purchase
    with pytest.raises(ZeroDivisionError), wizard.change() as change:
        change.describe(before.id, title="Halvt")
        raise ZeroDivisionError
    assert wizard.purchase == before


def test_an_answer_can_be_taken_away(wizard: Wizard) -> None:
    wizard.answer("children", None)
    assert wizard.purchase.facts.get("children") is None
    wizard.answer("children", "unknown")
    assert wizard.purchase.facts.is_open("children")


def test_a_purchase_can_move_to_the_other_country(wizard: Wizard) -> None:
    wizard.set_country(Country.NORWAY)
    assert wizard.purchase.country is Country.NORWAY
    assert all(one.requirement.country is Country.NORWAY for one in wizard.guide.recommendations)
    wizard.set_country(Country.SWEDEN)
    assert all(one.requirement.country is Country.SWEDEN for one in wizard.guide.recommendations)


def test_pages_are_visited_in_any_order(wizard: Wizard) -> None:
    for page in ("export", "purchase", "requirements", "groups"):
        wizard.go(page)
        assert wizard.page.id == page
        assert reopened(wizard).page.id == page


def test_visiting_a_page_is_no_change_of_the_purchase(wizard: Wizard) -> None:
    told: list[frozenset[Kind]] = []
    wizard.store.when_changed(told.append)
    before = wizard.purchase.changed
    wizard.go("export")
    assert told == []
    assert wizard.purchase.changed == before


def test_steps_stop_at_the_ends(wizard: Wizard) -> None:
    wizard.go("purchase")
    wizard.step(-1)
    assert wizard.page.id == "purchase"
    seen = [wizard.page.id]
    for _ in wizard.pages:
        wizard.step(1)
        seen.append(wizard.page.id)
    assert seen == [page.id for page in wizard.pages] + ["export"]


def test_when_a_page_leaves_the_route_the_buyer_is_on_the_nearest_before_it(wizard: Wizard) -> None:
    for at in [page.id for page in wizard.pages]:
        wizard.go(at)
        assert wizard.page.id == at
        wizard.set_groups([])
        left = [page.id for page in wizard.pages]
        assert wizard.page.id == [page for page in EVERY_PAGE[: EVERY_PAGE.index(at) + 1] if page in left][-1]
        wizard.set_groups(["fruit-vegetables"])
        assert wizard.page.id == at


@pytest.mark.parametrize("page", ["", "nowhere"])
def test_an_unknown_page_is_the_first_one(wizard: Wizard, page: str) -> None:
    wizard.go(page)
    assert wizard.page.id == "purchase"


def test_suggestions_come_from_words_and_codes(fresh: Wizard) -> None:
    assert fresh.suggested_groups() == ()
    fresh.describe(title="Bananer och äpplen")
    assert fresh.suggested_groups()[0].group.id == "fruit-vegetables"
    fresh.describe(title="", description="")
    assert fresh.suggested_groups() == ()
    fresh.set_cpv(["03222111"])
    assert fresh.suggested_groups()[0].group.id == "fruit-vegetables"


def test_the_risk_can_be_overruled_and_given_back(wizard: Wizard) -> None:
    published = {view.area: view.level for view in wizard.guide.risks}
    wizard.override_risk(RiskArea.LABOUR, RiskLevel.LOW, "Vi har reviderat odlingen.")
    assert wizard.guide.picture.risk(RiskArea.LABOUR) is RiskLevel.LOW
    wizard.forget_risk(RiskArea.LABOUR)
    assert {view.area: view.level for view in wizard.guide.risks} == published


def test_how_far_the_buyer_has_come(fresh: Wizard) -> None:
    assert [fresh.status(page) for page in ("situation", "requirements", "export", "nowhere")] == [(0, 0)] * 4
    assert not any(fresh.is_filled(page) for page in (*EVERY_PAGE, "nowhere"))
    fresh.describe(title="Bananer")
    assert not fresh.is_filled("purchase")
    fresh.answer("value", 0)
    assert fresh.is_filled("purchase")
    fresh.set_groups(["fruit-vegetables"])
    assert fresh.is_filled("groups")
    done, asked = fresh.status("situation")
    assert asked == len(fresh.guide.questions) > done
    name = next(one.question.id for one in fresh.guide.questions if one.usual is None)
    fresh.answer(name, "no")
    assert fresh.status("situation")[0] == done + 1
    fresh.override_risk(RiskArea.LABOUR, RiskLevel.HIGH, "x")
    assert fresh.is_filled("risk")
