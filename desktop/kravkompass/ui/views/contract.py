"""How a contract looks: its sections on the left, one page beside them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from kravkompass.purchases.kinds import OF_CONTRACTS
from kravkompass.screens.contract import SECTIONS, Section
from kravkompass.ui.layout import clear, column, row
from kravkompass.ui.look import MEDIUM, SMALL, WIDE, Text
from kravkompass.ui.view import View
from kravkompass.ui.views.home import shown_title
from kravkompass.ui.views.interrupted import interrupted_callout
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.step_list import StepItem, StepList
from kravkompass.ui.widgets.surfaces import Divider

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.purchases.glance_meetings import Interrupted
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.ui.language import Voice
    from kravkompass.ui.views.contract_page import ContractPage
    from kravkompass.ui.work import Workers

# Section id -> module and class; a section's page is made when it is first visited.
PAGES = {
    "plan": ("contract_plan", "PlanPage"),
    "agreement": ("contract_agreement", "AgreementPage"),
    "requirements": ("contract_requirements", "RequirementsPage"),
    "meetings": ("contract_meetings", "MeetingsPage"),
    "deviations": ("contract_deviations", "DeviationsPage"),
    "evidence": ("contract_evidence", "EvidencePage"),
    "chain": ("contract_chain", "ChainPage"),
    "questionnaires": ("contract_questionnaire", "QuestionnairePage"),
    "employment": ("contract_employment", "EmploymentPage"),
    "findings": ("contract_findings", "FindingsPage"),
}


class ContractView(View):
    """One contract."""

    kinds = OF_CONTRACTS

    def __init__(self, voice: Voice, screen: ContractScreen, workers: Workers, section: str = SECTIONS[0].id) -> None:
        super().__init__(voice)
        self._screen = screen
        self._workers = workers
        self._at = section
        self._sections = StepList(voice, lambda t: t.say("Sections"))
        self._sections.chosen.connect(self.open)
        self._stack = QStackedWidget()
        self._made: dict[str, ContractPage] = {}
        self._whose = Label(voice, "", Text.STRONG)
        down = column(gap=0)
        head = column(gap=SMALL, margins=(WIDE, MEDIUM, WIDE, MEDIUM))
        head.addWidget(self._whose)
        self._interrupted = column(gap=MEDIUM)
        head.addLayout(self._interrupted)
        down.addLayout(head)
        down.addWidget(Divider())
        down.addWidget(self._stack, 1)
        across = row(self, gap=0)
        across.addWidget(self._sections, 0)
        across.addLayout(down, 1)

    @property
    def page(self) -> ContractPage:
        """The page that is shown."""
        return self._page(self._at)

    def title(self, say: Translation) -> str:
        """Give the contract's title."""
        return shown_title(self._screen.contract.title, say)

    def first_focus(self) -> QWidget | None:
        """Begin where the page begins."""
        return self.page.first_focus()

    def refresh(self) -> None:
        """Show whose contract it is, the sections, and the page."""
        title, suppliers = self._screen.contract.title, [one.name for one in self._screen.suppliers]
        self._whose.put(lambda t: " · ".join((shown_title(title, t), *suppliers)))
        clear(self._interrupted)
        for meeting in self._screen.interrupted():
            self._interrupted.addWidget(interrupted_callout(self.voice, meeting, self._go_on))
        self._sections.show_steps([_item(one) for one in SECTIONS], self._at)
        self._stack.setCurrentWidget(self.page)
        self.page.refresh()

    def _go_on(self, meeting: Interrupted) -> None:
        from kravkompass.ui.views.contract_meetings import meeting_view

        self.go.emit(meeting_view(self.voice, self._screen, self._workers, meeting.meeting))

    def open(self, section: str, part: str = "") -> None:
        """Go to a section, at the part with an id or at its beginning."""
        self.commit()
        if section != self._at:
            self._at = section
            self.refresh()
            self.page.to_top()
            if (first := self.page.first_focus()) is not None:
                first.setFocus()
        if part:
            self.page.show_part(part)

    def _page(self, name: str) -> ContractPage:
        if name not in self._made:
            module, kind = PAGES[name]
            make: Callable[..., ContractPage] = getattr(import_module(f"kravkompass.ui.views.{module}"), kind)
            page = make(self.voice, self._screen, self._workers)
            page.message.connect(self.message)
            page.jump.connect(self.open)
            page.leave_for.connect(self.go)
            self._made[name] = page
            self._stack.addWidget(page)
        return self._made[name]


def _item(section: Section) -> StepItem:
    return StepItem(section.id, lambda t: t.say(section.title), icon=section.icon)
