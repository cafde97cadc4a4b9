"""The yearly overview: what it counts, its charts in words, and a year without purchases."""

from __future__ import annotations

import pytest
from tests.documents.meaning import meant
from tests.documents.readback import read_back
from tests.documents.test_real_documents import DAY, check

from kravkompass.app import Parts
from kravkompass.documents.outline import Document
from kravkompass.documents.overview import gather, year_of, yearly_overview
from kravkompass.documents.pdf import render
from kravkompass.language import Language, translation
from kravkompass.purchases.examples import EXAMPLES


def overview(year: int, language: Language) -> Document:
    purchases = [example.purchase() for example in EXAMPLES]
    return yearly_overview(gather(purchases, year, Parts().catalog, DAY, translation(language)))


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
def test_a_year_of_purchases(language: Language) -> None:
    document = overview(2026, language)
    check(document)
    said = meant(document)
    assert all(example.title in said for example in EXAMPLES)


def test_every_chart_says_its_numbers() -> None:
    figures = [element for element in read_back(render(overview(2026, Language.SWEDISH))).elements if element.role == "Figure"]
    assert len({element.alternative for element in figures}) >= 4
    assert all(any(char.isdigit() for char in element.alternative) for element in figures)


def test_the_counts_are_those_of_the_decisions() -> None:
    chosen = sum(decision.is_in for example in EXAMPLES for decision in example.purchase().decisions.values())
    facts = {fact.label: fact.value for fact in overview(2026, Language.SWEDISH).facts}
    assert str(chosen) in facts.values()
    assert str(len(EXAMPLES)) in facts.values()


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
def test_a_year_without_purchases(language: Language) -> None:
    document = overview(1999, language)
    check(document)
    assert "1999" in document.title


def test_a_purchase_counts_to_the_year_of_its_announcement() -> None:
    assert {year_of(example.purchase()) for example in EXAMPLES} == {2026}
