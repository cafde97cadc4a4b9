"""A buyer's data in an empty folder, the shipped catalog, and a wizard that has come some way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.catalog.real import catalog, finder
from tests.guidance.made import TODAY
from tests.purchases.new_data import new_data

from kravkompass.purchases.examples import EXAMPLES
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store
from kravkompass.screens.home import Home
from kravkompass.screens.overview import Overview
from kravkompass.screens.wizard import Wizard


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The buyer's data."""
    with Store(new_data(tmp_path / "data")) as opened:
        with opened.change() as change:
            change.keep_settings(Settings(organisation="Provkommunen", name="Åsa Öst"))
        yield opened


@pytest.fixture
def home(store: Store) -> Home:
    """The home screen."""
    return Home(lambda: store, store.purchases, lambda: EXAMPLES, lambda: TODAY, lambda: Overview(store, catalog(), TODAY))


@pytest.fixture
def wizard(request: pytest.FixtureRequest, store: Store, home: Home) -> Wizard:
    """The wizard of an example, Kalmar's unless the test asks for another by name."""
    return Wizard(store, catalog(), home.open_example(getattr(request, "param", "kalmar-fruit")), lambda: TODAY, finder)
