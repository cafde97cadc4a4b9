"""Choosing among the lots of a purchase: one of them to look at, or several that a requirement holds for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.guidance.saying import said_lot
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, MultiChoice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.select import Select

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from kravkompass.guidance.purchase import Lot, Purchase
    from kravkompass.screens.requirements import Choice
    from kravkompass.ui.language import Voice, Wording


class LotSelect(Field):
    """All lots, or one of them. Not shown for a purchase without lots. ``changed`` of its control comes with the id, "" for all."""

    def __init__(self, voice: Voice, label: Wording, help_text: Wording = "") -> None:
        self.select = Select(voice)
        super().__init__(voice, label, self.select, help_text=help_text)
        self.hide()

    @property
    def lot(self) -> str:
        """The id of the chosen lot; empty for all of them."""
        return str(self.select.value or "")

    def offer(self, purchase: Purchase) -> None:
        """Offer the lots of a purchase; the chosen one stays chosen while it is there."""
        chosen = self.lot
        self.select.offer([
            Alternative("", lambda t: t.say("All lots")),
            *(lot_alternative(purchase, lot) for lot in purchase.lots),
        ])
        self.select.put_value(chosen if chosen in {lot.id for lot in purchase.lots} else "")
        self.setVisible(bool(purchase.lots))


def lot_alternative(purchase: Purchase, lot: Lot) -> Alternative:
    """Give a lot as an answer that can be chosen."""
    return Alternative(lot.id, lambda t: said_lot(purchase, lot, t))


def ask_lots(voice: Voice, purchase: Purchase, choice: Choice, over: QWidget) -> Collection[str] | None:
    """Ask which of the lots it fits a requirement holds for; None when the buyer changed her mind."""
    prompt = Prompt(
        voice,
        lambda t: t.say("Lots that “{title}” holds for", title=choice.texts.title),
        lambda t: t.say("These are the lots whose product groups it is about. Leave a lot out where it does not belong."),
        over=over,
    )
    ticks = MultiChoice(voice, [lot_alternative(purchase, lot) for lot in choice.fits])
    ticks.put_value(lot.id for lot in choice.lots)
    prompt.add(ticks)
    keep = Button(voice, lambda t: t.say("Keep"), Weight.PRIMARY)
    ticks.changed.connect(lambda values: keep.setEnabled(bool(values)))
    prompt.offer([(keep, 1), (Button(voice, lambda t: t.say("Cancel")), 0)])
    return frozenset(map(str, ticks.value)) if prompt.exec() == 1 else None
