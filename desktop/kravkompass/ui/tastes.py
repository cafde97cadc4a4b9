"""What the person likes: the language, the appearance and the size of text, chosen from the rail or by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from kravkompass.language import Language, translation
from kravkompass.ui.theme import Appearance
from kravkompass.ui.widgets.rail import RailButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.ui.application import Desk
    from kravkompass.ui.language import Wording

_APPEARANCES: dict[Appearance, Wording] = {
    Appearance.SYSTEM: lambda t: t.say("As the system"),
    Appearance.LIGHT: lambda t: t.say("Light"),
    Appearance.DARK: lambda t: t.say("Dark"),
    Appearance.CONTRAST: lambda t: t.say("High contrast"),
}
_ZOOM = {"Ctrl++": 1.1, "Ctrl+=": 1.1, "Ctrl+-": 1 / 1.1, "Ctrl+0": 0.0}
"""How much larger text becomes; 0 makes it as large as usual."""


class Tastes(QObject):
    """Two rail buttons with menus, and the keys that make text larger and smaller. What is chosen holds at once."""

    language_chosen = Signal(object)
    """The person chose a language; the window speaks it already."""
    look_chosen = Signal(object, float)
    """The person chose an appearance and a size of text; the window wears them already."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        for keys, factor in _ZOOM.items():
            QShortcut(QKeySequence(keys), window).activated.connect(lambda factor=factor: self.zoom(factor))

    def buttons(self) -> list[RailButton]:
        """Make the buttons for the rail."""
        voice = self._desk.voice
        return [
            RailButton(voice, lambda t: t.say("Language"), "language", self._language_menu),
            RailButton(voice, lambda t: t.say("Appearance"), "theme", self._look_menu),
        ]

    def choose_language(self, language: Language) -> None:
        """Speak a language from now on."""
        self._desk.voice.switch(translation(language))
        self.language_chosen.emit(language)

    def choose_look(self, appearance: Appearance) -> None:
        """Wear an appearance from now on."""
        self._desk.theme.choose(appearance)
        self.look_chosen.emit(appearance, self._desk.theme.scale)

    def zoom(self, factor: float) -> None:
        """Make text so many times larger; 0 makes it as large as usual."""
        theme = self._desk.theme
        theme.choose(theme.appearance, theme.scale * factor if factor else 1.0)
        self.look_chosen.emit(theme.appearance, theme.scale)

    def _language_menu(self) -> QMenu:
        speaks = self._desk.voice.translation.language
        return self._menu({one: one.own_name for one in Language}, speaks, self.choose_language)

    def _look_menu(self) -> QMenu:
        choices = {one: self._desk.voice.word(wording) for one, wording in _APPEARANCES.items()}
        return self._menu(choices, self._desk.theme.appearance, self.choose_look)

    def _menu(self, choices: dict[Any, str], chosen: object, choose: Callable[[Any], None]) -> QMenu:
        menu = QMenu(self._window)
        group = QActionGroup(menu)
        for value, words in choices.items():
            action = QAction(words, group, checkable=True, checked=value == chosen)
            action.triggered.connect(lambda _on=False, value=value: choose(value))
            menu.addAction(action)
        return menu
