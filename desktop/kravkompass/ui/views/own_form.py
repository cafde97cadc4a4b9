"""How the form for an own requirement looks: what is being written, what is wrong with it, and keeping it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.guidance.findings import Weight as FindingWeight
from kravkompass.guidance.own import EMPTY
from kravkompass.guidance.saying import said_finding
from kravkompass.language import Language
from kravkompass.ui.layout import clear, column, row
from kravkompass.ui.look import LARGE, MEDIUM, Text
from kravkompass.ui.view import View
from kravkompass.ui.views.checks_page import TONES, heading
from kravkompass.ui.views.own_sheet import OwnSheet
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.page import Page
from kravkompass.ui.widgets.surfaces import Divider

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.catalog.requirement import Requirement
    from kravkompass.guidance.findings import Finding
    from kravkompass.language import Translation
    from kravkompass.screens.own import OwnRequirements
    from kravkompass.ui.language import Voice


class OwnFormView(View):
    """One own requirement being written. What is written is remembered at once; it is kept as a new version when the buyer says so."""

    def __init__(self, voice: Voice, screen: OwnRequirements, draft: Requirement, back: Callable[[], View]) -> None:
        super().__init__(voice)
        self._screen, self._back = screen, back
        self._begun = draft
        self._draft = screen.drafts().get(draft.id, draft) if draft.id else draft
        self._sheet = OwnSheet(voice, screen.catalog)
        self._sheet.drafted.connect(self._drafted)
        self._sheet.turned.connect(self.refresh)
        self._findings = column(gap=MEDIUM)
        self._keep = Button(voice, lambda t: t.say("Keep the requirement"), Weight.PRIMARY, "check")
        self._keep.clicked.connect(self._keep_it)
        self._throw = Button(voice, lambda t: t.say("Throw away the changes"), Weight.SECONDARY, "undo")
        self._throw.clicked.connect(self._throw_away)
        self._wrong = Label(voice, "", Text.MUTED)
        self._page = Page(voice)
        self._page.add(self._sheet)
        self._page.add(self._findings)
        down = column(self, gap=0)
        down.addWidget(self._page, 1)
        down.addWidget(Divider())
        down.addWidget(self._foot())

    def _foot(self) -> QWidget:
        leave = Button(self.voice, lambda t: t.say("Back"), Weight.SECONDARY, "back")
        leave.clicked.connect(lambda _on=False: self.go.emit(self._back()))
        foot = QWidget()
        inside = row(foot, gap=MEDIUM, margins=(LARGE, MEDIUM, LARGE, MEDIUM))
        inside.addWidget(leave)
        inside.addWidget(self._wrong, 1)
        inside.addWidget(self._throw)
        inside.addWidget(self._keep)
        return foot

    def title(self, say: Translation) -> str:
        """Give the window's title."""
        return self._draft.id or say.say("A requirement of your own")

    def first_focus(self) -> QWidget:
        """Begin at the title."""
        return self._sheet.first

    def retranslate(self) -> None:
        """Say values anew; the kit says its own texts again."""
        self.refresh()

    def refresh(self) -> None:
        """Show the draft as it stands, and what is wrong with it."""
        self._page.set_title(
            self._heading, lambda t: t.say("In the same form as the catalog's. It is used again in every purchase it fits.")
        )
        self._sheet.put(self._draft)
        self._throw.setEnabled(self._draft != self._begun)
        self._look_over()

    def _heading(self, t: Translation) -> str:
        return t.say("{id}: change it", id=self._draft.id) if self._draft.id else t.say("A requirement of your own")

    def _look_over(self) -> None:
        clear(self._findings)
        language = self._sheet.language
        demanded = self._draft.texts.get(language, EMPTY).demand
        found = self._screen.findings(self._draft, Language(language)) if demanded.strip() else ()
        for finding in found:
            self._findings.addWidget(Callout(self.voice, TONES[finding.weight], _headed(finding), self._said(finding)))
        n = sum(finding.weight is FindingWeight.ERROR for finding in found)
        self._wrong.put((lambda t: t.count("{n} thing must be put right", "{n} things must be put right", n)) if n else "")

    def _said(self, finding: Finding) -> Callable[[Translation], str]:
        return lambda t: said_finding(finding, t, self._screen.catalog)

    def _drafted(self, draft: Requirement) -> None:
        self._draft = draft
        self._screen.remember(draft)
        self.refresh()

    def _keep_it(self) -> None:
        self.commit()
        if missing := self._screen.lacking(self._draft):
            self._sheet.tell_missing(missing)
            return
        if self._sheet.tell_faults():
            return
        kept = self._screen.keep(self._draft)
        self.message.emit(lambda t: t.say("{id} is kept, version {n}.", id=kept.id, n=kept.revision), None)
        self.go.emit(self._back())

    def _throw_away(self) -> None:
        self._screen.forget(self._draft.id)
        self._draft = self._begun
        self.refresh()


def _headed(finding: Finding) -> Callable[[Translation], str]:
    return lambda t: heading(finding, t)
