"""How the evidence of a contract looks: what presses, a table of all of it, and the piece that is chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.followup.evidence import Validity
from kravkompass.followup.meeting_naming import VALIDITY_NAMES
from kravkompass.screens.contract_evidence import EvidenceScreen
from kravkompass.screens.taking_in import take_in
from kravkompass.ui.layout import clear, column
from kravkompass.ui.look import MEDIUM
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.evidence_card import EvidenceCard
from kravkompass.ui.views.evidence_opening import not_drawn
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.table import Column, DataTable
from kravkompass.ui.work import Job, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from kravkompass.errors import KnownError
    from kravkompass.followup.evidence import Evidence
    from kravkompass.language import Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_evidence import EvidenceRow, Followed, Undo
    from kravkompass.screens.taking_in import TakenIn
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Report, Workers

TONES = {
    Validity.EXPIRED: Tone.NEGATIVE,
    Validity.SOON: Tone.WARNING,
    Validity.BEFORE_CHECK: Tone.WARNING,
    Validity.VALID: Tone.POSITIVE,
    Validity.NO_END: Tone.NEUTRAL,
}


class EvidencePage(ContractPage):
    """The evidence of a contract."""

    section = "evidence"

    def __init__(self, voice: Voice, screen: ContractScreen, workers: Workers) -> None:
        super().__init__(voice, screen, workers)
        self.screen_of = EvidenceScreen(screen)
        self._add = Button(voice, lambda t: t.say("Add files"), Weight.PRIMARY, "add")
        self._add.clicked.connect(self._choose)
        self._check = Button(voice, lambda t: t.say("Check all originals"), icon="check-over")
        self._check.clicked.connect(self.check)
        self.set_actions([self._check, self._add])
        self._pressing = column(gap=MEDIUM)
        columns: tuple[Column[EvidenceRow], ...] = (
            Column(lambda t: t.say("File"), lambda row, _t: row.evidence.name, share=4),
            Column(lambda t: t.say("Proves"), _proves, share=3),
            Column(lambda t: t.say("Received"), lambda row, t: t.formats.short_date(row.evidence.received), share=2),
            Column(lambda t: t.say("Valid to"), _valid_to, order=lambda row: str(row.evidence.valid_to or "9999"), share=2),
            Column(lambda t: t.say("Whether it is valid"), _standing, tone=_tone, share=3),
        )
        self.table: DataTable[EvidenceRow] = DataTable(voice, lambda t: t.say("Evidence"), columns)
        self.table.selected.connect(self._selected)
        self.card = EvidenceCard(voice, self.screen_of)
        self.table.opened.connect(lambda _row: self.card.open_it())
        self.card.removed.connect(self._removed)
        self.card.followed.connect(self._followed)
        self._empty = self._nothing_yet()
        for part in (self._pressing, self.table, self.card, self._empty):
            self.add(part)
        self.setAcceptDrops(True)

    def refresh(self) -> None:
        """Show the evidence."""
        rows = self.screen_of.rows()
        clear(self._pressing)
        for callout in self._callouts(rows):
            self._pressing.addWidget(callout)
        chosen = self.card.chosen
        # The card stays open, and the keyboard where it is, while the rows are exchanged.
        with QSignalBlocker(self.table):
            self.table.put(rows)
            self._choose_row(chosen, rows)
        self.table.show_all()
        self.table.setVisible(bool(rows))
        self._check.setEnabled(bool(rows))
        self._empty.setVisible(not rows)
        self._selected(self.table.value)

    def first_focus(self) -> QWidget:
        """Begin at the button."""
        return self._add

    def show_part(self, identity: str) -> None:
        """Choose a piece of evidence."""
        self._choose_row(identity, self.screen_of.rows())
        self.ensureWidgetVisible(self.card)

    def add_files(self, files: Sequence[Path]) -> None:
        """Copy files in beside the window, then add them."""
        folder = self.screen_of.folder

        def work(report: Report) -> list[TakenIn]:
            return [take_in(folder, file, lambda done, of: report(Step(done, of))) for file in files]

        job = Job(work, lambda t: t.say("Copying files in"))
        job.finished.connect(self._taken)
        self.workers.run(job)

    def check(self) -> None:
        """Make sure beside the window that every original is what was kept, and tell what is not."""
        job = Job(lambda report: self.screen_of.check(lambda done, of: report(Step(done, of))), lambda t: t.say("Checking originals"))
        job.finished.connect(self._checked)
        self.workers.run(job, touches_store=True)

    def _taken(self, taken: Sequence[TakenIn]) -> None:
        added = self.screen_of.add(taken)
        n, again = len(added), len(taken) - len(added)
        if added:
            dull = any(not one.is_drawn for one in taken)
            self.message.emit(not_drawn if dull else (lambda t: t.count("{n} file added.", "{n} files added.", n)), None)
            self.show_part(added[0].id)
        elif again:
            self.message.emit(lambda t: t.say("The file was there already."), None)

    def _checked(self, wrong: Sequence[tuple[Evidence, KnownError]]) -> None:
        if not wrong:
            self.message.emit(lambda t: t.say("Every original is what it was when it was kept."), None)
        clear(self._pressing)
        for evidence, problem in wrong:
            self._pressing.addWidget(Callout(self.voice, Tone.NEGATIVE, evidence.name, problem.said))
        for callout in self._callouts(self.screen_of.rows()):
            self._pressing.addWidget(callout)

    def _choose_row(self, identity: str, rows: Sequence[EvidenceRow]) -> None:
        for row in rows:
            if row.evidence.id == identity:
                self.table.choose(row)

    def _callouts(self, rows: Sequence[EvidenceRow]) -> Iterator[Callout]:
        current = [row for row in rows if not row.evidence.replaced_by]
        expired = [row for row in current if row.validity is Validity.EXPIRED]
        soon = [row for row in current if row.validity in {Validity.SOON, Validity.BEFORE_CHECK}]
        loose = [row for row in current if row.proves_nothing]
        if expired:
            n = len(expired)
            yield Callout(
                self.voice,
                Tone.NEGATIVE,
                lambda t: t.count("{n} piece of evidence has expired", "{n} pieces of evidence have expired", n),
                lambda t: t.say("Ask the supplier for new ones: {names}.", names=_names(expired)),
            )
        if soon:
            m = len(soon)
            yield Callout(
                self.voice,
                Tone.WARNING,
                lambda t: t.count("{n} piece of evidence expires soon", "{n} pieces of evidence expire soon", m),
                lambda t: t.say("Ask for new ones in good time: {names}.", names=_names(soon)),
            )
        if loose:
            k = len(loose)
            yield Callout(
                self.voice,
                Tone.INFO,
                lambda t: t.count("{n} piece of evidence proves no requirement yet", "{n} pieces of evidence prove no requirement yet", k),
                lambda t: t.say("Choose the file and say what it proves: {names}.", names=_names(loose)),
            )

    def _nothing_yet(self) -> EmptyState:
        return EmptyState(
            self.voice,
            "file",
            lambda t: t.say("No evidence yet"),
            lambda t: t.say("Drag certificates, reports and photos here. They are copied in, and you see if anybody alters them."),
        )

    def _selected(self, row: EvidenceRow | None) -> None:
        self.card.put(None if row is None else row.evidence)

    def _removed(self, undo: Undo) -> None:
        self.message.emit(lambda t: t.say("The evidence has been taken away."), undo)

    def _followed(self, followed: Followed) -> None:
        self.message.emit(lambda t: _said_followed(followed, t), followed.undo)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.voice.say("Choose files or photos"), str(Path.home()))
        if chosen:
            self.add_files([Path(one) for one in chosen])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that were dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.add_files(files)


def _said_followed(followed: Followed, t: Translation) -> str:
    """Say what became of the activity that asks for new evidence."""
    if followed.day is None:
        return t.say("The plan follows: nothing new has to be asked for.")
    day = t.formats.short_date(followed.day)
    if followed.stays:
        return t.say("Asking for new evidence stays in the plan on {day}, where you have moved it. Move it there if that is too late.", day=day)
    return t.say("The plan follows: new evidence is to be asked for on {day}.", day=day)


def _names(rows: Sequence[EvidenceRow]) -> str:
    return ", ".join(row.evidence.name for row in rows)


def _proves(row: EvidenceRow, t: Translation) -> str:
    if row.numbers:
        return ", ".join(row.numbers)
    return t.say("A deviation") if row.evidence.deviation else t.say("No requirement")


def _valid_to(row: EvidenceRow, t: Translation) -> str:
    return t.formats.short_date(row.evidence.valid_to) if row.evidence.valid_to else "–"


def _standing(row: EvidenceRow, t: Translation) -> str:
    return t.say("Replaced") if row.evidence.replaced_by else t.say(VALIDITY_NAMES[row.validity])


def _tone(row: EvidenceRow) -> Tone:
    return Tone.NEUTRAL if row.evidence.replaced_by else TONES[row.validity]
