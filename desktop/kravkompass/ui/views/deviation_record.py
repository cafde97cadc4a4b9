"""How a step that was taken looks: in one line, with all that was written when it is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.followup.letter import LETTER_NAMES
from kravkompass.followup.remedy import REMEDY_NAMES
from kravkompass.screens.taking_in import copy_out
from kravkompass.ui.layout import Flow, column
from kravkompass.ui.look import SMALL
from kravkompass.ui.views.deviation_letter import letter_buttons
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.key_values import KeyValues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.followup.deviation import LadderStep
    from kravkompass.language import Translation
    from kravkompass.screens.deviation_dossiers import Dossier
    from kravkompass.screens.deviation_letters import Letters
    from kravkompass.ui.language import Voice, Wording


class StepRecord(Expander):
    """One taking of a step. ``came`` asks to write what came of it (the step's id)."""

    came = Signal(str)
    message = Signal(object, object)

    def __init__(self, voice: Voice, letters: Letters, dossier: Dossier, step: LadderStep) -> None:
        super().__init__(voice, lambda t: _in_short(step, t))
        self._said, self._letters, self._dossier, self._step = voice, letters, dossier, step
        content = QWidget()
        inside = column(content, gap=SMALL)
        facts = KeyValues(voice)
        facts.put(list(self._facts()))
        inside.addWidget(facts)
        buttons = Flow(gap=SMALL)
        buttons.add(self._buttons())
        inside.addLayout(buttons)
        self.put_content(content)

    def _facts(self) -> Iterator[tuple[Wording, Wording]]:
        step = self._step
        yield (lambda t: t.say("Ground")), step.ground
        if (deadline := step.deadline) is not None:
            yield (lambda t: t.say("Last day")), (lambda t: t.formats.short_date(deadline))
        for label, words in (
            (lambda t: t.say("Concerns"), step.concerns),
            (lambda t: t.say("Agreed in"), step.clause),
            (lambda t: t.say("Extent, and how it was reckoned"), step.claim),
            (lambda t: t.say("Why earlier steps were passed"), step.skipped),
            (lambda t: t.say("Where it is written down"), step.reference),
        ):
            if words:
                yield label, words
        if (remedy := step.remedy) is not None:
            yield (lambda t: t.say("What is invoked")), (lambda t: t.say(REMEDY_NAMES[remedy]))
        if step.document:
            yield (lambda t: t.say("Checksum of the document")), step.document
        yield (lambda t: t.say("What came of it")), (lambda t: step.came_of or t.say("Not written yet"))

    def _buttons(self) -> Iterator[Button]:
        came = Button(self._said, lambda t: t.say("Write what came of it …"), Weight.QUIET, "edit")
        came.clicked.connect(lambda _on=False: self.came.emit(self._step.id))
        yield came
        if self._step.letter is not None and self._dossier.supplier is not None:
            made = self._letters.with_step(self._dossier, self._step)
            yield from letter_buttons(self._said, self._letters, made, self, self.message, self._step.document)
        elif self._step.document:
            copy = Button(self._said, lambda t: t.say("Save a copy"), Weight.QUIET, "export")
            copy.clicked.connect(lambda _on=False: self._save_copy())
            yield copy

    def _save_copy(self) -> None:
        name = self._step.reference or self._step.document[:12]
        chosen, _ = QFileDialog.getSaveFileName(self, self._said.say("Save a copy"), str(Path.home() / Path(name).name))
        if chosen:
            copy_out(self._letters.folder, self._step.document, Path(chosen))


def _in_short(step: LadderStep, t: Translation) -> str:
    day = t.formats.short_date(step.day)
    return f"{day} · {t.say(LETTER_NAMES[step.letter])}" if step.letter is not None else t.say("{day}: what was written", day=day)
