"""Exporting: which documents, in which language, to which folder. Used by the wizard's last page and by the command line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Country
from kravkompass.errors import UnknownLotError, UnknownRequirementError
from kravkompass.guidance.guide import guide
from kravkompass.guidance.profile import NO_PROFILE, Profile
from kravkompass.language import Language, translation
from kravkompass.screens.document_kinds import FILE_WORDS, LOT_WORDS, NAMES, STANDARD, WHOLE, DocumentKind, outline_of
from kravkompass.screens.export_formats import ONE_LANGUAGE, Format, Wish, files, write_as

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.documents.outline import Document
    from kravkompass.documents.sheet import Sheet
    from kravkompass.guidance.purchase import Lot, Purchase
    from kravkompass.screens.export_formats import Told

__all__ = ["NAMES", "STANDARD", "DocumentKind", "Exported", "Wish", "check_known", "export", "file_name", "outline", "own_language"]

_PLAIN_LETTERS = str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "ae", "ø": "o", "ð": "d", "þ": "th", "ß": "ss"})
LONGEST_NAME = 60
PART = 1000
"""What one file counts for when it is told how much is written."""
NOTHING_ELSE = Wish()


@dataclass(frozen=True, slots=True)
class Exported:
    """A document that was written."""

    kind: DocumentKind
    file: Path


def own_language(country: Country) -> Language:
    """Give the language of a country's contracts where nothing else is asked for."""
    return Language.SWEDISH if country is Country.SWEDEN else Language.BOKMAL


def contract_language(country: Country, spoken: Language) -> Language:
    """Propose the language of a contract: the one the buyer works in where it is the country's own, such as nynorsk."""
    norwegian = country is Country.NORWAY and spoken is not Language.SWEDISH
    return spoken if norwegian else own_language(country)


def file_name(
    title: str, kind: DocumentKind, language: Language, form: Format = Format.PDF, beside: Language | None = None, lot: int = 0
) -> str:
    """Give the name of a document's file: plain letters, short enough for every file system, the same for the same title.

    It says which lot it is about, if one alone, and ends with the language, or with both. A long title is cut, and told from others
    that begin like it by eight figures of its checksum.
    """
    spoken = f"{language.value}-{beside.value}" if beside and form not in ONE_LANGUAGE else language.value
    alone = bool(lot) and kind not in WHOLE and form is not Format.CALENDAR
    words = (f"{LOT_WORDS[language.value]}-{lot}",) if alone else ()
    return written_name(title, (*words, FILE_WORDS[kind][language.value]), spoken, form)


def written_name(title: str, words: Iterable[str], spoken: str, form: Format) -> str:
    """Give the name of a file: the title in plain letters, what it is, its language or languages, and its format."""
    return "-".join((plain_name(title), *words, spoken)) + f".{form.value}"


def plain_name(title: str) -> str:
    """Give a title in letters and figures that every file system takes, not too long; ``kravkompass`` for one without any."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", title).lower().translate(_PLAIN_LETTERS))
    plain = re.sub(r"[^a-z0-9]+", "-", "".join(one for one in letters if not unicodedata.combining(one))).strip("-")
    if len(plain) > LONGEST_NAME:
        plain = f"{plain[:LONGEST_NAME].strip('-')}-{sha256(title.encode(errors='replace')).hexdigest()[:8]}"
    return plain or "kravkompass"


def check_known(purchase: Purchase, catalog: Catalog) -> Purchase:
    """Give the purchase with product groups found from its CPV codes where none are named.

    Raises:
        UnknownGroupError: a product group is not in the catalog.
        UnknownRequirementError: a decision is about a requirement that is not in the catalog.
    """
    for group in purchase.groups:
        catalog.group(group)
    for requirement in purchase.decisions:
        known = purchase.as_taken(requirement, None) or catalog.requirement(requirement)
        if known.country is not purchase.country:
            raise UnknownRequirementError(id=requirement)
    if purchase.groups or not purchase.cpv:
        return purchase
    from kravkompass.catalog.search import Finder

    found = Finder(catalog).suggest("", cpv=purchase.cpv, country=purchase.country)
    return replace(purchase, groups=tuple(one.group.id for one in found[:3]))


def outline(
    kind: DocumentKind, purchase: Purchase, catalog: Catalog, today: date, wish: Wish = NOTHING_ELSE, *, profile: Profile = NO_PROFILE
) -> Document:
    """Give a document about a purchase, before it has a format."""
    return outline_of(kind, *_sheets(purchase, catalog, today, wish, profile))


def _sheets(purchase: Purchase, catalog: Catalog, today: date, wish: Wish, profile: Profile) -> tuple[Sheet, Sheet | None]:
    """Give what a document starts from in a language, and in a second one when that is another.

    Raises:
        UnknownLotError: the purchase has no lot of the number that was asked for.
    """
    from kravkompass.documents.sheet import Sheet

    rules = guide(purchase, catalog, today, profile)
    first = wish.language or own_language(purchase.country)

    def sheet(speaks: Language) -> Sheet:
        rows = rules.rows(speaks, proposed=not wish.decided)
        whole = Sheet(purchase, rows, catalog, today, translation(speaks), profile, wish.edition)
        return whole.about(_lot(purchase, wish.lot)) if wish.lot else whole

    return sheet(first), sheet(wish.beside) if wish.beside not in {None, first} else None


def _lot(purchase: Purchase, number: int) -> Lot:
    if not 1 <= number <= len(purchase.lots):
        known = ", ".join(str(place) for place in range(1, len(purchase.lots) + 1))
        raise UnknownLotError(number=number, known=known or "–")
    return purchase.lots[number - 1]


def export(
    purchase: Purchase,
    catalog: Catalog,
    today: date,
    folder: Path,
    wish: Wish = NOTHING_ELSE,
    *,
    profile: Profile = NO_PROFILE,
    told: Told = lambda _done, _of: None,
) -> tuple[Exported, ...]:
    """Write documents about a purchase to a folder, and give what was written. ``told`` counts each file as ``PART``.

    Raises:
        KnownError: the folder or a file cannot be written; nothing half-written is left behind.
    """
    sheets = one, other = _sheets(purchase, catalog, today, wish, profile)
    wanted = files(wish.kinds, wish.formats)
    written = []
    for place, (kind, form) in enumerate(wanted):
        told(place * PART, len(wanted) * PART)
        beside = other.language if other is not None else None
        file = folder / file_name(purchase.title, kind, one.language, form, beside, wish.lot)
        write_as(form, kind, sheets, file, wish, _within(told, place, len(wanted)))
        written.append(Exported(kind, file))
    told(len(wanted) * PART, len(wanted) * PART)
    return tuple(written)


def _within(told: Told, place: int, files: int) -> Told:
    """Give what is told how far one of the files has come."""
    return lambda done, of: told(place * PART + PART * done // max(of, 1), files * PART)
