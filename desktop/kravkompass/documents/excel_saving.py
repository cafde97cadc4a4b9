"""Saving a workbook in memory: the library would put each sheet into a temporary file first, where others may read it and disks be full."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook


class _Rows(WorksheetWriter):
    """Writes the rows of a sheet, and tells of each: it may raise to stop the work."""

    told: Callable[[], object]

    def write_row(self, xf: Any, row: Any, row_idx: int) -> None:  # noqa: ANN401 - the library has no types here
        """Write a row."""
        self.told()
        super().write_row(xf, row, row_idx)


class _InMemory(ExcelWriter):
    _archive: ZipFile
    told: Callable[[], object]

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - the types leave out what the library's own writer sets
        """Write a sheet without charts and pictures."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - the library has no other way
        writer: Any = _Rows(ws, out=io.BytesIO())
        writer.told = self.told
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        self._archive.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)


def saved(book: Workbook, told: Callable[[], object] = lambda: None) -> bytes:
    """Give the workbook as a file; ``told`` is called for each row and may raise. Nothing touches a disk."""
    target = io.BytesIO()
    writer = _InMemory(book, ZipFile(target, "w", ZIP_DEFLATED))
    writer.told = told
    writer.save()
    return target.getvalue()
