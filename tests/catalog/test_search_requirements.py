"""Requirements are found from words, product groups and ids; a title weighs most."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.catalog.real import catalog

from kravkompass.catalog.search import Finder
from kravkompass.catalog.search_requirements import RequirementFinder
from kravkompass.catalog.terms import Country

SE, NO = Country.SWEDEN, Country.NORWAY
FINDER = Finder(catalog())


@pytest.mark.parametrize("country", Country)
def test_only_the_country_asked_for_is_given(country: Country) -> None:
    found = FINDER.search("palmolja palmeolje", country)
    assert found
    assert {hit.requirement.country for hit in found} == {country}


@pytest.mark.parametrize(
    ("written", "country", "language", "in_title"),
    [
        ("bananer", SE, "sv", "banan"),
        ("antibiotika", SE, "sv", "antibiotika"),
        ("palmeolje", NO, "nb", "palmeolje"),
        ("lærlingar", NO, "nn", "lærling"),
        ("emballasje", NO, "nb", "emballasje"),
        ("städning", SE, "sv", "städ"),
    ],
)
def test_the_word_stands_in_the_first_title(written: str, country: Country, language: str, in_title: str) -> None:
    assert in_title in FINDER.search(written, country, language)[0].title.casefold()


def test_titles_weigh_more_than_labels_and_labels_more_than_demands() -> None:
    plain = catalog().requirements(SE)[0]

    def about(name: str, *, title: str = "Något", labels: tuple[str, ...] = (), demand: str = "Annat."):  # type: ignore[no-untyped-def] # noqa: ANN202
        texts = {"sv": replace(plain.texts["sv"], title=title, demand=demand, why="", evidence="", question="")}
        return replace(plain, id=name, labels=labels, feature="thing", texts=texts, groups=frozenset({"all"}))

    finder = RequirementFinder(
        [about("SE-A-1", demand="En zebra."), about("SE-A-2", labels=("zebra",)), about("SE-A-3", title="Zebra")]
    )
    assert [hit.requirement.id for hit in finder.search("zebra", (), "sv")] == ["SE-A-3", "SE-A-2", "SE-A-1"]


def test_a_product_group_leads_to_its_requirements_from_either_language() -> None:
    for written in ("städ", "renhold"):
        assert any("cleaning-services" in hit.requirement.groups for hit in FINDER.search(written, SE, "sv")[:5])
        assert any("cleaning-services" in hit.requirement.groups for hit in FINDER.search(written, NO, "nb")[:5])


def test_a_code_leads_to_the_requirements_of_its_group() -> None:
    assert any("fruit-vegetables" in hit.requirement.groups for hit in FINDER.search("15300000-1", SE))


def test_an_id_finds_the_requirement_itself() -> None:
    for one in catalog().requirements()[::40]:
        assert [hit.requirement.id for hit in FINDER.search(one.id.lower())] == [one.id]


def test_a_national_id_finds_what_builds_on_it() -> None:
    one = next(one for one in catalog().requirements() if one.national_id)
    found = FINDER.search(one.national_id)
    assert one.id in {hit.requirement.id for hit in found}
    assert {hit.requirement.national_id for hit in found} == {one.national_id}


def test_a_generic_word_still_finds_texts_that_have_it_in_a_compound() -> None:
    assert FINDER.search("upphandling", SE)


def test_titles_come_in_the_language_asked_for_where_written_in_it() -> None:
    hit = FINDER.search("palmeolje", NO, "nn")[0]
    assert hit.title == hit.requirement.texts["nn"].title
    hit = FINDER.search("palmolja", SE, "nn")[0]
    assert hit.title == hit.requirement.texts["sv"].title


@pytest.mark.parametrize("written", ["", "xyzzyq", "🙂"])
def test_nonsense_finds_nothing(written: str) -> None:
    assert FINDER.search(written) == ()


def test_the_answer_is_stable_and_says_why() -> None:
    found = FINDER.search("ekologiska bananer till förskolan", SE, "sv")
    assert found == Finder(catalog()).search("ekologiska bananer till förskolan", SE, "sv")
    assert all(hit.why for hit in found)
    scores = [hit.score for hit in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
