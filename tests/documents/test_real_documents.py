"""The documents the program makes of its examples keep the standards, say what they mean and stay inside the page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.documents.edges import LONG_TITLE, LONG_WORD
from tests.documents.meaning import meant
from tests.documents.readback import read_back
from tests.documents.test_pdf_layout import leaving_the_margins, overlapping
from tests.documents.test_pdf_standards import PROFILES, UNCOUNTED, failures

from kravkompass.app import Parts
from kravkompass.catalog.catalog import Catalog
from kravkompass.documents.edition import Edition
from kravkompass.documents.outline import Document
from kravkompass.documents.pdf import Archive, render
from kravkompass.language import Language
from kravkompass.purchases.examples import EXAMPLES, Example
from kravkompass.screens.export import DocumentKind, Wish, outline

DAY = dt.date(2026, 11, 2)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Parts().catalog


def check(document: Document) -> None:
    data = render(document)
    result = read_back(data)
    said = result.said(without=UNCOUNTED).replace(f" {document.wording.contents} ", " ", 1)
    assert not failures(data, PROFILES.PDF_A_2A, PROFILES.PDF_UA_1)
    assert not result.faults
    assert said == meant(document).replace(f" {document.wording.contents} ", " ", 1)
    assert not leaving_the_margins(result)
    assert not overlapping(result)


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_kind_in_every_language(kind: DocumentKind, language: Language, catalog: Catalog) -> None:
    """Of one example each, in turn; all examples in the long run."""
    example = EXAMPLES[(list(DocumentKind).index(kind) + list(Language).index(language)) % len(EXAMPLES)]
    check(outline(kind, example.purchase(), catalog, DAY, Wish(language=language)))


@pytest.mark.long
@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("kind", list(DocumentKind))
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example(example: Example, kind: DocumentKind, language: Language, catalog: Catalog) -> None:
    check(outline(kind, example.purchase(), catalog, DAY, Wish(language=language)))


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_a_purchase_with_nothing_chosen_and_one_with_words_that_fit_nowhere(kind: DocumentKind, catalog: Catalog) -> None:
    purchase = EXAMPLES[0].purchase()
    check(outline(kind, replace(purchase, groups=(), decisions={}), catalog, DAY, Wish(language=Language.NYNORSK, decided=True)))
    long = replace(purchase, title=LONG_TITLE, description=f"{LONG_WORD} <b>&amp;]]>")
    data = render(outline(kind, long, catalog, DAY, Wish(language=Language.SWEDISH)))
    assert not failures(data, PROFILES.PDF_A_2A, PROFILES.PDF_UA_1)
    assert not leaving_the_margins(read_back(data))


@pytest.mark.parametrize(("place", "kind"), list(enumerate(DocumentKind)))
def test_the_older_archival_standard_and_the_same_bytes_again(place: int, kind: DocumentKind, catalog: Catalog) -> None:
    older_and_again(kind, list(Language)[place % len(Language)], catalog)


@pytest.mark.long
@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_the_older_archival_standard_in_every_language(kind: DocumentKind, language: Language, catalog: Catalog) -> None:
    older_and_again(kind, language, catalog)


def older_and_again(kind: DocumentKind, language: Language, catalog: Catalog) -> None:
    purchase = EXAMPLES[1].purchase()
    wish = Wish(language=language, edition=Edition(2, draft=True))
    data = render(outline(kind, purchase, catalog, DAY, wish), archive=Archive.A1)
    assert not failures(data, PROFILES.PDF_A_1A, PROFILES.PDF_UA_1)
    assert render(outline(kind, purchase, catalog, DAY, wish), archive=Archive.A1) == data
