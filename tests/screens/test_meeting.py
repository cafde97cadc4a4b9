"""A meeting as it goes on: prepared for one supplier, saved as it is written, interrupted and gone on with, closed once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.catalog.real import catalog
from tests.purchases.contract_samples import contract
from tests.purchases.meeting_samples import PRESENT
from tests.screens.meeting_world import DAY, World, make_world

from kravkompass.errors import DiskFullError
from kravkompass.followup.activity import Status
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.event import Verb
from kravkompass.followup.meeting import (
    Attendant,
    Matter,
    MatterKind,
    Meeting,
    MeetingDraft,
    MeetingKind,
    MeetingState,
    Pledge,
    Promise,
    Side,
)
from kravkompass.language import Language
from kravkompass.purchases.change import Change
from kravkompass.purchases.glance_meetings import interrupted_meetings
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.store import Store
from kravkompass.screens import meeting_files
from kravkompass.screens.contracts import Contracts
from kravkompass.screens.meeting import READ_THROUGH, WHO
from kravkompass.screens.meeting_ending import Ending
from kravkompass.screens.taking_in import take_in


@pytest.fixture
def world(store: Store) -> World:
    return make_world(store)


def test_a_meeting_is_prepared_with_its_agenda_and_whoever_is_sure_to_come(world: World) -> None:
    screen = world.meeting()
    assert (screen.meeting.state, screen.meeting.language) == (MeetingState.PLANNED, "sv")
    assert screen.meeting.present == (Attendant("Åsa Öst", side=Side.BUYER),)
    assert screen.meeting.activities == (world.start.id,)
    assert [screen.subject(one, Language.SWEDISH).number for one in screen.matters] == ["K01", "K02", "K03"]


def test_nothing_of_the_other_supplier_is_on_the_agenda(world: World) -> None:
    with world.store.change() as change:
        change.contracts.keep(Deviation("", world.contract.id, world.other.id, "", DAY, "Hos den andra"))
        change.contracts.keep(Promise("", world.contract.id, world.other.id, "m", "Den andras", "X", Side.SUPPLIER))
    screen = world.meeting(MeetingKind.FINAL)
    assert {one.kind for one in screen.matters} == {MatterKind.REQUIREMENT}
    assert "K99" not in {screen.subject(one, Language.SWEDISH).number for one in screen.matters}
    assert screen.left_out() == ()


def test_what_is_not_wanted_is_left_out_and_can_be_taken_up(world: World) -> None:
    unwanted = world.requirements[1]
    screen = world.meetings.open(world.meetings.prepare(world.supplier, MeetingKind.START, DAY, Language.SWEDISH, {unwanted.id}))
    assert [one.about for one in screen.matters] == [world.requirements[0].id, world.requirements[2].id]
    assert screen.left_out() == (unwanted,)
    added = screen.add_requirement(unwanted.id)
    assert [one.id for one in screen.matters][-1] == added
    point = screen.add_point("Leveranser i sommar")
    assert (screen.matters[-1].id, screen.matters[-1].title) == (point, "Leveranser i sommar")
    assert world.meetings.open(screen.meeting.id).matters == screen.matters


def test_a_meeting_that_was_not_held_can_be_taken_away(world: World) -> None:
    screen = world.meeting()
    world.meetings.drop(screen.meeting)
    assert [world.store.parts(kind) for kind in (Meeting, MeetingDraft, Matter)] == [(), (), ()]
    running = world.meeting()
    running.begin()
    world.meetings.drop(running.meeting)
    assert len(world.store.parts(Meeting)) == 1


def test_the_first_meeting_is_a_start_meeting(world: World) -> None:
    assert world.meetings.kind_for(world.supplier.id) is MeetingKind.START
    world.meeting()
    assert world.meetings.kind_for(world.supplier.id) is MeetingKind.FOLLOW_UP
    assert world.meetings.kind_for(world.other.id) is MeetingKind.START


def test_steps_go_from_who_is_here_through_every_matter_to_reading_through(world: World) -> None:
    screen = world.meeting()
    screen.begin()
    assert (screen.at, screen.meeting.state) == (WHO, MeetingState.RUNNING)
    screen.step(-1)
    assert screen.at == WHO
    seen = []
    for _ in range(4):
        screen.step(1)
        seen.append(screen.at)
    assert seen == [*(one.id for one in screen.matters), READ_THROUGH]
    states = [screen.meeting.state]
    screen.step(1)
    assert screen.at == READ_THROUGH
    screen.step(-1)
    states.append(screen.meeting.state)
    assert states == [MeetingState.READ_THROUGH, MeetingState.RUNNING]
    with pytest.raises(KeyError):
        screen.go("nowhere")


def test_the_next_one_left_is_found_from_where_one_is(world: World) -> None:
    screen = world.meeting()
    first, second, third = (one.id for one in screen.matters)
    screen.go(second)
    assert screen.next_open() == third
    screen.write(third, status=Status.MET)
    assert screen.next_open() == first
    screen.write(first, status=Status.MET)
    assert screen.next_open() == second
    screen.write(second, status=Status.NOT_CHECKED)
    assert screen.next_open() == READ_THROUGH
    assert screen.progress == (3, 3)


def test_what_is_written_is_in_the_store_at_once_and_tells_only_of_matters(world: World) -> None:
    screen = world.meeting()
    screen.begin()
    told: list[frozenset[Kind]] = []
    world.store.when_changed(told.append)
    first = screen.matters[0].id
    screen.write(first, status=Status.PARTLY)
    screen.write(first, note="Två av tre")
    screen.write(first, note="Två av tre")
    screen.write(first, pledges=(Pledge("Skicka listan", "Bo Berg", due=date(2027, 10, 1)),))
    screen.describe(place="Stadshuset", present=PRESENT)
    assert told == [{Kind.MATTERS}] * 4
    again = world.meetings.open(screen.meeting.id)
    assert again.matters == screen.matters
    assert (again.meeting.place, again.meeting.present) == ("Stadshuset", PRESENT)
    assert [event.part for event in world.store.events(world.contract.id)].count("matter") == 0
    assert screen.saved is not None
    assert again.saved == screen.saved


def test_a_full_disk_loses_nothing_that_was_written(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = world.meeting()
    first, second = screen.matters[0].id, screen.matters[1].id

    def full(_self: object, _part: object) -> None:
        raise DiskFullError(path=Path("kravkompass.sqlite"))

    with monkeypatch.context() as broken:
        broken.setattr("kravkompass.purchases.keeping.Keeper.keep", full)
        for what in (lambda: screen.write(first, note="Ett"), lambda: screen.write(second, note="Två"), lambda: screen.describe(place="Här")):
            with pytest.raises(DiskFullError):
                what()
        unsaved = not screen.is_saved
        assert [one.note for one in screen.matters[:2]] == ["Ett", "Två"]
        assert world.meetings.open(screen.meeting.id).matters[0].note == ""
    screen.save()
    assert (unsaved, screen.is_saved) == (True, True)
    again = world.meetings.open(screen.meeting.id)
    assert ([one.note for one in again.matters[:2]], again.meeting.place) == (["Ett", "Två"], "Här")


def test_an_interrupted_meeting_is_told_of_before_the_store_is_opened(world: World, tmp_path: Path) -> None:
    screen = world.meeting()
    assert interrupted_meetings(tmp_path / "data") == ()
    screen.begin()
    screen.write(screen.matters[0].id, note="Hit kom vi")
    saved = screen.saved
    world.store.close()
    (told,) = interrupted_meetings(tmp_path / "data")
    assert (told.meeting, told.contract, told.supplier, told.saved) == (screen.meeting.id, world.contract.id, "Frukt i Provstad AB", saved)
    assert interrupted_meetings(tmp_path / "nowhere") == ()


def test_an_interrupted_meeting_is_told_of_among_the_contracts_and_in_its_own(world: World) -> None:
    screen = world.meeting()
    screen.begin()
    with world.store.change() as change:
        other = change.contracts.keep(contract(title="Golv"))
    contracts = Contracts(lambda: world.store, catalog, lambda: DAY)
    (told,) = contracts.interrupted()
    assert (told.meeting, contracts.open(told.contract).interrupted()) == (screen.meeting.id, (told,))
    assert contracts.open(other.id).interrupted() == ()
    Ending(screen).close()
    assert contracts.interrupted() == ()


def test_an_interrupted_meeting_is_gone_on_with_where_it_was(world: World) -> None:
    screen = world.meeting()
    screen.begin()
    began = screen.meeting.began
    screen.step(2)
    again = world.meetings.open(screen.meeting.id)
    again.begin()
    assert (again.at, again.meeting.began) == (screen.at, began)


def test_a_closed_meeting_or_one_in_the_trash_is_not_interrupted(world: World, tmp_path: Path) -> None:
    screen = world.meeting()
    screen.begin()
    with world.store.change() as change:
        change.contracts.keep(replace(world.contract, deleted="2027-09-02"))
    assert interrupted_meetings(tmp_path / "data") == ()
    with world.store.change() as change:
        change.contracts.keep(world.contract)
    Ending(screen).close()
    assert interrupted_meetings(tmp_path / "data") == ()


def test_files_are_copied_in_and_belong_to_the_matter(world: World, tmp_path: Path) -> None:
    screen = world.meeting()
    first = screen.matters[0]
    file = tmp_path / "Intyg.pdf"
    file.write_bytes(b"%PDF-1.7 intyg")
    taken = take_in(world.store.evidence, file)
    added = meeting_files.add(screen, first.id, taken)
    assert (added.name, added.media_type, added.size, added.received) == ("Intyg.pdf", "application/pdf", 14, DAY)
    assert (added.requirements, added.supplier, added.meeting) == ((first.about,), world.supplier.id, screen.meeting.id)
    assert meeting_files.add(screen, first.id, taken) == added
    file.unlink()
    with world.store.evidence.open(added.fingerprint) as original:
        assert original.read() == b"%PDF-1.7 intyg"
    assert meeting_files.of_matter(screen, screen.matters[0]) == (added,)
    meeting_files.remove(screen, first.id, added)
    assert meeting_files.of_matter(screen, screen.matters[0]) == ()
    assert [event.verb for event in world.store.events(world.contract.id) if event.part == "evidence"] == [Verb.ADDED, Verb.REMOVED]


def test_a_change_inside_the_meeting_never_leaves_the_store_half_changed(world: World) -> None:
    screen = world.meeting()
    with pytest.raises(RuntimeError), world.store.change() as change:
        assert isinstance(change, Change)
        change.contracts.keep(replace(screen.matters[0], note="Halvt"))
        raise RuntimeError
    assert world.meetings.open(screen.meeting.id).matters[0].note == ""
