"""The commands that list things."""

from __future__ import annotations

import pytest
from tests.catalog.real import catalog
from tests.command_line.conftest import Run

from kravkompass.catalog.terms import Country
from kravkompass.language import Language

# ---- suggest -------------------------------------------------------------------------------------------------------------------


def test_suggestions_are_listed_best_first(run: Run) -> None:
    said = run("suggest", "bananer till förskolan", "--language", "sv")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[0].startswith("fruit-vegetables  ")


def test_suggestions_as_json(run: Run) -> None:
    found = run("suggest", "bananer till förskolan", "--country", "se", "--json").json
    assert found[0].keys() == {"group", "name", "score", "why"}
    assert found[0]["group"] == "fruit-vegetables"
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)
    assert found[0]["why"]


@pytest.mark.parametrize("codes", [["03222111"], ["03222111-4"], ["15300000", "03222111"]])
def test_suggestions_by_code_alone(run: Run, codes: list[str]) -> None:
    words = [word for code in codes for word in ("--cpv", code)]
    assert run("suggest", "", *words, "--json").json[0]["group"] == "fruit-vegetables"


@pytest.mark.parametrize("language", Language)
def test_groups_are_named_in_the_language_asked_for(run: Run, language: Language) -> None:
    found = run("suggest", "renhold", "--language", language.value, "--json").json
    assert all(one["name"] == catalog().groups[one["group"]].names[language.value] for one in found)


def test_what_finds_nothing_says_so_in_words_and_is_empty_in_json(run: Run) -> None:
    said = run("search", "xyzzyqwv", "--language", "nb")
    assert (said.status, len(said.out.splitlines())) == (0, 1)
    assert run("suggest", "xyzzyqwv", "--json").json == []


# ---- search --------------------------------------------------------------------------------------------------------------------


def test_search_lists_requirements_of_the_country_in_the_language(run: Run) -> None:
    found = run("search", "barnarbete", "--country", "no", "--language", "nn", "--json").json
    assert found
    assert found[0].keys() == {"id", "title", "score", "why"}
    for one in found:
        requirement = catalog().requirement(one["id"])
        assert requirement.country is Country.NORWAY
        assert one["title"] == requirement.texts["nn"].title


def test_search_in_words_begins_with_the_id(run: Run) -> None:
    first = run("search", "SE-FOOD", "--language", "sv").out.splitlines()
    assert first
    assert all(line.split()[0] in {one.id for one in catalog().requirements()} for line in first)


# ---- catalog -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("country", [None, *Country])
def test_the_catalog_is_listed_whole_or_by_country(run: Run, country: Country | None) -> None:
    words = ["--country", country.value] if country else []
    rows = run("catalog", "list", *words, "--json").json
    assert [row["id"] for row in rows] == [one.id for one in catalog().requirements(country)]
    assert rows[0].keys() == {"id", "country", "kind", "level", "theme", "title"}
    assert len(run("catalog", "list", *words).out.splitlines()) == len(rows)


@pytest.mark.parametrize("language", Language)
def test_a_requirement_is_shown_whole(run: Run, language: Language) -> None:
    one = catalog().requirements(Country.NORWAY)[0]
    texts = one.texts[language.value]
    shown = run("catalog", "show", one.id, "--language", language.value).out
    for part in (texts.title, texts.demand, texts.why, texts.evidence, texts.follow_up, texts.question, one.id):
        assert part in shown
    for name in one.sources:
        source = catalog().source(one.country, name)
        assert source is not None
        assert source.title in shown


def test_a_requirement_is_shown_as_json_the_same_every_time(run: Run) -> None:
    one = catalog().requirements(Country.SWEDEN)[0]
    first = run("catalog", "show", one.id, "--json")
    assert first.json["id"] == one.id
    assert first.json["texts"]["sv"]["demand"] == one.texts["sv"].demand
    assert first.json["groups"] == sorted(one.groups)
    assert run("catalog", "show", one.id, "--json") == first


def test_a_requirement_is_shown_in_the_language_that_stands_in(run: Run) -> None:
    one = catalog().requirements(Country.SWEDEN)[0]
    assert one.texts["nb"].title in run("catalog", "show", one.id, "--language", "nn").out


def test_the_catalog_is_checked_at_once(run: Run) -> None:
    listed = run("catalog", "check", "--json")
    assert listed.status == (1 if listed.json else 0)
    assert all(one.keys() == {"file", "line", "message"} for one in listed.json)
    lines = run("catalog", "check").out.splitlines()
    assert len(lines) == len(listed.json) + 1
    assert lines[-1] == f"{len(catalog().requirements())} requirements, {len(listed.json)} problems"


def test_the_counts_add_up(run: Run) -> None:
    counts = run("catalog", "stats", "--json").json
    whole = counts.pop("all")["requirements"]
    assert whole == len(catalog().requirements())
    counts.pop("language")
    for way, numbers in counts.items():
        assert sum(numbers.values()) == whole, way
    assert run("catalog", "stats", "--country", "se", "--json").json["country"] == {
        "se": len(catalog().requirements(Country.SWEDEN))
    }
    assert str(whole) in run("catalog", "stats").out


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", ["abc", "1", "123456789", "03222111-44"])
def test_what_is_no_cpv_code_is_told(run: Run, language: Language, code: str) -> None:
    said = run("suggest", "frukt", "--cpv", code, "--language", language.value)
    assert (said.status, said.out) == (2, "")
    assert f"{code}" in said.err
    assert "03222110" in said.err


def test_a_reason_shows_no_word_of_another_language() -> None:
    from kravkompass.catalog.search_match import Match

    match = Match("reinhold", "reinhald", frozenset({"nn"}))
    assert (match.said("nn"), match.said("nb"), match.said("sv")) == ("reinhold → reinhald", "reinhold", "reinhold")
    assert Match("bananer", "banan").said("nb") == "bananer → banan"
