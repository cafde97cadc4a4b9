"""What a matter is about, large enough to be read from the other side of the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.catalog.naming import name
from kravkompass.catalog.terms import Severity
from kravkompass.followup.meeting import Why
from kravkompass.followup.meeting_naming import WHY_NAMES, said_promise
from kravkompass.language import Language
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import LARGE, SMALL, TIGHT, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from kravkompass.followup.meeting import Matter
    from kravkompass.followup.subjects import Subject
    from kravkompass.ui.language import Voice, Wording


class Agreed(QWidget):
    """The number and title, the wording as it was agreed, the question to ask and the evidence asked for."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._chips = Flow(gap=SMALL)
        self._number = Label(voice, "", Text.LEAD)
        self._title = Label(voice, "", Text.TITLE)
        self._demand = Label(voice, "", Text.LARGE).selectable()
        self._ask = _Part(voice, lambda t: t.say("Ask"), Text.LARGE)
        self._evidence = _Part(voice, lambda t: t.say("Evidence"), Text.LEAD)
        self._requirement = _Part(voice, lambda t: t.say("What was agreed"), Text.LEAD)
        down = column(self, gap=LARGE)
        head = column(gap=TIGHT)
        head.addWidget(self._number)
        head.addWidget(self._title)
        down.addLayout(head)
        down.addLayout(self._chips)
        for part in (self._demand, self._ask, self._evidence, self._requirement):
            down.addWidget(part)

    def put(self, matter: Matter, subject: Subject) -> None:
        """Show a matter."""
        texts, about = subject.texts, subject.requirement
        self._number.put(_heading(matter, subject))
        self._title.put(subject.title or (lambda t: t.say("Without a title")))
        self._demand.put(texts.demand if texts is not None else _told(subject))
        self._demand.setVisible(bool(self._demand.text()))
        self._ask.put(texts.question if texts is not None else "")
        self._evidence.put(texts.evidence if texts is not None else "")
        language = self._voice.translation.language
        self._requirement.put(subject.agreed_in(language) if texts is None and about is not None else "")
        clear(self._chips)
        self._chips.add(self._badges(matter, subject))

    def _badges(self, matter: Matter, subject: Subject) -> Iterator[Chip]:
        why, about = matter.why, subject.requirement
        if why is not Why.ADDED:
            yield Chip(self._voice, lambda t: t.say(WHY_NAMES[why]), Tone.ACCENT)
        if about is not None:
            severity = about.follow_up.severity
            if about.statutory:
                yield Chip(self._voice, lambda t: t.say("Asked for by law"), Tone.INFO, "law")
            if severity is not Severity.ORDINARY:
                yield Chip(self._voice, lambda t: name(severity, t), Tone.WARNING, "warning")
        if subject.language and subject.language != self._voice.translation.language.value:
            spoken = Language(subject.language).own_name
            yield Chip(self._voice, lambda t: t.say("Only in {language}", language=spoken), Tone.WARNING)


class _Part(QWidget):
    """A small heading with a text under it; hidden when there is no text."""

    def __init__(self, voice: Voice, heading: Wording, kind: Text) -> None:
        super().__init__()
        self._words = Label(voice, "", kind).selectable()
        inside = column(self, gap=TIGHT)
        inside.addWidget(Label(voice, heading, Text.STRONG))
        inside.addWidget(self._words)

    def put(self, words: Wording) -> None:
        """Show another text."""
        self._words.put(words)
        self.setVisible(bool(words))


def _heading(matter: Matter, subject: Subject) -> Wording:
    """Say what is on the table, before its title."""
    number, kind = subject.number, matter.kind.value
    sources: dict[str, Wording] = {
        "requirement": lambda t: t.say("Requirement {number}", number=number),
        "promise": lambda t: t.say("Promise from an earlier meeting"),
        "deviation": lambda t: t.say("Open deviation"),
        "point": lambda t: t.say("Point of its own"),
    }
    return sources[kind]


def _told(subject: Subject) -> Wording:
    """Say who promised what by when, or when a deviation was found and when it is to be put right."""
    promise, deviation = subject.promise, subject.deviation
    if promise is not None:
        return lambda t: said_promise(promise, t)
    if deviation is not None:
        deadline = deviation.deadline
        if deadline is None:
            return lambda t: t.say("Deviation found on {day}.", day=t.formats.short_date(deviation.found))
        return lambda t: t.say(
            "Deviation found on {day}, to be put right by {deadline}.",
            day=t.formats.short_date(deviation.found),
            deadline=t.formats.short_date(deadline),
        )
    return ""
