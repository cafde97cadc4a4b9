"""The sections of meetings and evidence at the window: preparing, settling promises, adding files and saying what they prove."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.catalog.real import catalog
from tests.screens.meeting_world import DAY, UNSEEN, World
from tests.ui.views.hands import seen

from kravkompass.followup.activity import Status
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.meeting import Matter, Meeting, MeetingKind, MeetingState, Pledge, PromiseState
from kravkompass.language import Language, pseudo_translation, translation
from kravkompass.purchases.evidence_folder import EvidenceDamagedError
from kravkompass.purchases.store import Store
from kravkompass.screens.contracts import Contracts
from kravkompass.screens.meeting_ending import Ending
from kravkompass.screens.taking_in import take_in
from kravkompass.ui.application import Desk
from kravkompass.ui.view import View
from kravkompass.ui.views.contract import ContractView
from kravkompass.ui.views.contract_evidence import EvidencePage
from kravkompass.ui.views.contract_meetings import MeetingsPage
from kravkompass.ui.views.contracts import ContractsView
from kravkompass.ui.views.meeting import MeetingView
from kravkompass.ui.work import Workers


@pytest.fixture
def view(desk: Desk, world: World, store: Store, qtbot: QtBot) -> Iterator[ContractView]:
    """The contract at its section of meetings; what the store tells makes it show itself anew, as the window does."""
    workers = Workers()
    made = ContractView(desk.voice, world.screen, workers, "meetings")
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.refresh()
    made.show()
    store.when_changed(lambda _kinds: made.refresh())
    yield made
    workers.close()


@pytest.fixture
def meetings(view: ContractView) -> MeetingsPage:
    page = view.page
    assert isinstance(page, MeetingsPage)
    return page


@pytest.fixture
def evidence(view: ContractView) -> EvidencePage:
    view.open("evidence")
    page = view.page
    assert isinstance(page, EvidencePage)
    return page


def click(inside: QWidget, words: str) -> None:
    """Click the button with these words."""
    QApplication.processEvents()
    found = [one for one in inside.findChildren(QAbstractButton) if one.isVisible() and words in {one.text(), one.accessibleName()}]
    assert found, words
    found[0].click()
    QApplication.processEvents()


def test_a_meeting_is_prepared_with_what_the_buyer_wants(meetings: MeetingsPage, world: World) -> None:
    assert "Inga möten ännu" in seen(meetings)
    click(meetings, "Förbered ett möte")
    preparing = meetings.preparing
    preparing.supplier.put_value(world.supplier.id)
    preparing.supplier.changed.emit(world.supplier.id)
    assert preparing.kind.value is MeetingKind.START
    assert "3 punkter att gå igenom" in seen(preparing)
    left = frozenset(one.id for one in world.requirements[:2])
    preparing.matters.put_value(left)
    preparing.matters.changed.emit(left)
    assert "2 punkter att gå igenom" in seen(preparing)
    click(preparing, "Spara till senare")
    (meeting,) = world.store.parts(Meeting)
    assert (meeting.state, meeting.day, meeting.language) == (MeetingState.PLANNED, DAY, "sv")
    assert {one.about for one in world.store.parts(Matter)} == left
    assert "Förberett" in seen(meetings)
    click(meetings, "Ta bort Startmöte, 2027-09-01")
    assert world.store.parts(Meeting) == ()


def test_the_other_supplier_is_asked_what_concerns_it(meetings: MeetingsPage, world: World) -> None:
    meetings.prepare()
    meetings.preparing.supplier.put_value(world.other.id)
    meetings.preparing.supplier.changed.emit(world.other.id)
    assert "4 punkter att gå igenom" in seen(meetings.preparing)
    assert UNSEEN in seen(meetings)


def test_beginning_leads_into_the_meeting_and_leaving_back(
    meetings: MeetingsPage, view: ContractView, world: World, qtbot: QtBot
) -> None:
    shown: list[View] = []
    view.go.connect(shown.append)
    meetings.prepare()
    click(meetings.preparing, "Börja nu")
    (meeting,) = shown
    assert isinstance(meeting, MeetingView)
    meeting.go.connect(shown.append)
    meeting.leave()
    back = shown[-1]
    assert isinstance(back, ContractView)
    assert isinstance(back.page, MeetingsPage)
    for section in (None, "plan"):
        if section:
            view.open(section)
        view.refresh()
        assert f"Mötet med {meeting._screen.supplier.name} avbröts" in seen(view), "told on every section of the contract"
    contracts = ContractsView(view.voice, Contracts(lambda: world.store, catalog, lambda: DAY), view._workers)
    qtbot.addWidget(contracts)
    contracts.refresh()
    contracts.show()
    contracts.go.connect(shown.append)
    for place in (view, contracts):
        click(place, "Fortsätt mötet")
        again = shown[-1]
        assert isinstance(again, MeetingView)
        assert again._screen.meeting.id == meeting._screen.meeting.id
    for one in shown:
        one.deleteLater()


def test_promises_are_settled_here(meetings: MeetingsPage, world: World) -> None:
    screen = world.meeting()
    screen.write(screen.matters[0].id, status=Status.MET, pledges=(Pledge("Skicka listan", "Bo Berg", due=date(2027, 8, 31)),))
    Ending(screen).close()
    said = seen(meetings)
    assert "Skicka listan" in said
    assert "Bo Berg · Leverantör · 2027-08-31" in said
    assert "Försenat" in said
    click(meetings, "Genomfört")
    (promise,) = world.meetings.promises(is_open=False)
    assert promise.state is PromiseState.KEPT
    assert "1 av 1 tidigare åtaganden genomfördes." in seen(meetings)


def drop(page: EvidencePage, *files: Path) -> None:
    """Drop files on the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    nothing = Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, nothing))


