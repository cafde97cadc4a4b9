"""How the page of decisions looks: every proposal and decision by theme, with its reason, and a way to it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import source_name
from kravkompass.guidance.purchase import Verdict
from kravkompass.language import Language
from kravkompass.screens.ledger import PART_NAMES, Ledger, Part
from kravkompass.ui.layout import Flow, column
from kravkompass.ui.look import SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.choice import Alternative
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.page import WORKING
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import Card, SectionTitle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.catalog.terms import Theme
    from kravkompass.guidance.ledger import Entry
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

_TONES = {Verdict.CHOSEN: Tone.POSITIVE, Verdict.ADAPTED: Tone.INFO, Verdict.LEFT_OUT: Tone.NEUTRAL, None: Tone.ACCENT}


class LedgerPage(WizardPage):
    """The ledger, as the decision annex prints it."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers, width=WORKING)
        self._screen = Ledger(wizard)
        # A list that opens and not segments: five of them are too wide for a narrow page with large text.
        self._part = Select(voice, [_alternative(part) for part in Part], lambda t: t.say("Show"))
        self._part.put_value(Part.ALL)
        self._part.changed.connect(lambda _part: self.refresh())
        self._part.setObjectName("ledger-part")
        self._count = Label(voice, "", Text.MUTED)

    def refresh(self) -> None:
        """Show the part that is asked for."""
        for kept in (self._part, self._count):
            kept.setParent(None)
        self.empty()
        bar = Flow(gap=SMALL)
        bar.add((self._part, self._count))
        self.add(bar)
        self._part.show()
        self._count.show()
        if (since := self._screen.since(self.voice.translation)) is not None:
            self.add(self._taken(since))
        found = self._screen.entries(Part(str(self._part.value)), self.voice.translation)
        n = len(found)
        self._count.put(lambda t: t.count("{n} requirement", "{n} requirements", n))
        for theme, entries in groupby(found, lambda one: one.theme):
            self.add(self._theme_title(theme))
            for one in entries:
                self.add(self._card(one))
        if not found:
            self.add(Label(self.voice, lambda t: t.say("Nothing here."), Text.MUTED))

    def _taken(self, since: tuple[str, ...]) -> Callout:
        return Callout(
            self.voice,
            Tone.INFO,
            lambda t: t.say("What has changed in the catalog since the decisions were made"),
            lambda t: "\n".join(since) or t.say("Nothing has changed in the catalog since the decisions were made."),
        )

    def _theme_title(self, theme: Theme) -> SectionTitle:
        return SectionTitle(self.voice, lambda t: t.say(source_name(theme)))

    def _card(self, one: Entry) -> Card:
        card = Card()
        words = column(gap=SMALL)
        chips = Flow(gap=SMALL)
        chips.addWidget(Chip(self.voice, one.decided, _TONES[one.verdict]))
        if one.newer:
            chips.addWidget(Chip(self.voice, lambda t: t.say("Newer version"), Tone.WARNING))
        if one.language != self.language.value:
            own = Language(one.language).own_name
            chips.addWidget(Chip(self.voice, lambda t: t.say("Text in {language}", language=own)))
        words.addLayout(chips)
        words.addWidget(Label(self.voice, one.title, Text.STRONG))
        for reason in one.reasons:
            words.addWidget(Label(self.voice, reason))
        words.addWidget(Label(self.voice, one.known_as, Text.MUTED))
        card.add(words)
        card.add(Expander.of_text(self.voice, lambda t: t.say("Why it was proposed"), one.proposed))
        there = Button(self.voice, lambda t: t.say("Go there"), Weight.QUIET, "next")
        there.setAccessibleDescription(one.title)
        there.clicked.connect(lambda _on=False: self.jump.emit("requirements", one.requirement))
        buttons = Flow(gap=SMALL)
        buttons.addWidget(there)
        card.add(buttons)
        return card

    def first_focus(self) -> QWidget:
        """Begin at the choice of part."""
        return self._part


def _alternative(part: Part) -> Alternative:
    return Alternative(part, lambda t: t.say(PART_NAMES[part]))
