"""Whole purchases as a buyer makes them: from an empty data folder to two PDFs on disk, read back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from tests.journeys.conftest import Buyer

from kravkompass.language import Language, translation
from kravkompass.paths import bundled
from kravkompass.purchases.examples import EXAMPLES, Example
from kravkompass.ui.views.export_page import ExportPage
from kravkompass.ui.views.situation_page import SituationPage
from kravkompass.ui.views.wizard import WizardView

LANGUAGE = {"se": "sv", "no": "nb"}


def told(example: Example) -> dict[str, object]:
    """What the buyer knows about her purchase."""
    content = json.loads((bundled("resources", "examples") / f"{example.name}.json").read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


@pytest.mark.parametrize(
    ("buyer", "example"),
    [(LANGUAGE[one.country], one) for one in EXAMPLES],
    indirect=["buyer"],
    ids=[one.name for one in EXAMPLES],
)
def test_from_nothing_to_two_documents(buyer: Buyer, example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = told(example)
    buyer.click(buyer.say("New purchase"))
    describe(buyer, known)
    choose_groups(buyer, known)
    answer(buyer, known)
    decide(buyer)
    look_over_and_plan(buyer)
    written = export(buyer, tmp_path / "documents", monkeypatch)
    read_back(buyer, written, known)


def describe(buyer: Buyer, known: dict[str, object]) -> None:
    """Fill in the page about the purchase."""
    for name in ("title", "description", "organisation", "reference"):
        buyer.type_into(name, str(known[name]))
    answers = known["answers"]
    assert isinstance(answers, dict)
    for name in ("value", "contract-months", "extension-months"):
        buyer.type_into(name, str(answers[name]))
    for name in ("announced", "contract-start"):
        buyer.type_into(name, translation(buyer.parts.translation.language).formats.short_date(_day(answers[name])))
    purchase = buyer.wizard._wizard.purchase
    assert purchase.title == known["title"]
    assert purchase.country == known["country"]
    assert purchase.facts.number("value") == answers["value"]
    assert purchase.facts.words("contract-start") == answers["contract-start"]


def choose_groups(buyer: Buyer, known: dict[str, object]) -> None:
    """Tick what the program suggests, or find it among all groups."""
    buyer.go("groups")
    groups = known["product-groups"]
    assert isinstance(groups, list)
    language = buyer.window._desk.voice.translation.language
    suggested = [one.group.id for one in buyer.wizard._wizard.suggested_groups()]
    assert set(groups) <= set(suggested), f"{groups} not all among {suggested}"
    for name in groups:
        buyer.click(buyer.parts.catalog.groups[name].names[language.value], buyer.wizard.page)
    assert set(buyer.wizard._wizard.purchase.groups) == set(groups)


def answer(buyer: Buyer, known: dict[str, object]) -> None:
    """Answer the questions that are asked; the rest are not known."""
    buyer.go("situation")
    page = buyer.wizard.page
    assert isinstance(page, SituationPage)
    answers = known["answers"]
    assert isinstance(answers, dict)
    words = {"yes": buyer.say("Yes"), "no": buyer.say("No"), "unknown": buyer.say("Don’t know")}
    for name in list(page._fields):
        if name in page._fields:
            buyer.click(words[str(answers.get(name, "unknown"))], page._fields[name])
    for name in page._fields:
        assert buyer.wizard._wizard.purchase.facts.words(name) == answers.get(name, "unknown")
    if "procedure" in answers:
        buyer.go("purchase")
        buyer.click(
            {
                "above-threshold": buyer.say("Above the EU/EEA threshold"),
                "below-threshold": buyer.say("Below the EU/EEA threshold"),
            }[answers["procedure"]]
        )


def decide(buyer: Buyer) -> None:
    """Look at the risk, then take what is proposed, theme by theme."""
    buyer.go("risk")
    buyer.go("requirements")
    for _ in range(20):
        take = buyer.button(buyer.say("Take all proposed"))
        if take.isEnabled():
            QTest.mouseClick(take, Qt.MouseButton.LeftButton)
            buyer.see()
        if not buyer.wizard._wizard.status("requirements")[0] < buyer.wizard._wizard.status("requirements")[1]:
            break
        buyer.click(buyer.say("Next theme"))
    done, of = buyer.wizard._wizard.status("requirements")
    assert done == of > 5


def look_over_and_plan(buyer: Buyer) -> None:
    """See the findings and the plan."""
    buyer.go("checks")
    buyer.go("follow-up")


def export(buyer: Buyer, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Save both documents to a folder."""
    folder.mkdir()
    monkeypatch.setattr("kravkompass.ui.views.export_page.QFileDialog.getExistingDirectory", lambda *_asked: f"{folder}")
    buyer.go("export")
    page = buyer.wizard.page
    assert isinstance(page, ExportPage)
    buyer.click(buyer.say("Save as PDF"))
    buyer.qtbot.waitUntil(page._results.isVisible, timeout=60_000)
    return sorted(folder.iterdir())


def read_back(buyer: Buyer, written: list[Path], known: dict[str, object]) -> None:
    """Both files say what was decided."""
    assert len(written) == 2
    rows = buyer.wizard._wizard.guide.rows(Language(LANGUAGE[str(known["country"])]))
    for file in written:
        text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(file).pages)
        assert str(known["title"]) in text
        assert str(known["organisation"]) in text
        for row in rows:
            assert row.requirement.id in text
            assert row.texts.title.split()[0] in text


def test_an_example_opens_as_a_copy(buyer: Buyer) -> None:
    home = buyer.home()
    buyer.click(next(words for words in _names(buyer) if words.startswith(EXAMPLES[0].title)), home)
    assert isinstance(buyer.window.view, WizardView)
    assert len(buyer.parts.store.purchases()) == 1
    buyer.home()
    assert EXAMPLES[0].title in {row.title for row in buyer.parts.store.purchases()}


def _names(buyer: Buyer) -> list[str]:
    buttons = buyer.window.findChildren(QAbstractButton)
    return [one.accessibleName() or one.text() for one in buttons if one.isVisible()]


def _day(iso: object) -> date:
    return date.fromisoformat(str(iso))
