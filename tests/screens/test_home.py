"""The home screen: the purchases, and the ways to start one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.guidance.made import TODAY

from kravkompass.catalog.terms import Country
from kravkompass.purchases.errors import PurchaseMissingError
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store
from kravkompass.screens.home import Home


def test_an_empty_folder_has_no_purchases_and_three_examples(home: Home) -> None:
    assert home.purchases() == ()
    assert [one.name for one in home.examples()] == ["kalmar-fruit", "karlstad-repairs", "lillestrom-workwear"]
    assert home.today == TODAY


@pytest.mark.parametrize("country", Country)
def test_a_new_purchase_begins_with_the_organisation_and_the_name_in_the_settings(
    home: Home, store: Store, country: Country
) -> None:
    purchase = store.purchase(home.start(country))
    assert (purchase.country, purchase.title, purchase.groups) == (country, "", ())
    assert (purchase.organisation, purchase.buyer) == ("Provkommunen", "Åsa Öst")


def test_without_settings_a_new_purchase_begins_empty(home: Home, store: Store) -> None:
    with store.change() as change:
        change.keep_settings(Settings())
    purchase = store.purchase(home.start(Country.NORWAY))
    assert (purchase.organisation, purchase.buyer) == ("", "")


@pytest.mark.parametrize("name", [one.name for one in EXAMPLES])
def test_an_example_is_opened_as_a_copy_each_time(home: Home, store: Store, name: str) -> None:
    first, second = home.open_example(name), home.open_example(name)
    assert first != second
    one, other = store.purchase(first), store.purchase(second)
    assert one.example == name
    assert replace(one, id="", created="", changed="") == replace(other, id="", created="", changed="")
    with store.change() as change:
        change.describe(first, title="Mitt eget")
    assert store.purchase(second).title == other.title


def test_the_latest_changed_purchase_comes_first(home: Home, store: Store) -> None:
    first, second = home.start(Country.SWEDEN), home.start(Country.NORWAY)
    assert [row.id for row in home.purchases()] == [second, first]
    with store.change() as change:
        change.describe(first, title="Nyss ändrat")
    assert [row.id for row in home.purchases()] == [first, second]


def test_a_copy_has_a_title_of_its_own_and_leaves_the_original_alone(home: Home, store: Store) -> None:
    original = home.open_example("kalmar-fruit")
    copy = store.purchase(home.copy(original, "Frukt 2028"))
    before = store.purchase(original)
    assert copy.title == "Frukt 2028"
    assert (copy.groups, copy.decisions.keys()) == (before.groups, before.decisions.keys())
    dates = {"announced", "contract-start"}
    assert copy.facts.answers == {name: one for name, one in before.facts.answers.items() if name not in dates}
    assert dates < before.facts.answers.keys()
    assert before.title != "Frukt 2028"


def test_a_purchase_goes_to_the_trash_and_comes_back(home: Home, store: Store) -> None:
    name = home.open_example("karlstad-repairs")
    whole = store.purchase(name)
    home.delete(name)
    assert home.purchases() == ()
    assert [row.id for row in store.purchases(deleted=True)] == [name]
    home.restore(name)
    assert [row.id for row in home.purchases()] == [name]
    assert store.purchase(name).decisions == whole.decisions


def test_what_is_not_there_is_told(home: Home) -> None:
    for verb in (home.delete, home.restore):
        with pytest.raises(PurchaseMissingError):
            verb("gone")
    with pytest.raises(PurchaseMissingError):
        home.copy("gone", "Kopia")
