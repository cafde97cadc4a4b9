"""A catalog folder is read into values, with all its faults and their lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.catalog.small import FILE, SOURCE, norwegian, put, requirement, texts, write

from kravkompass.catalog.condition import ALWAYS, FactIs
from kravkompass.catalog.entries import Problem
from kravkompass.catalog.reading import Reading, read_catalog
from kravkompass.catalog.requirement import Codes, FollowUp, Origin, Parameter, Relations
from kravkompass.catalog.terms import (
    Confidence,
    Country,
    Effort,
    Interval,
    Kind,
    Level,
    Method,
    ParameterType,
    Place,
    Priority,
    PurchaseType,
    Severity,
    Stage,
    Theme,
    Who,
)

EVERYTHING: dict[str, Any] = {
    "when": {"fact": "children", "is": ["yes"]},
    "parameters": {
        "share": {"type": "percent", "default": 30, "min": 0, "max": 100, "label": {"sv": "Andel", "nb": "Andel"}},
        "dose": {"type": "number", "unit": "mg/kg", "min": 0.5, "max": 2},
    },
    "labels": ["msc"],
    "relations": {
        "replaces": ["SE-A-01"],
        "adds-to": ["SE-A-02"],
        "exceeds": ["SE-A-03"],
        "excludes": ["SE-A-04"],
        "repeat-as": ["SE-A-05"],
    },
    "codes": {
        "env": ["circ-econ"],
        "soc": ["hum-right"],
        "inn": ["other"],
        "acc": ["inc"],
        "gpp": "eu",
        "sdg": [8, 12],
        "env-goals": [4],
    },
    "national_id": "10397:2",
    "origin": {"from": "eu", "via": "EU GPP"},
    "statutory": True,
    "common_practice": True,
    "duty": "se-labour-terms",
    "retired": True,
    "replaced_by": "SE-A-06",
}


def read(tmp_path: Path, *requirements: dict[str, Any]) -> Reading:
    write(tmp_path)
    put(tmp_path, FILE, list(requirements))
    return read_catalog(tmp_path)


def test_every_field_of_a_requirement_is_read(tmp_path: Path) -> None:
    reading = read(tmp_path, requirement(**EVERYTHING))
    assert not reading.problems
    (one,) = reading.requirements
    assert (one.id, one.revision, one.country, one.area, one.feature) == ("SE-FOOD-01", 1, Country.SWEDEN, "food", "fish-stocks")
    assert (one.kind, one.level, one.priority, one.theme) == (Kind.CONTRACT, Level.BASE, Priority.CORE, Theme.ENVIRONMENT)
    assert (one.groups, one.place) == (frozenset({"fish"}), frozenset({Place.CONTRACT}))
    assert (one.sources, one.labels) == (("k10",), ("msc",))
    assert one.confidence is Confidence.HIGH
    assert one.when == FactIs("children", frozenset({"yes"}))
    assert one.parameter("share") == Parameter("share", ParameterType.PERCENT, 30, 0, 100, "", {"sv": "Andel", "nb": "Andel"})
    assert one.parameter("dose") == Parameter("dose", ParameterType.NUMBER, None, 0.5, 2, "mg/kg")
    assert one.parameter("unknown") is None
    assert one.relations == Relations(("SE-A-01",), ("SE-A-02",), ("SE-A-03",), ("SE-A-04",), ("SE-A-05",))
    env, soc, inn, acc = (frozenset({name}) for name in ("circ-econ", "hum-right", "other", "inc"))
    assert one.codes == Codes(env, soc, inn, acc, "eu", frozenset({8, 12}), frozenset({4}))
    assert (one.national_id, one.origin, one.duty) == ("10397:2", Origin("eu", "EU GPP"), "se-labour-terms")
    assert (one.statutory, one.common_practice, one.retired, one.replaced_by) == (True, True, True, "SE-A-06")
    follow_up = FollowUp(Stage.DURING, Method.SPOT_CHECK, Interval.YEARLY, Who.BUYER, 30, Effort.LOW, Severity.ORDINARY)
    assert one.follow_up == follow_up
    assert one.texts["sv"].not_met == "Fisken not-met."
    assert one.texts["nb"].follow_up == "Fisk på norsk follow-up."


def test_what_is_left_out_has_its_usual_value(tmp_path: Path) -> None:
    (one,) = read(tmp_path, requirement()).requirements
    assert (one.when, one.parameters, one.relations, one.codes, one.origin) == (ALWAYS, (), Relations(), Codes(), None)
    flags = (one.statutory, one.common_practice, one.retired, one.replaced_by, one.duty, one.national_id)
    assert flags == (False, False, False, "", "", "")


def test_the_folder_says_country_and_area(tmp_path: Path) -> None:
    write(tmp_path)
    put(tmp_path, "no/care/x.yaml", [norwegian(id="NO-HEL-01")])
    (one,) = read_catalog(tmp_path).requirements
    assert (one.country, one.area) == (Country.NORWAY, "care")


def test_the_lists_around_are_read(tmp_path: Path) -> None:
    reading = read_catalog(write(tmp_path))
    assert not reading.problems
    area, group = reading.groups
    assert (area.id, area.area, group.area, group.asks, group.type) == ("food", "", "food", ("children",), PurchaseType.GOODS)
    (question,) = reading.questions
    assert (question.countries, question.always, question.when) == (frozenset(Country), False, ALWAYS)
    assert reading.labels[0].names == {"sv": "MSC", "nb": "MSC", "nn": "MSC"}
    assert reading.sources[Country.SWEDEN]["k10"].publisher == "Myndigheten"
    assert list(reading.sources[Country.NORWAY]) == ["n1"]


def test_an_empty_folder_is_an_empty_catalog(tmp_path: Path) -> None:
    reading = read_catalog(tmp_path)
    assert [reading.requirements, reading.groups, reading.problems] == [[], [], []]
    assert not reading.published


def test_every_thing_remembers_its_line(tmp_path: Path) -> None:
    reading = read(tmp_path, requirement(), requirement(id="SE-FOOD-02"))
    assert reading.lines["SE-FOOD-01"] == (FILE, 2)
    assert reading.lines["SE-FOOD-02"][1] > 2
    assert reading.lines["product_groups/food"] == ("product_groups.yaml", 2)
    assert reading.lines["se/sources/k10"] == ("se/sources.yaml", 2)
    reading.problem("SE-FOOD-01", "is odd")
    assert str(reading.problems[0]) == f"{FILE}:2: SE-FOOD-01: is odd"


def test_an_id_used_twice_is_told_and_the_first_one_holds(tmp_path: Path) -> None:
    reading = read(tmp_path, requirement(), requirement(texts={"sv": texts("Andra"), "nb": texts("Andre")}))
    assert [problem.message for problem in reading.problems] == ["the id SE-FOOD-01 is used twice"]
    assert [one.texts["sv"].title for one in reading.requirements] == ["Fisken title."]


@pytest.mark.parametrize("name", ["product_groups", "questions", "labels", "se__sources"])
def test_an_id_used_twice_in_a_list_is_told(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path)
    file = folder / (name.replace("__", "/") + ".yaml")
    whole = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*whole, *whole[1:], ""]), encoding="utf-8")
    problems = read_catalog(folder).problems
    assert problems
    assert all("is used twice" in problem.message and problem.line >= len(whole) for problem in problems)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"revision": None}, "“revision” is missing"),
        ({"revision": "one"}, "“revision” should be a whole number"),
        ({"kind": "contract"}, "“kind” cannot be “contract”; choose one of: qualification-requirement, technical-specification,"),
        ({"kind": None}, "“kind” is missing"),
        ({"theme": ["climate"]}, "“theme” should be text"),
        ({"place": ["contract", "annex"]}, "“place” cannot be “annex”; choose among: qualification, specification, award"),
        ({"groups": {"fish": 1}}, "“groups” should be a list"),
        ({"statutory": "yes"}, "“statutory” should be true or false"),
        ({"texts": None}, "“texts” is missing"),
        ({"texts": "Fisk"}, "expected fields (name: value) here"),
        ({"follow_up": None}, "“follow-up” is missing"),
        ({"titel": "x"}, "unknown field “titel”"),
        ({"codes": {"sdg": ["twelve"]}}, "“sdg” should be whole numbers, not twelve"),
        ({"codes": {"un": [1]}}, "unknown field “un”"),
        ({"relations": {"replace": ["x"]}}, "unknown field “replace”"),
        ({"origin": {"from": "eu"}}, "“via” is missing"),
        ({"parameters": {"share": {"type": "percents"}}}, "“type” cannot be “percents”; choose one of: percent, amount"),
        ({"parameters": {"share": 30}}, "expected fields (name: value) here"),
        ({"when": {}}, "a condition is one of: all, any, not, fact, group, risk"),
    ],
)
def test_a_faulty_field_is_told(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    problems = read(tmp_path, requirement(**changes)).problems
    assert any(problem.message.startswith(message) for problem in problems), problems
    assert {problem.file for problem in problems} == {FILE}
    assert all(problem.line >= 2 for problem in problems)


def test_a_text_that_is_missing_or_unknown_is_told(tmp_path: Path) -> None:
    swedish = {**texts("Fisken"), "bevis": "x"}
    del swedish["evidence"]
    problems = read(tmp_path, requirement(texts={"sv": swedish, "nb": texts("Fisk")})).problems
    assert [problem.message for problem in problems] == ["“evidence” is missing", "unknown field “bevis”"]


def test_all_files_are_read_whatever_is_wrong_in_one(tmp_path: Path) -> None:
    write(tmp_path)
    put(tmp_path, "se/food/a.yaml", [requirement(id="SE-FOOD-01")])
    (tmp_path / "se/food/b.yaml").write_text("- id: [", encoding="utf-8")
    put(tmp_path, "se/food/c.yaml", [requirement(id="SE-FOOD-03", level="bas", theme=None)])
    reading = read_catalog(tmp_path)
    assert [one.id for one in reading.requirements] == ["SE-FOOD-01", "SE-FOOD-03"]
    assert sorted({problem.file for problem in reading.problems}) == ["se/food/b.yaml", "se/food/c.yaml"]
    assert len(reading.problems) == 3


@pytest.mark.parametrize(
    ("list_name", "content", "message"),
    [
        ("questions", [{"id": "a", "kind": "yes-no", "ask": {}, "why": {}}], "“sv” is missing"),
        ("product_groups", [{"id": "a", "name": {"sv": "A", "nb": "A", "nn": "A"}, "type": "thing"}], "“type” cannot be “thing”"),
        ("labels", [{"id": "a"}], "“name” is missing"),
        ("se__sources", [{**SOURCE, "seen": "November 2026"}], "“seen” should be a date such as 2026-11-22"),
        ("se__sources", [{**SOURCE, "seen": "2026-02-30"}], "“seen” should be a date such as 2026-11-22"),
        ("se__sources", [{**SOURCE, "publisher": None}], "“publisher” is empty"),
    ],
)
def test_a_faulty_list_is_told(tmp_path: Path, list_name: str, content: list[dict[str, Any]], message: str) -> None:
    problems = read_catalog(write(tmp_path, **{list_name: content})).problems
    assert any(problem.message.startswith(message) for problem in problems), problems


def test_a_question_of_an_unknown_country_is_told(tmp_path: Path) -> None:
    words = {"sv": "?", "nb": "?", "nn": "?"}
    asked = [{"id": "a", "kind": "yes-no", "ask": words, "why": words, "countries": ["no", "dk"]}]
    reading = read_catalog(write(tmp_path, questions=asked))
    assert reading.questions[0].countries == {Country.NORWAY}
    assert [problem.message for problem in reading.problems] == ["“countries” cannot be “dk”; choose among: se, no"]


def test_a_broken_lock_is_told(tmp_path: Path) -> None:
    (tmp_path / "published.lock").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    message = "should be an id, a revision and a fingerprint; publish again, do not edit"
    assert read_catalog(tmp_path).problems == [Problem("published.lock", 1, message)]
