"""Whatever goes wrong while a document is written is told in one sentence, and the older file stays whole: every format, every trouble."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.catalog.real import catalog
from tests.documents.office import EVIL
from tests.documents.readback import read_back
from tests.documents.test_pdf_standards import PROFILES, failures
from tests.documents.test_pdf_writing import logo
from tests.guidance.made import TODAY
from tests.purchases.new_data import new_data

from kravkompass.documents.errors import FontsMissingError, LogoError
from kravkompass.documents.pdf import faces
from kravkompass.errors import DiskFullError, FolderMissingError, KnownError, NotWritableError
from kravkompass.guidance.profile import NO_PROFILE
from kravkompass.language import Language, Languages, translation
from kravkompass.paths import bundled
from kravkompass.purchases import atomic
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.purchases.store import Store
from kravkompass.screens.document_kinds import DocumentKind
from kravkompass.screens.export import Wish, export, file_name
from kravkompass.screens.export_formats import ONLY_OF, Format
from kravkompass.screens.overview import Overview

FRUIT = EXAMPLES[0].purchase()
LIST = DocumentKind.REQUIREMENT_LIST
ROOT = Path(__file__).resolve().parents[2]
EVERY_FORMAT = pytest.mark.parametrize("form", list(Format))
Write = Callable[[Path], object]


def target(folder: Path, form: Format) -> Path:
    return folder / file_name(FRUIT.title, ONLY_OF.get(form, LIST), Language.SWEDISH, form)


def write(folder: Path, form: Format, **changes: str) -> None:
    kinds = () if form in ONLY_OF else (LIST,)
    export(replace(FRUIT, **changes), catalog(), TODAY, folder, Wish(kinds, (form,), Language.SWEDISH))  # type: ignore[arg-type]


def locked(_from: Path, to: Path) -> None:
    """As Windows says it when the file is open in another program."""
    raise PermissionError(errno.EACCES, "The process cannot access the file because it is being used by another process", f"{to}", 32)


def half(part: Path, content: bytes) -> None:
    """As a disk that is full in the middle."""
    part.write_bytes(content[: len(content) // 2])
    raise OSError(errno.ENOSPC, "No space left on device")


def gone(_part: Path, _content: bytes) -> None:
    """As a network share or a stick that is pulled out."""
    raise OSError(errno.EIO, "Input/output error")


TROUBLES = pytest.mark.parametrize(
    ("on", "name", "trouble", "known"),
    [
        (Path, "replace", locked, NotWritableError),
        (atomic, "_write_through", half, DiskFullError),
        (atomic, "_write_through", gone, NotWritableError),
    ],
    ids=["open-elsewhere", "full-in-the-middle", "pulled-out"],
)


@EVERY_FORMAT
@TROUBLES
def test_the_older_file_stays_whole_and_one_sentence_says_what_to_do(
    form: Format, on: object, name: str, trouble: object, known: type[KnownError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, form)
    before = target(tmp_path, form).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(on, name, trouble)
        with pytest.raises(known) as told:
            write(tmp_path, form, title=FRUIT.title, reference="Ett annat")
    assert target(tmp_path, form).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [target(tmp_path, form).name]
    for language in Language:
        sentence = told.value.said(translation(language))
        assert target(tmp_path, form).name in sentence
        assert "{" not in sentence
    write(tmp_path, form, reference="Ett annat")
    assert form is Format.CALENDAR or target(tmp_path, form).read_bytes() != before


@EVERY_FORMAT
def test_a_folder_where_the_file_should_be_and_a_file_where_the_folder_should_be(form: Format, tmp_path: Path) -> None:
    target(tmp_path, form).mkdir()
    with pytest.raises(NotWritableError):
        write(tmp_path, form)
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderMissingError):
        write(tmp_path / "file" / "out", form)
    assert not list(target(tmp_path, form).iterdir())


@TROUBLES
def test_the_yearly_overview_too(
    on: object, name: str, trouble: object, known: type[KnownError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(new_data(tmp_path / "data")) as store:
        screen = Overview(store, catalog(), TODAY)
        file = screen.write(TODAY.year, Languages(Language.SWEDISH), tmp_path / "out")
        before = file.read_bytes()
        monkeypatch.setattr(on, name, trouble)
        with pytest.raises(known):
            screen.write(TODAY.year, Languages(Language.SWEDISH), tmp_path / "out")
    assert file.read_bytes() == before
    assert list((tmp_path / "out").iterdir()) == [file]


CHILD = """
import os, sys
from kravkompass.command_line import main
folder, form, warm, user = sys.argv[1:]
words = ["example", "kalmar-fruit", "--language", "sv", "--format", form, "--out"]
main([*words, warm])  # so that everything is loaded before it becomes somebody who may not read Python's own files
sys.stdout = open(os.devnull, "w")
if user == "nobody":
    os.seteuid(65534)
