"""How the page of supply-chain risk looks: a level per area with its reasons, never just a colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.guidance.reasons import Code
from kravkompass.guidance.saying import said_reason
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import LARGE, MEDIUM, SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.views.production_card import ProductionCard
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.text_fields import TextArea

if TYPE_CHECKING:
    from kravkompass.guidance.reasons import Reason
    from kravkompass.guidance.risk import RiskView
    from kravkompass.language import Translation
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

RISK_TONES = {
    RiskLevel.LOW: Tone.POSITIVE,
    RiskLevel.MEDIUM: Tone.WARNING,
    RiskLevel.UNKNOWN: Tone.WARNING,
    RiskLevel.HIGH: Tone.NEGATIVE,
    RiskLevel.VERY_HIGH: Tone.NEGATIVE,
}
REASONS_SHOWN = 3


class RiskPage(WizardPage):
    """One card an area, with reasons, sources and years, and a way to overrule."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers)
        self._shown: tuple[RiskView, ...] = ()
        self._production = ProductionCard(voice, wizard)
        self._production.message.connect(self.message)
        self.add(self._production)
        self._levels = QWidget()
        self._inside = column(self._levels, gap=LARGE)
        self.add(self._levels)

    def refresh(self) -> None:
        """Show the countries and the risk as they stand."""
        self._production.refresh()
        if self.wizard.guide.risks == self._shown:
            return
        self._shown = self.wizard.guide.risks
        clear(self._inside)
        self._inside.addWidget(
            Callout(
                self.voice,
                Tone.INFO,
                lambda t: t.say("What the risk changes"),
                lambda t: t.say(
                    "A high risk for human rights or workers' rights raises the supply-chain terms to a higher level and adds follow-up."
                ),
            )
        )
        for view in self._shown:
            self._inside.addWidget(self._card(view))

    def first_focus(self) -> QWidget:
        """Begin at the countries."""
        return self._production.search

    def _card(self, view: RiskView) -> Card:
        card = Card()
        line = Flow(gap=MEDIUM)
        line.addWidget(Label(self.voice, lambda t: t.say(source_name(view.area)), Text.HEADING, wraps=False))
        line.addWidget(self._chip(view))
        if view.overruled:
            line.addWidget(Chip(self.voice, lambda t: t.say("Set by you"), Tone.ACCENT))
        card.add(line)
        card.add(self._reasons(view.reasons[:REASONS_SHOWN]))
        if len(view.reasons) > REASONS_SHOWN:
            card.add(Expander(self.voice, lambda t: t.say("More reasons"), self._folded(view.reasons[REASONS_SHOWN:])))
        card.add(self._buttons(view))
        return card

    def _chip(self, view: RiskView) -> Chip:
        """Say the level; where nobody has published anything that is said, and not that the risk is low."""
        if not view.overruled and {reason.code for reason in view.reasons} == {Code.NO_RISK_DATA}:
            return Chip(self.voice, lambda t: t.say("Nothing published"))
        return Chip(self.voice, lambda t: t.say(source_name(view.level)), RISK_TONES[view.level])

    def _folded(self, reasons: tuple[Reason, ...]) -> QWidget:
        sheet = QWidget()
        sheet.setLayout(self._reasons(reasons))
        return sheet

    def _reasons(self, reasons: tuple[Reason, ...]) -> QVBoxLayout:
        words = column(gap=SMALL)
        for reason in reasons:
            words.addWidget(Label(self.voice, self._said(reason), Text.MUTED))
        return words

    def _said(self, reason: Reason) -> Callable[[Translation], str]:
        return lambda t: said_reason(reason, t, self.wizard.catalog)

    def _buttons(self, view: RiskView) -> Flow:
        line = Flow(gap=SMALL)
        overrule = Button(self.voice, lambda t: t.say("I see it differently"), Weight.QUIET, "edit")
        overrule.clicked.connect(lambda: self._overrule(view.area))
        line.addWidget(overrule)
        if view.overruled:
            back = Button(self.voice, lambda t: t.say("Use the published level"), Weight.QUIET, "undo")
            back.clicked.connect(lambda: self.wizard.forget_risk(view.area))
            line.addWidget(back)
        return line

    def _overrule(self, area: RiskArea) -> None:
        prompt = Prompt(
            self.voice,
            lambda t: t.say(source_name(area)),
            lambda t: t.say("Set the level you find right, and write why."),
            over=self,
        )
        level = Segments(self.voice, [_level(one) for one in (RiskLevel.LOW, RiskLevel.MEDIUM, RiskLevel.HIGH)])
        level.put_value(self._shown[list(RiskArea).index(area)].level.value)
        reason = TextArea(self.voice, lambda t: t.say("Reason"))
        prompt.add(level)
        prompt.add(
            Field(
                self.voice,
                lambda t: t.say("Reason"),
                reason,
                help_text=lambda t: t.say("Needed, so that the decision holds in an audit."),
            )
        )
        keep = Button(self.voice, lambda t: t.say("Set the level"), Weight.PRIMARY)
        keep.setEnabled(False)
        reason.textChanged.connect(lambda: keep.setEnabled(bool(reason.value and level.value)))
        level.changed.connect(lambda _value: keep.setEnabled(bool(reason.value)))
        prompt.offer([(keep, 1), (Button(self.voice, lambda t: t.say("Cancel")), 0)])
        level.setFocus()
        if prompt.exec() == 1 and level.value:
            self.wizard.override_risk(area, RiskLevel(str(level.value)), reason.value)


def _level(level: RiskLevel) -> Alternative:
    return Alternative(level.value, lambda t: t.say(source_name(level)))