def test_files_that_are_dropped_are_copied_in(evidence: EvidencePage, world: World, tmp_path: Path, qtbot: QtBot) -> None:
    assert "Inga bevis ännu" in seen(evidence)
    one, two = tmp_path / "Intyg.pdf", tmp_path / "Rapport.pdf"
    one.write_bytes(b"%PDF ett")
    two.write_bytes(b"%PDF tre")
    drop(evidence, one, two)
    qtbot.waitUntil(lambda: len(world.store.parts(Evidence)) == 2, timeout=10_000)
    said = seen(evidence)
    assert "2 bevis hör inte till något krav ännu" in said
    assert "Intyg.pdf" in said
    assert "Inga bevis ännu" not in said
    assert len({one.fingerprint for one in world.store.parts(Evidence)}) == 2


def test_files_are_added_by_button(
    evidence: EvidencePage, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    file = tmp_path / "Intyg.pdf"
    file.write_bytes(b"%PDF")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(file)], ""))
    click(evidence, "Lägg till filer")
    qtbot.waitUntil(lambda: len(world.store.parts(Evidence)) == 1, timeout=10_000)
    assert evidence.table.value is not None


def add(evidence: EvidencePage, world: World, folder: Path, name: str = "Intyg.pdf") -> Evidence:
    """Add a file and choose it."""
    file = folder / name
    file.write_bytes(name.encode())
    (added,) = evidence.screen_of.add([take_in(world.store.evidence, file)])
    evidence.show_part(added.id)
    return added


def test_what_a_file_proves_and_until_when_is_said_on_its_card(evidence: EvidencePage, world: World, tmp_path: Path) -> None:
    added = add(evidence, world, tmp_path)
    card = evidence.card
    card.valid_to.changed.emit(date(2027, 10, 1))
    card.proves.changed.emit(frozenset(one.id for one in world.requirements[:2]))
    card.supplier.changed.emit(world.supplier.id)
    card.note.put_value("Gäller alla fabriker")
    card.note.changed.emit("Gäller alla fabriker")
    kept = world.store.part(Evidence, added.id)
    assert (kept.valid_to, kept.supplier, kept.note) == (date(2027, 10, 1), world.supplier.id, "Gäller alla fabriker")
    assert kept.requirements == tuple(one.id for one in world.requirements[:2])
    said = seen(evidence)
    assert "K01, K02" in said
    assert "1 bevis går snart ut" in said
    assert card.chosen == added.id


