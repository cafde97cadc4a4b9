"""What is said of meetings: their kinds, why a matter is on the agenda, what its status is called, and what came of a promise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kravkompass.followup.activity import Status
from kravkompass.followup.evidence import Validity
from kravkompass.followup.meeting import MatterKind, MeetingKind, MeetingState, PromiseState, Side, Why
from kravkompass.followup.naming import STATUS_NAMES
from kravkompass.language import text

if TYPE_CHECKING:
    from kravkompass.followup.meeting import Matter, Promise
    from kravkompass.language import Translation

KIND_NAMES: Mapping[MeetingKind, str] = {
    MeetingKind.START: text("Start meeting"),
    MeetingKind.FOLLOW_UP: text("Follow-up meeting"),
    MeetingKind.EXTRA: text("Extra meeting"),
    MeetingKind.FINAL: text("Final meeting"),
}
STATE_NAMES: Mapping[MeetingState, str] = {
    MeetingState.PLANNED: text("Prepared"),
    MeetingState.RUNNING: text("Going on"),
    MeetingState.READ_THROUGH: text("Being read through"),
    MeetingState.CLOSED: text("Closed"),
}
SIDE_NAMES: Mapping[Side, str] = {Side.BUYER: text("Contracting authority"), Side.SUPPLIER: text("Supplier")}
WHY_NAMES: Mapping[Why, str] = {
    Why.PROMISED: text("Promised earlier"),
    Why.DEVIATION: text("Open deviation"),
    Why.DUE: text("Due according to the plan"),
    Why.LEFT_OPEN: text("Left open last time"),
    Why.UNANSWERED: text("Not checked yet"),
    Why.ADDED: text("Taken up"),
}
PROMISE_NAMES: Mapping[PromiseState, str] = {
    PromiseState.OPEN: text("Not done yet"),
    PromiseState.KEPT: text("Kept"),
    PromiseState.BROKEN: text("Not kept"),
    PromiseState.DROPPED: text("No longer needed"),
}
VALIDITY_NAMES: Mapping[Validity, str] = {
    Validity.EXPIRED: text("Expired"),
    Validity.SOON: text("Expires soon"),
    Validity.BEFORE_CHECK: text("Expires before the next check"),
    Validity.VALID: text("Valid"),
    Validity.NO_END: text("No end date"),
}
_OF_PROMISE: Mapping[Status, str] = {
    Status.MET: text("Kept"),
    Status.PARTLY: text("Partly kept"),
    Status.NOT_MET: text("Not kept"),
    Status.NOT_CHECKED: text("Not checked"),
    Status.NOT_APPLICABLE: text("No longer needed"),
}
_OF_DEVIATION: Mapping[Status, str] = {
    Status.MET: text("Put right"),
    Status.PARTLY: text("Partly put right"),
    Status.NOT_MET: text("Not put right"),
    Status.NOT_CHECKED: text("Not checked"),
    Status.NOT_APPLICABLE: text("Not applicable"),
}
_OF_POINT: Mapping[Status, str] = {
    Status.MET: text("Agreed"),
    Status.PARTLY: text("Partly agreed"),
    Status.NOT_MET: text("Not agreed"),
    Status.NOT_CHECKED: text("Postponed"),
    Status.NOT_APPLICABLE: text("Not applicable"),
}
_NAMES = {
    MatterKind.REQUIREMENT: STATUS_NAMES,
    MatterKind.PROMISE: _OF_PROMISE,
    MatterKind.DEVIATION: _OF_DEVIATION,
    MatterKind.POINT: _OF_POINT,
}


def status_names(kind: MatterKind) -> Mapping[Status, str]:
    """Give what the statuses are called for a kind of matter, as source texts."""
    return _NAMES[kind]


def status_name(matter: Matter, translation: Translation) -> str:
    """Say how a matter stands."""
    if matter.status is None:
        return translation.say("Talked about") if matter.is_dealt_with else translation.say("Not gone through")
    return translation.say(_NAMES[matter.kind][matter.status])


def said_promise(promise: Promise, translation: Translation) -> str:
    """Say who promised something, and by when if a day was set."""
    who = promise.owner or translation.say(SIDE_NAMES[promise.side])
    if promise.due is None:
        return translation.say("Promised by {who}, without a day.", who=who)
    return translation.say("Promised by {who}, to be done by {day}.", who=who, day=translation.formats.short_date(promise.due))
