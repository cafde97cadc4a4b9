"""Meetings, promises and evidence in the store: what goes in comes out, and drafts leave no trace in the log."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.purchases.contract_samples import contract
from tests.purchases.meeting_samples import draft, evidence, matter, meeting, promise

from kravkompass.followup.contract import Contract
from kravkompass.followup.event import Verb
from kravkompass.followup.meeting import Matter
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.store import Store


@pytest.fixture
def kept(store: Store) -> Contract:
    with store.change() as change:
        return change.contracts.keep(contract())


def test_what_goes_in_comes_out(store: Store, kept: Contract) -> None:
    held = meeting(kept.id)
    bare = meeting(kept.id, present=(), next_day=None, activities=())
    undecided = matter(kept.id, "m", status=None, pledges=(), evidence=(), raise_deviation=None)
    parts = (held, bare, matter(kept.id, "m"), undecided, promise(kept.id), promise(kept.id, due=None, done=None), evidence(kept.id))
    for part in parts:
        with store.change() as change:
            stored = change.contracts.keep(part)
        assert stored == replace(part, id=stored.id)
        assert store.part(type(part), stored.id) == stored


def test_a_draft_has_the_id_of_its_meeting(store: Store, kept: Contract) -> None:
    with store.change() as change:
        held = change.contracts.keep(meeting(kept.id))
        written = change.contracts.keep(draft(held))
    assert written == draft(held)
    assert written.id == held.id


def test_what_is_saved_at_every_pause_is_told_but_not_logged(store: Store, kept: Contract) -> None:
    told: list[frozenset[Kind]] = []
    with store.change() as change:
        held = change.contracts.keep(meeting(kept.id))
    store.when_changed(told.append)
    for note in ("T", "Två", "Två av tre"):
        with store.change() as change:
            change.contracts.keep(draft(held, note=note))
            change.contracts.keep(matter(kept.id, held.id, id="m1", note=note))
    assert told == [{Kind.MATTERS}] * 3
    assert store.part(Matter, "m1").note == "Två av tre"
    assert [(event.verb, event.part) for event in store.events(kept.id)] == [(Verb.ADDED, "contract"), (Verb.ADDED, "meeting")]
