"""What is chosen on the page of export: documents, lot, languages, file formats, and how they are finished."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.language import Languages
from kravkompass.screens.document_kinds import offered
from kravkompass.screens.export import NAMES, STANDARD, DocumentKind, contract_language
from kravkompass.screens.export_formats import FORMAT_NAMES, Format
from kravkompass.screens.exporting import Ticked
from kravkompass.ui.views.export_finish import Finish
from kravkompass.ui.views.lot_choice import LotSelect
from kravkompass.ui.widgets.choice import Alternative, MultiChoice
from kravkompass.ui.widgets.document_languages import DocumentLanguages
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from kravkompass.guidance.purchase import Purchase
    from kravkompass.language import Language
    from kravkompass.screens.export_formats import Wish
    from kravkompass.screens.exporting import Exporting
    from kravkompass.ui.language import Voice


class ExportChoices(Card):
    """The fields. ``changed`` comes when other documents or formats are chosen."""

    changed = Signal()

    def __init__(self, voice: Voice, screen: Exporting, purchase: Purchase) -> None:
        super().__init__()
        self._voice, self._screen, self._purchase = voice, screen, purchase
        self._finish = Finish(voice, screen)
        self.kinds = MultiChoice(voice, [_kind(kind) for kind in DocumentKind])
        self.kinds.put_value(STANDARD)
        self.languages = DocumentLanguages(
            voice,
            beside_help=lambda t: t.say("Puts two languages side by side, for a supplier across the border. Excel and calendar are in one."),
        )
        self.languages.put_value(Languages(contract_language(purchase.country, voice.translation.language)))
        self._lot = LotSelect(
            voice, lambda t: t.say("Lot"), lambda t: t.say("The decision annex and the calendar are about the whole purchase.")
        )
        self.formats = MultiChoice(voice, [_format(form) for form in Format])
        self.formats.put_value([Format.PDF])
        for field in (self.kinds, self.formats):
            field.changed.connect(lambda _values: self.changed.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        self.add(Field(self._voice, lambda t: t.say("Documents"), self.kinds))
        self.add(self._lot)
        self.add(self.languages)
        self.add(Field(self._voice, lambda t: t.say("File formats"), self.formats))
        self.add(self._finish)

    def refresh(self, purchase: Purchase, *, proposed: bool) -> None:
        """Offer what the purchase has; propose the draft mark or not."""
        self._purchase = purchase
        self._lot.offer(purchase)
        self.kinds.show_only(offered(purchase))
        self._finish.refresh(proposed=proposed)

    @property
    def spoken(self) -> Language:
        """The language of the documents."""
        return self.languages.value.first

    def wish(self) -> Wish:
        """Give what is to be written."""
        kinds = [kind for kind in DocumentKind if kind in self.kinds.value]
        lots = [lot.id for lot in self._purchase.lots]
        wish = self._screen.wish(kinds, self.chosen_formats, self.languages.value, draft=self._finish.draft)
        return replace(wish, lot=lots.index(self._lot.lot) + 1 if self._lot.lot in lots else 0)

    @property
    def chosen_formats(self) -> list[Format]:
        """The formats chosen, in the order they are offered."""
        return [form for form in Format if form in self.formats.value]

    @property
    def ticked(self) -> Ticked:
        """What is ticked now, for coming back to it."""
        kinds, formats = (frozenset(str(one) for one in field.value) for field in (self.kinds, self.formats))
        return Ticked(kinds, formats, self.languages.value, self._lot.lot, self._finish.said)

    def tick(self, ticked: Ticked) -> None:
        """Tick what was ticked before."""
        self.kinds.put_value([kind for kind in DocumentKind if kind in ticked.kinds])
        self.formats.put_value([form for form in Format if form in ticked.formats])
        self.languages.put_value(ticked.languages)
        self._lot.offer(self._purchase)
        self._lot.select.put_value(ticked.lot)
        if ticked.draft is not None:
            self._finish.say(draft=ticked.draft)
        self.changed.emit()


def _kind(kind: DocumentKind) -> Alternative:
    return Alternative(kind, lambda t: t.say(NAMES[kind]))


def _format(form: Format) -> Alternative:
    return Alternative(form, lambda t: t.say(FORMAT_NAMES[form]))
