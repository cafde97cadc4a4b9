"""Fields read what people write, hand it on once, and can be used by keyboard alone."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kravkompass.language import Language, translation
from kravkompass.ui.language import Voice
from kravkompass.ui.typed import read_day, read_number
from kravkompass.ui.widgets.choice import Alternative, Choice, MultiChoice, yes_no
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.text_fields import Pace, SearchField, TextArea, TextField
from kravkompass.ui.widgets.value_fields import AmountField, DateField, NumberField


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1500", "1500"),
        ("1 500", "1500"),
        ("1\u00a0250\u00a0000", "1250000"),
        ("1.500", "1500"),
        ("1.250.000", "1250000"),
        ("1500,50", "1500.50"),
        ("12.5", "12.5"),
        ("250 000 kr", "250000"),
        ("250 000 SEK", "250000"),
        ("25 %", "25"),
        ("−3", "-3"),
    ],
)
def test_numbers_as_people_write_them(typed: str, meant: str) -> None:
    assert read_number(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["", "tolv", "1,2,3", "12 apples", "--1", "1.50.0"])
def test_what_is_no_number(typed: str) -> None:
    assert read_number(typed) is None


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(list(Language)))
def test_numbers_are_read_as_they_are_written(number: int, language: Language) -> None:
    assert read_number(translation(language).formats.number(number)) == number


@given(st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2099, 12, 31)), st.sampled_from(list(Language)))
def test_days_are_read_as_they_are_written(day: dt.date, language: Language) -> None:
    assert read_day(translation(language).formats.short_date(day)) == day


@pytest.mark.parametrize("typed", ["1.3.2027", "01.03.27", "1/3 2027", "2027-03-01", "20270301", " 2027-3-1 "])
def test_days_as_people_write_them(typed: str) -> None:
    assert read_day(typed) == dt.date(2027, 3, 1)


@pytest.mark.parametrize("typed", ["", "31.2.2027", "2027", "mars", "2027-13-01"])
def test_what_is_no_day(typed: str) -> None:
    assert read_day(typed) is None


def test_text_is_handed_on_once_and_without_space_around(voice: Voice, qtbot: QtBot) -> None:
    field = TextField(voice, "Namn")
    qtbot.addWidget(field)
    heard: list[object] = []
    field.changed.connect(heard.append)
    qtbot.keyClicks(field, " Frukt ")
    field.commit()
    field.commit()
    assert heard == ["Frukt"]


def test_text_is_handed_on_after_a_pause(voice: Voice, qtbot: QtBot) -> None:
    field = TextField(voice, "Namn", pace=Pace(10))
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed, timeout=2000):
        qtbot.keyClicks(field, "Frukt")


def test_text_is_handed_on_soon_however_fast_one_writes(voice: Voice, qtbot: QtBot) -> None:
    area = TextArea(voice, "Anteckning", pace=Pace(150, 400))
    qtbot.addWidget(area)
    heard: list[object] = []
    area.changed.connect(heard.append)
    for _ in range(30):
        qtbot.keyClicks(area, "a")
        qtbot.wait(40)
    assert 2 <= len(heard) <= 6
    with qtbot.waitSignal(area.changed, timeout=2000):
        qtbot.keyClicks(area, "b")


def test_a_day_can_be_handed_on_as_it_is_written(voice: Voice, qtbot: QtBot) -> None:
    field = DateField(voice, "Dag", soon=True)
    qtbot.addWidget(field)
    heard: list[object] = []
    field.changed.connect(heard.append)
    qtbot.keyClicks(field._text, "2028-02-2")
    assert heard == [dt.date(2028, 2, 2)]
    qtbot.keyClicks(field._text, "9")
    assert heard == [dt.date(2028, 2, 2), dt.date(2028, 2, 29)]
    field.commit()
    assert heard == [dt.date(2028, 2, 2), dt.date(2028, 2, 29)]


def test_area_hands_on_when_left_and_grows(voice: Voice, qtbot: QtBot) -> None:
    area = TextArea(voice, "Skäl")
    qtbot.addWidget(area)
    area.show()
    low = area.height()
    heard: list[object] = []
    area.changed.connect(heard.append)
    area.insertPlainText("a\nb\nc\nd\ne")
    area.commit()
    assert heard == ["a\nb\nc\nd\ne"]
    assert area.height() > low


def test_area_that_is_filled_by_the_program_hands_nothing_on(voice: Voice, qtbot: QtBot) -> None:
    area = TextArea(voice, "Skäl")
    qtbot.addWidget(area)
    heard: list[object] = []
    area.changed.connect(heard.append)
    area.put_value("Frukt")
    area.commit()
    assert not heard


def test_amount_is_read_written_and_handed_on(voice: Voice, qtbot: QtBot) -> None:
    field = AmountField(voice, "Värde")
    qtbot.addWidget(field)
    heard: list[object] = []
    field.changed.connect(heard.append)
    qtbot.keyClicks(field, "1250000 kr")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == [Decimal(1250000)]
    assert "".join(field.text().split()) == "1250000"
    assert field.text() != "1250000"
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    field.commit()
    assert heard == [Decimal(1250000), None]


def test_field_says_what_is_wrong_and_stops_saying_it(voice: Voice, qtbot: QtBot) -> None:
    number = NumberField(voice, "Andel", least=0, most=100)
    field = Field(voice, "Andel", number, unit="%")
    qtbot.addWidget(field)
    field.show()
    heard: list[object] = []
    number.changed.connect(heard.append)
    for typed in ("130", "tolv"):
        number.selectAll()
        qtbot.keyClicks(number, typed)
        number.commit()
        assert number.accessibleDescription()
        assert number.property("wrong")
        assert number.text() == typed
    number.selectAll()
    qtbot.keyClicks(number, "30")
    number.commit()
    assert not number.accessibleDescription()
    assert heard == [Decimal(30)]


def test_day_can_be_written_and_picked(voice: Voice, qtbot: QtBot) -> None:
    field = DateField(voice, "Börjar")
    qtbot.addWidget(field)
    field.show()
    heard: list[object] = []
    field.changed.connect(heard.append)
    text = field.findChild(QLineEdit)
    assert isinstance(text, QLineEdit)
    qtbot.keyClicks(text, "1.3.2027")
    field.commit()
    assert text.text() == "2027-03-01"
    assert heard == [dt.date(2027, 3, 1)]
    field._picked(dt.date(2027, 4, 2))
    assert heard[-1] == dt.date(2027, 4, 2)
    assert field.value == dt.date(2027, 4, 2)


def chosen(field: Choice | Select) -> object:
    """Read the answer anew each time; a type checker takes a property for unchanging."""
    return field.value


def test_choice_by_keyboard(voice: Voice, qtbot: QtBot) -> None:
    choice = Choice(voice, [Alternative(name, name) for name in "abc"])
    qtbot.addWidget(choice)
    choice.show()
    choice.activateWindow()
    qtbot.waitUntil(choice.isActiveWindow)
    assert chosen(choice) is None
    heard: list[object] = []
    choice.changed.connect(heard.append)
    choice.setFocus()
    first = QApplication.focusWidget()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert chosen(choice) == "a"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert chosen(choice) == "b"
    assert heard == ["a", "b"]
    choice.put_value(None)
    assert chosen(choice) is None
    assert heard == ["a", "b"]


def test_yes_no_and_unknown(voice: Voice, qtbot: QtBot) -> None:
    choice = yes_no(voice, unknown="unknown")
    qtbot.addWidget(choice)
    heard: list[object] = []
    choice.changed.connect(heard.append)
    for button in choice.findChildren(QAbstractButton):
        button.click()
    assert heard == [True, False, "unknown"]
    assert len(yes_no(voice).findChildren(QAbstractButton)) == 2


def test_many_answers(voice: Voice, qtbot: QtBot) -> None:
    many = MultiChoice(voice, [Alternative(name, name) for name in "abc"])
    qtbot.addWidget(many)
    heard: list[object] = []
    many.changed.connect(heard.append)
    many.put_value({"a"})
    many.findChildren(QAbstractButton)[2].click()
    assert heard == [frozenset("ac")]


def test_whole_row_can_be_pressed(voice: Voice, qtbot: QtBot) -> None:
    many = MultiChoice(voice, [Alternative("a", "a")])
    qtbot.addWidget(many)
    many.resize(500, 60)
    many.show()
    tick = many.findChildren(QAbstractButton)[0]
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() - 3, 3))
    assert many.value == {"a"}


def test_select_keeps_its_answer_and_ignores_the_wheel(voice: Voice, qtbot: QtBot) -> None:
    select = Select(voice, [Alternative(name, name) for name in "abc"], "Kommun")
    qtbot.addWidget(select)
    assert chosen(select) is None
    select.put_value("b")
    select.offer([Alternative(name, name) for name in "bcd"])
    assert chosen(select) == "b"
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    select.wheelEvent(down)
    assert chosen(select) == "b"
    assert not down.isAccepted()


def test_search_by_keyboard(voice: Voice, qtbot: QtBot) -> None:
    search = SearchField(voice)
    qtbot.addWidget(search)
    heard: list[object] = []
    search.changed.connect(heard.append)
    qtbot.keyClicks(search, "banan")
    with qtbot.waitSignal(search.downward):
        qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert heard == ["banan", ""]
