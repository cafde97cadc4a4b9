"""What the buyer does about deviations: each is asked about where it must be, done, told of, and can mostly be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.followup.chronology import CHRONOLOGY_OF_CONTRACT, CHRONOLOGY_OF_DEVIATION
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.letter import LETTER_NAMES
from kravkompass.screens.chronicle import Chronicle
from kravkompass.screens.contract_deviations import Deviations
from kravkompass.screens.deviation_letters import Letters
from kravkompass.screens.preview import OneDocument
from kravkompass.ui.views.deviation_answer_form import AnswerForm
from kravkompass.ui.views.deviation_form import DeviationForm
from kravkompass.ui.views.deviation_plan_form import PlanForm
from kravkompass.ui.views.deviation_prompts import ask_verified, ask_what_came
from kravkompass.ui.views.deviation_step_form import StepForm
from kravkompass.ui.views.language_prompt import ask_languages
from kravkompass.ui.views.plan_prompts import ask_reason
from kravkompass.ui.work import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from kravkompass.documents.letters import Letter
    from kravkompass.followup.deviation import ActionPlan, Deviation, LadderStep
    from kravkompass.followup.gathering import Gathering
    from kravkompass.followup.ladder import Step
    from kravkompass.followup.letter import LetterKind
    from kravkompass.screens.contract_deviations import Undo
    from kravkompass.screens.deviation_dossiers import Dossier
    from kravkompass.ui.views.contract_deviations import DeviationsPage
    from kravkompass.ui.views.deviation_writing import Writing
    from kravkompass.ui.work import Report


class DeviationVerbs:
    """The verbs of the deviations' page, which tells of each."""

    def __init__(self, page: DeviationsPage) -> None:
        self.page = page
        self.deviations = Deviations(page.contract_screen)
        self.letters = Letters(self.deviations)

    @property
    def today(self) -> date:
        """The day it is."""
        return self.page.contract_screen.today

    # -- going about

    def show_all(self) -> None:
        """Go to the list."""
        self.page.show_all()

    def open(self, deviation: str) -> None:
        """Go to one deviation."""
        self.page.open(deviation)

    def put_away(self) -> None:
        """Go back from what was being written."""
        self.page.put_away()

    def _write(self, form: Writing) -> None:
        # Everything goes by way of the verbs: after a look at a letter they and the form belong to another page.
        form.cancelled.connect(self.put_away)
        self.page.show_form(form)

    # -- noting

    def note(self, deviation: Deviation | None = None) -> None:
        """Note a deviation: a blank one, or the one that is proposed."""
        form = DeviationForm(self.page.voice, self.deviations, deviation or self.deviations.propose.deviation())
        form.noted.connect(self._noted)
        self._write(form)

    def _noted(self, deviation: Deviation, undo: Undo) -> None:
        self.page.noted(deviation, undo)

    def edit(self, dossier: Dossier) -> None:
        """Change what was noted."""
        self.note(dossier.deviation)

    def gather(self, gathering: Gathering) -> None:
        """Propose one serious deviation in place of several small ones."""
        self.note(self.deviations.propose.together(gathering))

    # -- the ladder

    def step(self, dossier: Dossier, step: Step) -> None:
        """Take a step on the ladder."""
        form = StepForm(self.page.voice, self.deviations, self.letters, dossier, self.deviations.propose.step(dossier, step))
        form.taken.connect(lambda written: self.take(dossier, written))
        form.look.connect(lambda written: self.look(lambda: self.letters.with_step(dossier, written)))
        self._write(form)

    def take(self, dossier: Dossier, step: LadderStep) -> None:
        """Make the letter of a step beside the window and keep both."""
        letters = self.letters

        def work(_report: Report) -> Undo:
            return letters.take(dossier, step)

        job = Job(work, lambda t: t.say("Making the letter"))
        job.finished.connect(lambda undo: self.page.done(lambda t: t.say("The step has been taken."), undo))
        self.page.workers.run(job, touches_store=True)

    def what_came(self, dossier: Dossier, step: str) -> None:
        """Write what came of a step."""
        given = next(one.came_of for one in dossier.steps if one.id == step)
        words = ask_what_came(self.page.voice, given, self.page)
        if words is not None:
            self.deviations.say_what_came(step, words)

    # -- the supplier's plan

    def plan(self, dossier: Dossier, plan: ActionPlan | None = None) -> None:
        """Write down a plan that has come in, or change it."""
        form = PlanForm(self.page.voice, self.deviations, dossier, plan or self.deviations.propose.plan(dossier))
        form.kept.connect(lambda: self.page.done(lambda t: t.say("The plan has been kept.")))
        self._write(form)

    def letter(self, dossier: Dossier, kind: LetterKind) -> None:
        """Write the answer to a plan, or the confirmation that a deviation is closed."""
        form = AnswerForm(self.page.voice, self.deviations, self.letters, dossier, kind)
        form.sent.connect(lambda: self.page.done(lambda t: t.say("Kept: {letter}", letter=t.say(LETTER_NAMES[kind]))))
        form.look.connect(lambda: self.look(form.made))
        self._write(form)

    def look(self, made: Callable[[], Letter]) -> None:
        """Look at the pages of a letter, and come back to what was being written."""
        letter = made()
        self.page.preview(
            OneDocument(
                LETTER_NAMES[letter.kind],
                lambda: self.letters.outline(letter),
                self.letters.archiving,
                lambda form: self.letters.file_name(letter, form),
            )
        )

    def chronology(self, dossier: Dossier | None = None) -> None:
        """Ask in which languages, and look at the chronology of a deviation, or of the whole contract."""
        voice, chronicle = self.page.voice, Chronicle(self.page.contract_screen)
        deviation = dossier.deviation.id if dossier is not None else ""
        name = CHRONOLOGY_OF_DEVIATION if deviation else CHRONOLOGY_OF_CONTRACT
        show = lambda t: t.say("Show the document")  # noqa: E731 - a wording
        languages = ask_languages(voice, lambda t: t.say(name), show, voice.translation.language, self.page)
        if languages is None:
            return
        self.page.preview(
            OneDocument(
                name,
                lambda: chronicle.outline(languages, deviation),
                self.letters.archiving,
                lambda form: chronicle.file_name(languages, form, deviation),
            )
        )

    # -- verifying, closing, opening again

    def verify(self, dossier: Dossier) -> None:
        """Say how it was seen that all is put right."""
        given = ask_verified(self.page.voice, self.today, self._evidence(dossier), self.page)
        if given is not None:
            self.deviations.verify(dossier.deviation.id, given.day, given.words, given.evidence)

    def close(self, dossier: Dossier) -> None:
        """Close a deviation; one that was not verified wants a reason."""
        reason: str | None = ""
        if dossier.deviation.verified is None:
            reason = ask_reason(
                self.page.voice,
                lambda t: t.say("Close without verification"),
                lambda t: t.say("Nobody has seen that the deviation has been put right. Write why it is closed all the same."),
                lambda t: t.say("Close the deviation"),
                self.page,
            )
        if reason is not None:
            self.deviations.close(dossier.deviation.id, reason)
            self.page.message.emit(lambda t: t.say("The deviation is closed."), None)

    def reopen(self, dossier: Dossier) -> None:
        """Open a deviation again, with a reason."""
        reason = ask_reason(
            self.page.voice,
            lambda t: t.say("Open again"),
            lambda t: t.say("What was verified no longer holds. Everything stays in the log."),
            lambda t: t.say("Open again"),
            self.page,
        )
        if reason is not None:
            self.deviations.reopen(dossier.deviation.id, reason)

    def evidence_names(self, identities: Iterable[str]) -> list[str]:
        """Name pieces of evidence by their ids."""
        names = {one.id: one.name for one in self._all_evidence()}
        return [names[one] for one in identities if one in names]

    def _evidence(self, dossier: Dossier) -> list[Evidence]:
        """Give what may prove it: the evidence of the deviation or its requirement, and what proves nothing yet; the latest first."""
        deviation = dossier.deviation
        found = [
            one
            for one in self._all_evidence()
            if deviation.id == one.deviation or deviation.requirement in one.requirements or not (one.requirements or one.deviation)
        ]
        return sorted(found, key=lambda one: one.received, reverse=True)

    def _all_evidence(self) -> tuple[Evidence, ...]:
        return self.page.contract_screen.store.parts(Evidence, ("name",), contract=self.page.contract_screen.id)
