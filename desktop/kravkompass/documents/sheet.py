"""What every document about a purchase starts from: the purchase, its list or that of one of its lots, and the language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kravkompass.catalog.catalog import Catalog
from kravkompass.documents.edition import UNNUMBERED, Edition
from kravkompass.documents.outline import Fact
from kravkompass.guidance.listing import Listed, checksum, number
from kravkompass.guidance.lots import rows_of
from kravkompass.guidance.profile import NO_PROFILE, Profile
from kravkompass.guidance.purchase import Lot, Purchase
from kravkompass.guidance.saying import said_lots
from kravkompass.language import Language, Translation


@dataclass(frozen=True, slots=True)
class Sheet:
    """A purchase, its list and which edition, the catalog, the day and the language.

    ``rows`` are what is shown. In a sheet about one ``lot`` they are that lot's, and ``listed`` is the whole list, which numbers
    and checksum come from.
    """

    purchase: Purchase
    rows: Sequence[Listed]
    catalog: Catalog
    day: date
    translation: Translation
    profile: Profile = NO_PROFILE
    edition: Edition = UNNUMBERED
    lot: Lot | None = None
    listed: Sequence[Listed] = ()

    @property
    def language(self) -> Language:
        """The language the document is written in."""
        return self.translation.language

    @property
    def whole(self) -> Sheet:
        """The sheet about the whole purchase."""
        return self if self.lot is None else replace(self, rows=self.listed, lot=None, listed=())

    @property
    def checksum(self) -> str:
        """The checksum of the whole list."""
        return checksum(self.whole.rows)

    @property
    def groups(self) -> tuple[str, ...]:
        """The product groups it is about."""
        return self.purchase.groups if self.lot is None else self.lot.groups

    @property
    def value(self) -> float | None:
        """The estimated value of what it is about, in the country's currency ex VAT; None when it is not known."""
        return self.purchase.facts.number("value") if self.lot is None else self.lot.value

    @property
    def says_lots(self) -> bool:
        """Whether it is to be said which lots a requirement holds for: not without lots, nor in what is about one of them."""
        return bool(self.purchase.lots) and self.lot is None

    def about(self, lot: Lot) -> Sheet:
        """Give the sheet about one lot of the purchase."""
        whole = self.whole
        return replace(whole, rows=rows_of(lot, whole.rows), lot=lot, listed=whole.rows)

    def holds_for(self, row: Listed) -> Iterator[Fact]:
        """Say which lots a requirement holds for, where that is to be said."""
        if self.says_lots:
            yield Fact(self.translation.say("Holds for"), said_lots(self.purchase, row.lots, self.translation))


def identity(sheet: Sheet) -> str:
    """Give the line that ties a document to its list: the purchase's short id (when it is kept) and the list's checksum."""
    if not sheet.purchase.id:
        return sheet.translation.say("List with checksum {checksum}", checksum=sheet.checksum)
    return sheet.translation.say("List {id}, checksum {checksum}", id=sheet.purchase.id[:8], checksum=sheet.checksum)


def number_of(sheet: Sheet, row: Listed) -> str:
    """Give the running number of a requirement on the whole list, such as K01."""
    return number(sheet.whole.rows.index(row))
