"""The commands that write documents, and everything that can be wrong with what they are given."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader
from tests.command_line.conftest import Run

from kravkompass.language import Language
from kravkompass.purchases.examples import EXAMPLES

Refused = Callable[..., str]
EVERY_LANGUAGE = pytest.mark.parametrize("language", [language.value for language in Language])
PURCHASE: dict[str, Any] = {
    "format": "kravkompass-purchase",
    "version": 1,
    "country": "se",
    "title": "Frukt till skolan",
    "product-groups": ["fruit-vegetables"],
    "answers": {"value": 3200000, "children": "yes", "contract-start": "2027-03-01", "contract-months": 24},
}


def written(folder: Path, **changes: Any) -> Path:  # noqa: ANN401 - whatever may stand in a file
    """A purchase file with changes; None leaves a field out."""
    whole = {**PURCHASE, **{name.replace("_", "-"): value for name, value in changes.items()}}
    file = folder / "purchase.json"
    file.write_text(json.dumps({name: value for name, value in whole.items() if value is not None}), encoding="utf-8")
    return file


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


# ---- what works ----------------------------------------------------------------------------------------------------------------


@EVERY_LANGUAGE
def test_an_example_becomes_two_documents_in_the_language_asked_for(run: Run, tmp_path: Path, language: str) -> None:
    said = run("example", "lillestrom-workwear", "--out", tmp_path / "out", "--language", language)
    assert (said.status, said.err) == (0, "")
    names = files(tmp_path / "out")
    assert [Path(line).name for line in sorted(said.out.splitlines(), key=lambda line: Path(line).name)] == names
    assert len(names) == 2
    assert all(name.endswith(f"-{language}.pdf") for name in names)
    assert all((tmp_path / "out" / name).read_bytes().startswith(b"%PDF-") for name in names)


def test_any_document_can_be_had_in_two_languages(run: Run, tmp_path: Path) -> None:
    said = run("export", written(tmp_path), "--out", tmp_path / "out", "--language", "sv", "--beside", "nn", "--document", "self-report")
    assert (said.status, files(tmp_path / "out")) == (0, ["frukt-till-skolan-egenrapport-sv-nn.pdf"])
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "out" / "frukt-till-skolan-egenrapport-sv-nn.pdf").pages)
    assert "Två språk" in text
    assert "To språk" in text


def test_drafts_and_the_older_archival_standard_can_be_asked_for(run: Run, tmp_path: Path) -> None:
    assert run("export", written(tmp_path), "--out", tmp_path / "new", "--draft", "--archive", "1a", "--language", "sv").status == 0
    assert run("export", written(tmp_path), "--out", tmp_path / "usual", "--language", "sv").status == 0
    for name in files(tmp_path / "new"):
        older, usual = (PdfReader(tmp_path / folder / name) for folder in ("new", "usual"))
        assert (older.pdf_header, usual.pdf_header) == ("%PDF-1.4", "%PDF-1.7")
        assert all("UTKAST" in page.extract_text() for page in older.pages)
        assert not any("UTKAST" in page.extract_text() for page in usual.pages)


def test_all_examples_are_written_each_in_the_language_of_its_country(run: Run, tmp_path: Path) -> None:
    assert run("example", "--all", "--out", tmp_path).status == 0
    assert sorted(name[-6:-4] for name in files(tmp_path)) == ["nb", "nb", "sv", "sv", "sv", "sv"]


def test_a_purchase_file_becomes_documents_and_the_same_again_replaces_them(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path)
    for _ in range(2):
        assert run("export", file, "--out", tmp_path / "out", "--format", "pdf").status == 0
    assert files(tmp_path / "out") == ["frukt-till-skolan-kravlista-sv.pdf", "frukt-till-skolan-uppfoljningsplan-sv.pdf"]


def test_one_document_may_be_asked_for(run: Run, tmp_path: Path) -> None:
    assert run("export", written(tmp_path), "--out", tmp_path / "out", "--document", "requirement-list").status == 0
    assert files(tmp_path / "out") == ["frukt-till-skolan-kravlista-sv.pdf"]


def test_codes_stand_in_for_product_groups(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path, product_groups=None, cpv_codes=["03222111-4"])
    assert run("export", file, "--out", tmp_path / "out").status == 0


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"value": "unknown", "contract-start": "", "contract-months": "unknown"},
        {"children": "unknown"},
        {"procedure": "unknown"},
        {"a-question-of-another-catalog": "yes"},
    ],
)
def test_answers_may_be_left_open(run: Run, tmp_path: Path, answers: dict[str, object]) -> None:
    file = written(tmp_path, answers=answers)
    assert run("export", file, "--out", tmp_path / "out", "--document", "followup-plan").status == 0


# ---- what is wrong with the file -----------------------------------------------------------------------------------------------


def _nothing(_: Path) -> None:
    """No file is written."""


def _folder(file: Path) -> None:
    file.mkdir()


def _content(content: str) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        file.write_text(content, encoding="utf-8")

    return write


BROKEN: dict[str, Callable[[Path], None]] = {
    "missing": _nothing,
    "a folder": _folder,
    "empty": _content(""),
    "half": _content('{"format": "kravkompass-purchase", "version": 1, "country"'),
    "foreign": _content('{"name": "something else"}'),
    "a list": _content("[1, 2]"),
    "not JSON": _content("%PDF-1.7"),
    "newer": _content('{"format": "kravkompass-purchase", "version": 99}'),
    "of another country": _content('{"format": "kravkompass-purchase", "version": 1, "country": "dk", "title": "x"}'),
    "without a title": _content('{"format": "kravkompass-purchase", "version": 1, "country": "se"}'),
}


@EVERY_LANGUAGE
@pytest.mark.parametrize("broken", BROKEN)
def test_a_file_that_is_no_purchase_is_told_and_nothing_is_written(
    refused: Refused, tmp_path: Path, broken: str, language: str
) -> None:
    file = tmp_path / "purchase.json"
    BROKEN[broken](file)
    sentence = refused("export", file, "--out", tmp_path / "out", "--language", language)
    assert str(file) in sentence
    assert not (tmp_path / "out").exists()


def test_the_sentence_is_in_the_language_asked_for(refused: Refused, tmp_path: Path) -> None:
    words = ("export", tmp_path / "purchase.json", "--out", tmp_path, "--language")
    sentences = {refused(*words, language.value) for language in Language}
    assert len(sentences) == len(Language)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"product_groups": ["fruit-vegetables", "gone"]}, "gone"),
        ({"decisions": [{"requirement": "SE-GONE-01", "revision": 1, "verdict": "chosen"}]}, "SE-GONE-01"),
        ({"answers": {"value": "mycket"}}, "answers.value"),
        ({"answers": {"value": -1}}, "answers.value"),
        ({"answers": {"contract-months": ["24"]}}, "answers.contract-months"),
        ({"answers": {"contract-start": "snart"}}, "answers.contract-start"),
        ({"answers": {"announced": "2026-02-30"}}, "answers.announced"),
        ({"answers": {"announced": 2026}}, "answers.announced"),
        ({"answers": {"children": "ja"}}, "answers.children"),
        ({"answers": {"children": True}}, "answers.children"),
        ({"answers": {"children": ["yes", "maybe"]}}, "maybe"),
        ({"answers": {"procedure": "open"}}, "answers.procedure"),
        ({"titel": "x"}, "titel"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_written(
    refused: Refused, tmp_path: Path, changes: dict[str, Any], named: str
) -> None:
    assert named in refused("export", written(tmp_path, **changes), "--out", tmp_path / "out", "--language", "sv")
    assert not (tmp_path / "out").exists()


# ---- what is wrong with the folder ---------------------------------------------------------------------------------------------


@EVERY_LANGUAGE
def test_a_file_in_the_way_of_the_folder_is_told(refused: Refused, tmp_path: Path, language: str) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    for inside in ("out", "out/deeper"):
        assert "out" in refused("example", "kalmar-fruit", "--out", tmp_path / inside, "--language", language)
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(("number", "named"), [(28, "disk"), (122, "disk"), (13, "Skriv"), (30, "Skriv"), (5, "Skriv")])
def test_a_disk_that_takes_no_more_is_told_and_nothing_half_is_left(
    refused: Refused, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, named: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    old = out / "frukt-till-skolan-kravlista-sv.pdf"
    old.write_bytes(b"the old one")

    def fails(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr("os.fsync", fails)
    sentence = refused("export", written(tmp_path), "--out", out, "--language", "sv")
    assert str(old) in sentence
    assert (named == "disk") == ("plats" in sentence), sentence
    assert files(out) == [old.name]
    assert old.read_bytes() == b"the old one"


# ---- names ---------------------------------------------------------------------------------------------------------------------


@EVERY_LANGUAGE
def test_an_unknown_example_is_told_with_those_there_are(refused: Refused, tmp_path: Path, language: str) -> None:
    sentence = refused("example", "umea", "--out", tmp_path, "--language", language)
    assert "umea" in sentence
    assert all(one.name in sentence for one in EXAMPLES)
    assert files(tmp_path) == []


def test_a_profile_and_a_logo_can_be_named(run: Run, tmp_path: Path) -> None:
    profile, logo = tmp_path / "profil.json", tmp_path / "vapen.png"
    profile.write_text('{"format": "kravkompass-profile", "version": 1, "names": "Prov", "hours": 10}', encoding="utf-8")
    Image.new("RGB", (40, 40), "teal").save(logo)
    said = run("example", "kalmar-fruit", "--out", str(tmp_path / "ut"), "--profile", str(profile), "--logo", str(logo))
    assert (said.status, said.err) == (0, "")
    refused = run("example", "kalmar-fruit", "--out", str(tmp_path / "ut"), "--logo", str(profile), "--language", "sv")
    assert (refused.status, refused.out) == (2, "")
    assert "PNG" in refused.err
