"""From what the JSON reader complains of to a known error that names the place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

import msgspec

from kravkompass.catalog.terms import (
    Confidence,
    Country,
    Effort,
    Fulfilled,
    Interval,
    Kind,
    Level,
    Method,
    ParameterType,
    Place,
    Priority,
    RiskArea,
    RiskLevel,
    Severity,
    Stage,
    Stricter,
    Theme,
    Who,
)
from kravkompass.errors import KnownError
from kravkompass.guidance.facts import YEARS
from kravkompass.guidance.purchase import Verdict
from kravkompass.language import Language, text
from kravkompass.purchases.clean_text import is_clean
from kravkompass.purchases.exchange_errors import (
    BrokenPurchaseFileError,
    MissingFieldError,
    TwiceError,
    UnknownFieldError,
    UnknownWordError,
    WrongValueError,
)
from kravkompass.purchases.form_types import LARGEST_NUMBER, LONGEST_TEXT, ParameterValue

TEXT = text("text")
CLEAN_TEXT = text("text without control characters")
ONE_LINE = text("text on one line without control characters")
CPV_CODE = text("a CPV code of two to eight digits, such as 03222110-4")
CODE = text("a name of letters, digits, hyphens and full stops")
SHORTER = text("shorter")
WHOLE_NUMBER = text("a whole number that is neither too small nor too large")
NUMBER = text("a number that is neither too small nor too large")
LIST = text("a list in square brackets")
FIELDS = text("fields in curly brackets")
ANSWER = text("a text, a number or a list of texts")
DAY = text("a date such as 2026-11-22")
TIME = text("a date and time such as 2026-11-22T09:30:00+00:00")
FEWER = text("fewer entries")

_PLACE = re.compile(r" - at (?:`key` in )?`\$\.?(?P<place>.*)`\Z", re.DOTALL)
_UNKNOWN_FIELD = re.compile(r"Object contains unknown field `(?P<field>.*?)`(?: - at |\Z)", re.DOTALL)
_MISSING_FIELD = re.compile(r"Object missing required field `(?P<field>[^`]+)`")
_UNKNOWN_WORD = re.compile(r"Invalid enum value '?(?P<word>.*?)'?(?: - at |\Z)", re.DOTALL)
_EXPECTED = (
    (r"Expected `str` of length <=", SHORTER),
    (r"Expected `str` matching regex '\^\[\^\\+n", ONE_LINE),
    (r"Expected `str` matching regex '\^\[\^", CLEAN_TEXT),
    (r"Expected `str` matching regex '\^\[0-9\]", CPV_CODE),
    (r"Expected `str` matching", CODE),
    (r"Expected `array` of length", FEWER),
    (r"Expected `object` of length", FEWER),
    (r"Expected `str`", TEXT),
    (r"Expected `int`", WHOLE_NUMBER),
    (r"Number out of range", NUMBER),
    (r"Integer value out of range", WHOLE_NUMBER),
    (r"Expected `array", LIST),
    (r"Expected `object", FIELDS),
    (r"Expected `int \| float", ANSWER),
    (r"Expected `date`|Invalid RFC3339 encoded date", DAY),
)
Closed: TypeAlias = Mapping[str, type[StrEnum]]
_CLOSED: Closed = {
    "country": Country,
    "verdict": Verdict,
    "area": RiskArea,
    "level": RiskLevel,
    "wording": Language,
}
_CLOSED_OF_REQUIREMENTS: Closed = {
    "kind": Kind,
    "level": Level,
    "theme": Theme,
    "place": Place,
    "fulfilled": Fulfilled,
    "texts": Language,
    "stage": Stage,
    "method": Method,
    "interval": Interval,
    "who": Who,
    "supplier-effort": Effort,
    "severity": Severity,
    "type": ParameterType,
    "labels": Language,
    "risk": RiskArea,
    "risk-level": RiskLevel,
    "priority": Priority,
    "confidence": Confidence,
    "stricter": Stricter,
}
_WHOLE = re.compile(r"(own|taken)-requirements")
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a purchase file: the file, and the field as a path such as ``decisions[2].verdict`` (counted from 0)."""

    path: Path
    place: str = ""

    def inside(self, place: str) -> Spot:
        """A place further in."""
        gap = "." if self.place and place and not place.startswith("[") else ""
        return Spot(self.path, f"{self.place}{gap}{place}")

    def values(self) -> dict[str, object]:
        """The values every sentence about a place has; the outermost place is called $, as JSON paths do."""
        return {"path": self.path, "place": self.place or "$"}


