"""What a Word document has beside its content: the page, header and footer, and what is known about the file."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Pt

from kravkompass.documents import style
from kravkompass.documents.known_facts import identity_line
from kravkompass.documents.office_file import one_line
from kravkompass.documents.outline import plain
from kravkompass.documents.word.elements import Element, element, named, tag, words
from kravkompass.documents.word.inline import Look, run
from kravkompass.documents.word.style_sheet import style_sheet

if TYPE_CHECKING:
    from docx.document import Document as WordFile

    from kravkompass.documents.outline import Document

_PLACES = re.compile(r"(\{page\}|\{pages\})")
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
MODE = "15"
"""Word 2013 and later; an older mode is announced in the title bar."""


def furnish(file: WordFile, document: Document) -> None:
    """Give the document its styles, page, header, footer and properties."""
    _replace_styles(file, document.language)
    _settle(file, document.language)
    _lay_page(file)
    _write_header(file, document)
    _write_footer(file, document)
    _describe(file, document)


def _replace_styles(file: WordFile, language: str) -> None:
    styles = file.styles.element
    for child in list(styles):
        styles.remove(child)
    styles.extend(style_sheet(language))


def _settle(file: WordFile, language: str) -> None:
    settings = file.settings.element
    for one in settings.iter(named("w:compatSetting")):
        if one.get(named("w:name")) == "compatibilityMode":
            one.set(named("w:val"), MODE)
    for one in settings.iter(named("w:themeFontLang")):
        one.set(named("w:val"), tag(language))
    for part in (file.part.package, file.part):
        for key, relation in list(part.rels.items()):
            if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL or relation.reltype.endswith(("/stylesWithEffects", "/customXml")):
                del part.rels[key]


def _lay_page(file: WordFile) -> None:
    page = file.sections[0]
    page.page_width, page.page_height = Pt(style.PAGE_WIDTH), Pt(style.PAGE_HEIGHT)
    page.left_margin = page.right_margin = Pt(style.MARGIN_SIDE)
    page.top_margin, page.bottom_margin = Pt(style.MARGIN_TOP), Pt(style.MARGIN_BOTTOM)
    page.header_distance = page.footer_distance = Pt(style.MARGIN_BOTTOM / 2)


def _write_header(file: WordFile, document: Document) -> None:
    wording = document.wording
    left = " · ".join(part for part in (document.organisation, plain(document.kind), document.title) if part)
    reference = f"{wording.reference} {document.reference}" if document.reference else ""
    right = " · ".join(part for part in (reference, wording.draft.upper() if document.draft else "") if part)
    _fill(file.sections[0].header._element, "Header", [*_text(one_line(left, 70), document), _tab(), *_text(one_line(right, 60), document)])  # noqa: SLF001


def _write_footer(file: WordFile, document: Document) -> None:
    wording = document.wording
    left = identity_line(document)
    pages = [one for part in _PLACES.split(wording.page_of) for one in _field_or_text(part, document)]
    _fill(file.sections[0].footer._element, "Footer", [*_text(one_line(left, 90), document), _tab(), *pages])  # noqa: SLF001


def _fill(place: Element, named_style: str, content: list[Element]) -> None:
    for child in list(place):
        place.remove(child)
    place.append(element("w:p", element("w:pPr", element("w:pStyle", val=named_style)), *content))


def _text(text: str, document: Document) -> list[Element]:
    return [run(text, Look(document.language))] if text else []


def _tab() -> Element:
    return element("w:r", element("w:tab"))


def _field_or_text(part: str, document: Document) -> list[Element]:
    return field(_FIELDS[part], [run("1", Look(document.language))]) if part in _FIELDS else _text(part, document)


def field(instruction: str, shown: list[Element]) -> list[Element]:
    """Make a field that Word fills in, with what is shown until it does."""
    marks = [element("w:r", element("w:fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")]
    order = element("w:r", words(f" {instruction} ", "w:instrText"))
    return [marks[0], order, marks[1], *shown, marks[2]]


def _describe(file: WordFile, document: Document) -> None:
    about, day = file.core_properties, dt.datetime.combine(document.date, dt.time(), dt.UTC)
    kind = plain(document.kind)
    title = f"{kind}: {document.title}" if kind else document.title
    about.title = one_line(title) or "–"
    about.author = one_line(document.author or document.organisation)
    about.last_modified_by = about.author
    about.subject = one_line(document.subject)
    about.keywords = one_line(", ".join(document.keywords))
    about.category = one_line(kind)
    about.comments = one_line(document.identity)
    about.version = one_line(document.version)
    about.language = tag(document.language)
    about.created = about.modified = day.replace(tzinfo=None)
    about.revision = 1
