"""What the tests of a contract's pages share: pressing, answering prompts, and hearing what is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from kravkompass.followup.activity import KeptActivity, State
from kravkompass.screens.contract import ContractScreen
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.plan_row import PlanRow
from kravkompass.ui.widgets.button import Button

Opened = Callable[[str], ContractPage]


class Told:
    """What a page told of, and what takes it back."""

    def __init__(self, page: ContractPage) -> None:
        self.page = page
        self.words: list[str] = []
        self.undo: Callable[[], None] | None = None
        page.message.connect(self._hear)

    def _hear(self, wording: object, undo: Callable[[], None] | None) -> None:
        self.words.append(self.page.voice.word(wording))  # type: ignore[arg-type]
        self.undo = undo

    def take_back(self) -> None:
        assert self.undo is not None
        self.undo()


def press(page: ContractPage, words: str) -> None:
    QApplication.processEvents()
    button = next(one for one in page.findChildren(Button) if one.accessibleName() == words and one.isVisible())
    button.click()
    QApplication.processEvents()


def rows(page: ContractPage) -> list[PlanRow]:
    return [one for one in page.findChildren(PlanRow) if one.isVisible()]


def states(screen: ContractScreen) -> list[State]:
    return [one.state for one in screen.store.parts(KeptActivity, ("day", "key"), contract=screen.id)]


def answer(monkeypatch: pytest.MonkeyPatch, fill: Callable[[Prompt], None], *, yes: bool = True) -> list[bool]:
    """Answer the next prompt: fill it in, note whether its first button could be pressed, and press it when it can."""
    could: list[bool] = []

    def exec_it(prompt: Prompt) -> int:
        prompt.show()
        fill(prompt)
        QApplication.processEvents()
        button = next(one for one in prompt.findChildren(Button) if one.isDefault())
        could.append(button.isEnabled())
        prompt.hide()
        return int(yes and button.isEnabled())

    monkeypatch.setattr(QDialog, "exec", exec_it)
    return could
