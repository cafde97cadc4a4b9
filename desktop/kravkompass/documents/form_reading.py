"""Reads a form back when it has been filled in on the screen: each field by its name, as values to show. It changes nothing."""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kravkompass.documents import form_errors as errors
from kravkompass.documents.field import Field, FieldKind
from kravkompass.documents.office_file import fit
from kravkompass.documents.outline import Card, Document, Section, Together
from kravkompass.documents.pdfium import TURN
from kravkompass.language import Language

if TYPE_CHECKING:
    from kravkompass.documents.outline import Block

LARGEST_FILE = 20 * 1024 * 1024
MOST_PAGES = 300
MOST_FIELDS = 5_000
LONGEST_TEXT = 32_000
"""Characters of an answer; what is longer is told and not taken."""
MEGABYTE = 1024 * 1024

FORM = "kravkompass-form-1"
_PURCHASE, _LIST, _LANGUAGE, _TERM = "purchase:", "list:", "language:", "term:"


@dataclass(frozen=True, slots=True)
class FormAbout:
    """What a form says about itself. All empty when the program it was filled in with has taken that away.

    ``terms`` are checksums of the wording of each term that is asked about, by the requirement's id.
    """

    purchase: str
    checksum: str
    language: str
    terms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filled:
    """A field with what was filled in.

    ``place`` is the place, from 0, of the chosen option; None when nothing, or something else, was chosen. A box that was
    ticked has the value "yes". ``fits`` is False for what cannot be taken: a choice that is not on offer, or too long a text.
    """

    field: Field
    value: str
    place: int | None = None
    fits: bool = True


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form that came back: its fields in the form's own order.

    ``missing`` are names of fields that the file does not have, ``unknown`` of fields that the form does not have.
    ``list_changed`` is set when the list has another checksum now than the form, or the form does not say. ``sha256`` is of the
    file as it came; ``original`` are its bytes, to keep as evidence.
    """

    about: FormAbout
    filled: tuple[Filled, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    list_changed: bool
    sha256: str
    original: bytes = field(repr=False)


def wording_checksum(words: str) -> str:
    """Give a short checksum of a wording (first 12 digits of a SHA-256)."""
    return hashlib.sha256(words.encode(errors="backslashreplace")).hexdigest()[:12]


def form_marks(purchase: str, checksum: str, language: str, terms: Mapping[str, str]) -> tuple[str, ...]:
    """Give the keywords by which a form is known again: the purchase (or what was sent out) and list it belongs to, and its language.

    ``terms`` are the wordings of what is asked about, by the requirement's id: their checksums tell which of them has changed.
    """
    wordings = (f"{_TERM}{name}={wording_checksum(words)}" for name, words in terms.items())
    return FORM, f"{_PURCHASE}{purchase}", f"{_LIST}{checksum}", f"{_LANGUAGE}{language}", *wordings


def form_about(path: Path) -> FormAbout:
    """Give what a form says about itself, so that the right purchase and language can be chosen. Raises as ``read_form``."""
    return _read(path, form_content(path))[0]


def read_form(path: Path, document: Document) -> FilledForm:
    """Read what was filled in in a form, by the outline the form was made from.

    Raises:
        KnownError: of ``form_errors``: the file cannot be read, is too large, protected or no form, belongs to another purchase,
            or is in another language.
    """
    content = form_content(path)
    told, values = _read(path, content)
    return filled_form(path, content, told, values, document)


def filled_form(path: Path, content: bytes, told: FormAbout, values: Mapping[str, str], document: Document) -> FilledForm:
    """Give what was filled in, by the outline the form was made from; ``values`` are by the names of the fields. Raises as ``read_form``."""
    ours = form_about_of(document.keywords)
    if told.purchase and told.purchase != ours.purchase:
        raise errors.OtherFormError(path=path)
    if told.language and told.language != ours.language:
        known = told.language in set(Language)
        language = Language(told.language).own_name if known else told.language[:20]
        raise errors.OtherFormLanguageError(path=path, language=language)
    asked = tuple(fields_of(document.blocks))
    names = {one.name for one in asked}
    if not names & values.keys():
        raise errors.NotAFormError(path=path)
    return FilledForm(
        told,
        tuple(filled_in(one, values[one.name]) for one in asked if one.name in values),
        missing=tuple(one.name for one in asked if one.name not in values),
        unknown=tuple(name for name in values if name not in names),
        list_changed=told.checksum != ours.checksum,
        sha256=hashlib.sha256(content).hexdigest(),
        original=content,
    )


def fields_of(blocks: tuple[Block, ...]) -> Iterator[Field]:
    """Give every field of an outline, in reading order."""
    for block in blocks:
        if isinstance(block, Field):
            yield block
        elif isinstance(block, Section | Card | Together):
            yield from fields_of(block.blocks)


def filled_in(asked: Field, value: str) -> Filled:
    """Judge what was filled in in a field, in a file or by hand."""
    # Other programs end lines as old typewriters did.
    value = fit(value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(value) > LONGEST_TEXT:
        return Filled(asked, value[:LONGEST_TEXT], fits=False)
    if asked.kind is FieldKind.CHOICE and value:
        place = asked.place_of(value)
        return Filled(asked, value if place is None else asked.options[place], place, fits=place is not None)
    return Filled(asked, value)


# -- the file


def form_content(path: Path) -> bytes:
    """Read a form's file within bounds. Raises FormFileMissingError and FormFileTooLargeError."""
    try:
        if not path.is_file():
            raise errors.FormFileMissingError(path=path)
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as cause:
        raise errors.FormFileMissingError(path=path) from cause
    if len(content) > LARGEST_FILE:
        raise _too_large(path)
    return content


