"""Looking whether a JSON file says something twice: readers take the last of two fields with one name, and the first is lost unseen."""

from __future__ import annotations

import json
from dataclasses import dataclass


class _Fields(dict[str, object]):
    """The fields of an object, and the first name that stands twice among them."""

    twice: str | None = None


@dataclass(frozen=True, slots=True)
class Twice:
    """A name that stands twice in one object, and the place of that object as a path such as ``decisions[2]``; empty for the outermost."""

    name: str
    place: str


def _fields(pairs: list[tuple[str, object]]) -> _Fields:
    made = _Fields(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        made.twice = next(name for at, name in enumerate(names) if name in names[:at])
    return made


def said_twice(content: bytes) -> Twice | None:
    """Find the first name that stands twice in one object of a text that is JSON."""
    return _found(json.loads(content, object_pairs_hook=_fields, parse_int=float), "")


def _found(value: object, place: str) -> Twice | None:
    if isinstance(value, _Fields):
        if value.twice is not None:
            return Twice(value.twice, place)
        inner = ((one, f"{place}.{name}" if place else name) for name, one in value.items())
    elif isinstance(value, list):
        inner = ((one, f"{place}[{at}]") for at, one in enumerate(value))
    else:
        return None
    return next((found for one, at in inner if (found := _found(one, at)) is not None), None)
