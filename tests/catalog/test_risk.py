"""Published risk levels: product group × step × area."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.catalog.real import reading

from kravkompass.catalog.entries import Problem
from kravkompass.catalog.risk import STEPS, ProductRisk, read_risks
from kravkompass.catalog.terms import RiskArea, RiskLevel

WHOLE = """\
# A comment.
- group: fish
  product: Vildfångad fisk
  publisher: Myndigheten
  year: "2026"
  source: "https://example.org"
  levels:
    labour: [high, medium, unknown]
    corruption: [low, low, very-high]
"""


def read(tmp_path: Path, text: str) -> tuple[tuple[ProductRisk, ...], list[Problem]]:
    file = tmp_path / "risks.yaml"
    file.write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    return read_risks(file, problems), problems


def test_levels_are_read_by_area_and_step_and_unknown_ones_say_nothing(tmp_path: Path) -> None:
    risks, problems = read(tmp_path, WHOLE)
    assert not problems
    assert {(one.area, one.step, one.level) for one in risks} == {
        (RiskArea.LABOUR, "raw-material", RiskLevel.HIGH),
        (RiskArea.LABOUR, "processing", RiskLevel.MEDIUM),
        (RiskArea.CORRUPTION, "raw-material", RiskLevel.LOW),
        (RiskArea.CORRUPTION, "processing", RiskLevel.LOW),
        (RiskArea.CORRUPTION, "final-manufacture", RiskLevel.VERY_HIGH),
    }
    assert {(one.group, one.product, one.publisher, one.year, one.source) for one in risks} == {
        ("fish", "Vildfångad fisk", "Myndigheten", "2026", "https://example.org")
    }


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "[high, medium, unknown]",
            "[high, medium]",
            "levels of “labour” should be three of: low, medium, unknown, high, very-high",
        ),
        ("[high, medium, unknown]", "[high, medium, huge]", "levels of “labour” should be three of"),
        ("labour:", "weather:", "levels of “weather” should be three of"),
        ("  publisher: Myndigheten\n", "", "“publisher” is missing"),
        ("  product:", "  produkt:", "“product” is missing"),
    ],
)
def test_a_faulty_level_is_told_and_the_others_are_read(tmp_path: Path, old: str, new: str, message: str) -> None:
    risks, problems = read(tmp_path, WHOLE.replace(old, new))
    assert any(one.message.startswith(message) for one in problems), problems
    assert {one.area for one in risks} >= {RiskArea.CORRUPTION}
    assert all(one.file == "catalog/risks.yaml" for one in problems)


def test_no_file_no_risks(tmp_path: Path) -> None:
    assert read_risks(tmp_path / "risks.yaml", []) == ()


def test_the_shipped_risks_are_about_groups_that_exist() -> None:
    shipped = reading()
    assert shipped.risks
    assert {risk.group for risk in shipped.risks} <= {group.id for group in shipped.groups}
    assert {risk.step for risk in shipped.risks} == set(STEPS)
    assert all(risk.source and risk.year.isdecimal() for risk in shipped.risks)
