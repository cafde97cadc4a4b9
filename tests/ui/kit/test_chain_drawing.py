"""The drawing of a chain: every box has its place, can be reached by keyboard, and says what it is."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kravkompass.language import Language, pseudo_translation, translation
from kravkompass.ui.application import Desk
from kravkompass.ui.language import Voice
from kravkompass.ui.palettes import Tone
from kravkompass.ui.theme import Appearance
from kravkompass.ui.widgets.chain_drawing import BoxItem, ChainDrawing

BOXES = (
    BoxItem("s", 0, 0, "Leverantören", "556000-0000", Tone.ACCENT),
    BoxItem("a", 1, 0, "1 Importören & Co", "Nederländerna\nLåg risk", Tone.POSITIVE, parent="s"),
    BoxItem("b", 2, 0, "1.1 Packeriet", "Ecuador\nHög risk", Tone.NEGATIVE, parent="a"),
    BoxItem("c", 2, 1, "1.2 Odlarna i den mycket långa dalen bortom bergen", "Ecuador\nHög risk", Tone.NEGATIVE, parent="a"),
    BoxItem("d", 1, 2, "2 Okänd", "Okänt land\nOkänd risk", Tone.WARNING, broken=True, parent="s"),
)
COLUMNS = (lambda t: t.say("Supplier"), lambda t: t.say("Tier {n}", n=1), lambda t: t.say("Tier {n}", n=2))


@pytest.fixture
def drawing(voice: Voice, qtbot: QtBot) -> ChainDrawing:
    made = ChainDrawing(voice, lambda t: t.say("The supply chain"))
    qtbot.addWidget(made)
    made.put(COLUMNS, BOXES)
    made.resize(900, 500)
    made.show()
    return made


def boxes(drawing: ChainDrawing) -> dict[str, QAbstractButton]:
    return {one.objectName().removeprefix("box "): one for one in drawing.findChildren(QAbstractButton) if one.isVisibleTo(drawing)}


def test_every_box_has_its_place_and_none_covers_another(drawing: ChainDrawing) -> None:
    found = boxes(drawing)
    assert list(found) == ["s", "a", "b", "c", "d"]
    for one, other in itertools.combinations(found.values(), 2):
        assert not one.geometry().intersects(other.geometry())
    assert found["s"].y() == found["a"].y() == found["b"].y()
    assert found["b"].x() > found["a"].x() > found["s"].x()
    assert found["c"].y() > found["b"].y()


def test_every_box_says_what_it_is(drawing: ChainDrawing) -> None:
    assert drawing.accessibleName() == "Leveranskedjan"
    for item in BOXES:
        box = boxes(drawing)[item.id]
        assert (box.accessibleName(), box.accessibleDescription()) == (item.title, item.words)


def test_arrows_go_along_the_lines_and_up_and_down(drawing: ChainDrawing, qtbot: QtBot) -> None:
    heard: list[str] = []
    drawing.chosen.connect(heard.append)
    drawing.setFocus()
    for key, at in (
        (Qt.Key.Key_Right, "a"), (Qt.Key.Key_Right, "b"), (Qt.Key.Key_Right, "b"), (Qt.Key.Key_Down, "c"), (Qt.Key.Key_Left, "a"),
        (Qt.Key.Key_Down, "d"), (Qt.Key.Key_Up, "a"), (Qt.Key.Key_Home, "s"), (Qt.Key.Key_End, "d"),
    ):  # fmt: skip
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)
        assert drawing.value == at
        assert boxes(drawing)[at].hasFocus()
    assert heard == ["a", "b", "c", "a", "d", "a", "s", "d"]


def test_tab_reaches_one_box_only_and_enter_opens_it(drawing: ChainDrawing, qtbot: QtBot) -> None:
    drawing.choose("c")
    by_tab = [name for name, box in boxes(drawing).items() if box.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert by_tab == ["c"]
    heard: list[str] = []
    drawing.opened.connect(heard.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(boxes(drawing)["c"], key)
    assert heard == ["c", "c"]


def test_a_click_chooses(drawing: ChainDrawing, qtbot: QtBot) -> None:
    qtbot.mouseClick(boxes(drawing)["b"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(boxes(drawing)["b"], Qt.MouseButton.LeftButton)
    assert drawing.value == "b"
    assert boxes(drawing)["b"].isChecked()


def test_the_chosen_box_stays_chosen_when_the_drawing_changes(drawing: ChainDrawing) -> None:
    drawing.choose("d")
    drawing.setFocus()
    drawing.put(COLUMNS, BOXES[:2] + BOXES[4:])
    assert drawing.value == "d"
    assert boxes(drawing)["d"].hasFocus()
    drawing.put(COLUMNS, BOXES[:2])
    assert drawing.value == "s"
    drawing.put((), ())
    assert drawing.value == ""
    drawing.choose("gone")
    assert drawing.value == ""


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_no_words_are_cut_at_any_size(drawing: ChainDrawing, desk: Desk, scale: float) -> None:
    desk.theme.choose(Appearance.LIGHT, scale)
    QApplication.processEvents()
    for box in boxes(drawing).values():
        assert box.height() >= box.heightForWidth(box.width())


def test_it_speaks_the_new_language_at_once(voice: Voice, qtbot: QtBot) -> None:
    said = ChainDrawing(voice, lambda t: t.say("The supply chain"))
    qtbot.addWidget(said)
    said.put(COLUMNS, [BoxItem("a", 0, 0, lambda t: t.say("Supplier"), lambda t: t.say("Low risk"))])
    said.show()
    voice.switch(pseudo_translation())
    QApplication.processEvents()
    box = boxes(said)["a"]
    assert all("⟦" in words for words in (said.accessibleName(), box.accessibleName(), box.accessibleDescription()))
    voice.switch(translation(Language.SWEDISH))


def test_four_hundred_boxes_are_shown(drawing: ChainDrawing) -> None:
    many = [BOXES[0], *(BoxItem(str(n), 1 + n % 3, n, f"{n}", "Låg risk", parent="s" if n % 3 == 0 else str(n - 1)) for n in range(400))]
    drawing.put(COLUMNS, many)
    assert len(boxes(drawing)) == 401
    drawing.choose("399")
    assert drawing.value == "399"
