"""How the list of contracts looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.catalog.naming import source_name
from kravkompass.purchases.kinds import OF_CONTRACTS
from kravkompass.ui.layout import row
from kravkompass.ui.look import SMALL, look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.view import View
from kravkompass.ui.views.contract import ContractView
from kravkompass.ui.views.contract_columns import (
    DEVIATIONS,
    REFERENCE,
    SUPPLIERS,
    TITLE,
    is_overdue,
    next_column,
    next_words,
)
from kravkompass.ui.views.contract_meetings import meeting_view
from kravkompass.ui.views.home import shown_title
from kravkompass.ui.views.interrupted import interrupted_callout
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.page import WORKING, Page
from kravkompass.ui.widgets.surfaces import SectionTitle
from kravkompass.ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.language import Translation
    from kravkompass.purchases.glance_meetings import Interrupted
    from kravkompass.purchases.rows import ContractRow
    from kravkompass.screens.contracts import Contracts
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

ROWS_SHOWN = 6


class ContractsView(View):
    """The contracts, the ones where something is to be done soonest first. Where they are many, all of them stand in a table."""

    kinds = OF_CONTRACTS

    def __init__(self, voice: Voice, screen: Contracts, workers: Workers) -> None:
        super().__init__(voice)
        self._screen = screen
        self._workers = workers
        self._page = Page(voice, width=WORKING)
        self._page.set_title(
            lambda t: t.say("Your contracts"),
            lambda t: t.say("What was agreed stays as it was signed. Follow it up here, meet the supplier, and act on what you find."),
        )
        self._overview = Button(voice, lambda t: t.say("Overview"), Weight.SECONDARY, "risk")
        self._overview.clicked.connect(self.show_overview)
        self._page.set_actions([self._overview])
        row(self, gap=0).addWidget(self._page)

    def title(self, say: Translation) -> str:
        """Give the window's title."""
        return say.say("Contracts")

    def refresh(self) -> None:
        """Show the contracts."""
        self._page.empty()
        for meeting in self._screen.interrupted():
            self._page.add(interrupted_callout(self.voice, meeting, self._go_on))
        rows = self._screen.rows()
        if not rows:
            self._page.add(
                EmptyState(
                    self.voice,
                    "contract",
                    lambda t: t.say("No contracts yet"),
                    lambda t: t.say("When a contract is signed, open the purchase, go to Export, and choose “The contract is signed”."),
                )
            )
        for contract in rows[:ROWS_SHOWN]:
            self._page.add(self._row(contract))
        if len(rows) > ROWS_SHOWN:
            self._add_table(rows)

    def retranslate(self) -> None:
        """The kit says its own texts again."""

    def show_overview(self) -> None:
        """Show all contracts together."""
        from kravkompass.ui.views.contracts_overview import ContractsOverviewView

        voice, screen, workers = self.voice, self._screen, self._workers
        self.go.emit(
            ContractsOverviewView(
                voice,
                screen.portfolio,
                lambda contract: ContractView(voice, screen.open(contract), workers),
                lambda: ContractsView(voice, screen, workers),
            )
        )

    def open(self, contract: str) -> None:
        """Show a contract."""
        self.go.emit(ContractView(self.voice, self._screen.open(contract), self._workers))

    def _go_on(self, meeting: Interrupted) -> None:
        self.go.emit(meeting_view(self.voice, self._screen.open(meeting.contract), self._workers, meeting.meeting))

    def _add_table(self, contracts: tuple[ContractRow, ...]) -> None:
        columns = (TITLE, SUPPLIERS, REFERENCE, DEVIATIONS, next_column(self._screen.today, share=4))
        table: DataTable[ContractRow] = DataTable(self.voice, lambda t: t.say("All contracts"), columns)
        table.put(contracts)
        table.opened.connect(lambda one: self.open(one.id))
        table.setMinimumHeight(look().px(420))
        delete = Button(self.voice, lambda t: t.say("Delete the chosen contract"), Weight.QUIET, "delete")
        delete.setEnabled(False)
        table.selected.connect(lambda one: delete.setEnabled(one is not None))
        delete.clicked.connect(lambda: self._delete(table.value) if table.value is not None else None)
        self._page.add(SectionTitle(self.voice, lambda t: t.say("All contracts")))
        self._page.add(table)
        below = row(gap=SMALL)
        below.addStretch()
        below.addWidget(delete)
        self._page.add(below)

    def _row(self, contract: ContractRow) -> QWidget:
        line = ListRow(
            self.voice, lambda t: shown_title(contract.title, t), lambda t: _detail(contract, t), "contract", tuple(self._chips(contract))
        )
        line.clicked.connect(lambda: self.open(contract.id))
        delete = IconButton(self.voice, lambda t: t.say("Delete {title}", title=shown_title(contract.title, t)), "delete")
        delete.clicked.connect(lambda: self._delete(contract))
        whole = QWidget()
        across = row(whole, gap=SMALL)
        across.addWidget(line, 1)
        across.addWidget(delete)
        return whole

    def _chips(self, contract: ContractRow) -> Iterator[Chip]:
        yield Chip(self.voice, lambda t: t.say(source_name(contract.country)))
        yield Chip(
            self.voice,
            lambda t: t.say(
                "{checked} of {all} requirements followed up",
                checked=t.formats.number(contract.checked),
                all=t.formats.number(contract.requirements),
            ),
            Tone.ACCENT,
        )
        if contract.deviations:
            yield Chip(
                self.voice, lambda t: t.count("{n} open deviation", "{n} open deviations", contract.deviations), Tone.WARNING
            )
        if contract.next_day:
            today = self._screen.today
            tone = Tone.WARNING if is_overdue(contract, today) else Tone.NEUTRAL
            yield Chip(self.voice, lambda t: next_words(contract, today, t), tone)

    def _delete(self, contract: ContractRow) -> None:
        self._screen.delete(contract.id)
        self.message.emit(lambda t: t.say("The contract has been deleted."), lambda: self._screen.restore(contract.id))


def _detail(contract: ContractRow, translation: Translation) -> str:
    suppliers = ", ".join(contract.suppliers) or translation.say("No supplier yet")
    return " · ".join(part for part in (suppliers, contract.organisation, contract.reference) if part)
