"""A file from outside as plain values: no more bytes than its sort may have, whole JSON, no name twice, and no deeper than its form."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kravkompass.errors import KnownError
from kravkompass.purchases.exchange_errors import PurchaseFileMissingError, PurchaseFileUnreadableError, TwiceError
from kravkompass.purchases.exchange_faults import Spot, broken_file, quoted
from kravkompass.purchases.plain_json import said_twice

DEEPEST = 20
_MEGABYTE = 1024 * 1024
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # some editors put it in front of every file they save
_BRACKETS = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of file: what it calls itself, the latest version this program reads, and what is told when a file is something else.

    ``largest`` is in bytes. ``too_large`` has the values path, size and limit (megabytes), ``newer`` path, version and known.
    """

    format: str
    version: int
    largest: int
    another: type[KnownError]
    newer: type[KnownError]
    too_large: type[KnownError]


def content_of(path: Path, sort: Sort) -> bytes:
    """Read the bytes of a file. Raises PurchaseFileMissingError, PurchaseFileUnreadableError or the sort's ``too_large``."""
    try:
        with path.open("rb") as file:
            content = file.read(sort.largest + 1)
            size = max(path.stat().st_size, len(content))
    except FileNotFoundError as problem:
        raise PurchaseFileMissingError(path=path) from problem
    except (OSError, ValueError) as problem:  # ValueError: a name no file can have
        raise PurchaseFileUnreadableError(path=path) from problem
    if len(content) > sort.largest:
        raise sort.too_large(path=path, size=math.ceil(size / _MEGABYTE), limit=sort.largest // _MEGABYTE)
    return content


def plain_of(content: bytes, spot: Spot, sort: Sort) -> dict[str, object]:
    """Give what a file of a sort says, as plain values. Raises BrokenPurchaseFileError, TwiceError or the sort's ``another`` or ``newer``."""
    content = content.removeprefix(_BYTE_ORDER_MARK)
    if _depth(content) > DEEPEST:
        raise sort.another(path=spot.path)
    try:
        plain = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise broken_file(problem, content, spot.path) from problem
    if not isinstance(plain, dict) or plain.get("format") != sort.format:
        raise sort.another(path=spot.path)
    if (twice := said_twice(content)) is not None:
        raise TwiceError(**spot.inside(twice.place).values(), word=quoted(twice.name))
    version = plain.get("version")
    if isinstance(version, int) and version > sort.version:
        raise sort.newer(path=spot.path, version=version, known=sort.version)
    return plain


def _depth(content: bytes) -> int:
    deepest = depth = 0
    for found in _BRACKETS.finditer(content):
        depth += {b"[": 1, b"{": 1, b"]": -1, b"}": -1}.get(found[0], 0)
        deepest = max(deepest, depth)
    return deepest
