"""Excel files that are broken or made to harm: refused in words, never a crash, never more memory than a list may take."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.documents.office import sheet

from kravkompass.documents import excel_errors as errors
from kravkompass.documents import excel_file, excel_reading
from kravkompass.documents.excel import render
from kravkompass.documents.excel_reading import read_back
from kravkompass.errors import KnownError

LIST = sheet()


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", bytes(excel_reading.LARGEST_UNPACKED + 1))
    return target.getvalue()


def lying_bomb() -> bytes:
    """The same with a size that is not true in the directory at the end."""
    data = bytearray(bomb())
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    return bytes(data)


def many_parts() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as parts:
        for number in range(excel_file.MOST_PARTS + 1):
            parts.writestr(f"{number}.xml", "")
    return target.getvalue()


def with_entities() -> bytes:
    declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return replaced("xl/worksheets/sheet1.xml", lambda xml: xml.replace("<worksheet", f"{declared}]><worksheet", 1))


def replaced(name: str, change: Callable[[str], str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(render(LIST))) as before, zipfile.ZipFile(target, "w") as after:
        for one in before.namelist():
            content = before.read(one)
            after.writestr(one, change(content.decode()) if one == name else content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "known"),
    [
        (b"", errors.NotAListError),
        (b"PK\x03\x04 not a zip file", errors.NotAListError),
        (b"\xd0\xcf\x11\xe0 an old Excel file", errors.NotAListError),
        (bomb(), errors.ListFileTooLargeError),
        (lying_bomb(), errors.NotAListError),
        (many_parts(), errors.ListFileTooLargeError),
        (with_entities(), errors.NotAListError),
        (render(LIST)[:-2000], errors.NotAListError),
        (replaced("xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2]), errors.NotAListError),
        (replaced("xl/worksheets/sheet1.xml", lambda xml: xml.replace('r="A2"', 'r="XFDXFD9"')), errors.NotAListError),
        (replaced("xl/workbook.xml", lambda _: "<html/>"), errors.NotAListError),
    ],
    ids=["empty", "no-zip", "old-excel", "bomb", "lying-bomb", "many-parts", "entities", "cut", "half", "far-cell", "html"],
)
def test_a_broken_or_hostile_file_is_refused_in_words(tmp_path: Path, content: bytes, known: type[KnownError]) -> None:
    path = tmp_path / "back.xlsx"
    path.write_bytes(content)
    with pytest.raises(known):
        read_back(path, LIST)


def test_a_large_missing_or_unreadable_file_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(errors.ListFileMissingError):
        read_back(tmp_path / "none.xlsx", LIST)
    with pytest.raises(errors.ListFileMissingError):
        read_back(tmp_path, LIST)
    whole = tmp_path / "back.xlsx"
    whole.write_bytes(render(LIST))
    monkeypatch.setattr(excel_reading, "LARGEST_FILE", 1000)
    with pytest.raises(errors.ListFileTooLargeError):
        read_back(whole, LIST)


def test_every_cut_of_a_file_is_refused_or_read(tmp_path: Path) -> None:
    whole, path = render(LIST), tmp_path / "back.xlsx"
    chance = random.Random(7)  # noqa: S311 - any bytes will do
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(3):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        try:
            read_back(path, LIST)
        except KnownError:
            continue
