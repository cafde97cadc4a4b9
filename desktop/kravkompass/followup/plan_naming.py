"""What activities, classes and gaps of a living plan are called, and why things are as they are, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name, source_name
from kravkompass.followup.classification import Ground
from kravkompass.followup.contract import Classification
from kravkompass.followup.laying_out import Why
from kravkompass.followup.naming import OCCASION_NAMES, methods_name
from kravkompass.followup.planning import Occasion
from kravkompass.language import text

if TYPE_CHECKING:
    from typing import Protocol

    from kravkompass.catalog.terms import Method
    from kravkompass.followup.classification import Proposal
    from kravkompass.followup.laying_out import Gap
    from kravkompass.followup.planning import Pace
    from kravkompass.language import Translation

    class Named(Protocol):
        """An activity that is kept, or a row about one."""

        @property
        def occasion(self) -> Occasion:
            """What it is."""

        @property
        def title(self) -> str:
            """What the buyer calls it, or what it is about."""

        @property
        def methods(self) -> tuple[Method, ...]:
            """How it is checked."""


CLASS_NAMES: Mapping[Classification, str] = {
    Classification.CRITICAL: text("Critical or large"),
    Classification.MEDIUM: text("Medium"),
    Classification.SMALL: text("Small"),
}
CLASS_MEANINGS: Mapping[Classification, str] = {
    Classification.CRITICAL: text("Statistics and a meeting three times a year"),
    Classification.MEDIUM: text("Followed up once a year"),
    Classification.SMALL: text("Followed up every second year, and when something calls for it"),
}
KIND_NAMES: Mapping[Occasion, str] = {
    Occasion.BID_CHECK: text("Checks of tenders"),
    Occasion.START_MEETING: text("Start meetings"),
    Occasion.MEETING: text("Status meetings"),
    Occasion.CHECK: text("Checks"),
    Occasion.EVIDENCE: text("Evidence that expires"),
    Occasion.EXTENSION_DECISION: text("Decisions about extensions"),
    Occasion.EVALUATION: text("Evaluations"),
    Occasion.OWN: text("Activities of your own"),
}
"""What the kinds of activities are called in a list to choose from."""
WHY_SENTENCES: Mapping[Why, str] = {
    Why.NO_START: text("The contract's start is not known."),
    Why.NO_SUPPLIER: text("No supplier delivers the lot it holds for."),
    Why.NO_TIME: text("There are not hours enough: what matters more goes first."),
    Why.ENDED: text("The contract ended before it was to be checked."),
    Why.DROPPED: text("You left it out."),
    Why.SELDOM: text("The contract's class: less often than the requirement suggests."),
}
_GROUNDS: Mapping[Ground, str] = {
    Ground.RANK: text("Number {place} of {of} contracts by value, where a high risk makes the value count for more."),
    Ground.FEW: text("Number {place} of {of} contracts by value and risk. With fewer than ten contracts none is proposed as critical."),
    Ground.NO_VALUE: text("The value is not known, and no risk is high."),
    Ground.NO_VALUE_HIGH_RISK: text("The value is not known, but a risk is high."),
}


def activity_name(activity: Named, translation: Translation) -> str:
    """Say what an activity is: its own title, its methods, or its occasion. Evidence is named by its file."""
    if activity.occasion is Occasion.EVIDENCE:
        return translation.say("Ask for new evidence: {file}", file=activity.title)
    if activity.title:
        return activity.title
    return methods_name(activity.methods, translation) or translation.say(OCCASION_NAMES[activity.occasion])


def said_gap(gap: Gap, translation: Translation) -> str:
    """Say why a requirement will not be checked, and how many times of all."""
    return f"{translation.say(WHY_SENTENCES[gap.why])} {said_share(gap, translation)}"


def said_share(gap: Gap, translation: Translation) -> str:
    """Say how many times of all a requirement will not be checked."""
    if gap.is_whole:
        return translation.say("Not checked at all.")
    return translation.count(
        "{n} check of {all} is left out.", "{n} checks of {all} are left out.", gap.missing, all=translation.formats.number(gap.of)
    )


def said_proposal(proposal: Proposal, translation: Translation) -> str:
    """Say what a proposed class rests on."""
    number = translation.formats.number
    said = translation.say(_GROUNDS[proposal.ground], place=number(proposal.place), of=number(proposal.of))
    if proposal.area is None:
        return said
    risk = translation.say(
        "The greatest risk: {level} ({area}).",
        level=name(proposal.level, translation).lower(),
        area=translation.say(source_name(proposal.area)).lower(),
    )
    return f"{said} {risk}"


def said_interval(months: int, translation: Translation) -> str:
    """Say how often something comes around, as it stands within a sentence: every month, every other month, every 3rd month."""
    if months == 1:
        return translation.say("every month")
    if months == 2:
        return translation.say("every other month")
    return translation.say("every {nth} month", nth=translation.formats.ordinal(months))


def said_pace(pace: Pace, translation: Translation) -> str:
    """Say how often the supplier is met, and what is checked more seldom than the catalog says."""
    met = translation.say("A status meeting {interval}.", interval=said_interval(pace.meetings, translation))
    checked = translation.say("Checks as often as each requirement says.")
    if pace.least:
        checked = translation.say(
            "Ordinary checks at most {interval}; serious and statutory ones and reports as often as they say.",
            interval=said_interval(pace.least, translation),
        )
    return f"{met} {checked}"
