"""The yearly overview of all purchases and contracts: which years there are, and writing one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kravkompass.language import translation
from kravkompass.screens.export_formats import archiving_of, render_pdf
from kravkompass.screens.profile import whole_profile

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.documents.outline import Document
    from kravkompass.guidance.purchase import Purchase
    from kravkompass.language import Language, Languages
    from kravkompass.purchases.store import Store
    from kravkompass.screens.export_formats import Archiving, Told

FILE_WORDS = {"sv": "arsoversikt", "nb": "arsoversikt", "nn": "arsoversyn"}


class Overview:
    """The purchases and contracts in the user's data, looked at year by year."""

    def __init__(self, store: Store, catalog: Catalog, today: date) -> None:
        self._store, self._catalog, self._today = store, catalog, today

    def _purchases(self) -> tuple[Purchase, ...]:
        return tuple(self._store.purchase(row.id) for row in self._store.purchases())

    def years(self) -> tuple[int, ...]:
        """Give the years that have purchases, or contracts in force until now, the latest first; this year when there are none."""
        from kravkompass.documents.overview import year_of
        from kravkompass.screens.contracts_overview import years_in_force

        found = {year_of(purchase) for purchase in self._purchases()} - {0} | years_in_force(self._store, self._today)
        return tuple(sorted(found, reverse=True)) or (self._today.year,)

    def outline(self, year: int, languages: Languages) -> Document:
        """Give the overview of a year, before it has a format."""
        from kravkompass.documents.side_by_side import in_languages

        return in_languages(lambda one: self._in_one(year, one), *languages.pair)

    def _in_one(self, year: int, language: Language) -> Document:
        from kravkompass.documents.overview import gather, yearly_overview
        from kravkompass.screens.contracts_overview import contracts_of_year

        settings, profile = self._store.settings(), whole_profile(self._store)
        gathered = gather(self._purchases(), year, self._catalog, self._today, translation(language), profile.own)
        contracts = contracts_of_year(self._store, year, self._today, translation(language))
        document = yearly_overview(replace(gathered, contracts=contracts))
        return replace(document, organisation=document.organisation or settings.organisation, logo=profile.logo)

    def write(
        self,
        year: int,
        languages: Languages,
        folder: Path,
        archiving: Archiving | None = None,
        told: Told = lambda _done, _of: None,
    ) -> Path:
        """Write the overview of a year to a folder, as PDF, and give its file; by the archival standard that is set when none is given.

        Raises:
            KnownError: the folder or the file cannot be written; nothing half-written is left behind.
        """
        from kravkompass.purchases.atomic import write_beside

        file = folder / f"{FILE_WORDS[languages.first.value]}-{year}-{languages}.pdf"
        write_beside(file, render_pdf(self.outline(year, languages), archiving or archiving_of(self._store.settings()), told))
        return file
