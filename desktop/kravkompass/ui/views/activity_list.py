"""How a list of activities across all contracts looks: a part at a time, each row opening its contract at the activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kravkompass.followup.activity import State
from kravkompass.followup.plan_naming import activity_name
from kravkompass.ui.layout import column, row
from kravkompass.ui.look import MEDIUM, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.home import shown_title
from kravkompass.ui.views.plan_row import said_minutes
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import SectionTitle
from kravkompass.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kravkompass.language import Translation
    from kravkompass.purchases.activity_rows import ActivityRow
    from kravkompass.ui.language import Voice


class ActivityList(QWidget):
    """The list. ``opened(activity)`` comes on Enter and on a double click, ``more()`` asks for the next part."""

    opened = Signal(object)
    more = Signal()

    def __init__(self, voice: Voice, today: date) -> None:
        super().__init__()
        self._done, self._filtered = False, False
        self._heading = SectionTitle(voice, "")
        self._table: DataTable[ActivityRow] = DataTable(voice, lambda t: t.say("Activities"), _columns(today), sortable=False)
        self._table.opened.connect(self.opened)
        self._more = Button(voice, lambda t: t.say("Show more"), Weight.SECONDARY)
        self._more.clicked.connect(self.more)
        self._shown = Label(voice, "", Text.MUTED)
        self._empty = EmptyState(voice, "calendar", lambda t: t.say("Nothing here"), self._why_empty)
        inside, below = column(self, gap=MEDIUM), row(gap=MEDIUM)
        below.addWidget(self._shown, 1)
        below.addWidget(self._more, 0, Qt.AlignmentFlag.AlignRight)
        for one in (self._heading, self._table, self._empty):
            inside.addWidget(one)
        inside.addLayout(below)

    def show_rows(self, rows: Sequence[ActivityRow], whole: int, *, done: bool, filtered: bool) -> None:
        """Show the rows read so far, of so many."""
        self._done, self._filtered, shown = done, filtered, len(rows)
        self._heading.put(lambda t: t.say("Done") if done else t.say("To do, overdue first"))
        self._table.put(rows)
        self._table.show_all()
        self._table.setVisible(shown > 0)
        self._empty.setVisible(shown == 0)
        self._more.setVisible(shown < whole)
        self._shown.setVisible(shown > 0)
        self._shown.put(lambda t: t.say("{shown} of {all}", shown=t.formats.number(shown), all=t.formats.number(whole)))

    def _why_empty(self, t: Translation) -> str:
        if self._filtered:
            return t.say("Nothing fits what you have chosen above.")
        return t.say("Activities come from the plans of signed contracts.")


def _columns(today: date) -> Sequence[Column[ActivityRow]]:
    return (
        Column(lambda t: t.say("When"), lambda one, t: t.formats.short_date(one.day), tone=lambda one: _tone(one, today), share=3),
        Column(lambda t: t.say("What"), activity_name, share=6),
        Column(lambda t: t.say("Contract"), lambda one, t: shown_title(one.contract_title, t), share=6),
        Column(lambda t: t.say("Supplier"), lambda one, _t: one.supplier or "–", share=4),
        Column(lambda t: t.say("Responsible"), lambda one, _t: one.responsible or "–", share=3),
        Column(lambda t: t.say("Time"), lambda one, t: said_minutes(one.minutes, t), right=True, share=2),
    )


def _tone(one: ActivityRow, today: date) -> Tone:
    return Tone.WARNING if one.state is State.PLANNED and one.day < today else Tone.NEUTRAL
