"""Putting the file in its place, and what goes wrong."""

from __future__ import annotations

import errno
import io
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.documents.edges import bare, document
from tests.documents.readback import read_back
from tests.documents.samples import follow_up_plan, requirement_list
from tests.documents.test_pdf_standards import PROFILES, failures

from kravkompass.documents.errors import LogoError, LogoTooLargeError
from kravkompass.documents.outline import Column, Paragraph, Row, Table
from kravkompass.documents.pdf import render, write
from kravkompass.documents.watch import WHOLE
from kravkompass.errors import DiskFullError, FolderMissingError, NotWritableError


def logo(mode: str = "RGBA", size: tuple[int, int] = (300, 80), kind: str = "PNG") -> bytes:
    target = io.BytesIO()
    Image.new(mode, size, 90 if mode == "L" else (20, 90, 90, 128) if mode == "RGBA" else (20, 90, 90)).save(target, kind)
    return target.getvalue()


def test_the_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "new" / "Kravlista å.pdf"
    write(bare(), target)
    assert target.read_bytes() == render(bare())
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, DiskFullError), (errno.EACCES, NotWritableError)])
def test_an_older_file_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]) -> None:
    target = tmp_path / "list.pdf"
    target.write_bytes(b"old")

    def refuse(self: Path, _to: Path) -> None:
        raise OSError(number, "no", str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(error):
        write(bare(), target)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["list.pdf"]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderMissingError):
        write(bare(), tmp_path / "file" / "list.pdf")


def test_a_target_that_is_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "list.pdf").mkdir()
    with pytest.raises(NotWritableError):
        write(bare(), tmp_path / "list.pdf")


def test_the_work_can_be_followed_and_stopped(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    render(requirement_list(12), report=lambda done, of: steps.append((done, of)))
    assert steps == sorted(steps)
    assert steps[-1] == (WHOLE, WHOLE)
    assert len(set(steps)) > 20

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(bare(), tmp_path / "list.pdf", report=stop)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("mode", "kind"), [("RGBA", "PNG"), ("L", "PNG"), ("P", "PNG"), ("RGB", "JPEG"), ("CMYK", "JPEG")])
def test_a_logo_keeps_the_standards(mode: str, kind: str) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (400, 90), (20, 90, 90)).convert(mode).save(picture, kind)
    data = render(replace(follow_up_plan(), logo=picture.getvalue()))
    assert not failures(data, PROFILES.PDF_A_2A, PROFILES.PDF_UA_1)
    assert any(element.alternative == "Exempel kommun" for element in read_back(data).elements)


@pytest.mark.parametrize("data", [b"no picture", logo()[:200], b"\x89PNG\r\n\x1a\n", b"GIF89a"])
def test_a_logo_that_is_no_picture_is_told(data: bytes) -> None:
    with pytest.raises(LogoError):
        render(replace(bare(), logo=data))


def test_a_huge_logo_is_told() -> None:
    data = bytearray(logo(size=(8, 8)))
    data[16:24] = (20000).to_bytes(4, "big") + (10000).to_bytes(4, "big")
    header = bytes(data[12:29])
    data[29:33] = zlib.crc32(header).to_bytes(4, "big")
    with pytest.raises(LogoTooLargeError):
        render(replace(bare(), logo=bytes(data)))


def test_the_file_says_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(render(requirement_list()))) as pdf:
        assert str(pdf.Root.Lang) == "sv-SE"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        meta = pdf.open_metadata()
        assert meta["dc:title"] == "Kravlista: Frukt och grönt till förskolor"
        assert meta["pdfaid:part"] == "2"
        assert meta["pdfuaid:part"] == "1"
        assert str(pdf.docinfo.CreationDate).startswith("D:20261001")


def test_another_content_gives_another_id() -> None:
    ids = set()
    for words in ("ett", "två"):
        with pikepdf.open(io.BytesIO(render(document(Paragraph(words))))) as pdf:
            ids.add(bytes(pdf.trailer.ID[0]))
    assert len(ids) == 2


def test_rows_must_fit_their_columns() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        Table((Column("A"), Column("B")), (Row(("a",)),))


def test_an_outline_needs_no_pdf_library() -> None:
    code = "import sys, kravkompass.documents.outline, kravkompass.documents.style; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="desktop")
    assert done.stdout.strip() == "False"
