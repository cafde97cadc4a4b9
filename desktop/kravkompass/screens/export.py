"""Exporting: which documents, in which language, to which folder. Used by the wizard's last page and by the command line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Country
from kravkompass.errors import UnknownRequirementError
from kravkompass.guidance.guide import guide
from kravkompass.guidance.profile import NO_PROFILE, Profile
from kravkompass.language import Language, translation
from kravkompass.screens.document_kinds import FILE_WORDS, NAMES, STANDARD, DocumentKind, outline_of
from kravkompass.screens.export_formats import Format, files, write_as

if TYPE_CHECKING:
    from kravkompass.catalog.catalog import Catalog
    from kravkompass.documents.outline import Document
    from kravkompass.documents.requirement_list import Sheet
    from kravkompass.guidance.purchase import Purchase

__all__ = ["NAMES", "STANDARD", "DocumentKind", "Exported", "check_known", "export", "file_name", "outline", "own_language"]

_PLAIN_LETTERS = str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "ae", "ø": "o", "ð": "d", "þ": "th", "ß": "ss"})
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Exported:
    """A document that was written."""

    kind: DocumentKind
    file: Path


def own_language(country: Country) -> Language:
    """Give the language of a country's contracts where nothing else is asked for."""
    return Language.SWEDISH if country is Country.SWEDEN else Language.BOKMAL


def neighbour(language: Language) -> Language:
    """Give the language across the border, for documents in two."""
    return Language.BOKMAL if language is Language.SWEDISH else Language.SWEDISH


def file_name(title: str, kind: DocumentKind, language: Language, form: Format = Format.PDF) -> str:
    """Give the name of a document's file: plain letters, short enough for every file system, the same for the same title.

    A long title is cut, and told from others that begin like it by eight figures of its fingerprint.
    """
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", title).lower().translate(_PLAIN_LETTERS))
    plain = re.sub(r"[^a-z0-9]+", "-", "".join(one for one in letters if not unicodedata.combining(one))).strip("-")
    if len(plain) > LONGEST_NAME:
        plain = f"{plain[:LONGEST_NAME].strip('-')}-{sha256(title.encode(errors='replace')).hexdigest()[:8]}"
    return f"{plain or 'kravkompass'}-{FILE_WORDS[kind][language.value]}-{language.value}.{form.value}"


def check_known(purchase: Purchase, catalog: Catalog) -> Purchase:
    """Give the purchase with product groups found from its CPV codes where none are named.

    Raises:
        UnknownGroupError: a product group is not in the catalog.
        UnknownRequirementError: a decision is about a requirement that is not in the catalog.
    """
    for group in purchase.groups:
        catalog.group(group)
    for requirement in purchase.decisions:
        if catalog.requirement(requirement).country is not purchase.country:
            raise UnknownRequirementError(id=requirement)
    if purchase.groups or not purchase.cpv:
        return purchase
    from kravkompass.catalog.search import Finder

    found = Finder(catalog).suggest("", cpv=purchase.cpv, country=purchase.country)
    return replace(purchase, groups=tuple(one.group.id for one in found[:3]))


def outline(
    kind: DocumentKind,
    purchase: Purchase,
    catalog: Catalog,
    today: date,
    language: Language,
    *,
    decided: bool = False,
    beside: Language | None = None,
    profile: Profile = NO_PROFILE,
) -> Document:
    """Give a document about a purchase, before it has a format.

    When all is decided, nothing is proposed beside it. ``beside`` is the second language of a document in two; the one
    across the border when none is asked for.
    """
    return outline_of(kind, *_sheets(purchase, catalog, today, (language, beside), profile, decided=decided))


def _sheets(
    purchase: Purchase,
    catalog: Catalog,
    today: date,
    languages: tuple[Language, Language | None],
    profile: Profile,
    *,
    decided: bool,
) -> tuple[Sheet, Sheet]:
    """Give what a document starts from in a language and in a second one: the one across the border when none is asked for."""
    from kravkompass.documents.requirement_list import Sheet

    rules = guide(purchase, catalog, today, profile)
    first, second = languages
    one, other = (
        Sheet(purchase, rules.rows(speaks, proposed=not decided), catalog, today, translation(speaks), profile)
        for speaks in (first, second or neighbour(first))
    )
    return one, other


def export(  # noqa: PLR0913 - everything after the folder has a default
    purchase: Purchase,
    catalog: Catalog,
    today: date,
    folder: Path,
    *,
    language: Language | None = None,
    beside: Language | None = None,
    kinds: Sequence[DocumentKind] = STANDARD,
    formats: Sequence[Format] = (Format.PDF,),
    decided: bool = False,
    profile: Profile = NO_PROFILE,
    done: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[Exported, ...]:
    """Write documents about a purchase to a folder, and give what was written.

    Raises:
        KnownError: the folder or a file cannot be written; nothing half-written is left behind.
    """
    speaks = language or own_language(purchase.country)
    sheets = _sheets(purchase, catalog, today, (speaks, beside), profile, decided=decided)
    wanted = files(kinds, formats)
    written = []
    for place, (kind, form) in enumerate(wanted):
        done(place, len(wanted))
        file = folder / file_name(purchase.title, kind, speaks, form)
        write_as(form, kind, *sheets, file)
        written.append(Exported(kind, file))
    done(len(wanted), len(wanted))
    return tuple(written)
