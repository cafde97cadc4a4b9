"""How deviations and the supplier's plans stand, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from kravkompass.followup.deviation import DeviationState, PlanState
from kravkompass.language import text

if TYPE_CHECKING:
    from kravkompass.followup.deviation import Deviation
    from kravkompass.language import Translation

STATE_NAMES: Mapping[DeviationState, str] = MappingProxyType({
    DeviationState.OPEN: text("Still open"),
    DeviationState.CLOSED: text("Closed, nothing more to do"),
})  # fmt: skip
PLAN_NAMES: Mapping[PlanState, str] = MappingProxyType({
    PlanState.SENT: text("Waits for your answer"),
    PlanState.APPROVED: text("Approved"),
    PlanState.SENT_BACK: text("Sent back"),
})  # fmt: skip


def when_due(deviation: Deviation, today: date, translation: Translation) -> str:
    """Say by when something is to be done, that it is too late, or that it is closed."""
    say, formats = translation.say, translation.formats
    if not deviation.is_open:
        return say("Closed on {day}", day=formats.short_date(deviation.closed)) if deviation.closed else say(STATE_NAMES[DeviationState.CLOSED])
    if deviation.deadline is None:
        return say("No last day")
    if deviation.is_overdue(today):
        return say("Overdue since {day}", day=formats.short_date(deviation.deadline))
    return say("Last day {day}", day=formats.short_date(deviation.deadline))
