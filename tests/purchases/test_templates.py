"""Templates in the store: made of a purchase, begun from, renamed, put away and brought back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.purchases.samples import purchase
from tests.purchases.test_store import added, told_by

from kravkompass.guidance.lots import divided
from kravkompass.guidance.purchase import Lot
from kravkompass.purchases.errors import TemplateMissingError
from kravkompass.purchases.exchange import read_purchase_file, write_purchase_file
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store

LOTS = (Lot("1", "Frukt", ("fruit-vegetables",)), Lot("2", "Mat", ("food",)))


def kept(store: Store, name: str = "Skolmat") -> str:
    with store.change() as change:
        return change.keep_template(divided(purchase(), LOTS), name)


def test_a_template_keeps_what_can_be_used_again(store: Store) -> None:
    key = kept(store)
    (row,) = store.templates()
    assert (row.id, row.name, row.country, row.chosen, row.lots) == (key, "Skolmat", purchase().country, 1, 2)
    template = store.template(key)
    assert (template.title, template.reference, template.supplier, template.buyer) == ("Skolmat", "", "", "")
    assert (template.lots, template.facts, template.risks) == (LOTS, purchase().facts, purchase().risks)


def test_a_purchase_begun_from_it_is_signed_by_who_begins_it(tmp_path: Path) -> None:
    with Store(tmp_path, now=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)) as store:
        key = kept(store)
        with store.change() as change:
            change.keep_settings(Settings(organisation="Provkommunen", name="Bo Ek"))
            begun = change.begin(key)
        made = store.purchase(begun)
        assert (made.title, made.organisation, made.buyer, made.lots) == ("Skolmat", "Provkommunen", "Bo Ek", LOTS)
        one = made.decisions["SE-FOOD-51"]
        assert (one.decided_by, one.decided_at, one.taken_from) == ("Bo Ek", "2026-11-22T12:00:00.000+00:00", "Skolmat")
        assert one.values == {"report-days": 30, "share": 12.5}


def test_renaming_deleting_and_bringing_back_tell_what_they_touch(store: Store) -> None:
    key = kept(store)
    for act, names in (
        (lambda change: change.rename_template(key, "Mat i\nskolan"), ["Mat i skolan"]),
        (lambda change: change.delete_template(key), []),
        (lambda change: change.restore_template(key), ["Mat i skolan"]),
    ):
        assert told_by(store, act) == [{Kind.TEMPLATES}]
        assert [row.name for row in store.templates()] == names
        assert told_by(store, act) == []
    assert store.template(key).title == "Mat i skolan"
    assert store.purchases() == ()


def test_templates_come_by_name(store: Store) -> None:
    for name in ("mat", "Arbetskläder", "Städ"):
        kept(store, name)
    assert [row.name for row in store.templates()] == ["Arbetskläder", "mat", "Städ"]


def test_one_that_is_not_there(store: Store) -> None:
    added(store)
    with pytest.raises(TemplateMissingError):
        store.template("gone")
    with pytest.raises(TemplateMissingError), store.change() as change:
        change.begin("gone")


def test_a_template_goes_through_a_file(store: Store, tmp_path: Path) -> None:
    template = store.template(kept(store))
    write_purchase_file(template, tmp_path / "skolmat.json")
    with store.change() as change:
        key = change.keep_template(read_purchase_file(tmp_path / "skolmat.json").purchase, "Från grannen")
    again = store.template(key)
    assert (again.title, again.lots, again.decisions) == ("Från grannen", LOTS, template.decisions)
