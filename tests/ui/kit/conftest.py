"""What the tests of the widget kit share: a dressed application, a voice, and widgets to look at."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kravkompass.language import Language, pseudo_translation, translation
from kravkompass.ui.application import Desk
from kravkompass.ui.language import Voice
from kravkompass.ui.theme import Appearance, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Appearance.LIGHT)


@pytest.fixture
def desk(qapp: QApplication, theme: Theme) -> Iterator[Desk]:
    """An application that begins in Swedish, in the light look and the usual size, and is left so."""
    # What earlier tests let go is still there until Qt gets to it, and would be dressed along with the rest.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.choose(Appearance.LIGHT, 1.0)
    voice = Voice(translation(Language.SWEDISH))
    voice.switch(voice.translation)
    yield Desk(qapp, voice, theme)
    voice.fall_silent()
    theme.choose(Appearance.LIGHT, 1.0)


@pytest.fixture
def voice(desk: Desk) -> Voice:
    return desk.voice


@pytest.fixture
def strange(desk: Desk) -> Voice:
    """A voice that marks every text it says."""
    desk.voice.switch(pseudo_translation())
    return desk.voice
