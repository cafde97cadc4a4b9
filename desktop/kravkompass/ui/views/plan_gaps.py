"""How what will not be checked looks: the requirements by the reason why, each open to be planned anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.followup.laying_out import Why
from kravkompass.followup.plan_naming import WHY_SENTENCES, said_share
from kravkompass.ui.layout import column, row
from kravkompass.ui.look import MEDIUM, SMALL, TIGHT, Text
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kravkompass.followup.laying_out import Gap
    from kravkompass.ui.language import Voice

CAN_BE_PLANNED = frozenset({Why.NO_TIME, Why.DROPPED})
FOLDED = frozenset({Why.SELDOM})
MOST_OPEN = 6


class GapCard(Card):
    """What will not be checked. ``plan_anyway(requirement, supplier)`` asks to plan one."""

    plan_anyway = Signal(str, str)

    def __init__(self, voice: Voice, gaps: Sequence[Gap], title: Callable[[str], str], suppliers: Mapping[str, str]) -> None:
        super().__init__(gap=MEDIUM)
        self._voice, self._title, self._suppliers = voice, title, suppliers
        for why in Why:
            of_why = [gap for gap in gaps if gap.why is why]
            if of_why:
                self._group(why, of_why)

    def _group(self, why: Why, gaps: Sequence[Gap]) -> None:
        self.add(Label(self._voice, lambda t: t.say(WHY_SENTENCES[why]), Text.STRONG))
        shown = 0 if why in FOLDED else MOST_OPEN
        for gap in gaps[:shown]:
            self.add(self._line(gap))
        rest = gaps[shown:]
        if rest:
            content = QWidget()
            inside = column(content, gap=SMALL)
            for gap in rest:
                inside.addWidget(self._line(gap))
            counted = len(rest)
            wording = (
                (lambda t: t.count("{n} requirement", "{n} requirements", counted))
                if not shown
                else (lambda t: t.count("{n} more", "{n} more", counted))
            )
            self.add(Expander(self._voice, wording, content))

    def _line(self, gap: Gap) -> QWidget:
        line = QWidget()
        across = row(line, gap=SMALL)
        words = column(gap=TIGHT)
        words.addWidget(Label(self._voice, self._title(gap.requirement)))
        supplier = self._suppliers.get(gap.supplier, "")
        words.addWidget(Label(self._voice, lambda t: " · ".join(part for part in (supplier, said_share(gap, t)) if part), Text.MUTED))
        across.addLayout(words, 1)
        if gap.why in CAN_BE_PLANNED:
            anyway = Button(self._voice, lambda t: t.say("Plan anyway …"), Weight.QUIET, "add")
            anyway.clicked.connect(lambda: self.plan_anyway.emit(gap.requirement, gap.supplier))
            across.addWidget(anyway)
        return line
