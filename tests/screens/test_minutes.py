"""The minutes of a meeting: whole, readable by everyone, in the language asked for, and kept as they were at closing."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.documents.meaning import meant
from tests.documents.readback import read_back
from tests.documents.test_real_documents import check
from tests.screens.meeting_world import DAY, UNSEEN, World, make_world, photo

from kravkompass.documents.outline import Block, Card, Photos, Section, Table, Together
from kravkompass.documents.pdf import render
from kravkompass.followup.activity import Status
from kravkompass.followup.meeting import Attendant, MatterKind, Meeting, MeetingKind, Pledge, Side
from kravkompass.language import Language, Languages, translation
from kravkompass.purchases.evidence_folder import EvidenceDamagedError
from kravkompass.purchases.store import Store
from kravkompass.screens import meeting_files
from kravkompass.screens.meeting import MeetingScreen
from kravkompass.screens.meeting_ending import Ending
from kravkompass.screens.minutes import MinutesFile, copy_minutes, file_name, keep_minutes, outline_of, write_word
from kravkompass.screens.taking_in import take_in

NOTE = "Två av tre <b>fabriker</b> & ½ ☑"


@pytest.fixture
def world(store: Store) -> World:
    return make_world(store)


@pytest.fixture
def held(world: World, tmp_path: Path) -> MeetingScreen:
    """A meeting that has been held: one matter met with a photo and a certificate, one not met with a promise, one not come to."""
    screen = world.meeting()
    screen.begin()
    there = (Attendant("Bo Berg", "Kvalitetschef"), Attendant("Åsa Öst", "Upphandlare", Side.BUYER))
    screen.describe(place="Stadshuset, rum 3", present=there, next_day=date(2028, 2, 29), note="Gott samarbete")
    first, second, _ = (one.id for one in screen.matters)
    certificate = tmp_path / "Intyg.pdf"
    certificate.write_bytes(b"%PDF-1.7")
    for file in (photo(tmp_path, 1, 800, 600), certificate):
        meeting_files.add(screen, first, take_in(world.store.evidence, file))
    screen.write(first, status=Status.MET, note=NOTE)
    screen.write(second, status=Status.NOT_MET, note="Ingen lista", pledges=(Pledge("Skicka listan", "Bo Berg", due=date(2027, 10, 1)), Pledge()))
    screen.write(screen.add_point("Leveranser i sommar"), note="Som vanligt")
    Ending(screen).close()
    return screen


def cards(blocks: tuple[Block, ...]) -> Iterator[Card]:
    for block in blocks:
        if isinstance(block, Card):
            yield block
        elif isinstance(block, Section | Together):
            yield from cards(block.blocks)


def section(blocks: tuple[Block, ...], title: str) -> Section:
    return next(block for block in blocks if isinstance(block, Section) and block.title == title)


def test_the_minutes_say_all_that_was_said(held: MeetingScreen) -> None:
    document = outline_of(held.store, held.meeting.id)
    check(document)
    said = meant(document)
    for words in (
        "Frukt i Provstad AB · 556000-0000",
        "Stadshuset, rum 3",
        "Åsa Öst (Upphandlare)",
        "Bo Berg (Kvalitetschef)",
        "3 av 4 punkter",
        "demand K01 sv",
        "demand K03 sv",
        "Ingen lista",
        "Som vanligt",
        "Leveranser i sommar",
        "Skicka listan",
        "2027-10-01",
        "Gott samarbete",
        "29 februari 2028",
        "Intyg.pdf",
        NOTE,
    ):
        assert words in said, words
    assert UNSEEN not in said
    assert "K99" not in said


def test_every_matter_stands_there_once_with_its_number(held: MeetingScreen) -> None:
    document = outline_of(held.store, held.meeting.id)
    assert [card.number for card in cards(document.blocks)] == ["K01", "K02", "K03", "4"]
    table = section(document.blocks, "I korthet").blocks[0]
    assert isinstance(table, Table)
    assert len(table.rows) == 4


def test_files_are_told_by_the_first_figures_of_their_checksum(held: MeetingScreen) -> None:
    said = meant(outline_of(held.store, held.meeting.id))
    for one in meeting_files.of_matter(held, held.matters[0]):
        assert f"{one.name} · mottaget 2027-09-01 · kontrollsumma {one.fingerprint[:12]}" in said


def test_photos_stand_in_the_minutes_with_words_for_those_who_do_not_see_them(held: MeetingScreen) -> None:
    document = outline_of(held.store, held.meeting.id)
    (photos,) = (block for card in cards(document.blocks) for block in card.blocks if isinstance(block, Photos))
    assert [one.caption for one in photos.items] == ["bild-1.jpg"]
    result = read_back(render(document))
    assert not result.faults
    assert [one.alternative for one in result.elements if one.role == "Figure"] == ["Bild till K01: bild-1.jpg"]


@pytest.mark.parametrize("language", list(Language))
def test_the_minutes_can_be_had_in_every_language(held: MeetingScreen, language: Language) -> None:
    document = outline_of(held.store, held.meeting.id, Languages(language))
    check(document)
    assert document.language == language.value
    assert document.kind == translation(language).say("Minutes")


def test_a_wording_in_another_language_says_so_to_readers(held: MeetingScreen) -> None:
    """The contract is in Swedish and bokmål; minutes in nynorsk fall back to bokmål, and a screen reader hears it."""
    result = read_back(render(outline_of(held.store, held.meeting.id, Languages(Language.NYNORSK))))
    wordings = [one for one in result.elements if one.text.startswith("demand K")]
    assert len(wordings) == 3
    assert {one.language for one in wordings} == {"nb"}


def test_what_both_sides_read_is_kept_and_not_made_anew(held: MeetingScreen, tmp_path: Path) -> None:
    store, meeting = held.store, held.meeting.id
    checksum = keep_minutes(store, meeting)
    assert store.part(Meeting, meeting).minutes == checksum == keep_minutes(store, meeting)
    copy_minutes(store, store.part(Meeting, meeting), tmp_path / "protokoll.pdf")
    assert (tmp_path / "protokoll.pdf").read_bytes() == render(outline_of(store, meeting))
    kept = store.evidence.path(checksum)
    kept.chmod(0o644)
    kept.write_bytes(b"%PDF-1.7 annat")
    with pytest.raises(EvidenceDamagedError):
        copy_minutes(store, store.part(Meeting, meeting), tmp_path / "ny.pdf")
    assert not (tmp_path / "ny.pdf").exists()


def test_a_photo_that_was_altered_is_told_by_name_only(held: MeetingScreen) -> None:
    picture = next(one for one in meeting_files.of_matter(held, held.matters[0]) if one.is_picture)
    kept = held.store.evidence.path(picture.fingerprint)
    kept.chmod(0o644)
    kept.write_bytes(b"annat")
    document = outline_of(held.store, held.meeting.id)
    assert picture.name in meant(document)
    assert "bild som inte kan visas här, sparad som fil" in meant(document)
    assert not [block for card in cards(document.blocks) for block in card.blocks if isinstance(block, Photos)]


def test_the_minutes_as_word_hold_the_photos(held: MeetingScreen, tmp_path: Path) -> None:
    file = tmp_path / file_name(held.meeting, MinutesFile.WORD)
    write_word(held.store, held.meeting.id, file)
    assert file.name == "protokoll-2027-09-01.docx"
    with zipfile.ZipFile(file) as parts:
        assert [name for name in parts.namelist() if name.startswith("word/media/")]
        words = parts.read("word/document.xml").decode()
    assert "Bild till K01: bild-1.jpg" in words
    assert "Som vanligt" in words


def test_the_minutes_of_an_empty_meeting_can_be_made(world: World) -> None:
    screen = world.meeting(MeetingKind.EXTRA)
    assert screen.matters == ()
    Ending(screen).close()
    document = outline_of(world.store, screen.meeting.id)
    check(document)
    assert "Inga åtaganden gjordes vid mötet." in meant(document)


def test_earlier_promises_and_deviations_are_told_of_as_what_they_are(held: MeetingScreen, world: World) -> None:
    screen = world.meeting(MeetingKind.FOLLOW_UP)
    assert [one.kind for one in screen.matters[:2]] == [MatterKind.PROMISE, MatterKind.DEVIATION]
    screen.write(screen.matters[0].id, status=Status.MET)
    screen.write(screen.matters[1].id, status=Status.PARTLY, note="På god väg")
    Ending(screen).close()
    document = outline_of(world.store, screen.meeting.id)
    check(document)
    said = meant(document)
    for words in ("Åtagande av Bo Berg, ska vara klart senast 2027-10-01.", "Avvikelsen upptäcktes 2027-09-01.", "Genomfört", "Delvis åtgärdat"):
        assert words in said, words
    assert screen.day == DAY == held.day
