"""The field for a document's languages: a second one is offered beside the first, never the same twice."""

from __future__ import annotations

from kravkompass.language import Language, Languages
from kravkompass.ui.application import Desk
from kravkompass.ui.widgets.document_languages import DocumentLanguages


def offered(field: DocumentLanguages) -> list[str]:
    return [field.beside.itemText(place) for place in range(field.beside.count())]


def test_a_second_language_is_offered_beside_the_first(desk: Desk) -> None:
    field = DocumentLanguages(desk.voice)
    told: list[Languages] = []
    field.changed.connect(told.append)
    field.put_value(Languages(Language.SWEDISH, Language.BOKMAL))
    assert not told
    assert field.value == Languages(Language.SWEDISH, Language.BOKMAL)
    assert offered(field)[1:] == ["Bokmål", "Nynorsk"]
    field.first._group.button(1).click()
    assert told == [Languages(Language.BOKMAL)]
    assert offered(field)[1:] == ["Svenska", "Nynorsk"]
    field.beside.setCurrentIndex(2)
    field.beside.activated.emit(2)
    assert told[-1] == field.value == Languages(Language.BOKMAL, Language.NYNORSK)
