"""How documents are finished: as a draft or not, in which version, and by which archival standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.screens.export_formats import ARCHIVING_NAMES, Archiving
from kravkompass.ui.layout import column
from kravkompass.ui.look import LARGE, SMALL, Text
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.option import Tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.language import Translation
    from kravkompass.screens.exporting import Exporting
    from kravkompass.ui.language import Voice


class Finish(QWidget):
    """Fields for how the documents are finished. The draft mark is proposed until the buyer has set or cleared it herself."""

    def __init__(self, voice: Voice, screen: Exporting) -> None:
        super().__init__()
        self._screen = screen
        self._chosen = False
        self._draft = Tick(
            voice,
            lambda t: t.say("Mark as draft"),
            lambda t: t.say("“Draft” stands on every page, and the version is not counted up."),
        )
        self._draft.clicked.connect(self._choose)
        self._version = Label(voice, "", Text.MUTED)
        self._archiving = Segments(voice, [Alternative(one, _name(one)) for one in Archiving])
        self._archiving.changed.connect(lambda value: screen.keep_archiving(Archiving(str(value))))
        inside = column(self, gap=LARGE)
        draft = column(gap=SMALL)
        draft.addWidget(self._draft)
        draft.addWidget(self._version)
        inside.addLayout(draft)
        inside.addWidget(
            Field(
                voice,
                lambda t: t.say("Archival standard of PDF documents"),
                self._archiving,
                help_text=lambda t: t.say("PDF/A-2a suits most archives. Choose the older one only if your archive asks for it."),
            )
        )

    @property
    def said(self) -> bool | None:
        """Whether the buyer said herself that they are a draft or not; None while she has not."""
        return self.draft if self._chosen else None

    def say(self, *, draft: bool) -> None:
        """Set the draft mark as the buyer has said."""
        self._draft.setChecked(draft)
        self._choose()

    @property
    def draft(self) -> bool:
        """Whether the documents are a draft."""
        return self._draft.isChecked()

    def refresh(self, *, proposed: bool) -> None:
        """Show what stands now; propose the draft mark or not."""
        if not self._chosen:
            self._draft.setChecked(proposed)
        self._archiving.put_value(self._screen.archiving)
        sent, now = self._screen.sent, self._screen.next
        self._version.put(lambda t: _said(sent, now, t))

    def _choose(self) -> None:
        self._chosen = True


def _name(archiving: Archiving) -> Callable[[Translation], str]:
    return lambda t: t.say(ARCHIVING_NAMES[archiving])


def _said(sent: int, now: int, t: Translation) -> str:
    if not sent:
        return t.say("The list has not been sent out yet: it becomes version 1.")
    if sent == now:
        return t.say("The list is the same as when it was sent out: version {n}.", n=now)
    return t.say("The list has changed since version {before}: it becomes version {n}.", before=sent, n=now)
