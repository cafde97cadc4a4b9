"""The window and Qt itself speak the language that was chosen, at once and everywhere."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.kit.showcase import KIT, words

from kravkompass.language import Language, pseudo_translation, translation
from kravkompass.ui.language import QtTexts, Voice
from kravkompass.ui.widgets.table import Column, DataTable
from kravkompass.ui.widgets.text_fields import TextField
from kravkompass.ui.widgets.value_fields import AmountField, DateField


def spoken(widget: QWidget) -> list[str]:
    """Every text that a widget and all within it show or tell a screen reader."""
    found: list[str] = []
    for one in [widget, *widget.findChildren(QWidget)]:
        found += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        if isinstance(one, QLabel | QAbstractButton):
            found.append(one.text())
        if isinstance(one, QLineEdit | QPlainTextEdit):
            found.append(one.placeholderText())
    return [text for text in found if any(letter.isalpha() for letter in text)]


@pytest.mark.parametrize("name", KIT)
def test_every_widget_speaks_the_new_language_at_once(name: str, voice: Voice, qtbot: QtBot) -> None:
    widget = KIT[name](voice)
    qtbot.addWidget(widget)
    before = spoken(widget)
    assert before
    voice.switch(pseudo_translation())
    qtbot.wait(1)
    QCoreApplication.sendPostedEvents()
    # A language is called what those who speak it call it.
    own_names = {one.own_name for one in Language}
    unsaid = [text for text in spoken(widget) if "⟦" not in text and text not in own_names]
    assert not unsaid
    voice.switch(translation(Language.SWEDISH))
    QCoreApplication.sendPostedEvents()
    assert spoken(widget) == before


def test_table_speaks_the_new_language(voice: Voice, qtbot: QtBot) -> None:
    table: DataTable[int] = DataTable(voice, words, [Column(words, lambda row, t: t.count("{n} day", "{n} days", row))])
    qtbot.addWidget(table)
    table.put([3])
    voice.switch(pseudo_translation())
    model = table.model()
    assert "⟦" in str(model.headerData(0, Qt.Orientation.Horizontal))
    assert "⟦" in str(model.index(0, 0).data())


def test_half_written_text_survives(voice: Voice, qtbot: QtBot) -> None:
    text, amount = TextField(voice, words), AmountField(voice, words)
    for field in (text, amount):
        qtbot.addWidget(field)
        qtbot.keyClicks(field, "12x")
    voice.switch(pseudo_translation())
    QCoreApplication.sendPostedEvents()
    assert text.text() == "12x"
    assert amount.text() == "12x"


def test_qt_is_never_left_speechless() -> None:
    texts = QtTexts()
    assert not texts.isEmpty()
    for language in Language:
        texts.speak(translation(language))
        assert texts.translate("QPlatformTheme", "Cancel")
        assert texts.translate("nowhere", "never heard of") == "never heard of"


def test_qts_own_buttons_speak_swedish_and_nynorsk(voice: Voice, qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert cancel.text().replace("&", "") == "Avbryt"
    voice.switch(translation(Language.NYNORSK))
    QCoreApplication.sendPostedEvents()
    assert cancel.text().replace("&", "") == "Avbryt"
    voice.switch(pseudo_translation())
    QCoreApplication.sendPostedEvents()
    assert cancel.text()


def test_numbers_and_days_are_written_anew(voice: Voice, qtbot: QtBot) -> None:
    day = DateField(voice)
    qtbot.addWidget(day)
    day.put_value(dt.date(2027, 3, 1))
    field = day.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == "2027-03-01"
    voice.switch(translation(Language.BOKMAL))
    QCoreApplication.sendPostedEvents()
    assert field.text() == "01.03.2027"
