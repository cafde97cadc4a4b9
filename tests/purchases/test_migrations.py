"""Older files are brought up to date, whole or not at all, after a copy has been taken."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest
import sqlalchemy as sa
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.purchases.filled import filled, identity
from tests.purchases.make_old_file import OLD_FILES, SAMPLE_ID, SETTINGS
from tests.purchases.samples import purchase

from kravkompass.followup.contract import Contract
from kravkompass.purchases import lists, migrations, opening, own_records, parts
from kravkompass.purchases.errors import DamagedFileError, NewerFileError
from kravkompass.purchases.migrations import FORMS, NEWEST, upgrading
from kravkompass.purchases.model import Record
from kravkompass.purchases.parts import SHELVES
from kravkompass.purchases.store import Store

FILE = "kravkompass.sqlite"


def step(revision: str, down_revision: str, upgrade: object) -> ModuleType:
    module = ModuleType(f"step_{revision}")
    module.__dict__.update(revision=revision, down_revision=down_revision, upgrade=upgrade)
    return module


def tables(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def form(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def a_later_program(patch: pytest.MonkeyPatch, *steps: ModuleType) -> None:
    """Act as if later versions had added steps."""
    forms = (*FORMS, *(one.revision for one in steps))
    patch.setattr(opening, "FORMS", forms)
    patch.setattr(opening, "NEWEST", forms[-1])
    patch.setattr(upgrading.upgrade, "__defaults__", ((*upgrading.STEPS, *steps),))


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Path]:
    shutil.copy(OLD_FILES / "kravkompass-0001.sqlite", tmp_path / FILE)
    yield tmp_path / FILE
    assert not list(tmp_path.glob("*.part"))


def test_forms_and_steps_agree() -> None:
    assert tuple(one.revision for one in upgrading.STEPS) == migrations.FORMS
    assert [one.down_revision for one in upgrading.STEPS] == [None, *FORMS[:-1]]


def test_model_and_migrations_agree(tmp_path: Path) -> None:
    assert parts.SHELVES
    assert lists.ReplyRecord.metadata is own_records.OwnRecord.metadata is Record.metadata
    Store(tmp_path).close()
    engine = sa.create_engine(f"sqlite:///{tmp_path / FILE}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Record.metadata) == []
        constraints = {name: sa.inspect(connection).get_foreign_keys(name) for name in Record.metadata.tables}
    engine.dispose()
    for name, table in Record.metadata.tables.items():
        wanted = {(one.name, one.ondelete) for one in table.foreign_key_constraints}
        assert {(one["name"], one["options"].get("ondelete")) for one in constraints[name]} == wanted


@pytest.mark.parametrize("released", FORMS)
def test_every_released_form_opens(tmp_path: Path, released: str) -> None:
    shutil.copy(OLD_FILES / f"kravkompass-{released}.sqlite", tmp_path / FILE)
    with Store(tmp_path) as store:
        kept = store.purchase(SAMPLE_ID)
        assert store.settings() == SETTINGS
    assert (kept.title, kept.facts, kept.decisions, kept.risks) == (
        purchase().title, purchase().facts, purchase().decisions, purchase().risks
    )  # fmt: skip
    assert form(tmp_path / FILE) == NEWEST
    assert bool(list(tmp_path.glob("*-before-*"))) is (released != NEWEST)


def test_what_is_kept_of_a_contract_comes_out_of_the_newest_form(tmp_path: Path) -> None:
    shutil.copy(OLD_FILES / f"kravkompass-{NEWEST}.sqlite", tmp_path / FILE)
    with Store(tmp_path) as store:
        assert {kind.__name__: store.parts(kind) for kind in SHELVES} == {kind.__name__: (filled(kind),) for kind in SHELVES}
        logged = [event.part for event in store.events(identity(Contract))]
    assert logged == [shelf.table.name for shelf in SHELVES.values() if shelf.logged]


def test_a_copy_is_taken_before_migrating(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables(old)
    a_later_program(monkeypatch, step("0003", "0002", lambda: op.add_column("purchase", sa.Column("colour", sa.Text()))))
    with Store(old.parent) as store:
        assert store.purchase(SAMPLE_ID).title == purchase().title
    assert form(old) == "0003"
    (copy,) = old.parent.glob("kravkompass-before-0003-*.sqlite")
    assert form(copy) == "0001"
    assert tables(copy) == before


def test_a_step_that_fails_leaves_the_file_as_the_step_before_left_it(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half() -> None:
        op.create_table("half", sa.Column("a", sa.Integer()))
        op.drop_table("answer")
        message = "the lights went out"
        raise RuntimeError(message)

    good = step("0003", "0002", lambda: op.create_table("good", sa.Column("a", sa.Integer())))
    a_later_program(monkeypatch, good, step("0004", "0003", half))
    with pytest.raises(RuntimeError, match="lights"):
        Store(old.parent)
    assert form(old) == "0003"
    assert {"good", "answer"} <= tables(old)
    assert "half" not in tables(old)


def test_a_table_can_be_rebuilt_without_losing_what_hangs_on_it(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def rebuild() -> None:
        with op.batch_alter_table("purchase", recreate="always") as batch:
            batch.alter_column("reference", nullable=True)

    a_later_program(monkeypatch, step("0003", "0002", rebuild))
    with Store(old.parent) as store:
        assert store.purchase(SAMPLE_ID).decisions == purchase().decisions


def test_a_new_file_that_fails_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        message = "the lights went out"
        raise RuntimeError(message)

    with monkeypatch.context() as patch:
        patch.setattr(upgrading.upgrade, "__defaults__", ((step("0001", None, fail),),))  # type: ignore[arg-type]
        with pytest.raises(RuntimeError):
            Store(tmp_path)
    assert tables(tmp_path / FILE) == set()
    Store(tmp_path).close()


@pytest.mark.parametrize(
    ("version", "known"), [("0099", NewerFileError), ("0000", DamagedFileError), ("feline", DamagedFileError)]
)
def test_a_form_that_is_not_ours(old: Path, version: str, known: type[Exception]) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [version])
    before = old.read_bytes()
    with pytest.raises(known):
        Store(old.parent)
    assert old.read_bytes() == before
