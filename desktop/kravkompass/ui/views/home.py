"""How the home screen looks: the purchases, a clear way to start one, and the examples."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import Country
from kravkompass.language import Language
from kravkompass.purchases.kinds import OF_PURCHASES, Kind
from kravkompass.ui.layout import row
from kravkompass.ui.look import SMALL
from kravkompass.ui.palettes import Tone
from kravkompass.ui.view import View
from kravkompass.ui.views.interrupted import interrupted_callout
from kravkompass.ui.views.language_prompt import ask_overview
from kravkompass.ui.views.template_button import template_button
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.page import WORKING, Page
from kravkompass.ui.widgets.surfaces import SectionTitle
from kravkompass.ui.widgets.table import Column, DataTable
from kravkompass.ui.work import Job, counting

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.purchases.examples import Example
    from kravkompass.purchases.glance_meetings import Interrupted
    from kravkompass.purchases.rows import PurchaseRow
    from kravkompass.screens.home import Home
    from kravkompass.screens.templates import Templates
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

ICONS = {"kalmar-fruit": "food", "karlstad-repairs": "building", "lillestrom-workwear": "textile"}
ROWS_SHOWN = 6


class HomeView(View):
    """The home screen. Purchases beyond the latest few stand in a table."""

    kinds = OF_PURCHASES | {Kind.MEETINGS, Kind.CONTRACTS}

    def __init__(
        self,
        voice: Voice,
        screen: Home,
        wizard: Callable[[str], View],
        workers: Workers,
        meeting: Callable[[Interrupted], View] | None = None,
        templates: Templates | None = None,
        contract: Callable[[str], View] | None = None,
    ) -> None:
        """Make it; ``wizard``, ``meeting`` and ``contract`` make the views of a purchase, a meeting that was interrupted and a contract."""
        super().__init__(voice)
        self._contract = contract
        self._meeting = meeting
        self._templates = templates
        self._screen = screen
        self._wizard = wizard
        self._workers = workers
        self._page = Page(voice, width=WORKING)
        self._start = Button(voice, lambda t: t.say("New purchase"), Weight.PRIMARY, "add")
        self._start.clicked.connect(self._begin)
        self._page.set_title(
            lambda t: t.say("Your purchases"),
            lambda t: t.say(
                "Describe what you are going to buy, choose requirements, and follow them up. Everything stays on this computer."
            ),
        )
        self._overview = Button(voice, lambda t: t.say("Yearly overview"), Weight.SECONDARY, "export")
        self._overview.clicked.connect(self._choose_year)
        kept = Button(voice, lambda t: t.say("Templates"), Weight.SECONDARY, "file")
        kept.clicked.connect(self._open_templates)
        self._page.set_actions([self._overview, *([kept] if templates is not None else []), self._start])
        row(self, gap=0).addWidget(self._page)

    def title(self, say: Translation) -> str:
        """Give the window's title."""
        return say.say("Purchases")

    def first_focus(self) -> QWidget:
        """Begin at the button for a new purchase."""
        return self._start

    def refresh(self) -> None:
        """Show the purchases and the examples."""
        self._page.empty()
        for meeting in self._screen.interrupted():
            self._page.add(interrupted_callout(self.voice, meeting, self._go_on))
        purchases = self._screen.purchases()
        if not purchases:
            self._page.add(self._nothing_yet())
        for purchase in purchases[:ROWS_SHOWN]:
            self._page.add(self._row(purchase))
        if len(purchases) > ROWS_SHOWN:
            self._page.add(SectionTitle(self.voice, lambda t: t.say("All purchases")))
            self._page.add(self._table(purchases))
        self._page.add(
            SectionTitle(
                self.voice,
                lambda t: t.say("Examples to look at"),
                lambda t: t.say("Open one as a copy of your own and try everything."),
            )
        )
        for example in self._screen.examples():
            self._page.add(self._example(example))

    def retranslate(self) -> None:
        """The kit says its own texts again."""

    def _nothing_yet(self) -> EmptyState:
        begin = Button(self.voice, lambda t: t.say("Start your first purchase"), icon="add")
        begin.clicked.connect(self._begin)
        return EmptyState(
            self.voice,
            "purchase",
            lambda t: t.say("No purchases yet"),
            lambda t: t.say(
                "Write in your own words what you need, such as “fruit for the preschools”. You are guided from there."
            ),
            [begin],
        )

    def _row(self, purchase: PurchaseRow) -> QWidget:
        chips = [Chip(self.voice, lambda t: t.say(source_name(purchase.country)))]
        if purchase.chosen:
            chips.append(Chip(self.voice, lambda t: t.count("{n} requirement", "{n} requirements", purchase.chosen), Tone.ACCENT))
        if purchase.contract:
            chips.append(Chip(self.voice, lambda t: t.say("Has become a contract"), Tone.POSITIVE, "contract"))
        line = ListRow(self.voice, lambda t: shown_title(purchase.title, t), lambda t: _detail(purchase, t), "purchase", chips)
        line.clicked.connect(lambda: self._open(purchase.id))
        copy = IconButton(self.voice, lambda t: t.say("Copy {title}", title=shown_title(purchase.title, t)), "copy")
        copy.clicked.connect(lambda: self._copy(purchase))
        delete = IconButton(self.voice, lambda t: t.say("Delete {title}", title=shown_title(purchase.title, t)), "delete")
        delete.clicked.connect(lambda: self._delete(purchase))
        whole = QWidget()
        across = row(whole, gap=SMALL)
        across.addWidget(line, 1)
        if purchase.contract and self._contract is not None:
            across.addWidget(self._to_contract(purchase))
        across.addWidget(copy)
        if self._templates is not None:
            across.addWidget(template_button(self, self._templates, purchase.id, purchase.title))
        across.addWidget(delete)
        return whole

    def _to_contract(self, purchase: PurchaseRow) -> IconButton:
        button = IconButton(self.voice, lambda t: t.say("Open the contract: {title}", title=shown_title(purchase.title, t)), "contract")
        button.setObjectName(f"contract {purchase.id}")
        button.clicked.connect(lambda: self._open_contract(purchase.contract))
        return button

    def _open_contract(self, contract: str) -> None:
        if self._contract is not None:
            self.go.emit(self._contract(contract))

    def _table(self, purchases: tuple[PurchaseRow, ...]) -> DataTable[PurchaseRow]:
        columns: tuple[Column[PurchaseRow], ...] = (
            Column(lambda t: t.say("Purchase"), lambda one, t: shown_title(one.title, t), share=4),
            Column(lambda t: t.say("Organisation"), lambda one, _t: one.organisation, share=2),
            Column(lambda t: t.say("Reference number"), lambda one, _t: one.reference, share=2),
            Column(lambda t: t.say("Contract"), lambda one, t: t.say("Signed") if one.contract else ""),
            Column(lambda t: t.say("Changed"), lambda one, t: _day(one.changed, t), order=lambda one: one.changed),
            Column(
                lambda t: t.say("Requirements"),
                lambda one, t: t.formats.number(one.chosen),
                order=lambda one: one.chosen,
                right=True,
            ),
        )
        table: DataTable[PurchaseRow] = DataTable(self.voice, lambda t: t.say("All purchases"), columns)
        table.put(purchases)
        table.opened.connect(lambda one: self._open(one.id))
        table.setMinimumHeight(320)
        return table

    def _example(self, example: Example) -> ListRow:
        country = Country(example.country)
        chips = [Chip(self.voice, example.municipality), Chip(self.voice, lambda t: t.say(source_name(country)))]
        line = ListRow(self.voice, example.title, lambda t: t.say(example.shows), ICONS.get(example.name, "purchase"), chips)
        line.clicked.connect(lambda: self._open(self._screen.open_example(example.name)))
        return line

    def _begin(self) -> None:
        norwegian = self.voice.translation.language is not Language.SWEDISH
        self._open(self._screen.start(Country.NORWAY if norwegian else Country.SWEDEN))

    def _open(self, purchase: str) -> None:
        self.go.emit(self._wizard(purchase))

    def _go_on(self, meeting: Interrupted) -> None:
        if self._meeting is not None:
            self.go.emit(self._meeting(meeting))

    def _choose_year(self) -> None:
        job = Job(lambda _report: self._screen.years(), lambda t: t.say("Looking for years with purchases"))
        job.finished.connect(self._offer_years)
        self._workers.run(job, touches_store=True)

    def _offer_years(self, years: tuple[int, ...]) -> None:
        given = ask_overview(self.voice, years, self.voice.translation.language, self)
        folder = QFileDialog.getExistingDirectory(self, self.voice.say("Choose a folder for the documents"), str(Path.home())) if given else ""
        if given is None or not folder:
            return
        year, languages = given
        job = Job(
            lambda report: self._screen.write_overview(year, languages, Path(folder), counting(report)),
            lambda t: t.say("Writing documents"),
        )
        job.finished.connect(lambda file: self.message.emit(lambda t: t.say("Saved: {file}", file=file), None))
        self._workers.run(job, touches_store=True)

    def _copy(self, purchase: PurchaseRow) -> None:
        title = self.voice.say("{title} (copy)", title=shown_title(purchase.title, self.voice.translation))
        self._screen.copy(purchase.id, title)
        self.message.emit(lambda t: t.say("The purchase has been copied."), None)

    def _open_templates(self) -> None:
        from kravkompass.ui.views.templates import TemplatesView

        if self._templates is not None:
            self.go.emit(TemplatesView(self.voice, self._templates, self._wizard))

    def _delete(self, purchase: PurchaseRow) -> None:
        self._screen.delete(purchase.id)
        self.message.emit(lambda t: t.say("The purchase has been deleted."), lambda: self._screen.restore(purchase.id))


def shown_title(title: str, translation: Translation) -> str:
    """Give a purchase's title, or what stands for a missing one."""
    return title or translation.say("Untitled purchase")


def _detail(purchase: PurchaseRow, translation: Translation) -> str:
    changed = translation.say("changed {day}", day=_day(purchase.changed, translation))
    return " · ".join(part for part in (purchase.organisation, purchase.reference, changed) if part)


def _day(time: str, translation: Translation) -> str:
    return translation.formats.short_date(datetime.fromisoformat(time).astimezone().date()) if time else ""
