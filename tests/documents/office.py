"""What the tests of Word, Excel and calendar files share: sheets to write, parts to look at, and LibreOffice as a judge."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kravkompass.app import Parts
from kravkompass.catalog.catalog import Catalog
from kravkompass.documents.sheet import Sheet
from kravkompass.guidance.guide import guide
from kravkompass.guidance.purchase import Purchase
from kravkompass.language import Language, pseudo_translation, translation
from kravkompass.purchases.examples import EXAMPLES

DAY = dt.date(2026, 11, 2)
ID = "0e5b6c1e-6f0c-4b2a-9a53-4b8d1a3f7c10"
WRITER = shutil.which("soffice") or shutil.which("libreoffice")
needs_writer = pytest.mark.skipif(WRITER is None, reason="LibreOffice is not installed")
EVIL = "<b>fet</b> &amp; ]]> \x00\x07\x1b\x0b a\u200bb \u202eomvänt \ud800 \ufffe 🍌 日本語 العربية"


@cache
def catalog() -> Catalog:
    return Parts().catalog


def purchase(number: int = 0) -> Purchase:
    """A purchase of the examples, as if it had been kept."""
    return replace(EXAMPLES[number].purchase(), id=ID)


def sheet_of(bought: Purchase, language: Language = Language.SWEDISH, *, pseudo: bool = False) -> Sheet:
    """What a document about the purchase starts from."""
    rows = guide(bought, catalog(), DAY).rows(language)
    return Sheet(bought, rows, catalog(), DAY, pseudo_translation(language) if pseudo else translation(language))


def sheet(number: int = 0, language: Language = Language.SWEDISH) -> Sheet:
    return sheet_of(purchase(number), language)


def part(data: bytes, name: str) -> str:
    """A part of a Word or Excel file."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.read(name).decode()


def converted(source: Path, target: str, folder: Path) -> Path:
    """The file as LibreOffice makes it another."""
    return all_converted([source], target, folder)[0]


def all_converted(sources: Sequence[Path], target: str, folder: Path) -> list[Path]:
    """The files as LibreOffice makes them others, all in one go: starting it is what takes time."""
    profile = (folder / "profile").as_uri()
    command = [str(WRITER), f"-env:UserInstallation={profile}", "--headless", "--convert-to", target, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sources)], check=True, capture_output=True, timeout=180 + 20 * len(sources))
    return [folder / f"{source.stem}.{target.split(':', maxsplit=1)[0]}" for source in sources]
