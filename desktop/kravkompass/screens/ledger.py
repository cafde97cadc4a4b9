"""The wizard's page of decisions: the ledger, all of it or a part."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kravkompass.guidance.again import Changed, changed_since
from kravkompass.guidance.ledger import Entry, ledger
from kravkompass.guidance.listing import text_language
from kravkompass.guidance.purchase import Verdict
from kravkompass.guidance.saying import said_change
from kravkompass.language import text

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.screens.wizard import Wizard


class Part(StrEnum):
    """A part of the ledger."""

    ALL = "all"
    CHOSEN = "chosen"
    ADAPTED = "adapted"
    LEFT_OUT = "left-out"
    WAITING = "waiting"


PART_NAMES = {
    Part.ALL: text("All"),
    Part.CHOSEN: text("Chosen"),
    Part.ADAPTED: text("Adapted"),
    Part.LEFT_OUT: text("Left out"),
    Part.WAITING: text("Not decided"),
}
_VERDICTS = {Part.CHOSEN: Verdict.CHOSEN, Part.ADAPTED: Verdict.ADAPTED, Part.LEFT_OUT: Verdict.LEFT_OUT, Part.WAITING: None}


class Ledger:
    """The decisions in the wizard's purchase."""

    def __init__(self, wizard: Wizard) -> None:
        self._wizard = wizard

    def entries(self, part: Part, translation: Translation) -> tuple[Entry, ...]:
        """Give a part of the ledger, said in a language."""
        whole = ledger(self._wizard.guide, self._wizard.catalog, translation)
        return tuple(one for one in whole if part is Part.ALL or one.verdict is _VERDICTS[part])

    def since(self, translation: Translation) -> tuple[str, ...] | None:
        """Say what has changed in the catalog since decisions were made elsewhere; None when none was taken from elsewhere."""
        current = self._wizard.guide
        if not any(decision.taken_from for decision in current.purchase.decisions.values()):
            return None
        return tuple(self._change(one, translation) for one in changed_since(current))

    def _change(self, change: Changed, translation: Translation) -> str:
        requirement = self._wizard.guide.requirements.get(change.requirement)
        language = text_language(requirement, translation.language.value) if requirement is not None else ""
        title = requirement.texts[language].title if requirement is not None else change.requirement
        return f"{title}: {said_change(change, translation)}"
