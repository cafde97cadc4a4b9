"""Writing promises down at a meeting: what, who and by when, each saved as it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kravkompass.followup.meeting import Pledge, Side
from kravkompass.followup.meeting_naming import SIDE_NAMES
from kravkompass.ui.layout import Flow, column, row
from kravkompass.ui.letting_go import let_go
from kravkompass.ui.look import MEDIUM, SMALL, TIGHT, Text
from kravkompass.ui.widgets.button import IconButton
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteLine
from kravkompass.ui.widgets.suggest_field import SuggestField
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.text_fields import SOON
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.followup.meeting import Attendant
    from kravkompass.ui.language import Voice, Wording


class Pledges(QWidget):
    """The promises of one matter. ``changed`` comes with all of them whenever one is written or taken away."""

    changed = Signal(object)
    begun = Signal(object)
    """Comes with the widget of a promise that was begun."""

    def __init__(self, voice: Voice, present: Callable[[], Sequence[Attendant]]) -> None:
        """Make it empty; ``present`` gives those whose names are suggested."""
        super().__init__()
        self._voice = voice
        self._present = present
        self._rows: list[_PledgeCard] = []
        self._inside = column(self, gap=SMALL)

    @property
    def value(self) -> tuple[Pledge, ...]:
        """The promises as they are written now."""
        return tuple(one.value for one in self._rows)

    def put(self, pledges: Sequence[Pledge]) -> None:
        """Show other promises."""
        if tuple(pledges) == self.value:
            return
        for one in self._rows:
            one.hide()
            let_go(one)
        self._rows = []
        for pledge in pledges:
            self._show(pledge)

    def add(self) -> None:
        """Begin a new promise."""
        card = self._show(Pledge())
        self.changed.emit(self.value)
        self.begun.emit(card)
        card.setFocus()

    def _show(self, pledge: Pledge) -> _PledgeCard:
        card = _PledgeCard(self._voice, pledge, self._present)
        card.changed.connect(lambda: self.changed.emit(self.value))
        card.gone.connect(lambda: self._remove(card))
        self._rows.append(card)
        self._inside.addWidget(card)
        return card

    def _remove(self, card: _PledgeCard) -> None:
        self._rows.remove(card)
        card.hide()
        let_go(card)
        self.changed.emit(self.value)


class _PledgeCard(Card):
    """One promise."""

    changed = Signal()
    gone = Signal()

    def __init__(self, voice: Voice, pledge: Pledge, present: Callable[[], Sequence[Attendant]]) -> None:
        super().__init__(gap=SMALL, margins=MEDIUM)
        self.value = pledge
        self._present = present
        self._what = NoteLine(voice, pace=SOON)
        self._who = SuggestField(voice, self._suggested, pace=SOON)
        self._side = Segments(voice, [Alternative(side, _side(side)) for side in Side])
        self._due = DateField(voice, soon=True)
        self._what.put_value(pledge.what)
        self._who.put_value(pledge.owner)
        self._side.put_value(pledge.side)
        self._due.put_value(pledge.due)
        for field, name in ((self._what, "what"), (self._who, "owner"), (self._due, "due"), (self._side, "side")):
            field.changed.connect(lambda value, name=name: self._written(name, value))
        self._who.picked.connect(self._owner_picked)
        self._lay_out(voice)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin at what is promised."""
        self._what.setFocus(reason)

    def _lay_out(self, voice: Voice) -> None:
        remove = IconButton(voice, lambda t: t.say("Take the promise away"), "delete")
        remove.clicked.connect(self.gone)
        head = row(gap=SMALL)
        head.addWidget(Label(voice, lambda t: t.say("Promise"), Text.STRONG), 1)
        head.addWidget(remove)
        self.add(head)
        self.add(Field(voice, lambda t: t.say("What is promised"), self._what))
        across = Flow(gap=MEDIUM)
        across.add([
            Field(voice, lambda t: t.say("Who"), self._who),
            Field(voice, lambda t: t.say("By when"), self._due),
            Field(voice, lambda t: t.say("Side"), self._side),
        ])
        across.setSpacing(TIGHT + SMALL)
        self.add(across)

    def _written(self, name: str, value: object) -> None:
        changes = {name: value}
        self.value = replace(self.value, **changes)  # type: ignore[arg-type] # the fields are named after those of a pledge
        self.changed.emit()

    def _suggested(self, words: str) -> list[Alternative]:
        named = (one for one in self._present() if words.casefold() in one.name.casefold() and one.name)
        return [Alternative(one, one.name, one.role) for one in named]

    def _owner_picked(self, who: Attendant) -> None:
        """Whoever is there belongs to a side."""
        self._side.put_value(who.side)
        self._written("side", who.side)


def _side(side: Side) -> Wording:
    return lambda t: t.say(SIDE_NAMES[side])
