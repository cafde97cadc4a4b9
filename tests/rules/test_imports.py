"""Imports go one way, and the rules of purchasing know neither the clock nor the disk."""

from __future__ import annotations

import ast
import sys

import pytest
from importlinter import cli
from tests.rules.tree import CODE, ROOT, named, parsed, place, program

PURE = ("guidance", "followup")
TOLD_THE_DATE = (*PURE, "documents", "screens")
DISK = {"os", "io", "pathlib", "shutil", "tempfile", "sqlite3", "sqlalchemy", "time", "random"}


def test_the_import_contracts_hold(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The contracts stand in pyproject.toml."""
    monkeypatch.chdir(ROOT)
    # The linter sets logging up for itself and would silence the program's log in the tests that follow.
    monkeypatch.setattr("logging.config.dictConfig", lambda _settings: None)
    status = cli.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_rules_know_no_storage() -> None:
    wrong = []
    for path in program():
        if path.relative_to(CODE).parts[0] in PURE:
            for node in ast.walk(parsed(path)):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                wrong += [f"{place(path, node)} {name}" for name in names if name.partition(".")[0] in DISK]
    assert not wrong


def test_todays_date_is_an_argument() -> None:
    wrong = [
        place(path, node)
        for path in program()
        if path.relative_to(CODE).parts[0] in TOLD_THE_DATE
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"today", "now", "utcnow"}
    ]
    assert not wrong


def test_dev_py_needs_nothing_but_python() -> None:
    """An older Python must get as far as being told that it is too old."""
    source = (ROOT / "dev.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_every_module_reads_annotations_late() -> None:
    """Annotations stay unevaluated, so that types cost no import at start-up."""
    wrong = []
    for path in program():
        imports = [node for node in parsed(path).body if isinstance(node, ast.Import | ast.ImportFrom)]
        late = any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in imports)
        defines = any(isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AnnAssign) for node in ast.walk(parsed(path)))
        if defines and not late:
            wrong.append(named(path))
    assert not wrong
