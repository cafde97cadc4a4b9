"""How the page of export looks: which documents, in which language, to which folder, and what was written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.guidance.findings import Weight as FindingWeight
from kravkompass.language import Languages
from kravkompass.screens.checks import Checks
from kravkompass.screens.document_kinds import offered
from kravkompass.screens.export import NAMES, STANDARD, DocumentKind, Exported, own_language
from kravkompass.screens.export_formats import FORMAT_NAMES, ONLY_OF, Format
from kravkompass.screens.exporting import Exporting
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import MEDIUM
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.copying import list_buttons
from kravkompass.ui.views.export_coming_back import ComingBack
from kravkompass.ui.views.export_finish import Finish
from kravkompass.ui.views.lot_choice import LotSelect
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.choice import Alternative, MultiChoice
from kravkompass.ui.widgets.document_languages import DocumentLanguages
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.surfaces import Card, SectionTitle
from kravkompass.ui.work import Job, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kravkompass.language import Language, Translation
    from kravkompass.screens.export_formats import Wish
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Report, Workers


class ExportPage(WizardPage):
    """Writing the documents."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers)
        self._checks = Checks(wizard)
        self._screen = Exporting(wizard)
        self._finish = Finish(voice, self._screen)
        self._warning = Callout(voice, Tone.WARNING, "", "", [self._to_checks()])
        self._undecided = Callout(voice, Tone.INFO, "", "", [self._to_requirements()])
        self._kinds = MultiChoice(voice, [_kind(kind) for kind in DocumentKind])
        self._kinds.put_value(STANDARD)
        self._languages = DocumentLanguages(
            voice,
            beside_help=lambda t: t.say("Puts two languages side by side, for a supplier across the border. Excel and calendar are in one."),
        )
        self._languages.put_value(Languages(own_language(wizard.purchase.country)))
        self._lot = LotSelect(
            voice, lambda t: t.say("Lot"), lambda t: t.say("The decision annex and the calendar are about the whole purchase.")
        )
        self._formats = MultiChoice(voice, [Alternative(form, _format_name(form)) for form in Format])
        self._formats.put_value([Format.PDF])
        self._formats.changed.connect(self._chosen)
        self._write = Button(voice, _save_as([Format.PDF]), Weight.PRIMARY, "export")
        self._write.clicked.connect(self._choose_folder)
        self._look = Button(voice, lambda t: t.say("Preview"), Weight.SECONDARY, "file")
        self._look.clicked.connect(self.look)
        self._kinds.changed.connect(self._chosen)
        self._results = QWidget()
        column(self._results, gap=MEDIUM)
        self._results.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        self.add(self._warning)
        self.add(self._undecided)
        card = Card()
        card.add(Field(self.voice, lambda t: t.say("Documents"), self._kinds))
        card.add(self._lot)
        card.add(self._languages)
        card.add(Field(self.voice, lambda t: t.say("File formats"), self._formats))
        card.add(self._finish)
        buttons = Flow(gap=MEDIUM)
        copying = list_buttons(self.voice, self.wizard, self._spoken, lambda wording: self.message.emit(wording, None))
        buttons.add(copying)
        self.set_actions([self._look, self._write])
        card.add(buttons)
        self.add(card)
        self.add(self._results)
        self.add(ComingBack(self.voice, self.wizard, self.workers, self.leave_for.emit))
        self.add(self._signing())

    def _signing(self) -> Callout:
        button = Button(self.voice, lambda t: t.say("The contract is signed"), Weight.SECONDARY, "contract")
        button.clicked.connect(self.sign)
        return Callout(
            self.voice,
            Tone.INFO,
            lambda t: t.say("After the signature"),
            lambda t: t.say("Freeze the list as it was agreed, and follow it up under Contracts."),
            [button],
        )

    def sign(self) -> None:
        """Ask what is needed, make the contract, and go there."""
        from kravkompass.screens.contract import ContractScreen
        from kravkompass.screens.signing import Signing
        from kravkompass.ui.views.contract import ContractView
        from kravkompass.ui.views.signing import sign

        wizard = self.wizard
        contract = sign(self.voice, wizard, Signing(wizard), self)
        if contract is not None:
            screen = ContractScreen(wizard.store, wizard.catalog, contract, lambda: wizard.today)
            self.leave_for.emit(ContractView(self.voice, screen, self.workers))

    def _to_requirements(self) -> Button:
        button = Button(self.voice, lambda t: t.say("Decide"), Weight.QUIET, "next")
        button.clicked.connect(lambda: self.jump.emit("requirements", ""))
        return button

    def _to_checks(self) -> Button:
        button = Button(self.voice, lambda t: t.say("Look over"), Weight.QUIET, "check-over")
        button.clicked.connect(lambda: self.jump.emit("checks", ""))
        return button

    def refresh(self) -> None:
        """Offer what the purchase has, and warn of what must be put right."""
        self._lot.offer(self.wizard.purchase)
        self._kinds.show_only(offered(self.wizard.purchase))
        errors = self._checks.count(self.language, FindingWeight.ERROR)
        decided, proposed = self.wizard.status("requirements")
        left = proposed - decided
        self._finish.refresh(proposed=left > 0)
        self._undecided.setVisible(left > 0)
        self._undecided.put(
            Tone.INFO,
            lambda t: t.count(
                "{n} proposal is included that you have not decided about",
                "{n} proposals are included that you have not decided about",
                left,
            ),
            lambda t: t.say("Take them or leave them out first, or export the list as it is proposed."),
        )
        self._warning.setVisible(errors > 0)
        self._warning.put(
            Tone.WARNING,
            lambda t: t.count("{n} thing must be put right", "{n} things must be put right", errors),
            lambda t: t.say("You can still export, for example to show a colleague."),
        )

    def first_focus(self) -> QWidget:
        """Begin at the button."""
        return self._write

    def _chosen(self, _values: Sequence[object]) -> None:
        formats = [form for form in Format if form in self._formats.value]
        alone = any(form in ONLY_OF for form in formats)
        self._write.setEnabled(alone or bool(formats and self._kinds.value))
        self._write.put(_save_as(formats))
        self._look.setEnabled(bool(self._kinds.value))

    def _spoken(self) -> Language:
        return self._languages.value.first

    def look(self) -> None:
        """Look at the pages of the chosen documents before they are saved."""
        from kravkompass.screens.preview import Preview
        from kravkompass.ui.views.preview import PreviewView
        from kravkompass.ui.views.wizard import WizardView

        wizard, voice, workers, wish = self.wizard, self.voice, self.workers, self._wish()
        preview = Preview(wizard.purchase, wizard.catalog, wizard.today, wish, wizard.profile)
        self.leave_for.emit(PreviewView(voice, preview, wish.kinds, workers, lambda: WizardView(voice, wizard, workers)))

    def _wish(self) -> Wish:
        kinds = [kind for kind in DocumentKind if kind in self._kinds.value]
        formats = [form for form in Format if form in self._formats.value]
        lots = [lot.id for lot in self.wizard.purchase.lots]
        wish = self._screen.wish(kinds, formats, self._languages.value, draft=self._finish.draft)
        return replace(wish, lot=lots.index(self._lot.lot) + 1 if self._lot.lot in lots else 0)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.voice.say("Choose a folder for the documents"), str(Path.home()))
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write the chosen documents to a folder, beside the window."""
        wish, screen = self._wish(), self._screen

        def work(report: Report) -> tuple[Exported, ...]:
            return screen.write(folder, wish, lambda done, of: report(Step(done, of)))

        self._write.setEnabled(False)
        job = Job(work, lambda t: t.say("Writing documents"))
        job.finished.connect(self._written)
        job.ended.connect(lambda: self._write.setEnabled(True))
        self.workers.run(job)

    def _written(self, written: Sequence[Exported]) -> None:
        results = self._results.layout()
        if results is None:
            return
        clear(results)
        results.addWidget(SectionTitle(self.voice, lambda t: t.say("Saved")))
        for one in written:
            line = ListRow(self.voice, _name(one.kind), str(one.file), "file")
            line.clicked.connect(lambda _on=False, one=one: QDesktopServices.openUrl(QUrl.fromLocalFile(str(one.file))))
            results.addWidget(line)
        self._results.show()
        n = len(written)
        self.message.emit(lambda t: t.count("{n} document saved.", "{n} documents saved.", n), None)


def _name(kind: DocumentKind) -> Callable[[Translation], str]:
    return lambda t: t.say(NAMES[kind])


def _format_name(form: Format) -> Callable[[Translation], str]:
    return lambda t: t.say(FORMAT_NAMES[form])


def _save_as(formats: Sequence[Format]) -> Callable[[Translation], str]:
    return lambda t: t.say("Save as PDF") if list(formats) == [Format.PDF] else t.say("Save the documents")


def _kind(kind: DocumentKind) -> Alternative:
    return Alternative(kind, _name(kind))
