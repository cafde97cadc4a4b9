"""Which look is worn: what the person chose, or what the system wears."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

from kravkompass.paths import bundled
from kravkompass.ui.look import BODY, Look, wear
from kravkompass.ui.palettes import CONTRAST, DARK, LIGHT, Palette
from kravkompass.ui.stylesheet import qt_palette, style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FAMILY = "Kravkompass Sans"
LARGEST = 3.0
"""Text can be made at most so many times its usual size."""


class Appearance(StrEnum):
    """What the person wants the window to look like."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_SCHEMES = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
    Appearance.CONTRAST: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Dresses the application, and dresses it anew when the person or the system changes its mind."""

    def __init__(self, application: QApplication, appearance: Appearance = Appearance.SYSTEM, scale: float = 1.0) -> None:
        super().__init__(application)
        self._application = application
        self._family = _bundled_family()
        self._system_px = QFontInfo(application.font()).pixelSize()
        self._worn: Look | None = None
        self.appearance = appearance
        self.scale = scale
        application.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self.choose(appearance, scale)

    def choose(self, appearance: Appearance, scale: float | None = None) -> None:
        """Wear another appearance, and make text ``scale`` times its usual size (0.8–3)."""
        self.appearance = appearance
        self.scale = min(max(scale or self.scale, 0.8), LARGEST)
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[appearance])
        self._dress()

    @property
    def palette(self) -> Palette:
        """The colours that fit the choice and the system."""
        match self.appearance:
            case Appearance.LIGHT:
                return LIGHT
            case Appearance.DARK:
                return DARK
            case Appearance.CONTRAST:
                return CONTRAST
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _dress(self) -> None:
        look = Look(self.palette, round(max(BODY, self._system_px) * self.scale), self._family)
        if look == self._worn:
            return
        before, self._worn = self._worn, look
        wear(look)
        self._application.setPalette(qt_palette(look))
        if before is None or (before.body, before.family) != (look.body, look.family):
            self._application.setFont(look.font())
        self._application.setStyleSheet(style_sheet(look))


def _bundled_family() -> str:
    """Load the font in the box; "" leaves the system's own."""
    families: set[str] = set()
    for file in sorted(bundled("resources", "fonts").glob("*.ttf")):
        families.update(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file))))
    return FAMILY if FAMILY in families else ""
