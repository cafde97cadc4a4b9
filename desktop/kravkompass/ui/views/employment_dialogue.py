"""A year's talk with the supplier about jobs: its steps with their days, the minutes, and a note."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from kravkompass.followup.employment import Talk
from kravkompass.followup.employment_naming import next_step, step_name
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import LARGE, SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.evidence_opening import open_original
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.followup.employment import Dialogue
    from kravkompass.language import Translation
    from kravkompass.screens.contract_employment import EmploymentScreen
    from kravkompass.ui.language import Voice, Wording


class DialogueCard(Card):
    """One year at a time. A note that points out a person is not kept until that is taken away."""

    message = Signal(object, object)

    def __init__(self, voice: Voice, screen: EmploymentScreen) -> None:
        super().__init__(gap=LARGE)
        self._voice, self._screen = voice, screen
        self._supplier, self._year = "", screen.year
        self._dialogue: Dialogue | None = None
        self._years = column(gap=0)
        self._chips = Flow(gap=SMALL)
        self.asked, self.held, self.agreed = DateField(voice), DateField(voice), DateField(voice)
        self.note = NoteArea(voice)
        self._minutes = Flow(gap=SMALL)
        for name, field in (("asked", self.asked), ("held", self.held), ("agreed", self.agreed), ("note", self.note)):
            field.changed.connect(lambda value, name=name: self._put(name, value))
        self._agreed = Field(voice, "", self.agreed)
        self._lay_out(voice)

    def _lay_out(self, voice: Voice) -> None:
        self.add(Label(voice, lambda t: t.say("The dialogue about jobs"), Text.HEADING))
        self.add(self._years)
        self.add(self._chips)
        days = Flow(gap=LARGE, low=True)
        days.add([
            Field(voice, lambda t: t.say("Meeting asked for"), self.asked),
            Field(voice, lambda t: t.say("Meeting held"), self.held),
            self._agreed,
        ])
        self.add(days)
        self.add(self._minutes)
        self.add(
            Field(
                voice,
                lambda t: t.say("What was said"),
                self.note,
                help_text=lambda t: t.say("Which tasks, how many, who at the company receives. Never who is placed."),
            )
        )

    def put(self, supplier: str) -> None:
        """Show the talk with a supplier."""
        if supplier != self._supplier:
            self.note.commit()
        self._supplier = supplier
        dialogue = self._dialogue = self._screen.dialogue(supplier, self._year)
        self._offer_years()
        clear(self._chips)
        self._chips.add(self._steps(dialogue))
        year = self._year
        self._agreed.put(lambda t: step_name(Talk.AGREED, year, t))
        for field, value in ((self.asked, dialogue.asked), (self.held, dialogue.held), (self.agreed, dialogue.agreed)):
            field.put_value(value)
        if not self.note.points_out:
            self.note.put_value(dialogue.note)
        clear(self._minutes)
        self._minutes.add(self._minutes_buttons(dialogue))

    def add_minutes(self, file: Path) -> None:
        """Keep a file as the minutes."""
        if self._dialogue is not None:
            self._screen.keep_minutes(self._dialogue, file)
            self.message.emit(lambda t: t.say("The minutes have been kept."), None)

    def _offer_years(self) -> None:
        clear(self._years)
        if self._screen.year > 1:
            segments = Segments(self._voice, [Alternative(year, _year(year)) for year in self._screen.years[-6:]])
            segments.put_value(self._year)
            segments.changed.connect(self._other_year)
            self._years.addWidget(Field(self._voice, lambda t: t.say("Year of the contract"), segments))

    def _other_year(self, year: object) -> None:
        self.note.commit()
        self._year = int(str(year))
        self.put(self._supplier)

    def _steps(self, dialogue: Dialogue) -> Iterator[Chip]:
        upcoming = dialogue.next_step
        order = list(Talk)
        for step in Talk:
            done = upcoming is None or order.index(step) < order.index(upcoming)
            tone = Tone.POSITIVE if done else Tone.INFO if step is upcoming else Tone.NEUTRAL
            yield Chip(self._voice, _step(step, dialogue.year, is_next=step is upcoming), tone, "check" if done else "")

    def _minutes_buttons(self, dialogue: Dialogue) -> Iterator[Button]:
        kept = self._screen.minutes(dialogue)
        if kept is not None:
            look = Button(self._voice, kept.name, icon="file")
            look.clicked.connect(lambda: open_original(self._voice, self._screen.contract.evidence, kept, self))
            yield look
        add = Button(self._voice, _other if kept is not None else _add, Weight.QUIET if kept is not None else Weight.SECONDARY, "add")
        add.clicked.connect(self._choose)
        yield add

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self._voice.say("Choose the minutes"), str(Path.home()))
        if path:
            self.add_minutes(Path(path))

    def _put(self, name: str, value: object) -> None:
        if self._dialogue is None or (name == "note" and self.note.points_out):
            return
        self._dialogue = self._screen.put_dialogue(self._dialogue, **{name: value})  # type: ignore[arg-type]


def _add(t: Translation) -> str:
    return t.say("Add the minutes")


def _other(t: Translation) -> str:
    return t.say("Other minutes")


def _year(year: int) -> Wording:
    return lambda t: t.say("Year {n}", n=year)


def _step(step: Talk, year: int, *, is_next: bool) -> Wording:
    if is_next:
        return lambda t: t.say("Next: {step}", step=next_step(step, year, t))
    return lambda t: step_name(step, year, t)
