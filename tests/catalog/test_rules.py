"""Law and amounts as dated data: what is in force on a day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.catalog.real import reading

from kravkompass.catalog.entries import Problem
from kravkompass.catalog.rules import Rule, RuleRow, Rules, read_rules
from kravkompass.catalog.terms import Confidence, Country
from kravkompass.paths import bundled

NAMES = {"sv": "Gräns", "nb": "Grense", "nn": "Grense"}


def row(first: str, last: str, value: float | str | None) -> RuleRow:
    return RuleRow(first, last, value, ("l1",), Confidence.HIGH)


def rule(*rows: RuleRow) -> Rule:
    return Rule("se-limit", Country.SWEDEN, NAMES, "LOU", "SEK", rows)


LIMIT = rule(row("2024-01-01", "2025-12-31", 100), row("2026-01-01", "2026-06-30", None), row("2026-07-01", "", "yes"))


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        ("2023-12-31", None),
        ("2024-01-01", "2024-01-01"),
        ("2024-02-29", "2024-01-01"),
        ("2025-12-31", "2024-01-01"),
        ("2026-01-01", "2026-01-01"),
        ("2026-06-30", "2026-01-01"),
        ("2026-07-01", "2026-07-01"),
        ("2999-01-01", "2026-07-01"),
    ],
)
def test_a_row_holds_from_its_first_day_through_its_last(day: str, begins: str | None) -> None:
    for asked in (day, date.fromisoformat(day)):
        found = LIMIT.on(asked)
        assert (found.valid_from if found else None) == begins


def test_an_amount_is_given_only_when_it_is_known_and_a_number() -> None:
    rules = Rules({"se-limit": LIMIT})
    assert rules.amount("se-limit", "2025-01-01") == 100
    assert rules.amount("se-limit", "2026-01-01") is None
    assert rules.amount("se-limit", "2026-07-01") is None
    assert rules.amount("se-limit", "2020-01-01") is None
    assert rules.amount("another", "2025-01-01") is None
    assert rules.row("another", "2025-01-01") is None
    assert Rules().row("se-limit", "2025-01-01") is None


def read(tmp_path: Path, *rules: dict[str, Any]) -> tuple[Rules, list[Problem]]:
    (tmp_path / "se.yaml").write_text("# A comment.\n" + yaml.safe_dump(list(rules), sort_keys=False), encoding="utf-8")
    problems: list[Problem] = []
    return read_rules(tmp_path, problems), problems


def written(*rows: dict[str, Any], **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever may stand in a file
    return {"id": "se-limit", "name": NAMES, "law": "LOU", "unit": "SEK", "rows": list(rows), **changes}


FIRST = {"from": "2024-01-01", "to": "2025-12-31", "value": 700000, "sources": ["l1"], "confidence": "H"}
SECOND = {"from": "2026-01-01", "sources": ["l1"], "confidence": "M", "note": {"sv": "Bekräfta."}}


def test_a_rule_is_read(tmp_path: Path) -> None:
    rules, problems = read(tmp_path, written(FIRST, SECOND))
    assert not problems
    assert rules.by_id["se-limit"].names == NAMES
    assert rules.amount("se-limit", "2025-06-01") == 700000
    latest = rules.row("se-limit", "2026-06-01")
    assert latest is not None
    assert (latest.value, latest.valid_to, latest.note, latest.confidence) == (None, "", {"sv": "Bekräfta."}, Confidence.MEDIUM)


@pytest.mark.parametrize(
    ("rules", "line", "message"),
    [
        ([written(FIRST), written(SECOND)], 15, "the id se-limit is used twice"),
        ([written({**FIRST, "from": "2024-1-1"})], 10, "“from” should be a date such as 2026-11-22"),
        ([written({**FIRST, "to": "2025-02-29"})], 11, "“to” should be a date such as 2026-11-22"),
        ([written(FIRST, {**SECOND, "from": "2025-12-31"})], 10, "the row from 2025-12-31 begins before the row from 2024-01-01"),
        ([written(SECOND, {**FIRST, "from": "2027-01-01"})], 10, "the row from 2027-01-01 begins before the row from 2026-01-01"),
        ([written({**FIRST, "confidence": "X"})], 15, "“confidence” cannot be “X”"),
        ([written({**FIRST, "amount": 1})], 16, "unknown field “amount”"),
        ([written(FIRST, law=None)], 7, "“law” is empty"),
    ],
)
def test_a_faulty_rule_is_told_with_its_line(tmp_path: Path, rules: list[dict[str, Any]], line: int, message: str) -> None:
    _, problems = read(tmp_path, *rules)
    assert [one.file for one in problems] == ["rules/se.yaml"]
    assert problems[0].message.startswith(message)
    assert abs(problems[0].line - line) <= 1


def test_no_files_no_rules(tmp_path: Path) -> None:
    assert read_rules(tmp_path, []) == Rules({})


def test_the_shipped_rules_follow_each_other_day_by_day_and_name_known_sources() -> None:
    problems: list[Problem] = []
    rules = read_rules(bundled("resources", "rules"), problems)
    assert not problems
    for one in rules.by_id.values():
        for before, after in pairwise(one.rows):
            assert date.fromisoformat(before.valid_to) + timedelta(days=1) == date.fromisoformat(after.valid_from), one.id
        named = {source if "/" in source else f"{one.country}/{source}" for each in one.rows for source in each.sources}
        assert named <= {f"{country}/{source}" for country, known in reading().sources.items() for source in known}, one.id


@pytest.mark.parametrize(
    ("rule_id", "day", "amount"),
    [
        ("se-direct-limit", "2026-11-22", 700_000),
        ("se-threshold-goods-services", "2025-12-31", 2_389_585),
        ("se-threshold-goods-services", "2026-01-01", None),
        ("se-documentation-from", "2026-11-22", 100_000),
        ("no-threshold-goods-services", "2024-03-13", 2_200_000),
        ("no-threshold-goods-services", "2024-03-14", 2_300_000),
        ("no-threshold-goods-services", "2026-04-21", 2_500_000),
        ("no-environment-weight", "2023-12-31", None),
        ("no-environment-weight", "2024-01-01", 30),
        ("no-environment-weight", "2026-07-01", 30),
    ],
)
def test_the_shipped_amounts_on_the_days_they_change(rule_id: str, day: str, amount: float | None) -> None:
    assert read_rules(bundled("resources", "rules"), []).amount(rule_id, day) == amount
