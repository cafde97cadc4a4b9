"""Copying requirements: one of them from its card, or the whole list, as running text or as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.guidance.listing import Listed, proposed_decision
from kravkompass.language import Translation

if TYPE_CHECKING:
    from kravkompass.documents.clipboard import Copied
    from kravkompass.screens.requirements import Choice
    from kravkompass.screens.wizard import Wizard


def copied_choice(choice: Choice, translation: Translation) -> Copied:
    """Give a requirement as it stands on its card."""
    from kravkompass.documents.clipboard import copied_requirement

    decision = choice.decision or proposed_decision(choice.requirement)
    row = Listed(choice.requirement, decision, choice.language, choice.texts, proposed=choice.decision is None)
    return copied_requirement(row, translation)


def copied_list(wizard: Wizard, translation: Translation, *, as_tables: bool) -> Copied:
    """Give the wizard's whole list in a language."""
    from kravkompass.documents import clipboard
    from kravkompass.documents.sheet import Sheet

    rows = wizard.guide.rows(translation.language)
    sheet = Sheet(wizard.purchase, rows, wizard.catalog, wizard.today, translation)
    return clipboard.copied_tables(sheet) if as_tables else clipboard.copied_list(sheet)
