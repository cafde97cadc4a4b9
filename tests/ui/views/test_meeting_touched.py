"""A meeting by touch: fingers reach what is to be pressed, and a tap is enough."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from tests.ui.views.conftest import Opened
from tests.ui.views.hands import status_of

from kravkompass.followup.activity import Status
from kravkompass.ui.views.meeting import FINGER, MeetingView


def tap(screen: QPointingDevice, target: QWidget) -> None:
    """Put a finger on the middle of something and lift it."""
    window, middle = target.window(), target.mapTo(target.window(), QPoint(target.width() // 2, target.height() // 2))
    QTest.touchEvent(window.windowHandle(), screen).press(0, middle).commit()
    QTest.touchEvent(window.windowHandle(), screen).release(0, middle).commit()
    QApplication.processEvents()


def buttons(view: MeetingView) -> list[QAbstractButton]:
    QApplication.processEvents()
    return [one for one in view.findChildren(QAbstractButton) if one.isVisible() and not one.visibleRegion().isEmpty()]


def button(view: MeetingView, words: str) -> QAbstractButton:
    return next(one for one in buttons(view) if words in {one.text(), one.accessibleName()})


def test_a_matter_is_judged_and_left_by_tapping(opened: Opened) -> None:
    view, finger = opened(), QTest.createTouchDevice()
    view.go_to(view._screen.matters[0].id)
    tap(finger, button(view, "Uppfyllt"))
    assert status_of(view) is Status.MET
    tap(finger, button(view, "Nästa"))
    assert view._screen.at == view._screen.matters[1].id


def test_what_is_pressed_at_a_matter_is_large_enough_for_a_finger(opened: Opened) -> None:
    view = opened()
    view.go_to(view._screen.matters[0].id)
    small = {one.accessibleName() or one.text(): (one.width(), one.height()) for one in buttons(view) if min(one.width(), one.height()) < FINGER}
    assert not small
