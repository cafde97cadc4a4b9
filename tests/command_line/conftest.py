"""The command line as a function: what it says, and with which exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.catalog import real

from kravkompass import app
from kravkompass.command_line import main
from kravkompass.paths import bundled


@dataclass(frozen=True)
class Said:
    """What came of a command."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command lists
        """What was listed."""
        assert self.err == ""
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture(autouse=True)
def catalog_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use the catalog as its text files are now, also where the built one is old or missing."""
    monkeypatch.setattr(app, "bundled", lambda *parts: real.file() if parts[-1] == "catalog.sqlite" else bundled(*parts))
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Do what is typed after ``kravkompass``."""

    def do(*words: str | Path) -> Said:
        capsys.readouterr()
        status = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Said(status, out, err)

    return do


@pytest.fixture
def refused(run: Run) -> Callable[..., str]:
    """Do what cannot be done: one sentence on stderr, nothing on stdout, exit status 2."""

    def do(*words: str | Path) -> str:
        said = run(*words)
        assert (said.status, said.out) == (2, "")
        assert said.err.endswith("\n")
        sentence = said.err.removesuffix("\n")
        assert sentence
        assert "\n" not in sentence
        assert "Traceback" not in sentence
        return sentence

    return do
