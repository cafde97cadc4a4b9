"""The yearly overview from the home screen: the year is asked for when there is a choice, and the file is written beside the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from tests.journeys.conftest import Buyer

from kravkompass.language import Language, Languages
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.ui.widgets.document_languages import DocumentLanguages
from kravkompass.ui.widgets.select import Select


def test_the_year_is_chosen_and_the_overview_written(buyer: Buyer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kravkompass.ui.views.home.QFileDialog.getExistingDirectory", lambda *_asked: f"{tmp_path}")
    with buyer.parts.store.change() as change:
        first = change.add(EXAMPLES[0].purchase())
        other = change.add(EXAMPLES[1].purchase())
        change.answer(other, "announced", "2024-03-01")
    buyer.home()
    asked: list[list[str]] = []

    def choose(prompt: QDialog) -> int:
        for one in prompt.findChildren(Select):
            if (words := [one.itemText(place) for place in range(one.count())])[-1].isdecimal():
                asked.append(words)
                one.put_value(2024)
        (languages,) = prompt.findChildren(DocumentLanguages)
        languages.put_value(Languages(Language.SWEDISH, Language.NYNORSK))
        return 1

    monkeypatch.setattr(QDialog, "exec", choose)
    buyer.click(buyer.say("Yearly overview"))
    buyer.qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*-2024-sv-nn.pdf"))), timeout=20_000)
    assert asked == [["2026", "2024"]]
    with buyer.parts.store.change() as change:
        change.delete(first)
    file = next(tmp_path.glob("*2024*.pdf"))
    before = file.stat().st_mtime_ns
    buyer.click(buyer.say("Yearly overview"))
    buyer.qtbot.waitUntil(lambda: file.stat().st_mtime_ns != before, timeout=20_000)
    assert len(asked) == 1
