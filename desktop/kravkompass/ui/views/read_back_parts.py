"""The parts of the view for reading a list back: a card for each requirement that differs, and what is told beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.screens.read_back import TITLES
from kravkompass.ui.layout import column
from kravkompass.ui.look import LARGE, MEDIUM, SMALL, TIGHT, Text
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.option import Tick
from kravkompass.ui.widgets.surfaces import Card, SectionTitle
from kravkompass.ui.widgets.word_changes import WordChanges

if TYPE_CHECKING:
    from kravkompass.documents.excel_columns import Key
    from kravkompass.language import Translation
    from kravkompass.screens.read_back import Entry, Field, Found, Original
    from kravkompass.ui.language import Voice, Wording

SHOWN = 200
"""Ids and rows that are named; of more only the number is told."""


class EntryCard(Card):
    """A requirement whose reply differs: a box to take it or not, and each cell with what was changed."""

    changed = Signal(str, bool)

    def __init__(self, voice: Voice, entry: Entry, *, taken: bool, doubtful: bool) -> None:
        super().__init__(gap=SMALL, margins=MEDIUM)
        self.tick = Tick(voice, name_of(entry), _doubt if doubtful else "")
        self.tick.setChecked(taken)
        self.tick.toggled.connect(lambda on: self.changed.emit(entry.requirement, on))
        self.add(self.tick)
        self.add(_cells(voice, entry.fields))


def _doubt(t: Translation) -> str:
    return t.say("The wording of the requirement is another in the file. Look at it below before you take the answer.")


def nothing_yet(voice: Voice) -> EmptyState:
    """Say what this place is for."""
    return EmptyState(
        voice,
        "file",
        lambda t: t.say("Choose the Excel list that was filled in"),
        lambda t: t.say(
            "Save the requirement list as Excel and send it to the supplier or a colleague. When it comes back, choose it here."
        ),
    )


def file_card(voice: Voice, found: Found) -> Card:
    """Say which file is looked at, and which list it was made from."""
    card = Card()
    card.add(
        KeyValues(
            voice,
            [
                (lambda t: t.say("File"), found.path.name),
                (lambda t: t.say("Made"), found.about.day),
                (lambda t: t.say("Checksum of the list"), found.about.checksum),
            ],
        )
    )
    return card


def name_of(entry: Entry) -> str:
    """Give a requirement's number and title."""
    return f"{entry.number}  {entry.title}"


def _cells(voice: Voice, fields: Sequence[Field]) -> QWidget:
    """Show cells under each other: the column's title, and what was changed."""
    whole = QWidget()
    inside = column(whole, gap=SMALL, margins=(LARGE, 0, LARGE, TIGHT))
    for one in fields:
        changes = WordChanges(voice)
        changes.put(one.before, one.after)
        line = column(gap=0)
        line.addWidget(Label(voice, _title(one.key), Text.CAPTION))
        line.addWidget(changes)
        inside.addLayout(line)
    return whole


def _title(key: Key) -> Wording:
    return lambda t: t.say(TITLES[key])


class Originals(QWidget):
    """The files that replies were taken from, each to be looked at."""

    def __init__(self, voice: Voice, originals: Sequence[Original], look_at: Callable[[Original], None]) -> None:
        super().__init__()
        inside = column(self, gap=MEDIUM)
        inside.addWidget(
            SectionTitle(
                voice,
                lambda t: t.say("Files that answers were taken from"),
                lambda t: t.say("Kept as they came, as evidence. A copy is opened, never the original."),
            )
        )
        for original in originals:
            line = ListRow(voice, original.name, _detail(original), "file")
            line.clicked.connect(lambda _on=False, one=original: look_at(one))
            inside.addWidget(line)


def _detail(original: Original) -> Wording:
    def said(t: Translation) -> str:
        day = t.formats.short_date(datetime.fromisoformat(original.taken_at).astimezone().date())
        count = t.count("{n} answer", "{n} answers", original.replies)
        return " · ".join(part for part in (count, day, original.taken_by) if part)

    return said


@dataclass(frozen=True, slots=True)
class _Matter:
    """Something in the file that is not taken: how many there are, what it is, what to do about it, and where it stands."""

    count: int
    heading: Callable[[Translation, int], str]
    text: Wording
    named: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()


def told(voice: Voice, found: Found) -> Iterator[QWidget]:
    """Give a part to open for each kind of thing in the file that is not taken."""
    for matter in _matters(found):
        if matter.count:
            yield _part(voice, matter)


def _part(voice: Voice, matter: _Matter) -> QWidget:
    content = QWidget()
    inside = column(content, gap=SMALL)
    inside.addWidget(Label(voice, matter.text, Text.MUTED))
    if matter.named:
        inside.addWidget(Label(voice, lambda t: t.formats.all_of(matter.named[:SHOWN])).selectable())
    for entry in matter.entries[:SHOWN]:
        inside.addWidget(Label(voice, name_of(entry), Text.STRONG))
        if entry.fields:
            inside.addWidget(_cells(voice, entry.fields))
    return Expander(voice, lambda t: matter.heading(t, matter.count), content)


def _matters(found: Found) -> tuple[_Matter, ...]:
    return (
        _Matter(
            len(found.refused),
            lambda t, n: t.count("{n} requirement has other words in the file", "{n} requirements have other words in the file", n),
            lambda t: t.say("Only the columns with brown titles are there to be filled in. The rest stays as it is on your list."),
            entries=found.refused,
        ),
        _Matter(
            len(found.unreadable),
            lambda t, n: t.count("{n} requirement has a cell that cannot be read", "{n} requirements have cells that cannot be read", n),
            lambda t: t.say("A formula, a date that is none, or a word that is not among the choices. Ask the sender what is meant."),
            entries=found.unreadable,
        ),
        _Matter(
            len(found.unknown),
            lambda t, n: t.count("{n} id is not on your list", "{n} ids are not on your list", n),
            lambda t: t.say("These rows are left alone. Perhaps the list was shortened after the file was sent, or an id was altered."),
            named=found.unknown,
        ),
        _Matter(
            len(found.nameless),
            lambda t, n: t.count("{n} row has no id", "{n} rows have no id", n),
            lambda t: t.say("Without an id it cannot be told which requirement a row is about. The rows in the file:"),
            named=tuple(str(row) for row in found.nameless),
        ),
        _Matter(
            len(found.twice),
            lambda t, n: t.count("{n} requirement stands more than once", "{n} requirements stand more than once", n),
            lambda t: t.say("It cannot be told which row counts, so none of them is taken. Ask the sender for one row each."),
            named=found.twice,
        ),
        _Matter(
            len(found.missing),
            lambda t, n: t.count("{n} requirement is not in the file", "{n} requirements are not in the file", n),
            lambda t: t.say("What you have taken about them before stays as it is."),
            entries=found.missing,
        ),
    )
