"""National ids: only those that a source names."""

from __future__ import annotations

from pathlib import Path

from tests.guidance.made import requirement

from kravkompass.catalog.entries import Problem
from kravkompass.catalog.national_ids import named_in_a_source, read_national_ids
from kravkompass.catalog.reading import Reading
from kravkompass.paths import bundled


def test_an_id_that_stands_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "national_ids.yaml").write_text('- {id: "10397:2", seen: "2026-11-01"}\n', encoding="utf-8")
    problems: list[Problem] = []
    reading = Reading(national_ids=read_national_ids(tmp_path, problems))
    assert not problems
    assert not list(named_in_a_source(requirement(national_id="10397:2"), reading))
    assert not list(named_in_a_source(requirement(), reading))
    assert list(named_in_a_source(requirement(national_id="10397:3"), reading)) == [
        "the national id “10397:3” stands in no source (national_ids.yaml)"
    ]


def test_the_shipped_list() -> None:
    problems: list[Problem] = []
    assert len(read_national_ids(bundled("resources", "catalog"), problems)) > 80
    assert not problems
