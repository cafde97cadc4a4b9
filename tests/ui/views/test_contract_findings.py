"""The section of findings: reading a package, deciding, taking back, and sharing one's own with exactly what leaves in sight."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.screens.contract_pair import copied, of

from kravkompass.followup.activity import Outcome
from kravkompass.followup.shared_finding import TakenOver, Use
from kravkompass.language import Language, translation
from kravkompass.purchases.findings_file import read_findings_file
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_findings import Findings
from kravkompass.screens.findings_sharing import Sharing
from kravkompass.ui.application import Desk
from kravkompass.ui.views.contract import ContractView
from kravkompass.ui.views.contract_findings import FindingsPage
from kravkompass.ui.views.finding_card import OfferCard
from kravkompass.ui.views.finding_prompt import FindingPrompt
from kravkompass.ui.views.findings_sharing import SharingView
from kravkompass.ui.work import Workers


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(copied(tmp_path)) as opened:
        yield opened


@pytest.fixture
def theirs(store: Store) -> ContractScreen:
    return of(store, "Grannköping")


@pytest.fixture
def package(theirs: ContractScreen, tmp_path: Path) -> Path:
    sharing = Sharing(theirs)
    return sharing.write(
        sharing.package({one.finding.source: "" for one in sharing.choices()}, "Grannköping"), tmp_path / "paket.json"
    )


@pytest.fixture
def section(store: Store, desk: Desk, qtbot: QtBot, package: Path) -> Iterator[FindingsPage]:
    """Our own contract, open at the section, with a package of two findings there."""
    assert package.exists()
    workers = Workers()
    view = ContractView(desk.voice, of(store, "Provkommunen"), workers, "findings")
    qtbot.addWidget(view)
    view.resize(1200, 900)
    view.refresh()
    view.show()
    store.when_changed(lambda _kinds: view.refresh())
    assert isinstance(view.page, FindingsPage)
    yield view.page
    workers.close()


def words(page: FindingsPage | SharingView) -> str:
    for _ in range(3):  # what is made anew is shown in a second round
        QApplication.processEvents()
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def press(page: FindingsPage | SharingView, text: str) -> None:
    QApplication.processEvents()
    button = next(one for one in page.findChildren(QAbstractButton) if one.isVisibleTo(page) and one.text() == text)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()


def test_a_package_is_read_and_told_of(section: FindingsPage, package: Path) -> None:
    assert "Inget från andra ännu" in words(section)
    section.receive(package)
    told = words(section)
    assert "Inläst: ett paket från Grannköping" in told
    assert "2 nya kontrollresultat" in told
    assert told.count("Förslag: använd deras kontroll") == 1
    assert "1 oktober 2029" in told
    assert "Praxis, inte lag." in told


def test_the_section_speaks_every_language(section: FindingsPage, package: Path, desk: Desk) -> None:
    section.receive(package)
    for language, expected in (
        (Language.BOKMAL, "Forslag: bruk kontrollen deres"),
        (Language.NYNORSK, "Forslag: bruk kontrollen deira"),
    ):
        desk.voice.switch(translation(language))
        assert expected in words(section)


def test_the_proposal_is_kept_and_taken_back(
    section: FindingsPage, package: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    section.receive(package)
    monkeypatch.setattr(FindingPrompt, "exec", lambda _self: 1)
    press(section, "Ta ställning")
    (kept,) = store.parts(TakenOver)
    assert (kept.decided, kept.reason) == (Use.REUSE, "")
    assert kept.spared, "the next check became lighter"
    assert [one.taken_over for one in store.parts(Outcome) if one.taken_over] == [kept.finding]
    assert "blev 20 minuter kortare" in words(section)
    press(section, "Ta tillbaka det")
    assert store.parts(TakenOver) == ()
    assert "blev" not in words(section)


def test_another_decision_wants_a_reason(
    section: FindingsPage, package: Path, desk: Desk, qtbot: QtBot, theirs: ContractScreen
) -> None:
    section.receive(package)
    findings = Findings(section.contract_screen)
    prompt = FindingPrompt(desk.voice, findings.offers()[0])
    qtbot.addWidget(prompt)
    prompt.show()
    assert (prompt.use, prompt._keep.isEnabled()) == (Use.REUSE, True)
    assert prompt._lighter.isVisibleTo(prompt)
    QTest.keyClick(prompt._use._group.button(1), Qt.Key.Key_Space)
    assert (prompt.use, prompt._keep.isEnabled()) == (Use.PARTIAL, False)
    assert not prompt._lighter.isVisibleTo(prompt)
    prompt._reason.setPlainText("Vi vill se lådorna")
    assert prompt._keep.isEnabled()
    assert prompt.lighter(desk.voice) == ""
    assert theirs.suppliers


def test_a_card_is_found_by_the_findings_id(section: FindingsPage, package: Path) -> None:
    section.receive(package)
    offer = Findings(section.contract_screen).offers()[-1]
    section.show_part(offer.fit.finding.id)
    assert len(section.findChildren(OfferCard)) >= 2


@pytest.fixture
def sharing(theirs: ContractScreen, desk: Desk, qtbot: QtBot) -> SharingView:
    view = SharingView(desk.voice, Sharing(theirs), lambda: view)
    qtbot.addWidget(view)
    view.resize(1200, 900)
    view.refresh()
    view.show()
    return view


def test_nothing_is_chosen_beforehand(sharing: SharingView) -> None:
    assert sharing.chosen() == {}
    assert not sharing._save.isEnabled()
    assert "Inget är valt ännu." in words(sharing)


def test_what_leaves_is_what_is_seen(sharing: SharingView, tmp_path: Path) -> None:
    QTest.keyClick(sharing._rows[0].tick, Qt.Key.Key_Space)
    told = words(sharing)
    assert "1 kontrollresultat från Grannköping" in told
    assert "1 oktober 2026" in told
    sharing.save(tmp_path / "ut.json")
    written = (tmp_path / "ut.json").read_text(encoding="utf-8")
    assert sharing._preview._file.text() == written
    assert "Två av tre" not in written
    sharing._rows[0]._with_note.setChecked(True)
    sharing.save(tmp_path / "ut.json")
    (one,) = read_findings_file(tmp_path / "ut.json").findings
    assert one.note == "Två av tre"


def test_a_note_that_names_a_known_person_cannot_leave(sharing: SharingView) -> None:
    row = sharing._rows[1]
    row.tick.setChecked(True)
    assert sharing._save.isEnabled()
    row._with_note.setChecked(True)
    assert not sharing._save.isEnabled()
    assert "namnet" in words(sharing)
    row._area.setPlainText("Två personer visade lådorna")
    assert sharing._save.isEnabled()
    row._area.setPlainText("Bo Berg visade lådorna")
    assert "Är detta en person: Bo Berg?" in words(sharing)


def test_all_can_be_chosen_and_the_sender_must_be_named(sharing: SharingView) -> None:
    press(sharing, "Välj alla")
    assert len(sharing.chosen()) == 2
    assert len(json.loads(sharing._preview._file.text())["findings"]) == 2
    sharing._origin.setText("")
    assert not sharing._save.isEnabled()


def test_a_sole_trader_is_held_back(theirs: ContractScreen, store: Store, desk: Desk, qtbot: QtBot) -> None:
    with store.change() as change:
        change.contracts.keep(replace(theirs.suppliers[0], number="121212-1212"))
    view = SharingView(desk.voice, Sharing(theirs), lambda: view)
    qtbot.addWidget(view)
    view.refresh()
    view.show()
    press(view, "Välj alla")
    assert view.chosen() == {}
    assert words(view).count("personnummer") == 2