elif user == "short of room":
    import resource, signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
sys.exit(main([*words, folder]))
"""


def child(folder: Path, form: Format, user: str) -> subprocess.CompletedProcess[str]:
    """Write the documents of an example twice: somewhere else, then here as this user."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop")}
    command = [sys.executable, "-c", CHILD, str(folder), form.value, str(folder.parent / "elsewhere"), user]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder that others may look into."""
    for above in (tmp_path, *list(tmp_path.parents)[:3]):
        above.chmod(above.stat().st_mode | 0o055)
    (tmp_path / "here").mkdir()
    return tmp_path / "here"


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of Unix")
@EVERY_FORMAT
def test_a_disk_that_really_takes_no_more(form: Format, here: Path) -> None:
    target(here, form).write_bytes(b"old")
    said = child(here, form, "short of room")
    assert said.returncode == 2, said.stderr
    assert said.stderr.count("\n") == 1
    assert "plats" in said.stderr
    assert {path.name: path.read_bytes() for path in here.iterdir()} == {target(here, form).name: b"old"}


def others_may_look() -> bool:
    """Whether an ordinary user can read the program where it lies; one under root's own folder cannot be tried as somebody else."""
    return os.geteuid() != 0 or all(folder.stat().st_mode & 0o001 for folder in (bundled("resources"), *bundled("resources").parents))


@pytest.mark.skipif(sys.platform == "win32" or not others_may_look(), reason="needs rights of Unix, and a program others may read")
@EVERY_FORMAT
def test_a_folder_that_may_really_not_be_written(form: Format, here: Path) -> None:
    target(here, form).write_bytes(b"old")
    here.chmod(0o555)
    said = child(here, form, "nobody" if os.geteuid() == 0 else "myself")
    here.chmod(0o755)
    assert said.returncode == 2, said.stderr
    assert said.stderr.count("\n") == 1
    assert "Välj en annan mapp" in said.stderr
    assert {path.name: path.read_bytes() for path in here.iterdir()} == {target(here, form).name: b"old"}


@pytest.mark.parametrize("form", [Format.PDF, Format.WORD])
def test_a_logo_that_is_none_stops_before_anything_is_written(form: Format, tmp_path: Path) -> None:
    target(tmp_path, form).write_bytes(b"old")
    profile = replace(NO_PROFILE, logo=b"GIF89a" + bytes(50))
    with pytest.raises(LogoError):
        export(FRUIT, catalog(), TODAY, tmp_path, Wish((LIST,), (form,)), profile=profile)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {target(tmp_path, form).name: b"old"}
    export(FRUIT, catalog(), TODAY, tmp_path, Wish((LIST,), (form,)), profile=replace(NO_PROFILE, logo=logo()))
    assert target(tmp_path, form).stat().st_size > 5_000


def test_fonts_that_were_removed_are_told_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "program").mkdir()
    target(tmp_path, Format.PDF).write_bytes(b"old")
    monkeypatch.setattr(faces, "bundled", (tmp_path / "program").joinpath)
    monkeypatch.setattr("kravkompass.documents.pdf.writing.faces.register", faces.register.__wrapped__)
    with pytest.raises(FontsMissingError):
        write(tmp_path, Format.PDF)
    assert target(tmp_path, Format.PDF).read_bytes() == b"old"


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_whatever_is_typed_is_never_markup_and_the_standards_are_kept(kind: DocumentKind, tmp_path: Path) -> None:
    typed = dict.fromkeys(("title", "description", "organisation", "reference", "buyer", "supplier"), EVIL)
    first = next(one for one in FRUIT.decisions.values() if one.is_in)
    evil = replace(first, reason=EVIL, decided_by=EVIL, wording={"sv": EVIL})
    bought = replace(FRUIT, **typed, decisions={**FRUIT.decisions, first.requirement: evil})  # type: ignore[arg-type]
    for form in (Format.PDF, Format.WORD):
        (written,) = export(bought, catalog(), TODAY, tmp_path, Wish((kind,), (form,), Language.SWEDISH))
        assert written.file.stat().st_size > 2_000
    data = next(tmp_path.glob("*.pdf")).read_bytes()
    assert not failures(data, PROFILES.PDF_A_2A, PROFILES.PDF_UA_1)
    assert "<b>fet</b> &amp; ]]>" in read_back(data).said()
