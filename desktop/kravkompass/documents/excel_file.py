"""Excel files from outside, opened within bounds: nothing is unpacked beyond a limit, and no formula is worked out."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_PARTS = 500
# What the libraries raise over files that are cut, damaged or made to harm.
BROKEN = (
    zipfile.BadZipFile, InvalidFileException, zlib.error, struct.error, SyntaxError, LookupError, ValueError, TypeError,
    AttributeError, ArithmeticError, NotImplementedError, EOFError, OSError,
)  # fmt: skip
_PACKINGS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1


class BrokenBookError(Exception):
    """The file is no Excel file, or it is broken or protected. Whoever reads it says so in words."""


class BookTooLargeError(Exception):
    """The file is larger, unpacked, than allowed. Whoever reads it says so in words."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, which is not worked out."""

    words: str


def opened(content: bytes, largest: int) -> Workbook:
    """Open a file to read; ``largest`` is in bytes, unpacked. Raises BrokenBookError and BookTooLargeError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            listed = parts.infolist()
        # No part gives more bytes than it says it has, so what they say is the bound.
        if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > largest:
            raise BookTooLargeError
        if any(part.compress_type not in _PACKINGS or part.flag_bits & _ENCRYPTED for part in listed):
            raise BrokenBookError
        return load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    except BROKEN as cause:
        raise BrokenBookError from cause


def rows(page: Worksheet, most_rows: int, most_columns: int) -> Iterator[tuple[int, tuple[object, ...]]]:
    """Give the rows that are not empty with their numbers from 1; a formula as a formula, never as what it came to.

    Raises BrokenBookError.
    """
    try:
        for number, row in enumerate(page.iter_rows(max_row=most_rows, max_col=most_columns), 1):
            cells = tuple(Formula(str(cell.value)) if cell.data_type == "f" else cell.value for cell in row)
            if any(cell is not None for cell in cells):
                yield number, cells
    except BROKEN as cause:
        raise BrokenBookError from cause
