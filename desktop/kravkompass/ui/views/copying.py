"""Putting requirements on the clipboard, as plain text and as HTML: whatever they are pasted into takes what it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from kravkompass.language import Language, translation
from kravkompass.screens.copying import copied_list
from kravkompass.ui.widgets.button import Button, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.documents.clipboard import Copied
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice, Wording


def put_on_clipboard(copied: Copied) -> None:
    """Put both sorts of text on the clipboard."""
    content = QMimeData()
    content.setText(copied.plain)
    content.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(content)


def list_buttons(
    voice: Voice, wizard: Wizard, language: Callable[[], Language], tell: Callable[[Wording], None]
) -> tuple[Button, Button]:
    """Give the buttons that copy the whole list, as running text and as tables, in the language asked for when pressed."""

    def copy(*, as_tables: bool) -> None:
        put_on_clipboard(copied_list(wizard, translation(language()), as_tables=as_tables))
        tell(lambda t: t.say("Copied. Paste it where you want it."))

    running = Button(voice, lambda t: t.say("Copy the list"), Weight.QUIET, "copy")
    running.clicked.connect(lambda: copy(as_tables=False))
    tables = Button(voice, lambda t: t.say("Copy as tables"), Weight.QUIET, "copy")
    tables.clicked.connect(lambda: copy(as_tables=True))
    return running, tables
