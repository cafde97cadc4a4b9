"""Widgets that go, and what other threads ask of the window."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kravkompass.ui.handing_over import HandingOver
from kravkompass.ui.letting_go import let_go


def test_a_widget_is_let_go_of_when_what_is_under_way_is_done(qtbot: QtBot) -> None:
    page, twice = QWidget(), QWidget()
    child = QPushButton(page)
    let_go(page)
    let_go(twice)
    let_go(twice)
    assert isValid(page)
    qtbot.waitUntil(lambda: not isValid(page))
    assert not isValid(child)
    assert not isValid(twice)


def test_nothing_is_let_go_of_while_a_prompt_above_it_is_open(qtbot: QtBot) -> None:
    page, loop = QWidget(), QEventLoop()
    seen: list[bool] = []

    def from_a_click() -> None:
        let_go(page)
        QTimer.singleShot(20, lambda: seen.append(isValid(page)))
        QTimer.singleShot(30, loop.quit)
        loop.exec()

    QTimer.singleShot(0, from_a_click)
    qtbot.waitUntil(lambda: not isValid(page))
    assert seen == [True]


def test_calls_from_other_threads_are_made_in_the_windows_thread_and_in_order(qtbot: QtBot) -> None:
    handing = HandingOver()
    made: list[tuple[int, int]] = []

    def note(number: int) -> None:
        made.append((number, threading.get_ident()))

    def from_elsewhere() -> None:
        for number in range(3):
            handing.put(partial(note, number))
        handing.at_once(partial(note, 3))

    handing.at_once(partial(note, -1))
    threading.Thread(target=from_elsewhere).start()
    qtbot.waitUntil(lambda: len(made) == 5)
    assert made == [(number, threading.get_ident()) for number in range(-1, 4)]
