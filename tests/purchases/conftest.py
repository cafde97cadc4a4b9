"""A store in an empty folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.purchases.new_data import new_data

from kravkompass.purchases.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(new_data(tmp_path / "data")) as opened:
        yield opened
