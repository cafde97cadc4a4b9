"""The one script that sets everything up."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.rules.tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """dev.py as a module, on a Linux machine without a display."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    return module


def _apt_is(there: bool, monkeypatch: pytest.MonkeyPatch, dev: ModuleType, user: int) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}" if there else None)
    monkeypatch.setattr(dev.os, "geteuid", lambda: user, raising=False)


def test_an_ordinary_user_is_told_in_one_line_what_to_install(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    _apt_is(True, monkeypatch, dev, user=1000)
    with pytest.raises(SystemExit) as stopped:
        dev.install_system_packages(["libgl1", "libegl1"])
    assert "sudo apt-get install -y --no-install-recommends libgl1 libegl1" in str(stopped.value)
    assert "\n" not in str(stopped.value)


def test_without_apt_the_packages_are_named(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    _apt_is(False, monkeypatch, dev, user=0)
    with pytest.raises(SystemExit, match="libgl1"):
        dev.install_system_packages(["libgl1"])


def test_a_window_needs_more_libraries_than_none(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "is_missing", lambda _library: True)
    without = dev.missing_packages()
    monkeypatch.setenv("DISPLAY", ":0")
    assert set(without) < set(dev.missing_packages())
    assert "libgl1" in without
    assert "libxcb-cursor0" not in without


def test_nothing_is_missing_where_everything_is_there(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "is_missing", lambda _library: False)
    monkeypatch.setattr(dev, "PYTHON", ROOT / "dev.py")
    assert dev.missing_packages() == []


def test_a_missing_library_is_noticed(dev: ModuleType) -> None:
    assert dev.is_missing("libnothing-of-the-sort.so.7")


def test_without_a_display_qt_draws_to_memory(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    assert dev.environment()["QT_QPA_PLATFORM"] == "offscreen"
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "QT_QPA_PLATFORM" not in dev.environment()


def test_without_a_display_run_writes_the_examples(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(dev.subprocess, "run", run)
    assert dev.run_program([]) == 0
    assert dev.run_program(["--language", "nn"]) == 0
    assert commands[0][1:] == ["-m", "kravkompass", "example", "--all", "--out", str(ROOT / "out")]
    assert commands[1][1:] == ["-m", "kravkompass", "--language", "nn"]


def test_every_step_runs_and_one_failure_fails_all(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    results = {"style": 1, "tests": 0, "none": 5}
    monkeypatch.setattr(dev, "python", lambda name, **_: results[name])
    assert dev.run_steps({name: [name] for name in results}) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines[1:-1]] == [["FAILED", "style"], ["passed", "tests"], ["passed", "none"]]
    assert lines[-1].startswith("Something failed")
    assert dev.run_steps({"tests": ["tests"]}) == 0


def test_an_unknown_command_is_met_with_the_known_ones(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "dev.py"), "dance"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "python3 dev.py test" in done.stderr
