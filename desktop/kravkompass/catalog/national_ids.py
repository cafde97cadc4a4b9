"""The national criteria our sources name: an id that stands in no source cannot stand in a requirement."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kravkompass.catalog.entries import Problem, entries_in

if TYPE_CHECKING:
    from kravkompass.catalog.reading import Reading
    from kravkompass.catalog.requirement import Requirement

FILE = "national_ids.yaml"


def read_national_ids(folder: Path, problems: list[Problem]) -> frozenset[str]:
    """Read the ids, each with the version where one was seen (``10397:2``)."""
    path = folder / FILE
    if not path.exists():
        return frozenset()
    found = set()
    for entry in entries_in(path, FILE, problems):
        found.add(entry.words("id"))
        entry.words("seen")
        entry.finish()
    return frozenset(found)


def named_in_a_source(requirement: Requirement, reading: Reading) -> Iterator[str]:
    """Check that a national id is one our sources name; a catalog without the list is not checked."""
    if reading.national_ids and requirement.national_id and requirement.national_id not in reading.national_ids:
        yield f"the national id “{requirement.national_id}” stands in no source ({FILE})"
