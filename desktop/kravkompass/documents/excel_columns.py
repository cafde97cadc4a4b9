"""The columns of the Excel list, declared once for writing and for reading back; and what is filled in there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kravkompass.catalog.naming import name
from kravkompass.documents.requirement_list import Sheet, number_of
from kravkompass.guidance.listing import Listed
from kravkompass.language import Translation, text

FORM = "kravkompass-list"
VERSION = 1
LONGEST_TEXT = 32_000
"""Characters: what a cell takes, less a little."""


class Status(StrEnum):
    """How a requirement stands, as whoever fills in the list sees it."""

    NONE = ""
    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NOT_RELEVANT = "not-relevant"


_STATUS_NAMES = {
    Status.MET: text("Met"),
    Status.PARTLY: text("Partly met"),
    Status.NOT_MET: text("Not met"),
    Status.NOT_RELEVANT: text("Does not apply"),
}


def status_name(status: Status, translation: Translation) -> str:
    """Say a status; nothing where none was given."""
    return translation.say(_STATUS_NAMES[status]) if status in _STATUS_NAMES else ""


def status_names(translation: Translation) -> Mapping[str, Status]:
    """Give every status by its name."""
    return {status_name(status, translation): status for status in _STATUS_NAMES}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is filled in for one requirement: how it stands, the supplier's answer, a note, and the day of it."""

    status: Status = Status.NONE
    answer: str = ""
    note: str = ""
    day: dt.date | None = None


class Sort(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    STATUS = "status"
    DATE = "date"


class Key(StrEnum):
    """A column, by what it is about."""

    NUMBER = "number"
    ID = "id"
    REVISION = "revision"
    KIND = "kind"
    LEVEL = "level"
    THEME = "theme"
    TITLE = "title"
    DEMAND = "demand"
    EVIDENCE = "evidence"
    FULFILLED = "fulfilled"
    STATUS = "status"
    ANSWER = "answer"
    NOTE = "note"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title as source text, its width in characters, and whether it is there to be filled in."""

    key: Key
    title: str
    width: int
    sort: Sort = Sort.TEXT
    filled_in: bool = False


COLUMNS = (
    Column(Key.NUMBER, text("Number"), 9),
    Column(Key.ID, text("Id"), 20),
    Column(Key.REVISION, text("Revision"), 10, Sort.NUMBER),
    Column(Key.KIND, text("Kind"), 21),
    Column(Key.LEVEL, text("Level"), 13),
    Column(Key.THEME, text("Theme"), 21),
    Column(Key.TITLE, text("Title"), 28),
    Column(Key.DEMAND, text("Requirement"), 56),
    Column(Key.EVIDENCE, text("Evidence"), 40),
    Column(Key.FULFILLED, text("To be met"), 20),
    Column(Key.STATUS, text("Status"), 16, Sort.STATUS, filled_in=True),
    Column(Key.ANSWER, text("Supplier's answer"), 40, filled_in=True),
    Column(Key.NOTE, text("Note"), 30, filled_in=True),
    Column(Key.DAY, text("Date"), 13, Sort.DATE, filled_in=True),
)

CellValue = str | int | dt.date | None


def values(sheet: Sheet, row: Listed, answer: Answer) -> Mapping[Key, CellValue]:
    """Give the cells of a requirement."""
    requirement, texts, translation = row.requirement, row.texts, sheet.translation
    return {
        Key.NUMBER: number_of(sheet, row),
        Key.ID: requirement.id,
        Key.REVISION: row.decision.revision,
        Key.KIND: name(requirement.kind, translation),
        Key.LEVEL: name(requirement.level, translation),
        Key.THEME: name(requirement.theme, translation),
        Key.TITLE: texts.title,
        Key.DEMAND: texts.demand,
        Key.EVIDENCE: texts.evidence,
        Key.FULFILLED: name(requirement.fulfilled, translation),
        Key.STATUS: status_name(answer.status, translation),
        Key.ANSWER: answer.answer,
        Key.NOTE: answer.note,
        Key.DAY: answer.day,
    }


_RISKY = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"


def guarded(typed: str) -> str:
    """Give the text with an apostrophe before it where a spreadsheet, also of its CSV copy, could take it for a formula."""
    return _GUARD + typed if typed.lstrip(_GUARD).startswith(_RISKY) else typed


def unguarded(read: str) -> str:
    """Give the text as it was before it was guarded."""
    return read[1:] if read.startswith(_GUARD) and read.lstrip(_GUARD).startswith(_RISKY) else read
