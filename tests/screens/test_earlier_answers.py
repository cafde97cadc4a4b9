"""Nothing is asked twice: a new purchase begins with what is known, says from where, and lets everything be changed."""

from __future__ import annotations

from tests.catalog.real import catalog, finder
from tests.guidance.made import TODAY

from kravkompass.catalog.terms import Country
from kravkompass.language import Language, translation
from kravkompass.purchases.exchange import parse_purchase, purchase_content
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store
from kravkompass.screens.document_kinds import DocumentKind
from kravkompass.screens.export import outline
from kravkompass.screens.home import Home
from kravkompass.screens.wizard import Wizard


def opened(store: Store, purchase: str) -> Wizard:
    return Wizard(store, catalog(), purchase, lambda: TODAY, finder)


def begun(home: Home, store: Store, title: str) -> Wizard:
    wizard = opened(store, home.start(Country.SWEDEN))
    wizard.describe(title=title)
    return wizard


def test_answers_come_from_the_latest_purchase_and_are_the_buyers_own_once_she_answers(home: Home, store: Store) -> None:
    first = begun(home, store, "Frukt 2024")
    first.set_groups(["fruit-vegetables"])
    first.answer("children", "yes")
    first.answer("contract-months", 36)
    second = begun(home, store, "Frukt 2026")
    second.set_groups(["fruit-vegetables"])
    assert (second.purchase.facts.words("children"), second.purchase.facts.number("contract-months")) == ("yes", 36)
    assert second.purchase.borrowed == {"children": "Frukt 2024", "contract-months": "Frukt 2024"}
    second.answer("children", "yes")
    second.answer("contract-months", None)
    assert second.purchase.borrowed == {}
    assert second.purchase.facts.words("children") == "yes"


def test_other_product_groups_take_what_was_borrowed_away(home: Home, store: Store) -> None:
    first = begun(home, store, "Frukt 2024")
    first.set_groups(["fruit-vegetables"])
    first.answer("children", "yes")
    second = begun(home, store, "Datorer")
    second.set_groups(["fruit-vegetables"])
    assert second.purchase.borrowed
    second.set_groups(["computers"])
    assert second.purchase.borrowed == {}
    assert second.purchase.facts.get("children") is None


def test_where_an_answer_comes_from_stands_in_the_annex_and_in_the_file(home: Home, store: Store) -> None:
    first = begun(home, store, "Frukt 2024")
    first.set_groups(["fruit-vegetables"])
    first.answer("children", "yes")
    second = begun(home, store, "Frukt 2026")
    second.set_groups(["fruit-vegetables"])
    for language in Language:
        annex = outline(DocumentKind.DECISION_ANNEX, second.purchase, catalog(), TODAY)
        assert "Frukt 2024" in repr(annex)
        assert translation(language).say("From your purchase “{title}”. Change it if it is different here.", title="Frukt 2024")
    read = parse_purchase(purchase_content(second.purchase), store.file).purchase
    assert read.borrowed == second.purchase.borrowed


def test_who_buys_comes_from_the_profile_or_from_the_latest_purchase(home: Home, store: Store) -> None:
    begun(home, store, "Frukt 2024")
    with store.change() as change:
        change.keep_settings(Settings())
    later = opened(store, home.start(Country.SWEDEN)).purchase
    assert (later.organisation, later.buyer) == ("Provkommunen", "Åsa Öst")
