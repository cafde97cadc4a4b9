"""How the catalog looks: a field to search in, what was found, and each requirement whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.catalog.naming import name, source_date, source_name
from kravkompass.catalog.terms import Country
from kravkompass.screens.catalog import Browser, Line
from kravkompass.ui.layout import Flow, column, row
from kravkompass.ui.look import LARGE, MEDIUM, SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.view import View
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.page import Page
from kravkompass.ui.widgets.table import Column, DataTable
from kravkompass.ui.widgets.text_fields import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.catalog.requirement import Requirement, Source
    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice, Wording

_COLUMNS: tuple[Column[Line], ...] = (
    Column(lambda t: t.say("Requirement"), lambda one, _t: one.title, share=6),
    Column(lambda t: t.say("Theme"), lambda one, t: name(one.requirement.theme, t), share=3),
    Column(lambda t: t.say("Level"), lambda one, t: name(one.requirement.level, t), share=2),
    Column(lambda t: t.say("Id"), lambda one, _t: one.requirement.id, share=3),
)
EVERYWHERE = "all"


class CatalogView(View):
    """All requirements of both countries."""

    def __init__(self, voice: Voice, screen: Browser) -> None:
        super().__init__(voice)
        self._screen = screen
        self._search = SearchField(
            voice, lambda t: t.say("Search the requirements"), lambda t: t.say("Search, such as “bananas” or “cleaning”")
        )
        self._search.changed.connect(lambda _text: self.refresh())
        self._country = Segments(voice, [Alternative(EVERYWHERE, lambda t: t.say("Both")), *(_country(one) for one in Country)])
        self._country.put_value(EVERYWHERE)
        self._country.changed.connect(lambda _value: self.refresh())
        self._table: DataTable[Line] = DataTable(voice, lambda t: t.say("Requirements"), _COLUMNS)
        self._table.selected.connect(lambda line: self._show(line.requirement if line else None))
        self._count = Label(voice, "", Text.MUTED)
        self._page = Page(voice)
        self._shown: Requirement | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        across = row(self, gap=0)
        left = QWidget()
        down = column(left, gap=MEDIUM, margins=LARGE)
        down.addWidget(Label(self.voice, lambda t: t.say("Requirements"), Text.TITLE))
        down.addWidget(self._search)
        line = row(gap=SMALL)
        line.addWidget(self._country)
        line.addStretch()
        line.addWidget(self._count)
        down.addLayout(line)
        down.addWidget(self._table, 1)
        across.addWidget(left, 5)
        across.addWidget(self._page, 4)

    def title(self, say: Translation) -> str:
        """Give the window's title."""
        return say.say("Requirements")

    def first_focus(self) -> QWidget:
        """Begin at the search."""
        return self._search

    def refresh(self) -> None:
        """Search, and show what was found."""
        chosen = self._country.value
        country = Country(str(chosen)) if chosen in set(Country) else None
        lines = self._screen.lines(self._search.value, country, self.voice.translation.language)
        self._table.put(lines)
        n = len(lines)
        self._count.put(lambda t: t.count("{n} requirement", "{n} requirements", n))
        self._show(self._shown or (lines[0].requirement if lines else None))

    def _show(self, requirement: Requirement | None) -> None:
        self._page.empty()
        self._shown = requirement
        if requirement is None:
            return
        texts = self._screen.texts(requirement, self.voice.translation.language)
        self._page.set_title(texts.title)
        chips = Flow(gap=SMALL)
        chips.add(
            (
                Chip(self.voice, lambda t: t.say(source_name(requirement.country))),
                Chip(self.voice, lambda t: t.say(source_name(requirement.kind))),
                Chip(self.voice, lambda t: t.say(source_name(requirement.level)), Tone.ACCENT),
                Chip(self.voice, lambda t: t.say(source_name(requirement.confidence))),
            )
        )
        self._page.add(chips)
        self._page.add(Label(self.voice, texts.demand).selectable())
        pairs: list[tuple[Wording, Wording]] = [
            (lambda t: t.say("Why"), texts.why),
            (lambda t: t.say("Evidence"), texts.evidence),
            (lambda t: t.say("Follow-up"), texts.follow_up),
            (lambda t: t.say("Ask at the meeting"), texts.question),
            (lambda t: t.say("Met"), texts.met),
            (lambda t: t.say("Partly met"), texts.partly),
            (lambda t: t.say("Not met"), texts.not_met),
            (lambda t: t.say("Id"), requirement.id),
            (lambda t: t.say("National id"), requirement.national_id or "–"),
        ]
        pairs += [(lambda t: t.say("Source"), _source(one)) for one in self._screen.sources(requirement)]
        self._page.add(KeyValues(self.voice, pairs))
        self._page.to_top()


def _country(country: Country) -> Alternative:
    return Alternative(country.value, lambda t: t.say(source_name(country)))


def _source(one: Source) -> Callable[[Translation], str]:
    return lambda t: f"{one.title}. {one.publisher}, {source_date(one, t)}. {one.address}"
