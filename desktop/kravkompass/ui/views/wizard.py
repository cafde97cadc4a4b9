"""How the wizard looks: the steps on the left, one page beside them, back and next below."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kravkompass.purchases.kinds import OF_PURCHASES
from kravkompass.ui.layout import column, row
from kravkompass.ui.look import LARGE, MEDIUM, WIDE, Text
from kravkompass.ui.tabbing import in_reading_order
from kravkompass.ui.view import View
from kravkompass.ui.views.home import shown_title
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.step_list import Standing, StepItem, StepList
from kravkompass.ui.widgets.surfaces import Divider

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.views.page import WizardPage
    from kravkompass.ui.work import Workers

# Page id -> module and class; a page's view is made when it is first visited.
PAGES = {
    "purchase": ("purchase_page", "PurchasePage"),
    "groups": ("groups_page", "GroupsPage"),
    "situation": ("situation_page", "SituationPage"),
    "risk": ("risk_page", "RiskPage"),
    "requirements": ("requirements_page", "RequirementsPage"),
    "environment": ("environment_page", "EnvironmentPage"),
    "checks": ("checks_page", "ChecksPage"),
    "notice": ("notice_page", "NoticePage"),
    "follow-up": ("followup_page", "FollowUpPage"),
    "decisions": ("ledger_page", "LedgerPage"),
    "export": ("export_page", "ExportPage"),
}


class WizardView(View):
    """One purchase in the wizard."""

    kinds = OF_PURCHASES

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice)
        self._wizard = wizard
        self._workers = workers
        self._steps = StepList(voice, lambda t: t.say("Steps"))
        self._steps.chosen.connect(self.open)
        self._stack = QStackedWidget()
        self._made: dict[str, WizardPage] = {}
        self._back = Button(voice, lambda t: t.say("Back"), Weight.SECONDARY, "back")
        self._next = Button(voice, lambda t: t.say("Next"), Weight.PRIMARY)
        self._back.clicked.connect(lambda: self._step(-1))
        self._next.clicked.connect(lambda: self._step(1))
        for button, keys, by in ((self._back, "Ctrl+PgUp", -1), (self._next, "Ctrl+PgDown", 1)):
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._step(by))
        self._where = Label(voice, "", wraps=False)
        self._which = Label(voice, "", Text.STRONG)
        self._lay_out()

    def _lay_out(self) -> None:
        across = row(self, gap=0)
        across.addWidget(self._steps, 0)
        beside = column(gap=0)
        head = column(gap=0, margins=(WIDE, MEDIUM, WIDE, MEDIUM))
        head.addWidget(self._which)
        beside.addLayout(head)
        beside.addWidget(Divider())
        beside.addWidget(self._stack, 1)
        beside.addWidget(Divider())
        foot = QWidget()
        buttons = row(foot, gap=MEDIUM, margins=(LARGE, MEDIUM, LARGE, MEDIUM))
        buttons.addWidget(self._back)
        buttons.addStretch()
        buttons.addWidget(self._where)
        buttons.addStretch()
        buttons.addWidget(self._next)
        beside.addWidget(foot)
        across.addLayout(beside, 1)

    @property
    def page(self) -> WizardPage:
        """The page that is shown."""
        return self._made[self._wizard.page.id]

    def title(self, say: Translation) -> str:
        """Give the purchase's title."""
        return shown_title(self._wizard.purchase.title, say)

    def first_focus(self) -> QWidget | None:
        """Begin where the page begins."""
        return self.page.first_focus()

    def refresh(self) -> None:
        """Show which purchase it is, the steps as they stand, and the page."""
        purchase = self._wizard.purchase
        self._which.put(lambda t: " · ".join(part for part in (shown_title(purchase.title, t), purchase.reference) if part))
        pages = self._wizard.pages
        current = self._wizard.page
        self._steps.show_steps([self._item(page.id, page.title) for page in pages], current.id)
        shown = self._page(current.id)
        self._stack.setCurrentWidget(shown)
        shown.refresh()
        place = pages.index(current) + 1
        self._where.put(lambda t: t.say("Step {n} of {of}", n=place, of=len(pages)))
        self._back.setEnabled(place > 1)
        self._next.setVisible(place < len(pages))

    def retranslate(self) -> None:
        """The kit says its own texts again; catalog texts on the page are said anew."""
        self.refresh()

    def open(self, page: str) -> None:
        """Go to a page."""
        self.commit()
        if page == self._wizard.page.id:
            return
        self._wizard.go(page)
        self.refresh()
        self.page.to_top()
        first = self.page.first_focus()
        (first if first is not None else next(in_reading_order(self.page), self._next)).setFocus()

    def _step(self, by: int) -> None:
        pages = [page.id for page in self._wizard.pages]
        self.open(pages[min(max(pages.index(self._wizard.page.id) + by, 0), len(pages) - 1)])

    def _page(self, name: str) -> WizardPage:
        if name not in self._made:
            module, kind = PAGES[name]
            make: Callable[..., WizardPage] = getattr(import_module(f"kravkompass.ui.views.{module}"), kind)
            page = make(self.voice, self._wizard, self._workers)
            page.message.connect(self.message)
            page.jump.connect(self._jump)
            page.leave_for.connect(self.go)
            self._made[name] = page
            self._stack.addWidget(page)
        return self._made[name]

    def _jump(self, page: str, requirement: str) -> None:
        self.open(page)
        if page == self._wizard.page.id and requirement:
            self.page.show_requirement(requirement)

    def _item(self, page: str, title: str) -> StepItem:
        done, of = self._wizard.status(page)
        standing = Standing.TO_DO if not of else Standing.DONE if done >= of else Standing.BEGUN if done else Standing.TO_DO
        if not of:
            standing = Standing.DONE if self._wizard.is_filled(page) else Standing.TO_DO
        note = (lambda t: t.say("{done} of {of}", done=done, of=of)) if of else ""
        return StepItem(page, lambda t: t.say(title), standing, note)
