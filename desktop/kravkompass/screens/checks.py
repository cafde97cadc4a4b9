"""The wizard's page for looking over: what was found, and where to go to put it right."""

from __future__ import annotations

from kravkompass.guidance.findings import Finding, Weight
from kravkompass.language import Language
from kravkompass.screens.wizard import Wizard


class Checks:
    """The findings about the wizard's purchase."""

    def __init__(self, wizard: Wizard) -> None:
        self._wizard = wizard

    def findings(self, language: Language) -> tuple[Finding, ...]:
        """Give the findings, the most serious first."""
        return self._wizard.findings(language)

    def count(self, language: Language, weight: Weight) -> int:
        """Give how many findings are of a weight."""
        return sum(finding.weight is weight for finding in self.findings(language))
