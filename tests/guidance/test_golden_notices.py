"""Thirty selections and the exact codes of their notice; and what must hold of every notice."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.real import catalog
from tests.guidance.golden_files import Golden, purchase_of, read
from tests.guidance.made import TODAY, decision, guided, purchase, requirement

from kravkompass.catalog.requirement import Codes
from kravkompass.catalog.terms import Country, Kind, Theme
from kravkompass.guidance.environment_rule import Way, ways_on
from kravkompass.guidance.guide import guide
from kravkompass.guidance.notice import FIELDS, LABELS, NONE, NORWEGIAN_ONLY, Box, notice
from kravkompass.language import Language

CASES = read("notices.yaml")
GENERAL = {"BT-774": "env-imp", "BT-775": "soc-obj", "BT-776": "inn-pur"}
DATA = os.environ.get("KRAVKOMPASS_DATA", "")


def boxes(case: Golden) -> tuple[Box, ...]:
    chosen = {name: catalog().requirement(name).revision for name in case["chosen"]}
    seen = guide(purchase_of(case, chosen), catalog(), TODAY)
    return notice(seen.rows(Language.BOKMAL, proposed=False), seen.picture)


def codes(found: tuple[Box, ...]) -> dict[str, list[str]]:
    return {box.field: list(box.codes) for box in found}


def test_there_are_fifteen_of_each_country_and_every_way() -> None:
    assert [case["country"] for case in CASES] == ["se"] * 15 + ["no"] * 15
    assert {case["answers"].get("environment-way") for case in CASES if "answers" in case} >= set(Way)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_boxes(case: Golden) -> None:
    assert codes(boxes(case)) == case["boxes"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_code_says_which_chosen_requirements_it_comes_from(case: Golden) -> None:
    for box in boxes(case):
        assert set(box.because) == set(box.codes)
        for code, names in box.because.items():
            assert set(names) <= set(case["chosen"])
            assert names or code == NONE or box.field in {"BT-754", "BT-539"}


# ---- What must hold of every notice ----------------------------------------------------------------------------------------------------------

days = st.sampled_from(["2023-12-31", "2024-01-01", "2026-06-30", "2026-07-01"])
situations = st.fixed_dictionaries(
    {},
    optional={
        "announced": days,
        "procedure": st.sampled_from(["direct", "below-threshold", "above-threshold", "unknown"]),
        "environment-way": st.sampled_from([*Way, "unknown", ""]),
        "used-by-people": st.sampled_from(["yes", "no", "unknown"]),
    },
)


@st.composite
def cases(draw: st.DrawFn) -> Golden:
    """Any selection of up to eight requirements, with any answers the notice looks at."""
    country = draw(st.sampled_from(Country))
    known = [one.id for one in catalog().requirements(country)]
    chosen = draw(st.lists(st.sampled_from(known), max_size=8, unique=True))
    groups = draw(st.lists(st.sampled_from(list(catalog().groups)), max_size=2, unique=True))
    return {"name": "x", "country": country.value, "groups": groups, "answers": draw(situations), "chosen": chosen}


@given(cases())
def test_a_notice_never_contradicts_itself(case: Golden) -> None:
    found = codes(boxes(case))
    assert found.keys() >= {"BT-06", "BT-754", "BT-805"}
    assert found.keys() <= FIELDS.keys()
    for field, ticked in found.items():
        assert ticked, field
        assert len(ticked) == len(set(ticked))
        assert set(ticked) <= LABELS.keys()
        assert ticked == [NONE] or NONE not in ticked
    for detailed, general in GENERAL.items():
        if detailed in found:
            assert general in found["BT-06"]
    if found["BT-805"] != [NONE]:
        assert "env-imp" in found["BT-06"]
    assert len(found["BT-754"]) == 1


@given(cases())
def test_norwegian_codes_stay_in_norway_and_within_their_days(case: Golden) -> None:
    found = codes(boxes(case))
    if case["country"] == "se":
        assert "BT-539" not in found
        assert not NORWEGIAN_ONLY & {code for ticked in found.values() for code in ticked}
    answers = case["answers"]
    day = answers.get("announced", TODAY.isoformat())
    if "BT-539" in found:
        assert answers["procedure"] in {"below-threshold", "above-threshold"}
        assert answers["environment-way"] in ways_on(day)
        assert ("quality-nor-env-none" in found["BT-539"]) <= (day < "2026-07-01")
        assert any("-exempt-" in code for code in found["BT-539"]) <= (day >= "2026-07-01")
        assert {"quality-nor-env-criteria", "quality-nor-env-spec"}.isdisjoint(found["BT-539"]) or "env-imp" in found["BT-06"]


def made(country: Country) -> dict[str, list[str]]:
    """The notice of one chosen requirement whose only environmental code is Norwegian, and that is new to the organisation."""
    own = Codes(frozenset({"iso-14024-com"}), innovation=frozenset({"org-nov", "prod-innov"}), green="other")
    one = requirement("X-01", country=country, codes=own)
    seen = guided(purchase(decision("X-01"), country=country), one)
    return codes(notice(seen.rows(Language.SWEDISH), seen.picture))


def test_a_requirement_with_norwegian_codes_alone_ticks_nothing_for_the_environment_in_sweden() -> None:
    assert made(Country.SWEDEN)["BT-06"] == ["inn-pur"]
    assert made(Country.SWEDEN)["BT-776"] == ["prod-innov"]
    assert made(Country.SWEDEN)["BT-805"] == [NONE]
    assert made(Country.NORWAY)["BT-06"] == ["env-imp", "inn-pur"]
    assert made(Country.NORWAY)["BT-774"] == ["iso-14024-com"]
    assert made(Country.NORWAY)["BT-776"] == ["org-nov", "prod-innov"]


def test_who_meets_the_norwegian_rule_has_an_environmental_aim_without_any_code() -> None:
    plain = requirement("X-01", country=Country.NORWAY, theme=Theme.CLIMATE, kind=Kind.AWARD)
    answers = {"procedure": "above-threshold", "announced": "2026-07-01", "environment-way": "weight"}
    seen = guided(purchase(decision("X-01"), country=Country.NORWAY, answers=answers), plain)
    found = codes(notice(seen.rows(Language.BOKMAL), seen.picture))
    assert (found["BT-06"], found["BT-539"]) == (["env-imp"], ["quality-nor-env-criteria"])
    exempt = guided(
        purchase(decision("X-01"), country=Country.NORWAY, answers={**answers, "environment-way": "insignificant"}), plain
    )
    assert codes(notice(exempt.rows(Language.BOKMAL), exempt.picture))["BT-06"] == [NONE]


def test_every_code_in_the_catalog_can_be_said() -> None:
    for one in catalog().requirements():
        own = one.codes
        used = own.environment | own.social | own.innovation | own.accessibility | ({own.green} - {""})
        assert used <= LABELS.keys(), one.id


# ---- Against the official lists ----------------------------------------------------------------------------------------------------------------


def official() -> Iterator[dict[str, str]]:
    with (Path(DATA) / "eforms_strategic.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


needs_lists = pytest.mark.skipif(not DATA, reason="KRAVKOMPASS_DATA does not say where the official code lists are")


@needs_lists
def test_every_golden_code_is_on_the_official_list_of_its_country_and_day() -> None:
    rows = list(official())
    for case in CASES:
        day = str(case.get("answers", {}).get("announced", TODAY))
        listed = {(row["field"], row["code"]) for row in rows if _holds(row["status"], case["country"], day)}
        assert {(field, code) for field, ticked in case["boxes"].items() for code in ticked} <= listed, case["name"]


@needs_lists
def test_every_code_that_can_be_ticked_is_official_and_every_official_one_can_be_said() -> None:
    listed = {row["code"] for row in official() if row["field"] in FIELDS and row["status"] != "retired"} | NORWEGIAN_ONLY
    assert set(LABELS) == listed - {"cost", "price", "quality"}


@needs_lists
def test_the_norwegian_codes_are_those_the_eu_has_retired_and_norway_keeps() -> None:
    fields = {"BT-774", "BT-776"}
    kept = {row["code"] for row in official() if row["field"] in fields and row["status"] == "retired" and row["code"] != "other"}
    assert kept == NORWEGIAN_ONLY


def _holds(status: str, country: str, day: str) -> bool:
    """Whether a code's status (active, retired in the EU but kept in Norway, or Norwegian days) lets it be used."""
    if status == "active":
        return True
    if country != "no":
        return False
    if status == "retired":
        return True
    first, last = status.removeprefix("NO ").split("..")
    return first <= day and (not last or day <= last)
