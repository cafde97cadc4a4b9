"""Writes an outline as a Word file with real headings, lists and tables. Imports python-docx: only for exporting."""

from kravkompass.documents.word.writing import render, write

__all__ = ["render", "write"]
