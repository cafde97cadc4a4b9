"""Every text the code says can be found by the extraction, also where it stands inside another text."""

from __future__ import annotations

import ast
from pathlib import Path

from babel.messages.pofile import read_po
from tests.rules.tree import ROOT

SAYING = {"say", "count", "text", "in_context"}


def said(path: Path) -> set[str]:
    """Give the texts that are said in a file, written out in the call."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
        if name in SAYING and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
            found.add(node.args[0].value)
    return {one for one in found if " " in one or one[:1].isupper()}


def test_everything_said_is_in_the_template() -> None:
    with (ROOT / "i18n" / "kravkompass.pot").open("rb") as file:
        template = read_po(file)
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in template if message.id}
    missing = {
        f"{path.relative_to(ROOT)}: {one}" for path in sorted((ROOT / "desktop").rglob("*.py")) for one in said(path) if one not in known
    }
    assert not missing
