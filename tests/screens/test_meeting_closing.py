"""The end of a meeting: closed once, wholly or not at all, and what comes of it at the next one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.purchases.meeting_samples import PRESENT
from tests.screens.meeting_world import DAY, World, make_world

from kravkompass.errors import DiskFullError
from kravkompass.followup.activity import KeptActivity, Outcome, State, Status
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.meeting import (
    MatterKind,
    Meeting,
    MeetingDraft,
    MeetingKind,
    MeetingState,
    Pledge,
    Promise,
    PromiseState,
    Why,
)
from kravkompass.purchases.store import Store
from kravkompass.screens.meeting import READ_THROUGH
from kravkompass.screens.meeting_ending import Ending


@pytest.fixture
def world(store: Store) -> World:
    return make_world(store)


def filled(world: World) -> Ending:
    """A meeting with something of everything, ready to be closed."""
    screen = world.meeting()
    screen.begin()
    first, second, _ = (one.id for one in screen.matters)
    screen.describe(place="Stadshuset", present=PRESENT, next_day=date(2028, 2, 29), note="Gott samarbete", language="nb")
    screen.write(first, status=Status.MET, note="Intyg visat")
    pledges = (Pledge("Skicka listan", "Bo Berg", due=date(2027, 10, 1)), Pledge("Utan namn"))
    screen.write(second, status=Status.NOT_MET, note="Ingen lista", pledges=pledges)
    screen.go(READ_THROUGH)
    return Ending(screen)


def test_closing_keeps_everything_or_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    ending = filled(world)
    before = world.store.events(world.contract.id)

    def full(_self: object, _part: object) -> None:
        raise DiskFullError(path=Path("kravkompass.sqlite"))

    with monkeypatch.context() as broken:
        broken.setattr("kravkompass.purchases.keeping.Keeper.drop", full)
        with pytest.raises(DiskFullError):
            ending.close()
    assert world.store.events(world.contract.id) == before
    assert [world.store.parts(kind) for kind in (Outcome, Promise, Deviation)] == [(), (), ()]


def test_closing_gives_outcomes_promises_deviations_and_done_activities(world: World) -> None:
    ending = filled(world)
    assert ending.missing() == (1, 1)
    assert len(ending.proposed_deviations()) == 1
    assert [one.id for one in ending.activities()] == [world.start.id]
    ending.close()
    outcomes = world.store.parts(Outcome, ("at",), contract=world.contract.id)
    assert {(one.status, one.note) for one in outcomes} == {(Status.MET, "Intyg visat"), (Status.NOT_MET, "Ingen lista")}
    assert all(one.at and one.supplier == world.supplier.id for one in outcomes)
    assert [one.what for one in world.store.parts(Promise, ("due",))] == ["Utan namn", "Skicka listan"]
    (deviation,) = world.store.parts(Deviation)
    assert deviation.outcome == next(one.id for one in outcomes if one.status is Status.NOT_MET)
    assert deviation.deadline is not None
    assert deviation.deadline > deviation.found
    assert world.store.part(KeptActivity, world.start.id).state is State.DONE
    held = world.store.parts(Meeting)[0]
    assert (held.state, held.place, held.next_day, held.note, held.language) == (
        MeetingState.CLOSED, "Stadshuset", date(2028, 2, 29), "Gott samarbete", "nb",
    )  # fmt: skip
    assert world.store.parts(MeetingDraft) == ()


def test_a_closed_meeting_stays_as_it_is(world: World) -> None:
    ending = filled(world)
    ending.close()
    screen = world.meetings.open(world.store.parts(Meeting)[0].id)
    before = screen.matters
    screen.write(before[0].id, note="Efteråt")
    screen.describe(place="Någon annanstans")
    assert (screen.matters, screen.meeting.place) == (before, "Stadshuset")
    assert world.store.parts(MeetingDraft) == ()


def test_what_a_meeting_left_open_is_on_the_next_agenda(world: World) -> None:
    filled(world).close()
    screen = world.meeting(MeetingKind.FOLLOW_UP)
    kinds = [(one.kind, one.why) for one in screen.matters]
    assert kinds == [
        (MatterKind.PROMISE, Why.PROMISED),
        (MatterKind.PROMISE, Why.PROMISED),
        (MatterKind.DEVIATION, Why.DEVIATION),
        (MatterKind.REQUIREMENT, Why.LEFT_OPEN),
        (MatterKind.REQUIREMENT, Why.LEFT_OPEN),
    ]


def test_the_buyer_chooses_which_activities_the_meeting_does(world: World) -> None:
    ending = filled(world)
    ending.choose_activities(())
    assert [one.id for one in ending.activities()] == [world.start.id]
    ending.close()
    assert world.store.part(KeptActivity, world.start.id).state is State.PLANNED


def test_promises_are_settled_between_meetings_and_can_be_opened_again(world: World) -> None:
    filled(world).close()
    promise = next(one for one in world.meetings.promises(is_open=True) if one.due is not None)
    assert not promise.is_late(date(2027, 10, 1))
    assert promise.is_late(date(2027, 10, 2))
    world.meetings.settle(promise, PromiseState.KEPT)
    (kept,) = world.meetings.promises(is_open=False)
    assert (kept.state, kept.done) == (PromiseState.KEPT, DAY)
    assert not kept.is_late(date(2028, 1, 1))
    world.meetings.settle(promise, PromiseState.OPEN)
    assert len(world.meetings.promises(is_open=True)) == 2


def test_rows_say_how_far_each_meeting_came(world: World) -> None:
    filled(world).close()
    world.meeting(MeetingKind.FOLLOW_UP)
    rows = world.meetings.rows()
    assert {(row.meeting.kind, row.supplier, row.done, row.of) for row in rows} == {
        (MeetingKind.START, "Frukt i Provstad AB", 2, 3),
        (MeetingKind.FOLLOW_UP, "Frukt i Provstad AB", 0, 5),
    }
