"""Understanding the command line, opening the window, and telling known errors in one sentence."""

from __future__ import annotations

import argparse
import errno
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from kravkompass import __version__
from kravkompass.app import Parts, language_of_computer
from kravkompass.errors import DiskFullError, KnownError
from kravkompass.language import Language, Translation, UnknownLanguageError, text, translation

EXIT_KNOWN_ERROR = 2
# What Python's parser complains of, and how it is said here.
_COMPLAINTS = (
    (r"the following arguments are required: (?P<names>.*)", text("{names} is missing")),
    (r"unrecognized arguments: (?P<words>.*)", text("“{words}” is not known")),
    (r"argument (?P<name>.*?): expected .* arguments?", text("{name} needs a value")),
    (
        r"argument (?P<name>.*?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<choices>.*)\)",
        text("{name} cannot be “{value}”; choose one of: {choices}"),
    ),
)


class CommandLineError(KnownError):
    """What was typed after the command is not understood. Value: detail, as the parser says it in English."""

    sentence = text("Not understood: {detail}. Write “kravkompass --help” to see what can be written.")

    def said(self, translation: Translation) -> str:
        """Give the sentence in a language, the parser's own complaint included where it is one of the usual ones."""
        detail = str(self.values["detail"])
        for pattern, complaint in _COMPLAINTS:
            if found := re.fullmatch(pattern, detail, re.DOTALL):
                named = {part: said.replace("'", "") if part == "choices" else said for part, said in found.groupdict().items()}
                return translation.say(self.sentence, detail=translation.say(complaint, **named))
        return translation.say(self.sentence, detail=detail)


class LanguageNotSpokenError(KnownError):
    """A language was asked for that the program does not speak."""

    sentence = text("Kravkompass does not speak “{asked}”. Choose one of: {known}.")


class _Parser(argparse.ArgumentParser):
    """Raises instead of printing English usage."""

    def error(self, message: str) -> NoReturn:
        raise CommandLineError(detail=message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; give the exit status: 0 done, 1 something was found wrong, 2 a known error."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        speaks = _language_in(words)
    except KnownError as error:
        return _tell(error, translation(language_of_computer()))
    try:
        options = _parser().parse_args(words)
        options.speaks = speaks
        status = int(options.do(options))
        if sys.stdout is not None:
            sys.stdout.flush()
    except KnownError as error:
        return _tell(error, translation(speaks or language_of_computer()))
    except BrokenPipeError:
        # Whoever read has had enough.
        _leave_unsaid()
        return 0
    except OSError as problem:
        if problem.errno != errno.ENOSPC:
            raise
        _leave_unsaid()
        return _tell(DiskFullError(path=sys.stdout.name), translation(speaks or language_of_computer()))
    return status


def _leave_unsaid() -> None:
    """Let what is left to print go nowhere, so that the interpreter does not complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(error: KnownError, speaks: Translation) -> int:
    print(error.said(speaks), file=sys.stderr)
    return EXIT_KNOWN_ERROR


def _language_in(words: Sequence[str]) -> Language | None:
    """Find the language asked for before anything else, so that every error can be told in it."""
    for place, word in enumerate(words):
        name, equals, value = word.partition("=")
        if name == "--language":
            asked = value if equals else next(iter(words[place + 1 :]), "")
            try:
                return Language.parse(asked)
            except UnknownLanguageError as error:
                raise LanguageNotSpokenError(asked=error.asked, known=error.known) from None
    return None


def _parser() -> argparse.ArgumentParser:
    from kravkompass.command_line import parsers

    parser = _Parser(
        allow_abbrev=False,
        prog="kravkompass",
        description="Sustainability requirements for public purchases: choose, ask, follow up, act. Offline.",
    )
    parser.add_argument("--version", action="version", version=f"kravkompass {__version__}")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="where the purchases are kept")
    parser.add_argument("--quit-when", choices=("paint", "home"), help=argparse.SUPPRESS)
    parser.set_defaults(do=_window)
    shared = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    shared.add_argument("--language", metavar="sv|nb|nn", help="language of the program and of documents")
    parser.add_argument("--language", metavar="sv|nb|nn", help="language of the program")
    parsers.add_to(parser.add_subparsers(metavar="COMMAND", parser_class=_Parser), shared)
    return parser


def _window(options: argparse.Namespace) -> int:
    from kravkompass.ui.running import run

    parts = Parts(language=options.speaks) if options.data is None else Parts(options.data, options.speaks)
    return run(parts, quit_when=options.quit_when)
