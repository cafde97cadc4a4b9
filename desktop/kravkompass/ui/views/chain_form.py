"""The form for a link in the chain: who it is, where, what it does and for whom, and how one knows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kravkompass.followup.chain_naming import ROLE_NAMES, TOLD_NAMES, link_name
from kravkompass.followup.supply_chain import ChainLink, Role, Told
from kravkompass.language.countries import country_names, known_countries
from kravkompass.language.sorting import sort_key
from kravkompass.ui.layout import Flow, row
from kravkompass.ui.look import LARGE, MEDIUM, Text
from kravkompass.ui.views.chain_certificates import CertificateRows
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, MultiChoice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.text_fields import TextField
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from kravkompass.language import Translation
    from kravkompass.screens.contract_chain import ChainScreen
    from kravkompass.ui.language import Voice, Wording

UNKNOWN = "unknown"


class ChainForm(Card):
    """Asks for one link. ``kept`` comes with the link as it was filled in, ``cancelled`` when nothing is to be kept."""

    kept = Signal(object)
    cancelled = Signal()

    def __init__(self, voice: Voice, screen: ChainScreen) -> None:
        super().__init__(gap=LARGE)
        self._voice, self._screen = voice, screen
        self._link = ChainLink("", "", "")
        self._heading = Label(voice, "", Text.HEADING)
        self.unknown = MultiChoice(
            voice,
            [
                Alternative(
                    UNKNOWN,
                    lambda t: t.say("Nobody has told who it is"),
                    lambda t: t.say("It is shown as unknown, counts as a risk, and is asked about."),
                )
            ],
        )
        self.name, self.number, self.site, self.product = (TextField(voice) for _ in range(4))
        self.role = Select(voice, [Alternative(role, _words(ROLE_NAMES[role])) for role in Role])
        self.parent_link, self.country, self.group = Select(voice), Select(voice), Select(voice)
        self.told = Select(voice, [Alternative(one, _words(TOLD_NAMES[one])) for one in Told])
        self.told_on, self.note = DateField(voice), NoteArea(voice)
        self.certificates = CertificateRows(voice)
        self.unknown.changed.connect(lambda _values: self._follow())
        self._lay_out(voice)

    def _lay_out(self, voice: Voice) -> None:
        self.add(self._heading)
        self.add(self.unknown)
        self._known = [Field(voice, lambda t: t.say("Name"), self.name), Field(voice, lambda t: t.say("Organisation number"), self.number)]
        self._site = Field(
            voice,
            lambda t: t.say("Site"),
            self.site,
            help_text=lambda t: t.say("Town and address, or the name of the farm, mine or factory."),
        )
        for fields in (
            self._known,
            [Field(voice, lambda t: t.say("What it does"), self.role), Field(voice, lambda t: t.say("Delivers to"), self.parent_link)],
            [Field(voice, lambda t: t.say("Country"), self.country), self._site],
            [Field(voice, lambda t: t.say("Product"), self.product), Field(voice, lambda t: t.say("Product group"), self.group)],
        ):
            self.add(_beside(fields))
        self._certificates = Field(voice, lambda t: t.say("Certificates"), self.certificates)
        self.add(self._certificates)
        self.add(_beside([Field(voice, lambda t: t.say("How it is known"), self.told), Field(voice, lambda t: t.say("When"), self.told_on)]))
        self.add(Field(voice, lambda t: t.say("Note"), self.note))
        keep = Button(voice, lambda t: t.say("Save"), Weight.PRIMARY, "check")
        keep.clicked.connect(lambda: self.kept.emit(self.value))
        cancel = Button(voice, lambda t: t.say("Cancel"), Weight.QUIET)
        cancel.clicked.connect(self.cancelled)
        buttons = Flow(gap=MEDIUM)
        buttons.add([keep, cancel])
        self.add(buttons)

    def begin(self, link: ChainLink) -> None:
        """Show a link to fill in or to change."""
        self._link = link
        self._heading.put((lambda t: t.say("Change the link")) if link.id else (lambda t: t.say("A new link in the chain")))
        self._offer(self._voice.translation)
        self.unknown.put_value({UNKNOWN} if link.unknown else ())
        for field, value in ((self.name, link.name), (self.number, link.number), (self.site, link.site), (self.product, link.product)):
            field.put_value(value)
        for select, chosen in (
            (self.role, link.role), (self.parent_link, link.parent), (self.country, link.country), (self.group, link.group), (self.told, link.told),
        ):  # fmt: skip
            select.put_value(chosen)
        self.told_on.put_value(link.told_on)
        self.note.put_value(link.note)
        self.certificates.put_value(link.certificates)
        self._follow()

    @property
    def value(self) -> ChainLink:
        """The link as it is filled in."""
        self.told_on.commit()
        unknown = UNKNOWN in self.unknown.value
        return replace(
            self._link,
            unknown=unknown,
            name="" if unknown else self.name.value,
            number="" if unknown else self.number.value,
            role=Role(str(self.role.value)),
            parent=str(self.parent_link.value or ""),
            country=str(self.country.value or ""),
            site="" if unknown else self.site.value,
            product=self.product.value,
            group=str(self.group.value or ""),
            certificates=() if unknown else self.certificates.value,
            told=Told(str(self.told.value)),
            told_on=self.told_on.value,
            note=self.note.value,
        )

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin at the name, or at what an unknown one does."""
        (self.role if self._link.unknown else self.name).setFocus(reason)

    def _follow(self) -> None:
        """Hide what nobody can say of one that is not known."""
        known = UNKNOWN not in self.unknown.value
        for field in (*self._known, self._site, self._certificates):
            field.setVisible(known)

    def _offer(self, t: Translation) -> None:
        supplier = next((one.name for one in self._screen.contract.suppliers if one.id == self._link.supplier), "")
        parents = self._screen.parents(self._link)
        self.parent_link.offer([Alternative("", supplier), *(Alternative(one.id, _name(one)) for one in parents)])
        countries = country_names(known_countries(), t.language)
        self.country.offer([Alternative("", lambda s: s.say("Not known")), *(Alternative(code, name) for code, name in countries)])
        groups = [(one.id, one.names[t.language.value]) for one in self._screen.catalog.groups.values() if one.area]
        groups.sort(key=lambda one: sort_key(one[1], t.language))
        self.group.offer([Alternative("", lambda s: s.say("None of them")), *(Alternative(name, words) for name, words in groups)])


def _beside(fields: list[Field]) -> QHBoxLayout:
    line = row(gap=LARGE)
    for field in fields:
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignBottom)
    return line


def _words(source: str) -> Wording:
    return lambda t: t.say(source)


def _name(link: ChainLink) -> Wording:
    return lambda t: link_name(link, t)
