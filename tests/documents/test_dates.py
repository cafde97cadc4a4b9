"""A date for people is written as the document's language writes it: never as computers do in Norwegian."""

from __future__ import annotations

import re
from datetime import date

import pytest
from tests.documents import contract_set
from tests.documents.meaning import meant
from tests.documents.office import DAY, catalog, purchase
from tests.purchases.meeting_samples import promise

from kravkompass.followup.meeting_naming import said_promise
from kravkompass.followup.plan_naming import said_interval
from kravkompass.language import Language, Languages, translation
from kravkompass.screens.export import DocumentKind, outline
from kravkompass.screens.export_formats import Wish

AS_COMPUTERS_DO = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK], ids=lambda one: one.value)
def test_no_norwegian_document_has_a_date_as_computers_write_it(language: Language) -> None:
    bought = purchase(2)  # a Norwegian one: what stands in the catalog's texts is as its authority wrote it
    made = {kind.value: outline(kind, bought, catalog(), DAY, Wish(language=language)) for kind in DocumentKind}
    made |= {name: make(Languages(language)) for name, make in contract_set.documents().items()}
    assert len(made) > 30
    assert not {name: found.group() for name, document in made.items() if (found := AS_COMPUTERS_DO.search(meant(document)))}
    formats = translation(language).formats
    assert all(formats.long_date(document.date) in meant(document) for document in made.values())


def test_how_often_something_comes_around_is_said_as_people_say_it() -> None:
    def said(language: Language) -> list[str]:
        return [said_interval(months, translation(language)) for months in (1, 2, 3, 12, 21)]

    assert said(Language.SWEDISH) == ["varje månad", "varannan månad", "var 3:e månad", "var 12:e månad", "var 21:a månad"]
    assert said(Language.BOKMAL) == ["hver måned", "annenhver måned", "hver 3. måned", "hver 12. måned", "hver 21. måned"]
    assert said(Language.NYNORSK) == ["kvar månad", "annankvar månad", "kvar 3. månad", "kvar 12. månad", "kvar 21. månad"]


def test_a_promise_without_a_day_is_not_said_to_be_due() -> None:
    t = translation(Language.SWEDISH)
    assert said_promise(promise("c", owner="Bo Berg", due=None), t) == "Åtagande av Bo Berg, utan bestämd dag."
    assert said_promise(promise("c", owner="", due=date(2027, 10, 1)), t).endswith("ska vara klart senast 2027-10-01.")
