"""The municipalities of both countries: whole, right where they are known by heart, and found as people write."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.catalog.real import catalog

from kravkompass.catalog.entries import Problem
from kravkompass.catalog.municipalities import Basis, LanguageForm, Municipality, find, read_municipalities
from kravkompass.catalog.terms import Country


def _one(number: str, country: Country) -> Municipality:
    return next(one for one in catalog().municipalities if (one.number, one.country) == (number, country))


def test_every_municipality_and_county_is_there() -> None:
    assert Counter(one.country for one in catalog().municipalities) == {Country.SWEDEN: 290, Country.NORWAY: 357}
    counties = {(one.country, one.county) for one in catalog().municipalities}
    assert Counter(country for country, _ in counties) == {Country.SWEDEN: 21, Country.NORWAY: 15}


def test_a_few_that_are_known() -> None:
    kalmar = _one("0880", Country.SWEDEN)
    assert (kalmar.organisation, kalmar.county, kalmar.form) == ("Kalmar kommun", "Kalmar län", None)
    lillestrom = _one("3205", Country.NORWAY)
    assert (lillestrom.organisation, lillestrom.county) == ("Lillestrøm kommune", "Akershus")
    assert _one("0980", Country.SWEDEN).organisation == "Region Gotland"
    assert _one("5610", Country.NORWAY).also == ("Kárášjohka",)


def test_names_are_told_apart_but_not_in_the_authority() -> None:
    names = Counter((one.country, one.name) for one in catalog().municipalities)
    assert not [name for name, times in names.items() if times > 1]
    assert [one.organisation for one in catalog().municipalities if one.name.startswith("Våler (")] == ["Våler kommune"] * 2


def test_no_organisation_number_stands_for_two() -> None:
    numbers = Counter(one.organisation_number for one in catalog().municipalities if one.organisation_number)
    assert not [number for number, times in numbers.items() if times > 1]
    assert numbers.total() > 600


def test_only_norwegian_ones_have_a_hint_of_language_and_always_with_its_basis() -> None:
    hinted = [one for one in catalog().municipalities if one.form]
    assert {one.country for one in hinted} == {Country.NORWAY}
    assert all(one.basis for one in hinted)
    assert {one.form for one in hinted} == set(LanguageForm)
    assert {one.basis for one in hinted} == set(Basis)


@pytest.mark.parametrize(
    ("written", "organisation"),
    [
        ("kalm", "Kalmar kommun"),
        ("Lillestrom", "Lillestrøm kommune"),
        ("lillestrøm kommune", "Lillestrøm kommune"),
        ("Österåkers", "Österåkers kommun"),
        ("østersund", "Östersunds kommun"),
        ("karasjohka", "Karasjok kommune"),
        ("Sandnes", "Sandnes kommune"),
        ("Kalmra", "Kalmar kommun"),
        ("Karlstda", "Karlstads kommun"),
    ],
)
def test_the_one_meant_comes_first(written: str, organisation: str) -> None:
    assert find(written, catalog().municipalities)[0].organisation == organisation


def test_nothing_is_found_for_nothing_or_nonsense() -> None:
    assert find("  ", catalog().municipalities) == ()
    assert find("qqqqqqqq", catalog().municipalities) == ()


def test_faults_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "municipalities.yaml"
    path.write_text(
        '- country: se\n  county: Kalmar län\n  number: "08"\n  municipalities:\n'
        '    - {number: "0880", name: Kalmar, organisation-number: 212000-0747}\n'
        '    - {number: "0980", name: Gotland, form: nn}\n',
        encoding="utf-8",
    )
    problems: list[Problem] = []
    read_municipalities(path, problems)
    assert [(one.line, one.message.split(",")[0]) for one in problems] == [
        (5, "“212000-0747” is not an organisation number of that country"),
        (6, "a language form needs its basis"),
        (6, "the number of Gotland should be four figures"),
    ]
