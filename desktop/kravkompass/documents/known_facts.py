"""What is known of a document itself: its reference number, its date as its language writes it, and its version."""

from __future__ import annotations

from kravkompass.documents.outline import Document, Fact
from kravkompass.language import Formats, Language


def known_facts(document: Document) -> tuple[Fact, ...]:
    """Give what stands below the title before the document's own facts."""
    if document.known is not None:
        return document.known
    wording, day = document.wording, Formats(Language(document.language)).long_date(document.date)
    known = ((wording.reference, document.reference), (wording.date, day), (wording.version, document.version))
    return tuple(Fact(label, value) for label, value in known if value)


def identity_line(document: Document) -> str:
    """Give what stands at the foot of every page: what the document belongs to, its version and its date."""
    version = f"{document.wording.version} {document.version}" if document.version else ""
    day = Formats(Language(document.language)).short_date(document.date)
    return " · ".join(part for part in (document.identity, version, day) if part)
