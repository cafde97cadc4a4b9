"""How the page about Norway's FOA § 7-9 looks: the way to meet the rule, its number or its reason, and the verdict."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kravkompass.guidance.environment_rule import WITH_REASON, Ruling, Way, judge, ways_on
from kravkompass.guidance.saying import said_finding
from kravkompass.language import text
from kravkompass.ui.letting_go import let_go
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.choice import Alternative, Choice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.text_fields import TextArea
from kravkompass.ui.widgets.value_fields import NumberField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.language import Translation
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

_WAYS = {
    Way.WEIGHT: (text("Award criteria with weight"), text("Climate and environment weigh at least the share the rule asks for.")),
    Way.PRIORITY: (text("Award criteria in order"), text("The criteria are only given in order of priority.")),
    Way.REQUIREMENTS: (
        text("Requirements in the specification instead"),
        text("When it is clear that they give a better effect. The reason stands in the tender documents."),
    ),
    Way.INSIGNIFICANT: (text("Exempt: insignificant footprint"), text("By its nature, with a reason. The exemption is narrow.")),
    Way.VITAL_INTERESTS: (
        text("Exempt: vital interests"),
        text("In health, safety or preparedness, with a reason. From 1 July 2026."),
    ),
    Way.NATIONAL_MINIMUM: (
        text("Exempt: mandatory standardised minimum requirements"),
        text("When such requirements apply, with a reason. From 1 July 2026."),
    ),
}


class EnvironmentPage(WizardPage):
    """Choosing the way, with what it needs."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers)
        self._ways: tuple[Way, ...] = ()
        self._way = Choice(voice, ())
        self._weight = NumberField(voice, least=0, most=100)
        self._weight.setObjectName("environment-weight")
        self._weight.changed.connect(lambda value: self._number("environment-weight", value))
        self._place = NumberField(voice, least=1, most=20)
        self._place.setObjectName("environment-priority")
        self._place.changed.connect(lambda value: self._number("environment-priority", value))
        self._reason = TextArea(voice)
        self._reason.setObjectName("environment-reason")
        self._reason.changed.connect(lambda words: wizard.answer("environment-reason", str(words) or None))
        self._verdict = Callout(voice, Tone.INFO, "")
        self._card = Card()
        self.add(self._card)
        self._extra = Card()
        self._weight_field = Field(
            voice, lambda t: t.say("Weight of climate and environment"), self._weight, unit=lambda t: t.say("percent")
        )
        self._place_field = Field(voice, lambda t: t.say("Place in the order of priority"), self._place)
        self._reason_field = Field(
            voice, lambda t: t.say("Reason"), self._reason, help_text=lambda t: t.say("Is printed with the decisions.")
        )
        for field in (self._weight_field, self._place_field, self._reason_field):
            self._extra.add(field)
        self.add(self._extra)
        self.add(self._verdict)

    def refresh(self) -> None:
        """Show the ways that can be taken on the day of announcement, what the chosen one needs, and the verdict."""
        current = self.wizard.guide
        ways = ways_on(current.picture.day)
        if ways != self._ways:
            self._offer(ways)
        facts = current.purchase.facts
        way = facts.words("environment-way")
        self._way.put_value(way or None)
        self._weight.put_value(_decimal(facts.number("environment-weight")))
        self._place.put_value(_decimal(facts.number("environment-priority")))
        self._reason.put_value(facts.words("environment-reason"))
        self._weight_field.setVisible(way == Way.WEIGHT.value)
        self._place_field.setVisible(way == Way.PRIORITY.value)
        self._reason_field.setVisible(way in {one.value for one in WITH_REASON})
        self._extra.setVisible(bool(way))
        self._show_verdict()

    def _offer(self, ways: tuple[Way, ...]) -> None:
        self._ways = ways
        self._way.setParent(None)
        let_go(self._way)
        self._way = Choice(self.voice, [_alternative(way) for way in ways])
        self._way.changed.connect(lambda way: self.wizard.answer("environment-way", str(way)))
        self._card.add(self._way)

    def _show_verdict(self) -> None:
        current = self.wizard.guide
        verdict = judge(current.purchase.facts, current.rows(self.language), current.picture.rules, current.picture.day)
        if verdict.is_met:
            self._verdict.put(
                Tone.POSITIVE, lambda t: t.say("The rule is met"), lambda t: t.say("FOA § 7-9. Help, not legal advice.")
            )
            return
        findings = self.wizard.findings(self.language)
        found = next((one for one in findings if one.page == "environment"), None)
        tone = Tone.INFO if verdict.ruling is Ruling.OPEN else Tone.WARNING

        def said(t: Translation) -> str:
            return said_finding(found, t, self.wizard.catalog) if found is not None else ""

        self._verdict.put(tone, lambda t: t.say("Not yet met"), said)

    def _number(self, name: str, value: object) -> None:
        self.wizard.answer(name, int(value) if isinstance(value, Decimal) else None)

    def first_focus(self) -> QWidget:
        """Begin at the ways."""
        return self._way


def _alternative(way: Way) -> Alternative:
    name, note = _WAYS[way]
    return Alternative(way.value, lambda t: t.say(name), lambda t: t.say(note))


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
