"""How the supply chain of a contract looks: a drawing, the link that is chosen, what is not known, and what has been asked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.catalog.naming import source_name
from kravkompass.followup.chain_naming import GAP_NAMES, link_name
from kravkompass.language.countries import country_name
from kravkompass.screens.contract_chain import ChainScreen
from kravkompass.ui.layout import clear, column
from kravkompass.ui.look import MEDIUM
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.chain_form import ChainForm
from kravkompass.ui.views.chain_link_card import LinkCard
from kravkompass.ui.views.chain_pressing import chain_callouts
from kravkompass.ui.views.chain_requests import AskingForm, Requests
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.language_prompt import ask_languages
from kravkompass.ui.views.risk_page import RISK_TONES
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.chain_drawing import BoxItem, ChainDrawing
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.surfaces import SectionTitle
from kravkompass.ui.widgets.table import Column, DataTable
from kravkompass.ui.work import Job, counting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.followup.contract import Supplier
    from kravkompass.followup.supply_chain import ChainLink, DisclosureRequest, Undisclosed
    from kravkompass.language import Languages, Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_chain import LinkView
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.work import Workers


class ChainPage(ContractPage):
    """The chain of one supplier at a time."""

    section = "chain"

    def __init__(self, voice: Voice, screen: ContractScreen, workers: Workers) -> None:
        super().__init__(voice, screen, workers)
        self.chain = ChainScreen(screen)
        self._supplier = ""
        self._views: dict[str, LinkView] = {}
        self.new = Button(voice, lambda t: t.say("Add a sub-supplier"), Weight.PRIMARY, "add")
        self.new.clicked.connect(lambda: self.fill_in(self.chain.blank(self._supplier)))
        self.save = Button(voice, lambda t: t.say("Save as PDF"), icon="export")
        self.save.clicked.connect(self._choose_file)
        self.set_actions([self.save, self.new])
        self.which = Segments(voice, [])
        self._which = column(gap=0)
        self._pressing = column(gap=MEDIUM)
        self.drawing = ChainDrawing(voice, lambda t: t.say("The supply chain"))
        self.drawing.chosen.connect(self._show_chosen)
        self.card = LinkCard(voice, self.chain)
        self.drawing.opened.connect(lambda _id: self.card.begin())
        self.form, self.asking = ChainForm(voice, self.chain), AskingForm(voice)
        self.requests = Requests(voice, self.chain)
        self.requests.message.connect(self.message)
        self.missing: DataTable[Undisclosed] = DataTable(voice, lambda t: t.say("What is not known"), self._columns(), sortable=False)
        self._missing = SectionTitle(voice, lambda t: t.say("What is not known"), lambda t: t.say("Open a row to ask the supplier about it."))
        self._connect()
        self._empty = self._nothing_yet()
        above = (self._which, self._pressing, self._empty, self.drawing, self.form, self.asking, self.card)
        for part in (*above, self._missing, self.missing, self.requests):
            self.add(part)
        self.form.hide()
        self.asking.hide()

    def _connect(self) -> None:
        self.form.kept.connect(self._keep)
        self.form.cancelled.connect(self._put_away)
        self.asking.asked.connect(self._asked)
        self.asking.cancelled.connect(self._put_away)
        self.card.edit.connect(lambda link: self.fill_in(self.chain.link(link)))
        self.card.more.connect(lambda link: self.fill_in(self.chain.blank(self._supplier, link)))
        self.card.unknown.connect(lambda link: self.fill_in(self.chain.blank(self._supplier, link, unknown=True)))
        self.card.ask.connect(lambda link: self.ask(() if link == self._supplier else (link,)))
        self.card.remove.connect(self._remove)
        self.missing.opened.connect(lambda one: self.ask((one.link,) if one.link else ()))
        self.missing.selected.connect(self._show_missing)

    def refresh(self) -> None:
        """Show the chain as it stands."""
        suppliers = self.contract_screen.suppliers
        if self._supplier not in {one.id for one in suppliers}:
            self._supplier = suppliers[0].id if suppliers else ""
        self._offer(suppliers)
        views = self.chain.chain(self._supplier) if self._supplier else ()
        self._views = {view.link.id: view for view in views}
        self.new.setEnabled(bool(suppliers))
        self.save.setEnabled(bool(suppliers))
        self._empty.setVisible(not views and self.form.isHidden() and self.asking.isHidden())
        self.drawing.setVisible(bool(views))
        self._draw(next((one for one in suppliers if one.id == self._supplier), None), views)
        clear(self._pressing)
        for callout in chain_callouts(self.voice, self.chain, self._supplier, self._ask_all):
            self._pressing.addWidget(callout)
        missing = [one for one in self.chain.undisclosed() if one.supplier == self._supplier and one.link]
        self.missing.put(missing)
        self.missing.show_all()
        for part in (self._missing, self.missing):
            part.setVisible(bool(missing))
        self.requests.refresh()
        self._show_chosen(self.drawing.value)

    def first_focus(self) -> QWidget:
        """Begin at the drawing, or at the button while there is none."""
        return self.drawing if self._views else self.new

    def show_part(self, identity: str) -> None:
        """Choose a link, at whichever supplier it is."""
        found = next((one for one in self.chain.links if one.id == identity), None)
        if found is not None:
            self._supplier = found.supplier
            self.refresh()
            self.drawing.choose(identity)
            self._show_chosen(identity)

    def fill_in(self, link: ChainLink) -> None:
        """Show a link to fill in or to change."""
        self.asking.hide()
        self.card.hide()
        self._empty.hide()
        self.form.begin(link)
        self.form.show()
        self.form.setFocus()

    def ask(self, links: tuple[str, ...] = ()) -> None:
        """Show what to ask the supplier about some links, or about all that is not told."""
        self.form.hide()
        self.card.hide()
        self._empty.hide()
        self.asking.begin(self.chain.blank_request(self._supplier, links))
        self.asking.show()
        self.asking.setFocus()

    def _ask_all(self) -> None:
        if self._supplier:
            self.ask()

    def _show_missing(self, one: Undisclosed | None) -> None:
        if one is not None:
            self.drawing.choose(one.link)
            self._show_chosen(one.link)

    def write(self, path: Path, languages: Languages) -> None:
        """Write the report beside the window."""
        job = Job(lambda report: self.chain.write(path, languages, counting(report)), lambda t: t.say("Writing documents"))
        job.finished.connect(lambda _path: self.message.emit(lambda t: t.count("{n} document saved.", "{n} documents saved.", 1), None))
        self.workers.run(job, touches_store=True)

    def _draw(self, supplier: Supplier | None, views: Sequence[LinkView]) -> None:
        if supplier is None:
            self.drawing.put((), ())
            return
        deepest = max((view.spot.column for view in views), default=0)
        columns: list[Wording] = [lambda t: t.say("Supplier"), *(_tier(tier) for tier in range(1, deepest + 1))]
        root = BoxItem(supplier.id, 0, 0, supplier.name, supplier.number, Tone.ACCENT)
        self.drawing.put(columns, [root, *(_box(view, supplier.id) for view in views)])

    def _show_chosen(self, identity: str) -> None:
        if self.form.isHidden() and self.asking.isHidden():
            self.card.put(self._views.get(identity))

    def _put_away(self) -> None:
        self.form.hide()
        self.asking.hide()
        self._empty.setVisible(not self._views)
        self._show_chosen(self.drawing.value)
        self.first_focus().setFocus()

    def _keep(self, link: ChainLink) -> None:
        kept = self.chain.keep(link)
        self.form.hide()
        self.refresh()
        self.drawing.choose(kept.id)
        self._show_chosen(kept.id)
        self.drawing.setFocus()

    def _remove(self, identity: str) -> None:
        undo = self.chain.remove(self.chain.link(identity))
        self.message.emit(lambda t: t.say("Taken away. Those behind it have moved up."), undo)

    def _asked(self, request: DisclosureRequest) -> None:
        self.chain.keep_request(request)
        self._put_away()
        self.message.emit(lambda t: t.say("The question is copied. Paste it into a message to the supplier."), None)

    def _offer(self, suppliers: Sequence[Supplier]) -> None:
        clear(self._which)
        if len(suppliers) > 1:
            self.which = Segments(self.voice, [Alternative(one.id, one.name) for one in suppliers])
            self.which.put_value(self._supplier)
            self.which.changed.connect(self._other)
            self._which.addWidget(Field(self.voice, lambda t: t.say("Supplier"), self.which))

    def _other(self, supplier: object) -> None:
        self._supplier = str(supplier)
        self._put_away()
        self.refresh()

    def _nothing_yet(self) -> EmptyState:
        ask = Button(self.voice, lambda t: t.say("Ask the supplier"), Weight.SECONDARY, "meeting")
        ask.clicked.connect(self._ask_all)
        return EmptyState(
            self.voice,
            "supply-chain",
            lambda t: t.say("Nothing is known about the chain yet"),
            lambda t: (
                t.say("Ask the supplier who makes, processes and grows what is delivered, and write in what it answers.")
                if self.contract_screen.suppliers
                else t.say("Add the supplier to the contract first.")
            ),
            [ask],
        )

    def _columns(self) -> tuple[Column[Undisclosed], ...]:
        return (
            Column(lambda t: t.say("Link"), self._name, share=3),
            Column(lambda t: t.say("Not told"), lambda one, t: t.say(GAP_NAMES[one.gap]), share=3),
        )

    def _name(self, one: Undisclosed, t: Translation) -> str:
        view = self._views.get(one.link)
        return f"{view.spot.number}  {link_name(view.link, t)}" if view is not None else "–"

    def _choose_file(self) -> None:
        if (chosen := _asked_where(self)) is not None:
            self.write(*chosen)


def _asked_where(page: ChainPage) -> tuple[Path, Languages] | None:
    """Ask in which languages the report is made, and what its file is called."""
    voice = page.voice
    languages = ask_languages(voice, lambda t: t.say("Supply chain"), lambda t: t.say("Save as PDF"), page.language, page)
    if languages is None:
        return None
    proposed = str(Path.home() / page.chain.file_name(languages, "pdf"))
    path, _ = QFileDialog.getSaveFileName(page, voice.say("Save as PDF"), proposed, "PDF (*.pdf);;Word (*.docx)")
    return (Path(path), languages) if path else None


def _tier(tier: int) -> Wording:
    return lambda t: t.say("Tier {n}", n=tier)


def _box(view: LinkView, supplier: str) -> BoxItem:
    link = view.link
    return BoxItem(
        link.id,
        view.spot.column,
        view.spot.row,
        partial(_titled, view),
        lambda t: f"{_where(link, t)}\n{t.say(source_name(view.level))}",
        RISK_TONES[view.level],
        broken=link.unknown,
        parent=view.spot.parent or supplier,
    )


def _titled(view: LinkView, t: Translation) -> str:
    return f"{view.spot.number}  {link_name(view.link, t)}"


def _where(link: ChainLink, t: Translation) -> str:
    return country_name(link.country, t.language) if link.country else t.say("Country not known")
