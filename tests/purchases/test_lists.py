"""Lists that go out are numbered by what is in them; replies that come back are kept, replaced and put back as they were."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.purchases.samples import purchase
from tests.purchases.test_store import added

from kravkompass.followup.reply import KeptReply, Reply, Standing
from kravkompass.purchases.errors import PurchaseMissingError
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store

REPLY = Reply(Standing.PARTLY, "Ja, till hösten\nnästa år", "Ring i maj", dt.date(2027, 3, 15))
KEPT = KeptReply(REPLY, "Svar, ifyllt.xlsx", "a" * 64, "Åsa Öst", "2026-11-28T10:00:00.000+00:00")


def test_a_version_is_counted_up_when_the_list_changed(store: Store) -> None:
    key = added(store)
    numbers = []
    for fingerprint in ("a", "a", "b", "b", "a"):
        with store.change() as change:
            numbers.append(change.lists.issue(key, fingerprint * 64))
    assert numbers == [1, 1, 2, 2, 3]
    assert [(one.number, one.fingerprint[0]) for one in store.issues(key)] == [(1, "a"), (2, "b"), (3, "a")]
    assert all(one.issued for one in store.issues(key))


def test_sending_a_list_out_is_no_change_of_the_purchase(store: Store) -> None:
    key = added(store)
    before = store.purchase(key)
    told: list[frozenset[Kind]] = []
    store.when_changed(told.append)
    for _ in range(2):
        with store.change() as change:
            change.lists.issue(key, "a" * 64)
    assert store.purchase(key) == before
    assert told == [{Kind.LISTS}]


def test_replies_are_kept_replaced_and_put_back(store: Store) -> None:
    key = added(store)
    with store.change() as change:
        first = change.lists.put_replies(key, {"SE-1": KEPT, "SE-2": KeptReply(Reply(note="x"))})
    assert first == {"SE-1": None, "SE-2": None}
    assert store.replies(key)["SE-1"] == KEPT
    later = replace(KEPT, reply=replace(REPLY, standing=Standing.MET))
    with store.change() as change:
        second = change.lists.put_replies(key, {"SE-1": later, "SE-3": KEPT, "SE-2": None})
    assert set(store.replies(key)) == {"SE-1", "SE-3"}
    with store.change() as change:
        change.lists.put_replies(key, second)
    assert store.replies(key)["SE-1"] == KEPT
    assert set(store.replies(key)) == {"SE-1", "SE-2"}
    with store.change() as change:
        change.lists.put_replies(key, first)
    assert store.replies(key) == {}


def test_a_reply_says_who_took_it_and_when(store: Store) -> None:
    key = added(store)
    with store.change() as change:
        change.keep_settings(Settings(name="Åsa Öst"))
        change.lists.put_replies(key, {"SE-1": KeptReply(Reply(answer="a\x07b\ud800"), "a.xlsx", "b" * 64)})
    kept = store.replies(key)["SE-1"]
    assert (kept.taken_by, kept.reply.answer) == ("Åsa Öst", "ab")
    assert dt.datetime.fromisoformat(kept.taken_at)


def test_the_same_replies_again_are_no_change(store: Store) -> None:
    key = added(store)
    told: list[frozenset[Kind]] = []
    with store.change() as change:
        change.lists.put_replies(key, {"SE-1": KEPT})
    store.when_changed(told.append)
    with store.change() as change:
        change.lists.put_replies(key, {"SE-1": KEPT, "SE-2": None})
    assert not told


def test_taking_replies_is_a_change_of_the_purchase(store: Store) -> None:
    key = added(store)
    told: list[frozenset[Kind]] = []
    store.when_changed(told.append)
    version = store.purchase(key).version
    with store.change() as change:
        change.lists.put_replies(key, {"SE-1": KEPT})
    assert told == [{Kind.LISTS, Kind.PURCHASES}]
    assert store.purchase(key).version == version + 1


def test_a_copy_of_a_purchase_has_no_replies_and_no_versions(store: Store) -> None:
    key = added(store)
    with store.change() as change:
        change.lists.put_replies(key, {"SE-1": KEPT})
        change.lists.issue(key, "a" * 64)
        other = change.copy(key, "Kopia")
    assert (store.replies(other), store.issues(other)) == ({}, ())


def test_a_purchase_that_is_not_there_is_told(store: Store) -> None:
    assert purchase().id == ""
    for verb in (lambda lists: lists.issue("gone", "a"), lambda lists: lists.put_replies("gone", {})):
        with pytest.raises(PurchaseMissingError), store.change() as change:
            verb(change.lists)
