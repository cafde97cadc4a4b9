"""The lock of what has been published: nothing changes or disappears unsaid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from tests.catalog.real import reading as shipped
from tests.catalog.small import FILE, problems, put, requirement, texts, write

from kravkompass.catalog.condition import HasGroup
from kravkompass.catalog.entries import Problem
from kravkompass.catalog.published import HEADING, LOCK, NOT_SAID, Published, fingerprint, lock_of, read_lock
from kravkompass.catalog.reading import read_catalog
from kravkompass.catalog.requirement import Codes, Origin, Relations, Requirement
from kravkompass.catalog.terms import Confidence, Fulfilled, Kind, Level, Place, Priority, Theme
from publish import publish

OTHER = {"sv": texts("Annan"), "nb": texts("Annen")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalog of two requirements that has been published."""
    put(write(tmp_path), FILE, [requirement(), requirement(id="SE-FOOD-02", texts=OTHER)])
    assert publish(tmp_path) == 0
    return tmp_path


def one(folder: Path) -> Requirement:
    return read_catalog(folder).requirements[0]


# ---- the fingerprint -----------------------------------------------------------------------------------------------------------

SAID: list[Callable[[Requirement], Requirement]] = [
    lambda it: replace(it, texts={**it.texts, "sv": replace(it.texts["sv"], demand="Annat.")}),
    lambda it: replace(it, texts={**it.texts, "nb": replace(it.texts["nb"], not_met="Annet.")}),
    lambda it: replace(it, texts={"sv": it.texts["sv"]}),
    lambda it: replace(it, kind=Kind.AWARD),
    lambda it: replace(it, level=Level.ADVANCED),
    lambda it: replace(it, theme=Theme.CLIMATE),
    lambda it: replace(it, feature="other"),
    lambda it: replace(it, follow_up=replace(it.follow_up, minutes=31)),
    lambda it: replace(it, confidence=Confidence.MEDIUM),
    lambda it: replace(it, place=frozenset({Place.AWARD})),
    lambda it: replace(it, fulfilled=Fulfilled.BID),
    lambda it: replace(it, labels=("msc",)),
    lambda it: replace(it, sources=("k11",)),
    lambda it: replace(it, codes=Codes(sdg=frozenset({1}))),
    lambda it: replace(it, national_id="10397:2"),
    lambda it: replace(it, origin=Origin("eu", "x")),
    lambda it: replace(it, statutory=True),
    lambda it: replace(it, duty="se-labour-terms"),
]


@pytest.mark.parametrize("change", SAID)
def test_what_a_purchase_takes_over_changes_the_fingerprint(folder: Path, change: Callable[[Requirement], Requirement]) -> None:
    before = one(folder)
    assert fingerprint(change(before)) != fingerprint(before)


def test_what_decides_when_it_is_proposed_does_not(folder: Path) -> None:
    before = one(folder)
    steered = replace(
        before,
        revision=7,
        area="elsewhere",
        priority=Priority.EXTRA,
        groups=frozenset({"all"}),
        when=HasGroup("fish"),
        relations=Relations(replaces=("SE-FOOD-02",)),
        retired=True,
        replaced_by="SE-FOOD-02",
    )
    assert fingerprint(steered) == fingerprint(before)
    assert {field.name for field in fields(Requirement)} >= NOT_SAID


def test_every_shipped_requirement_has_a_fingerprint_of_its_own() -> None:
    requirements = shipped().requirements
    assert len({fingerprint(each) for each in requirements}) == len(requirements)


# ---- the lock ------------------------------------------------------------------------------------------------------------------


def test_a_lock_is_read_as_it_was_written(folder: Path) -> None:
    requirements = read_catalog(folder).requirements
    found: list[Problem] = []
    read = read_lock(folder / LOCK, found)
    assert not found
    assert read == {
        each.id: Published(each.id, each.revision, fingerprint(each), place) for place, each in enumerate(requirements, start=2)
    }
    assert (folder / LOCK).read_text(encoding="utf-8") == HEADING + "".join(
        f"{each.id} 1 {fingerprint(each)}\n" for each in requirements
    )


