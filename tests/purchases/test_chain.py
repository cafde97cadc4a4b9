"""Supply chains, questionnaires and promised jobs in the store: what goes in comes out, and nothing can say who was placed."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from tests.purchases import chain_samples as samples
from tests.purchases.contract_samples import contract

from kravkompass.followup.contract import Contract
from kravkompass.followup.employment import Dialogue, JobOutcome, JobPromise
from kravkompass.followup.supply_chain import ChainLink
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.store import Store


@pytest.fixture
def kept(store: Store) -> Contract:
    with store.change() as change:
        return change.contracts.keep(contract())


def test_what_goes_in_comes_out(store: Store, kept: Contract) -> None:
    parts = (
        samples.link(kept.id),
        samples.link(kept.id, "", unknown=True, country="", certificates=(), told_on=None),
        samples.request(kept.id),
        samples.request(kept.id, links=(), due=None, answered=None),
        samples.questionnaire(kept.id),
        samples.questionnaire(kept.id, due=None, returned=None, answers={}, told={}, earlier=()),
        samples.dialogue(kept.id),
        samples.dialogue(kept.id, asked=None, held=None, agreed=None),
        samples.job_promise(kept.id),
        samples.job_promise(kept.id, targets=(), agreed=None),
        samples.job_outcome(kept.id),
        samples.job_outcome(kept.id, extent=None, all_hours=None, after={}),
    )
    for part in parts:
        with store.change() as change:
            stored = change.contracts.keep(part)
        assert stored == replace(part, id=stored.id)
        assert store.part(type(part), stored.id) == stored


def test_what_changes_is_told_and_logged(store: Store, kept: Contract) -> None:
    told: list[frozenset[Kind]] = []
    store.when_changed(told.append)
    for part in (samples.link(kept.id), samples.questionnaire(kept.id), samples.job_promise(kept.id)):
        with store.change() as change:
            change.contracts.keep(part)
    assert told == [{Kind.CHAIN}, {Kind.QUESTIONNAIRES}, {Kind.EMPLOYMENT}]
    assert [event.part for event in store.events(kept.id)] == ["contract", "chain_link", "questionnaire", "job_promise"]
    assert store.parts(ChainLink, contract=kept.id)[0].name == "Odlarna AB"


def test_there_is_no_field_for_the_people_placed() -> None:
    # Dates of talks, counts and free notes (which warn of identity numbers); nothing that names, dates or describes a person.
    allowed = {
        "id", "contract", "supplier", "year", "asked", "held", "agreed", "minutes", "note", "kind", "number", "targets", "requirement",
        "promise", "quarter", "extent", "after", "all_hours", "tried",
    }  # fmt: skip
    assert {one.name for part in (Dialogue, JobPromise, JobOutcome) for one in fields(part)} == allowed
