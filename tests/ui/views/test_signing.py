"""Saying that the contract is signed: what is frozen although it is not finished is said before it is."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from kravkompass.screens.signing import Signing
from kravkompass.screens.wizard import Wizard
from kravkompass.ui.views.export_page import ExportPage
from kravkompass.ui.views.signing import sign
from kravkompass.ui.views.wizard import WizardView
from kravkompass.ui.widgets.callout import Callout


def callouts(view: WizardView, wizard: Wizard) -> list[str]:
    """Open the prompt, read its boxes, and change one's mind."""
    found: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        found.extend(one._heading.text() + one._text.text() for one in dialog.findChildren(Callout))
        dialog.reject()

    view.open("export")
    assert isinstance(view.page, ExportPage)
    QTimer.singleShot(0, look)
    assert sign(view.page.voice, wizard, Signing(wizard), view.page) is None
    return found


def test_what_is_unfinished_is_said_before_it_is_frozen(view: WizardView, wizard: Wizard) -> None:
    screen = Signing(wizard)
    left = screen.undecided()
    assert left > 0
    (said,) = callouts(view, wizard)
    assert str(left) in said
