"""The locks name no registry, and hold what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tests.rules.tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

RUNTIME = ROOT / "requirements.lock"
DEV = ROOT / "requirements-dev.lock"
_PIN = re.compile(r"^([\w.-]+)==([\w.+!]+)", re.MULTILINE)


def _pins(lock: str) -> dict[str, str]:
    return {canonicalize_name(name): version for name, version in _PIN.findall(lock)}


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _wanted(*groups: str) -> list[Requirement]:
    project = _project()
    wanted = [Requirement(one) for one in project["project"]["dependencies"]]
    for group in groups:
        wanted += [Requirement(one) for one in project["dependency-groups"][group] if isinstance(one, str)]
    return wanted


@pytest.mark.parametrize("lock", [RUNTIME, DEV], ids=lambda path: path.name)
def test_a_lock_names_no_address_and_hashes_everything(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    blocks = re.split(r"\n(?=[a-z])", text.strip())
    assert not [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block]


@pytest.mark.parametrize(("lock", "groups"), [(RUNTIME, ()), (DEV, ("build", "dev"))], ids=["runtime", "dev"])
def test_a_lock_is_current(lock: Path, groups: tuple[str, ...]) -> None:
    """When this fails: python3 dev.py lock."""
    pins = _pins(lock.read_text(encoding="utf-8"))
    stale = [str(one) for one in _wanted(*groups) if not one.specifier.contains(pins.get(canonicalize_name(one.name), "0"))]
    assert not stale


def test_both_locks_pin_the_same_versions() -> None:
    assert _pins(RUNTIME.read_text(encoding="utf-8")).items() <= _pins(DEV.read_text(encoding="utf-8")).items()


def test_the_program_needs_nothing_that_only_building_needs() -> None:
    runtime = _pins(RUNTIME.read_text(encoding="utf-8"))
    build = [Requirement(one).name for one in _project()["dependency-groups"]["build"]]
    assert not [name for name in build if canonicalize_name(name) in runtime]
