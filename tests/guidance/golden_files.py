"""The golden files: purchases and what must come of them, written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from kravkompass.catalog.terms import Country
from kravkompass.guidance.facts import Answer, Facts
from kravkompass.guidance.purchase import Decision, Purchase, Verdict

FOLDER = Path(__file__).parent / "golden"
Golden = Mapping[str, Any]


def read(name: str) -> list[Golden]:
    """Read a golden file: a list of cases, each with a name of its own."""
    cases: list[Golden] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    assert len({case["name"] for case in cases}) == len(cases)
    return cases


def purchase_of(case: Golden, chosen: Mapping[str, int] | None = None) -> Purchase:
    """Make the case's purchase, with these requirements (by id, with their revision) chosen."""
    decisions = {name: Decision(name, revision, Verdict.CHOSEN) for name, revision in (chosen or {}).items()}
    facts = Facts({name: _answer(answer) for name, answer in case.get("answers", {}).items()})
    return Purchase("", Country(case["country"]), case["name"], groups=tuple(case["groups"]), facts=facts, decisions=decisions)


def _answer(written: Any) -> Answer:  # noqa: ANN401 - what YAML has
    if isinstance(written, date):
        return written.isoformat()
    if isinstance(written, list):
        return frozenset(written)
    answer: Answer = written
    return answer
