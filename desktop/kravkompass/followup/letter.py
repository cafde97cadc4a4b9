"""The letters that go with the steps of the ladder."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kravkompass.followup.ladder import Step
from kravkompass.language import text


class LetterKind(StrEnum):
    """A letter to the supplier about a deviation."""

    NOTICE = "notice"
    PLAN_DEMAND = "plan-demand"
    PLAN_APPROVED = "plan-approved"
    PLAN_SENT_BACK = "plan-sent-back"
    CHECK = "check"
    SUSPENSION = "suspension"
    CLAIM = "claim"
    REPLACEMENT = "replacement"
    WARNING = "warning"
    TERMINATION = "termination"
    CLOSED = "closed"


LETTER_NAMES: Mapping[LetterKind, str] = MappingProxyType({
    LetterKind.NOTICE: text("Complaint: deviation from the contract"),
    LetterKind.PLAN_DEMAND: text("Request for an action plan"),
    LetterKind.PLAN_APPROVED: text("Answer to the action plan: approved"),
    LetterKind.PLAN_SENT_BACK: text("Answer to the action plan: sent back"),
    LetterKind.CHECK: text("Notice of a new check or audit"),
    LetterKind.SUSPENSION: text("Notice that orders are stopped"),
    LetterKind.CLAIM: text("Claim because of a deviation"),
    LetterKind.REPLACEMENT: text("Request to replace a sub-supplier"),
    LetterKind.WARNING: text("Warning of termination"),
    LetterKind.TERMINATION: text("Notice of termination"),
    LetterKind.CLOSED: text("Confirmation that a deviation is closed"),
})  # fmt: skip
"""What the letters are called."""

LETTER_OF: Mapping[Step, LetterKind] = MappingProxyType({
    Step.NOTICE: LetterKind.NOTICE,
    Step.ACTION_PLAN: LetterKind.PLAN_DEMAND,
    Step.CHECK: LetterKind.CHECK,
    Step.SUSPENSION: LetterKind.SUSPENSION,
    Step.PENALTY: LetterKind.CLAIM,
    Step.REPLACEMENT: LetterKind.REPLACEMENT,
    Step.WARNING: LetterKind.WARNING,
    Step.TERMINATION: LetterKind.TERMINATION,
})  # fmt: skip
"""The letter a step is taken with. A talk has none: its document is the note of what was said."""
