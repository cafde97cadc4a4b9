"""Letting the window and Qt itself speak our languages, and change language while running."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QWidget

from kravkompass.language import Translation

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object

Wording: TypeAlias = str | Callable[[Translation], str]
"""What a widget says: content that is shown as it is, or ``lambda t: t.say("…")``, asked again in every language."""


class QtTexts(QTranslator):
    """Answers Qt's own questions for texts: from ours, else from Qt's file for the language, else the source text."""

    def __init__(self) -> None:
        # Owned by the application: were it Python's, the garbage collector could let it go in the middle of a translation, and Qt would wait for itself.
        super().__init__(QCoreApplication.instance())
        self._translation: Translation | None = None
        self._qts_own = QTranslator(self)

    def speak(self, translation: Translation) -> None:
        """Answer in this language from now on."""
        self._translation = translation
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._qts_own.load(f"qtbase_{translation.language}", folder)

    def isEmpty(self) -> bool:
        """Never: Qt announces no change of language for an empty translator."""
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Give the text; never "", which Qt takes for a translation and shows as an empty button."""
        ours = self._translation.qt(context, sourceText) if self._translation else None
        return ours or self._qts_own.translate(context, sourceText, disambiguation or "", n) or sourceText


class Voice:
    """What the window speaks right now. There is one, made by `app` and handed on."""

    def __init__(self, translation: Translation) -> None:
        self.translation = translation
        self._qt_texts = QtTexts()
        self._installed = False

    @property
    def locale(self) -> QLocale:
        """How Qt writes numbers and dates in the language."""
        return QLocale(self.translation.language.locale)

    def say(self, source: str, /, **values: object) -> str:
        """Say a text in the language of the window."""
        return self.translation.say(source, **values)

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Say how many there are in the language of the window."""
        return self.translation.count(one, many, n, **values)

    def word(self, wording: Wording) -> str:
        """Say a wording in the language of the window."""
        return wording if isinstance(wording, str) else wording(self.translation)

    def switch(self, translation: Translation) -> None:
        """Speak another language from now on; Qt tells every widget."""
        self.translation = translation
        self._qt_texts.speak(translation)
        QLocale.setDefault(self.locale)
        application = QCoreApplication.instance()
        if application is None:
            return
        if self._installed:
            QCoreApplication.sendEvent(application, QEvent(QEvent.Type.LanguageChange))
        else:
            self._installed = QCoreApplication.installTranslator(self._qt_texts)

    def fall_silent(self) -> None:
        """Take our texts away from Qt again, when the application ends."""
        QCoreApplication.removeTranslator(self._qt_texts)
        self._installed = False


class Speaking(_Widget):
    """Mixed into a widget: says its texts again when the language changes. Stands before the Qt class it is mixed into."""

    def retranslate(self) -> None:
        """Say every fixed text again."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Listen to Qt's news of a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
