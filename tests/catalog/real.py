"""The shipped catalog, built from its text files once for every process that runs tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.lasting import lasting_folder

from kravkompass.catalog.build import build
from kravkompass.catalog.catalog import Catalog
from kravkompass.catalog.reading import Reading, read_catalog
from kravkompass.catalog.rules import read_rules
from kravkompass.catalog.search import Finder
from kravkompass.paths import bundled


@cache
def file() -> Path:
    """The catalog file. Copy it before changing it."""
    folder = lasting_folder()
    build(bundled("resources"), folder / "catalog.sqlite")
    return folder / "catalog.sqlite"


@cache
def catalog() -> Catalog:
    """The catalog as the program opens it."""
    return Catalog(file())


@cache
def finder() -> Finder:
    """Search in the catalog, with what it knows gathered once."""
    return Finder(catalog())


@cache
def reading() -> Reading:
    """The catalog as it is read from its text files, with the problems found on the way, those of the rules included."""
    read = read_catalog(bundled("resources", "catalog"))
    read_rules(bundled("resources", "rules"), read.problems)
    return read
