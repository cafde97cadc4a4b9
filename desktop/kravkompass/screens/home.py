"""The home screen: the buyer's purchases, and the ways to start one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Country
from kravkompass.purchases.kinds import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from kravkompass.language import Languages
    from kravkompass.purchases.examples import Example
    from kravkompass.purchases.glance_meetings import Interrupted
    from kravkompass.purchases.rows import PurchaseRow
    from kravkompass.purchases.store import Store
    from kravkompass.screens.overview import Overview


class Home:
    """The purchases, the latest changed first, and the bundled examples."""

    kinds = frozenset({Kind.PURCHASES, Kind.DECISIONS, Kind.GROUPS, Kind.ANSWERS})

    def __init__(
        self,
        store: Callable[[], Store],
        rows: Callable[[], tuple[PurchaseRow, ...]],
        examples: Callable[[], tuple[Example, ...]],
        today: Callable[[], date],
        overview: Callable[[], Overview],
        interrupted: Callable[[], tuple[Interrupted, ...]] = lambda: (),
    ) -> None:
        """Take ways to the store and to its rows: the rows can be had before the store is opened."""
        self._store = store
        self._rows = rows
        self._examples = examples
        self._today = today
        self._overview = overview
        self._interrupted = interrupted

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today()

    def purchases(self) -> tuple[PurchaseRow, ...]:
        """Give the purchases."""
        return self._rows()

    def interrupted(self) -> tuple[Interrupted, ...]:
        """Give the meetings that were begun and are not closed."""
        return self._interrupted()

    def examples(self) -> tuple[Example, ...]:
        """Give the examples in the box."""
        return self._examples()

    def years(self) -> tuple[int, ...]:
        """Give the years an overview can be written of, the latest first. Reads every purchase: beside the window."""
        return self._overview().years()

    def write_overview(
        self, year: int, languages: Languages, folder: Path, told: Callable[[int, int], None] = lambda _done, _of: None
    ) -> Path:
        """Write the overview of a year's purchases to a folder, as PDF, and give its file."""
        return self._overview().write(year, languages, folder, told=told)

    def start(self, country: Country) -> str:
        """Begin a purchase and give its id. Organisation and buyer are those in the settings, else those of the latest purchase."""
        from kravkompass.guidance.purchase import Purchase

        settings = self._store().settings()
        latest = next((row for row in self._store().purchases() if row.country is country and not row.example), None)
        before = self._store().purchase(latest.id) if latest is not None else Purchase("", country, "")
        fresh = Purchase(
            "", country, "", organisation=settings.organisation or before.organisation, buyer=settings.name or before.buyer
        )
        with self._store().change() as change:
            return change.add(fresh)

    def open_example(self, name: str) -> str:
        """Open an example as a copy of the buyer's own, and give its id."""
        example = next(one for one in self._examples() if one.name == name)
        with self._store().change() as change:
            return change.add(replace(example.purchase(), id=""))

    def copy(self, purchase: str, title: str) -> str:
        """Copy a purchase under another title, and give the copy's id."""
        with self._store().change() as change:
            return change.copy(purchase, title)

    def delete(self, purchase: str) -> None:
        """Put a purchase in the trash."""
        with self._store().change() as change:
            change.delete(purchase)

    def restore(self, purchase: str) -> None:
        """Take a purchase out of the trash."""
        with self._store().change() as change:
            change.restore(purchase)
