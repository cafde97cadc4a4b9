"""How the work that comes with the list looks while it is chosen: hours against the hours there are, and what will not be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.catalog.terms import Effort
from kravkompass.ui.layout import column
from kravkompass.ui.look import SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.screens.followup import Load
    from kravkompass.ui.language import Voice

SHOWN = 3


class LoadLine(QWidget):
    """The sum of the work, and a warning when there are too few hours. ``asked`` comes when the buyer wants to see the plan."""

    asked = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._sum = Label(voice, "", Text.MUTED)
        plan = Button(voice, lambda t: t.say("See the plan"), Weight.QUIET, "follow-up")
        plan.clicked.connect(lambda _on=False: self.asked.emit())
        self._short = Callout(voice, Tone.WARNING, "", " ", [plan])
        inside = column(self, gap=SMALL)
        inside.addWidget(self._sum)
        inside.addWidget(self._short)

    def put(self, load: Load) -> None:
        """Show the sum."""
        self._sum.put(lambda t: f"{_yours(load, t)} {_theirs(load, t)}")
        n, shown = len(load.unchecked), "; ".join(load.unchecked[:SHOWN])
        more = "; …" if n > SHOWN else ""
        self._short.setVisible(n > 0)
        self._short.put(
            Tone.WARNING,
            lambda t: t.say("The hours are not enough: you have {hours} hours a year", hours=t.formats.number(load.have)),
            lambda t: t.count(
                "{n} requirement is not checked every time: {titles}",
                "{n} requirements are not checked every time: {titles}",
                n,
                titles=shown + more,
            ),
        )


def _yours(load: Load, t: Translation) -> str:
    hours, heaviest = t.formats.number(round(load.hours)), t.formats.number(round(load.heaviest))
    if load.have:
        return t.say(
            "Your follow-up: {hours} h in all, {heaviest} h in the heaviest year of the {have} h you have.",
            hours=hours,
            heaviest=heaviest,
            have=t.formats.number(load.have),
        )
    return t.say("Your follow-up: {hours} h in all, {heaviest} h in the heaviest year.", hours=hours, heaviest=heaviest)


def _theirs(load: Load, t: Translation) -> str:
    return t.say(
        "The supplier's work by requirement: {low} light, {medium} medium, {high} heavy.",
        low=load.supplier[Effort.LOW],
        medium=load.supplier[Effort.MEDIUM],
        high=load.supplier[Effort.HIGH],
    )