def test_the_lock_is_in_the_order_of_ids_whatever_the_order_of_files() -> None:
    requirements = shipped().requirements
    assert lock_of(requirements) == lock_of(requirements[::-1])
    ids = [line.split()[0] for line in lock_of(requirements).splitlines()[1:]]
    assert ids == sorted(ids)
    assert len(ids) == len(requirements)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("SE-FOOD-01 0 " + "a" * 64, "should be an id, a revision and a fingerprint; publish again, do not edit"),
        ("SE-FOOD-01 1 " + "a" * 63, "should be an id, a revision and a fingerprint; publish again, do not edit"),
        ("SE-FOOD-01 " + "a" * 64, "should be an id, a revision and a fingerprint; publish again, do not edit"),
        (">>>>>>> main", "should be an id, a revision and a fingerprint; publish again, do not edit"),
        ("\udcff", "should be an id, a revision and a fingerprint; publish again, do not edit"),
        ("SE-FOOD-02 1 " + "a" * 64, "SE-FOOD-02 stands twice"),
    ],
)
def test_a_line_that_is_none_is_told(tmp_path: Path, line: str, message: str) -> None:
    whole = f"{HEADING}SE-FOOD-02 1 {'a' * 64}\n\n{line}\n"
    (tmp_path / LOCK).write_bytes(whole.encode(errors="surrogateescape"))
    found: list[Problem] = []
    assert list(read_lock(tmp_path / LOCK, found)) == ["SE-FOOD-02"]
    assert found == [Problem(LOCK, 4, message)]


# ---- what the check finds ------------------------------------------------------------------------------------------------------


def test_what_is_unchanged_has_no_problem(folder: Path) -> None:
    assert problems(folder) == []


def test_a_new_requirement_is_no_problem(folder: Path) -> None:
    put(folder, "se/food/more.yaml", [requirement(id="SE-FOOD-03", texts={"sv": texts("Tredje"), "nb": texts("Tredje nb")})])
    assert problems(folder) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"level": "advanced"}, "has changed since revision 1 was published; raise the revision to 2"),
        ({"level": "advanced", "revision": 2}, None),
        ({"revision": 2}, None),
        ({"priority": "extra"}, None),
        (
            {"texts": {"sv": texts("Fisken", why="Ny."), "nb": texts("Fisk på norsk")}},
            "has changed since revision 1 was published;",
        ),
        ({"retired": True, "replaced_by": "SE-FOOD-02"}, None),
        ({"retired": True}, "a retired requirement says what it is replaced by"),
    ],
)
def test_a_change_must_be_said(folder: Path, changes: dict[str, Any], problem: str | None) -> None:
    put(folder, FILE, [requirement(**changes), requirement(id="SE-FOOD-02", texts=OTHER)])
    told = problems(folder)
    assert len(told) == (problem is not None)
    assert not told or told[0].startswith(f"{FILE}:2: SE-FOOD-01: {problem}")


def test_a_revision_cannot_go_back(folder: Path) -> None:
    put(folder, FILE, [requirement(revision=3), requirement(id="SE-FOOD-02", texts=OTHER)])
    assert publish(folder) == 0
    put(folder, FILE, [requirement(revision=2), requirement(id="SE-FOOD-02", texts=OTHER)])
    assert problems(folder) == [f"{FILE}:2: SE-FOOD-01: revision 3 has been published; the revision cannot go back to 2"]


def test_an_id_cannot_disappear(folder: Path) -> None:
    put(folder, FILE, [requirement()])
    told = "SE-FOOD-02 has been published and is gone; bring it back with retired: true and replaced-by"
    assert problems(folder) == [f"{LOCK}:3: {told}"]


def test_another_file_may_hold_it(folder: Path) -> None:
    put(folder, FILE, [requirement()])
    put(folder, "se/care/fish.yaml", [requirement(id="SE-FOOD-02", texts=OTHER)])
    assert problems(folder) == []


# ---- publishing ----------------------------------------------------------------------------------------------------------------


def test_publishing_tells_what_is_new(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    third = requirement(id="SE-FOOD-03", texts={"sv": texts("Tredje"), "nb": texts("Tredje nb")})
    put(folder, FILE, [requirement(revision=2), requirement(id="SE-FOOD-02", texts=OTHER), third])
    capsys.readouterr()
    assert publish(folder) == 0
    assert capsys.readouterr().out == "3 requirements published, 1 of them new, 1 with a new revision.\n"
    assert read_lock(folder / LOCK, [])["SE-FOOD-01"].revision == 2
    before = (folder / LOCK).read_bytes()
    assert publish(folder) == 0
    assert (folder / LOCK).read_bytes() == before


def test_a_catalog_with_problems_is_not_published(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / LOCK).read_bytes()
    put(folder, FILE, [requirement(level="advanced"), requirement(id="SE-FOOD-02", texts=OTHER)])
    assert publish(folder) == 1
    said = capsys.readouterr().err
    assert "raise the revision to 2" in said
    assert said.endswith("Nothing has been published.\n")
    assert (folder / LOCK).read_bytes() == before
