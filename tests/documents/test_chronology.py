"""The chronology equals the log: every entry, in its order, in words of every language, with the checksums of the documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.edges import LONG_WORD
from tests.documents.meaning import meant
from tests.documents.test_real_documents import check
from tests.followup.deviation_samples import action_plan, deviation, ladder_step
from tests.purchases.contract_samples import activity, contract, frozen, outcome, supplier
from tests.purchases.meeting_samples import evidence, meeting, promise
from tests.purchases.new_data import new_data

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import Country
from kravkompass.documents import word
from kravkompass.documents.chronology import Chronology, Original, chronology
from kravkompass.documents.chronology_saying import TERMS, Saying, hints
from kravkompass.documents.outline import Cell, Document, Row, Section, Table
from kravkompass.documents.pdf import render
from kravkompass.followup.chronology import about_deviation, log_checksum
from kravkompass.followup.contract import Contract, FrozenRequirement
from kravkompass.followup.deviation import Deviation, DeviationState
from kravkompass.followup.event import Event, Verb
from kravkompass.followup.part_naming import HEADLINES, HIDDEN, PART_NAMES, field_name
from kravkompass.language import Language, Translation, pseudo_translation, translation
from kravkompass.purchases.parts import SHELVES
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store

DAY = date(2027, 10, 4)
LOGGED = {shelf.table.name: kind for kind, shelf in SHELVES.items() if shelf.logged}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(new_data(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def kept(store: Store) -> Contract:
    """A contract with an entry of every sort in its log."""
    with store.change() as change:
        change.keep_settings(Settings(name="Åsa Öst"))
        held = change.contracts.keep(contract())
        requirement = change.contracts.keep(frozen(held.id))
        one = change.contracts.keep(supplier(held.id))
        first = change.contracts.keep(
            deviation(held.id, supplier=one.id, requirement=requirement.id, state=DeviationState.OPEN, verified=None, closed=None)
        )
        change.contracts.keep(deviation(held.id, what="En annan"))
        step = change.contracts.keep(ladder_step(contract=held.id, deviation=first.id))
        change.contracts.keep(action_plan(held.id, deviation=first.id))
        for part in (activity(held.id), outcome(held.id, requirement.id), meeting(held.id, one.id), promise(held.id, deviation=first.id)):
            change.contracts.keep(part)
        change.contracts.keep(evidence(held.id, deviation=first.id))
    with store.change() as change:
        change.contracts.keep(replace(step, came_of="Plan har kommit in i tid"))
        change.contracts.keep(replace(first, state=DeviationState.CLOSED, closed=date(2027, 10, 2), closing_reason="Utgått"))
    with store.change() as change:
        change.contracts.drop(one)
    return held


def made(store: Store, kept: Contract, language: Language = Language.SWEDISH, **changes: object) -> Chronology:
    requirements = {one.id: one for one in store.parts(FrozenRequirement, contract=kept.id)}
    whole = Chronology(
        kept, store.events(kept.id), DAY, translation(language), requirements, (Original("Meddelande om avvikelse", "ab" * 32),)
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def first_of(store: Store, kept: Contract) -> Deviation:
    return next(one for one in store.parts(Deviation, contract=kept.id) if one.requirement != "r")


def entries(document: Document) -> list[tuple[str, ...]]:
    section = document.blocks[0]
    assert isinstance(section, Section)
    table = section.blocks[1]
    assert isinstance(table, Table)
    return [tuple(one if isinstance(one, str) else str(one) for one in row.cells) for row in table.rows if isinstance(row, Row)]


def test_the_contracts_chronology_equals_its_log(store: Store, kept: Contract) -> None:
    log = store.events(kept.id)
    assert len(log) == 14
    found = entries(chronology(made(store, kept)))
    assert [row[0] for row in found] == [str(event.number) for event in log]
    assert [row[2] for row in found] == [event.who or "Utan namn" for event in log]


def test_a_deviations_chronology_equals_its_part_of_the_log(store: Store, kept: Contract) -> None:
    first = first_of(store, kept)
    log = about_deviation(store.events(kept.id), first.id)
    assert [(one.part, one.verb) for one in log] == [
        ("deviation", Verb.ADDED),
        ("ladder_step", Verb.ADDED),
        ("action_plan", Verb.ADDED),
        ("promise", Verb.ADDED),
        ("evidence", Verb.ADDED),
        ("ladder_step", Verb.CHANGED),
        ("deviation", Verb.CHANGED),
    ]
    found = entries(chronology(made(store, kept, events=log, deviation=first)))
    assert [row[0] for row in found] == [str(event.number) for event in log]


@pytest.mark.parametrize("language", list(Language), ids=lambda one: one.value)
def test_it_keeps_the_standards(store: Store, kept: Contract, language: Language) -> None:
    whole = made(store, kept, language)
    check(chronology(whole))
    first = first_of(store, kept)
    document = chronology(replace(whole, deviation=first, events=about_deviation(whole.events, first.id)))
    check(document)
    assert word.render(document) == word.render(document)


def test_it_says_what_was_written_and_the_checksums(store: Store, kept: Contract) -> None:
    said = meant(chronology(made(store, kept)))
    for words in (
        "Två av tre certifikat saknas",
        "Plan har kommit in → Plan har kommit in i tid",
        "Grönt i Provstad AB",
        "K01 title K01 sv",
        "ab" * 32,
        log_checksum(store.events(kept.id)),
    ):
        assert words in said
    assert "frozen_requirement" not in said
    assert "ladder_step" not in said


def test_the_time_is_that_of_the_place() -> None:
    saying = Saying((), {}, Country.SWEDEN, translation(Language.SWEDISH))
    assert saying.time("2027-07-01T22:30:00.000+00:00") == "2027-07-02 00:30"
    assert saying.time("2027-12-31T23:30:00.000+00:00") == "2028-01-01 00:30"
    assert saying.time("no time") == "no time"


def _types(hint: Any) -> Iterator[type[Any]]:  # noqa: ANN401 - a type, as Python writes it
    if isinstance(hint, type):
        yield hint
        if is_dataclass(hint):
            for one in get_type_hints(hint).values():
                yield from _types(one)
    for one in get_args(hint):
        yield from _types(one)


def test_every_part_that_is_logged_and_every_field_has_a_name(each_translation: Translation) -> None:
    assert set(PART_NAMES) == set(LOGGED) == set(HEADLINES)
    names = [PART_NAMES[part] for part in LOGGED]
    for part, kind in LOGGED.items():
        names += [field_name(part, one.name) for one in fields(kind) if one.name not in HIDDEN]
        assert set(HEADLINES[part]) <= {one.name for one in fields(kind)}
    assert all(each_translation.say(one) for one in names)


def test_every_word_of_a_closed_list_has_a_name() -> None:
    found = {kind for part in LOGGED for hint in hints(part).values() for kind in _types(hint) if issubclass(kind, StrEnum)}
    for kind in found:
        for term in kind:
            assert TERMS[kind][term] if kind in TERMS else source_name(term), f"{kind}: {term}"


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(LOGGED)), st.sampled_from(Verb), st.text(max_size=3), st.one_of(st.none(), st.integers(), st.text(max_size=5))),
        max_size=8,
    )
)
def test_whatever_stands_in_the_log_gets_one_row_each(log: list[tuple[str, Verb, str, object]]) -> None:
    """Also an entry written by another version, with values and fields nobody knows any more."""
    events = [
        Event(number, "c", "2027-01-01T00:00:00+00:00", "", verb, part, about, {"state": value}, {"state": about, "gone": value})
        for number, (part, verb, about, value) in enumerate(log, 7)
    ]
    document = chronology(Chronology(contract(id="c"), events, DAY, pseudo_translation()))
    assert [row[0] for row in entries(document)] == [str(event.number) for event in events]


def test_words_that_fit_nowhere(store: Store, kept: Contract) -> None:
    with store.change() as change:
        change.contracts.keep(deviation(kept.id, what=LONG_WORD * 5, verification="<b>&amp;]]>"))
    document = chronology(made(store, kept))
    assert render(document)
    assert word.render(document)
    empty = chronology(made(store, kept, events=(), originals=()))
    check(empty)


def test_a_cell_of_words_stands_in_every_row(store: Store, kept: Contract) -> None:
    section = chronology(made(store, kept)).blocks[0]
    assert isinstance(section, Section)
    table = section.blocks[1]
    assert isinstance(table, Table)
    assert all(isinstance(row.cells[3], Cell) for row in table.rows if isinstance(row, Row))
