"""The sheet of the form for an own requirement: the same parts as every requirement of the catalog has."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from kravkompass.catalog.terms import Country, Kind
from kravkompass.guidance.own import EMPTY, Lacking, blank
from kravkompass.language import Language
from kravkompass.ui.layout import Flow, column
from kravkompass.ui.look import LARGE
from kravkompass.ui.views.own_fields import CHECKED, DEMANDED, PROVED, SORTED, Words, alternatives, countries, places
from kravkompass.ui.views.own_fitting import OwnFitting
from kravkompass.ui.views.own_values import OwnValues
from kravkompass.ui.widgets.choice import Alternative, MultiChoice, Segments
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.picker import Picker, found
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import Card, SectionTitle
from kravkompass.ui.widgets.text_fields import TextArea, TextField
from kravkompass.ui.widgets.value_fields import NumberField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.catalog.requirement import Requirement
    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice
    from kravkompass.ui.views.own_fields import Chosen

MOST_MINUTES = 10_000


class OwnSheet(QWidget):
    """The fields of an own requirement. ``drafted`` comes with the requirement as it is after a change, ``turned`` when another language is read."""

    drafted = Signal(object)
    turned = Signal()

    def __init__(self, voice: Voice, catalog: Catalog) -> None:
        super().__init__()
        self._voice, self._catalog = voice, catalog
        self._draft = blank(Country.SWEDEN)
        self.language = ""
        self._texts: dict[str, TextField | TextArea] = {}
        self._selects: dict[str, Select] = {}
        self._fields: dict[str, Field] = {}
        self._country = Segments(voice, countries())
        self._languages = Segments(voice, [Alternative(one.value, one.own_name) for one in Language])
        self._place = MultiChoice(voice, places())
        self._labels = Picker(voice, self._find_labels, lambda t: t.say("Write the name of a label"), "label")
        self._minutes = NumberField(voice, least=0, most=MOST_MINUTES)
        self._values = OwnValues(voice)
        self._fitting = OwnFitting(voice, catalog)
        self._lay_out()
        self._connect()

    @property
    def first(self) -> QWidget:
        """Where the writing begins."""
        return self._texts["title"]

    def _lay_out(self) -> None:
        inside = column(self, gap=LARGE)
        inside.addWidget(self._demanded())
        lead: Callable[[Translation], str] = lambda t: t.say("What differs from purchase to purchase, such as a number of days.")  # noqa: E731
        inside.addWidget(SectionTitle(self._voice, lambda t: t.say("Values to fill in"), lead))
        inside.addWidget(self._values)
        inside.addWidget(SectionTitle(self._voice, lambda t: t.say("What it is, and where it stands")))
        inside.addWidget(self._sorted())
        inside.addWidget(SectionTitle(self._voice, lambda t: t.say("When it is proposed")))
        inside.addWidget(self._fitting)
        inside.addWidget(SectionTitle(self._voice, lambda t: t.say("Proof and follow-up")))
        inside.addWidget(self._proved())

    def _demanded(self) -> Card:
        card = Card()
        card.add(Field(self._voice, lambda t: t.say("Country"), self._country))
        help_text = self._languages_help
        card.add(Field(self._voice, lambda t: t.say("Language of the texts"), self._languages, help_text=help_text))
        for words in DEMANDED:
            card.add(self._words(words))
        return card

    def _sorted(self) -> Card:
        card = Card()
        flow = Flow(gap=LARGE)
        flow.add(self._chosen(one, self._sort) for one in SORTED)
        card.add(flow)
        self._fields["place"] = Field(
            self._voice, lambda t: t.say("May stand in"), self._place, help_text=lambda t: t.say("The parts of the tender documents.")
        )
        card.add(self._fields["place"])
        return card

    def _proved(self) -> Card:
        card = Card()
        for words in PROVED:
            card.add(self._words(words))
        help_text: Callable[[Translation], str] = lambda t: t.say("Labels that prove it. They are never demanded.")  # noqa: E731
        card.add(Field(self._voice, lambda t: t.say("Accepted as proof"), self._labels, help_text=help_text))
        flow = Flow(gap=LARGE)
        flow.add(self._chosen(one, self._follow_up) for one in CHECKED)
        flow.addWidget(Field(self._voice, lambda t: t.say("Your work each time"), self._minutes, unit=lambda t: t.say("minutes")))
        card.add(flow)
        return card

    def _words(self, words: Words) -> Field:
        control: TextField | TextArea = TextArea(self._voice, lines=(words.lines, 12)) if words.lines else TextField(self._voice)
        control.setObjectName(words.name)
        control.changed.connect(lambda said, name=words.name: self._write(name, str(said)))
        self._texts[words.name] = control
        help_text = self._demand_help if words.name == "demand" else words.help
        self._fields[words.name] = Field(self._voice, words.label, control, help_text=help_text)
        return self._fields[words.name]

    def _chosen(self, one: Chosen, change: Callable[[str, object], None]) -> Field:
        select = Select(self._voice, alternatives(one.choices))
        select.setObjectName(one.name)
        select.changed.connect(lambda value, name=one.name: change(name, value))
        self._selects[one.name] = select
        return Field(self._voice, one.label, select)

    def _connect(self) -> None:
        self._values.drafted.connect(self.drafted)
        self._values.wanted.connect(self._ask_for)
        self._fitting.drafted.connect(self.drafted)
        self._fields["groups"] = self._fitting.groups
        self._country.changed.connect(lambda value: self._change(country=Country(value)))
        self._languages.changed.connect(lambda value: self._read_in(str(value)))
        self._place.changed.connect(lambda values: self._change(place=values))
        self._labels.added.connect(lambda name: self._change(labels=(*self._draft.labels, name)))
        self._labels.removed.connect(lambda name: self._change(labels=tuple(one for one in self._draft.labels if one != name)))
        self._minutes.changed.connect(lambda value: self._follow_up("minutes", int(value or 0)))

    def put(self, draft: Requirement) -> None:
        """Show a requirement as it stands."""
        if draft.country is not self._draft.country or not self.language:
            self.language = draft.country.languages[0]
        self._draft = draft
        texts = draft.texts.get(self.language, EMPTY)
        for name, control in self._texts.items():
            control.put_value(getattr(texts, name))
        for name, select in self._selects.items():
            holder: Any = draft if hasattr(draft, name) else draft.follow_up
            select.put_value(getattr(holder, name))
        self._country.put_value(draft.country)
        self._country.setEnabled(not draft.id)
        self._languages.put_value(self.language)
        self._place.put_value(draft.place)
        self._labels.put([(name, self._label_name(name)) for name in draft.labels])
        self._minutes.put_value(Decimal(draft.follow_up.minutes))
        self._values.put(draft, self.language)
        self._fitting.put(draft)
        for field in self._fields.values():
            field.show_error("")

    def tell_missing(self, missing: Sequence[Lacking]) -> None:
        """Say what must be filled in, at the place for it."""
        if {Lacking.TITLE, Lacking.DEMAND} & set(missing):
            self._read_in(self._draft.country.languages[0])
        for name in missing:
            self._fields[name.value].show_error(lambda t: t.say("This must be filled in."))
        self._fields[missing[0].value].control.setFocus()

    def tell_faults(self) -> bool:
        """Say what is wrong with the values to fill in, at the place for it; False when nothing is."""
        return self._values.tell_faults()

    def _ask_for(self, name: str) -> None:
        """Put a value in the demand: where its writer was last, else at the end."""
        area = self._texts["demand"]
        if isinstance(area, TextArea):
            cursor = area.textCursor()
            if cursor.atStart():
                cursor.movePosition(QTextCursor.MoveOperation.End)
            before = area.toPlainText()[: cursor.position()]
            cursor.insertText(f"{{{name}}}" if not before or before[-1].isspace() else f" {{{name}}}")
            area.commit()
            area.setFocus()

    def _sort(self, name: str, value: object) -> None:
        """Choose the kind, level or theme; another kind stands in another part of the tender documents."""
        fields: dict[str, object] = {name: value}
        if isinstance(value, Kind):
            fields["place"] = (self._draft.place - {self._draft.kind.place}) | {value.place}
        self._change(**fields)

    def _change(self, **fields: Any) -> None:  # noqa: ANN401 - any field of a requirement
        self.drafted.emit(replace(self._draft, **fields))

    def _follow_up(self, name: str, value: object) -> None:
        self._change(follow_up=replace(self._draft.follow_up, **{name: value}))  # type: ignore[arg-type] # the list it is chosen from

    def _write(self, name: str, said: str) -> None:
        texts = replace(self._draft.texts.get(self.language, EMPTY), **{name: said})
        self._change(texts={**self._draft.texts, self.language: texts})

    def _read_in(self, language: str) -> None:
        for control in self._texts.values():
            control.commit()
        self.language = language
        self.turned.emit()

    def _languages_help(self, t: Translation) -> str:
        own = Language(self._draft.country.languages[0]).own_name
        return t.say("{language} is needed, since it is the language of the contract. The others are for readers across the border.", language=own)

    def _demand_help(self, t: Translation) -> str:
        words = next(words.help for words in DEMANDED if words.name == "demand")
        said = words(t) if callable(words) else words
        names = ", ".join(f"{{{one.name}}}" for one in self._draft.parameters)
        values = t.say("Values that are filled in for each purchase: {names}.", names=names) if names else ""
        return " ".join(part for part in (said, values) if part)

    def _find_labels(self, words: str) -> list[Alternative]:
        names = [(name, self._label_name(name)) for name in self._catalog.labels if name not in self._draft.labels]
        return found(words, names, self._voice)

    def _label_name(self, name: str) -> Callable[[Translation], str]:
        label = self._catalog.labels.get(name)
        return lambda t: label.names[t.language.value] if label is not None else name
