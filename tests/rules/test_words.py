"""The project speaks of the project alone: no folder of a machine and no package registry in any file."""

from __future__ import annotations

import re

from tests.rules.tree import ROOT, files, named

# In character classes here so that this file does not hold the words themselves.
_FORBIDDEN = re.compile(
    r"/[w]ork/|/[r]oot/|/[t]mp/|/[h]ome/\w+/|[p]ypi\.org|[p]ythonhosted|[r]egistry\.npm|[a]naconda\.org|--(?:extra-)?[i]ndex-url|\.\./[s]hared\b"
)
_UNREAD = {".png", ".ttf", ".pdf", ".ico", ".sqlite", ".svg", ".zip"}


def test_no_file_speaks_of_a_machine_or_a_registry() -> None:
    wrong = []
    for path in files():
        if path.suffix not in _UNREAD:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if found := _FORBIDDEN.search(line):
                    wrong.append(f"{named(path)}:{number}: {found[0]}")
    assert not wrong


def test_files_end_with_one_line_end_and_hold_no_tabs() -> None:
    wrong = []
    for path in files():
        if path.suffix in {".py", ".md", ".yaml", ".toml", ".po", ".pot"}:
            text = path.read_bytes().decode("utf-8")
            if text and (not text.endswith("\n") or "\t" in text or "\r" in text):
                wrong.append(named(path))
    assert not wrong


def test_the_licence_is_named_alike() -> None:
    assert 'license = "MIT"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
