"""Makes every part of the program once and hands it on: the table of contents of the program."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from kravkompass.language import Language, Translation, translation
from kravkompass.paths import bundled, data_folder

if TYPE_CHECKING:
    from kravkompass.catalog.catalog import Catalog
    from kravkompass.catalog.search import Finder
    from kravkompass.purchases.glance_meetings import Interrupted
    from kravkompass.purchases.kinds import Listener
    from kravkompass.purchases.rows import PurchaseRow
    from kravkompass.purchases.settings import Settings
    from kravkompass.purchases.store import Store
    from kravkompass.screens.catalog import Browser
    from kravkompass.screens.contracts import Contracts
    from kravkompass.screens.home import Home
    from kravkompass.screens.overview import Overview
    from kravkompass.screens.own import OwnRequirements
    from kravkompass.screens.profile import Municipality
    from kravkompass.screens.templates import Templates
    from kravkompass.screens.wizard import Wizard
    from kravkompass.screens.year import Year

MOST_AT_A_GLANCE = 200


def today() -> date:
    """The day it is where the buyer is."""
    return datetime.now().astimezone().date()


def language_of_computer() -> Language:
    """The first language of the computer's settings that the program speaks."""
    named = (os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    return Language.first_known(part for names in named for part in names.split(":") if part)


@dataclass
class Parts:
    """The program's parts, each made when it is first asked for."""

    data: Path = field(default_factory=data_folder)
    language: Language | None = None
    _listeners: list[Listener] = field(default_factory=list)
    _store: Store | None = None
    _opening: RLock = field(default_factory=RLock)

    @cached_property
    def translation(self) -> Translation:
        """The language the program starts in: as asked for, as set, or as the computer speaks."""
        return translation(self.language or self._set_language())

    @cached_property
    def early(self) -> Settings:
        """The settings as they were kept, before the database machinery is loaded."""
        from kravkompass.purchases.settings import early_settings

        return early_settings(self.data)

    def _set_language(self) -> Language:
        chosen = self.early.language
        return Language.parse(chosen) if chosen in set(Language) else language_of_computer()

    @cached_property
    def catalog(self) -> Catalog:
        """The national requirements."""
        from kravkompass.catalog.catalog import Catalog

        return Catalog(bundled("resources", "catalog", "catalog.sqlite"))

    @cached_property
    def finder(self) -> Finder:
        """Search and suggestions in the catalog."""
        from kravkompass.catalog.search import Finder

        return Finder(self.catalog)

    @property
    def store(self) -> Store:
        """The user's data, opened when it is first asked for. Can be asked for from any thread."""
        with self._opening:
            if self._store is None:
                from kravkompass.purchases.store import Store

                self._store = Store(self.data)
                for listener in self._listeners:
                    self._store.when_changed(listener)
            return self._store

    @property
    def is_open(self) -> bool:
        """Whether the user's data is open already."""
        return self._store is not None

    def when_changed(self, listener: Listener) -> None:
        """Have a function told which kinds of things changed in the store, once the store is opened."""
        self._listeners.append(listener)

    def prepare(self) -> None:
        """Open the user's data and the catalog ahead of the first click; may run beside the window."""
        _ = self.store
        self.catalog.requirements()
        # The first suggestion makes the index of words.
        self.finder.suggest("frukt")
        _ = self.catalog.groups, self.catalog.questions, self.catalog.labels, self.catalog.rules, self.catalog.risks

    def close(self) -> None:
        """Let go of the user's data."""
        if self._store is not None:
            self._store.close()

    def home(self) -> Home:
        """Make the home screen."""
        from kravkompass.purchases.examples import EXAMPLES
        from kravkompass.screens.home import Home

        return Home(lambda: self.store, self._rows, lambda: EXAMPLES, today, self._overview, self._interrupted)

    def _rows(self) -> tuple[PurchaseRow, ...]:
        if self.is_open:
            return self.store.purchases()
        from kravkompass.purchases.glance import glance

        return glance(self.data, MOST_AT_A_GLANCE)

    def _interrupted(self) -> tuple[Interrupted, ...]:
        from kravkompass.purchases.glance_meetings import interrupted_meetings

        return interrupted_meetings(self.data)

    def _overview(self) -> Overview:
        from kravkompass.screens.overview import Overview

        return Overview(self.store, self.catalog, today())

    def wizard(self, purchase: str) -> Wizard:
        """Make the wizard of a purchase."""
        from kravkompass.screens.wizard import Wizard

        return Wizard(self.store, self.catalog, purchase, today, lambda: self.finder)

    def templates(self) -> Templates:
        """Make the screen of templates."""
        from kravkompass.screens.templates import Templates

        return Templates(lambda: self.store)

    def municipality(self) -> Municipality:
        """Make the screen of the municipality's profile."""
        from kravkompass.screens.profile import Municipality

        return Municipality(lambda: self.store, lambda: self.catalog, today)

    def contracts(self) -> Contracts:
        """Make the screen of the contracts that are followed up."""
        from kravkompass.screens.contracts import Contracts

        return Contracts(lambda: self.store, lambda: self.catalog, today)

    def year(self) -> Year:
        """Make the screen of the year across all contracts."""
        from kravkompass.screens.year import Year

        return Year(lambda: self.store, lambda: self.catalog, today)

    def own(self) -> OwnRequirements:
        """Make the screen of the municipality's own requirements."""
        from kravkompass.screens.own import OwnRequirements

        return OwnRequirements(lambda: self.store, lambda: self.catalog)

    def browser(self) -> Browser:
        """Make the screen for looking through the catalog."""
        from kravkompass.screens.catalog import Browser

        return Browser(self.catalog, lambda: self.finder)
