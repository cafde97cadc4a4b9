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
hypothesis.settings.register_profile("kravkompass", deadline=None, derandomize=True)
hypothesis.settings.load_profile("kravkompass")


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
    yield
    if has_window:
        gc.collect()
        gc.enable()


@pytest.fixture(params=list(Language), ids=lambda language: language.value)
def each_translation(request: pytest.FixtureRequest) -> Translation:
    """Run the test once in every language."""
    language: Language = request.param
    return translation(language)
