"""A field for the language of a document and a second one beside it, the same wherever a document is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kravkompass.language import Language, Languages
from kravkompass.ui.layout import column
from kravkompass.ui.look import LARGE
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.select import Select

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice, Wording

_ALONE = ""


class DocumentLanguages(QWidget):
    """The languages of a document. ``changed`` comes with them when the person chooses."""

    changed = Signal(object)

    def __init__(self, voice: Voice, label: Wording = "", beside_help: Wording = "") -> None:
        super().__init__()
        self.first = Segments(voice, [Alternative(one.value, one.own_name) for one in Language])
        self.beside = Select(voice)
        self.first.changed.connect(lambda _value: self._chosen())
        self.beside.changed.connect(lambda _value: self.changed.emit(self.value))
        inside = column(self, gap=LARGE)
        inside.addWidget(Field(voice, label or _of_the_documents, self.first, help_text=_theirs))
        inside.addWidget(Field(voice, lambda t: t.say("Second language"), self.beside, help_text=beside_help or _side_by_side))
        self.put_value(Languages(voice.translation.language))

    @property
    def value(self) -> Languages:
        """The languages that are chosen."""
        second = str(self.beside.value or _ALONE)
        return Languages(Language(str(self.first.value)), Language(second) if second else None)

    def put_value(self, languages: Languages) -> None:
        """Show which languages are chosen."""
        self.first.put_value(languages.first.value)
        self._offer()
        self.beside.put_value(languages.beside.value if languages.beside is not None else _ALONE)

    def _chosen(self) -> None:
        self._offer()
        self.changed.emit(self.value)

    def _offer(self) -> None:
        """Offer the other languages beside the first; one that has become the first stands beside it no more."""
        alone, chosen = Alternative(_ALONE, lambda t: t.say("One language only")), self.beside.value
        others = [Alternative(one.value, one.own_name) for one in Language if one.value != self.first.value]
        self.beside.offer([alone, *others])
        self.beside.put_value(chosen if chosen in {one.value for one in others} else _ALONE)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin at the first language."""
        self.first.setFocus(reason)


def _of_the_documents(t: Translation) -> str:
    return t.say("Language of the documents")


def _side_by_side(t: Translation) -> str:
    return t.say("Puts two languages side by side, for a supplier across the border.")


def _theirs(t: Translation) -> str:
    return t.say("Can be another than the window's: write in the supplier's language.")
