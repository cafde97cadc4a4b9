"""A meeting at the window by keyboard alone: statuses, notes, promises and files, saved as one writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.screens.meeting_world import World, photo
from tests.ui.views.conftest import Opened
from tests.ui.views.hands import press, seen, status_of, write

from kravkompass.followup.activity import Status
from kravkompass.followup.meeting import Attendant, Matter, MeetingState, Pledge, Side
from kravkompass.screens.meeting import READ_THROUGH
from kravkompass.ui.window import Window


def test_a_meeting_has_the_window_to_itself(opened: Opened, window: Window) -> None:
    view = opened()
    assert window.view is view
    assert not window._rail.isVisible()
    assert "Frukt i Provstad AB" in window.windowTitle()
    assert view._screen.meeting.state is MeetingState.RUNNING


def test_number_keys_choose_the_status_and_page_down_goes_on(opened: Opened) -> None:
    view = opened()
    press(Qt.Key.Key_PageDown)
    for key, status in zip((Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_5), (Status.MET, Status.NOT_MET, Status.NOT_APPLICABLE), strict=True):
        press(key)
        assert status_of(view) is status
        press(Qt.Key.Key_PageDown)
    assert view._screen.at == READ_THROUGH
    assert [one.status for one in view._screen.matters] == [Status.MET, Status.NOT_MET, Status.NOT_APPLICABLE]


@pytest.mark.parametrize(
    ("key", "modifier", "by"),
    [
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, -1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, 1),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, -1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, -1),
    ],
)
def test_keys_go_from_matter_to_matter(opened: Opened, key: Qt.Key, modifier: Qt.KeyboardModifier, by: int) -> None:
    view = opened()
    view.go_to(view._screen.matters[1].id)
    press(key, modifier)
    assert view._screen.at == view._screen.matters[1 + by].id


def test_up_and_down_choose_nothing_by_accident(opened: Opened) -> None:
    view = opened()
    view.step(1)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert status_of(view) is None
    press(Qt.Key.Key_Space)
    assert status_of(view) is Status.NOT_MET


def test_figures_written_in_a_note_are_words_and_alt_still_chooses(opened: Opened) -> None:
    view = opened()
    view.step(1)
    press(Qt.Key.Key_F2)
    write("12 av 35")
    assert status_of(view) is None
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert status_of(view) is Status.PARTLY
    press(Qt.Key.Key_Escape)
    assert view._screen.matters[0].note == "12 av 35"
    press(Qt.Key.Key_4)
    assert status_of(view) is Status.NOT_CHECKED


def test_page_down_goes_on_from_inside_a_note_and_keeps_it(opened: Opened) -> None:
    view = opened()
    view.step(1)
    first, second = view._screen.matters[0].id, view._screen.matters[1].id
    press(Qt.Key.Key_F2)
    write("Första")
    press(Qt.Key.Key_PageDown)
    assert view._screen.at == second
    assert view.one.note.value == ""
    press(Qt.Key.Key_F2)
    write("Andra")
    press(Qt.Key.Key_PageUp)
    assert view._screen.at == first
    assert view.one.note.value == "Första"
    assert [one.note for one in view._screen.matters] == ["Första", "Andra", ""]


def test_writing_is_saved_within_a_second_however_fast(opened: Opened, world: World, qtbot: QtBot) -> None:
    view = opened()
    view.step(1)
    press(Qt.Key.Key_F2)
    saved: list[str] = []
    for _ in range(25):
        write("a")
        qtbot.wait(40)
        saved.append(world.store.part(Matter, view._screen.at).note)
    assert saved[-1]
    assert len(set(saved)) > 1
    qtbot.waitUntil(lambda: world.store.part(Matter, view._screen.at).note == "a" * 25, timeout=1000)


def test_a_promise_by_keyboard_with_its_owner_suggested(opened: Opened) -> None:
    view = opened()
    view.who._come(Attendant("Bo Berg", "Kvalitetschef"))
    view.step(1)
    press(Qt.Key.Key_F3)
    write("Skicka listan")
    press(Qt.Key.Key_Tab)
    write("Bo Berg")
    press(Qt.Key.Key_Tab)
    write("2027-10-01")
    assert view._screen.matter is not None
    assert view._screen.matter.pledges == (Pledge("Skicka listan", "Bo Berg", Side.SUPPLIER, date(2027, 10, 1)),)


def test_a_file_by_keyboard(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    view = opened()
    view.step(1)
    file = photo(tmp_path, 1, 400, 300)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(file)], ""))
    matter = view._screen.matters[0].id
    with qtbot.waitSignal(view.one.files.changed, timeout=10_000):
        press(Qt.Key.Key_F4)
        press(Qt.Key.Key_PageDown)
    assert [len(one.evidence) for one in view._screen.matters] == [1, 0, 0]
    view.go_to(matter)
    assert "bild-1.jpg" in seen(view)


def test_all_matters_show_how_each_stands_and_lead_to_each(opened: Opened) -> None:
    view = opened()
    view.step(1)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_F7)
    assert "Delvis uppfyllt" in seen(view.every)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert view._screen.at == view._screen.matters[1].id
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_F7)
    assert view._screen.at == view._screen.matters[1].id
    press(Qt.Key.Key_F6)
    assert view._screen.at == view._screen.matters[2].id


def test_a_point_of_its_own_can_be_taken_up(opened: Opened) -> None:
    view = opened()
    view.show_all()
    view.every.point.setFocus()
    write("Leveranser i sommar")
    press(Qt.Key.Key_Return)
    assert view._screen.matter is not None
    assert view._screen.matter.title == "Leveranser i sommar"
    assert "Leveranser i sommar" in seen(view.one)
