"""What every sheet that the program writes has in common: cells, colours, lines, and what is known about the file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from openpyxl.cell import Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.xml.functions import tostring

from kravkompass.documents.office_file import one_line
from kravkompass.documents.style import LINE, Colour

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kravkompass.language import Language

FILLED_IN_TINT, FILLED_IN_TITLE = (1.0, 0.98, 0.9), (0.42, 0.26, 0.0)
LINE_HEIGHT, TALLEST_ROW = 13.5, 405.0
"""Points; no row of a sheet may be taller."""
CORE = "docProps/core.xml"
"""The part of the file that says what is known about it."""


def sheet_title(said: str) -> str:
    """Give a title as a sheet can have it."""
    return "".join(" " if sign in r"[]:*?/\'" else sign for sign in said)[:31]


def cell_at(page: Worksheet, down: int, place: int) -> Cell:
    """Give a cell by row and column from 1. Raises TypeError for a part of a merged one."""
    cell = page.cell(down, place)
    if not isinstance(cell, Cell):
        raise TypeError(f"row {down}, column {place} is part of a merged cell")
    return cell


def properties(title: str, author: str, subject: str, language: Language, day: dt.date) -> bytes:
    """Write what is known about the file anew: the library puts the time of writing there."""
    made = dt.datetime.combine(day, dt.time(), dt.UTC).replace(tzinfo=None)
    about = DocumentProperties(
        title=one_line(title),
        creator=one_line(author),
        lastModifiedBy=one_line(author),
        subject=one_line(subject),
        language=language.tag,
        created=made,
        modified=made,
    )
    return cast("bytes", tostring(about.to_tree()))  # with either of the libraries behind it


def argb(colour: Colour) -> str:
    """Give a colour as a sheet has it."""
    return "FF" + "".join(f"{round(part * 255):02X}" for part in colour)


def filled(colour: Colour) -> PatternFill:
    """Give a ground in one colour."""
    return PatternFill("solid", start_color=argb(colour))


_SIDE = Side(style="thin", color=argb(LINE))
BORDER = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
