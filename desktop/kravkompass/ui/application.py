"""Setting Qt up: name, icon, look and language. What the program consists of is put together in `app`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from kravkompass.ui import icons
from kravkompass.ui.language import Voice
from kravkompass.ui.look import look
from kravkompass.ui.theme import Appearance, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.language import Translation


@dataclass(frozen=True, slots=True)
class Desk:
    """What every window needs: Qt's application, the voice and the theme. There is one."""

    application: QApplication
    voice: Voice
    theme: Theme


def set_up(
    arguments: Sequence[str], translation: Translation, appearance: Appearance = Appearance.SYSTEM, scale: float = 1.0
) -> Desk:
    """Start Qt and dress it. Call it once, before any window is made."""
    running = QApplication.instance()
    if running is None:
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QGuiApplication.setDesktopFileName("kravkompass")
    application = running if isinstance(running, QApplication) else QApplication(list(arguments))
    application.setApplicationName("Kravkompass")
    application.setApplicationDisplayName("Kravkompass")
    theme = Theme(application, appearance, scale)
    voice = Voice(translation)
    voice.switch(translation)
    application.setWindowIcon(window_icon())
    return Desk(application, voice, theme)


def window_icon() -> QIcon:
    """Draw the icon of the program's windows."""
    made = QIcon()
    for size in (16, 32, 64):
        made.addPixmap(icons.pixmap("kravkompass", look().palette.accent.strong, size).scaled(QSize(size, size)))
    return made
