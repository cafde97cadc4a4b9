"""The columns of the Excel list, declared once for writing and for reading back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kravkompass.catalog.naming import name
from kravkompass.documents.sheet import Sheet, number_of
from kravkompass.followup.reply import Reply, Standing
from kravkompass.guidance.listing import Listed
from kravkompass.guidance.saying import said_lots
from kravkompass.language import Translation, text

FORM = "kravkompass-list"
VERSION = 1
LONGEST_TEXT = 32_000
"""Characters: what a cell takes, less a little."""

_STANDING_NAMES = {
    Standing.MET: text("Met"),
    Standing.PARTLY: text("Partly met"),
    Standing.NOT_MET: text("Not met"),
    Standing.NOT_RELEVANT: text("Does not apply"),
}


def standing_name(standing: Standing, translation: Translation) -> str:
    """Say how a requirement stands; nothing where it was not said."""
    return translation.say(_STANDING_NAMES[standing]) if standing in _STANDING_NAMES else ""


def standing_names(translation: Translation) -> Mapping[str, Standing]:
    """Give every standing by its name."""
    return {standing_name(one, translation): one for one in _STANDING_NAMES}


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
    LOTS = "lots"
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

LOTS_COLUMN = Column(Key.LOTS, text("Holds for"), 18)
ALL_COLUMNS = (*COLUMNS, LOTS_COLUMN)
"""Every column there can be, as they are looked for when a list comes back."""


def columns_of(sheet: Sheet) -> tuple[Column, ...]:
    """Give the columns of a list: with lots, the column that says which a requirement holds for stands before those to fill in."""
    if not sheet.says_lots:
        return COLUMNS
    written = [column for column in COLUMNS if not column.filled_in]
    return (*written, LOTS_COLUMN, *(column for column in COLUMNS if column.filled_in))


CellValue = str | int | dt.date | None


def values(sheet: Sheet, row: Listed, reply: Reply) -> Mapping[Key, CellValue]:
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
        Key.LOTS: said_lots(sheet.purchase, row.lots, translation) if sheet.purchase.lots else "",
        Key.STATUS: standing_name(reply.standing, translation),
        Key.ANSWER: reply.answer,
        Key.NOTE: reply.note,
        Key.DAY: reply.day,
    }


_RISKY = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"


def guarded(typed: str) -> str:
    """Give the text with an apostrophe before it where a spreadsheet, also of its CSV copy, could take it for a formula."""
    return _GUARD + typed if typed.lstrip(_GUARD).startswith(_RISKY) else typed


def unguarded(read: str) -> str:
    """Give the text as it was before it was guarded."""
    return read[1:] if read.startswith(_GUARD) and read.lstrip(_GUARD).startswith(_RISKY) else read
