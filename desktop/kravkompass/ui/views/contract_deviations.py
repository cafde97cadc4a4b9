"""How a contract's deviations look: their list, one of them, and the form that something is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kravkompass.followup.activity import Outcome
from kravkompass.followup.deviation import Deviation
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.deviation_list import deviation_row, gathering_callout
from kravkompass.ui.views.deviation_sheet import DeviationSheet
from kravkompass.ui.views.deviation_verbs import DeviationVerbs
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.surfaces import SectionTitle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_deviations import Undo
    from kravkompass.screens.deviation_dossiers import Dossier
    from kravkompass.screens.preview import OneDocument
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.view import View
    from kravkompass.ui.views.deviation_writing import Writing
    from kravkompass.ui.work import Workers


class DeviationsPage(ContractPage):
    """The deviations: all of them, one, or a form in their place."""

    section = "deviations"

    def __init__(self, voice: Voice, screen: ContractScreen, workers: Workers) -> None:
        super().__init__(voice, screen, workers)
        self.verbs = DeviationVerbs(self)
        self.form: Writing | None = None
        self.shown = ""
        """The id of the deviation that is shown; empty for the list."""
        self._first: QWidget | None = None
        self.new = Button(voice, lambda t: t.say("Note a deviation"), Weight.PRIMARY, "add")
        self.new.clicked.connect(lambda _on=False: self.verbs.note())
        self.log = Button(voice, lambda t: t.say("Chronology of the contract"), Weight.SECONDARY, "history")
        self.log.clicked.connect(lambda _on=False: self.verbs.chronology())
        self.set_actions([self.log, self.new])

    def refresh(self) -> None:
        """Show the list or the deviation as it stands. A form is left alone: somebody is writing in it."""
        self.new.setVisible(self.form is None and not self.shown and bool(self.contract_screen.suppliers))
        self.log.setVisible(self.form is None and not self.shown)
        if self.form is not None:
            return
        at, held = self.verticalScrollBar().value(), self._held()
        self.empty()
        dossiers = self.verbs.deviations.dossiers()
        one = next((dossier for dossier in dossiers if dossier.deviation.id == self.shown), None)
        if one is not None:
            sheet = DeviationSheet(self.voice, one, self.verbs)
            self._first = sheet.back
            self.add(sheet)
        else:
            self.shown = ""
            self._show_list(dossiers)
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(at))
        self._give_back(held)

    def first_focus(self) -> QWidget:
        """Begin at the first thing to do."""
        if self.form is not None:
            return self.form.first_focus()
        return self._first or self.new

    def show_part(self, identity: str) -> None:
        """Open a deviation by its id, or note the one that an outcome amounts to."""
        store = self.contract_screen.store
        if store.parts(Deviation, id=identity):
            self.open(identity)
        elif store.parts(Outcome, id=identity):
            noted = store.parts(Deviation, outcome=identity)
            if noted:
                self.open(noted[0].id)
            elif (proposed := self.verbs.deviations.propose.from_outcome(identity)) is not None:
                self.verbs.note(proposed)

    # -- what is shown

    def open(self, deviation: str) -> None:
        """Show one deviation."""
        self._leave_form()
        self.shown = deviation
        self._turn()

    def show_all(self) -> None:
        """Show the list."""
        self._leave_form()
        self.shown = ""
        self._turn()

    def show_form(self, form: Writing) -> None:
        """Show a form in place of all else."""
        self._leave_form()
        self.empty()
        self.form = form
        self.add(form)
        self.refresh()
        self._begin()

    def put_away(self) -> None:
        """Go back from a form to where it was opened."""
        self._leave_form()
        self._turn()

    def noted(self, deviation: Deviation, undo: Undo) -> None:
        """Show a deviation that has been noted or changed."""
        self.open(deviation.id)
        self.message.emit(lambda t: t.say("The deviation has been noted."), undo)

    def done(self, wording: Wording, undo: Undo | None = None) -> None:
        """Tell that what was written has been kept, and show the deviation."""
        self.put_away()
        self.message.emit(wording, undo)

    def preview(self, document: OneDocument) -> None:
        """Look at a document's pages; coming back, what was being written is as it was."""
        from kravkompass.ui.views.preview import PreviewView

        form, shown, verbs = self.form, self.shown, self.verbs
        voice, screen, workers = self.voice, self.contract_screen, self.workers
        if form is not None:
            form.setParent(None)
        self.form = None

        def back() -> View:
            from kravkompass.ui.views.contract import ContractView

            view = ContractView(voice, screen, workers, DeviationsPage.section)
            page = view.page
            if isinstance(page, DeviationsPage):
                page.take_over(verbs, form, shown)
            return view

        self.leave_for.emit(PreviewView(voice, document, [document.KIND], workers, back))

    def take_over(self, verbs: DeviationVerbs, form: Writing | None, shown: str) -> None:
        """Go on where another page was left for a look at a document."""
        self.verbs, verbs.page, self.shown = verbs, self, shown
        if form is not None:
            self.show_form(form)

    def _turn(self) -> None:
        self.refresh()
        self._begin()

    def _begin(self) -> None:
        QTimer.singleShot(0, self, self.to_top)
        self.first_focus().setFocus()

    def _leave_form(self) -> None:
        if self.form is not None:
            self.form = None
            self.empty()

    def _show_list(self, dossiers: Sequence[Dossier]) -> None:
        self._first = None
        for gathering in self.verbs.deviations.gatherings():
            self.add(gathering_callout(self.voice, self.verbs.deviations, gathering, self.verbs.gather))
        if not dossiers:
            self.add(self._nothing_yet())
        for heading, is_open in ((lambda t: t.say("Open deviations"), True), (lambda t: t.say("Closed deviations"), False)):
            some = [one for one in dossiers if one.deviation.is_open is is_open]
            if some:
                self.add(SectionTitle(self.voice, heading))
            for one in some:
                row = deviation_row(self.voice, self.verbs.deviations, one, self.contract_screen.today)
                row.clicked.connect(lambda _on=False, identity=one.deviation.id: self.open(identity))
                self._first = self._first or row
                self.add(row)

    def _nothing_yet(self) -> EmptyState:
        return EmptyState(
            self.voice,
            "deviation",
            lambda t: t.say("No deviations"),
            lambda t: t.say("Note every deviation, also a small one: many small ones can together be a serious one.")
            if self.contract_screen.suppliers
            else t.say("Add the supplier to the contract first."),
        )

    def _held(self) -> str:
        return next((one.objectName() for one in self.findChildren(Button) if one.hasFocus()), "")

    def _give_back(self, held: str) -> None:
        """Give the keyboard back to the button that had it, after all was made anew."""
        if held and (button := self.findChild(Button, held)) is not None:
            button.setFocus()

