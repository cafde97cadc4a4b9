"""Deviations that come out of a check: proposed, never noted by themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Country, Severity
from kravkompass.followup.activity import Outcome, Status
from kravkompass.followup.deadlines import suggested
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.escalation import road

if TYPE_CHECKING:
    from kravkompass.followup.contract import FrozenRequirement

DEVIATING = frozenset({Status.PARTLY, Status.NOT_MET})
"""Outcomes that are deviations."""


def raised_from(
    outcome: Outcome, requirement: FrozenRequirement, day: date, country: Country, language: str = ""
) -> Deviation | None:
    """Propose the deviation an outcome amounts to on a day; nothing when the requirement was met, not checked or not applicable.

    What was found is the note, or else what the requirement itself calls not met (in a language it is frozen in). What is only partly
    met is an ordinary deviation; otherwise it is as serious as the requirement says. The proposal has no id: keep it to note it.
    """
    if outcome.status not in DEVIATING:
        return None
    severity = requirement.follow_up.severity if outcome.status is Status.NOT_MET else Severity.ORDINARY
    return Deviation(
        id="",
        contract=outcome.contract,
        supplier=outcome.supplier,
        requirement=requirement.id,
        found=outcome.day,
        what=outcome.note.strip() or _not_met(outcome, requirement, language),
        severity=severity,
        deadline=first_deadline(severity, day, country),
        meeting=outcome.meeting,
        activity=outcome.activity,
        outcome=outcome.id,
    )


def first_deadline(severity: Severity, day: date, country: Country) -> date | None:
    """Give the deadline to suggest for a deviation noted on a day: that of the first step on its road."""
    return suggested(road(severity)[0], severity, day, country)


def _not_met(outcome: Outcome, requirement: FrozenRequirement, language: str) -> str:
    texts = requirement.texts.get(language) or next(iter(requirement.texts.values()))
    return texts.partly if outcome.status is Status.PARTLY else texts.not_met
