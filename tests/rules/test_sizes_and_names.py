"""Small and named: no file, class or function grows beyond what one can take in, and every name says what is inside."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.rules.tree import CODE, ROOT, files, modules, named, parsed, place

if TYPE_CHECKING:
    from pathlib import Path

FILE_LINES = 300
MAIN_WINDOW_LINES = 200
CLASS_LINES = 200
FUNCTION_LINES = 40
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "base", "core", "stuff", "shared"}
TOP_LEVEL = {
    "README.md",
    "ARCHITECTURE.md",
    "DECISIONS.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
    "pyproject.toml",
    "requirements.lock",
    "requirements-dev.lock",
    "dev.py",
    ".ci",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    "desktop",
    "resources",
    "i18n",
    "tests",
    "packaging",
}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _docstring_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return _length(node.body[0]) if ast.get_docstring(node, clean=False) else 0


def test_no_file_is_too_long() -> None:
    too_long = [f"{named(path)}: {lines}" for path in modules() if (lines := _lines(path)) > FILE_LINES]
    assert not too_long


def test_the_main_window_stays_small() -> None:
    window = CODE / "ui" / "window.py"
    assert not window.exists() or _lines(window) <= MAIN_WINDOW_LINES


def test_no_class_is_too_long() -> None:
    classes = ((path, node) for path in modules() for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef))
    assert not [f"{place(path, node)} {node.name}" for path, node in classes if _length(node) > CLASS_LINES]


def test_no_function_is_too_long() -> None:
    """A function's docstring does not count."""
    too_long = [
        f"{place(path, node)} {node.name}: {lines}"
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := _length(node) - _docstring_length(node)) > FUNCTION_LINES
    ]
    assert not too_long


def test_every_module_name_says_what_is_inside() -> None:
    nameless = [named(path) for path in modules() if {path.stem, path.parent.name} & SAYS_NOTHING]
    assert not nameless


def test_the_top_level_is_as_the_architecture_says() -> None:
    there = {path.relative_to(ROOT).parts[0] for path in files()}
    assert there == TOP_LEVEL
