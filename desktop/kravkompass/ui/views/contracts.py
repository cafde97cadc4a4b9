"""How the list of contracts looks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.catalog.naming import source_name
from kravkompass.purchases.kinds import OF_CONTRACTS
from kravkompass.ui.layout import row
from kravkompass.ui.look import SMALL
from kravkompass.ui.palettes import Tone
from kravkompass.ui.view import View
from kravkompass.ui.views.contract import ContractView
from kravkompass.ui.views.home import shown_title
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.page import WORKING, Page
from kravkompass.ui.widgets.surfaces import SectionTitle
from kravkompass.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kravkompass.language import Translation
    from kravkompass.purchases.rows import ContractRow
    from kravkompass.screens.contracts import Contracts
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

ROWS_SHOWN = 6


class ContractsView(View):
    """The contracts, the ones where something is to be done soonest first."""

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
            self._page.add(SectionTitle(self.voice, lambda t: t.say("All contracts")))
            self._page.add(self._table(rows))

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

    def _table(self, rows: Sequence[ContractRow]) -> DataTable[ContractRow]:
        """Make a table of every contract: hundreds of cards would be slow to make and to look through."""
        table: DataTable[ContractRow] = DataTable(self.voice, lambda t: t.say("All contracts"), _COLUMNS)
        table.put(rows)
        table.opened.connect(lambda one: self.open(one.id))
        table.setMinimumHeight(420)
        return table

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
        if contract.next_day:
            day = date.fromisoformat(contract.next_day)
            if day < self._screen.today:
                yield Chip(self.voice, lambda t: t.say("Overdue since {day}", day=t.formats.short_date(day)), Tone.WARNING)
            else:
                yield Chip(self.voice, lambda t: t.say("Next: {day}", day=t.formats.short_date(day)))

    def _delete(self, contract: ContractRow) -> None:
        self._screen.delete(contract.id)
        self.message.emit(lambda t: t.say("The contract has been deleted."), lambda: self._screen.restore(contract.id))


def _next(contract: ContractRow, translation: Translation) -> str:
    return translation.formats.short_date(date.fromisoformat(contract.next_day)) if contract.next_day else "–"


_COLUMNS: tuple[Column[ContractRow], ...] = (
    Column(lambda t: t.say("Contract"), lambda one, t: shown_title(one.title, t), share=5),
    Column(lambda t: t.say("Supplier"), lambda one, _t: ", ".join(one.suppliers) or "–", share=4),
    Column(lambda t: t.say("Reference number"), lambda one, _t: one.reference, share=2),
    Column(lambda t: t.say("Next"), _next, order=lambda one: one.next_day or "9999", share=2),
)


def _detail(contract: ContractRow, translation: Translation) -> str:
    suppliers = ", ".join(contract.suppliers) or translation.say("No supplier yet")
    return " · ".join(part for part in (suppliers, contract.organisation, contract.reference) if part)
