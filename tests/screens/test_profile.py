"""The municipality's profile: what is kept where, what a file brings along, and the logo."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from tests.catalog.real import catalog
from tests.guidance.made import TODAY
from tests.purchases.new_data import new_data

from kravkompass.catalog.terms import Country, Level, Theme
from kravkompass.documents.errors import LogoError, LogoFileMissingError, LogoFileTooLargeError, LogoTooLargeError
from kravkompass.errors import KnownError
from kravkompass.guidance.own import EMPTY, blank
from kravkompass.guidance.profile import Contact, Profile
from kravkompass.language import Language, translation
from kravkompass.purchases.logo_file import LARGEST, LOGO_FILE
from kravkompass.purchases.store import Store
from kravkompass.screens.document_kinds import DocumentKind
from kravkompass.screens.export import outline
from kravkompass.screens.profile import Municipality
from kravkompass.screens.wizard import Wizard


@pytest.fixture
def screen(store: Store) -> Municipality:
    return Municipality(lambda: store, catalog, lambda: TODAY)


def written(store: Store, title: str = "Returlådor", *, standard: bool = False) -> str:
    said = {"sv": replace(EMPTY, title=title, demand="Leverera i returlådor.", evidence="Intyg", follow_up="Fråga.")}
    with store.change() as change:
        name = change.own.write(replace(blank(Country.SWEDEN), texts=said)).id
        change.own.set_standard(name, on=standard)
    return name


def test_what_is_said_is_kept(screen: Municipality) -> None:
    screen.describe(name="Prov", goals="Policy 2025", hours=40)
    screen.set_priority(Theme.CLIMATE, on=True)
    screen.set_level(Theme.CHEMICALS, Level.ADVANCED)
    screen.set_goal(Theme.CLIMATE, "  Halva utsläppen 2030 ")
    screen.set_goal(Theme.CHEMICALS, "Giftfritt")
    screen.set_goal(Theme.CHEMICALS, " ")
    screen.set_contacts([Contact("Åsa Öst", "upphandlare", "asa@prov.example"), Contact(" ")])
    kept = screen.profile()
    assert (kept.name, kept.goals, kept.hours, kept.priorities) == ("Prov", "Policy 2025", 40, (Theme.CLIMATE,))
    assert kept.levels == {Theme.CHEMICALS: Level.ADVANCED}
    assert kept.theme_goals == {Theme.CLIMATE: "Halva utsläppen 2030"}
    assert kept.contacts == (Contact("Åsa Öst", "upphandlare", "asa@prov.example"),)


def test_a_ready_made_one_takes_nobody_and_no_goal_away(screen: Municipality, store: Store) -> None:
    name = written(store, standard=True)
    screen.set_contacts([Contact("Åsa Öst")])
    screen.set_goal(Theme.CLIMATE, "Halva utsläppen 2030")
    taken = screen.ready_made(Language.SWEDISH)[0]
    screen.take(taken)
    kept = screen.profile()
    assert (kept.priorities, kept.levels) == (taken.priorities, taken.levels)
    assert kept.contacts == (Contact("Åsa Öst"),)
    assert kept.theme_goals == {Theme.CLIMATE: "Halva utsläppen 2030"}
    assert kept.standard == {name}


def test_a_file_brings_own_requirements_along_and_tells_those_that_clash_apart(
    screen: Municipality, store: Store, tmp_path: Path
) -> None:
    with Store(new_data(tmp_path / "neighbour")) as theirs:
        there = Municipality(lambda: theirs, catalog, lambda: TODAY)
        assert written(theirs, "Grannens lådor", standard=True) == "OWN-001"
        there.set_contacts([Contact("Bo Ek")])
        there.write(tmp_path / "granne.json")
    assert written(store) == "OWN-001"
    screen.read(tmp_path / "granne.json", Language.SWEDISH)
    titles = {one.id: one.texts["sv"].title for one in screen.profile().own}
    assert titles == {"OWN-001": "Returlådor", "OWN-002": "Grannens lådor"}
    assert screen.profile().standard == {"OWN-002"}
    assert screen.profile().contacts == ()
    screen.read(tmp_path / "granne.json", Language.SWEDISH)
    assert len(screen.profile().own) == 2


def test_people_stand_in_a_file_only_when_asked_for(screen: Municipality, store: Store, tmp_path: Path) -> None:
    written(store)
    screen.set_contacts([Contact("Åsa Öst", email="asa@prov.example")])
    for people in (False, True):
        screen.write(tmp_path / "p.json", people=people)
        assert ("sa Öst" in (tmp_path / "p.json").read_text(encoding="utf-8")) is people


def picture(kind: str = "PNG", size: tuple[int, int] = (2400, 600)) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, "teal").save(target, kind)
    return target.getvalue()


def claimed(width: int, height: int) -> bytes:
    """A PNG that says it is so large, with hardly anything in it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_kept_small_and_stands_in_every_document(
    screen: Municipality, store: Store, wizard: Wizard, tmp_path: Path, kind: str
) -> None:
    chosen = tmp_path / "vapen"
    chosen.write_bytes(picture(kind))
    screen.set_logo(chosen)
    kept = (store.file.parent / LOGO_FILE).read_bytes()
    with Image.open(io.BytesIO(kept)) as seen:
        assert (seen.format, max(seen.size)) == ("PNG", 1200)
    for document in DocumentKind:
        made = outline(document, wizard.purchase, catalog(), TODAY, profile=wizard.profile)
        assert made.logo == kept, document
    screen.remove_logo()
    assert screen.profile().logo == b""
    screen.remove_logo()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("content", "known"),
    [
        (b"", LogoError),
        (b"%PDF-1.7", LogoError),
        (picture()[:200], LogoError),
        (b"GIF89a" + b"\0" * 50, LogoError),
        (claimed(20_000, 10_000), LogoTooLargeError),
        (claimed(10_000, 10_000), LogoTooLargeError),
        (b"\x89PNG" + b"\0" * 20_000_001, LogoFileTooLargeError),
        (None, LogoFileMissingError),
    ],
    ids=["empty", "pdf", "cut", "gif", "200 megapixels", "100 megapixels", "20 MB", "missing"],
)
def test_what_is_no_logo_is_refused_in_one_sentence_and_the_old_one_stays(
    screen: Municipality, tmp_path: Path, content: bytes | None, known: type[KnownError], language: Language
) -> None:
    good, bad = tmp_path / "bra.png", tmp_path / "dålig.png"
    good.write_bytes(picture(size=(30, 30)))
    screen.set_logo(good)
    before = screen.profile().logo
    if content is not None:
        bad.write_bytes(content)
    with pytest.raises(known) as refused:
        screen.set_logo(bad)
    assert refused.value.said(translation(language)).endswith(".")
    assert screen.profile().logo == before


def test_a_logo_that_has_grown_in_the_folder_is_not_read(screen: Municipality, store: Store) -> None:
    (store.file.parent / LOGO_FILE).write_bytes(b"\0" * (LARGEST + 1))
    assert screen.profile() == Profile()
