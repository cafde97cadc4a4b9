"""Each check finds exactly its own fault, at the line of the requirement."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.catalog.small import FILE, LISTS, SOURCE, norwegian, problems, put, requirement, texts, write

NORDIC = "no/food/fish.yaml"


def found(tmp_path: Path, **changes: Any) -> list[str]:  # noqa: ANN401 - whatever may stand in a file
    """The problems of a catalog whose one requirement has these changes, without their place."""
    put(write(tmp_path), FILE, [requirement(**changes)])
    told = problems(tmp_path)
    place = f"{FILE}:2: {changes.get('id', 'SE-FOOD-01')}: "
    assert all(one.startswith(place) for one in told), told
    return [one.removeprefix(place) for one in told]


def test_a_requirement_without_a_fault_has_no_problem(tmp_path: Path) -> None:
    put(write(tmp_path), FILE, [requirement()])
    put(tmp_path, NORDIC, [norwegian()])
    assert problems(tmp_path) == []


def number(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever may stand in a file
    return {"type": "days", "default": 30, "min": 5, "max": 90, "label": {"sv": "Dagar", "nb": "Dager"}, **changes}


def with_days(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever may stand in a file
    both = {"sv": texts("Fisken", demand="Inom {days} dagar."), "nb": texts("Fisk", demand="Innen {days} dager.")}
    parameter = {key: value for key, value in number(**changes).items() if value is not None}
    return {"texts": both, "parameters": {"days": parameter}}


def saying(demand: str, **more: str) -> dict[str, Any]:
    return {"texts": {"sv": texts("Fisken", demand=demand, **more), "nb": texts("Fisk på norsk")}}


FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"id": "FOOD-1"}, "the id should look like SE-FOOD-51 or NO-MAT-01"),
    ({"id": "NO-MAT-01"}, "the id says another country than the folder se"),
    ({"revision": 0}, "the revision begins at 1"),
    ({"national_id": "K10397"}, "the national id “K10397” should be a number, with or without version (10397:2)"),
    (
        {"national_id": "10397:2", "confidence": "L", "common_practice": True},
        "common practice (confidence L) cannot have a national id",
    ),
    ({"confidence": "L"}, "confidence L is for common practice only"),
    ({"texts": {"sv": texts("Fisken")}}, "texts are missing in nb"),
    (saying("Inom {days} dagar."), "placeholder not declared in parameters (sv): days"),
    (with_days(min=None), "parameter days: has no bounds (min and max)"),
    (with_days(min=90, max=90, default=None), "parameter days: min should be below max"),
    (with_days(default=100), "parameter days: the default lies outside the bounds"),
    (with_days(default="many"), "parameter days: the default should be a number"),
    (with_days(type="number"), "parameter days: a plain number needs a unit"),
    (with_days(label={"sv": "Dagar"}), "parameter days: no label in nb"),
    ({"groups": ["fish", "birds"]}, "unknown product group “birds”"),
    ({"groups": []}, "no product group"),
    ({"when": {"group": "birds"}}, "unknown product group “birds”"),
    ({"when": {"not": {"fact": "weather", "is": "yes"}}}, "unknown fact “weather” in when"),
    ({"labels": ["msc", "krav"]}, "unknown label “krav”"),
    ({"sources": None}, "no source"),
    ({"sources": ["k10", "k99"]}, "unknown source “k99”"),
    ({"sources": ["no/k10"]}, "unknown source “no/k10”"),
    ({"sources": ["dk/k10"]}, "unknown source “dk/k10”"),
    ({"relations": {"excludes": ["SE-FOOD-99"]}}, "relation to “SE-FOOD-99”, which does not exist"),
    ({"relations": {"excludes": ["SE-FOOD-01"]}}, "relation to itself"),
    ({"place": ["specification"]}, "a contract-term should be placed in “contract”"),
    (
        {"kind": "technical-specification", "place": ["specification"], "codes": {"soc": ["hum-right"]}},
        "social terms about production are contract terms, not technical specifications",
    ),
    ({"codes": {"env": ["green"]}}, "unknown notice code in env: green"),
    ({"codes": {"soc": ["fair"]}}, "unknown notice code in soc: fair"),
    ({"codes": {"inn": ["new"]}}, "unknown notice code in inn: new"),
    ({"codes": {"acc": ["all"]}}, "unknown notice code in acc: all"),
    ({"codes": {"gpp": "global"}}, "unknown notice code in gpp: global"),
    ({"codes": {"sdg": [18]}}, "UN goals go from 1 to 17, environmental objectives from 1 to 16"),
    ({"codes": {"env-goals": [0]}}, "UN goals go from 1 to 17, environmental objectives from 1 to 16"),
    (saying("Fisken följer MSC."), "the demand (sv) names a standard or label without “or equivalent”"),
    (saying("Ledningssystem enligt ISO 14001."), "the demand (sv) names a standard or label without “or equivalent”"),
    (
        saying("Fisken.", evidence="Intyg från Svanen."),
        "the evidence (sv) names a standard or label without “or equivalent”",
    ),
    (saying("Fisken ska vara närproducerad."), "the demand (sv) asks for origin: “närproducerad”"),
    (
        saying("Fisken ska vara certifierad enligt MSC eller likvärdigt."),
        "the demand (sv) asks for a label: “ska vara certifierad enligt MSC”",
    ),
    (saying("ord " * 171), "demand (sv) has 171 words; more than 170 is hard to read"),
    (saying("Fisken.", not_met="ord " * 41), "not-met (sv) has 41 words; more than 40 is hard to read"),
    ({"replaced_by": "SE-FOOD-02"}, "“replaced-by” is for retired requirements"),
    ({"retired": True}, "a retired requirement says what it is replaced by"),
    ({"retired": True, "replaced_by": "SE-FOOD-99"}, "replaced by “SE-FOOD-99”, which does not exist"),
    ({"retired": True, "replaced_by": "SE-FOOD-01"}, "replaced by SE-FOOD-01, which is retired itself"),
]


@pytest.mark.parametrize(("changes", "problem"), FAULTS, ids=[problem[:60] for _, problem in FAULTS])
def test_a_fault_gives_exactly_its_problem(tmp_path: Path, changes: dict[str, Any], problem: str) -> None:
    assert found(tmp_path, **changes) == [problem]


@pytest.mark.parametrize(
    "changes",
    [
        with_days(),
        with_days(default=5),
        with_days(default=90),
        with_days(type="text", min=None, max=None, default=None),
        with_days(type="number", unit="mg/kg"),
        {"groups": ["all"], "when": {"group": "food"}},
        {"when": {"all": [{"fact": "children", "is": "yes"}, {"fact": "value", "at-least": 1}]}},
        {"sources": ["no/n1"]},
        {"sources": None, "confidence": "L", "common_practice": True},
        {"national_id": "11398"},
        {"confidence": "M", "national_id": "11398:1"},
        saying("Fisken följer MSC eller likvärdigt.", evidence="Intyg från MSC."),
        saying("Fisken.", evidence="Intyg från MSC eller motsvarande."),
        saying("Svenska lokala vanor gäller inte."),
        saying("ord " * 170),
        {"id": "SE-FOOD-18a"},
    ],
)
def test_what_is_allowed_gives_no_problem(tmp_path: Path, changes: dict[str, Any]) -> None:
    assert found(tmp_path, **changes) == []


def test_a_placeholder_must_stand_in_every_language(tmp_path: Path) -> None:
    spoken = {"sv": texts("Fisken", demand="Inom {days} dagar."), "nb": texts("Fisk", demand="Innen 30 dager.")}
    told = found(tmp_path, texts=spoken, parameters={"days": number()})
    assert told == ["parameter not used in the text (nb): days"]


def test_norwegian_requirements_need_three_languages(tmp_path: Path) -> None:
    put(write(tmp_path), NORDIC, [norwegian(texts={"nb": texts("Fisk")})])
    assert problems(tmp_path) == [f"{NORDIC}:2: NO-MAT-01: texts are missing in nn, sv"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("nb", "Etter NS 3420."), ("nn", "Etter NS 3420."), ("sv", "Enligt SS-EN 12345."), ("nb", "Svanemerket.")],
)
def test_or_equivalent_is_asked_for_in_every_language(tmp_path: Path, language: str, said: str) -> None:
    spoken = {spoken: texts(f"Fisken på {spoken}") for spoken in ("nb", "nn", "sv")}
    spoken[language]["demand"] = said
    put(write(tmp_path), NORDIC, [norwegian(texts=spoken)])
    message = f"the demand ({language}) names a standard or label without “or equivalent”"
    assert problems(tmp_path) == [f"{NORDIC}:2: NO-MAT-01: {message}"]


AWARD = {"kind": "award-criterion", "place": ["award"]}


@pytest.mark.parametrize(
    ("one", "other", "problem"),
    [
        ({**AWARD, "relations": {"exceeds": ["SE-FOOD-02"]}}, {}, None),
        (
            {"relations": {"exceeds": ["SE-FOOD-02"]}},
            {},
            "“exceeds” ties an award criterion to a minimum requirement; SE-FOOD-02 does not fit",
        ),
        (
            {**AWARD, "relations": {"exceeds": ["SE-FOOD-02"]}},
            AWARD,
            "“exceeds” ties an award criterion to a minimum requirement; SE-FOOD-02 does not fit",
        ),
        ({"level": "advanced", "relations": {"replaces": ["SE-FOOD-02"]}}, {}, None),
        ({"relations": {"replaces": ["SE-FOOD-02"]}}, {"level": "advanced"}, "replaces SE-FOOD-02, which is of a higher level"),
        ({"retired": True, "replaced_by": "SE-FOOD-02"}, {}, None),
    ],
)
def test_two_requirements_must_fit_together(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any], problem: str | None
) -> None:
    spoken = {"sv": texts("Annan"), "nb": texts("Annen")}
    put(write(tmp_path), FILE, [requirement(**one), requirement(id="SE-FOOD-02", texts=spoken, **other)])
    assert problems(tmp_path) == ([f"{FILE}:2: SE-FOOD-01: {problem}"] if problem else [])


def test_two_requirements_may_not_demand_the_same(tmp_path: Path) -> None:
    spoken = {"sv": texts("Annan", demand="FISKEN demand."), "nb": texts("Annen")}
    put(write(tmp_path), FILE, [requirement()])
    put(tmp_path, "se/food/more.yaml", [requirement(id="SE-FOOD-02", texts=spoken)])
    assert problems(tmp_path) == ["se/food/more.yaml:2: SE-FOOD-02: has the same demand as SE-FOOD-01 (sv)"]


def test_a_source_cannot_be_seen_in_the_future(tmp_path: Path) -> None:
    write(tmp_path, se__sources=[{**SOURCE, "seen": "2026-11-22"}, {**SOURCE, "id": "k11", "seen": "2026-11-23"}])
    told = problems(tmp_path)
    assert len(told) == 1
    assert told[0].startswith("se/sources.yaml:8: se/sources/k11: was seen in the future")


def test_a_group_must_have_an_area_and_questions_that_exist(tmp_path: Path) -> None:
    area, group = LISTS["product_groups.yaml"]
    write(tmp_path, product_groups=[area, {**group, "area": "foods", "asks": ["weather"], "facts": {"wind": "yes"}}])
    assert [one.partition(": ")[2] for one in problems(tmp_path)] == [
        "product_groups/fish: asks for the unknown question “weather”",
        "product_groups/fish: asks for the unknown question “wind”",
        "product_groups/fish: unknown area “foods”",
    ]


def test_every_problem_is_told_at_once_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    write(tmp_path)
    put(tmp_path, FILE, [requirement(level="bas"), requirement(id="SE-FOOD-02", groups=[], texts={"sv": texts("Annan")})])
    put(tmp_path, NORDIC, [norwegian(revision=0)])
    told = problems(tmp_path)
    assert [one.split(":")[0] for one in told] == [NORDIC, FILE, FILE, FILE]
    lines = [int(one.split(":")[1]) for one in told[1:]]
    assert lines == sorted(lines)
