"""How well countries are governed, and which goods are known from which countries."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.catalog.real import catalog

from kravkompass.catalog.country_risk import CountryRisk, read_countries
from kravkompass.catalog.entries import Problem
from kravkompass.catalog.goods import Abuse, read_goods
from kravkompass.catalog.terms import RiskLevel
from kravkompass.language import Language
from kravkompass.language.countries import country_name, country_names


def test_every_country_has_its_year_and_publisher() -> None:
    countries = catalog().countries
    assert len(countries) == 213
    assert {(one.publisher, one.year) for one in countries.values()} == {("World Bank", "2020")}
    assert Counter(one.level for one in countries.values()) == {RiskLevel.LOW: 85, RiskLevel.MEDIUM: 69, RiskLevel.HIGH: 59}
    known = {code: countries[code].level.value for code in ("SE", "NO", "CN", "BD", "EC", "CD")}
    assert known == {"SE": "low", "NO": "low", "CN": "medium", "BD": "high", "EC": "medium", "CD": "high"}


def test_the_limits_lie_where_they_should() -> None:
    levels = [CountryRisk("XX", percentile, "P", "2020").level for percentile in (60.1, 60.0, 30.0, 29.9)]
    assert levels == [RiskLevel.LOW, RiskLevel.MEDIUM, RiskLevel.MEDIUM, RiskLevel.HIGH]


def test_every_country_has_a_name_in_every_language() -> None:
    for language in Language:
        assert not [code for code in catalog().countries if country_name(code, language) == code]
        assert country_names(catalog().countries, language)[0][0] == "AF"
    assert country_name("CD", Language.BOKMAL) == "Kongo-Kinshasa"
    assert country_name("NO", Language.NYNORSK) == "Noreg"


def test_goods_stand_in_all_languages_with_groups_and_countries_that_are_known() -> None:
    goods = {good.id: good for good in catalog().goods}
    assert len(goods) > 110
    assert {(good.publisher, good.year) for good in goods.values()} == {("US Department of Labor", "2022")}
    assert not [good.id for good in goods.values() if set(good.groups) - catalog().groups.keys()]
    assert not [good.id for good in goods.values() if (good.child | good.forced | good.inputs) - catalog().countries.keys()]
    assert goods["bananas"].child == {"BZ", "BR", "EC", "NI", "PH"}
    assert goods["rubber-gloves"].found_in("MY") is Abuse.FORCED
    assert goods["cotton"].found_in("CN") is Abuse.BOTH
    assert goods["palm-oil"].found_in("ID") is Abuse.INPUTS
    assert goods["cotton"].found_in("SE") is None


def test_faults_are_told_with_their_line(tmp_path: Path) -> None:
    problems: list[Problem] = []
    countries = tmp_path / "countries.yaml"
    countries.write_text(
        "- publisher: P\n  title: T\n  year: '2020'\n  licence: L\n  percentiles:\n    SWE: 90.0\n    NO: 970.6\n",
        encoding="utf-8",
    )
    assert read_countries(countries, problems) == {}
    goods = tmp_path / "goods.yaml"
    goods.write_text(
        "- publisher: P\n  title: T\n  year: '2022'\n  goods:\n    - id: tea\n      name: {sv: Te, nb: Te, nn: Te}\n"
        "      groups: [tea]\n      child: [Kenya]\n",
        encoding="utf-8",
    )
    read_goods(goods, problems, frozenset({"fruit"}))
    assert [(one.file, one.line) for one in problems] == [
        ("countries.yaml", 6),
        ("countries.yaml", 7),
        ("goods.yaml", 8),
        ("goods.yaml", 7),
    ]
