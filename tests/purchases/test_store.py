"""The store: what goes in comes out, changes are whole, and listeners hear of them."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest
from tests.purchases.samples import decision, purchase

from kravkompass.catalog.terms import Country, RiskArea, RiskLevel
from kravkompass.guidance.purchase import Lot, Purchase, RiskOverride, Verdict
from kravkompass.purchases.change import Change
from kravkompass.purchases.errors import PurchaseMissingError
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.settings import Settings, early_settings
from kravkompass.purchases.store import Store


def added(store: Store, value: Purchase | None = None) -> str:
    with store.change() as change:
        return change.add(value or purchase())


def told_by(store: Store, act: Callable[[Change], object]) -> list[frozenset[Kind]]:
    told: list[frozenset[Kind]] = []
    stop = store.when_changed(told.append)
    with store.change() as change:
        act(change)
    stop()
    return told


def test_what_goes_in_comes_out(store: Store) -> None:
    purchase_id = added(store)
    kept = store.purchase(purchase_id)
    assert kept == replace(purchase(), id=purchase_id, changed=kept.changed)
    assert kept.version == 1
    assert kept.changed


def test_it_is_still_there_after_closing(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        purchase_id = added(store)
        kept = store.purchase(purchase_id)
    with Store(tmp_path) as store:
        assert store.purchase(purchase_id) == kept


def test_values_cannot_be_changed_behind_the_stores_back(store: Store) -> None:
    kept = store.purchase(added(store))
    assert isinstance(kept.decisions, MappingProxyType)
    assert isinstance(kept.facts.answers, MappingProxyType)
    assert isinstance(kept.decisions["SE-FOOD-51"].values, MappingProxyType)


def test_a_free_id_is_kept_and_a_taken_one_is_not(store: Store) -> None:
    wanted = replace(purchase(), id="5f0c6e5e-7f3b-4c0e-9d7c-0d0b6a7d1c11")
    assert added(store, wanted) == wanted.id
    assert added(store, wanted) not in {"", wanted.id}


def test_rows_for_the_home_list(tmp_path: Path) -> None:
    clock = iter(datetime(2026, 11, 22, 9, 0, tzinfo=UTC) + timedelta(minutes=minute) for minute in range(100))
    with Store(tmp_path, now=lambda: next(clock)) as store:
        first = added(store)
        second = added(store, Purchase(id="", country=Country.NORWAY, title="Arbeidstøy"))
        assert [row.id for row in store.purchases()] == [second, first]
        with store.change() as change:
            change.answer(first, "children", "no")
        row, other = store.purchases()
    assert (row.id, row.country, row.title, row.chosen, row.left_out) == (first, Country.SWEDEN, purchase().title, 1, 1)
    assert (other.chosen, other.left_out, other.deleted) == (0, 0, "")


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (lambda change, key: change.describe(key, title="Bananer", supplier=""), Kind.PURCHASES),
        (lambda change, key: change.set_country(key, Country.NORWAY), Kind.PURCHASES),
        (lambda change, key: change.set_groups(key, ["food"]), Kind.GROUPS),
        (lambda change, key: change.set_lots(key, [Lot("1", "Frukt", ("food",))]), Kind.GROUPS),
        (lambda change, key: change.set_cpv(key, []), Kind.GROUPS),
        (lambda change, key: change.answer(key, "children", "unknown"), Kind.ANSWERS),
        (lambda change, key: change.answer(key, "children", None), Kind.ANSWERS),
        (lambda change, key: change.decide(key, decision(reason="")), Kind.DECISIONS),
        (lambda change, key: change.undecide(key, "SE-FOOD-51", "SE-NONE-1"), Kind.DECISIONS),
        (lambda change, key: change.override_risk(key, RiskOverride(RiskArea.LABOUR, RiskLevel.LOW, "x")), Kind.RISKS),
        (lambda change, key: change.forget_risk(key, RiskArea.LABOUR), Kind.RISKS),
        (lambda change, key: change.delete(key), Kind.PURCHASES),
    ],
)
def test_every_verb_alters_the_purchase_and_tells_its_kind(
    store: Store, act: Callable[[Change, str], object], kind: Kind
) -> None:
    purchase_id = added(store)
    before = store.purchase(purchase_id)
    assert told_by(store, lambda change: act(change, purchase_id)) == [{kind}]
    after = store.purchase(purchase_id)
    assert after.version == before.version + 1
    assert after.changed >= before.changed
    told = told_by(store, lambda change: act(change, purchase_id))
    assert told == []
    assert store.purchase(purchase_id) == after


def test_verbs_do_what_they_say(store: Store) -> None:
    purchase_id = added(store)
    with store.change() as change:
        change.describe(purchase_id, title="Bananer")
        change.set_groups(purchase_id, ["food", "fruit-vegetables", "food"])
        change.set_cpv(purchase_id, ["15300000"])
        change.answer(purchase_id, "children", None)
        change.answer(purchase_id, "areas", frozenset({"c"}))
        change.decide(purchase_id, decision("SE-SC-01", verdict=Verdict.CHOSEN), decision("SE-SC-02"))
        change.undecide(purchase_id, "SE-FOOD-51")
        change.override_risk(purchase_id, RiskOverride(RiskArea.CORRUPTION, RiskLevel.MEDIUM, "Lång kedja"))
        change.forget_risk(purchase_id, RiskArea.LABOUR)
        assert change.purchase(purchase_id) == store.purchase(purchase_id)
    kept = store.purchase(purchase_id)
    assert kept.title == "Bananer"
    assert kept.description == purchase().description
    assert kept.groups == ("food", "fruit-vegetables")
    assert kept.cpv == ("15300000",)
    assert kept.facts.answers == {"amount": 1_500_000, "share": 0.5, "areas": frozenset({"c"}), "none": frozenset()}
    assert {name: one.verdict for name, one in kept.decisions.items()} == {
        "SE-SC-01": Verdict.CHOSEN,
        "SE-SC-02": Verdict.ADAPTED,
    }
    assert list(kept.risks) == [RiskArea.CORRUPTION]


def test_a_decision_is_signed_with_the_name_in_the_settings(tmp_path: Path) -> None:
    noon = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    unsigned = decision("SE-SC-02", decided_by="", decided_at="")
    with Store(tmp_path, now=lambda: noon) as store:
        with store.change() as change:
            change.keep_settings(Settings(name="Åsa Öst"))
        purchase_id = added(store)
        assert told_by(store, lambda change: change.decide(purchase_id, unsigned)) == [{Kind.DECISIONS}]
        kept = store.purchase(purchase_id).decisions["SE-SC-02"]
        assert (kept.decided_by, kept.decided_at) == ("Åsa Öst", "2026-11-22T12:00:00.000+00:00")
        assert told_by(store, lambda change: change.decide(purchase_id, unsigned)) == []


def test_the_page_is_remembered_without_counting_as_a_change(store: Store) -> None:
    purchase_id = added(store)
    before = store.purchase(purchase_id)
    assert told_by(store, lambda change: change.visit(purchase_id, "checks")) == []
    assert store.purchase(purchase_id) == replace(before, page="checks")


def test_a_deleted_purchase_can_be_taken_back(store: Store) -> None:
    purchase_id = added(store)
    with store.change() as change:
        change.delete(purchase_id)
    assert store.purchases() == ()
    assert [bool(row.deleted) for row in store.purchases(deleted=True)] == [True]
    with store.change() as change:
        change.restore(purchase_id)
    assert [row.id for row in store.purchases()] == [purchase_id]
    assert store.purchases(deleted=True) == ()


def test_a_copy_stands_on_its_own(store: Store) -> None:
    purchase_id = added(store)
    original = store.purchase(purchase_id)
    with store.change() as change:
        copy_id = change.copy(purchase_id, "Bananer 2027")
        change.describe(purchase_id, description="")
    copy = store.purchase(copy_id)
    assert (copy.title, copy.reference, copy.supplier, copy.page, copy.version) == ("Bananer 2027", "", "", "", 1)
    assert (copy.decisions.keys(), copy.facts, copy.risks, copy.groups) == (
        original.decisions.keys(), original.facts, original.risks, original.groups
    )  # fmt: skip
    assert copy.description == original.description


def test_settings(tmp_path: Path) -> None:
    wanted = Settings(language="nn", theme="dark", organisation="Prøvekommunen", name="Åse")
    assert early_settings(tmp_path) == Settings()
    with Store(tmp_path) as store:
        assert store.settings() == Settings()
        assert told_by(store, lambda change: change.keep_settings(wanted)) == [{Kind.SETTINGS}]
        assert told_by(store, lambda change: change.keep_settings(wanted)) == []
        assert store.settings() == wanted
        assert early_settings(tmp_path) == wanted
    (tmp_path / "kravkompass.sqlite").write_bytes(b"no database" * 1000)
    assert early_settings(tmp_path) == Settings()


def test_a_change_that_fails_leaves_nothing_and_tells_nobody(store: Store) -> None:
    purchase_id = added(store)
    before = store.purchase(purchase_id)
    told: list[frozenset[Kind]] = []
    store.when_changed(told.append)
    with pytest.raises(ZeroDivisionError), store.change() as change:
        change.describe(purchase_id, title="Half")
        change.add(purchase())
        _ = 1 / 0
    assert store.purchase(purchase_id) == before
    assert len(store.purchases()) == 1
    assert told == []
    assert told_by(store, lambda change: change.describe(purchase_id, title="Whole")) == [{Kind.PURCHASES}]


def test_listeners_may_read_and_change(store: Store) -> None:
    titles: list[str] = []

    def listener(kinds: frozenset[Kind]) -> None:
        titles.append(store.purchases()[0].title)
        if Kind.ANSWERS in kinds:
            with store.change() as change:
                change.describe(store.purchases()[0].id, title="Seen")

    store.when_changed(listener)
    added(store)
    assert titles == [purchase().title, "Seen"]


def test_a_change_inside_a_change_is_a_mistake(store: Store) -> None:
    with store.change(), pytest.raises(RuntimeError), store.change():
        pass


def test_unknown_purchases_and_fields(store: Store) -> None:
    with pytest.raises(PurchaseMissingError):
        store.purchase("nothing")
    with pytest.raises(PurchaseMissingError), store.change() as change:
        change.answer("nothing", "children", "yes")
    purchase_id = added(store)
    with pytest.raises(TypeError), store.change() as change:
        change.describe(purchase_id, colour="green")


def test_text_no_file_can_hold_is_made_fit(store: Store) -> None:
    purchase_id = added(store, replace(purchase(), description="one\r\ntwo\vthree\x00\ud800"))
    with store.change() as change:
        change.describe(purchase_id, title="Fr\x07ukt")
        change.answer(purchase_id, "notes", "a\x0bb")
    kept = store.purchase(purchase_id)
    assert (kept.title, kept.description, kept.facts.words("notes")) == ("Frukt", "one\ntwo\nthree", "a\nb")


def test_threads_wait_for_each_other(store: Store) -> None:
    purchase_id = added(store)

    def many(name: str) -> None:
        for number in range(10):
            with store.change() as change:
                change.answer(purchase_id, f"{name}-{number}", "yes")
            store.purchases()

    threads = [threading.Thread(target=many, args=(f"thread-{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.purchase(purchase_id).facts.answers) == 40 + len(purchase().facts.answers)


def test_the_module_is_light_until_a_store_is_opened() -> None:
    asked = "import sys, kravkompass.purchases.store; print({'sqlalchemy', 'alembic', 'msgspec'} & set(sys.modules))"
    source = Path(sys.modules["kravkompass"].__file__ or "").parents[1]
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=source)
    assert answer.stdout.strip() == "set()"
