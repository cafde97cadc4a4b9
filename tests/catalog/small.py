"""A catalog small enough to break on purpose: one requirement, one group, one question, one label, one source per country."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from kravkompass.catalog.checks import check_catalog
from kravkompass.catalog.reading import Reading, read_catalog

TODAY = date(2026, 11, 22)
TEXT_NAMES = ("title", "demand", "why", "evidence", "follow-up", "question", "met", "partly", "not-met")
FILE = "se/food/fish.yaml"


def texts(words: str, **changed: str) -> dict[str, str]:
    """The nine texts of a requirement, each telling what it is."""
    return {name: changed.get(name.replace("-", "_"), f"{words} {name}.") for name in TEXT_NAMES}


def requirement(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever may stand in a file
    """A Swedish requirement without a fault, as it stands in a file; changes are written with underscores, None leaves out."""
    whole: dict[str, Any] = {
        "id": "SE-FOOD-01",
        "revision": 1,
        "kind": "contract-term",
        "level": "base",
        "priority": "core",
        "theme": "environment",
        "feature": "fish-stocks",
        "groups": ["fish"],
        "sources": ["k10"],
        "confidence": "H",
        "place": ["contract"],
        "fulfilled": "delivery",
        "follow-up": {
            "stage": "during",
            "method": "spot-check",
            "interval": "yearly",
            "who": "buyer",
            "minutes": 30,
            "supplier-effort": "low",
            "severity": "ordinary",
        },
        "texts": {"sv": texts("Fisken"), "nb": texts("Fisk på norsk")},
    }
    whole |= {name.replace("_", "-"): deepcopy(value) for name, value in changes.items()}
    return {name: value for name, value in whole.items() if value is not None}


def norwegian(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    """A Norwegian requirement without a fault."""
    spoken = {language: texts(f"Fisken på {language}") for language in ("nb", "nn", "sv")}
    return requirement(**{"id": "NO-MAT-01", "sources": ["n1"], "texts": spoken, **changes})


SOURCE = {
    "id": "k10",
    "title": "Kriterier",
    "publisher": "Myndigheten",
    "address": "https://example.org",
    "date": "2025-01-01",
    "seen": "2026-11-01",
}
LISTS: Mapping[str, list[dict[str, Any]]] = {
    "product_groups.yaml": [
        {"id": "food", "name": {"sv": "Livsmedel", "nb": "Mat", "nn": "Mat"}},
        {"id": "fish", "area": "food", "name": {"sv": "Fisk", "nb": "Fisk", "nn": "Fisk"}, "asks": ["children"]},
    ],
    "questions.yaml": [
        {
            "id": "children",
            "kind": "yes-no",
            "ask": {"sv": "Barn?", "nb": "Barn?", "nn": "Barn?"},
            "why": {"sv": "Därför.", "nb": "Derfor.", "nn": "Difor."},
        }
    ],
    "labels.yaml": [{"id": "msc", "name": {"sv": "MSC", "nb": "MSC", "nn": "MSC"}}],
    "se/sources.yaml": [SOURCE],
    "no/sources.yaml": [{**SOURCE, "id": "n1"}],
}


def write(folder: Path, **files: list[dict[str, Any]]) -> Path:
    """Write a catalog folder without requirements; a file named with ``__`` for its slash replaces one of the lists."""
    replaced = {name.replace("__", "/") + ".yaml": content for name, content in files.items()}
    for name, content in {**LISTS, **replaced}.items():
        put(folder, name, content)
    return folder


def put(folder: Path, name: str, content: list[dict[str, Any]]) -> None:
    """Write a list of entries below one line of comment, so that the first entry begins on line 2."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("# A comment.\n" + yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def checked(folder: Path) -> Reading:
    """Read a catalog folder and run every check on it."""
    reading = read_catalog(folder)
    check_catalog(reading, TODAY)
    return reading


def problems(folder: Path) -> list[str]:
    """Every problem of a catalog folder as it is told, in order."""
    return [str(problem) for problem in sorted(checked(folder).problems)]
