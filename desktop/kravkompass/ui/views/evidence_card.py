"""One piece of evidence: its days, what it proves, whose it is, and looking at the original."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.followup.contract import texts_in
from kravkompass.screens.taking_in import can_be_drawn
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import LARGE, MEDIUM, SMALL, Text
from kravkompass.ui.views.evidence_opening import not_drawn, open_original, save_original
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, MultiChoice
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kravkompass.followup.evidence import Evidence
    from kravkompass.language import Translation
    from kravkompass.purchases.evidence_folder import EvidenceFolder
    from kravkompass.screens.contract_evidence import EvidenceScreen
    from kravkompass.ui.language import Voice

_KILOBYTE = 1024


class EvidenceCard(Card):
    """The piece of evidence that is chosen; hidden when none is."""

    removed = Signal(object)
    """A piece of evidence was taken away; comes with what puts it back."""
    followed = Signal(object)
    """The plan stands otherwise after a change."""

    def __init__(self, voice: Voice, screen: EvidenceScreen) -> None:
        super().__init__(gap=LARGE)
        self._voice = voice
        self._screen = screen
        self._evidence: Evidence | None = None
        self._name = Label(voice, "", Text.HEADING)
        self._about = Label(voice, "", Text.MUTED).selectable()
        self._not_drawn = Label(voice, not_drawn, Text.MUTED)
        self.issued, self.valid_to, self.received = DateField(voice), DateField(voice), DateField(voice)
        self.supplier = Select(voice, placeholder=lambda t: t.say("No supplier"))
        self.replaced_by = Select(voice, placeholder=lambda t: t.say("Not replaced"))
        self.note = NoteArea(voice)
        self.proves = MultiChoice(voice, [])
        self._proves = column(gap=SMALL)
        for field, name in (
            (self.issued, "issued"),
            (self.valid_to, "valid_to"),
            (self.received, "received"),
            (self.supplier, "supplier"),
            (self.replaced_by, "replaced_by"),
            (self.note, "note"),
        ):
            field.changed.connect(lambda value, name=name: self._put(name, value))
        self._lay_out(voice)
        self.hide()

    def _lay_out(self, voice: Voice) -> None:
        self.add(self._name)
        self.add(self._about)
        self.add(self._not_drawn)
        self.add(self._buttons(voice))
        days = Flow(gap=LARGE)
        days.add([
            Field(voice, lambda t: t.say("Issued"), self.issued),
            Field(voice, lambda t: t.say("Valid to"), self.valid_to),
            Field(voice, lambda t: t.say("Received"), self.received),
        ])
        self.add(days)
        others = Flow(gap=LARGE)
        others.add([
            Field(voice, lambda t: t.say("Supplier"), self.supplier),
            Field(voice, lambda t: t.say("Replaced by a newer one"), self.replaced_by),
        ])
        self.add(others)
        self.add(self._proves)
        self.add(Field(voice, lambda t: t.say("Note"), self.note))

    def _buttons(self, voice: Voice) -> Flow:
        look = Button(voice, lambda t: t.say("Open the file"), icon="open")
        look.clicked.connect(self.open_it)
        save = Button(voice, lambda t: t.say("Save a copy"), icon="export")
        save.clicked.connect(lambda: self._with_original(save_original))
        remove = Button(voice, lambda t: t.say("Take away"), Weight.QUIET, "delete")
        remove.clicked.connect(self._remove)
        buttons = Flow(gap=MEDIUM)
        buttons.add([look, save, remove])
        return buttons

    def put(self, evidence: Evidence | None) -> None:
        """Show another piece, or none."""
        other = evidence is None or self._evidence is None or evidence.id != self._evidence.id
        if other:
            # What is half written belongs to the piece before.
            self.note.commit()
        self._evidence = evidence
        self.setVisible(evidence is not None)
        if evidence is None:
            return
        self._name.put(evidence.name)
        self._about.put(lambda t: _about(evidence, t))
        self._not_drawn.setVisible(not can_be_drawn(evidence))
        self.issued.put_value(evidence.issued)
        self.valid_to.put_value(evidence.valid_to)
        self.received.put_value(evidence.received)
        self.note.put_value(evidence.note)
        self.supplier.offer([Alternative(one.id, one.name) for one in self._screen.contract.suppliers])
        self.supplier.put_value(evidence.supplier)
        newer = [row.evidence for row in self._screen.rows() if row.evidence.id != evidence.id]
        nothing = Alternative("", lambda t: t.say("Not replaced"))
        self.replaced_by.offer([nothing, *(Alternative(one.id, one.name) for one in newer)])
        self.replaced_by.put_value(evidence.replaced_by)
        if other:
            self._offer_requirements(evidence)
        self.proves.put_value(evidence.requirements)

    @property
    def chosen(self) -> str:
        """The id of the piece that is shown; "" for none."""
        return self._evidence.id if self._evidence is not None else ""

    def open_it(self) -> None:
        """Show the original. Raises EvidenceLostError or EvidenceDamagedError when it is not what was kept."""
        self._with_original(open_original)

    def _with_original(self, do: Callable[[Voice, EvidenceFolder, Evidence, QWidget], None]) -> None:
        if self._evidence is not None:
            do(self._voice, self._screen.folder, self._evidence, self)

    def _offer_requirements(self, evidence: Evidence) -> None:
        speaks = self._voice.translation.language
        requirements = self._screen.requirements()
        self.proves = MultiChoice(self._voice, [Alternative(one.id, f"{one.number}  {texts_in(one, speaks)[1].title}") for one in requirements])
        self.proves.changed.connect(self._prove)
        clear(self._proves)
        shelf = Expander(self._voice, lambda t: t.say("Which requirements does it prove?"), self.proves)
        shelf.open(on=not evidence.requirements)
        self._proves.addWidget(shelf)

    def _prove(self, chosen: frozenset[str]) -> None:
        order = [one.id for one in self._screen.requirements()]
        self._put("requirements", tuple(one for one in order if one in chosen))

    def _put(self, name: str, value: object) -> None:
        if self._evidence is not None and (value is not None or name in {"issued", "valid_to"}):
            followed = self._screen.put(self._evidence.id, **{name: value})
            if followed is not None:
                self.followed.emit(followed)

    def _remove(self) -> None:
        if (evidence := self._evidence) is not None:
            self.removed.emit(self._screen.drop(evidence))


def _about(evidence: Evidence, t: Translation) -> str:
    size = t.say("{n} kB", n=t.formats.number(max(round(evidence.size / _KILOBYTE), 1)))
    return " · ".join((size, t.say("checksum {figures}", figures=evidence.fingerprint[:12])))
