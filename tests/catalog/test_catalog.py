"""catalog.sqlite: built from the text files, opened read-only, every value as it was; damage is told in one sentence."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from tests.catalog import real, small

from kravkompass.catalog.build import build, fingerprint
from kravkompass.catalog.catalog import Catalog
from kravkompass.catalog.rules import read_rules
from kravkompass.catalog.terms import Country
from kravkompass.errors import CatalogDamagedError, CatalogProblemsError, UnknownGroupError, UnknownRequirementError
from kravkompass.language import Language, translation
from kravkompass.paths import bundled


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """A resources folder with a small catalog."""
    folder = small.write(tmp_path / "resources" / "catalog")
    small.put(folder, small.FILE, [small.requirement(), small.requirement(id="SE-FOOD-02", texts={"sv": small.texts("Annan")})])
    small.put(folder, "no/food/fish.yaml", [small.norwegian()])
    (folder.parent / "rules").mkdir()
    return folder.parent


@pytest.fixture
def file(resources: Path, tmp_path: Path) -> Path:
    """A small catalog file."""
    build(resources, tmp_path / "catalog.sqlite")
    return tmp_path / "catalog.sqlite"


# ---- everything is as it was -----------------------------------------------------------------------------------------------------


def test_every_requirement_is_as_it_was_read() -> None:
    read = {one.id: one for one in real.reading().requirements}
    kept = {one.id: one for one in real.catalog().requirements()}
    assert kept == read


def test_every_list_is_as_it_was_read() -> None:
    catalog, reading = real.catalog(), real.reading()
    assert list(catalog.groups.values()) == reading.groups
    assert list(catalog.questions.values()) == reading.questions
    assert list(catalog.labels.values()) == reading.labels
    assert catalog.risks == reading.risks
    assert catalog.rules == read_rules(bundled("resources", "rules"), [])
    for country, sources in reading.sources.items():
        assert all(catalog.source(country, name) == source for name, source in sources.items())


def test_requirements_come_by_country_in_the_order_of_ids(file: Path) -> None:
    catalog = Catalog(file)
    assert [one.id for one in catalog.requirements()] == ["NO-MAT-01", "SE-FOOD-01", "SE-FOOD-02"]
    assert [one.id for one in catalog.requirements(Country.SWEDEN)] == ["SE-FOOD-01", "SE-FOOD-02"]
    assert [one.id for one in catalog.requirements(Country.NORWAY)] == ["NO-MAT-01"]


def test_things_are_found_by_id(file: Path) -> None:
    catalog = Catalog(file)
    assert catalog.requirement("NO-MAT-01").country is Country.NORWAY
    assert catalog.group("fish").area == "food"
    with pytest.raises(UnknownRequirementError) as no_requirement:
        catalog.requirement("NO-MAT-99")
    with pytest.raises(UnknownGroupError) as no_group:
        catalog.group("birds")
    for language in Language:
        assert "NO-MAT-99" in no_requirement.value.said(translation(language))
        assert "birds" in no_group.value.said(translation(language))


def test_a_source_is_named_with_or_without_its_country(file: Path) -> None:
    catalog = Catalog(file)
    own = catalog.source(Country.SWEDEN, "k10")
    assert own is not None
    assert catalog.source(Country.NORWAY, "se/k10") == own
    assert catalog.source(Country.NORWAY, "k10") is None


def test_the_file_says_what_it_is_made_from(file: Path, resources: Path) -> None:
    catalog = Catalog(file)
    assert catalog.fingerprint == fingerprint(resources)
    assert catalog.seen == "2026-11-01"


# ---- building ------------------------------------------------------------------------------------------------------------------


def test_the_fingerprint_follows_content_and_names(resources: Path) -> None:
    first = fingerprint(resources)
    assert fingerprint(resources) == first
    fish = resources / "catalog" / small.FILE
    renamed = fish.rename(fish.with_name("fisk.yaml"))
    second = fingerprint(resources)
    renamed.write_text(renamed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    third = fingerprint(resources)
    (resources / "catalog" / "README.md").write_text("Not part of it.", encoding="utf-8")
    assert len({first, second, third}) == 3
    assert fingerprint(resources) == third


def test_a_catalog_with_faults_is_not_built_and_the_old_one_stays(resources: Path, file: Path) -> None:
    before = file.read_bytes()
    small.put(resources / "catalog", "se/food/more.yaml", [small.requirement(id="SE-FOOD-03", level="bas", theme=None)])
    with pytest.raises(CatalogProblemsError) as error:
        build(resources, file)
    assert error.value.values == {"count": 2}
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.glob("catalog*")] == ["catalog.sqlite"]


def test_a_new_catalog_replaces_the_old_one_whole_also_after_a_build_that_broke_off(resources: Path, file: Path) -> None:
    file.with_suffix(".building").write_bytes(b"half of a catalog")
    (resources / "catalog" / small.FILE).unlink()
    build(resources, file)
    assert [one.id for one in Catalog(file).requirements()] == ["NO-MAT-01"]
    assert [path.name for path in file.parent.glob("catalog*")] == ["catalog.sqlite"]


def test_a_missing_folder_is_made(resources: Path, tmp_path: Path) -> None:
    build(resources, tmp_path / "new" / "folder" / "catalog.sqlite")
    assert Catalog(tmp_path / "new" / "folder" / "catalog.sqlite").requirements()


# ---- read-only -----------------------------------------------------------------------------------------------------------------


def test_nothing_can_be_changed(file: Path) -> None:
    catalog = Catalog(file)
    with pytest.raises(SQLAlchemyError, match="readonly"), catalog._engine.begin() as connection:
        connection.execute(text("DELETE FROM requirement"))


def test_reading_leaves_nothing_beside_the_file_and_needs_no_right_to_write(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "program"
    folder.mkdir()
    shutil.copy(file, folder)
    (folder / "catalog.sqlite").chmod(0o444)
    folder.chmod(0o555)
    assert Catalog(folder / "catalog.sqlite").requirements()
    assert [path.name for path in folder.iterdir()] == ["catalog.sqlite"]
    folder.chmod(0o755)


@pytest.mark.parametrize("name", ["with space", "åäö æø", "100 %41", "number #1", "a+b&c=d", "quote'd"])
def test_any_folder_will_do(file: Path, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    shutil.copy(file, folder)
    assert Catalog(folder / "catalog.sqlite").requirements()


# ---- damage --------------------------------------------------------------------------------------------------------------------


def _missing(file: Path) -> None:
    file.unlink()


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _foreign(file: Path) -> None:
    file.write_bytes(b"%PDF-1.7 not a catalog" * 100)


def _half(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:1000])


def _other_format(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE about SET value = '99' WHERE key = 'format'")


def _no_format(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DELETE FROM about")


def _another_database(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE purchase (id TEXT)")


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    "damage",
    [_missing, _empty, _foreign, _half, _other_format, _no_format, _another_database, _folder],
    ids=lambda one: one.__name__,
)
def test_a_damaged_catalog_is_told_when_it_is_opened(file: Path, damage: Callable[[Path], None]) -> None:
    damage(file)
    with pytest.raises(CatalogDamagedError) as error:
        Catalog(file).requirements()
    for language in Language:
        assert str(file) in error.value.said(translation(language))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE requirement SET body = '{'",
        "UPDATE requirement SET body = '{\"id\": 7}'",
        "UPDATE requirement SET body = replace(body, 'contract-term', 'contract-terms')",
        "DROP TABLE requirement",
        "ALTER TABLE requirement DROP COLUMN body",
    ],
)
def test_damage_inside_is_told_when_it_is_met(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)
    catalog = Catalog(file)
    with pytest.raises(CatalogDamagedError):
        catalog.requirements()
    assert catalog.groups


def test_pages_overwritten_in_the_middle_are_told(tmp_path: Path) -> None:
    file = tmp_path / "catalog.sqlite"
    whole = bytearray(real.file().read_bytes())
    whole[4096 * 2 :] = b"\xff" * (len(whole) - 4096 * 2)
    file.write_bytes(whole)
    with pytest.raises(CatalogDamagedError):
        Catalog(file).requirements()


def test_a_missing_catalog_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(CatalogDamagedError):
        Catalog(tmp_path / "catalog.sqlite")
    assert not list(tmp_path.iterdir())
