"""Tells whether an installation is whole: opens the catalog, speaks every language, writes a document and the window's machinery."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from kravkompass import __version__
from kravkompass.app import Parts, language_of_computer, today
from kravkompass.followup.errors import HolidaysMissingError
from kravkompass.language import Language, translation


def self_test(options: argparse.Namespace) -> int:
    """Run every test, print a line for each, and give 0 when all is well.

    Raises:
        KnownError: something that a person can put right is wrong.
    """
    speaks = translation(options.speaks or language_of_computer())
    print(f"kravkompass {__version__}")
    for title, test in TESTS.items():
        print(f"{title}: {test()}")
    print(speaks.say("All is well."))
    return 0


def _catalog() -> str:
    catalog = Parts().catalog
    return f"{len(catalog.requirements())} requirements, {len(catalog.groups)} product groups"


def _languages() -> str:
    return ", ".join(f"{language.value} “{translation(language).say('Requirement list')}”" for language in Language)


def _documents() -> str:
    from kravkompass.purchases.examples import EXAMPLES
    from kravkompass.screens.export import export

    with tempfile.TemporaryDirectory() as folder:
        written = export(EXAMPLES[0].purchase(), Parts().catalog, today(), Path(folder))
        return f"{sum(one.file.stat().st_size for one in written) // 1024} kB"


def _store() -> str:
    from kravkompass.purchases.store import Store

    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        return f"{len(store.purchases())} purchases in a new file"


def _calendar() -> str:
    """Find a holiday of each country: the library of holidays reads their names from files that a package can have left behind."""
    from datetime import date

    from kravkompass.catalog.terms import Country
    from kravkompass.followup.calendar import closed

    midsummer, constitution = closed(date(2027, 6, 26), Country.SWEDEN), closed(date(2027, 5, 17), Country.NORWAY)
    if (midsummer, constitution) != ("Midsummer Day", "Norway's constitution day"):
        raise HolidaysMissingError
    swedish, norwegian = translation(Language.SWEDISH), translation(Language.BOKMAL)
    return f"2027-06-26 “{swedish.say(midsummer)}”, 2027-05-17 “{norwegian.say(constitution)}”"


TESTS: dict[str, Callable[[], str]] = {
    "catalog": _catalog,
    "languages": _languages,
    "documents": _documents,
    "store": _store,
    "calendar": _calendar,
}
