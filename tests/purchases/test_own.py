"""Own requirements as they are kept: numbers never used again, revisions counted up, wordings kept as they were taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.guidance.made import texts
from tests.purchases.samples import decision, purchase

from kravkompass.catalog.requirement import Requirement, Written
from kravkompass.catalog.terms import Country, Theme
from kravkompass.guidance.own import Own, State, blank, says_the_same, settled
from kravkompass.purchases.errors import OwnInUseError, OwnMissingError
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store


def draft(demand: str = "Leverantören ska rapportera.", **changes: Any) -> Requirement:  # noqa: ANN401 - any field
    return replace(blank(Country.SWEDEN), texts={"sv": texts(demand=demand)}, **changes)


def write(store: Store, requirement: Requirement | None = None) -> Requirement:
    with store.change() as change:
        return change.own.write(requirement or draft())


def kept(store: Store) -> dict[str, Own]:
    return {one.requirement.id: one for one in store.own_requirements()}


@pytest.fixture
def signed(store: Store) -> Store:
    with store.change() as change:
        change.keep_settings(Settings(organisation="Provkommunen", name="Åsa Öst"))
    return store


def test_who_wrote_it_and_when(tmp_path: Path) -> None:
    with Store(tmp_path, now=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)) as store:
        with store.change() as change:
            change.keep_settings(Settings(organisation="Provkommunen", name="Åsa Öst"))
        written = write(store).written
    assert written is not None
    assert (written.by, written.organisation, written.at) == ("Åsa Öst", "Provkommunen", "2026-11-22T12:00:00.000+00:00")
    assert len(written.key) == 36


def test_numbers_go_on_and_are_never_used_again(store: Store) -> None:
    assert [write(store).id for _ in range(3)] == ["OWN-001", "OWN-002", "OWN-003"]
    with store.change() as change:
        change.own.delete("OWN-003")
    assert list(kept(store)) == ["OWN-001", "OWN-002"]
    assert write(store).id == "OWN-004"
    with store.change() as change:
        change.own.restore("OWN-003")
    assert list(kept(store)) == ["OWN-001", "OWN-002", "OWN-003", "OWN-004"]


def test_another_wording_is_another_revision_and_the_same_is_not(store: Store) -> None:
    first = write(store)
    told: list[frozenset[Kind]] = []
    store.when_changed(told.append)
    assert write(store, first) == first
    assert told == []
    second = write(store, replace(first, theme=Theme.CLIMATE))
    assert (first.revision, second.revision, second.id) == (1, 2, first.id)
    assert second.codes.environment == {"clim-mitig"}
    assert second.written is not None
    assert first.written is not None
    assert second.written.key == first.written.key
    assert told == [{Kind.OWN}]
    assert kept(store)[first.id].requirement == second


def test_what_a_purchase_took_stays_as_it_was(store: Store) -> None:
    first = write(store)
    with store.change() as change:
        key = change.add(purchase())
        change.own.remember([first])
        change.decide(key, decision(first.id, revision=1, values={}, wording={}))
    write(store, replace(first, texts={"sv": texts(demand="Något annat.")}))
    assert store.purchase(key).taken == {first.id: first}
    assert kept(store)[first.id].used_in == 1
    with store.change() as change:
        copy = change.copy(key, "En till")
    assert store.purchase(copy).taken == {first.id: first}
    assert kept(store)[first.id].used_in == 2


def test_what_is_used_is_not_thrown_away_but_can_be_given_up(store: Store) -> None:
    first = write(store)
    with store.change() as change:
        key = change.add(purchase())
        change.own.set_standard(first.id, on=True)
        change.decide(key, decision(first.id, revision=1))
        change.delete(key)
    with pytest.raises(OwnInUseError) as refused, store.change() as change:
        change.own.delete(first.id)
    assert "Frukt och grönt till förskolor" in str(refused.value)
    with store.change() as change:
        change.own.set_state(first.id, State.RETIRED)
    assert kept(store)[first.id] == Own(first, State.RETIRED, standard=False, used_in=1)
    with store.change() as change:
        change.own.set_state(first.id, State.ACTIVE)
    assert kept(store)[first.id].state is State.ACTIVE


@pytest.mark.parametrize("name", ["OWN-009", "SE-FOOD-01", ""])
def test_one_that_is_not_there_is_told(store: Store, name: str) -> None:
    with pytest.raises(OwnMissingError), store.change() as change:
        change.own.set_standard(name, on=True)


def foreign(name: str = "OWN-001", key: str = "their-key", **changes: Any) -> Requirement:  # noqa: ANN401 - any field
    return settled(draft(id=name, **{"written": Written(key, "Bo Ek", "2026-01-01", "Grannby"), **changes}))


def bring(store: Store, requirement: Requirement) -> str:
    """Take a purchase in that comes with a requirement, and give the id it has here."""
    name = requirement.id
    whole = replace(purchase(), decisions={name: decision(name, revision=requirement.revision)}, taken={name: requirement})
    with store.change() as change:
        key = change.add(whole)
    there = store.purchase(key)
    (here,) = there.decisions
    assert there.decisions[here].requirement == here
    assert says_the_same(there.taken[here], requirement)
    return here


def test_one_that_comes_with_a_purchase_keeps_its_id_when_that_is_free_and_is_not_offered(store: Store) -> None:
    assert bring(store, foreign("OWN-007")) == "OWN-007"
    assert kept(store)["OWN-007"].state is State.BROUGHT
    assert write(store).id == "OWN-008"
    assert bring(store, foreign("OWN-007")) == "OWN-007"
    assert len(kept(store)) == 2


def test_ids_that_clash_are_told_apart_and_nothing_of_ours_is_written_over(signed: Store) -> None:
    ours = write(signed)
    assert bring(signed, foreign()) == "OWN-002"
    assert kept(signed)["OWN-001"].requirement == ours
    assert kept(signed)["OWN-002"].requirement.written == foreign().written


def test_ours_that_comes_back_is_known_again_in_any_revision(signed: Store) -> None:
    first = write(signed)
    second = write(signed, replace(first, texts={"sv": texts(demand="Två.")}))
    assert bring(signed, first) == "OWN-001"
    assert bring(signed, second) == "OWN-001"
    third = replace(second, revision=3, texts={"sv": texts(demand="Tre, skrivet hos kollegan.")})
    assert bring(signed, third) == "OWN-001"
    assert kept(signed)["OWN-001"].requirement == second
    assert write(signed, replace(second, texts={"sv": texts(demand="Fyra.")})).revision == 4


def test_one_changed_apart_from_ours_in_the_same_revision_becomes_its_own(signed: Store) -> None:
    first = write(signed)
    changed = replace(first, texts={"sv": texts(demand="Ändrat hos någon annan.")})
    assert bring(signed, changed) == "OWN-002"
    assert kept(signed)["OWN-001"].requirement == first
    keys = {one.requirement.written.key for one in kept(signed).values() if one.requirement.written}
    assert len(keys) == 2


def test_an_id_of_another_form_gets_a_number(store: Store) -> None:
    assert bring(store, foreign("SE-FOOD-51")) == "OWN-001"


def test_texts_are_made_fit_for_every_file(store: Store) -> None:
    assert write(store, draft("a\u0000\u001bb\r\nc ")).texts["sv"].demand == "ab\nc"
