"""The wizard's page of follow-up: the plan as it will be printed, and what it costs in hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kravkompass.catalog.terms import Effort
from kravkompass.followup.budget import Budget, fit
from kravkompass.followup.planning import Activity, Plan, period_of, plan
from kravkompass.guidance.listing import Listed
from kravkompass.language import Language
from kravkompass.screens.wizard import Wizard


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """An activity with the titles of the requirements it checks."""

    activity: Activity
    titles: tuple[str, ...]

    @property
    def day(self) -> date | None:
        """The day, when the contract's start is known."""
        return self.activity.day


@dataclass(frozen=True, slots=True)
class Load:
    """What the list costs in work: the buyer's hours in all and in the heaviest year, and how many requirements cost the supplier what.

    ``have`` are the hours a year in the profile, 0 when not said; ``unchecked`` are the titles of what is not checked every time.
    """

    hours: float
    heaviest: float
    have: int
    supplier: Mapping[Effort, int]
    unchecked: tuple[str, ...]


class FollowUp:
    """The follow-up plan of the wizard's purchase."""

    def __init__(self, wizard: Wizard) -> None:
        self._wizard = wizard

    def plan(self, language: Language) -> Plan:
        """Give the plan for the list as it stands."""
        return plan(self.rows(language), period_of(self._wizard.purchase.facts, self._wizard.purchase.country))

    def rows(self, language: Language) -> tuple[Listed, ...]:
        """Give the list as it stands."""
        return self._wizard.guide.rows(language)

    def budget(self, language: Language) -> Budget:
        """Fit the plan into the hours of the profile."""
        return fit(self.plan(language), self.rows(language), self._wizard.profile.hours)

    def load(self, language: Language) -> Load:
        """Sum up what the list as it stands costs the buyer and the supplier."""
        rows = self.rows(language)
        planned = plan(rows, period_of(self._wizard.purchase.facts, self._wizard.purchase.country))
        budget = fit(planned, rows, self._wizard.profile.hours)
        counted = Counter(row.requirement.follow_up.supplier_effort for row in rows)
        return Load(
            hours=planned.minutes / 60,
            heaviest=max(planned.hours_by_year.values(), default=0),
            have=budget.hours,
            supplier={effort: counted[effort] for effort in Effort},
            unchecked=tuple(row.texts.title for row in rows if row.requirement.id in budget.unchecked),
        )

    def activities(self, language: Language) -> tuple[PlannedActivity, ...]:
        """Give the activities in order."""
        titles = {row.requirement.id: row.texts.title for row in self.rows(language)}
        return tuple(
            PlannedActivity(activity, tuple(titles[name] for name in activity.requirements if name in titles))
            for activity in self.plan(language).activities
        )
