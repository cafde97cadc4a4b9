"""The yearly overview: which years there are, what stands in it, and its archival standard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.catalog.real import catalog
from tests.documents.readback import read_back
from tests.guidance.made import TODAY
from tests.purchases.new_data import new_data

from kravkompass.language import Language, Languages
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.purchases.store import Store
from kravkompass.screens.export_formats import Archiving
from kravkompass.screens.overview import Overview

SV = Languages(Language.SWEDISH)


@pytest.fixture
def screen(store: Store) -> Overview:
    with store.change() as change:
        for example in EXAMPLES:
            change.add(example.purchase())
        older = EXAMPLES[0].purchase()
        change.add(replace(older, facts=older.facts.with_answer("announced", "2024-02-01"), organisation=""))
    return Overview(store, catalog(), TODAY)


def test_the_years_are_those_with_purchases_the_latest_first(screen: Overview, tmp_path: Path) -> None:
    assert screen.years() == (2026, 2024)
    with Store(new_data(tmp_path / "empty")) as store:
        assert Overview(store, catalog(), TODAY).years() == (TODAY.year,)


def test_it_is_written_and_the_work_can_be_followed(screen: Overview, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    file = screen.write(2026, SV, tmp_path, told=lambda done, of: told.append((done, of)))
    said = read_back(file.read_bytes()).said()
    assert all(example.title in said for example in EXAMPLES)
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert file.read_bytes().startswith(b"%PDF-1.7")
    assert screen.write(2026, SV, tmp_path, Archiving.A1).read_bytes().startswith(b"%PDF-1.4")


def test_whose_it_is_comes_from_the_purchases_or_the_settings(screen: Overview) -> None:
    assert screen.outline(2024, SV).organisation == "Provkommunen"
    assert "2024" in screen.outline(2024, SV).identity
    assert screen.outline(2024, SV).identity != screen.outline(2026, SV).identity
