"""The yearly overview from the home screen: the year is asked for when there is a choice, and the file is written beside the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.journeys.conftest import Buyer

from kravkompass.purchases.examples import EXAMPLES


def test_the_year_is_chosen_and_the_overview_written(buyer: Buyer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kravkompass.ui.views.home.QFileDialog.getExistingDirectory", lambda *_asked: f"{tmp_path}")
    with buyer.parts.store.change() as change:
        first = change.add(EXAMPLES[0].purchase())
        other = change.add(EXAMPLES[1].purchase())
        change.answer(other, "announced", "2024-03-01")
    home = buyer.home()
    buyer.click(buyer.say("Yearly overview"))
    buyer.qtbot.waitUntil(home._years.isVisible, timeout=20_000)
    assert [action.text() for action in home._years.actions()] == ["2026", "2024"]
    home._years.actions()[1].trigger()
    home._years.hide()
    buyer.qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*2024*.pdf"))), timeout=20_000)
    with buyer.parts.store.change() as change:
        change.delete(first)
    buyer.click(buyer.say("Yearly overview"))
    file = next(tmp_path.glob("*2024*.pdf"))
    before = file.stat().st_mtime_ns
    buyer.qtbot.waitUntil(lambda: file.stat().st_mtime_ns != before, timeout=20_000)
