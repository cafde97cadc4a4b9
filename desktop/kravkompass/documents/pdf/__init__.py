"""Writes an outline as a PDF that is both archival (PDF/A) and accessible (PDF/UA). Imports ReportLab: only for exporting."""

from kravkompass.documents.pdf.metadata import Archive
from kravkompass.documents.pdf.writing import render, write

__all__ = ["Archive", "render", "write"]
