"""What Word and Excel files have in common: they are ZIP files of XML, which the same input must make alike to the byte."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from kravkompass.purchases.clean_text import clean_text

FIRST_PART = "[Content_Types].xml"
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def settled(data: bytes, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """Give the file with its parts in one order and without the time it was made; ``replaced`` are parts with other content."""
    other = replaced or {}
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(target, "w") as after:
        for name in sorted(before.namelist(), key=lambda name: (name != FIRST_PART, name)):
            part = zipfile.ZipInfo(name, _EARLIEST)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0  # otherwise Windows and Linux would make different files
            after.writestr(part, other[name] if name in other else before.read(name))
    return target.getvalue()


def fit(text: str) -> str:
    """Give the text without characters that no file can hold, and without those that turn the direction of what follows."""
    return _TURNING.sub("", clean_text(text))


def one_line(text: str, longest: int = 250) -> str:
    """Give the text on one line, fit for a file's properties."""
    return " ".join(fit(text).split())[:longest]
