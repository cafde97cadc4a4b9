"""How the contacts and the logo look in the profile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from kravkompass.guidance.profile import Contact
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.letting_go import let_go
from kravkompass.ui.look import LARGE, MEDIUM, SMALL, Text, look
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card, Divider
from kravkompass.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kravkompass.language import Translation
    from kravkompass.screens.profile import Municipality
    from kravkompass.ui.language import Voice

_LOGO_WIDE, _LOGO_HIGH = 260, 90
_PARTS: tuple[tuple[str, Callable[[Translation], str]], ...] = (
    ("name", lambda t: t.say("Name")),
    ("role", lambda t: t.say("Role")),
    ("email", lambda t: t.say("E-mail")),
    ("telephone", lambda t: t.say("Telephone")),
)


class ContactsCard(Card):
    """Any number of people, each with name, role, e-mail and telephone; saved as they are filled in."""

    def __init__(self, voice: Voice, keep: Callable[[Sequence[Contact]], None]) -> None:
        super().__init__()
        self._voice, self._keep = voice, keep
        self._rows: list[_ContactFields] = []
        self._shelf = column(gap=MEDIUM)
        self.add(self._shelf)
        self._more = Button(voice, lambda t: t.say("Add a contact"), Weight.SECONDARY, "add")
        self._more.clicked.connect(self._begin)
        self.add(self._more)

    @property
    def value(self) -> tuple[Contact, ...]:
        """The people as they are written, those without a name left out."""
        return tuple(one for one in (row.value for row in self._rows) if one.name)

    def put(self, contacts: Sequence[Contact]) -> None:
        """Show people; a line that is being filled in is left alone."""
        if tuple(contacts) != self.value:
            clear(self._shelf)
            self._rows = []
            for one in contacts:
                self._add(one)

    def _begin(self) -> None:
        self._add(Contact(""))
        self._rows[-1].first.setFocus()

    def _add(self, contact: Contact) -> None:
        fields = _ContactFields(self._voice, contact)
        fields.changed.connect(lambda: self._keep(self.value))
        fields.removed.connect(lambda: self._remove(fields))
        self._rows.append(fields)
        self._shelf.addWidget(fields)

    def _remove(self, fields: _ContactFields) -> None:
        self._rows.remove(fields)
        fields.hide()
        let_go(fields)
        self._more.setFocus()
        self._keep(self.value)


class _ContactFields(QWidget):
    changed = Signal()
    removed = Signal()

    def __init__(self, voice: Voice, contact: Contact) -> None:
        super().__init__()
        self._fields: dict[str, TextField] = {}
        inside = column(self, gap=SMALL)
        flow = Flow(gap=LARGE)
        for name, label in _PARTS:
            field = TextField(voice)
            field.setObjectName(f"contact {name}")
            field.setMinimumWidth(look().px(240))
            field.put_value(getattr(contact, name))
            field.changed.connect(lambda _words: self.changed.emit())
            self._fields[name] = field
            flow.addWidget(Field(voice, label, field))
        inside.addLayout(flow)
        away = Button(voice, lambda t: t.say("Remove the contact"), Weight.QUIET, "delete").flush()
        away.clicked.connect(lambda _on=False: self.removed.emit())
        inside.addWidget(away, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(Divider())

    @property
    def first(self) -> TextField:
        """Where the writing begins."""
        return self._fields["name"]

    @property
    def value(self) -> Contact:
        """The person as written."""
        return Contact(**{name: field.value for name, field in self._fields.items()})


class LogoCard(Card):
    """The logo as it is, and buttons to choose one or take it away."""

    message = Signal(object, object)

    def __init__(self, voice: Voice, screen: Municipality) -> None:
        super().__init__()
        self._voice, self._screen = voice, screen
        self._picture = QLabel()
        self.add(self._picture)
        help_text = Label(voice, lambda t: t.say("PNG or JPEG, at most 40 million pixels."), Text.MUTED)
        choose = Button(voice, lambda t: t.say("Choose a picture"), Weight.SECONDARY, "open")
        choose.clicked.connect(self._choose)
        self._away = Button(voice, lambda t: t.say("Remove the logo"), Weight.QUIET, "delete")
        self._away.clicked.connect(self._remove)
        buttons = Flow(gap=SMALL)
        buttons.add((choose, self._away))
        self.add(buttons)
        self.add(help_text)

    def put(self, logo: bytes) -> None:
        """Show the logo; nothing where there is none."""
        seen = QPixmap()
        shown = bool(logo) and seen.loadFromData(logo)
        self._picture.setVisible(shown)
        self._away.setVisible(bool(logo))
        if shown:
            wide, high = look().px(_LOGO_WIDE), look().px(_LOGO_HIGH)
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(seen.scaled(wide, high, keep, smooth))
            self._picture.setAccessibleName(self._voice.say("The municipality's logo"))

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self._voice.say("Choose a picture"), "", "*.png *.jpg *.jpeg")
        if name:
            self._screen.set_logo(Path(name))
            self.put(self._screen.profile().logo)
            self.message.emit(lambda t: t.say("The logo stands on every document from now on."), None)

    def _remove(self) -> None:
        self._screen.remove_logo()
        self.put(b"")
