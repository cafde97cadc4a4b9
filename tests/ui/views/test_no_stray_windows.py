"""Nothing shows itself as a window of its own before it has a place: it would flash on the screen and take the keyboard away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from kravkompass.screens.wizard import Wizard
from kravkompass.ui.views.wizard import WizardView


class Watch(QObject):
    """Notes every window that is shown, other than those named."""

    def __init__(self, known: QWidget) -> None:
        super().__init__()
        self._known = known
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow() and watched is not self._known:
            self.seen.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("wizard", ["kalmar-fruit", "lillestrom-workwear"], indirect=True)
def test_no_page_shows_a_stray_window(view: WizardView, wizard: Wizard, qapp: QApplication) -> None:
    watch = Watch(view)
    qapp.installEventFilter(watch)
    for page in wizard.pages:
        view.open(page.id)
        QApplication.processEvents()
    qapp.removeEventFilter(watch)
    assert watch.seen == []
