"""The wizard's page of decisions: the ledger, all of it or a part."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kravkompass.guidance.ledger import Entry, ledger
from kravkompass.guidance.purchase import Verdict
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
