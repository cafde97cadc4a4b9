"""The fonts are built once, when the checkout has none yet."""

from __future__ import annotations

import pytest

from fonts import build_fonts
from kravkompass.paths import bundled


@pytest.fixture(scope="session", autouse=True)
def _fonts() -> None:
    build_fonts(bundled("resources") / "fonts")
