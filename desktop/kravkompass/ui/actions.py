"""What a person can do, declared once: menus, buttons, shortcuts and help are made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kravkompass.ui import icons
from kravkompass.ui.language import Speaking

if TYPE_CHECKING:
    from kravkompass.ui.language import Voice, Wording


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: its id, its words, what happens, and how else it is reached."""

    id: str
    wording: Wording
    does: Callable[[], object]
    icon: str = ""
    shortcut: str = ""
    """As Qt writes it, e.g. ``Ctrl+N``."""
    possible: Callable[[], bool] = lambda: True


class Actions(Speaking, QWidget):
    """Qt's actions for declared ones. An unseen widget, so that Qt tells it of a new language or look."""

    def __init__(self, voice: Voice, declared: Iterable[Action], owner: QWidget) -> None:
        super().__init__(owner)
        self.hide()
        self._voice = voice
        self.declared = tuple(declared)
        self._made: dict[str, QAction] = {}
        for action in self.declared:
            made = QAction(owner)
            made.setObjectName(action.id)
            made.setShortcut(QKeySequence(action.shortcut))
            made.triggered.connect(lambda _on=False, action=action: action.does())
            owner.addAction(made)
            self._made[action.id] = made
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        """Give Qt's action of an id. Raises KeyError for one that was not declared."""
        return self._made[name]

    def menu(self, names: Iterable[str], parent: QWidget) -> QMenu:
        """Make a menu of some actions, in this order; "-" draws a line."""
        self.look_again()
        menu = QMenu(parent)
        for name in names:
            if name == "-":
                menu.addSeparator()
            else:
                menu.addAction(self._made[name])
        return menu

    def look_again(self) -> None:
        """Ask every action whether it is possible now, and draw its icon in the colours in use."""
        for action in self.declared:
            made = self._made[action.id]
            made.setEnabled(action.possible())
            if action.icon:
                made.setIcon(icons.icon(action.icon))

    def retranslate(self) -> None:
        """Say the words in the language of the window."""
        for action in self.declared:
            words = self._voice.word(action.wording).replace("&", "&&")
            made = self._made[action.id]
            made.setText(words)
            keys = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            made.setToolTip(f"{words} ({keys})" if keys else words)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew when the look changes."""
        if event.type() == QEvent.Type.StyleChange and any(not made.icon().isNull() for made in self._made.values()):
            self.look_again()
        super().changeEvent(event)
