"""How the self-reports of a contract look: those that were sent, what came back, and what is to be put right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.screens.contract import SECTIONS
from kravkompass.screens.contract_questionnaire import QuestionnaireScreen
from kravkompass.screens.questionnaire_paper import PaperAnswers
from kravkompass.screens.taking_in import take_in
from kravkompass.ui.layout import clear, column
from kravkompass.ui.look import MEDIUM
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.evidence_opening import open_original
from kravkompass.ui.views.questionnaire_back import BackCard
from kravkompass.ui.views.questionnaire_card import QuestionnaireCard
from kravkompass.ui.views.questionnaire_paper import PaperCard
from kravkompass.ui.views.questionnaire_sending import FROM_FILE, FROM_PAPER, SendingForm, ask_early
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.work import Job, counting

if TYPE_CHECKING:
    from kravkompass.followup.questionnaire import Questionnaire
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.questionnaire_back import CameBack
    from kravkompass.screens.taking_in import TakenIn
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Report, Workers

DEVIATIONS = "deviations"


class QuestionnairePage(ContractPage):
    """The questionnaires, the latest first."""

    section = "questionnaires"

    def __init__(self, voice: Voice, screen: ContractScreen, workers: Workers) -> None:
        super().__init__(voice, screen, workers)
        self.questionnaires = QuestionnaireScreen(screen)
        self.new = Button(voice, lambda t: t.say("Send a form"), Weight.PRIMARY, "add")
        self.new.clicked.connect(self.begin)
        self.early = Button(voice, lambda t: t.say("Read a form from before the signing"), Weight.SECONDARY, "open")
        self.early.clicked.connect(self._choose_early)
        self.set_actions([self.early, self.new])
        self.sending, self.back = SendingForm(voice, self.questionnaires), BackCard(voice, self.questionnaires)
        self.sending.sent.connect(self._sent)
        self.back.taken.connect(self._take)
        for part in (self.sending, self.back):
            part.cancelled.connect(self._put_away)
            part.hide()
            self.add(part)
        self.paper = PaperCard(voice)
        self.paper.taken.connect(self._take_paper)
        self.paper.put_away.connect(self._put_away)
        self.paper.hide()
        self.add(self.paper)
        self._list = column(gap=MEDIUM)
        self.add(self._list)

    def refresh(self) -> None:
        """Show the questionnaires as they stand."""
        suppliers = self.contract_screen.suppliers
        self.new.setEnabled(bool(suppliers))
        self.early.setVisible(bool(suppliers and self.contract_screen.contract.purchase))
        clear(self._list)
        found = self.questionnaires.questionnaires
        for one in found:
            self._list.addWidget(self._card(one))
        if not found and self.sending.isHidden():
            self._list.addWidget(
                EmptyState(
                    self.voice,
                    "question",
                    lambda t: t.say("No form has been sent yet"),
                    lambda t: t.say("Send it with the signing: the supplier answers on the screen, in Excel or on paper."),
                )
            )

    def first_focus(self) -> QWidget:
        """Begin at the button."""
        return self.new

    def begin(self) -> None:
        """Propose a form to send."""
        self.back.hide()
        self.sending.begin()
        self.sending.show()
        self.refresh()
        self.sending.setFocus()

    def read(self, questionnaire: Questionnaire, path: Path) -> None:
        """Read a file that came back, beside the window, and show what it says."""
        job = Job(lambda _report: self.questionnaires.read(questionnaire, path), lambda t: t.say("Reading the file"))
        job.finished.connect(self._came)
        self.workers.run(job, touches_store=True)

    def type_in(self, questionnaire: Questionnaire) -> None:
        """Show the form to type in what stands on paper."""
        self.paper.commit()
        self.sending.hide()
        self.back.hide()
        self.paper.begin(PaperAnswers(self.questionnaires, questionnaire), self.contract_screen.today)
        self.paper.show()
        self.ensureWidgetVisible(self.paper)
        self.paper.setFocus()

    def _take_paper(self) -> None:
        """Copy the scanned paper in beside the window, then take the answers in."""
        folder, files = self.contract_screen.evidence, self.paper.scans

        def work(report: Report) -> list[TakenIn]:
            return [take_in(folder, file, counting(report)) for file in files]

        job = Job(work, lambda t: t.say("Copying files in"))
        job.finished.connect(self._paper_taken)
        self.workers.run(job)

    def _paper_taken(self, scans: list[TakenIn]) -> None:
        if self.paper.paper is None:
            return
        self.paper.returned.commit()
        self.paper.paper.take(self.paper.values, self.paper.returned.value or self.contract_screen.today, scans)
        self.paper.close_form()
        self._put_away()
        self.message.emit(
            (lambda t: t.say("The answers are kept, and the scanned paper is kept as evidence."))
            if scans
            else (lambda t: t.say("The answers are kept. Keep the paper itself too.")),
            None,
        )

    def save(self, questionnaire: Questionnaire, path: Path, *, fillable: bool = True) -> None:
        """Write the form beside the window."""
        job = Job(
            lambda report: self.questionnaires.write(questionnaire, path, fillable=fillable, told=counting(report)),
            lambda t: t.say("Writing documents"),
        )
        job.finished.connect(lambda _path: self.message.emit(lambda t: t.count("{n} document saved.", "{n} documents saved.", 1), None))
        self.workers.run(job, touches_store=True)

    def _card(self, one: Questionnaire) -> QuestionnaireCard:
        card = QuestionnaireCard(self.voice, self.questionnaires, one)
        card.save.connect(lambda ending: self._choose_place(one, ending))
        card.read.connect(lambda: self._choose_file(one))
        card.typed.connect(lambda: self.type_in(one))
        card.original.connect(lambda: self._open(one))
        card.remove.connect(lambda: self._remove(one))
        card.deviate.connect(lambda name: self._deviate(one, name))
        return card

    def _sent(self, questionnaire: Questionnaire) -> None:
        self.questionnaires.send(questionnaire)
        self._put_away()
        self.message.emit(lambda t: t.say("Kept as sent. Save the form and send it to the supplier."), None)

    def _came(self, back: CameBack) -> None:
        self.sending.hide()
        self.back.begin(back)
        self.back.show()
        self.ensureWidgetVisible(self.back)
        self.back.take.setFocus()

    def _take(self, back: CameBack) -> None:
        self.questionnaires.take(back)
        self._put_away()
        self.message.emit(lambda t: t.say("The answers have been taken in, and the original is kept as evidence."), None)

    def _put_away(self) -> None:
        self.paper.commit()
        self.paper.close_form()
        self.sending.hide()
        self.back.hide()
        self.refresh()
        self.new.setFocus()

    def _remove(self, one: Questionnaire) -> None:
        undo = self.questionnaires.drop(one)
        self.message.emit(lambda t: t.say("The questionnaire has been taken away. Its originals stay among the evidence."), undo)

    def _deviate(self, one: Questionnaire, name: str) -> None:
        raised = self.questionnaires.raise_deviation(one, name)
        self.message.emit(lambda t: t.say("The deviation has been raised."), None)
        if any(section.id == DEVIATIONS for section in SECTIONS):
            self.jump.emit(DEVIATIONS, raised.id)
        else:
            self.refresh()

    def _open(self, one: Questionnaire) -> None:
        if (evidence := self.questionnaires.evidence(one)) is not None:
            open_original(self.voice, self.contract_screen.evidence, evidence, self)

    def _choose_early(self) -> None:
        """Read a form that was sent out with the tender documents: it becomes a questionnaire of its own when it is taken in."""
        supplier, how = ask_early(self.voice, self.contract_screen.suppliers, self)
        if how == FROM_FILE:
            self._choose_file(self.questionnaires.from_before(supplier))
        elif how == FROM_PAPER:
            self.type_in(self.questionnaires.from_before(supplier))

    def _choose_file(self, one: Questionnaire) -> None:
        kinds = "PDF, Excel (*.pdf *.xlsx)"
        path, _ = QFileDialog.getOpenFileName(self, self.voice.say("Choose the file that came back"), str(Path.home()), kinds)
        if path:
            self.read(one, Path(path))

    def _choose_place(self, one: Questionnaire, ending: str) -> None:
        paper = ending == "paper"
        name = self.questionnaires.file_name(one, "pdf" if paper else ending)
        path, _ = QFileDialog.getSaveFileName(self, self.voice.say("Save the form"), str(Path.home() / name))
        if path:
            self.save(one, Path(path), fillable=not paper)
