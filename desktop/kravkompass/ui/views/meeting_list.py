"""All matters of a meeting at once: how each stands, going to one, and taking up another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.followup.contract import texts_in
from kravkompass.followup.meeting_naming import status_name
from kravkompass.language import Language
from kravkompass.ui.layout import Flow
from kravkompass.ui.look import MEDIUM
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.meeting_matter import LOOKS
from kravkompass.ui.views.meeting_page import MeetingPage
from kravkompass.ui.widgets.button import Button
from kravkompass.ui.widgets.choice import Alternative
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.page import WORKING
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import SectionTitle
from kravkompass.ui.widgets.table import Column, DataTable
from kravkompass.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from kravkompass.followup.contract import FrozenRequirement
    from kravkompass.followup.meeting import Matter
    from kravkompass.followup.subjects import Subject
    from kravkompass.language import Translation
    from kravkompass.screens.meeting import MeetingScreen
    from kravkompass.ui.language import Voice
    from kravkompass.ui.views.meeting_saving import Saving


class AllMatters(MeetingPage):
    """The matters in a table. ``chosen`` comes with the id of the one to go to."""

    chosen = Signal(str)

    def __init__(self, voice: Voice, screen: MeetingScreen, saving: Saving) -> None:
        super().__init__(voice, width=WORKING)
        self._screen = screen
        self._saving = saving
        self.set_title(lambda t: t.say("All matters"), lambda t: t.say("Press Enter to go to a matter."))
        columns: tuple[Column[Matter], ...] = (
            Column(lambda t: t.say("No."), lambda one, t: self._about(one, t).number, order=lambda one: one.position),
            Column(lambda t: t.say("Matter"), lambda one, t: self._about(one, t).title or t.say("Without a title"), share=5),
            Column(lambda t: t.say("Status"), status_name, tone=_tone, share=2),
        )
        self._table: DataTable[Matter] = DataTable(voice, lambda t: t.say("All matters"), columns)
        self._table.opened.connect(lambda one: self.chosen.emit(one.id))
        self.point = TextField(voice, placeholder=lambda t: t.say("Such as: deliveries in the summer"))
        self.requirement = Select(voice, placeholder=lambda t: t.say("Choose a requirement"))
        self.requirement.changed.connect(self._take_up)
        add = Button(voice, lambda t: t.say("Add the point"), icon="add")
        add.clicked.connect(self._add)
        self.point.returnPressed.connect(self._add)
        self.add(self._table)
        self.add(SectionTitle(voice, lambda t: t.say("Take up something more")))
        more = Flow(gap=MEDIUM)
        more.add([
            Field(voice, lambda t: t.say("A point of its own"), self.point),
            add,
            Field(voice, lambda t: t.say("A requirement that is not on the agenda"), self.requirement),
        ])
        self.add(more)

    def refresh(self) -> None:
        """Show the matters as they stand."""
        self._table.put(self._screen.matters)
        self._table.show_all()
        at = self._screen.matter
        if at is not None:
            self._table.choose(at)
        speaks = self._voice.translation.language
        self.requirement.offer([Alternative(one.id, _titled(one, speaks)) for one in self._screen.left_out()])
        self.requirement.put_value(None)

    def first_focus(self) -> QWidget:
        """Begin in the table."""
        return self._table

    def _add(self) -> None:
        title = self.point.value
        if title:
            self.point.clear()
            self.point.commit()
            self._saving.write(lambda: self.chosen.emit(self._screen.add_point(title)))

    def _take_up(self, requirement: str) -> None:
        self._saving.write(lambda: self.chosen.emit(self._screen.add_requirement(requirement)))

    def _about(self, matter: Matter, translation: Translation) -> Subject:
        return self._screen.subject(matter, translation.language)


def _tone(matter: Matter) -> Tone:
    return LOOKS[matter.status][0] if matter.status is not None else Tone.NEUTRAL


def _titled(requirement: FrozenRequirement, language: Language) -> str:
    return f"{requirement.number}  {texts_in(requirement, language)[1].title}"
