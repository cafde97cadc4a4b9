"""The window, long work, actions, messages and faults."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, ClassVar

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from kravkompass.errors import KnownError
from kravkompass.language import Language, Translation, pseudo_translation
from kravkompass.ui import prompts
from kravkompass.ui.actions import Action, Actions
from kravkompass.ui.application import Desk
from kravkompass.ui.crash import Crash, CrashPrompt, report, start_log
from kravkompass.ui.theme import Appearance
from kravkompass.ui.view import View
from kravkompass.ui.widgets.button import Button
from kravkompass.ui.widgets.text_fields import TextField
from kravkompass.ui.widgets.toast import Toast
from kravkompass.ui.window import Destination, Window
from kravkompass.ui.work import Job, Report, Step, Workers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kravkompass.ui.language import Voice


class Probe(View):
    """A view that counts."""

    kinds: ClassVar[frozenset[str]] = frozenset({"purchase"})

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice)
        self.refreshed = 0
        self.field = TextField(voice, "Namn")
        QVBoxLayout(self).addWidget(self.field)

    def title(self, say: Translation) -> str:
        return say.say("Requirement")

    def refresh(self) -> None:
        self.refreshed += 1


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    made.close()


@pytest.fixture
def window(desk: Desk, workers: Workers, qtbot: QtBot) -> Window:
    places = [
        Destination("one", "Ett", "home", lambda: Probe(desk.voice)),
        Destination("two", "Två", "catalog", lambda: Probe(desk.voice)),
    ]
    made = Window(desk, places, workers)
    qtbot.addWidget(made)
    made.show()
    return made


def probe(window: Window) -> Probe:
    assert isinstance(window.view, Probe)
    return window.view


def test_only_the_view_that_is_seen_refreshes(window: Window) -> None:
    window.go("one")
    first = probe(window)
    window.go("two")
    second = probe(window)
    window.changed(["requirement"])
    assert (first.refreshed, second.refreshed) == (1, 1)
    window.changed(["purchase"])
    assert (first.refreshed, second.refreshed) == (1, 2)
    window.go("one")
    assert first.refreshed == 2
    window.go("two")
    assert second.refreshed == 2


def test_news_from_another_thread(window: Window, qtbot: QtBot) -> None:
    window.go("one")
    teller = threading.Thread(target=lambda: window.changed(["purchase"]))
    teller.start()
    teller.join()
    qtbot.waitUntil(lambda: probe(window).refreshed == 2)


def test_half_written_text_is_handed_on_when_the_view_is_left(window: Window, qtbot: QtBot) -> None:
    window.go("one")
    field = probe(window).field
    heard: list[object] = []
    field.changed.connect(heard.append)
    qtbot.keyClicks(field, "Frukt")
    window.go("two")
    assert heard == ["Frukt"]


def test_a_view_without_destination_is_let_go(desk: Desk, window: Window, qtbot: QtBot) -> None:
    window.go("one")
    passing = Probe(desk.voice)
    with qtbot.waitSignal(passing.destroyed):
        window.open(passing)
        assert window.view is passing
        window.view.go.emit("two")


def test_title_follows_the_language(desk: Desk, window: Window) -> None:
    window.go("one")
    desk.voice.switch(pseudo_translation())
    QCoreApplication.sendPostedEvents()
    assert "⟦" in window.windowTitle()


def test_person_chooses_language_look_and_size(desk: Desk, window: Window, qtbot: QtBot) -> None:
    tastes = window.tastes
    with qtbot.waitSignal(tastes.language_chosen) as chosen:
        tastes.choose_language(Language.NYNORSK)
    assert chosen.args == [Language.NYNORSK]
    assert desk.voice.translation.language is Language.NYNORSK
    with qtbot.waitSignal(tastes.look_chosen) as worn:
        tastes.choose_look(Appearance.DARK)
    assert worn.args == [Appearance.DARK, 1.0]
    tastes.zoom(1.1)
    assert desk.theme.scale == pytest.approx(1.1)
    tastes.zoom(0)
    assert desk.theme.scale == 1.0
    assert [action.text() for action in tastes._language_menu().actions()] == ["Svenska", "Bokmål", "Nynorsk"]


def test_job_steps_and_finishes(workers: Workers, qtbot: QtBot) -> None:
    def work(report: Report) -> str:
        report(Step(1, 2, "Halva"))
        return "klar"

    job = Job(work, "Skriver")
    steps: list[Step] = []
    job.stepped.connect(steps.append)
    results: list[str] = []
    job.finished.connect(results.append)
    with qtbot.waitSignal(job.ended):
        workers.run(job, touches_store=True)
    assert steps == [Step(1, 2, "Halva")]
    assert results == ["klar"]


def test_job_stops_only_where_it_reports(window: Window, workers: Workers, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def work(report: Report) -> None:
        go_on.wait(5)
        report(Step(1))

    job = Job(work, "Väntar")
    workers.run(job)
    qtbot.waitUntil(window._jobs.isVisible)
    with qtbot.waitSignal(job.stopped):
        window._jobs._line.stop.emit()
        go_on.set()
    assert not window._jobs.isVisible()


def test_failed_job_reaches_whoever_catches_the_uncaught(window: Window, workers: Workers, qtbot: QtBot) -> None:
    assert window

    def work(_report: Report) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        job = Job(work)
        with qtbot.waitSignal(job.ended):
            workers.run(job)
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]


def test_actions_are_declared_once(desk: Desk, qtbot: QtBot) -> None:
    window = QPushButton()
    qtbot.addWidget(window)
    done: list[str] = []
    declared = [
        Action("new", lambda t: t.say("Requirement"), lambda: done.append("new"), "add", "Ctrl+N"),
        Action("never", "Aldrig", lambda: done.append("never"), possible=lambda: False),
    ]
    actions = Actions(desk.voice, declared, window)
    menu = actions.menu(["new", "-", "never"], window)
    assert [action.isSeparator() for action in menu.actions()] == [False, True, False]
    actions["new"].trigger()
    actions["never"].trigger()
    assert done == ["new"]
    assert not actions["new"].icon().isNull()
    desk.voice.switch(pseudo_translation())
    QCoreApplication.sendPostedEvents()
    assert "⟦" in actions["new"].text()
    assert "N" in actions["new"].toolTip()


def test_toast_undoes_once_and_goes(desk: Desk, window: Window) -> None:
    undone: list[int] = []
    toast = Toast(desk.voice, window)
    toast.show_message("Borttagen.", lambda: undone.append(1))
    assert toast.accessibleName() == "Borttagen."
    toast._button.click()
    assert undone == [1]
    assert not toast.isVisible()
    toast.show_message("Sparad.")
    assert not toast._button.isVisible()
    toast._timer.timeout.emit()
    assert not toast.isVisible()


@pytest.mark.parametrize(("press", "answer"), [(0, False), (1, True)])
def test_dangerous_question_has_its_safe_answer_on_enter(desk: Desk, press: int, answer: bool) -> None:
    def answer_it() -> None:
        prompt = QApplication.activeModalWidget()
        assert isinstance(prompt, prompts.Prompt)
        buttons = prompt.findChildren(QPushButton)
        safe = next(button for button in buttons if button.isDefault())
        other = next(button for button in buttons if not button.isDefault())
        (safe, other)[press].click()

    QTimer.singleShot(0, answer_it)
    assert prompts.ask(desk.voice, "Ta bort?", "Det kan ångras.", "Ta bort", danger=True) is answer


def test_known_error_is_told_and_a_fault_is_logged(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    log = start_log(tmp_path / "log")
    assert log is not None
    crash = Crash(desk.voice, log)
    told: list[type] = []

    def close_it() -> None:
        prompt = QApplication.activeModalWidget()
        if prompt is None:
            return
        told.append(type(prompt))
        prompt.close()

    timer = QTimer(interval=20)
    timer.timeout.connect(close_it)
    timer.start()
    crash.take(KnownError())
    qtbot.waitUntil(lambda: told == [prompts.Prompt])
    assert not log.read_text(encoding="utf-8")
    crash.take(ZeroDivisionError("secret"))
    qtbot.waitUntil(lambda: told == [prompts.Prompt, CrashPrompt])
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    timer.stop()


def test_report_of_a_fault_holds_no_data_of_the_person() -> None:
    def fail() -> None:
        raise ValueError("Frukt till Anna")

    with pytest.raises(ValueError, match="Frukt") as caught:
        fail()
    described = report(caught.value)
    assert "ValueError" in described
    assert "Anna" not in described


def test_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("", encoding="utf-8")
    assert start_log(taken / "log") is None


def test_enter_presses_a_button_as_space_does(voice: Voice, qtbot: QtBot) -> None:
    button = Button(voice, "Nästa")
    qtbot.addWidget(button)
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(button, key)
    assert len(pressed) == 3
