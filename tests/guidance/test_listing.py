"""The list a purchase ends in: values filled in, in one language, in the order it is read."""

from __future__ import annotations

from typing import Any

import pytest
from tests.guidance.made import decision, guided, left_out, purchase, requirement, texts

from kravkompass.catalog.requirement import Parameter, Requirement
from kravkompass.catalog.terms import Kind, ParameterType, Priority, Theme
from kravkompass.guidance.listing import (
    filled_texts,
    missing_values,
    proposed_decision,
    stand_in,
    suggested_values,
    text_language,
)
from kravkompass.guidance.purchase import Decision, Verdict
from kravkompass.language import Language

DAYS = Parameter("days", ParameterType.DAYS, 30, 5, 90)
SHARE = Parameter("share", ParameterType.PERCENT, None, 0, 100)
FROM = Parameter("from-day", ParameterType.DATE)
LIST = Parameter("list", ParameterType.TEXT)
SAID = "{days}|{share}|{from-day}|{list}"


def with_values(**changes: Any) -> Requirement:  # noqa: ANN401 - any field
    spoken = {
        language: texts(
            "{days} i titeln", SAID, why="{days} i varför", evidence="{days}", follow_up="{days}", question="{days}", met="{days}"
        )
        for language in ("sv", "nb", "nn")
    }
    return requirement(texts=spoken, parameters=(DAYS, SHARE, FROM, LIST), **changes)


def demand(values: dict[str, str | int | float], language: str) -> str:
    return filled_texts(with_values(), decision("SE-X-01", values=values), language).demand


@pytest.mark.parametrize(("language", "blank"), [("sv", "[fylls i]"), ("nb", "[fylles ut]"), ("nn", "[fyll ut]")])
def test_what_is_not_filled_in_is_a_blank_in_the_language(language: str, blank: str) -> None:
    assert demand({}, language) == f"30|{blank}|{blank}|{blank}"
    assert demand({"days": 14, "share": "", "list": ""}, language) == f"14|{blank}|{blank}|{blank}"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "1 500|12,5|2 mars 2027|Listan"),
        ("nb", "1 500|12,5|2. mars 2027|Listan"),
        ("nn", "1 500|12,5|2. mars 2027|Listan"),
    ],
)
def test_values_are_written_as_the_language_writes_them(language: str, said: str) -> None:
    values: dict[str, str | int | float] = {"days": 1500, "share": 12.5, "from-day": "2027-03-02", "list": "Listan"}
    assert demand(values, language).replace("\N{NO-BREAK SPACE}", " ") == said


def test_a_value_of_zero_is_a_value() -> None:
    assert demand({"days": 0, "share": 0}, "sv").startswith("0|0|")


@pytest.mark.parametrize("written", ["soon", "2027-02-30", "{days}"])
def test_odd_values_stand_as_they_are(written: str) -> None:
    assert demand({"from-day": written, "list": written}, "sv") == f"30|[fylls i]|{written}|{written}"


def test_every_text_but_title_and_why_is_filled_in() -> None:
    filled = filled_texts(with_values(), decision("SE-X-01"), "sv")
    assert (filled.title, filled.why) == ("{days} i titeln", "{days} i varför")
    assert [filled.evidence, filled.follow_up, filled.question, filled.met] == ["30"] * 4
    assert (filled.partly, filled.not_met) == ("partly", "not_met")


def test_a_placeholder_nobody_declared_is_a_blank() -> None:
    odd = requirement(texts={"sv": texts(demand="Inom {weeks} veckor, {Not} {} {a b}.")})
    assert filled_texts(odd, decision("SE-X-01"), "sv").demand == "Inom [fylls i] veckor, {Not} {} {a b}."


def test_the_buyers_wording_takes_the_place_of_the_demand_in_its_own_language() -> None:
    own = decision("SE-X-01", Verdict.ADAPTED, wording={"sv": "Inom {days} dagar."})
    assert filled_texts(with_values(), own, "sv").demand == "Inom 30 dagar."
    assert filled_texts(with_values(), own, "nb").demand.startswith("30|")


def test_suggested_values_and_what_is_missing() -> None:
    one = with_values()
    assert suggested_values(one) == {"days": 30}
    assert proposed_decision(one) == Decision("SE-X-01", 1, Verdict.CHOSEN, {"days": 30})
    assert missing_values(one, proposed_decision(one)) == (SHARE, FROM, LIST)
    given: dict[str, str | int | float] = {"share": 0, "from-day": "2027-01-01", "list": ""}
    assert missing_values(one, decision("SE-X-01", values=given)) == (LIST,)


@pytest.mark.parametrize(
    ("written", "wanted", "language"),
    [
        ({"sv", "nb"}, "sv", "sv"),
        ({"sv", "nb"}, "nb", "nb"),
        ({"sv", "nb"}, "nn", "nb"),
        ({"nb", "nn"}, "sv", "nb"),
        ({"sv"}, "nn", "sv"),
        ({"sv"}, "nb", "sv"),
        ({"nn"}, "sv", "nn"),
        ({"sv", "nn"}, "nb", "nn"),
    ],
)
def test_another_language_stands_in(written: set[str], wanted: str, language: str) -> None:
    assert text_language(requirement(texts=dict.fromkeys(written, texts())), wanted) == language


# ---- the whole list ------------------------------------------------------------------------------------------------------------

AWARD = requirement("SE-X-01", kind=Kind.AWARD, priority=Priority.EXTRA)
TERM = requirement("SE-X-02", priority=Priority.CORE)
CLIMATE = requirement("SE-X-03", theme=Theme.CLIMATE)
SPECIFICATION = requirement("SE-X-04", kind=Kind.SPECIFICATION)
ALL = (AWARD, TERM, CLIMATE, SPECIFICATION)


def test_the_list_is_read_by_kind_theme_and_id() -> None:
    rows = guided(purchase(decision("SE-X-01")), *ALL).rows(Language.SWEDISH)
    assert [row.requirement.id for row in rows] == ["SE-X-04", "SE-X-01", "SE-X-03", "SE-X-02"]
    assert [row.proposed for row in rows] == [True, False, True, True]


def test_decided_requirements_stand_as_decided_and_the_others_as_proposed() -> None:
    adapted = decision("SE-X-03", Verdict.ADAPTED, wording={"sv": "Eget."})
    whole = guided(purchase(left_out("SE-X-02"), adapted), *ALL)
    rows = {row.requirement.id: row for row in whole.rows(Language.SWEDISH)}
    assert rows.keys() == {"SE-X-03", "SE-X-04"}
    assert (rows["SE-X-03"].is_adapted, rows["SE-X-03"].texts.demand) == (True, "Eget.")
    assert not rows["SE-X-04"].is_adapted
    assert [row.requirement.id for row in whole.rows(Language.SWEDISH, proposed=False)] == ["SE-X-03"]


def test_a_decision_stays_when_the_requirement_no_longer_applies_and_goes_when_it_is_no_more() -> None:
    whole = guided(purchase(decision("SE-X-02"), decision("SE-X-99"), groups=("cleaning",)), *ALL)
    assert [row.requirement.id for row in whole.rows(Language.SWEDISH)] == ["SE-X-02"]


def test_a_stand_in_is_known_as_one() -> None:
    whole = guided(purchase(), TERM)
    assert [(row.language, stand_in(row, Language.NYNORSK)) for row in whole.rows(Language.NYNORSK)] == [("nb", True)]
    assert [(row.language, stand_in(row, Language.SWEDISH)) for row in whole.rows(Language.SWEDISH)] == [("sv", False)]
