"""What can be written on the command line, declared."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from kravkompass.catalog.terms import Country
from kravkompass.language import Language
from kravkompass.screens.document_kinds import DocumentKind
from kravkompass.screens.export_formats import Archiving, Format

COUNTRIES = tuple(country.value for country in Country)
ALL = "all"
Command = Callable[[argparse.Namespace], int]


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """Add every command to the parser."""

    def command(word: str, does: str, summary: str) -> argparse.ArgumentParser:
        added = commands.add_parser(word, parents=[shared], help=summary, description=summary, allow_abbrev=False)
        added.set_defaults(do=_later(does))
        return added

    example = command(
        "example", "kravkompass.command_line.documents.example", "a bundled purchase through the whole path: writes both PDFs"
    )
    example.add_argument("name", nargs="?", metavar="NAME")
    example.add_argument("--all", action="store_true")
    example.add_argument("--out", type=Path, required=True, metavar="DIR")
    export = command("export", "kravkompass.command_line.documents.export", "the documents of a purchase file")
    export.add_argument("file", type=Path, metavar="PURCHASE.json")
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    for writing in (example, export):
        writing.add_argument("--profile", type=Path, metavar="PROFILE.json", help="the municipality's profile")
        writing.add_argument("--logo", type=Path, metavar="PICTURE", help="a PNG or JPEG that stands on every document")
        _add_choices(writing)
    overview = command("overview", "kravkompass.command_line.documents.overview", "a year's purchases, for the politicians")
    overview.add_argument("--year", type=int, metavar="YEAR", help="the latest year with purchases when none is given")
    overview.add_argument("--out", type=Path, required=True, metavar="DIR")
    for writing in (example, export, overview):
        _add_beside(writing)
        _add_archive(writing)
    suggest = command("suggest", "kravkompass.command_line.listings.suggest", "product groups for a description, best first")
    suggest.add_argument("text", metavar="TEXT")
    suggest.add_argument("--cpv", action="append", default=[], metavar="CODE")
    search = command("search", "kravkompass.command_line.listings.search", "requirements about something")
    search.add_argument("text", metavar="TEXT")
    catalog = command("catalog", "kravkompass.command_line.listings.catalog", "list, show, check or count the requirements")
    catalog.add_argument("what", choices=("list", "show", "check", "stats"), metavar="list|show|check|stats")
    catalog.add_argument("id", nargs="?", metavar="ID")
    for listing in (suggest, search, catalog):
        listing.add_argument("--country", choices=COUNTRIES)
        listing.add_argument("--json", action="store_true")
    command("self-test", "kravkompass.self_test.self_test", "tells whether the installation is whole")


def _add_choices(writing: argparse.ArgumentParser) -> None:
    """Let it be chosen which documents, in which formats, and how."""
    writing.add_argument("--format", action="append", choices=[one.value for one in Format], dest="formats")
    writing.add_argument(
        "--document", action="append", choices=(*(kind.value for kind in DocumentKind), ALL), dest="documents", metavar="NAME"
    )
    writing.add_argument("--lot", type=int, default=0, metavar="NUMBER", help="documents about one lot of the purchase alone")
    writing.add_argument("--draft", action="store_true", help="mark every page as a draft")


def _add_beside(writing: argparse.ArgumentParser) -> None:
    """Let a second language be chosen."""
    known = [language.value for language in Language]
    writing.add_argument("--beside", choices=known, help="documents in two languages side by side: the second one")


def _add_archive(writing: argparse.ArgumentParser) -> None:
    """Let the archival standard be chosen."""
    known = [one.value for one in Archiving]
    writing.add_argument("--archive", choices=known, default=Archiving.A2.value, help="the archival standard, PDF/A")


def _later(does: str) -> Command:
    """Import what a command needs when it is given, and not for every command."""

    def do(options: argparse.Namespace) -> int:
        module, _, function = does.rpartition(".")
        return int(getattr(import_module(module), function)(options))

    return do
