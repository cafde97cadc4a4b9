"""How the page of product groups looks: what the description suggests and all there is to choose from; or lot by lot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.catalog.search_cpv import CpvCodeError, check_cpv
from kravkompass.screens.lots import Lots
from kravkompass.ui.layout import Flow
from kravkompass.ui.look import SMALL
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.group_picker import GroupPicker, said
from kravkompass.ui.views.lot_card import LotCard
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.surfaces import Card, SectionTitle
from kravkompass.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.guidance.purchase import Lot
    from kravkompass.screens.lots import Division
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.work import Workers


class GroupsPage(WizardPage):
    """Choosing product groups, for the whole purchase or for each of its lots."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers)
        self._lots = Lots(wizard)
        self._shown: tuple[str, ...] | None = None
        self._cards: dict[str, LotCard] = {}
        self._picker: GroupPicker | None = None
        self._kept_codes: tuple[str, ...] | None = None
        self._divide = self._button(lambda t: t.say("Divide into lots"), "product-group", self._divided)
        self.set_actions([self._divide])

    def _button(self, wording: Wording, icon: str, does: Callable[[], None], weight: Weight = Weight.SECONDARY) -> Button:
        button = Button(self.voice, wording, weight, icon)
        button.clicked.connect(lambda _on=False: does())
        return button

    def refresh(self) -> None:
        """Show suggestions from the description, the groups chosen, and all the rest by area; or the same for each lot."""
        lots = self._lots.lots
        order = tuple(lot.id for lot in lots)
        if order != self._shown:
            self._shown = order
            self.empty()
            self._cards, self._picker = {}, None
            self._divide.setVisible(not lots)
            (self._build_lots if lots else self._build_whole)()
        for lot in lots:
            self._cards[lot.id].put(lot)
        if self._picker is not None:
            self._picker.put(said(self.wizard.suggested_groups(), self.language), self.wizard.purchase.groups)
            self._fits.setVisible(self._picker.offers)
            self._nothing.setVisible(not self._picker.offers)
        # A code that cannot be right stays as it was written until it is mended.
        if self.wizard.purchase.cpv != self._kept_codes:
            self._kept_codes = self.wizard.purchase.cpv
            self._cpv.put_value(", ".join(self._kept_codes))

    # -- the purchase as one whole

    def _build_whole(self) -> None:
        self._fits, every = Card(), Card()
        picker = self._picker = GroupPicker(self.voice, self.wizard.catalog.groups, every)
        picker.changed.connect(self._chosen)
        self._fits.add(picker.first)
        every.add(picker.rest)
        self._nothing = Callout(
            self.voice,
            Tone.INFO,
            lambda t: t.say("Nothing in the description points to a product group yet."),
            lambda t: t.say("Write more on the page about the purchase, or choose below."),
        )
        self.add(
            SectionTitle(self.voice, lambda t: t.say("Fits your description"), lambda t: t.say("Tick everything the purchase includes."))
        )
        self.add(self._fits)
        self.add(self._nothing)
        self.add(self._codes_card())
        self.add(SectionTitle(self.voice, lambda t: t.say("All product groups")))
        picker.open_rest()
        self.add(every)

    def _chosen(self, ticked: frozenset[str]) -> None:
        before = self.wizard.purchase.groups
        kept = [name for name in before if name in ticked]
        self.wizard.set_groups([*kept, *sorted(ticked - set(kept))])

    def _codes_card(self) -> Card:
        self._cpv = TextField(self.voice, placeholder="15300000, 03222111")
        self._cpv.setObjectName("cpv")
        self._kept_codes = None
        help_text: Wording = lambda t: t.say("If you have them. Divide several with commas.")  # noqa: E731
        asked = Field(self.voice, lambda t: t.say("CPV codes"), self._cpv, help_text=help_text)
        self._cpv.changed.connect(lambda words: self._take_codes(_codes(words), asked))
        card = Card()
        card.add(asked)
        return card

    def _take_codes(self, codes: list[str], asked: Field) -> None:
        try:
            for code in codes:
                check_cpv(code)
        except CpvCodeError as error:
            asked.show_error(error.said)
            return
        asked.show_error("")
        self.wizard.set_cpv(codes)

    # -- lots

    def _build_lots(self) -> None:
        self.add(
            SectionTitle(
                self.voice,
                lambda t: t.say("Lots"),
                lambda t: t.say(
                    "Each lot is awarded by itself. A requirement holds for the lots whose product groups it is about; "
                    "what is about every purchase holds for all lots. You can limit a requirement where you choose it."
                ),
            )
        )
        for lot in self._lots.lots:
            self.add(self._card(lot))
        buttons = Flow(gap=SMALL)
        self._add = self._button(lambda t: t.say("Add a lot"), "add", self._added)
        self._join = self._button(lambda t: t.say("Do not divide into lots"), "close", self._joined, Weight.QUIET)
        buttons.add([self._add, self._join])
        self.add(buttons)
        self.add(self._codes_card())

    def _card(self, lot: Lot) -> LotCard:
        card = LotCard(self.voice, self.wizard, self._lots, lot)
        card.moved.connect(lambda by: self._moved(lot.id, by))
        card.removed.connect(lambda: self._removed(lot.id))
        self._cards[lot.id] = card
        return card

    def _divided(self) -> None:
        before = self._lots.divide(self.language)
        n = len(self._lots.lots)
        self._tell(before, lambda t: t.count("The purchase is divided into {n} lot.", "The purchase is divided into {n} lots.", n))
        self._to("title", self._lots.lots[0].id)

    def _joined(self) -> None:
        self._tell(self._lots.join(), lambda t: t.say("The purchase is one whole again, with all its product groups."))
        self._divide.setFocus()

    def _added(self) -> None:
        self._lots.add()
        self._to("title", self._lots.lots[-1].id)

    def _moved(self, lot: str, by: int) -> None:
        self._lots.move(lot, by)
        self._to("up" if by < 0 else "down", lot)

    def _removed(self, lot: str) -> None:
        number = self._lots.number(lot)
        before = self._lots.remove(lot)
        self._tell(before, lambda t: t.say("Lot {n} has been removed.", n=number))
        if self._lots.lots:
            self._to("remove", self._lots.lots[min(number, len(self._lots.lots)) - 1].id)

    def _tell(self, before: Division, wording: Wording) -> None:
        self.message.emit(wording, lambda: self._lots.undo(before))

    def _to(self, part: str, lot: str) -> None:
        """Give the keyboard to a part of a lot's card; to its title when that part cannot be used."""
        card = self._cards[lot]
        found = card.findChild(QWidget, f"{part} {lot}")
        wanted = found if found is not None and found.isEnabled() else card.title
        wanted.setFocus()
        self.ensureWidgetVisible(wanted)

    def first_focus(self) -> QWidget | None:
        """Begin at the first suggestion, or at the title of the first lot."""
        if self._picker is not None:
            return self._picker.focus()
        return next(iter(self._cards.values())).title if self._cards else None


def _codes(words: str) -> list[str]:
    return [code.strip() for code in words.replace(";", ",").split(",") if code.strip()]
