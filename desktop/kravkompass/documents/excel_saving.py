"""Saving a workbook in memory: the library would put each sheet into a temporary file first, where others may read it and disks be full."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook


class _InMemory(ExcelWriter):
    _archive: ZipFile

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - the types leave out what the library's own writer sets
        """Write a sheet without charts and pictures."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - the library has no other way
        writer: Any = WorksheetWriter(ws, out=io.BytesIO())
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        self._archive.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)


def saved(book: Workbook) -> bytes:
    """Give the workbook as a file. Nothing touches a disk."""
    target = io.BytesIO()
    _InMemory(book, ZipFile(target, "w", ZIP_DEFLATED)).save()
    return target.getvalue()
