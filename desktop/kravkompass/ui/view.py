"""What every view is: built once, refreshed from its screen, said again in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.ui.language import Speaking
from kravkompass.ui.tabbing import tab

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice, Wording


class View(Speaking, QWidget):
    """A view of a screen.

    A subclass builds its widgets in ``__init__`` and overrides `refresh` (values from the screen), `retranslate` (fixed
    texts that its widgets do not say by themselves) and `title`. Kit widgets that were given a wording say it again by
    themselves, so `retranslate` is often just `refresh`.
    """

    kinds: ClassVar[frozenset[str]] = frozenset()
    """The kinds of things shown here: when one of these changes in the store, the window asks for a refresh."""
    fills_window: ClassVar[bool] = False
    """Whether the view wants the whole window, without the rail."""
    message = Signal(object, object)
    """A wording to show for a moment, and a function that undoes what was done, or None."""
    go = Signal(object)
    """Asks the window to show another view: the id of a destination, or a View."""
    speaks = Signal(object)
    """Asks the window to speak another language."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.voice = voice

    def title(self, say: Translation) -> str:
        """Give what the window's title bar says while this view is shown."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what the screen says now."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say every text again; values are said anew too."""
        self.refresh()

    def first_focus(self) -> QWidget | None:
        """Give the widget that gets the keyboard when the view is opened; None leaves it to Qt."""
        return None

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Go on in reading order: Qt's own is that of making, and what is made later would come after everything."""
        return tab(self, forward=next) or super().focusNextPrevChild(next)

    def commit(self) -> None:
        """Hand on whatever is half written in the fields of this view; called before the view is left."""
        for child in self.findChildren(QWidget):
            finish = getattr(child, "commit", None)
            if finish is not None and not isinstance(child, View):
                finish()

    def tell(self, wording: Wording) -> None:
        """Show a message for a moment."""
        self.message.emit(wording, None)
