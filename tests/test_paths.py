"""Where things are, in a checkout, an installed program and for each user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass import paths

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_checkout_finds_its_files_at_the_root() -> None:
    assert paths.bundled("i18n", "qt.pot").is_file()
    assert paths.in_checkout()


def test_an_installed_program_finds_its_files_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "PACKAGE", tmp_path)
    assert paths.bundled("resources", "catalog", "catalog.sqlite") == tmp_path / "resources" / "catalog" / "catalog.sqlite"
    assert not paths.in_checkout()


def test_what_ships_has_a_place_even_when_it_is_missing() -> None:
    assert not paths.bundled("resources", "not-there.txt").exists()


def test_the_users_folders_are_their_own_and_not_made_by_asking(own_folders: Path) -> None:
    assert own_folders in paths.data_folder().parents
    assert not paths.data_folder().exists()
    assert len({paths.data_folder(), paths.cache_folder(), paths.log_folder()}) == 3