def _too_large(path: Path) -> errors.FormFileTooLargeError:
    return errors.FormFileTooLargeError(path=path, limit=LARGEST_FILE // MEGABYTE, pages=MOST_PAGES)


def _read(path: Path, content: bytes) -> tuple[FormAbout, Mapping[str, str]]:
    from pypdfium2 import PdfDocument, PdfiumError, raw

    with TURN:
        try:
            document = PdfDocument(content)
        except PdfiumError as cause:
            locked = getattr(cause, "err_code", None) == raw.FPDF_ERR_PASSWORD
            raise (errors.FormProtectedError if locked else errors.NotAFormError)(path=path) from cause
        try:
            if document.get_formtype() not in {raw.FORMTYPE_ACRO_FORM, raw.FORMTYPE_XFA_FOREGROUND}:
                raise errors.NotAFormError(path=path)
            if len(document) > MOST_PAGES:
                raise _too_large(path)
            # The library runs no scripts and opens no connections: it is built without either.
            document.init_forms()
            about = form_about_of(tuple(document.get_metadata_value("Keywords").split(", ")))
            return about, _values(document, path)
        except PdfiumError as cause:
            raise errors.NotAFormError(path=path) from cause
        finally:
            document.close()


def _values(document: Any, path: Path) -> dict[str, str]:  # noqa: ANN401 - the library has no types
    """Give the fields by name; of several places of one field the first that is filled in counts."""
    from pypdfium2 import raw

    found: dict[str, str] = {}
    form = document.formenv.raw if document.formenv else None
    for page in document:
        for number in range(raw.FPDFPage_GetAnnotCount(page)):
            mark = raw.FPDFPage_GetAnnot(page, number)
            try:
                kind = raw.FPDFAnnot_GetFormFieldType(form, mark)
                name = _said(raw.FPDFAnnot_GetFormFieldName, form, mark) if kind > raw.FPDF_FORMFIELD_UNKNOWN else ""
                if name:
                    ticks = kind in {raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON}
                    ticked = ticks and raw.FPDFAnnot_IsChecked(form, mark)
                    value = "yes" if ticked else "" if ticks else _said(raw.FPDFAnnot_GetFormFieldValue, form, mark)
                    found[name] = found.get(name) or value
            finally:
                raw.FPDFPage_CloseAnnot(mark)
            if len(found) > MOST_FIELDS:
                raise _too_large(path)
        page.close()
    return found


def _said(ask: Callable[..., int], form: object, mark: object) -> str:
    """Ask the library for a text: first how long it is, then for the text itself."""
    size = ask(form, mark, None, 0)
    if size <= 2:  # two bytes of nothing end every text
        return ""
    room = ctypes.create_string_buffer(size)
    ask(form, mark, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), size)
    return room.raw[: size - 2].decode("utf-16-le", "replace")


def form_about_of(keywords: tuple[str, ...]) -> FormAbout:
    """Give what a form's keywords say about it."""
    if FORM not in keywords:
        return FormAbout("", "", "")
    terms = dict(word.removeprefix(_TERM).split("=", 1) for word in keywords if word.startswith(_TERM) and "=" in word)
    told = {mark: word.removeprefix(mark) for word in keywords for mark in (_PURCHASE, _LIST, _LANGUAGE) if word.startswith(mark)}
    purchase, checksum, language = (told.get(mark, "")[:200] for mark in (_PURCHASE, _LIST, _LANGUAGE))
    return FormAbout(purchase, checksum, language, terms)
