"""The columns that tables of contracts are made of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.home import shown_title
from kravkompass.ui.widgets.table import Column

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.purchases.rows import ContractRow


def is_overdue(contract: ContractRow, today: date) -> bool:
    """Whether something should have been done before today."""
    return bool(contract.next_day) and date.fromisoformat(contract.next_day) < today


def next_words(contract: ContractRow, today: date, t: Translation) -> str:
    """Say when something is to be done next, or since when it is overdue; empty when nothing is planned."""
    if not contract.next_day:
        return ""
    day = t.formats.short_date(date.fromisoformat(contract.next_day))
    return t.say("Overdue since {day}", day=day) if is_overdue(contract, today) else t.say("Next: {day}", day=day)


def next_column(today: date, share: int) -> Column[ContractRow]:
    """Give the column of what is to be done next: overdue in words."""
    return Column(
        lambda t: t.say("Next"),
        lambda one, t: next_words(one, today, t) if is_overdue(one, today) else next_day(one, t),
        tone=lambda one: Tone.WARNING if is_overdue(one, today) else Tone.NEUTRAL,
        order=lambda one: one.next_day or "9999",
        share=share,
    )


def next_day(one: ContractRow, t: Translation) -> str:
    """Give the day something is to be done next."""
    return t.formats.short_date(date.fromisoformat(one.next_day)) if one.next_day else "–"


def _followed_up(one: ContractRow, t: Translation) -> str:
    return t.say("{part} of {whole}", part=t.formats.number(one.checked), whole=t.formats.number(one.requirements))


TITLE: Column[ContractRow] = Column(lambda t: t.say("Contract"), lambda one, t: shown_title(one.title, t), share=4)
SUPPLIERS: Column[ContractRow] = Column(lambda t: t.say("Supplier"), lambda one, _t: ", ".join(one.suppliers) or "–", share=3)
REFERENCE: Column[ContractRow] = Column(lambda t: t.say("Reference number"), lambda one, _t: one.reference, share=2)
FOLLOWED_UP: Column[ContractRow] = Column(
    lambda t: t.say("Followed up"), _followed_up, order=lambda one: one.checked / max(one.requirements, 1), right=True, share=2
)
DEVIATIONS: Column[ContractRow] = Column(
    lambda t: t.say("Open deviations"), lambda one, t: t.formats.number(one.deviations), order=lambda one: one.deviations, right=True, share=3
)
