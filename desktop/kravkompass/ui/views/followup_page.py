"""How the page of follow-up looks: the plan as it will be printed, with its hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name
from kravkompass.followup.naming import occasion_name, when
from kravkompass.screens.followup import FollowUp, PlannedActivity
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.page import WORKING
from kravkompass.ui.widgets.surfaces import Card, SectionTitle
from kravkompass.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

_COLUMNS: tuple[Column[PlannedActivity], ...] = (
    Column(
        lambda t: t.say("When"),
        lambda one, t: when(one.activity.month, one.day, t),
        order=lambda one: one.activity.month,
        share=3,
    ),
    Column(lambda t: t.say("What"), lambda one, t: occasion_name(one.activity, t), share=7),
    Column(lambda t: t.say("Who"), lambda one, t: name(one.activity.who, t), share=3),
    Column(
        lambda t: t.say("Requirements"),
        lambda one, t: t.formats.number(len(one.titles)) if one.titles else "–",
        share=2,
        right=True,
    ),
    Column(
        lambda t: t.say("Time"),
        lambda one, t: _hours(one.activity.minutes, t),
        order=lambda one: one.activity.minutes,
        right=True,
        share=2,
    ),
)

UNCHECKED_SHOWN = 5


class FollowUpPage(WizardPage):
    """The follow-up plan."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers, width=WORKING)
        self._screen = FollowUp(wizard)
        self._sum = KeyValues(voice)
        self._ask = Callout(
            voice,
            Tone.INFO,
            lambda t: t.say("The contract's start is not known"),
            lambda t: t.say("The plan counts months from the start. Fill in the date to get days."),
            [self._to_purchase()],
        )
        self._short = Callout(voice, Tone.WARNING, "")
        card = Card()
        card.add(self._sum)
        self.add(card)
        self.add(self._ask)
        self.add(self._short)
        self.add(SectionTitle(voice, lambda t: t.say("Calendar")))
        self._table: DataTable[PlannedActivity] = DataTable(voice, lambda t: t.say("Calendar"), _COLUMNS, sortable=False)
        self.add(self._table)

    def _to_purchase(self) -> Button:
        button = Button(self.voice, lambda t: t.say("Fill in the date"), Weight.QUIET, "calendar")
        button.clicked.connect(lambda: self.jump.emit("purchase", ""))
        return button

    def refresh(self) -> None:
        """Lay the plan out for the list as it stands."""
        plan = self._screen.plan(self.language)
        self._ask.setVisible(plan.period.start is None)
        count = len(self._screen.rows(self.language))
        self._sum.put(
            [
                (lambda t: t.say("Requirements followed up"), lambda t: t.formats.number(count)),
                (lambda t: t.say("Your time in all"), lambda t: _hours(plan.minutes, t)),
                *(
                    (lambda t, year=year: t.say("Contract year {n}", n=year), lambda t, hours=hours: _hours(hours * 60, t))
                    for year, hours in sorted(plan.hours_by_year.items())
                ),
            ]
        )
        self._show_budget()
        self._table.put(self._screen.activities(self.language))
        self._table.show_all()

    def _show_budget(self) -> None:
        budget = self._screen.budget(self.language)
        self._short.setVisible(not budget.is_enough)
        titles = {row.requirement.id: row.texts.title for row in self._screen.rows(self.language)}
        unchecked = [titles[name] for name in titles if name in budget.unchecked]
        n, shown = len(unchecked), "; ".join(unchecked[:UNCHECKED_SHOWN])
        self._short.put(
            Tone.WARNING,
            lambda t: t.say("The hours are not enough: you have {hours} hours a year", hours=t.formats.number(budget.hours)),
            lambda t: t.count(
                "{n} requirement is not checked every time: {titles}",
                "{n} requirements are not checked every time: {titles}",
                n,
                titles=shown,
            ),
        )


def _hours(minutes: float, t: Translation) -> str:
    return t.say("{n} h", n=t.formats.number(round(minutes / 60, 1)))
