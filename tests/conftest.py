"""What every test stands on: no display, and folders of its own instead of the user's."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import hypothesis
import pytest

from kravkompass.language import Language, Translation, translation

if TYPE_CHECKING:
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


@pytest.fixture(params=list(Language), ids=lambda language: language.value)
def each_translation(request: pytest.FixtureRequest) -> Translation:
    """Run the test once in every language."""
    language: Language = request.param
    return translation(language)
