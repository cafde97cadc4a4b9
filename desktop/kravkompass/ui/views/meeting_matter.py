"""How one matter looks at a meeting: what was agreed on the left, how it stands on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kravkompass.followup.activity import Status
from kravkompass.followup.meeting_naming import status_names
from kravkompass.ui.layout import Flow, column, last_held
from kravkompass.ui.look import HUGE, LARGE, MEDIUM, SMALL, WIDE, look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.meeting_agreed import Agreed
from kravkompass.ui.views.meeting_files import Files
from kravkompass.ui.views.meeting_page import MeetingPage
from kravkompass.ui.views.meeting_pledges import Pledges
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.status_choice import StatusChoice
from kravkompass.ui.widgets.text_fields import SOON

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from kravkompass.catalog.requirement import Texts
    from kravkompass.followup.meeting import Matter
    from kravkompass.screens.meeting import MeetingScreen
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.views.meeting_saving import Saving
    from kravkompass.ui.work import Workers

LOOKS = {
    Status.MET: (Tone.POSITIVE, "positive"),
    Status.PARTLY: (Tone.WARNING, "warning"),
    Status.NOT_MET: (Tone.NEGATIVE, "negative"),
    Status.NOT_CHECKED: (Tone.NEUTRAL, "question"),
    Status.NOT_APPLICABLE: (Tone.NEUTRAL, "stop"),
}
"""The tone and the icon of each status. The words always stand beside them."""
_WIDEST = 1500
_LAID_OUT = 30
"""Milliseconds until a widget that was just added has its place."""
_SIDE_BY_SIDE = 900
"""From this width on what was agreed and how it stands are beside each other."""


class MatterPage(MeetingPage):
    """One matter. It is built once and filled anew for each."""

    turned = Signal(int)
    """The person goes so many matters on, or back."""

    def __init__(self, voice: Voice, screen: MeetingScreen, saving: Saving, workers: Workers) -> None:
        super().__init__(voice, width=_WIDEST)
        self._screen = screen
        self._saving = saving
        self._shown = ""
        self._agreed = Agreed(voice)
        statuses = [Alternative(one, "") for one in Status]
        self.status = StatusChoice(voice, statuses, [LOOKS[one] for one in Status])
        self.note = NoteArea(voice, lines=(3, 14), pace=SOON)
        self.pledges = Pledges(voice, lambda: screen.meeting.present)
        self.files = Files(voice, screen, saving, workers)
        self.status.changed.connect(lambda status: self._write(status=status))
        self.note.changed.connect(lambda note: self._write(note=note))
        self.pledges.begun.connect(self._into_sight)
        self.files.changed.connect(lambda: self._into_sight(self.files))
        self.verticalScrollBar().rangeChanged.connect(self._follow_pledge)
        self.pledges.changed.connect(lambda pledges: self._write(pledges=pledges))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(look().gap(HUGE))
        self._sides.addWidget(self._agreed, 11, Qt.AlignmentFlag.AlignTop)
        self._sides.addWidget(self._standing(voice), 9, Qt.AlignmentFlag.AlignTop)
        self.add(self._sides)

    def _standing(self, voice: Voice) -> QWidget:
        """Lay out how it stands: status, note, promises and files."""
        whole = QWidget()
        down = column(whole, gap=LARGE)
        down.addWidget(Field(voice, lambda t: t.say("How does it stand?"), self.status))
        down.addWidget(Field(voice, lambda t: t.say("Note"), self.note))
        more = column(gap=SMALL)
        more.addWidget(self.pledges)
        more.addWidget(self.files)
        promise = Button(voice, lambda t: t.say("Add a promise"), Weight.SECONDARY, "add")
        promise.clicked.connect(self.pledges.add)
        file = Button(voice, lambda t: t.say("Add a file or photo"), Weight.SECONDARY, "file")
        file.clicked.connect(self.files.choose)
        buttons = Flow(gap=MEDIUM)
        buttons.add([promise, file])
        more.addLayout(buttons)
        down.addLayout(more)
        return whole

    def refresh(self) -> None:
        """Show the matter that is on the table."""
        # What is half written is handed on first: it belongs to the matter that is still shown.
        self._commit_all()
        matter = self._screen.matter
        if matter is None:
            return
        other, self._shown = matter.id != self._shown, matter.id
        subject = self._screen.subject(matter, self._voice.translation.language)
        self._agreed.put(matter, subject)
        self.status.put(_words(matter, subject.texts if subject.promise is None and subject.deviation is None else None))
        self.status.put_value(matter.status)
        self.note.put_value(matter.note)
        self.pledges.put(matter.pledges)
        if other:
            self.files.put(matter.id)
            self.to_top()

    def first_focus(self) -> QWidget:
        """Begin at the status."""
        return self.status

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the matter beside with the arrows that no field wants."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(by)

    def leave_fields(self) -> None:
        """Go from whatever is written in back to the status."""
        self._commit_all()
        self.status.setFocus()

    def _into_sight(self, widget: QWidget) -> None:
        # Once it and what stands around it have been laid out.
        QTimer.singleShot(_LAID_OUT, widget, lambda: self.ensureWidgetVisible(widget, 0, look().gap(LARGE)))

    def _follow_pledge(self) -> None:
        """Keep a promise that is written in sight when the page has grown, however long that took."""
        holder = last_held(self)
        if holder is not None and self.pledges.isAncestorOf(holder):
            self.ensureWidgetVisible(holder, 0, look().gap(LARGE))

    def _commit_all(self) -> None:
        for child in self.findChildren(QWidget):
            finish = getattr(child, "commit", None)
            if finish is not None:
                finish()

    def _write(self, **changes: object) -> None:
        shown = self._shown
        if shown:
            self._saving.write(lambda: self._screen.write(shown, **changes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below each other where there is no room beside each other."""
        wide = self.viewport().width() >= look().px(_SIDE_BY_SIDE)
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)
        sides = self._outer.contentsMargins()
        self._outer.setContentsMargins(sides.left(), look().gap(WIDE), sides.right(), look().gap(WIDE))


def _words(matter: Matter, texts: Texts | None) -> list[tuple[Wording, Wording]]:
    """Call the statuses what suits the matter; a requirement says what each looks like."""
    names = status_names(matter.kind)
    notes = {Status.MET: texts.met, Status.PARTLY: texts.partly, Status.NOT_MET: texts.not_met} if texts is not None else {}
    return [(_said(names[one]), notes.get(one, "")) for one in Status]


def _said(source: str) -> Wording:
    return lambda t: t.say(source)
