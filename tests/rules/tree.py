"""The files of the project, for the tests about the project itself."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "desktop" / "kravkompass"
GIT = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]


@cache
def files() -> tuple[Path, ...]:
    """Every file that is in git or could be added to it."""
    listed = subprocess.run(GIT, capture_output=True, text=True, check=True).stdout.split("\0")
    return tuple(path for name in sorted(filter(None, listed)) if (path := ROOT / name).is_file())


@cache
def modules() -> tuple[Path, ...]:
    """Every Python file."""
    return tuple(path for path in files() if path.suffix == ".py")


def program() -> tuple[Path, ...]:
    """Every Python file of the program itself."""
    return tuple(path for path in modules() if CODE in path.parents)


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, node: ast.AST) -> str:
    """Where something stands, for a message: ``desktop/kravkompass/paths.py:12``."""
    return f"{named(path)}:{getattr(node, 'lineno', 1)}"


def named(path: Path) -> str:
    """A file's name from the root of the project."""
    return path.relative_to(ROOT).as_posix()
