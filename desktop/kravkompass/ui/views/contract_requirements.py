"""How what was agreed looks: every requirement with its frozen wording and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name, plural, revised
from kravkompass.followup.naming import STATUS_NAMES
from kravkompass.followup.raising import DEVIATING
from kravkompass.language import Language
from kravkompass.screens.contract import texts_in
from kravkompass.ui.layout import Flow, column
from kravkompass.ui.look import SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card, SectionTitle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from kravkompass.catalog.requirement import Texts
    from kravkompass.catalog.terms import Kind
    from kravkompass.followup.activity import Outcome, Status
    from kravkompass.followup.contract import FrozenRequirement
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

TONES = {
    "met": Tone.POSITIVE,
    "partly": Tone.WARNING,
    "not-met": Tone.NEGATIVE,
    "not-checked": Tone.NEUTRAL,
    "not-applicable": Tone.NEUTRAL,
}


class RequirementsPage(ContractPage):
    """The requirements by kind, in the order of the list."""

    section = "requirements"

    def __init__(self, voice: Voice, screen: ContractScreen, workers: Workers) -> None:
        super().__init__(voice, screen, workers)
        self._cards: dict[str, QWidget] = {}

    def refresh(self) -> None:
        """Show the requirements with their latest outcomes."""
        self.empty()
        self._cards = {}
        latest = self.contract_screen.latest()
        kind: Kind | None = None
        for requirement in self.contract_screen.requirements:
            if requirement.kind is not kind:
                kind = requirement.kind
                self.add(self._heading(requirement.kind))
            card = self._card(requirement, latest.get(requirement.id))
            self._cards[requirement.id] = card
            self.add(card)

    def show_part(self, identity: str) -> None:
        """Bring a requirement into sight."""
        if identity in self._cards:
            self.ensureWidgetVisible(self._cards[identity])

    def _heading(self, kind: Kind) -> SectionTitle:
        return SectionTitle(self.voice, lambda t: plural(kind, t))

    def _card(self, requirement: FrozenRequirement, outcome: Outcome | None) -> Card:
        language, texts = texts_in(requirement, self.language)
        card = Card()
        inside = column(gap=SMALL)
        inside.addWidget(Label(self.voice, f"{requirement.number}  {texts.title}", Text.STRONG))
        chips = Flow(gap=SMALL)
        chips.add(self._chips(requirement, outcome, language))
        inside.addLayout(chips)
        inside.addWidget(Label(self.voice, texts.demand).selectable())
        inside.addWidget(Expander(self.voice, lambda t: t.say("How it is followed up"), self._details(requirement, texts)))
        if outcome is not None and outcome.status in DEVIATING:
            inside.addWidget(self._to_deviation(requirement, outcome))
        card.add(inside)
        return card

    def _to_deviation(self, requirement: FrozenRequirement, outcome: Outcome) -> Button:
        """Offer to go to the deviation that an outcome is, or to note it."""
        button = Button(
            self.voice, lambda t: t.say("Deviation at {number} …", number=requirement.number), Weight.QUIET, "deviation"
        ).flush()
        button.clicked.connect(lambda _on=False: self.jump.emit("deviations", outcome.id))
        return button

    def _chips(self, requirement: FrozenRequirement, outcome: Outcome | None, language: str) -> Iterator[Chip]:
        if outcome is None:
            yield Chip(self.voice, lambda t: t.say("Not checked yet"))
        else:
            status: Status = outcome.status
            yield Chip(
                self.voice,
                lambda t: t.say("{status}, {day}", status=t.say(STATUS_NAMES[status]), day=t.formats.short_date(outcome.day)),
                TONES[status.value],
            )
        yield Chip(self.voice, lambda t: t.say("Level: {level}", level=name(requirement.level, t)))
        if requirement.statutory:
            yield Chip(self.voice, lambda t: t.say("Asked for by law"), Tone.INFO, "law")
        if language != self.language.value:
            yield Chip(self.voice, lambda t: t.say("Only in {language}", language=Language(language).own_name), Tone.WARNING)

    def _details(self, requirement: FrozenRequirement, texts: Texts) -> KeyValues:
        details = KeyValues(self.voice)
        details.put([
            (lambda t: t.say("Evidence"), texts.evidence),
            (lambda t: t.say("What you do"), texts.follow_up),
            (lambda t: t.say("Ask at the meeting"), texts.question),
            (lambda t: t.say("Id"), lambda t: revised(requirement.requirement, requirement.revision, t)),
        ])
        return details
