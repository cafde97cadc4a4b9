"""How a contract's plan looks: what is overdue and what is coming, the hours, what will not be checked, and what has been done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kravkompass.followup.plan_naming import activity_name
from kravkompass.screens.contract import texts_in
from kravkompass.screens.contract_plan import ContractPlan
from kravkompass.ui.layout import column, holds_keyboard
from kravkompass.ui.look import MEDIUM, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.plan_gaps import GapCard
from kravkompass.ui.views.plan_row import PlanRow
from kravkompass.ui.views.plan_verbs import PlanVerbs, said_changes
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card, SectionTitle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kravkompass.followup.activity import KeptActivity
    from kravkompass.language import Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_plan import Hours, PlanView
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.work import Workers

SHOWN = 12
"""So many of the activities that are coming stand open; the rest can be opened."""
MANY_LATE = 3


class PlanPage(ContractPage):
    """The plan."""

    section = "plan"

    def __init__(self, voice: Voice, screen: ContractScreen, workers: Workers) -> None:
        super().__init__(voice, screen, workers)
        self._screen = ContractPlan(screen)
        self._verbs = PlanVerbs(voice, screen, self._screen, self)
        self._rows: dict[str, PlanRow] = {}
        self._later: Expander | None = None
        self._add = Button(voice, lambda t: t.say("Add an activity"), Weight.SECONDARY, "add")
        self._add.clicked.connect(lambda _on=False: self._verbs.add_own())
        write = Button(voice, lambda t: t.say("Write the plan …"), Weight.SECONDARY, "export")
        write.clicked.connect(self._verbs.write)
        self.set_actions([write, self._add])

    def first_focus(self) -> QWidget:
        """Begin at the first activity, or at adding one."""
        first = next(iter(self._rows.values()), None)
        return (first.first_focus() if first else None) or self._add

    def show_part(self, identity: str) -> None:
        """Bring an activity into sight, with the keyboard on it."""
        if identity not in self._rows and self._later is not None:
            self._later.open()
        if (there := self._rows.get(identity)) is not None:
            self._go_on_at(there)
            # What was added just now has no place yet.
            QTimer.singleShot(0, there, lambda: self.ensureWidgetVisible(there))

    def refresh(self) -> None:
        """Show the plan as it stands."""
        view = self._screen.view()
        self._suppliers, self._requirements = self._screen.suppliers(), self._screen.requirements()
        at, place = self.verticalScrollBar().value(), self._place_of_keyboard()
        if place >= 0:
            # Or else the keyboard goes from row to row as they are taken away, and the page scrolls after it.
            self._add.setFocus()
        self.empty()
        self._rows = {}
        self._later = None
        if view.hours is not None:
            self.add(self._hours(view.hours))
        for one in self._callouts(view):
            self.add(one)
        if not view.activities:
            self.add(self._nothing_yet())
        self._section(lambda t: t.say("Overdue"), view.overdue)
        self._section(lambda t: t.say("Coming"), view.coming[:SHOWN])
        if len(view.coming) > SHOWN:
            self._later = self._folded(lambda t: t.count("{n} activity later", "{n} activities later", len(view.coming) - SHOWN), view.coming[SHOWN:])
            self.add(self._later)
        self._unchecked(view)
        if view.past:
            self.add(self._folded(lambda t: t.say("Done and left out ({n})", n=t.formats.number(len(view.past))), view.past))
        if place >= 0 and self._rows:
            self._go_on_at(list(self._rows.values())[min(place, len(self._rows) - 1)])
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(at))

    def _place_of_keyboard(self) -> int:
        """Tell on which of the activities the keyboard is; -1 when it is elsewhere."""
        return next((place for place, one in enumerate(self._rows.values()) if holds_keyboard(one)), -1)

    def _go_on_at(self, there: PlanRow) -> None:
        if (first := there.first_focus()) is not None:
            first.setFocus()

    # -- the parts

    def _nothing_yet(self) -> EmptyState:
        return EmptyState(
            self.voice,
            "follow-up",
            lambda t: t.say("Nothing is planned yet"),
            lambda t: t.say("Fill in when the contract starts, under Agreement. The plan is laid out by itself."),
        )

    def _hours(self, hours: Hours) -> Card:
        card, shown = Card(), KeyValues(self.voice)
        pairs: list[tuple[Wording, Wording]] = [
            (lambda t: t.say("Hours planned"), lambda t: _in_hours(hours.planned, t)),
            (lambda t: t.say("Used so far"), lambda t: _in_hours(hours.used, t)),
        ]
        if hours.there_are:
            pairs.insert(0, (lambda t: t.say("Hours there are"), lambda t: _in_hours(hours.there_are, t)))
            pairs.append((lambda t: t.say("Hours left"), lambda t: _in_hours(hours.left, t)))
        shown.put(pairs)
        card.add(Label(self.voice, lambda t: t.say("Your hours in year {n} of the contract", n=t.formats.number(hours.year)), Text.STRONG))
        card.add(shown)
        return card

    def _callouts(self, view: PlanView) -> Iterator[Callout]:
        if view.outdated:
            anew = Button(self.voice, lambda t: t.say("Lay the plan out anew"), Weight.PRIMARY)
            anew.clicked.connect(self._verbs.lay_out_anew)
            yield Callout(
                self.voice,
                Tone.INFO,
                lambda t: t.say("The plan no longer fits the contract"),
                lambda t: said_changes(len(view.outdated.added), len(view.outdated.altered), len(view.outdated.taken), t),
                [anew],
            )
        if view.beyond:
            yield Callout(
                self.voice,
                Tone.WARNING,
                lambda t: t.count(
                    "{n} activity that you have moved stands after the contract's last day",
                    "{n} activities that you have moved stand after the contract's last day",
                    len(view.beyond),
                ),
                lambda t: t.formats.all_of(activity_name(one, t) for one in view.beyond),
            )
        if len(view.overdue) >= MANY_LATE:
            leave = Button(self.voice, lambda t: t.say("Leave out what lies before today …"))
            leave.clicked.connect(self._verbs.drop_overdue)
            yield Callout(
                self.voice,
                Tone.WARNING,
                lambda t: t.count("{n} activity is overdue", "{n} activities are overdue", len(view.overdue)),
                lambda t: t.say("Was the contract entered late? Then you can leave out what lies before today, with one reason."),
                [leave],
            )

    def _section(self, title: Wording, activities: Sequence[KeptActivity]) -> None:
        if activities:
            self.add(SectionTitle(self.voice, title))
        for one in activities:
            self.add(self._row(one))

    def _folded(self, wording: Wording, activities: Sequence[KeptActivity]) -> Expander:
        """Make a part that is opened on demand; its rows are made when it is."""
        content = QWidget()
        inside = column(content, gap=MEDIUM)
        folded = Expander(self.voice, wording, content)

        def fill(on: bool) -> None:
            if on and not inside.count():
                for one in activities:
                    inside.addWidget(self._row(one))

        folded.opened.connect(fill)
        return folded

    def _row(self, activity: KeptActivity) -> PlanRow:
        supplier = self._suppliers.get(activity.supplier)
        made = PlanRow(
            self.voice,
            activity,
            self._screen.shift(activity),
            supplier.name if supplier else "",
            [self._numbered(one) for one in activity.requirements if one in self._requirements],
            self._screen.today,
        )
        made.finish_it.connect(lambda: self._verbs.finish(activity))
        made.move_it.connect(lambda: self._verbs.move(activity))
        made.leave_it_out.connect(lambda: self._verbs.leave_out(activity))
        made.reopen_it.connect(lambda: self._verbs.reopen(activity))
        made.remove_it.connect(lambda: self._verbs.remove(activity))
        self._rows[activity.id] = made
        return made

    def _numbered(self, requirement: str) -> str:
        one = self._requirements[requirement]
        return f"{one.number}  {texts_in(one, self.language)[1].title}"

    def _unchecked(self, view: PlanView) -> None:
        if not view.gaps:
            return
        self.add(
            SectionTitle(
                self.voice,
                lambda t: t.say("What will not be checked"),
                lambda t: t.say("So that nobody believes it is. Plan an activity of your own for what matters anyway."),
            )
        )
        card = GapCard(self.voice, view.gaps, self._numbered, {name: one.name for name, one in self._suppliers.items()})
        card.plan_anyway.connect(self._verbs.add_own)
        self.add(card)


def _in_hours(hours: float, t: Translation) -> str:
    return t.say("{n} h", n=t.formats.number(round(hours, 1)))
