"""A municipality's own requirements: written, started from a national one, proposed, looked over, and kept as they were taken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.guidance.looking_over import findings
from tests.guidance.made import TODAY, Shelf, decision, group, purchase, requirement, texts

from kravkompass.catalog.requirement import Parameter, Requirement, Written
from kravkompass.catalog.terms import Country, Kind, ParameterType, Theme
from kravkompass.guidance.braces import UnknownBracesError, check_braces
from kravkompass.guidance.findings import Found
from kravkompass.guidance.guide import guide
from kravkompass.guidance.own import EMPTY, Lacking, blank, id_of, lacking, number_of, says_the_same, settled, started_from
from kravkompass.guidance.profile import Profile
from kravkompass.guidance.purchase import Verdict
from kravkompass.guidance.reasons import Code
from kravkompass.guidance.recommending import Standing
from kravkompass.language import Language, translation

SV = Language.SWEDISH
DAYS = Parameter("days", ParameterType.DAYS, 30, 1, 90)


def own(name: str = "OWN-001", **changes: Any) -> Requirement:  # noqa: ANN401 - any field
    """An own requirement about food in Sweden, with changes."""
    return requirement(name, written=Written(f"key {name}", "Åsa Öst", "2026-11-20"), sources=(), **changes)


def test_ids_have_a_number() -> None:
    assert [id_of(1), id_of(42), id_of(1234)] == ["OWN-001", "OWN-042", "OWN-1234"]
    assert [number_of(one) for one in ("OWN-001", "OWN-1234", "SE-FOOD-01", "own-001", "OWN-1")] == [1, 1234, 0, 0, 0]


@pytest.mark.parametrize("country", Country)
def test_a_new_one_lacks_its_texts_in_the_language_of_the_contract(country: Country) -> None:
    fresh = blank(country)
    assert lacking(fresh) == (Lacking.TITLE, Lacking.DEMAND)
    first, *others = country.languages
    elsewhere = replace(fresh, texts={others[0]: texts()})
    assert lacking(elsewhere) == (Lacking.TITLE, Lacking.DEMAND)
    assert lacking(replace(fresh, texts={first: texts()}, groups=frozenset(), place=frozenset())) == (Lacking.GROUPS, Lacking.PLACE)


def test_one_that_starts_from_a_national_one_keeps_its_words_and_nothing_of_its_standing() -> None:
    national = requirement(sources=("l1",), national_id="10397:2", statutory=True, duty="d", parameters=(DAYS,))
    started = started_from(national)
    assert (started.texts, started.follow_up, started.feature) == (national.texts, national.follow_up, national.feature)
    assert (started.id, started.sources, started.national_id, started.statutory, started.duty) == ("", (), "", False, "")
    assert started.is_own
    assert not national.is_own


def test_values_that_no_text_asks_for_and_languages_without_words_are_let_go() -> None:
    said = {"sv": texts(demand="Inom {days} dagar."), "nb": EMPTY}
    one = settled(own(parameters=(DAYS, replace(DAYS, name="weeks")), texts=said))
    assert [value.name for value in one.parameters] == ["days"]
    assert list(one.texts) == ["sv"]


def test_the_theme_says_the_notice_code() -> None:
    assert settled(own(theme=Theme.CLIMATE)).codes.environment == {"clim-mitig"}
    assert settled(own(theme=Theme.SUPPLY_CHAIN)).codes.social == {"hum-right"}
    assert settled(own(theme=Theme.ACCESSIBILITY, kind=Kind.SPECIFICATION)).codes.accessibility == {"inc"}
    assert not settled(own(theme=Theme.ACCESSIBILITY)).codes.accessibility


def test_only_what_is_said_makes_two_differ() -> None:
    one = own()
    assert says_the_same(one, replace(one, id="OWN-009", revision=4, written=Written("other"), retired=True))
    assert not says_the_same(one, replace(one, theme=Theme.CLIMATE))


def test_standard_is_proposed_and_the_rest_offered_with_the_reason() -> None:
    ours = Profile(own=(own("OWN-001"), own("OWN-002"), own("OWN-003", retired=True)), standard=frozenset({"OWN-001"}))
    found = {one.requirement.id: one for one in guide(purchase(), Shelf(), TODAY, ours).recommendations}
    assert {name: one.standing for name, one in found.items()} == {
        "OWN-001": Standing.RECOMMENDED,
        "OWN-002": Standing.OFFERED,
    }
    assert found["OWN-001"].reasons[0].code is Code.OWN_STANDARD
    assert found["OWN-002"].reasons[0].code is Code.OWN


def test_own_ones_come_after_the_national_ones_of_their_theme_and_only_in_their_country() -> None:
    ours = Profile(own=(own(), own("OWN-002", country=Country.NORWAY)), standard=frozenset({"OWN-001", "OWN-002"}))
    whole = guide(purchase(), Shelf((requirement(),)), TODAY, ours)
    assert [one.requirement.id for one in whole.recommendations] == ["SE-X-01", "OWN-001"]
    assert [row.requirement.id for row in whole.rows(SV)] == ["SE-X-01", "OWN-001"]


def test_an_own_goal_is_a_reason_in_its_theme() -> None:
    ours = Profile(theme_goals={Theme.ENVIRONMENT: "Hälften återbrukat 2030"})
    whole = guide(purchase(), Shelf((requirement(), requirement("SE-X-02", theme=Theme.CLIMATE))), TODAY, ours)
    goals = {one.requirement.id: [why.values for why in one.reasons if why.code is Code.GOAL] for one in whole.recommendations}
    assert goals == {"SE-X-01": [{"goal": "Hälften återbrukat 2030"}], "SE-X-02": []}


@pytest.mark.parametrize("name", ["SE-X-01", "OWN-001"])
def test_a_later_wording_never_slips_into_a_purchase(name: str) -> None:
    before = replace(requirement(name) if name.startswith("SE") else own(name), texts={"sv": texts(demand="Före.")})
    after = replace(before, revision=2, texts={"sv": texts(demand="Efter.")})
    bought = purchase(decision(name), taken={name: before})
    library, ours = (Shelf(), Profile(own=(after,))) if before.is_own else (Shelf((after,)), Profile())
    whole = guide(bought, library, TODAY, ours)
    assert [row.texts.demand for row in whole.rows(SV)] == ["Före."]
    assert (whole.as_taken(name), whole.newer(name)) == (before, after)
    renewed = replace(bought, decisions={name: decision(name, revision=2)})
    again = guide(renewed, library, TODAY, ours)
    assert [row.texts.demand for row in again.rows(SV)] == ["Efter."]
    assert again.newer(name) is None


def test_what_stands_in_no_list_any_more_stays_as_it_was_taken() -> None:
    bought = purchase(decision("OWN-001"), taken={"OWN-001": own()})
    assert [row.requirement.id for row in guide(bought, Shelf(), TODAY).rows(SV)] == ["OWN-001"]
    abroad = replace(bought, taken={"OWN-001": own(country=Country.NORWAY)})
    assert guide(abroad, Shelf(), TODAY).rows(SV) == ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"texts": {"sv": texts(demand="Varorna ska vara Svanenmärkta.")}}, Found.LABEL_DEMANDED),
        ({"texts": {"sv": texts(demand="Varorna ska uppfylla ISO 14024.")}}, Found.EQUIVALENT_MISSING),
        ({"texts": {"sv": texts(demand="Köttet ska vara närproducerat.")}}, Found.ORIGIN_DEMANDED),
        ({"texts": {"sv": texts(demand="Använd lokala råvaror.")}}, Found.ORIGIN_DEMANDED),
        ({"texts": {"sv": texts(demand="Grönsakerna ska vara odlade i Sverige.")}}, Found.ORIGIN_DEMANDED),
        ({"kind": Kind.SPECIFICATION, "theme": Theme.WORKING_CONDITIONS}, Found.PRODUCTION_IN_SPECIFICATION),
        (
            {"kind": Kind.SPECIFICATION, "texts": {"sv": texts(demand="Varorna ska vara tillverkade utan barnarbete.")}},
            Found.PRODUCTION_IN_SPECIFICATION,
        ),
        ({"texts": {"sv": texts(evidence=" ")}}, Found.NOT_CHECKABLE),
        ({"texts": {"sv": texts(follow_up="")}}, Found.NOT_CHECKABLE),
        ({"parameters": (replace(DAYS, default=None),)}, Found.VALUE_MISSING),
        ({"feature": "SE-X-01"}, Found.SAME_TWICE),
    ],
)  # fmt: skip
def test_the_same_rules_hold_when_the_list_is_looked_over(changes: dict[str, Any], expected: Found) -> None:
    one = own(**changes)
    bought = purchase(decision("OWN-001"), decision("SE-X-01"), taken={"OWN-001": one})
    assert findings(bought, requirement())[expected].requirement in {"OWN-001", "SE-X-01"}


def test_a_good_one_gives_no_finding() -> None:
    bought = purchase(decision("OWN-001"), taken={"OWN-001": own()}, answers={"value": 50_000, "procedure": "direct"})
    assert findings(bought).keys() <= {Found.SE_DOCUMENT_DIRECT}


def test_an_adapted_wording_is_looked_over_as_strictly() -> None:
    words = {"sv": "Varorna ska vara tillverkade utan barnarbete och uppfylla ISO 14024."}
    adapted = purchase(decision("SE-X-01", Verdict.ADAPTED, wording=words))
    found = findings(adapted, requirement(kind=Kind.SPECIFICATION))
    assert {Found.PRODUCTION_IN_SPECIFICATION, Found.EQUIVALENT_MISSING} <= found.keys()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Inom {day} dagar", ["{day}"]),
        ("Inom { days } dagar", ["{ days }"]),
        ("Inom {Days} dagar och {andel} procent", ["{Days}", "{andel}"]),
        ("Inom {days dagar", ["{"]),
        ("Inom days} dagar", ["}"]),
        ("{}", ["{}"]),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_braces_that_cannot_be_filled_in_are_named(words: str, named: list[str], language: Language) -> None:
    with pytest.raises(UnknownBracesError) as refused:
        check_braces([words], [DAYS])
    said = refused.value.said(translation(language))
    assert all(f"“{one}”" in said for one in named)
    assert "{days}" in said
    with pytest.raises(UnknownBracesError) as refused:
        check_braces([words], [])
    assert all(f"“{one}”" in refused.value.said(translation(language)) for one in named)


def test_braces_that_are_filled_in_are_let_be() -> None:
    check_braces(["Inom {days} dagar", "och inget annat"], [DAYS])
    check_braces(["Inga värden"], [])


def test_a_group_that_is_not_bought_brings_nothing() -> None:
    ours = Profile(own=(own(groups=frozenset({"wood"})),), standard=frozenset({"OWN-001"}))
    shelf = Shelf(groups={**Shelf().groups, "wood": group("wood")})
    assert guide(purchase(), shelf, TODAY, ours).recommendations == ()
