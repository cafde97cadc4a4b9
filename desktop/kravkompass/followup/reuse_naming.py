"""Saying what the rules think of a finding from another municipality."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name
from kravkompass.catalog.terms import Level, Method
from kravkompass.followup.activity import Status
from kravkompass.followup.naming import STATUS_NAMES
from kravkompass.followup.reuse import Answer, Because, Judged, Point
from kravkompass.followup.shared_finding import Seen, Use
from kravkompass.language import Translation, text

if TYPE_CHECKING:
    from kravkompass.catalog.requirement import Requirement

USE_NAMES: Mapping[Use, str] = {
    Use.REUSE: text("Use their check"),
    Use.PARTIAL: text("Use it in part"),
    Use.OWN_CHECK: text("Check it yourself"),
}
USE_MEANS: Mapping[Use, str] = {
    Use.REUSE: text("Their check stands for yours. It is kept as the outcome, and your next check becomes lighter."),
    Use.PARTIAL: text("Your check stays as planned. Begin from what they found and check what is left."),
    Use.OWN_CHECK: text("Your check stays as planned. What they found is kept, but nothing is built on it."),
}
POINT_NAMES: Mapping[Point, str] = {
    Point.CONDITIONS: text("At least as strict conditions"),
    Point.METHOD: text("A similar method"),
    Point.AGE: text("Checked recently enough"),
    Point.RESULT: text("What they found"),
}
ANSWER_NAMES: Mapping[Answer, str] = {
    Answer.YES: text("Yes"),
    Answer.JUDGE: text("To be judged by you"),
    Answer.NO: text("No"),
}
SEEN_NAMES: Mapping[Seen, str] = {
    Seen.DOCUMENT: text("Document"),
    Seen.TABLE: text("Spreadsheet"),
    Seen.PICTURE: text("Photo or picture"),
    Seen.OTHER: text("Another kind of file"),
}
SENTENCES: Mapping[Because, str] = {
    Because.SAME_CONDITIONS: text("They had agreed on the same requirement with the same values."),
    Because.VALUE_SAME_OR_STRICTER: text("{name}: {theirs} with them, {ours} with you. Theirs is stricter."),
    Because.VALUE_WEAKER: text("{name}: {theirs} with them, {ours} with you. Yours is stricter."),
    Because.VALUE_UNCLEAR: text("{name}: {theirs} with them, {ours} with you. Compare them yourself."),
    Because.VALUE_MISSING: text("{name} has a value in only one of the two contracts. Compare them yourself."),
    Because.LEVEL_HIGHER: text("They had agreed on a higher level: {theirs}, yours is {ours}."),
    Because.LEVEL_LOWER: text("They had agreed on a lower level: {theirs}, yours is {ours}."),
    Because.WORDED_DIFFERENTLY: text("The requirements are worded differently. Read both."),
    Because.NO_COMMON_LANGUAGE: text("The wordings are in different languages. Read both."),
    Because.SAME_METHOD: text("They checked in the same way: {theirs}."),
    Because.HEAVIER_METHOD: text("They checked more thoroughly than you plan to: {theirs}, yours is {ours}."),
    Because.LIGHTER_METHOD: text("They checked less thoroughly than you plan to: {theirs}, yours is {ours}."),
    Because.METHOD_UNKNOWN: text("How they checked is not said. Your plan says {ours}."),
    Because.RECENT: text("Checked on {day}; it can be used to and including {until}."),
    Because.TOO_OLD: text("Checked on {day}; it could be used to and including {until}."),
    Because.IN_THE_FUTURE: text("The day of the check, {day}, has not come yet. Ask the sender."),
    Because.AGE_UNCLEAR: text("Checked on {day}. How old a check may be is not known."),
    Because.MET: text("They found that the requirement was met."),
    Because.SHORTCOMING: text("They found: {status}. Ask what has been put right since, and check that."),
    Because.NOTHING_FOUND: text("They found: {status}. There is nothing to build on."),
}


def said_judged(judged: Judged, requirement: Requirement | None, t: Translation) -> str:
    """Say a reason; ``requirement`` is the catalog's, which names the parameters."""
    return t.say(SENTENCES[judged.because], **{key: _said(key, value, requirement, t) for key, value in judged.values.items()})


def _said(key: str, value: object, requirement: Requirement | None, t: Translation) -> str:
    if key == "name":
        return parameter_name(str(value), requirement, t)
    if isinstance(value, Level | Method):
        return _small(name(value, t))
    if isinstance(value, Status):
        return _small(t.say(STATUS_NAMES[value]))
    if isinstance(value, date):
        return t.formats.long_date(value)
    return t.formats.number(value) if isinstance(value, int | float) else str(value)


def parameter_name(parameter: str, requirement: Requirement | None, t: Translation) -> str:
    """Give what a parameter is called on a form, or its own name when the catalog no longer has it."""
    found = requirement.parameter(parameter) if requirement is not None else None
    return found.labels.get(t.language.value, parameter) if found is not None else parameter


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
