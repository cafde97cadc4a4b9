"""The formats documents are exported in, which document goes into which, and what else can be asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from kravkompass.documents.edition import UNNUMBERED, Edition
from kravkompass.language import text
from kravkompass.screens.document_kinds import STANDARD, DocumentKind, outline_of

if TYPE_CHECKING:
    from pathlib import Path

    from kravkompass.documents.outline import Document
    from kravkompass.documents.sheet import Sheet
    from kravkompass.followup.reply import Reply
    from kravkompass.language import Language
    from kravkompass.purchases.settings import Settings


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
ONE_LANGUAGE = frozenset(ONLY_OF)
"""Formats that are in one language, whatever is beside it: they are read back by programs."""


class Archiving(StrEnum):
    """The archival standard a PDF keeps."""

    A2 = "2a"
    A1 = "1a"


ARCHIVING_NAMES = {
    Archiving.A2: text("PDF/A-2a"),
    Archiving.A1: text("PDF/A-1a, for older archives"),
}

def archiving_of(settings: Settings) -> Archiving:
    """Give the archival standard that is set."""
    return Archiving(settings.archive) if settings.archive in set(Archiving) else Archiving.A2


Told = Callable[[int, int], None]
"""Told how much is done, and of how much; may raise to stop the work."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: documents, formats, languages, and how they are finished.

    Without a language it is that of the country's contracts; ``beside`` is a second language that stands beside it,
    ``lot`` the number of the only lot it is about; 0 for the whole purchase. When all is
    decided, nothing is proposed beside it. ``replies`` are written into the Excel list, by requirement.
    """

    kinds: Sequence[DocumentKind] = STANDARD
    formats: Sequence[Format] = (Format.PDF,)
    language: Language | None = None
    beside: Language | None = None
    lot: int = 0
    decided: bool = False
    edition: Edition = UNNUMBERED
    archiving: Archiving = Archiving.A2
    replies: Mapping[str, Reply] = field(default_factory=dict)


def files(kinds: Iterable[DocumentKind], formats: Sequence[Format]) -> tuple[tuple[DocumentKind, Format], ...]:
    """Give the files to write. The calendar comes first: it may turn out that there is nothing to put in it."""
    wanted = [(kind, form) for kind in kinds for form in Format if form in formats and form not in ONLY_OF]
    single = [(ONLY_OF[form], form) for form in (Format.CALENDAR, Format.EXCEL) if form in formats]
    return tuple(sorted((*wanted, *single), key=lambda one: one[1] is not Format.CALENDAR))


def render_pdf(document: Document, archiving: Archiving = Archiving.A2, told: Told | None = None) -> bytes:
    """Give a document as a PDF. Raises KnownError when the fonts or the logo cannot be used."""
    from kravkompass.documents import pdf

    archive = {Archiving.A2: pdf.Archive.A2, Archiving.A1: pdf.Archive.A1}[archiving]
    return pdf.render(document, archive=archive, report=told)


def write_document(document: Document, file: Path, archiving: Archiving = Archiving.A2, told: Told | None = None) -> None:
    """Write a document: as Word where the file's name ends so, else as PDF.

    Raises:
        KnownError: the file cannot be written, or the fonts or the logo cannot be used; an older file stays whole.
    """
    if file.suffix.lower() == f".{Format.WORD.value}":
        from kravkompass.documents import word

        word.write(document, file, told)
    else:
        from kravkompass.purchases.atomic import write_beside

        write_beside(file, render_pdf(document, archiving, told))


def write_as(form: Format, kind: DocumentKind, sheets: tuple[Sheet, Sheet | None], file: Path, wish: Wish, told: Told) -> None:
    """Write a document as a file, from what it starts from in its language and in a second one; calendar and Excel are in one.

    Each format's library is imported when it is asked for.

    Raises:
        KnownError: the file cannot be written, or there is nothing to put in a calendar; an older file stays whole.
    """
    sheet, beside = sheets
    if form is Format.EXCEL:
        from kravkompass.documents import excel

        excel.write(sheet, file, wish.replies, told)
    elif form is Format.CALENDAR:
        from kravkompass.documents import calendar
        from kravkompass.documents.calendar_memory import sent_before

        # The events are known again by the purchase: there is one calendar for all of it.
        calendar.write(calendar.followup_calendar(sheet.whole, sent_before(file)), file)
    elif form is Format.WORD:
        from kravkompass.documents import word, word_tables
        from kravkompass.documents.side_by_side import in_languages

        whole = kind is DocumentKind.REQUIREMENT_LIST
        tables = in_languages(word_tables.list_with_tables, sheet, beside) if whole else outline_of(kind, sheet, beside)
        word.write(tables, file, told)
    else:
        from kravkompass.purchases.atomic import write_beside

        write_beside(file, render_pdf(outline_of(kind, sheet, beside), wish.archiving, told))
