"""The formats documents are exported in, and which document goes into which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from kravkompass.language import text
from kravkompass.screens.document_kinds import DocumentKind, outline_of

if TYPE_CHECKING:
    from pathlib import Path

    from kravkompass.documents.requirement_list import Sheet


class Format(StrEnum):
    """A file format; the value is how its files end."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"
    CALENDAR = "ics"


FORMAT_NAMES = {
    Format.PDF: text("PDF"),
    Format.WORD: text("Word"),
    Format.EXCEL: text("Excel: the requirement list"),
    Format.CALENDAR: text("Calendar: the follow-up plan"),
}
ONLY_OF = {Format.EXCEL: DocumentKind.REQUIREMENT_LIST, Format.CALENDAR: DocumentKind.FOLLOWUP_PLAN}
"""Formats that one document only can be written in."""


def files(kinds: Iterable[DocumentKind], formats: Sequence[Format]) -> tuple[tuple[DocumentKind, Format], ...]:
    """Give the files to write. The calendar comes first: it may turn out that there is nothing to put in it."""
    wanted = [(kind, form) for kind in kinds for form in Format if form in formats and form not in ONLY_OF]
    single = [(ONLY_OF[form], form) for form in (Format.CALENDAR, Format.EXCEL) if form in formats]
    return tuple(sorted((*wanted, *single), key=lambda one: one[1] is not Format.CALENDAR))


def write_as(form: Format, kind: DocumentKind, sheet: Sheet, beside: Sheet, file: Path) -> None:
    """Write a document as a file. Each format's library is imported when it is asked for.

    Raises:
        KnownError: the file cannot be written, or there is nothing to put in a calendar; an older file stays whole.
    """
    if form is Format.EXCEL:
        from kravkompass.documents import excel

        excel.write(sheet, file)
    elif form is Format.CALENDAR:
        from kravkompass.documents import calendar

        calendar.write(calendar.followup_calendar(sheet, calendar.sent_before(file)), file)
    elif form is Format.WORD:
        from kravkompass.documents import word, word_tables

        whole = kind is DocumentKind.REQUIREMENT_LIST
        word.write(word_tables.list_with_tables(sheet) if whole else outline_of(kind, sheet, beside), file)
    else:
        from kravkompass.documents import pdf

        pdf.write(outline_of(kind, sheet, beside), file)
