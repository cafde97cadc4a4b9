"""The example in the documentation is a purchase the program reads."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest

from kravkompass.purchases.exchange import parse_purchase, purchase_content
from kravkompass.purchases.findings_file import findings_content, parse_findings
from kravkompass.purchases.findings_form import FindingForm

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"```json\n(\{\s*\"format\": \"kravkompass-purchase\".*?)```", re.DOTALL)


def documented() -> list[str]:
    return [
        block for name in ("README.md", "CONTRIBUTING.md") for block in BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))
    ]


@pytest.mark.skipif(not documented(), reason="the form is not documented yet")
def test_the_documented_example_is_read_and_shows_every_field() -> None:
    (example,) = documented()
    read = parse_purchase(example.encode(), Path("CONTRIBUTING.md"))
    assert read.decided
    written = json.loads(purchase_content(read.purchase))
    assert written == {name: value for name, value in json.loads(example).items() if value != ""}


def test_the_documented_package_of_findings_is_read_and_shows_every_field() -> None:
    (example,) = re.findall(r"```json\n(\{\s*\"format\": \"kravkompass-findings\".*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL)
    package = parse_findings(example.encode(), Path("CONTRIBUTING.md"))
    assert findings_content(package).decode() == example
    assert set(json.loads(example)["findings"][0]) == {one.encode_name for one in msgspec.structs.fields(FindingForm)}


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "examples").glob("*.json")), ids=lambda path: path.stem)
def test_the_bundled_examples_are_read(path: Path) -> None:
    assert parse_purchase(path.read_bytes(), path).purchase.title
