"""Saying the entries of a contract's log: every field and value in words, whatever part it is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, get_type_hints

import msgspec

from kravkompass.catalog.naming import name
from kravkompass.documents.calendar_zone import ZONES
from kravkompass.followup.activity import State, Status
from kravkompass.followup.chain_naming import OUTCOME_NAMES, ROLE_NAMES, TOLD_NAMES
from kravkompass.followup.contract import Classification
from kravkompass.followup.deviation import DeviationState, PlanState
from kravkompass.followup.deviation_naming import PLAN_NAMES, STATE_NAMES
from kravkompass.followup.employment import After, PromiseKind
from kravkompass.followup.employment_naming import AFTER_NAMES
from kravkompass.followup.employment_naming import KIND_NAMES as JOB_NAMES
from kravkompass.followup.ladder import STEP_NAMES, Step
from kravkompass.followup.letter import LETTER_NAMES, LetterKind
from kravkompass.followup.meeting import MeetingKind, MeetingState, PromiseState, Side
from kravkompass.followup.meeting_naming import KIND_NAMES, PROMISE_NAMES, SIDE_NAMES
from kravkompass.followup.meeting_naming import STATE_NAMES as MEETING_STATES
from kravkompass.followup.naming import OCCASION_NAMES, STATUS_NAMES
from kravkompass.followup.part_naming import HEADLINES, HIDDEN, IDS, PART_NAMES, TIMES, field_name
from kravkompass.followup.plan_naming import CLASS_NAMES
from kravkompass.followup.planning import Occasion
from kravkompass.followup.questionnaire import Answer, Form
from kravkompass.followup.questionnaire_naming import ANSWER_NAMES, FORM_NAMES
from kravkompass.followup.remedy import REMEDY_NAMES, Remedy
from kravkompass.followup.reuse_naming import SEEN_NAMES, USE_NAMES
from kravkompass.followup.shared_finding import Seen, Use
from kravkompass.followup.supply_chain import RequestOutcome, Role, Told
from kravkompass.language import Language, text
from kravkompass.purchases.parts import SHELVES

if TYPE_CHECKING:
    from kravkompass.catalog.terms import Country
    from kravkompass.followup.event import Event
    from kravkompass.language import Translation

ACTIVITY_STATES = {State.PLANNED: text("Planned"), State.DONE: text("Done"), State.DROPPED: text("Left out of the plan")}
TERMS: Mapping[type[StrEnum], Mapping[Any, str]] = {
    State: ACTIVITY_STATES,
    Status: STATUS_NAMES,
    Classification: CLASS_NAMES,
    DeviationState: STATE_NAMES,
    PlanState: PLAN_NAMES,
    Step: STEP_NAMES,
    LetterKind: LETTER_NAMES,
    Remedy: REMEDY_NAMES,
    MeetingKind: KIND_NAMES,
    MeetingState: MEETING_STATES,
    PromiseState: PROMISE_NAMES,
    Side: SIDE_NAMES,
    Occasion: OCCASION_NAMES,
    Seen: SEEN_NAMES,
    Use: USE_NAMES,
    Role: ROLE_NAMES,
    Told: TOLD_NAMES,
    RequestOutcome: OUTCOME_NAMES,
    PromiseKind: JOB_NAMES,
    After: AFTER_NAMES,
    Answer: ANSWER_NAMES,
    Form: FORM_NAMES,
}
"""What the closed lists of words in a contract's parts are called."""
LONGEST_HEADLINE = 160


@cache
def hints(part: str) -> Mapping[str, Any]:
    """Give the types of a part's fields, by the name of its table; nothing for a part that is not known."""
    kind = next((one for one, shelf in SHELVES.items() if shelf.table.name == part), None)
    return get_type_hints(kind) if kind is not None else {}


