"""The evidence of a contract: what proves what, what presses, and originals that are not what they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.purchases.contract_samples import activity
from tests.screens.meeting_world import DAY, World, make_world, photo

from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.event import Verb
from kravkompass.followup.evidence import SOON_DAYS, Evidence, Validity
from kravkompass.followup.planning import Occasion
from kravkompass.language import Language, translation
from kravkompass.purchases.evidence_folder import EvidenceDamagedError, EvidenceLostError
from kravkompass.purchases.store import Store
from kravkompass.screens.contract_evidence import EvidenceScreen
from kravkompass.screens.taking_in import TakenIn, can_be_drawn, copy_out, may_be_opened, media_type, take_in


@pytest.fixture
def world(store: Store) -> World:
    return make_world(store)


@pytest.fixture
def screen(world: World) -> EvidenceScreen:
    return EvidenceScreen(world.screen)


def taken(world: World, folder: Path, name: str = "Intyg.pdf", content: bytes = b"%PDF-1.7") -> TakenIn:
    file = folder / name
    file.write_bytes(content)
    return take_in(world.store.evidence, file)


def test_files_are_added_as_received_today_and_prove_nothing_yet(world: World, screen: EvidenceScreen, tmp_path: Path) -> None:
    (added,) = screen.add([taken(world, tmp_path)])
    assert (added.name, added.received, added.supplier, added.requirements) == ("Intyg.pdf", DAY, "", ())
    (row,) = screen.rows()
    assert (row.evidence, row.validity, row.numbers, row.proves_nothing) == (added, Validity.NO_END, (), True)


def test_the_only_supplier_is_taken_for_granted(world: World, screen: EvidenceScreen, tmp_path: Path) -> None:
    with world.store.change() as change:
        change.contracts.drop(world.other)
    (added,) = screen.add([taken(world, tmp_path)])
    assert added.supplier == world.supplier.id
    assert screen.rows()[0].supplier == "Frukt i Provstad AB"


def test_a_photo_no_document_can_show_is_told_as_it_is_added(world: World, tmp_path: Path) -> None:
    good = take_in(world.store.evidence, photo(tmp_path, 1, 80, 60))
    others = [taken(world, tmp_path, name, b"no picture") for name in ("bild.heic", "bild.jpg", "Intyg.pdf")]
    assert [one.is_drawn for one in (good, *others)] == [True, False, False, True]
    shown = [Evidence("", "c", "f", name, media_type(name), 1, DAY) for name in ("a.heic", "a.jpg", "a.pdf")]
    assert [can_be_drawn(one) for one in shown] == [False, True, True]


def test_the_same_file_twice_is_there_once(world: World, screen: EvidenceScreen, tmp_path: Path) -> None:
    one = taken(world, tmp_path)
    screen.add([one])
    assert screen.add([one]) == ()
    assert len(screen.add([replace(one, name="Annat namn.pdf")])) == 1


def test_what_it_proves_is_said_by_number(world: World, screen: EvidenceScreen, tmp_path: Path) -> None:
    (added,) = screen.add([taken(world, tmp_path)])
    screen.put(added.id, requirements=tuple(one.id for one in reversed(world.requirements[:2])))
    (row,) = screen.rows()
    assert (row.numbers, row.proves_nothing) == (("K01", "K02"), False)


def test_the_most_pressing_stands_first_and_what_was_replaced_last(world: World, screen: EvidenceScreen, tmp_path: Path) -> None:
    soon = DAY + timedelta(days=SOON_DAYS)
    days = {"gone": DAY - timedelta(days=1), "soon": soon, "later": soon + timedelta(days=1), "none": None, "replaced": date(2020, 1, 1)}
    for name, day in days.items():
        (added,) = screen.add([taken(world, tmp_path, f"{name}.pdf", name.encode())])
        screen.put(added.id, valid_to=day, replaced_by="newer" if name == "replaced" else "")
    assert [(row.evidence.name, row.validity) for row in screen.rows()] == [
        ("gone.pdf", Validity.EXPIRED),
        ("soon.pdf", Validity.SOON),
        ("later.pdf", Validity.VALID),
        ("none.pdf", Validity.NO_END),
        ("replaced.pdf", Validity.EXPIRED),
    ]


def test_what_ends_before_the_next_planned_check_is_told(world: World, screen: EvidenceScreen, tmp_path: Path) -> None:
    first = world.requirements[0].id
    far = DAY + timedelta(days=300)
    with world.store.change() as change:
        for day, state in ((far, State.PLANNED), (far + timedelta(days=90), State.PLANNED), (DAY, State.DONE)):
            change.contracts.keep(activity(world.contract.id, day, requirements=(first,), state=state))
    assert screen.next_checks() == {first: far}
    (added,) = screen.add([taken(world, tmp_path)], (first,))
    screen.put(added.id, valid_to=far - timedelta(days=1))
    assert screen.rows()[0].validity is Validity.BEFORE_CHECK
    screen.put(added.id, valid_to=far)
    assert screen.rows()[0].validity is Validity.VALID


def test_taking_away_leaves_a_trace_and_can_be_undone(world: World, screen: EvidenceScreen, tmp_path: Path) -> None:
    (added,) = screen.add([taken(world, tmp_path)])
    put_back = screen.drop(added)
    assert screen.rows() == ()
    put_back()
    assert screen.rows()[0].evidence == added
    verbs = [event.verb for event in world.store.events(world.contract.id) if event.part == "evidence"]
    assert verbs == [Verb.ADDED, Verb.REMOVED, Verb.ADDED]


def asked_for(world: World) -> list[tuple[State, date]]:
    """The activities that ask for new evidence."""
    found = world.store.parts(KeptActivity, ("planned",), contract=world.contract.id)
    return [(one.state, one.day) for one in found if one.occasion is Occasion.EVIDENCE]


def test_the_plan_follows_the_last_day_of_evidence_and_nothing_else_in_it_does(
    world: World, screen: EvidenceScreen, tmp_path: Path
) -> None:
    before = world.store.parts(KeptActivity, contract=world.contract.id)
    (added,) = screen.add([taken(world, tmp_path)])
    ask, later = date(2028, 1, 10), date(2028, 6, 12)
    told = screen.put(added.id, valid_to=ask + timedelta(days=SOON_DAYS))
    assert told is not None
    assert (told.day, told.stays, asked_for(world)) == (ask, False, [(State.PLANNED, ask)])
    assert screen.put(added.id, note="Nytt", requirements=(world.requirements[0].id,)) is None
    (planned,) = [one for one in world.store.parts(KeptActivity) if one.occasion is Occasion.EVIDENCE]
    assert planned.requirements == (world.requirements[0].id,)
    told = screen.put(added.id, valid_to=later + timedelta(days=SOON_DAYS))
    assert told is not None
    assert (told.day, asked_for(world)) == (later, [(State.PLANNED, later)])
    told.undo()
    assert asked_for(world) == [(State.PLANNED, ask)]
    for gone in ({"valid_to": None}, {"replaced_by": "newer"}):
        told = screen.put(added.id, **gone)
        assert told is not None
        assert (told.day, asked_for(world)) == (None, [])
        told.undo()
    put_back = screen.drop(world.store.part(Evidence, added.id))
    assert asked_for(world) == []
    put_back()
    assert asked_for(world) == [(State.PLANNED, ask)]
    assert {one.id for one in before} < {one.id for one in world.store.parts(KeptActivity, contract=world.contract.id)}


def test_what_the_buyer_moved_stays_and_what_was_asked_for_is_asked_for_anew(world: World, screen: EvidenceScreen, tmp_path: Path) -> None:
    (added,) = screen.add([taken(world, tmp_path)])
    ask, moved_to, later = date(2028, 1, 10), date(2028, 2, 1), date(2028, 6, 12)
    screen.put(added.id, valid_to=ask + timedelta(days=SOON_DAYS))
    (planned,) = [one for one in world.store.parts(KeptActivity) if one.occasion is Occasion.EVIDENCE]
    with world.store.change() as change:
        change.contracts.keep(replace(planned, day=moved_to, reason="Semester"))
    told = screen.put(added.id, valid_to=later + timedelta(days=SOON_DAYS))
    assert told is not None
    assert (told.day, told.stays) == (moved_to, True)
    with world.store.change() as change:
        change.contracts.keep(replace(planned, state=State.DONE, done=ask))
    told = screen.put(added.id, valid_to=later + timedelta(days=SOON_DAYS + 1))
    assert told is not None
    assert asked_for(world) == [(State.DONE, ask), (State.PLANNED, date(2028, 6, 13))]


@pytest.mark.parametrize("language", list(Language))
def test_an_original_that_is_changed_or_gone_is_told_in_words(
    world: World, screen: EvidenceScreen, tmp_path: Path, language: Language
) -> None:
    whole, changed, lost = (screen.add([taken(world, tmp_path, name, name.encode())])[0] for name in ("hel.pdf", "ny.pdf", "borta.pdf"))
    path = screen.folder.path(changed.fingerprint)
    path.chmod(0o644)
    path.write_bytes(b"annat")
    screen.folder.path(lost.fingerprint).unlink()
    steps: list[tuple[int, int]] = []
    wrong = dict(screen.check(lambda done, of: steps.append((done, of))))
    assert set(wrong) == {changed, lost}
    assert isinstance(wrong[changed], EvidenceDamagedError)
    assert isinstance(wrong[lost], EvidenceLostError)
    assert [step[1] for step in steps] == [3, 3, 3]
    said = {problem.said(translation(language)) for problem in wrong.values()}
    assert len(said) == 2
    assert all("{" not in words for words in said)
    copy_out(screen.folder, whole.fingerprint, tmp_path / "kopia.pdf")
    assert (tmp_path / "kopia.pdf").read_bytes() == b"hel.pdf"
    with pytest.raises(EvidenceDamagedError):
        copy_out(screen.folder, changed.fingerprint, tmp_path / "kopia2.pdf")
    assert not (tmp_path / "kopia2.pdf").exists()


@pytest.mark.parametrize(
    ("name", "kind", "opened"),
    [
        ("Intyg.PDF", "application/pdf", True),
        ("bild.jpeg", "image/jpeg", True),
        ("bild.heic", "image/heic", True),
        ("Lista.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", True),
        ("brev.eml", "message/rfc822", True),
        ("program.exe", "application/octet-stream", False),
        ("makro.docm", "application/octet-stream", False),
        ("sida.html", "text/html", False),
        ("teckning.svg", "image/svg+xml", False),
        ("utan ändelse", "application/octet-stream", False),
    ],
)
def test_only_what_cannot_be_a_program_is_opened(name: str, kind: str, *, opened: bool) -> None:
    assert (media_type(name), may_be_opened(name)) == (kind, opened)


def test_the_value_says_what_is_a_picture() -> None:
    fields = {"id": "e", "contract": "c", "fingerprint": "f", "name": "n", "size": 1, "received": DAY}
    assert Evidence(media_type="image/png", **fields).is_picture  # type: ignore[arg-type]
    assert not Evidence(media_type="application/pdf", **fields).is_picture  # type: ignore[arg-type]
