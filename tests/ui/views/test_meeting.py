"""A meeting at the window: by keyboard alone, in any language, saved as one writes, with nothing of another supplier to be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.screens.meeting_world import DAY, UNSEEN, World, make_world, photo

from kravkompass.errors import DiskFullError
from kravkompass.followup.activity import Status
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.meeting import Matter, MeetingKind, MeetingState, Pledge, Promise, Side
from kravkompass.language import Language, pseudo_translation, translation
from kravkompass.purchases.store import Store
from kravkompass.screens.meeting import READ_THROUGH, WHO
from kravkompass.ui.application import Desk
from kravkompass.ui.view import View
from kravkompass.ui.views.meeting import MeetingView
from kravkompass.ui.widgets.table import DataTable
from kravkompass.ui.window import Window
from kravkompass.ui.work import Workers

Opened = Callable[..., MeetingView]


@pytest.fixture
def world(store: Store) -> World:
    return make_world(store)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[Window]:
    workers = Workers()
    made = Window(desk, [], workers)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.workers = workers  # type: ignore[attr-defined]
    yield made
    workers.close()


@pytest.fixture
def opened(world: World, window: Window, desk: Desk, qtbot: QtBot) -> Opened:
    """Open a meeting at the window."""

    def open_it(kind: MeetingKind = MeetingKind.START) -> MeetingView:
        def back() -> View:
            raise AssertionError

        view = MeetingView(desk.voice, world.meeting(kind), window.workers, back)  # type: ignore[attr-defined]
        window.open(view)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return view

    return open_it


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is now."""
    holder = QApplication.focusWidget()
    assert holder is not None
    QTest.keyClick(holder, key, modifier)
    QApplication.processEvents()


def write(words: str) -> None:
    """Write words where the keyboard is now."""
    for letter in words:
        holder = QApplication.focusWidget()
        assert holder is not None
        # QTest.keyClicks knows ASCII only.
        QApplication.sendEvent(holder, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    QApplication.processEvents()


def seen(inside: QWidget) -> str:
    """All that can be read on the window."""
    QApplication.processEvents()
    said: list[str] = []
    for one in inside.findChildren(QWidget):
        if one.isVisible():
            said += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
            if isinstance(one, QLabel | QAbstractButton | QLineEdit):
                said.append(one.text())
            elif isinstance(one, QPlainTextEdit):
                said.append(one.toPlainText())
            elif isinstance(one, QComboBox):
                said += [one.itemText(place) for place in range(one.count())]
            elif isinstance(one, DataTable):
                model = one.model()
                said += [str(model.index(row, column).data()) for row in range(model.rowCount()) for column in range(model.columnCount())]
    return "\n".join(said)


def status_of(view: MeetingView) -> Status | None:
    """How the matter on the table stands."""
    assert view._screen.matter is not None
    return view._screen.matter.status


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
    view.who._come(view._screen.meeting.present[0].__class__("Bo Berg", "Kvalitetschef"))
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
    answers = iter([False, True])
    monkeypatch.setattr("kravkompass.ui.views.meeting_reading.ask", lambda *_args, **_named: next(answers))
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
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
