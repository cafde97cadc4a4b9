"""Exporting: names that every system takes, documents whole or not at all."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.real import catalog
from tests.guidance.made import TODAY

from kravkompass.catalog.terms import Country
from kravkompass.errors import DiskFullError, FolderMissingError, NotWritableError, UnknownGroupError, UnknownRequirementError
from kravkompass.guidance.purchase import Decision, Purchase, Verdict
from kravkompass.language import Language
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.screens.document_kinds import FILE_WORDS, NAMES
from kravkompass.screens.export import (
    PART,
    STANDARD,
    DocumentKind,
    Wish,
    check_known,
    contract_language,
    export,
    file_name,
    own_language,
)
from kravkompass.screens.export_formats import Format

LIST, PLAN = STANDARD
SV, NB, NN = Language.SWEDISH, Language.BOKMAL, Language.NYNORSK
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


# ---- names ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "kind", "language", "name"),
    [
        ("Frukt och grönt till förskolor", LIST, SV, "frukt-och-gront-till-forskolor-kravlista-sv.pdf"),
        ("Arbeidstøy og renholdstjenester", PLAN, NB, "arbeidstoy-og-renholdstjenester-oppfolgingsplan-nb.pdf"),
        ("Læremiddel på nynorsk", LIST, NN, "laeremiddel-pa-nynorsk-kravliste-nn.pdf"),
        ("Fo\N{COMBINING DIAERESIS}rskola, café & ÅÄÖ", LIST, SV, "forskola-cafe-aao-kravlista-sv.pdf"),
        ("", LIST, SV, "kravkompass-kravlista-sv.pdf"),
        ("  ///\\\\..  ", PLAN, SV, "kravkompass-uppfoljningsplan-sv.pdf"),
        ("食品", LIST, SV, "kravkompass-kravlista-sv.pdf"),
        ("CON", LIST, SV, "con-kravlista-sv.pdf"),
        ("../../etc/passwd", LIST, SV, "etc-passwd-kravlista-sv.pdf"),
    ],
)
def test_a_file_is_named_by_title_document_and_language(title: str, kind: DocumentKind, language: Language, name: str) -> None:
    assert file_name(title, kind, language) == name


@given(st.text(max_size=400), st.sampled_from(DocumentKind), st.sampled_from(Language))
def test_every_system_takes_the_name(title: str, kind: DocumentKind, language: Language) -> None:
    name = file_name(title, kind, language)
    assert re.fullmatch(r"[a-z0-9](-?[a-z0-9]+)*\.pdf", name)
    assert len(name) <= 120
    assert name.partition(".")[0] not in RESERVED
    assert file_name(title, kind, language) == name


def test_long_titles_that_begin_alike_have_names_of_their_own() -> None:
    title = "Ramavtal för mindre byggtjänster, reparationer och underhåll i kommunens lokaler, delområde "
    names = {file_name(f"{title}{number}", LIST, SV) for number in range(20)}
    assert len(names) == 20
    assert all(len(name) < 100 for name in names)


def test_the_same_title_has_the_same_name_and_every_document_and_language_its_own() -> None:
    assert file_name("Frukt", LIST, SV) == file_name("Frukt", LIST, SV)
    names = {file_name("Frukt", kind, language) for kind in DocumentKind for language in Language}
    assert len(names) == len(DocumentKind) * len(Language)


def test_every_document_has_a_name_and_a_word_for_its_file() -> None:
    assert NAMES.keys() == FILE_WORDS.keys() == set(DocumentKind)
    assert all(words.keys() == {language.value for language in Language} for words in FILE_WORDS.values())


def test_the_language_of_the_contract_follows_the_country() -> None:
    assert (own_language(Country.SWEDEN), own_language(Country.NORWAY)) == (SV, NB)


# ---- what is known -------------------------------------------------------------------------------------------------------------


def test_what_the_catalog_does_not_have_is_told() -> None:
    bought = Purchase("", Country.SWEDEN, "Köp", groups=("fruit-vegetables",))
    assert check_known(bought, catalog()) == bought
    with pytest.raises(UnknownGroupError):
        check_known(replace(bought, groups=("fruit-vegetables", "gone")), catalog())
    with pytest.raises(UnknownRequirementError):
        check_known(replace(bought, decisions={"SE-NO-1": Decision("SE-NO-1", 1, Verdict.CHOSEN)}), catalog())


def test_codes_stand_in_for_groups() -> None:
    coded = check_known(Purchase("", Country.SWEDEN, "Köp", cpv=("03222111-4",)), catalog())
    assert "fruit-vegetables" in coded.groups
    both = Purchase("", Country.SWEDEN, "Köp", groups=("paper",), cpv=("03222111-4",))
    assert check_known(both, catalog()).groups == ("paper",)
    assert check_known(Purchase("", Country.SWEDEN, "Köp"), catalog()).groups == ()


# ---- writing -------------------------------------------------------------------------------------------------------------------

FRUIT = EXAMPLES[0]


def test_both_documents_are_written_and_every_step_is_told(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    written = export(FRUIT.purchase(), catalog(), TODAY, tmp_path / "new" / "out", told=lambda done, of: steps.append((done, of)))
    assert [one.kind for one in written] == [LIST, PLAN]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == ((0, 2 * PART), (2 * PART, 2 * PART))
    assert len(set(steps)) > 20
    for one in written:
        assert one.file.parent == tmp_path / "new" / "out"
        assert one.file.read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in (tmp_path / "new" / "out").iterdir()) == sorted(one.file.name for one in written)


def test_the_language_of_the_documents_is_chosen_or_the_countrys(tmp_path: Path) -> None:
    (own,) = export(FRUIT.purchase(), catalog(), TODAY, tmp_path, Wish(kinds=(LIST,)))
    (chosen,) = export(FRUIT.purchase(), catalog(), TODAY, tmp_path, Wish(kinds=(LIST,), language=NN))
    assert (own.file.stem[-2:], chosen.file.stem[-2:]) == ("sv", "nn")


def test_two_languages_stand_in_one_file_but_what_is_read_back_is_in_one(tmp_path: Path) -> None:
    wish = Wish(kinds=(LIST, PLAN), formats=tuple(Format), language=SV, beside=NB)
    written = [one.file for one in export(FRUIT.purchase(), catalog(), TODAY, tmp_path, wish)]
    ends = {(path.suffix, path.stem.removeprefix("frukt-och-gront-till-forskolor-").partition("-")[2]) for path in written}
    assert ends == {(".pdf", "sv-nb"), (".docx", "sv-nb"), (".xlsx", "sv"), (".ics", "sv")}
    for path in written:
        if path.suffix == ".docx":
            words = zipfile.ZipFile(path).read("word/document.xml").decode()
            assert 'w:lang w:val="nb-NO"' in words
            assert "Bokmål" in words


def test_the_same_language_beside_itself_is_one(tmp_path: Path) -> None:
    (alone,) = export(FRUIT.purchase(), catalog(), TODAY, tmp_path / "a", Wish(kinds=(LIST,), language=SV))
    (twice,) = export(FRUIT.purchase(), catalog(), TODAY, tmp_path / "b", Wish(kinds=(LIST,), language=SV, beside=SV))
    assert (alone.file.name, alone.file.read_bytes()) == (twice.file.name, twice.file.read_bytes())


def test_nothing_asked_for_nothing_written(tmp_path: Path) -> None:
    assert export(FRUIT.purchase(), catalog(), TODAY, tmp_path, Wish(kinds=())) == ()
    assert not list(tmp_path.iterdir())


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("not a folder", encoding="utf-8")
    with pytest.raises(FolderMissingError):
        export(FRUIT.purchase(), catalog(), TODAY, tmp_path / "out", Wish(kinds=(LIST,)))
    assert (tmp_path / "out").read_text(encoding="utf-8") == "not a folder"


def test_a_folder_in_the_way_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / file_name(FRUIT.title, LIST, SV)).mkdir()
    with pytest.raises(NotWritableError):
        export(FRUIT.purchase(), catalog(), TODAY, tmp_path, Wish(kinds=(LIST,)))
    assert [path.name for path in tmp_path.iterdir()] == [file_name(FRUIT.title, LIST, SV)]


def test_when_the_disk_is_full_the_old_document_stays_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / file_name(FRUIT.title, LIST, SV)
    old.write_bytes(b"the old one")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFullError):
        export(FRUIT.purchase(), catalog(), TODAY, tmp_path, Wish(kinds=(LIST,)))
    assert old.read_bytes() == b"the old one"
    assert [path.name for path in tmp_path.iterdir()] == [old.name]


def test_only_what_was_decided_is_written_when_all_is_decided(tmp_path: Path) -> None:
    purchase = replace(FRUIT.purchase(), decisions={})
    (proposed,) = export(purchase, catalog(), TODAY, tmp_path / "a", Wish(kinds=(LIST,)))
    (decided,) = export(purchase, catalog(), TODAY, tmp_path / "b", Wish(kinds=(LIST,), decided=True))
    assert decided.file.stat().st_size < proposed.file.stat().st_size


@pytest.mark.parametrize(
    ("country", "spoken", "proposed"),
    [
        (Country.NORWAY, Language.NYNORSK, Language.NYNORSK),
        (Country.NORWAY, Language.SWEDISH, Language.BOKMAL),
        (Country.SWEDEN, Language.NYNORSK, Language.SWEDISH),
    ],
)
def test_a_contract_is_proposed_in_the_buyers_language_where_it_is_the_countrys(
    country: Country, spoken: Language, proposed: Language
) -> None:
    assert contract_language(country, spoken) is proposed