class Saying:
    """Says entries in one language. ``names`` are what parts are called, by their ids; ``country`` gives the time of day."""

    def __init__(self, events: Sequence[Event], names: Mapping[str, str], country: Country, translation: Translation) -> None:
        self._translation, self._zone = translation, ZONES[country].info
        self._names: dict[str, str] = dict(names)
        for event in events:
            values = event.after or event.before
            if headline := self.headline(event.part, values):
                self._names[event.about] = headline

    def headline(self, part: str, values: Mapping[str, Any]) -> str:
        """Say which part it is, in a few words."""
        for field in HEADLINES.get(part, ()):
            if values.get(field) not in (None, ""):
                said = " ".join(self.value(part, field, values[field]).split())
                return said if len(said) <= LONGEST_HEADLINE else f"{said[:LONGEST_HEADLINE]} …"
        return ""

    def part(self, event: Event) -> str:
        """Say what kind of part an entry is about."""
        return self._translation.say(PART_NAMES[event.part]) if event.part in PART_NAMES else event.part

    def about(self, event: Event) -> str:
        """Say which part an entry is about."""
        return self.headline(event.part, event.after or event.before) or self._names.get(event.about, "")

    def time(self, at: str) -> str:
        """Say a point in time as the clock showed it where the contract is."""
        try:
            moment = datetime.fromisoformat(at).astimezone(self._zone)
        except ValueError:
            return at
        return f"{self._translation.formats.short_date(moment.date())} {moment:%H:%M}"

    def details(self, event: Event) -> Iterator[str]:
        """Say each field of an entry: what was added or taken away, or from what to what."""
        say = self._translation.say
        if event.before and event.after:
            for field in event.changed_fields():
                if field not in HIDDEN:
                    before, after = (self.value(event.part, field, one.get(field)) for one in (event.before, event.after))
                    empty = say("nothing")
                    yield say("{field}: {before} → {after}", field=self._field(event.part, field), before=before or empty, after=after or empty)
            return
        for field, value in (event.after or event.before).items():
            if field not in HIDDEN and (said := self.value(event.part, field, value)):
                yield say("{field}: {value}", field=self._field(event.part, field), value=said)

    def value(self, part: str, field: str, value: Any) -> str:  # noqa: ANN401 - any plain value
        """Say the value of a field; nothing for an empty one."""
        if value in (None, "", [], {}):
            return ""
        if field in IDS:
            return self._ids(value)
        if field == "language" and value in set(Language):
            return Language(value).own_name
        if field in TIMES and isinstance(value, str) and "T" in value:
            return self.time(value)
        hint = hints(part).get(field)
        try:
            typed = msgspec.convert(value, hint) if hint is not None else value
        except msgspec.ValidationError:
            typed = value  # written by a program that knew other words
        return self._said(typed)

    def _field(self, part: str, field: str) -> str:
        try:
            return self._translation.say(field_name(part, field))
        except KeyError:
            return field

    def _ids(self, value: Any) -> str:  # noqa: ANN401 - one id or several
        many = value if isinstance(value, list | tuple) else [value]
        return "; ".join(self._names.get(str(one), self._translation.say("id {id}", id=str(one)[:8])) for one in many)

    def _said(self, value: Any) -> str:  # noqa: ANN401, PLR0911 - one answer for each type
        say, formats = self._translation.say, self._translation.formats
        match value:
            case None | "":
                return ""
            case StrEnum():
                return self._term(value)
            case bool():
                return say("Yes") if value else say("No")
            case date():
                return formats.short_date(value)
            case int() | float():
                return formats.number(value)
            case Mapping():
                return "; ".join(f"{self._said(key)}: {self._said(one)}" for key, one in value.items())
            case list() | tuple():
                return "; ".join(said for said in map(self._said, value) if said)
        if is_dataclass(value):
            parts = (self._said(getattr(value, field.name)) for field in fields(value))
            return " · ".join(said for said in parts if said)
        return str(value)

    def _term(self, term: StrEnum) -> str:
        if names := TERMS.get(type(term)):
            return self._translation.say(names[term])
        try:
            return name(term, self._translation)
        except KeyError:
            return term.value
