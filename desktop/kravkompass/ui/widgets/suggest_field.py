"""A field to write in that suggests what there is, in a list under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from kravkompass.ui.widgets.text_fields import AT_PAUSES, Pace, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.widgets.choice import Alternative

_WRITTEN = Qt.ItemDataRole.UserRole
MOST_SHOWN = 8


class SuggestField(TextField):
    """One line of words with suggestions. Arrow down goes into the list, Enter takes one, Escape closes it.

    ``picked`` comes with the value of the suggestion that was taken; the words written then are its wording.
    """

    picked = Signal(object)

    def __init__(
        self,
        voice: Voice,
        find: Callable[[str], Sequence[Alternative]],
        name: Wording = "",
        placeholder: Wording = "",
        *,
        keeps: bool = True,
        pace: Pace = AT_PAUSES,
    ) -> None:
        """Make the field; one that does not keep what was taken is empty again, ready for the next."""
        super().__init__(voice, name, placeholder, pace=pace)
        self._find = find
        self._keeps = keeps
        self._found: tuple[Hashable, ...] = ()
        self._model = QStandardItemModel(self)
        self._suggestions = QCompleter(self._model, self)
        self._suggestions.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._suggestions.setCompletionRole(_WRITTEN)
        self._suggestions.setMaxVisibleItems(MOST_SHOWN)
        self._list = QListView()
        self._list.setObjectName("suggestions")
        self._suggestions.setPopup(self._list)
        # Set here and not with setCompleter, which would look for a beginning of its own at every key.
        self._suggestions.setWidget(self)
        self._suggestions.activated[QModelIndex].connect(self._take)  # type: ignore[index] # Qt has one for texts too
        self.textEdited.connect(self._suggest)
        self.returnPressed.connect(self._take_only)

    @property
    def suggestions(self) -> tuple[Hashable, ...]:
        """The values that are suggested now, the best first."""
        return self._found

    def suggest(self) -> None:
        """Show the suggestions for what is written."""
        self._suggest(self.text())

    def _suggest(self, words: str) -> None:
        found = tuple(self._find(words.strip())) if words.strip() else ()
        self._found = tuple(one.value for one in found)
        self._model.clear()
        for one in found:
            name, note = self._voice.word(one.wording), self._voice.word(one.note)
            item = QStandardItem(f"{name} – {note}" if note else name)
            item.setData(name, _WRITTEN)
            item.setEditable(False)
            self._model.appendRow(item)
        if found:
            self._suggestions.complete()
        else:
            self._list.hide()

    def _take(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._found):
            self._hand_on(index.row())

    def _take_only(self) -> None:
        """Take the best one when Enter is pressed in a field that is there to pick with."""
        if not self._keeps and self._found:
            self._hand_on(0)

    def _hand_on(self, place: int) -> None:
        value = self._found[place]
        self._found = ()
        self._list.hide()
        if self._keeps:
            written = self._model.item(place).data(_WRITTEN)
            self.setText(str(written))
            self.commit()
        else:
            self.clear()
        self.picked.emit(value)

    def commit(self) -> None:
        """Hand on at once what was written; a field that keeps nothing hands on only what is picked."""
        if self._keeps:
            super().commit()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Close the list and hand on what was written before going on: an open list keeps the news of it from the field."""
        self._list.hide()
        self.commit()
        return super().focusNextPrevChild(next)
