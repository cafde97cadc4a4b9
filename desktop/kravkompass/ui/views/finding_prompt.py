"""Asking what to do with a finding from another municipality: use it, use it in part, or check oneself; with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.followup.contract import texts_in
from kravkompass.followup.reuse_naming import USE_MEANS, USE_NAMES
from kravkompass.followup.shared_finding import Use
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, Choice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.option import Tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kravkompass.language import Translation
    from kravkompass.screens.contract_findings import Findings, Offer
    from kravkompass.ui.language import Voice


def decide(voice: Voice, screen: Findings, offer: Offer, over: QWidget) -> Callable[[], None] | None:
    """Ask, and keep the decision; gives what undoes it, None when nothing was decided."""
    prompt = FindingPrompt(voice, offer, over)
    if prompt.exec() != 1:
        return None
    return screen.decide(offer, prompt.use, prompt.reason, prompt.lighter(voice))


class FindingPrompt(Prompt):
    """The proposal is chosen already; anything else wants a reason before it can be kept."""

    def __init__(self, voice: Voice, offer: Offer, over: QWidget | None = None) -> None:
        _, texts = texts_in(offer.fit.requirement, voice.translation.language)
        super().__init__(
            voice,
            lambda t: t.say("What is to be done about {number}?", number=offer.fit.requirement.number),
            f"{texts.title} · {offer.fit.supplier.name} · {offer.fit.finding.origin}",
            over=over,
        )
        self._offer = offer
        self._use = Choice(voice, [_alternative(one, proposed=one is offer.assessment.use) for one in Use])
        self._use.put_value(offer.decision.decided if offer.decision else offer.assessment.use)
        self._reason = NoteArea(voice, lambda t: t.say("Your reason"), lines=(2, 6))
        self._reason.put_value(offer.decision.reason if offer.decision else "")
        self._asked = Field(
            voice,
            lambda t: t.say("Your reason"),
            self._reason,
            help_text=lambda t: t.say("Must be there when you decide something else than the tests propose."),
        )
        self._lighter = Tick(voice, self._lightening, lambda t: t.say("Take the tick away to keep the check as it is planned."))
        self._lighter.setChecked(True)
        self.add(self._use)
        self.add(self._lighter)
        self.add(self._asked)
        self._keep = Button(voice, lambda t: t.say("Keep the decision"), Weight.PRIMARY, "check")
        self._use.changed.connect(lambda _use: self._judge())
        self._reason.textChanged.connect(self._judge)
        self.offer([(self._keep, 1), (Button(voice, lambda t: t.say("Cancel")), 0)])
        self._judge()
        self._use.setFocus()

    @property
    def use(self) -> Use:
        """What was chosen."""
        return Use(str(self._use.value))

    @property
    def reason(self) -> str:
        """What was written."""
        return self._reason.value

    def lighter(self, voice: Voice) -> str:
        """Give what the lightened check will say of it; empty when it is to stay as it is."""
        if self.use is not Use.REUSE or not self._lighter.isChecked():
            return ""
        finding = self._offer.fit.finding
        return voice.say(
            "{number}: checked by {origin} on {day}, taken over",
            number=self._offer.fit.requirement.number,
            origin=finding.origin,
            day=voice.translation.formats.short_date(finding.day),
        )

    def _lightening(self, t: Translation) -> str:
        check = self._offer.lighter
        if check is None:
            return t.say("Make the next planned check lighter")
        day = t.formats.long_date(check.day)
        if len(check.requirements) == 1:
            return t.say("Let the check on {day} fall away: nothing else is checked then", day=day)
        minutes = min(self._offer.fit.requirement.follow_up.minutes, check.minutes)
        return t.count("Make the check on {day} {n} minute lighter", "Make the check on {day} {n} minutes lighter", minutes, day=day)

    def _judge(self) -> None:
        there_is = self._offer.lighter is not None or bool(self._offer.decision and self._offer.decision.spared)
        self._lighter.setVisible(self.use is Use.REUSE and there_is)
        self._keep.setEnabled(self.use is self._offer.assessment.use or bool(self.reason))


def _alternative(use: Use, *, proposed: bool) -> Alternative:
    def words(t: Translation) -> str:
        said = t.say(USE_NAMES[use])
        return t.say("{use} (proposed)", use=said) if proposed else said

    return Alternative(use, words, lambda t: t.say(USE_MEANS[use]))