def test_writing_on_the_card_leaves_the_keyboard_where_it_is(evidence: EvidencePage, world: World, tmp_path: Path) -> None:
    add(evidence, world, tmp_path, "A.pdf")
    added = add(evidence, world, tmp_path, "B.pdf")
    evidence.window().activateWindow()
    evidence.card.valid_to.setFocus()
    evidence.card.valid_to._text.setText("2027-01-01")
    evidence.card.valid_to._text.setModified(True)
    evidence.card.received.setFocus()
    QApplication.processEvents()
    assert world.store.part(Evidence, added.id).valid_to == date(2027, 1, 1)
    assert evidence.card.chosen == added.id
    assert QApplication.focusWidget() is evidence.card.received._text


def test_a_note_half_written_belongs_to_the_file_it_was_written_for(evidence: EvidencePage, world: World, tmp_path: Path) -> None:
    first, second = add(evidence, world, tmp_path, "A.pdf"), add(evidence, world, tmp_path, "B.pdf")
    evidence.show_part(first.id)
    evidence.card.note.insertPlainText("Om A")
    evidence.show_part(second.id)
    assert [world.store.part(Evidence, one.id).note for one in (first, second)] == ["Om A", ""]
    assert evidence.card.note.value == ""


def test_the_plan_follows_a_last_day_and_says_so(evidence: EvidencePage, world: World, tmp_path: Path) -> None:
    added = add(evidence, world, tmp_path)
    said: list[str] = []
    evidence.message.connect(lambda wording, _undo: said.append(wording(translation(Language.SWEDISH))))
    evidence.show_part(added.id)
    for last in (date(2028, 3, 10), None):
        evidence.card.valid_to.put_value(last)
        evidence.card.valid_to.changed.emit(last)
    assert said == ["Planen följer med: ett nytt bevis ska begäras in 2028-01-10.", "Planen följer med: inget nytt behöver begäras in."]


def test_taking_a_file_away_can_be_undone(evidence: EvidencePage, world: World, tmp_path: Path) -> None:
    added = add(evidence, world, tmp_path)
    undone: list[object] = []
    evidence.message.connect(lambda _wording, undo: undone.append(undo))
    click(evidence.card, "Ta bort")
    assert world.store.parts(Evidence) == ()
    assert not evidence.card.isVisible()
    undo = undone[-1]
    assert callable(undo)
    undo()
    assert world.store.parts(Evidence) == (added,)


def test_a_changed_original_is_told_when_it_is_opened_and_when_all_are_checked(
    evidence: EvidencePage, world: World, tmp_path: Path, qtbot: QtBot
) -> None:
    added = add(evidence, world, tmp_path)
    path = world.store.evidence.path(added.fingerprint)
    path.chmod(0o644)
    path.write_bytes(b"annat")
    with pytest.raises(EvidenceDamagedError):
        evidence.card.open_it()
    evidence.check()
    qtbot.waitUntil(lambda: "har ändrats" in seen(evidence), timeout=10_000)


@pytest.mark.parametrize("section", ["meetings", "evidence"])
def test_every_text_is_said_in_the_language_of_the_window(
    view: ContractView, world: World, desk: Desk, tmp_path: Path, section: str
) -> None:
    view.open(section)
    page = view.page
    if isinstance(page, EvidencePage):
        add(page, world, tmp_path)
    elif isinstance(page, MeetingsPage):
        page.prepare()
    before = {line for line in seen(page).splitlines() if line.strip()}
    desk.voice.switch(pseudo_translation())
    view.retranslate()
    after = {line for line in seen(page).splitlines() if line.strip()}
    content = {"Frukt i Provstad AB", UNSEEN, "2027-09-01", "Intyg.pdf", "–", "Frukt", "Grönt"}
    assert {line for line in before & after if line not in content and " K" not in line} == set()
    assert translation(Language.SWEDISH).say("Meetings") not in after
