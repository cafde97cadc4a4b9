"""Packages of requirements: alive, of one country, in three languages, and without requirements that cannot stand together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.catalog.real import catalog
from tests.catalog.small import FILE, norwegian, problems, put, requirement, texts, write

from kravkompass.catalog.terms import Country, Theme

NAMES = {"sv": "Barn", "nb": "Barn", "nn": "Barn"}


def _package(*requirements: str, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever may stand in a file
    return {"id": "p", "country": "se", "name": NAMES, "fits": NAMES, "requirements": list(requirements), **changes}


def test_both_countries_have_theirs() -> None:
    packages = catalog().packages
    assert {"se-children", "se-kalmar", "se-karlstad", "se-region-stockholm", "se-small-direct"} <= packages.keys()
    assert {"no-children", "no-small-direct"} <= packages.keys()
    assert sum(package.whose == "Lillestrøm" for package in packages.values()) == 4
    assert not [one.id for one in packages.values() if one.names.keys() != NAMES.keys() or one.fits.keys() != NAMES.keys()]


def test_what_is_inside_exists_and_belongs_there() -> None:
    for package in catalog().packages.values():
        inside = [catalog().requirement(name) for name in package.requirements]
        assert {one.country for one in inside} == {package.country}
    animals = catalog().packages["no-animal-welfare"]
    assert {catalog().requirement(name).theme for name in animals.requirements} == {Theme.ANIMAL_WELFARE}


def test_a_small_set_is_small() -> None:
    sets = [package for package in catalog().packages.values() if package.id.endswith("small-direct")]
    assert {package.country for package in sets} == set(Country)
    assert all(len(package.requirements) <= 6 for package in sets)


def test_faults_are_told_with_their_line(tmp_path: Path) -> None:
    folder = write(tmp_path, packages=[_package("SE-FOOD-01", "SE-FOOD-01", "SE-FOOD-77", "NO-MAT-01", "SE-FOOD-02")])
    put(folder, FILE, [requirement(), requirement(id="SE-FOOD-02", level="advanced", relations={"replaces": ["SE-FOOD-01"]})])
    put(folder, "no/mat/fisk.yaml", [norwegian()])
    told = [one for one in problems(folder) if one.startswith("packages.yaml")]
    assert told == [
        "packages.yaml:2: packages/p: holds both SE-FOOD-02 and SE-FOOD-01, which cannot stand together",
        "packages.yaml:2: packages/p: names NO-MAT-01, which belongs to the other country",
        "packages.yaml:2: packages/p: names SE-FOOD-01 twice",
        "packages.yaml:2: packages/p: names “SE-FOOD-77”, which does not exist",
    ]


def test_a_package_of_two_is_none(tmp_path: Path) -> None:
    folder = write(tmp_path, packages=[_package("SE-FOOD-01")])
    put(folder, FILE, [requirement()])
    assert problems(folder) == ["packages.yaml:2: packages/p: should hold at least 3 requirements"]


def test_a_general_one_may_stand_beside_what_replaces_it_for_some(tmp_path: Path) -> None:
    general = requirement(groups=["all"])
    special = requirement(id="SE-FOOD-02", relations={"replaces": ["SE-FOOD-01"]}, texts={"sv": texts("Två"), "nb": texts("To")})
    third = requirement(id="SE-FOOD-03", texts={"sv": texts("Tre"), "nb": texts("Tre på norsk")})
    folder = write(tmp_path, packages=[_package("SE-FOOD-01", "SE-FOOD-02", "SE-FOOD-03")])
    put(folder, FILE, [general, special, third])
    assert problems(folder) == []
