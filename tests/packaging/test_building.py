"""The wheel holds everything the program needs and nothing that only building needs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.rules.tree import ROOT

import building

if TYPE_CHECKING:
    from pathlib import Path

ASK = """
import sys
from kravkompass.language import Language, translation
from kravkompass.paths import bundled, in_checkout
assert str(bundled("resources")).startswith(sys.argv[1]), bundled("resources")
assert not in_checkout()
assert bundled("resources", "catalog", "catalog.sqlite").is_file()
assert translation(Language.BOKMAL).qt("QPlatformTheme", "Save") == "Lagre"
assert "babel" not in sys.modules
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built as for a release but for the isolated environment, which needs a network."""
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(target.glob("*.whl"))


def test_the_wheel_holds_what_the_program_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"i18n/{language}/LC_MESSAGES/{domain}.mo" for language in ("sv", "nb", "nn") for domain in ("kravkompass", "qt")}
    wanted |= {f"resources/fonts/KravkompassSans-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic")}
    wanted |= {"resources/catalog/catalog.sqlite", "resources/fonts/LICENSE.txt"}
    assert {f"kravkompass/{name}" for name in wanted} <= names
    assert not [name for name in names if name.endswith((".po", ".pot", ".gitignore", ".part"))]


def test_an_installed_program_finds_what_ships_with_it(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    script = f"import sys; sys.path.insert(0, sys.argv[1]){ASK}"
    command = [sys.executable, "-P", "-c", script, str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_nothing_is_made_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = tmp_path / "catalog.sqlite"
    monkeypatch.setattr(building, "CATALOG", catalog)
    building.build_catalog()
    first = catalog.stat().st_mtime_ns
    building.build_catalog()
    assert catalog.stat().st_mtime_ns == first
    catalog.write_bytes(b"damaged")
    building.build_catalog()
    assert catalog.stat().st_size > 1000
