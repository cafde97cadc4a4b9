"""What happens when the program has a fault of its own: one log, one window, and the work goes on where it can."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from kravkompass.errors import KnownError
from kravkompass.ui.handing_over import HandingOver
from kravkompass.ui.look import look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.prompts import Prompt, tell_error
from kravkompass.ui.widgets.button import Button, Weight

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from kravkompass.ui.language import Voice

LOG = logging.getLogger("kravkompass")
_KEPT = 512 * 1024
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def start_log(folder: Path) -> Path | None:
    """Write the log of this run and a little of earlier ones into a folder; None when that cannot be written."""
    from logging.handlers import RotatingFileHandler

    file = folder / "kravkompass.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_KEPT, backupCount=1, encoding="utf-8")
    except OSError:
        # Without a log the program still does its work.
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    return file


class Crash(QObject):
    """Catches what nobody else caught, in any thread. Everything the person confirmed is already saved by then."""

    def __init__(self, voice: Voice, log: Path | None = None) -> None:
        super().__init__()
        self._voice = voice
        self._log = log
        self._showing = False
        self._window = HandingOver()

    def watch(self) -> None:
        """Begin to catch; also sends Qt's own warnings to the log."""
        sys.excepthook = self._from_main
        threading.excepthook = lambda found: self.take(found.exc_value or found.exc_type())
        qInstallMessageHandler(_from_qt)

    def take(self, error: BaseException) -> None:
        """Tell of an error that nobody else told of. Can be called from any thread."""
        if isinstance(error, KeyboardInterrupt):
            sys.exit(130)
        if not isinstance(error, KnownError):
            LOG.error("A fault in the program", exc_info=error)
        self._window.put(lambda: self._show(error))

    def _from_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, KnownError):
            sys.__excepthook__(kind, error, trace)
        self.take(error)

    def _show(self, error: BaseException) -> None:
        if self._showing:
            # A fault while telling of a fault stands in the log; more windows help nobody.
            return
        self._showing = True
        try:
            if isinstance(error, KnownError):
                tell_error(self._voice, error)
            else:
                CrashPrompt(self._voice, report(error), self._log).exec()
        finally:
            self._showing = False


class CrashPrompt(Prompt):
    """Says that the program has a fault, and lets the person copy what whoever mends it needs."""

    def __init__(self, voice: Voice, details: str, log: Path | None) -> None:
        super().__init__(
            voice,
            lambda t: t.say("Something in Kravkompass is broken"),
            lambda t: t.say(
                "This is a fault in the program, not something you did. What you have answered so far is saved. "
                "Copy the description below and send it to whoever looks after Kravkompass. "
                "It contains no texts from your purchases."
            ),
            Tone.NEGATIVE,
        )
        self.setMinimumWidth(look().px(620))
        text = QPlainTextEdit(details if log is None else f"{details}\n{log}")
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(voice.say("Description of the fault"))
        self.add(text)
        copy = Button(voice, lambda t: t.say("Copy the description"), icon="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text.toPlainText()))
        self._buttons.addWidget(copy)
        self.offer([(Button(voice, lambda t: t.say("Go on"), Weight.PRIMARY), 1)])


def report(error: BaseException) -> str:
    """Describe a fault for whoever mends it: versions and where it happened, without the person's data."""
    from kravkompass import __version__

    versions = f"Kravkompass {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {sys.platform}"
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([versions, type(error).__name__, *places])


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt (%s): %s", context.category or "", message)
