"""How the page for looking over looks: findings with what to do, and a way to the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.guidance.findings import Finding, Weight
from kravkompass.guidance.saying import said_finding
from kravkompass.screens.checks import Checks
from kravkompass.ui.look import Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.button import Button
from kravkompass.ui.widgets.button import Weight as ButtonWeight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

TONES = {Weight.ERROR: Tone.NEGATIVE, Weight.WARNING: Tone.WARNING, Weight.HINT: Tone.INFO}


class ChecksPage(WizardPage):
    """The findings, the most serious first."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers)
        self._screen = Checks(wizard)

    def refresh(self) -> None:
        """Look the list over and show what was found."""
        self.empty()
        findings = self._screen.findings(self.language)
        if not findings:
            self.add(
                Callout(
                    self.voice,
                    Tone.POSITIVE,
                    lambda t: t.say("Nothing to put right"),
                    lambda t: t.say("The list is ready to be exported."),
                )
            )
        for finding in findings:
            self.add(self._callout(finding))
        self.add(
            Label(
                self.voice,
                lambda t: t.say("This is help, not legal advice. You decide what applies in your purchase."),
                Text.MUTED,
            )
        )

    def _callout(self, finding: Finding) -> Callout:
        show = Button(self.voice, lambda t: t.say("Go there"), ButtonWeight.QUIET, "next")
        show.clicked.connect(lambda: self.jump.emit(finding.page, finding.requirement))
        return Callout(
            self.voice, TONES[finding.weight], lambda t: heading(finding, t), lambda t: self._said(finding, t), [show]
        )

    def _said(self, finding: Finding, t: Translation) -> str:
        said = said_finding(finding, t, self.wizard.catalog)
        return f"{said} ({finding.law})" if finding.law else said


def heading(finding: Finding, t: Translation) -> str:
    """Say how serious a finding is."""
    match finding.weight:
        case Weight.ERROR:
            return t.say("Must be put right")
        case Weight.WARNING:
            return t.say("Look at this")
        case _:
            return t.say("Worth knowing")
