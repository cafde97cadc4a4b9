"""What the activities of a follow-up plan are called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kravkompass.catalog.naming import name
from kravkompass.catalog.terms import Method
from kravkompass.followup.activity import KeptActivity, Status
from kravkompass.followup.planning import Activity, Occasion
from kravkompass.language import Translation, text

OCCASION_NAMES: Mapping[Occasion, str] = {
    Occasion.BID_CHECK: text("Check of the winning tender"),
    Occasion.START_MEETING: text("Start meeting with the supplier"),
    Occasion.MEETING: text("Status meeting with the supplier"),
    Occasion.CHECK: text("Check"),
    Occasion.EVIDENCE: text("Evidence that expires"),
    Occasion.EXTENSION_DECISION: text("Decide about the extension"),
    Occasion.EVALUATION: text("Evaluate the contract before the next purchase"),
    Occasion.OWN: text("Activity of your own"),
}

STATUS_NAMES: Mapping[Status, str] = {
    Status.MET: text("Met"),
    Status.PARTLY: text("Partly met"),
    Status.NOT_MET: text("Not met"),
    Status.NOT_CHECKED: text("Not checked"),
    Status.NOT_APPLICABLE: text("Not applicable"),
}
"""What the outcomes of a check are called."""


def occasion_name(activity: Activity | KeptActivity, translation: Translation) -> str:
    """Say what an activity is; a check is named by its methods."""
    return methods_name(activity.methods, translation) or translation.say(OCCASION_NAMES[activity.occasion])


def methods_name(methods: tuple[Method, ...], translation: Translation) -> str:
    """Name a check by its methods; "" without any."""
    if not methods:
        return ""
    first, *others = (name(method, translation) for method in methods)
    return ", ".join([first, *(other[:1].lower() + other[1:] for other in others)])


def when(month: int, day: date | None, translation: Translation) -> str:
    """Say when an activity takes place: the day, or the month of the contract."""
    if day is not None:
        return translation.formats.short_date(day)
    return translation.say("Before the contract") if month < 0 else translation.say("Month {n}", n=month + 1)
