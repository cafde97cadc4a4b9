"""YAML as a tree of entries that know their file and line, read strictly and without stopping at the first fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml

E = TypeVar("E", bound=StrEnum)
Plain = str | int | float | None
_WHOLE = re.compile(r"[-+]?[0-9][0-9_]*")
_DECIMAL = re.compile(r"[-+]?[0-9][0-9_]*\.[0-9_]*")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault in a file, with the line it stands on."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads yes, no, on and off as words: ``no`` is a country here, and ``yes`` an answer."""


_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[1] in {"int", "float", "null", "merge"}]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Entry:
    """A mapping in a file. Every reading notes a problem instead of raising, and gives a harmless value."""

    def __init__(self, node: yaml.Node, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.line = node.start_mark.line + 1
        self._problems = problems
        self._nodes: dict[str, yaml.Node] = {}
        self._read: set[str] = set()
        if not isinstance(node, yaml.MappingNode):
            self.problem("expected fields (name: value) here")
            return
        for key, value in node.value:
            name = str(key.value)
            if name in self._nodes:
                self.problem(f"“{name}” stands twice", key)
            self._nodes[name] = value

    def __contains__(self, name: str) -> bool:
        return name in self._nodes

    def problem(self, message: str, at: yaml.Node | str | None = None) -> None:
        """Note a fault, at a field if named."""
        node = self._nodes.get(at) if isinstance(at, str) else at
        line = node.start_mark.line + 1 if node is not None else self.line
        self._problems.append(Problem(self.file, line, message))

    def names(self) -> tuple[str, ...]:
        """Give the names of all fields, and count them as read."""
        self._read.update(self._nodes)
        return tuple(self._nodes)

    def finish(self) -> None:
        """Note the fields nobody asked for."""
        for name in self._nodes.keys() - self._read:
            self.problem(f"unknown field “{name}”", name)

    def plain(self, name: str) -> Plain:
        """Give a scalar as it stands."""
        node = self._take(name)
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.problem(f"“{name}” should be a single value", name)
            return None
        return _scalar(node)

    def words(self, name: str, required: bool = True) -> str:
        """Give a text."""
        if name not in self._nodes:
            if required:
                self.problem(f"“{name}” is missing")
            self._read.add(name)
            return ""
        node = self._take(name)
        if not isinstance(node, yaml.ScalarNode):
            self.problem(f"“{name}” should be text", name)
            return ""
        value = "" if _scalar(node) is None else " ".join(str(node.value).split())
        if required and not value:
            self.problem(f"“{name}” is empty", name)
        return value

    def number(self, name: str, default: int | None = None) -> int:
        """Give a whole number."""
        value = self.plain(name)
        if isinstance(value, int):
            return value
        if name in self._nodes or default is None:
            self.problem(f"“{name}” should be a whole number" if name in self._nodes else f"“{name}” is missing", name)
        return default or 0

    def flag(self, name: str) -> bool:
        """Give true or false; false when the field is left out."""
        value = self.plain(name)
        if value not in {None, "true", "false"}:
            self.problem(f"“{name}” should be true or false", name)
        return value == "true"

    def choice(self, name: str, choices: type[E], default: E | None = None) -> E:
        """Give one of a closed list."""
        given = self.words(name, required=default is None)
        first = default if default is not None else next(iter(choices))
        if not given:
            return first
        if given not in set(choices):
            self.problem(f"“{name}” cannot be “{given}”; choose one of: {', '.join(choices)}", name)
            return first
        return choices(given)

    def choices(self, name: str, choices: type[E]) -> frozenset[E]:
        """Give several of a closed list; none when left out."""
        given = self.list(name)
        if wrong := [one for one in given if one not in set(choices)]:
            self.problem(f"“{name}” cannot be “{', '.join(wrong)}”; choose among: {', '.join(choices)}", name)
        return frozenset(choices(one) for one in given if one in set(choices))

    def list(self, name: str) -> tuple[str, ...]:
        """Give a list of texts; empty when left out."""
        node = self._take(name)
        if node is None:
            return ()
        if isinstance(node, yaml.ScalarNode):
            return () if _scalar(node) is None else (str(node.value),)
        if not isinstance(node, yaml.SequenceNode) or not all(isinstance(part, yaml.ScalarNode) for part in node.value):
            self.problem(f"“{name}” should be a list", name)
            return ()
        return tuple(str(part.value) for part in node.value)

    def entry(self, name: str, required: bool = True) -> Entry | None:
        """Give the fields under a field."""
        node = self._take(name)
        if node is None:
            if required:
                self.problem(f"“{name}” is missing")
            return None
        return Entry(node, self.file, self._problems)

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Give a list of entries; empty when left out."""
        node = self._take(name)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.problem(f"“{name}” should be a list", name)
            return ()
        return tuple(Entry(part, self.file, self._problems) for part in node.value)

    def _take(self, name: str) -> yaml.Node | None:
        self._read.add(name)
        return self._nodes.get(name)


def entries_in(path: Path, shown_as: str, problems: list[Problem]) -> Iterator[Entry]:
    """Give the entries of a file that holds a list."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        problems.append(
            Problem(shown_as, mark.line + 1 if mark else 1, f"not readable as YAML: {getattr(error, 'problem', error)}")
        )
        return
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        problems.append(Problem(shown_as, 1, "the file should be a list (every item begins with “- ”)"))
        return
    for part in node.value:
        yield Entry(part, shown_as, problems)


def is_day(written: str) -> bool:
    """Whether a text is a date as it stands in the files: 2026-11-22."""
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _scalar(node: yaml.ScalarNode) -> Plain:
    """Give a number as a number; what YAML also takes for one (12:30, 0x1F, .inf) is text here."""
    kind, written = node.tag.rsplit(":", 1)[1], str(node.value)
    if kind == "null":
        return None
    if kind == "int" and _WHOLE.fullmatch(written):
        return int(written.replace("_", ""))
    if kind == "float" and _DECIMAL.fullmatch(written):
        return float(written.replace("_", ""))
    return written
