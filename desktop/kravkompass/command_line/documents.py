"""The commands that write documents: bundled examples and purchase files."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kravkompass.app import Parts, language_of_computer, today
from kravkompass.language import Language, Languages, text

if TYPE_CHECKING:
    from kravkompass.guidance.profile import Profile
    from kravkompass.guidance.purchase import Purchase

WITHIN = text("a value within the bounds of the requirement")
DAY = text("a date such as 2026-11-22")


def example(options: argparse.Namespace) -> int:
    """Take bundled examples through the whole path."""
    from kravkompass.purchases import examples

    chosen = examples.EXAMPLES if options.all or options.name is None else (examples.example(options.name),)
    for one in chosen:
        _write(one.purchase(), options, decided=False)
    return 0


def export(options: argparse.Namespace) -> int:
    """Write the documents of a purchase file."""
    from kravkompass.purchases.exchange import read_purchase_file

    read = read_purchase_file(options.file)
    _check_answers(read.purchase, options.file)
    _write(read.purchase, options, decided=read.decided)
    return 0


def _check_answers(purchase: Purchase, file: Path) -> None:
    from kravkompass.guidance.answers import Wrong, faults, value_faults
    from kravkompass.purchases.exchange_errors import UnknownWordError, WrongValueError
    from kravkompass.purchases.exchange_faults import NUMBER

    catalog = Parts().catalog
    for fault in faults(purchase.facts, catalog.questions):
        place = {"path": file, "place": f"answers.{fault.question}"}
        if fault.wrong is Wrong.CHOICE:
            given = fault.answer if isinstance(fault.answer, frozenset) else {str(fault.answer)}
            raise UnknownWordError(**place, word=", ".join(sorted(given)), known=", ".join(fault.known))
        raise WrongValueError(**place, expected=DAY if fault.wrong is Wrong.DAY else NUMBER)
    for decision in purchase.decisions.values():
        requirement = purchase.as_taken(decision.requirement, None) or catalog.requirement(decision.requirement)
        for name in value_faults(requirement, decision.values):
            raise WrongValueError(path=file, place=f"decisions.{decision.requirement}.values.{name}", expected=WITHIN)


def overview(options: argparse.Namespace) -> int:
    """Write the yearly overview of the purchases in the user's data."""
    from kravkompass.screens.export_formats import Archiving
    from kravkompass.screens.overview import Overview

    parts = Parts() if options.data is None else Parts(options.data)
    try:
        screen = Overview(parts.store, parts.catalog, today())
        year, speaks = options.year or screen.years()[0], options.speaks or language_of_computer()
        spoken = Languages(speaks, Language(options.beside) if options.beside else None)
        print(screen.write(year, spoken, options.out, Archiving(options.archive)))
    finally:
        parts.close()
    return 0


def _write(purchase: Purchase, options: argparse.Namespace, *, decided: bool) -> None:
    from kravkompass.command_line.parsers import ALL
    from kravkompass.documents.edition import Edition
    from kravkompass.screens.document_kinds import offered
    from kravkompass.screens.export import STANDARD, DocumentKind, check_known, export
    from kravkompass.screens.export_formats import Archiving, Format, Wish

    asked = options.documents or STANDARD
    kinds = offered(purchase) if ALL in asked else tuple(DocumentKind(one) for one in dict.fromkeys(asked))
    catalog = Parts().catalog
    wish = Wish(
        kinds,
        tuple(Format(one) for one in options.formats or (Format.PDF,)),
        options.speaks,
        Language(options.beside) if options.beside else None,
        options.lot,
        decided=decided,
        edition=Edition(draft=options.draft),
        archiving=Archiving(options.archive),
    )
    for written in export(check_known(purchase, catalog), catalog, today(), options.out, wish, profile=_profile(options)):
        print(written.file)


def _profile(options: argparse.Namespace) -> Profile:
    """Read the profile and the logo that are asked for; the profile's own requirements are proposed like in the window."""
    from kravkompass.guidance.profile import NO_PROFILE
    from kravkompass.purchases.profile_file import read_profile

    profile = NO_PROFILE
    if options.profile is not None:
        profile = read_profile(options.profile, options.speaks or language_of_computer())
    if options.logo is not None:
        from kravkompass.documents.pdf.logo import logo_in

        profile = replace(profile, logo=logo_in(options.logo))
    return profile