def known_time(given: str, spot: Spot) -> str:
    """A date and time as it is given, when it is one of our days; empty stays empty. Raises WrongValueError."""
    if given:
        try:
            known = datetime.fromisoformat(given).year in YEARS
        except ValueError as problem:
            raise WrongValueError(**spot.values(), expected=TIME) from problem
        if not known:
            raise WrongValueError(**spot.values(), expected=TIME)
    return given


def known_fault(problem: msgspec.ValidationError, spot: Spot, closed: Closed | None = None) -> KnownError:
    """The known error for a value that is not as the form wants it; ``closed`` are closed lists of the form's own, by the field's name."""
    said = str(problem)
    found = _PLACE.search(said)
    at = spot.inside(quoted(found["place"])) if found else spot
    if field := _UNKNOWN_FIELD.match(said):
        return UnknownFieldError(**at.values(), field=quoted(field["field"]))
    if field := _MISSING_FIELD.match(said):
        return MissingFieldError(**at.values(), field=field["field"])
    if word := _UNKNOWN_WORD.match(said):
        whole = _WHOLE.search(at.place) is not None
        lists = {**_CLOSED, **(_CLOSED_OF_REQUIREMENTS if whole else {}), **(closed or {})}
        known = lists[at.place.rpartition(".")[2].partition("[")[0]]
        return UnknownWordError(**at.values(), word=quoted(word["word"]), known=", ".join(known))
    expected = next((words for pattern, words in _EXPECTED if re.match(pattern, said)), TEXT)
    return WrongValueError(**at.values(), expected=expected)


def broken_file(problem: msgspec.DecodeError | UnicodeDecodeError, content: bytes, path: Path) -> BrokenPurchaseFileError:
    """The known error for a file that is no whole JSON, with the line and column where it breaks."""
    at = len(content)
    if not isinstance(problem, msgspec.DecodeError):
        at = _first_bad_byte(content)
    elif byte := re.search(r"\(byte (\d+)\)", str(problem)):
        at = int(byte[1])
    before = content[:at].decode("utf-8", errors="replace")
    line = before.count("\n") + 1
    return BrokenPurchaseFileError(path=path, line=line, column=len(before) - (before.rfind("\n") + 1) + 1)


def _first_bad_byte(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as problem:
        return problem.start
    return len(content)


def quoted(words: str) -> str:
    """Words from a foreign file, fit to stand in a sentence."""
    one_line = "".join(letter if letter.isprintable() else "�" for letter in words)
    return one_line if len(one_line) <= _LONGEST_QUOTE else f"{one_line[:_LONGEST_QUOTE]}…"


def each_once(words: list[str], spot: Spot) -> tuple[str, ...]:
    """The words, when none of them stands twice; raises TwiceError."""
    twice = next((word for place, word in enumerate(words) if word in words[:place]), None)
    if twice is not None:
        raise TwiceError(**spot.values(), word=twice)
    return tuple(words)


def parameter(value: object, spot: Spot) -> ParameterValue:
    """A parameter's value, when it is a text or a number and not too large; raises WrongValueError."""
    try:
        given: ParameterValue = msgspec.convert(value, ParameterValue)
    except msgspec.ValidationError as problem:
        raise known_fault(problem, spot) from problem
    return bounded(given, spot)


def bounded(value: ParameterValue, spot: Spot) -> ParameterValue:
    """A value, when it is neither too large nor too long and fit for every file; raises WrongValueError."""
    if not isinstance(value, str):
        if not abs(value) <= LARGEST_NUMBER:
            raise WrongValueError(**spot.values(), expected=NUMBER)
    elif len(value) > LONGEST_TEXT:
        raise WrongValueError(**spot.values(), expected=SHORTER)
    elif not is_clean(value):
        raise WrongValueError(**spot.values(), expected=CLEAN_TEXT)
    return value
