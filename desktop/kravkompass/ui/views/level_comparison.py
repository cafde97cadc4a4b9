"""How the levels of a requirement look side by side: what each asks for, what proves it, what it costs; and choosing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from kravkompass.catalog.naming import name, source_name
from kravkompass.catalog.terms import Level
from kravkompass.ui.layout import Flow, column
from kravkompass.ui.look import LARGE, SMALL, TIGHT, Text, look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.language import Translation
    from kravkompass.screens.requirements import Choice
    from kravkompass.ui.language import Voice

LEVEL_TONES = {Level.BASE: Tone.NEUTRAL, Level.ADVANCED: Tone.ACCENT, Level.SPEARHEAD: Tone.INFO}
_WIDTH = 300
_AROUND = 130
_HEIGHT = 460


def compare_levels(voice: Voice, catalog: Catalog, levels: Sequence[Choice], over: QWidget) -> str | None:
    """Show requirements about the same thing side by side, and give the id of the one that is chosen; None for none."""
    prompt = Prompt(
        voice,
        lambda t: t.say("Compare levels"),
        lambda t: t.say("Choose how far you want to go. Another level of the same kind on the list makes way."),
        over=over,
    )
    sheet = _Sheet(voice, catalog, levels)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setWidget(sheet)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setMinimumHeight(look().px(_HEIGHT))
    sheet.setObjectName("page")
    prompt.setMinimumWidth(look().px(_WIDTH) * min(len(levels), 3) + look().px(_AROUND))
    prompt.add(scroll)
    for place, button in enumerate(sheet.buttons, 1):
        button.clicked.connect(lambda _on=False, place=place: prompt.done(place))
    prompt.offer([(Button(voice, lambda t: t.say("Cancel")), 0)])
    sheet.buttons[0].setFocus()
    result = prompt.exec()
    return levels[result - 1].requirement.id if result else None


class _Sheet(QWidget):
    """A column for each requirement, a row for each thing to compare."""

    def __init__(self, voice: Voice, catalog: Catalog, levels: Sequence[Choice]) -> None:
        super().__init__()
        self._voice = voice
        self._catalog = catalog
        self.buttons = [self._button(choice) for choice in levels]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look().gap(LARGE))
        grid.setVerticalSpacing(look().gap(SMALL))
        for place, choice in enumerate(levels):
            grid.setColumnStretch(place, 1)
            grid.setColumnMinimumWidth(place, 1)
            cells = (self._head(choice), *self._cells(choice))
            for line, cell in enumerate(cells):
                grid.addWidget(cell, line, place)
            grid.addWidget(self.buttons[place], len(cells), place, Qt.AlignmentFlag.AlignLeft)

    def _button(self, choice: Choice) -> Button:
        title = choice.texts.title
        button = Button(
            self._voice, lambda t: t.say("Choose this level"), Weight.PRIMARY if not choice.is_in else Weight.SECONDARY
        )
        button.setObjectName(f"level {choice.requirement.id}")
        button.setAccessibleDescription(title)
        return button

    def _head(self, choice: Choice) -> QWidget:
        requirement = choice.requirement
        head = QWidget()
        inside = column(head, gap=TIGHT)
        chips = Flow(gap=TIGHT)
        chips.addWidget(Chip(self._voice, lambda t: t.say(source_name(requirement.level)), LEVEL_TONES[requirement.level]))
        chips.addWidget(Chip(self._voice, lambda t: t.say(source_name(requirement.kind))))
        if choice.is_in:
            chips.addWidget(Chip(self._voice, lambda t: t.say("On the list"), icon="check"))
        inside.addLayout(chips)
        inside.addWidget(Label(self._voice, choice.texts.title, Text.STRONG))
        inside.addStretch()
        return head

    def _cells(self, choice: Choice) -> list[QWidget]:
        texts = choice.texts
        return [
            self._cell(lambda t: t.say("Demand"), lambda _t: texts.demand),
            self._cell(lambda t: t.say("Evidence"), lambda _t: texts.evidence),
            self._cell(lambda t: t.say("Accepted as proof"), lambda t: self._labels(choice, t) or t.say("No label is known")),
            self._cell(lambda t: t.say("Your work"), lambda t: _hours(choice, t)),
            self._cell(lambda t: t.say("The supplier's work"), lambda t: name(choice.requirement.follow_up.supplier_effort, t)),
        ]

    def _cell(self, heading: Callable[[Translation], str], said: Callable[[Translation], str]) -> QWidget:
        cell = QWidget()
        inside = column(cell, gap=2)
        inside.addWidget(Label(self._voice, heading, Text.CAPTION))
        inside.addWidget(Label(self._voice, said))
        inside.addStretch()
        return cell

    def _labels(self, choice: Choice, t: Translation) -> str:
        known = self._catalog.labels
        return ", ".join(known[label].names[t.language.value] for label in choice.requirement.labels if label in known)


def _hours(choice: Choice, t: Translation) -> str:
    follow_up = choice.requirement.follow_up
    often = name(follow_up.interval, t).lower()
    return t.say("{minutes} minutes, {often}", minutes=follow_up.minutes, often=often)
