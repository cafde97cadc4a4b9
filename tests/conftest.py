"""What every test stands on: no display, and folders of its own instead of the user's."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import hypothesis
import pytest

from kravkompass.language import Language, Translation, translation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Two workers share two cores with whatever else runs: time says nothing, and examples must be the same on every machine.
# Few examples in the ordinary run; many with `-m long`, which then takes every property along.
hypothesis.settings.register_profile("ordinary", deadline=None, derandomize=True, max_examples=25)
hypothesis.settings.register_profile("long", deadline=None, derandomize=True, max_examples=300)
hypothesis.settings.load_profile("ordinary")


def pytest_configure(config: pytest.Config) -> None:
    """Try many examples of every property in a long run."""
    if config.option.markexpr == "long":
        hypothesis.settings.load_profile("long")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Count every property among the long tests, beside the ordinary ones."""
    if config.option.markexpr == "long":
        for one in items:
            if hypothesis.is_hypothesis_test(getattr(one, "obj", None)):
                one.add_marker("long")

PATIENCE = 30_000
"""Milliseconds between looks at whether the same prompt still waits for an answer."""


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the program away from the data of whoever runs the tests."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    return home


@pytest.fixture(autouse=True)
def garbage_of_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let go of Qt's objects in the window's own thread, as the program does: a worker that happens to collect them would crash."""
    has_window = not {"qapp", "qtbot"}.isdisjoint(request.fixturenames)
    if has_window:
        gc.disable()
        # What other tests left is not looked through again: with thousands of tests behind, that would take seconds.
        gc.freeze()
    yield
    if has_window:
        gc.collect()
        gc.enable()


@pytest.fixture(autouse=True)
def unanswered_prompts(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail where a prompt waits for an answer that no test gives, in place of waiting for good."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QDialog

    request.getfixturevalue("qapp")
    unanswered: list[str] = []
    waited: list[QDialog] = []

    def give_up() -> None:
        prompt = QApplication.activeModalWidget()
        if isinstance(prompt, QDialog) and prompt in waited:
            unanswered.append(prompt.windowTitle())
            prompt.reject()
        waited[:] = [prompt] if isinstance(prompt, QDialog) else []

    timer = QTimer(interval=PATIENCE)
    timer.timeout.connect(give_up)
    timer.start()
    yield
    timer.stop()
    assert not unanswered, f"nobody answered: {unanswered}"


@pytest.fixture(params=list(Language), ids=lambda language: language.value)
def each_translation(request: pytest.FixtureRequest) -> Translation:
    """Run the test once in every language."""
    language: Language = request.param
    return translation(language)
