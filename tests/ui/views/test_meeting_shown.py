"""A meeting at the window: in any language, for everyone, with nothing of another supplier to be seen, until it is closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from tests.screens.meeting_world import DAY, UNSEEN, World
from tests.ui.views.conftest import Opened
from tests.ui.views.hands import press, seen, write

from kravkompass.errors import DiskFullError
from kravkompass.followup.activity import Status
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.meeting import Matter, MeetingKind, MeetingState, Promise, Side
from kravkompass.language import Language, pseudo_translation, translation
from kravkompass.screens.meeting import READ_THROUGH, WHO
from kravkompass.ui.application import Desk
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.views.meeting import MeetingView
from kravkompass.ui.widgets.table import DataTable
from kravkompass.ui.window import Window


@pytest.mark.parametrize("kind", list(MeetingKind))
def test_nothing_of_another_supplier_is_on_the_screen(opened: Opened, world: World, window: Window, kind: MeetingKind) -> None:
    with world.store.change() as change:
        change.contracts.keep(Deviation("", world.contract.id, world.other.id, "", DAY, f"Hos {UNSEEN}"))
        change.contracts.keep(Promise("", world.contract.id, world.other.id, "m", f"Av {UNSEEN}", "X", Side.SUPPLIER))
    view = opened(kind)
    said = seen(window)
    for _ in view._screen.steps:
        press(Qt.Key.Key_PageDown)
        said += seen(window)
    view.show_all()
    said += seen(window)
    assert UNSEEN not in said
    assert "K99" not in said
    assert "Hemlig" not in said


def test_the_language_is_switched_in_the_middle_of_the_meeting(opened: Opened, desk: Desk) -> None:
    view = opened()
    view.step(1)
    press(Qt.Key.Key_F2)
    write("Halvskriv")
    view.speaks.emit(Language.BOKMAL)
    QApplication.processEvents()
    assert desk.voice.translation.language is Language.BOKMAL
    said = seen(view)
    assert "demand K01 nb" in said
    assert "Delvis oppfylt" in said
    assert "partly K01 nb" in said
    assert view.one.note.value == "Halvskriv"
    assert view._screen.at == view._screen.matters[0].id
    view.speaks.emit(Language.NYNORSK)
    QApplication.processEvents()
    assert "demand K01 nb" in seen(view)
    assert "Bokmål" in seen(view.one)
    view.speaks.emit(Language.SWEDISH)
    QApplication.processEvents()
    assert "demand K01 sv" in seen(view)
    assert view.one.note.value == "Halvskriv"


@pytest.mark.parametrize("step", ["who", "matter", "all", "reading"])
def test_every_text_is_said_in_the_language_of_the_window(opened: Opened, desk: Desk, step: str) -> None:
    view = opened()
    if step == "matter":
        view.step(1)
        view.one.pledges.add()
    elif step == "all":
        view.show_all()
    elif step == "reading":
        view._screen.write(view._screen.matters[0].id, status=Status.NOT_MET)
        view.go_to(READ_THROUGH)
    swedish = translation(Language.SWEDISH)
    before = {line for line in seen(view).splitlines() if line.strip()}
    desk.voice.switch(pseudo_translation())
    QApplication.processEvents()
    after = {line for line in seen(view).splitlines() if line.strip()}
    content = {line for line in before & after if "⟦" not in line}
    names = {"Svenska", "Bokmål", "Nynorsk", "Frukt i Provstad AB", "Bo Berg", "Ida Ek", "Åsa Öst"}
    left = {line for line in content - names if not any(part in line for part in (" K0", "K0")) and not line.isdigit()}
    assert left == set(), f"not said anew: {left}"
    assert swedish.say("Next") not in after


def test_every_control_has_a_name_and_takes_the_keyboard(opened: Opened) -> None:
    view = opened()
    steps: tuple[Callable[[], object], ...] = (lambda: None, lambda: view.step(1), view.one.pledges.add, view.show_all, lambda: view.go_to(READ_THROUGH))
    for go in steps:
        go()
        QApplication.processEvents()
        controls = [one for one in view.findChildren(QWidget) if one.isVisible() and isinstance(one, QAbstractButton | QLineEdit | QPlainTextEdit | DataTable)]
        assert not [one for one in controls if not one.accessibleName()]
        # Of answers that exclude each other Tab stops at one.
        alone = [one for one in controls if one.isEnabled() and not isinstance(one, QRadioButton)]
        assert not [one for one in alone if not one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_what_cannot_be_saved_is_told_in_the_foot_and_saved_later(
    opened: Opened, world: World, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    view = opened()
    view.step(1)

    def full(_self: object, _part: object) -> None:
        raise DiskFullError(path=Path("kravkompass.sqlite"))

    with monkeypatch.context() as broken:
        broken.setattr("kravkompass.purchases.keeping.Keeper.keep", full)
        press(Qt.Key.Key_F2)
        write("Viktigt")
        press(Qt.Key.Key_Escape)
        assert "Inte sparat än" in seen(view.foot)
        press(Qt.Key.Key_PageDown)
        press(Qt.Key.Key_1)
        assert view._screen.at == view._screen.matters[1].id
    view.saving._again.setInterval(10)
    view.saving._again.start()
    qtbot.waitUntil(lambda: view._screen.is_saved)
    first, second, _ = world.store.parts(Matter, ("position",))
    assert (first.note, second.status) == ("Viktigt", Status.MET)
    assert "Inte sparat" not in seen(view.foot)


def test_reading_through_leads_back_and_closing_asks_first(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    view = opened()
    view.step(1)
    press(Qt.Key.Key_3)
    view.go_to(READ_THROUGH)
    states = [view._screen.meeting.state]
    press(Qt.Key.Key_Return)
    assert view._screen.at == view._screen.matters[0].id
    view.go_to(READ_THROUGH)
    asked: list[str] = []
    answers = iter([0, 2, 1])

    def answer(prompt: Prompt) -> int:
        asked.append(prompt.accessibleDescription())
        return next(answers)

    monkeypatch.setattr(Prompt, "exec", answer)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == [asked[0]] * 2
    assert asked[0].startswith("2 punkter har inte gåtts igenom. ")
    assert view._screen.at == view._screen.matters[1].id, "the first one left"
    view.go_to(READ_THROUGH)
    states.append(view._screen.meeting.state)
    with qtbot.waitSignal(view.done.made, timeout=20_000):
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    states.append(view._screen.meeting.state)
    assert states == [MeetingState.READ_THROUGH, MeetingState.READ_THROUGH, MeetingState.CLOSED]
    assert view._screen.meeting.minutes
    assert "Protokollet är klart" in seen(view)
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_1)
    assert view._screen.is_closed


def test_an_interrupted_meeting_opens_where_it_was(opened: Opened, world: World, desk: Desk, window: Window) -> None:
    view = opened()
    view.step(2)
    again = MeetingView(desk.voice, world.meetings.open(view._screen.meeting.id), window.workers, lambda: view)  # type: ignore[attr-defined]
    window.open(again)
    assert again._screen.at == view._screen.at != WHO
    assert again._stack.currentWidget() is again.one
