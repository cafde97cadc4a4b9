"""How the page of export looks: which documents, in which language, to which folder, and what was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.guidance.findings import Weight as FindingWeight
from kravkompass.screens.checks import Checks
from kravkompass.screens.export import NAMES, DocumentKind, Exported
from kravkompass.screens.export_formats import ONLY_OF, Format
from kravkompass.screens.exporting import Exporting
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import MEDIUM
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.copying import list_buttons
from kravkompass.ui.views.export_choices import ExportChoices
from kravkompass.ui.views.export_coming_back import ComingBack
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.surfaces import SectionTitle
from kravkompass.ui.work import Job, counting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kravkompass.language import Translation
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Report, Workers


class ExportPage(WizardPage):
    """Writing the documents."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers)
        self._checks = Checks(wizard)
        self._screen = Exporting(wizard)
        self._warning = Callout(voice, Tone.WARNING, "", "", [self._to_checks()])
        self._undecided = Callout(voice, Tone.INFO, "", "", [self._to_requirements()])
        self.choices = ExportChoices(voice, self._screen, wizard.purchase)
        self.choices.changed.connect(self._chosen)
        self._write = Button(voice, _save_as([Format.PDF]), Weight.PRIMARY, "export")
        self._write.clicked.connect(self._choose_folder)
        self._look = Button(voice, lambda t: t.say("Preview"), Weight.SECONDARY, "file")
        self._look.clicked.connect(self.look)
        self._job: Job[tuple[Exported, ...]] | None = None
        self._results = QWidget()
        column(self._results, gap=MEDIUM)
        self._results.hide()
        self._lay_out()
        if wizard.ticked is not None:
            self.choices.tick(wizard.ticked)

    def _lay_out(self) -> None:
        self.add(self._warning)
        self.add(self._undecided)
        buttons = Flow(gap=MEDIUM)
        copying = list_buttons(self.voice, self.wizard, lambda: self.choices.spoken, lambda wording: self.message.emit(wording, None))
        buttons.add(copying)
        self.set_actions([self._look, self._write])
        self.choices.add(buttons)
        self.add(self.choices)
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
        errors = self._checks.count(self.language, FindingWeight.ERROR)
        decided, proposed = self.wizard.status("requirements")
        left = proposed - decided
        self.choices.refresh(self.wizard.purchase, proposed=left > 0)
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
        """Begin at the button to save; at the one to look, for who comes back from looking."""
        return self._write if self.wizard.ticked is None else self._look

    def _chosen(self) -> None:
        formats, kinds = self.choices.chosen_formats, self.choices.kinds.value
        alone = any(form in ONLY_OF for form in formats)
        self._write.setEnabled(alone or bool(formats and kinds))
        self._write.put(_save_as(formats))
        self._look.setEnabled(bool(kinds))

    def look(self) -> None:
        """Look at the pages of the chosen documents before they are saved."""
        from kravkompass.screens.preview import Preview
        from kravkompass.ui.views.preview import PreviewView
        from kravkompass.ui.views.wizard import WizardView

        self.wizard.ticked = self.choices.ticked
        wizard, voice, workers, wish = self.wizard, self.voice, self.workers, self.choices.wish()
        preview = Preview(wizard.purchase, wizard.catalog, wizard.today, wish, wizard.profile)
        self.leave_for.emit(PreviewView(voice, preview, wish.kinds, workers, lambda: WizardView(voice, wizard, workers)))

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.voice.say("Choose a folder for the documents"), str(Path.home()))
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write the chosen documents to a folder, beside the window."""
        wish, screen = self.choices.wish(), self._screen

        def work(report: Report) -> tuple[Exported, ...]:
            return screen.write(folder, wish, counting(report))

        if self._job is not None:
            return
        # The button stays as it is: one that is switched off hands the keyboard to a tick, and Space would change the choice.
        self._job = job = Job(work, lambda t: t.say("Writing documents"))
        job.finished.connect(self._written)
        job.ended.connect(self._ended)
        self.workers.run(job)

    def _ended(self) -> None:
        self._job = None

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


def _save_as(formats: Sequence[Format]) -> Callable[[Translation], str]:
    return lambda t: t.say("Save as PDF") if list(formats) == [Format.PDF] else t.say("Save the documents")

