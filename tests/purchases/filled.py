"""A part of a contract with something in every field, made from the types of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import NAMESPACE_URL, uuid5

from kravkompass.followup.contract import Contract

DAY = date(2028, 2, 29)


def identity(kind: type[Any]) -> str:
    """Give the id of the sample of a kind, the same every time."""
    return str(uuid5(NAMESPACE_URL, kind.__name__))


def filled(kind: type[Any]) -> Any:  # noqa: ANN401 - the kind is the caller's
    """Make the sample of a kind of part; it belongs to the sample of a contract."""
    made = _made(kind, kind.__name__)
    hints = get_type_hints(kind)
    known = {"id": identity(kind)} | ({"contract": identity(Contract)} if "contract" in hints else {})
    known |= {"deleted": ""} if kind is Contract else {}
    return kind(**{**{field.name: getattr(made, field.name) for field in fields(kind)}, **known})


def _made(hint: Any, name: str) -> Any:  # noqa: ANN401 - a type as Python writes it, and a value of it
    of = [one for one in get_args(hint) if one is not type(None)]
    if get_origin(hint) in {Union, UnionType}:
        return _made(of[0], name)
    if get_origin(hint) in {tuple, frozenset, list}:
        return get_origin(hint)([_made(of[0], name)])
    if get_origin(hint) in {Mapping, dict}:
        return {_made(of[0], name): _made(of[1], name)}
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{field.name: _made(hints[field.name], field.name) for field in fields(hint)})  # type: ignore[operator]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return next(iter(hint))
    return {str: f"{name} åäö", int: 7, float: 2.5, bool: True, date: DAY}.get(hint, name)
