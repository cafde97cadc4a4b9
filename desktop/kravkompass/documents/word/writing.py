"""From an outline to a finished Word file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx

from kravkompass.documents.known_facts import known_facts
from kravkompass.documents.office_file import settled
from kravkompass.documents.outline import Document, Facts, Section, joined, plain, sections
from kravkompass.documents.watch import WHOLE, Counted, Report, Watch, things
from kravkompass.documents.word.blocks import Blocks
from kravkompass.documents.word.elements import Element, element, named
from kravkompass.documents.word.furniture import field, furnish
from kravkompass.documents.word.inline import Look, run
from kravkompass.documents.word.pictures import logo
from kravkompass.purchases.atomic import write_beside

CONTENTS_FROM = 14
"""Headings and cards from which a document is taken to be long enough for a list of contents."""
CONTENTS_DEPTH = 2
MADE = 900
"""How much is done, of ``WHOLE``, when the content is made and is to be put into a file."""


def render(document: Document, report: Report | None = None) -> bytes:
    """Give the document as a Word file. The same document gives the same bytes.

    Raises FontsMissingError, LogoError or LogoTooLargeError.
    """
    watch = Watch(report)
    file = docx.Document()
    furnish(file, document)
    blocks = Blocks(file, document, Counted(watch, 0, MADE, things(document.blocks)).one)
    head = list(_head(file, document, blocks))
    blocks.headings.clear()
    content = list(blocks.made(document.blocks))
    body = file.element.body
    end = body[-1]
    for one in (*head, *_contents(document, blocks), *content):
        end.addprevious(one)
    target = io.BytesIO()
    watch.tell(MADE, WHOLE, 0, 2)
    file.save(target)
    watch.tell(MADE, WHOLE, 1, 2)
    finished = settled(target.getvalue())
    watch.tell(MADE, WHOLE, 2, 2)
    return finished


def write(document: Document, path: Path, report: Report | None = None) -> None:
    """Write the document as a Word file; an older file stays whole if anything fails.

    Raises FolderMissingError, NotWritableError or DiskFullError, and what ``render`` raises.
    """
    write_beside(path, render(document, report))


def _head(file: docx.document.Document, document: Document, blocks: Blocks) -> Iterator[Element]:
    """Whose document it is, what it is, its title and the facts about it."""
    if document.logo:
        yield logo(file, document.logo, document.organisation or document.title)
    if document.organisation:
        yield blocks.paragraph(document.organisation, "Organisation")
    if kind := joined((document.kind, document.wording.draft if document.draft else "")):
        yield blocks.paragraph(kind, "Subtitle")
    yield blocks.paragraph(document.heading or document.title or "–", "Title")
    if plain(document.summary).strip():
        yield blocks.paragraph(document.summary, "Lead")
    yield from blocks.made((Facts((*known_facts(document), *document.facts), plain(document.kind) or document.title),))


def _contents(document: Document, blocks: Blocks) -> Iterator[Element]:
    """The list of contents, whose entries lead to their headings. Word can renew it; it asks nobody when the file is opened."""
    parts = list(sections(document.blocks))
    listed = [
        heading
        for part, heading in zip(parts, blocks.headings, strict=True)
        if isinstance(part, Section) and heading[0] < CONTENTS_DEPTH
    ]
    long_enough = len(parts) >= CONTENTS_FROM and len(listed) > 1
    if not listed or not (long_enough if document.contents is None else document.contents):
        return
    yield blocks.paragraph(document.wording.contents, "ContentsTitle")
    look = Look(document.language)
    entries = []
    for depth, key, words in listed:
        link = element("w:hyperlink", run(words, look), anchor=key, history=1)
        entries.append(element("w:p", element("w:pPr", element("w:pStyle", val=f"TOC{depth + 1}")), link))
    *begin, end = field(rf'TOC \o "1-{CONTENTS_DEPTH}" \n \h \z', [])
    place = entries[0].find(named("w:hyperlink"))
    for mark in begin:
        place.addprevious(mark)
    entries[-1].append(end)
    yield from entries
