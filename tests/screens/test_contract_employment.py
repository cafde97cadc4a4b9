"""Jobs through a contract: the yearly talk, promises and outcomes in numbers, and never anything that points out a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.screens.chain_contract import TODAY, firm, signed

from kravkompass.catalog.terms import Country
from kravkompass.followup.apprentices import Duty
from kravkompass.followup.employment import After, JobOutcome, JobPromise, PromiseKind, Talk, Target
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_employment import EmploymentScreen, PointsOutAPersonError


@pytest.fixture
def contract(store: Store) -> ContractScreen:
    return signed(store)


@pytest.fixture
def screen(contract: ContractScreen) -> EmploymentScreen:
    return EmploymentScreen(contract)


def promise(screen: EmploymentScreen, **changes: object) -> JobPromise:
    return screen.keep_promise(replace(screen.blank_promise(firm(screen.contract).id), **changes))  # type: ignore[arg-type]


def write(screen: EmploymentScreen, kept: JobPromise, at: tuple[int, int], number: int, **changes: object) -> JobOutcome:
    return screen.keep_outcome(replace(screen.outcome(kept, *at), number=number, **changes))  # type: ignore[arg-type]


def test_the_talk_begins_with_asking_and_is_held_each_year(screen: EmploymentScreen, tmp_path: Path) -> None:
    supplier = firm(screen.contract).id
    assert screen.years == (1, 2)
    talk = screen.dialogue(supplier, 1)
    assert talk.next_step is Talk.ASKED
    talk = screen.put_dialogue(talk, asked=date(2027, 3, 5))
    talk = screen.put_dialogue(talk, held=date(2027, 4, 1))
    assert talk.next_step is Talk.MINUTES
    (tmp_path / "protokoll.txt").write_text("Två kan tas emot", encoding="utf-8")
    talk = screen.keep_minutes(talk, tmp_path / "protokoll.txt")
    kept = screen.minutes(talk)
    assert kept is not None
    assert kept.name == "protokoll.txt"
    assert screen.put_dialogue(talk, agreed=date(2027, 4, 10)).next_step is None
    assert screen.dialogue(supplier, 1).agreed == date(2027, 4, 10)
    assert screen.dialogue(supplier, 2).next_step is Talk.ASKED
    assert screen.minutes(screen.dialogue(supplier, 2)) is None


def test_promises_are_shown_with_sums_per_year_and_quarter(screen: EmploymentScreen) -> None:
    kept = promise(screen, number=4, targets=(Target(2027, 1), Target(2028, 3)))
    promise(screen, kind=PromiseKind.STUDY_VISIT, number=6)
    write(screen, kept, (2027, 3), 1, extent=2.5, after={After.HIRED: 1})
    write(screen, kept, (2028, 1), 2)
    visits, placed = screen.promises(firm(screen.contract).id)
    assert (visits.promise.kind, visits.whole.done) == (PromiseKind.STUDY_VISIT, 0)
    assert (placed.whole.promised, placed.whole.done, placed.whole.extent) == (4, 3, 2.5)
    assert {year: (one.promised, one.done) for year, one in placed.by_year.items()} == {2027: (1, 1), 2028: (3, 2)}
    assert list(placed.by_quarter) == [(2027, 3), (2028, 1)]


def test_a_quarter_is_written_once_and_changed_after(screen: EmploymentScreen) -> None:
    kept = promise(screen)
    write(screen, kept, (2027, 3), 1)
    write(screen, kept, (2027, 3), 2)
    assert [one.number for one in screen.promises(firm(screen.contract).id)[0].outcomes] == [2]


def test_a_promise_takes_its_outcomes_along_and_back(screen: EmploymentScreen) -> None:
    kept = promise(screen)
    write(screen, kept, (2027, 3), 1)
    undo = screen.drop_promise(kept)
    assert screen.promises(firm(screen.contract).id) == ()
    assert screen.contract.store.parts(JobOutcome) == ()
    undo()
    assert screen.promises(firm(screen.contract).id)[0].whole.done == 1


@pytest.mark.parametrize("number", ["850709-9805", "701063-2391", "19850709-9805"])
def test_what_points_out_a_person_is_never_kept(screen: EmploymentScreen, number: str) -> None:
    words = f"Praktikanten {number} slutade i maj"
    kept = promise(screen)
    before = len(screen.contract.store.events(screen.contract.id))
    with pytest.raises(PointsOutAPersonError):
        screen.put_dialogue(screen.dialogue(firm(screen.contract).id, 1), note=words)
    with pytest.raises(PointsOutAPersonError):
        screen.keep_promise(replace(kept, note=words))
    for field in ("note", "tried"):
        with pytest.raises(PointsOutAPersonError):
            write(screen, kept, (2027, 3), 1, **{field: words})
    assert len(screen.contract.store.events(screen.contract.id)) == before


def test_the_quarters_and_years_to_choose_from(screen: EmploymentScreen) -> None:
    assert screen.quarters() == ((2028, 2), (2028, 1), (2027, 4), (2027, 3), (2027, 2), (2027, 1))
    assert screen.target_years() == (2027, 2028, 2029, 2030)


def test_a_contract_that_has_not_begun_offers_todays_quarter(store: Store) -> None:
    screen = EmploymentScreen(signed(store, today=date(2027, 1, 15)))
    assert screen.quarters() == ((2027, 1),)
    assert screen.years == (1,)


def test_the_norwegian_duty_is_shown_where_it_can_hold(store: Store, screen: EmploymentScreen) -> None:
    assert screen.apprentices() is None
    norwegian = EmploymentScreen(signed(store, Country.NORWAY, value=5_000_000.0))
    share = norwegian.apprentices()
    assert share is not None
    assert (share.standing, share.least) == (Duty.NOT_KNOWN, 10)
    kept = promise(norwegian, kind=PromiseKind.APPRENTICESHIP)
    write(norwegian, kept, (2027, 3), 1, extent=80.0, all_hours=1000.0)
    share = norwegian.apprentices()
    assert share is not None
    assert (share.standing, share.percent) == (Duty.TOO_LITTLE, 8.0)
    assert EmploymentScreen(signed(store, Country.NORWAY, value=1_000_000.0)).apprentices() is None


def test_a_new_promise_comes_from_the_only_requirement_about_jobs(screen: EmploymentScreen) -> None:
    assert len(screen.requirements()) == 2
    assert screen.blank_promise(firm(screen.contract).id).requirement == ""
    assert screen.blank_promise(firm(screen.contract).id).agreed == TODAY
