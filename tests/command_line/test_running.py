"""Understanding what is typed, and telling what is wrong in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.catalog import real
from tests.command_line.conftest import Run

import kravkompass
from kravkompass import __version__, app
from kravkompass.command_line import main
from kravkompass.language import Language

Refused = Callable[..., str]
DESKTOP = str(Path(kravkompass.__file__).parents[1])


# ---- what is typed -------------------------------------------------------------------------------------------------------------

MISTYPED = [
    (["frobnicate"], "frobnicate"),
    (["--frobnicate"], "--frobnicate"),
    (["suggest"], "TEXT"),
    (["suggest", "x", "--contry", "se"], "--contry"),
    (["suggest", "x", "--country", "dk"], "dk"),
    (["suggest", "x", "--country"], "--country"),
    (["suggest", "x", "--js"], "--js"),
    (["search"], "TEXT"),
    (["export", "--out", "x"], "PURCHASE.json"),
    (["export", "p.json"], "--out"),
    (["export", "p.json", "--out", "x", "--format", "gif"], "gif"),
    (["export", "p.json", "--out", "x", "--document", "novel"], "requirement-list"),
    (["example", "kalmar-fruit"], "--out"),
    (["catalog"], "list"),
    (["catalog", "delete"], "delete"),
    (["catalog", "show"], "ID"),
    (["--quit-when", "never"], "never"),
    (["--lang=sv"], "--lang"),
]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("words", "named"), MISTYPED, ids=[" ".join(words) for words, _ in MISTYPED])
def test_what_is_mistyped_is_told_with_where_to_look(refused: Refused, words: list[str], named: str, language: Language) -> None:
    sentence = refused("--language", language.value, *words)
    assert named in sentence
    assert "kravkompass --help" in sentence
    assert "<" not in sentence
    assert "'" not in sentence
    for english in ("required", "unrecognized", "invalid", "expected", "choose from"):
        assert english not in sentence, sentence


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a file that is always full")
@pytest.mark.parametrize("words", [["catalog", "list"], ["suggest", "bananer", "--json"]], ids=" ".join)
def test_a_list_that_does_not_fit_where_it_is_sent_is_told(words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kravkompass", *words, "--language", "nn"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": DESKTOP},
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_unknown_id_is_told(refused: Refused) -> None:
    sentences = {refused("catalog", "show", "SE-GONE-01", "--language", language.value) for language in Language}
    assert len(sentences) == len(Language)
    assert all("SE-GONE-01" in sentence for sentence in sentences)


@pytest.mark.parametrize(
    "words",
    [
        ["--language", "de"],
        ["--language=de"],
        ["--language"],
        ["catalog", "list", "--language", "de"],
        ["suggest", "x", "--language", ""],
    ],
)
def test_an_unknown_language_is_told_with_those_there_are(refused: Refused, words: list[str]) -> None:
    sentence = refused(*words)
    assert "sv, nb, nn" in sentence


GONE = ("catalog", "show", "SE-GONE-01")


@pytest.mark.parametrize("words", [["--language", "nn", *GONE], [*GONE, "--language=nn"]])
def test_the_language_may_stand_anywhere(refused: Refused, words: list[str]) -> None:
    assert refused(*words) == refused(*GONE, "--language", "nn")


@pytest.mark.parametrize(
    ("computer", "language"), [("nn_NO.UTF-8", "nn"), ("no_NO", "nb"), ("sv_SE.UTF-8", "sv"), ("fr_FR", "sv")]
)
def test_without_a_language_the_computers_is_spoken(
    refused: Refused, monkeypatch: pytest.MonkeyPatch, computer: str, language: str
) -> None:
    monkeypatch.setenv("LANG", computer)
    assert refused(*GONE) == refused(*GONE, "--language", language)


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["suggest", "--help"]])
def test_version_and_help_are_told_and_end_well(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said == f"kravkompass {__version__}\n" if words == ["--version"] else "--language" in said


# ---- the catalog is damaged ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "words",
    [
        ["suggest", "x"],
        ["search", "x"],
        ["catalog", "list", "--json"],
        ["catalog", "show", "SE-FOOD-51"],
        ["catalog", "stats"],
        ["example", "--all", "--out", "out"],
        ["self-test"],
    ],
    ids=" ".join,
)
def test_a_damaged_catalog_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], language: Language
) -> None:
    damaged = tmp_path / "catalog.sqlite"
    damaged.write_bytes(real.file().read_bytes()[:5000])
    monkeypatch.setattr(app, "bundled", lambda *_parts: damaged)
    monkeypatch.chdir(tmp_path)
    said = run(*words, "--language", language.value)
    assert said.status == 2
    assert said.err.count("\n") == 1
    assert str(damaged) in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["catalog.sqlite"]


# ---- the self-test -------------------------------------------------------------------------------------------------------------


def test_a_whole_installation_passes_the_self_test(run: Run) -> None:
    said = run("self-test", "--language", "nb")
    assert (said.status, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == f"kravkompass {__version__}"
    assert [line.partition(":")[0] for line in lines[1:-1]] == ["catalog", "languages", "documents", "store", "calendar"]
    assert f"{len(real.catalog().requirements())} requirements" in lines[1]
    assert "midsommardagen" in lines[5]
    assert "17. mai" in lines[5] or "grunnlovsdagen" in lines[5]


# ---- as a program of its own ---------------------------------------------------------------------------------------------------


def _program(*words: str) -> list[str]:
    """The command line in a process of its own, with the catalog of today."""
    lines = [
        "import pathlib, sys",
        "from kravkompass import app",
        "from kravkompass.command_line import main",
        f"app.bundled = lambda *parts: pathlib.Path({str(real.file())!r})",
        "sys.exit(main())",
    ]
    return [sys.executable, "-c", "\n".join(lines), *words]


def _surroundings(**changes: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": DESKTOP, "LANG": "C", "LC_ALL": "C", **changes}


def test_what_is_said_is_utf_8_whatever_the_computer_speaks() -> None:
    surroundings = _surroundings(PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    listed = subprocess.run(_program("catalog", "list", "--language", "nb"), env=surroundings, capture_output=True, check=True)
    assert "ø" in listed.stdout.decode("utf-8")
    told = subprocess.run(
        _program("catalog", "show", "SE-GONE", "--language", "sv"), env=surroundings, capture_output=True, check=False
    )
    assert told.returncode == 2
    assert "”SE-GONE”" in told.stderr.decode("utf-8")


def test_a_reader_that_has_had_enough_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        program = _program("catalog", "list", "--json")
        done = subprocess.run(program, env=_surroundings(), stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
