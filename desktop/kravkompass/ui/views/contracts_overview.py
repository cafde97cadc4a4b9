"""How the overview of all contracts looks: the numbers that say most, charts with their tables, and the contracts by risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from kravkompass.catalog.naming import name
from kravkompass.documents.overview_contracts import figures, key_facts
from kravkompass.followup.plan_naming import CLASS_NAMES
from kravkompass.purchases.kinds import OF_CONTRACTS
from kravkompass.screens.risk_by_quarter import risk_by_quarter
from kravkompass.ui.layout import column, row
from kravkompass.ui.look import LARGE, TIGHT, Text, look
from kravkompass.ui.view import View
from kravkompass.ui.views.contract_columns import DEVIATIONS, FOLLOWED_UP, SUPPLIERS, TITLE, next_column
from kravkompass.ui.views.risk_table import RISK_TONES, risk_table
from kravkompass.ui.widgets.bar_chart import BarChart
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.page import WORKING, Page
from kravkompass.ui.widgets.surfaces import Card, SectionTitle
from kravkompass.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kravkompass.documents.outline import Figure
    from kravkompass.documents.overview_contracts import Portfolio
    from kravkompass.language import Translation
    from kravkompass.purchases.rows import ContractRow
    from kravkompass.ui.language import Voice

FEW = 9
"""Up to so many contracts the table is as high as its rows; more of them scroll inside it."""
BESIDE = 900
"""From this width on charts stand two beside each other."""


class ContractsOverviewView(View):
    """All contracts together. ``read`` gives them in a language, ``show`` opens one, ``back`` makes the view to return to."""

    kinds = OF_CONTRACTS

    def __init__(
        self, voice: Voice, read: Callable[[Translation], Portfolio], show: Callable[[str], View], back: Callable[[], View]
    ) -> None:
        super().__init__(voice)
        self._read, self._open, self._make_back = read, show, back
        self._pairs: list[QBoxLayout] = []
        self._page = Page(voice, width=WORKING)
        self._page.set_title(
            lambda t: t.say("Overview"),
            lambda t: t.say("All contracts together: where the risks are, how much is followed up, and what it takes."),
        )
        self._leave = Button(voice, lambda t: t.say("Back"), Weight.QUIET, "back")
        self._leave.clicked.connect(lambda: self.go.emit(self._make_back()))
        self._page.set_actions([self._leave])
        row(self, gap=0).addWidget(self._page)

    def title(self, say: Translation) -> str:
        """Give the window's title."""
        return say.say("Overview")

    def first_focus(self) -> QWidget:
        """Begin at the way back."""
        return self._leave

    def refresh(self) -> None:
        """Show the contracts as they stand."""
        self._page.empty()
        self._pairs = []
        found = self._read(self.voice.translation)
        if not found.contracts:
            self._page.add(
                EmptyState(
                    self.voice, "contract", lambda t: t.say("No contracts yet"), lambda t: t.say("The overview fills as contracts are signed.")
                )
            )
            return
        self._add_beside([_number(self.voice, label, value) for label, value in key_facts(found)])
        self._page.add(
            SectionTitle(
                self.voice,
                lambda t: t.say("Contracts by risk and next day"),
                lambda t: t.say("How many contracts, and the nearest day on which something is to be done in one of them."),
            )
        )
        self._page.add(risk_table(self.voice, risk_by_quarter(found.contracts, found.today)))
        self._add_table(found)
        self._page.add(SectionTitle(self.voice, lambda t: t.say("In numbers")))
        self._add_beside([_chart(self.voice, one) for one in figures(found)])
        self._turn()

    def _add_table(self, found: Portfolio) -> None:
        self._page.add(SectionTitle(self.voice, lambda t: t.say("Contracts, the greatest risk first")))
        columns = (*_COLUMNS, next_column(found.today, share=4))
        table: DataTable[ContractRow] = DataTable(self.voice, lambda t: t.say("Contracts, the greatest risk first"), columns)
        table.put(found.contracts)
        table.opened.connect(lambda one: self.go.emit(self._open(one.id)))
        if len(found.contracts) > FEW:
            table.setMinimumHeight(look().px(420))
        else:
            table.show_all()
        self._page.add(table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put charts beside each other where there is room."""
        super().resizeEvent(event)
        self._turn()

    def _add_beside(self, widgets: list[QWidget]) -> None:
        for place in range(0, len(widgets), 2):
            pair = row(gap=LARGE)
            for one in widgets[place : place + 2]:
                pair.addWidget(one, 1)
            self._pairs.append(pair)
            self._page.add(pair)

    def _turn(self) -> None:
        wide = self.width() >= look().px(BESIDE)
        for pair in self._pairs:
            pair.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


def _number(voice: Voice, label: str, value: str) -> Card:
    card = Card(gap=TIGHT)
    card.add(Label(voice, value, Text.TITLE))
    card.add(Label(voice, label, Text.MUTED))
    return card


def _chart(voice: Voice, figure: Figure) -> Card:
    """A chart under its caption, with its numbers as a table to open."""
    card = Card()
    inside = column(gap=TIGHT)
    inside.addWidget(Label(voice, figure.caption, Text.STRONG))
    inside.addWidget(BarChart(figure))
    numbers = KeyValues(voice, [(bar.label, bar.words) for bar in figure.bars])
    inside.addWidget(Expander(voice, lambda t: t.say("The numbers as a table"), numbers))
    inside.addStretch()
    card.add(inside)
    return card


_COLUMNS: tuple[Column[ContractRow], ...] = (
    TITLE,
    SUPPLIERS,
    Column(lambda t: t.say("Class"), lambda one, t: t.say(CLASS_NAMES[one.classification]), share=3),
    Column(
        lambda t: t.say("Risk"),
        lambda one, t: name(one.risk, t),
        tone=lambda one: RISK_TONES[one.risk],
        order=lambda one: one.risk.height,
        share=3,
    ),
    FOLLOWED_UP,
    DEVIATIONS,
)
