"""National requirements travel as they were taken: what another machine's later catalog says never slips into a purchase."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.real import catalog
from tests.guidance.made import TODAY, Shelf, decision, purchase, requirement, texts
from tests.purchases.exchanged import DECISION, NAMED, anything, encoded

from kravkompass.catalog.condition import ALWAYS
from kravkompass.catalog.search import Finder
from kravkompass.catalog.terms import Country
from kravkompass.errors import KnownError
from kravkompass.guidance.guide import guide
from kravkompass.guidance.purchase import Purchase
from kravkompass.language import Language
from kravkompass.purchases import exchange_errors as errors
from kravkompass.purchases.exchange import parse_purchase, purchase_content
from kravkompass.purchases.store import Store
from kravkompass.purchases.taken_form import TakenForm
from kravkompass.screens.templates import Templates
from kravkompass.screens.wizard import Wizard

SV = Language.SWEDISH
BEFORE = requirement(texts={"sv": texts(demand="Före."), "nb": texts(demand="Før.")})
AFTER = replace(BEFORE, revision=2, texts={"sv": texts(demand="Efter.")})
TAKEN: dict[str, Any] = {
    "id": "NO-TXT-01",
    "revision": 1,
    "area": "textile",
    "kind": "contract-term",
    "level": "base",
    "priority": "core",
    "theme": "climate",
    "about": "reporting",
    "product-groups": ["all"],
    "texts": {"nb": {"title": "Tittel", "demand": "Leverandøren skal rapportere."}},
    "follow-up": {
        "stage": "during", "method": "report", "interval": "yearly", "who": "buyer", "minutes": 30,
        "supplier-effort": "low", "severity": "ordinary",
    },
    "confidence": "H",
    "place": ["contract"],
    "fulfilled": "during-contract",
}  # fmt: skip


def shown(bought: Purchase, *library: object) -> list[str]:
    return [row.texts.demand for row in guide(bought, Shelf(library), TODAY).rows(SV)]  # type: ignore[arg-type]


@pytest.mark.parametrize("country", Country)
def test_every_requirement_of_the_catalog_is_read_back_as_it_was_but_for_when_it_is_proposed(country: Country) -> None:
    taken = {one.id: one for one in catalog().requirements(country)}
    whole = Purchase("", country, "Allt", decisions={one.id: decision(one.id, revision=one.revision) for one in taken.values()}, taken=taken)
    read = parse_purchase(purchase_content(whole), NAMED).purchase
    assert read.taken == {name: replace(one, when=ALWAYS) for name, one in taken.items()}
    assert purchase_content(read) == purchase_content(whole)


def test_the_wording_taken_is_shown_where_the_catalog_has_a_later_one(tmp_path: Path) -> None:
    here = purchase(decision(BEFORE.id), id="", taken={BEFORE.id: BEFORE})
    read = parse_purchase(purchase_content(here), NAMED).purchase
    assert shown(read, AFTER) == ["Före."]
    assert guide(read, Shelf((AFTER,)), TODAY).newer(BEFORE.id) == AFTER
    with Store(tmp_path / "here") as store:
        with store.change() as change:
            name = change.add(here)
        Templates(lambda: store).write(Templates(lambda: store).make(name, "Mall"), tmp_path / "mall.json")
    with Store(tmp_path / "there") as store:
        begun = store.purchase(Templates(lambda: store).begin(Templates(lambda: store).read(tmp_path / "mall.json")))
        assert shown(begun, AFTER) == ["Före."]


def test_what_the_reader_s_own_catalog_says_of_the_same_revision_goes_before_the_file(tmp_path: Path) -> None:
    national = catalog().requirements(Country.SWEDEN)[0]
    false = replace(national, texts={"sv": texts(demand="Något annat.")})
    made = Purchase("", Country.SWEDEN, "Allt", decisions={false.id: decision(false.id, revision=false.revision)}, taken={false.id: false})
    with Store(tmp_path / "there") as store:
        with store.change() as change:
            name = change.add(parse_purchase(purchase_content(made), NAMED).purchase)
        assert shown(store.purchase(name), national) == [national.texts["sv"].demand]
        Wizard(store, catalog(), name, lambda: TODAY, lambda: Finder(catalog()))
        assert store.purchase(name).taken[national.id] == national


def test_one_of_another_revision_than_decided_about_stays_at_home() -> None:
    old = purchase(decision(BEFORE.id, revision=2), taken={BEFORE.id: BEFORE})
    written = json.loads(purchase_content(old))
    assert (written["version"], "taken-requirements" in written) == (1, False)


@given(anything, st.sampled_from([field.name for field in msgspec.structs.fields(TakenForm)]))
def test_anything_in_any_field_is_read_or_known_to_be_wrong(value: object, field: str) -> None:
    changed = {**TAKEN, field.replace("_", "-"): value}
    with suppress(KnownError):
        parse_purchase(encoded(**{"version": 2, "decisions": [DECISION], "taken-requirements": [changed]}), NAMED)


@pytest.mark.parametrize(
    ("taken", "known", "values"),
    [
        ([TAKEN, TAKEN], errors.TwiceError, {"word": "NO-TXT-01"}),
        ([{**TAKEN, "id": "NO-TXT-02"}], errors.UnknownWordError, {"place": "taken-requirements[0].id", "known": "NO-TXT-01"}),
        ([{**TAKEN, "id": "OWN-001"}], errors.UnknownWordError, {"word": "OWN-001"}),
        ([{**TAKEN, "revision": 2}], errors.WrongValueError, {"place": "taken-requirements[0].revision"}),
        ([{**TAKEN, "priority": "first"}], errors.UnknownWordError, {"known": "core, useful, extra"}),
        ([{**TAKEN, "confidence": "X"}], errors.UnknownWordError, {"place": "taken-requirements[0].confidence"}),
        ([{**TAKEN, "colour": 1}], errors.UnknownFieldError, {"field": "colour"}),
        ([{**TAKEN, "values": [{"name": "n", "type": "days", "words": "x"}]}], errors.WrongValueError, {}),
    ],
)
def test_what_is_not_as_it_should_be_is_told_with_its_place(taken: list[object], known: type[KnownError], values: dict[str, object]) -> None:
    with pytest.raises(known) as refused:
        parse_purchase(encoded(**{"version": 2, "decisions": [DECISION], "taken-requirements": taken}), NAMED)
    assert refused.value.values.items() >= values.items()
