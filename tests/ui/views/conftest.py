"""A wizard of an example at a window that is dressed, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.catalog.real import catalog, finder
from tests.guidance.made import TODAY
from tests.purchases.new_data import new_data
from tests.screens.meeting_world import World, make_world
from tests.screens.planned import planned

from kravkompass.followup.contract import Extension
from kravkompass.followup.meeting import MeetingKind
from kravkompass.language import Language, translation
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.home import Home
from kravkompass.screens.overview import Overview
from kravkompass.screens.wizard import Wizard
from kravkompass.ui.application import Desk
from kravkompass.ui.language import Voice
from kravkompass.ui.theme import Appearance, Theme
from kravkompass.ui.view import View
from kravkompass.ui.views.contract import ContractView
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.meeting import MeetingView
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.views.wizard import WizardView
from kravkompass.ui.window import Window
from kravkompass.ui.work import Workers

Opened = Callable[..., MeetingView]

SIGNED_TODAY = date(2027, 9, 15)
"""The day it is for a contract that has been followed for half a year."""


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Appearance.LIGHT)


@pytest.fixture
def desk(qapp: QApplication, theme: Theme) -> Iterator[Desk]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    voice = Voice(translation(Language.SWEDISH))
    voice.switch(voice.translation)
    yield Desk(qapp, voice, theme)
    voice.fall_silent()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(new_data(tmp_path / "data")) as opened:
        with opened.change() as change:
            change.keep_settings(Settings(organisation="Provkommunen", name="Åsa Öst"))
        yield opened


@pytest.fixture
def wizard(request: pytest.FixtureRequest, store: Store) -> Wizard:
    home = Home(lambda: store, store.purchases, lambda: EXAMPLES, lambda: TODAY, lambda: Overview(store, catalog(), TODAY))
    example = home.open_example(getattr(request, "param", "kalmar-fruit"))
    return Wizard(store, catalog(), example, lambda: TODAY, finder)


@pytest.fixture
def view(desk: Desk, wizard: Wizard, store: Store, qtbot: QtBot) -> Iterator[WizardView]:
    """The wizard at the window; what the store tells makes it show itself anew, as the window does."""
    workers = Workers()
    made = WizardView(desk.voice, wizard, workers)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.refresh()
    made.show()
    store.when_changed(lambda _kinds: made.refresh())
    yield made
    workers.close()


@pytest.fixture
def open_page(view: WizardView) -> Callable[[str], WizardPage]:
    """Open a page of the wizard and give it."""

    def opened(page: str) -> WizardPage:
        view.open(page)
        QApplication.processEvents()
        return view.page

    return opened


@pytest.fixture
def voice(desk: Desk) -> Voice:
    return desk.voice


@pytest.fixture
def contract_screen(store: Store) -> ContractScreen:
    return planned(store, lambda: SIGNED_TODAY, extensions=(Extension(12),))


@pytest.fixture
def contract_page(desk: Desk, contract_screen: ContractScreen, store: Store, qtbot: QtBot) -> Iterator[Callable[[str], ContractPage]]:
    """Open a section of the contract and give its page."""
    workers = Workers()
    view = ContractView(desk.voice, contract_screen, workers)
    qtbot.addWidget(view)
    view.resize(1200, 900)
    view.refresh()
    view.show()
    store.when_changed(lambda _kinds: _show_anew(view))

    def opened(section: str) -> ContractPage:
        view.open(section)
        QApplication.processEvents()
        return view.page

    yield opened
    workers.close()


@pytest.fixture
def world(store: Store) -> World:
    """A contract with two suppliers."""
    return make_world(store)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[Window]:
    """A window with nothing in it, with its workers."""
    workers = Workers()
    made = Window(desk, [], workers)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.workers = workers  # type: ignore[attr-defined]
    yield made
    workers.close()


@pytest.fixture
def opened(world: World, window: Window, desk: Desk, qtbot: QtBot) -> Opened:
    """Open a meeting at the window."""

    def open_it(kind: MeetingKind = MeetingKind.START) -> MeetingView:
        def back() -> View:
            raise AssertionError

        view = MeetingView(desk.voice, world.meeting(kind), window.workers, back)  # type: ignore[attr-defined]
        window.open(view)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return view

    return open_it


def _show_anew(view: View) -> None:
    """Show a view anew in the window's own thread, as the window does, whichever thread made the change."""
    if QThread.currentThread() == view.thread():
        view.refresh()
    else:
        QTimer.singleShot(0, view, view.refresh)
