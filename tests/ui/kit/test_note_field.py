"""A note warns in words when an identity number is written in it, and stops when it is taken away."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kravkompass.language import Language, translation
from kravkompass.ui.language import Voice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.note_field import NoteArea, NoteLine


@pytest.mark.parametrize("kind", [NoteArea, NoteLine])
def test_a_note_warns_while_an_identity_number_is_written(kind: type[NoteArea | NoteLine], voice: Voice, qtbot: QtBot) -> None:
    note = kind(voice)
    field = Field(voice, "Anteckning", note)
    qtbot.addWidget(field)
    qtbot.keyClicks(note, "Praktik, 850709-980")
    assert not note.accessibleDescription()
    qtbot.keyClicks(note, "5")
    assert note.points_out
    assert "personnummer" in note.accessibleDescription()
    voice.switch(translation(Language.NYNORSK))
    field.retranslate()
    assert "person" in note.accessibleDescription()
    note.clear()
    assert not note.accessibleDescription()


def test_a_note_that_is_shown_warns_too(voice: Voice, qtbot: QtBot) -> None:
    note = NoteArea(voice)
    field = Field(voice, "Anteckning", note)
    qtbot.addWidget(field)
    note.put_value("701063-2391 slutade i maj")
    assert "samordningsnummer" in note.accessibleDescription()
