"""The files of libraries that a packaged program needs are those the libraries have, and what the program asks for."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import babel
import holidays

import library_files
from kravkompass.catalog.terms import Country
from kravkompass.followup import calendar

FOLDERS = {"holidays": Path(holidays.__file__).parents[1], "babel": Path(babel.__file__).parents[1]}


def test_every_file_is_there() -> None:
    missing = [one for one in library_files.NEEDED if not (FOLDERS[one.partition("/")[0]] / one).is_file()]
    assert not missing


def test_looking_up_holidays_opens_no_other_files_of_theirs() -> None:
    opened: set[str] = set()
    listening = True

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        # A hook cannot be taken away again: it is told to stop.
        if listening and event == "open" and str(arguments[0]).endswith(".mo"):
            opened.add(str(arguments[0]))

    sys.addaudithook(hear)
    calendar._public.cache_clear()
    assert all(calendar.closed(date(2027, 5, 17), country) or country is Country.SWEDEN for country in Country)
    listening = False
    ours = {str(FOLDERS["holidays"] / one) for one in library_files.NEEDED}
    assert {one for one in opened if "holidays" in one} <= ours
