"""Opening the window: Qt first, so that something is seen, then the parts that take longer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer

from kravkompass.language import Language
from kravkompass.paths import log_folder
from kravkompass.ui.application import set_up
from kravkompass.ui.crash import Crash, start_log
from kravkompass.ui.garbage import Collector, settle
from kravkompass.ui.theme import Appearance
from kravkompass.ui.window import Destination, Window
from kravkompass.ui.work import Job, Workers

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.purchases.glance_meetings import Interrupted
    from kravkompass.purchases.kinds import Listener
    from kravkompass.purchases.settings import Settings
    from kravkompass.purchases.store import Store
    from kravkompass.screens.catalog import Browser
    from kravkompass.screens.contracts import Contracts
    from kravkompass.screens.home import Home
    from kravkompass.screens.own import OwnRequirements
    from kravkompass.screens.profile import Municipality
    from kravkompass.screens.templates import Templates
    from kravkompass.screens.wizard import Wizard
    from kravkompass.screens.year import Year
    from kravkompass.ui.application import Desk
    from kravkompass.ui.view import View


class Parts(Protocol):
    """What the window needs of the program's parts, each made when it is first asked for."""

    @property
    def translation(self) -> Translation:
        """The language to begin in."""

    @property
    def early(self) -> Settings:
        """The settings, read before the store is opened."""

    @property
    def store(self) -> Store:
        """The user's data."""

    def home(self) -> Home:
        """Make the home screen."""

    def wizard(self, purchase: str) -> Wizard:
        """Make the wizard of a purchase."""

    def contracts(self) -> Contracts:
        """Make the screen of the contracts that are followed up."""

    def year(self) -> Year:
        """Make the screen of the year across all contracts."""

    def browser(self) -> Browser:
        """Make the screen for looking through the catalog."""

    def templates(self) -> Templates:
        """Make the screen of templates."""

    def municipality(self) -> Municipality:
        """Make the screen of the municipality's profile."""

    def own(self) -> OwnRequirements:
        """Make the screen of the municipality's own requirements."""

    def when_changed(self, listener: Listener) -> None:
        """Have a function told which kinds of things changed."""

    def prepare(self) -> None:
        """Load what takes longer."""

    def close(self) -> None:
        """Let go of the user's data."""


def run(parts: Parts, quit_when: str | None = None) -> int:
    """Open the window and stay until it is closed; ``quit_when`` leaves at the first "paint" or at the usable "home", for measuring."""
    desk = set_up(sys.argv[:1], parts.translation, _appearance(parts), _scale(parts))
    crash = Crash(desk.voice, start_log(log_folder()))
    crash.watch()
    Collector(desk.application)
    workers = Workers()
    window = make_window(parts, desk, workers)
    window.show()
    QTimer.singleShot(0, lambda: _go_home(parts, window, desk, workers, quit_when))
    try:
        return desk.application.exec()
    finally:
        workers.close()
        desk.voice.fall_silent()
        parts.close()


def _go_home(parts: Parts, window: Window, desk: Desk, workers: Workers, quit_when: str | None) -> None:
    if quit_when == "paint":
        desk.application.quit()
        return
    window.go("home")
    if quit_when == "home":
        QTimer.singleShot(0, desk.application.quit)
        return
    # What takes longer is loaded beside the window, before the buyer has read what stands in it.
    job = Job(lambda _report: parts.prepare())
    job.finished.connect(lambda _nothing: settle())
    workers.run(job, touches_store=True)


def make_window(parts: Parts, desk: Desk, workers: Workers) -> Window:
    """Make the window with its destinations; a change in the store reaches the view that shows it."""
    window = Window(desk, _destinations(parts, desk, workers), workers)
    window.tastes.language_chosen.connect(lambda language: keep(parts, language=Language(language).value))
    window.tastes.look_chosen.connect(lambda appearance, scale: keep(parts, theme=f"{appearance} {scale:g}"))
    parts.when_changed(window.changed)
    return window


def keep(parts: Parts, **values: str) -> None:
    """Keep settings of the window."""
    from dataclasses import replace

    with parts.store.change() as change:
        change.keep_settings(replace(parts.store.settings(), **values))


def _destinations(parts: Parts, desk: Desk, workers: Workers) -> tuple[Destination, ...]:
    def contracts() -> View:
        from kravkompass.ui.views.contracts import ContractsView

        return ContractsView(desk.voice, parts.contracts(), workers)

    def year() -> View:
        from kravkompass.ui.views.year import YearView

        return YearView(desk.voice, parts.year(), workers)

    def catalog() -> View:
        from kravkompass.ui.views.catalog import CatalogView

        return CatalogView(desk.voice, parts.browser())

    def profile() -> View:
        from kravkompass.ui.views.profile import ProfileView

        return ProfileView(desk.voice, parts.municipality(), lambda: _own(parts, desk))

    return (
        Destination("home", lambda t: t.say("Purchases"), "home", lambda: _home(parts, desk, workers)),
        Destination("contracts", lambda t: t.say("Contracts"), "contract", contracts),
        Destination("year", lambda t: t.say("Year"), "calendar", year),
        Destination("catalog", lambda t: t.say("Requirements"), "catalog", catalog),
        Destination("profile", lambda t: t.say("Profile"), "profile", profile),
    )


def _home(parts: Parts, desk: Desk, workers: Workers) -> View:
    from kravkompass.ui.views.home import HomeView

    return HomeView(
        desk.voice,
        parts.home(),
        lambda purchase: _wizard(parts, desk, workers, purchase),
        workers,
        lambda meeting: _meeting(parts, desk, workers, meeting),
        parts.templates(),
        lambda contract: _contract(parts, desk, workers, contract),
    )


def _own(parts: Parts, desk: Desk) -> View:
    from kravkompass.ui.views.own import OwnView

    return OwnView(desk.voice, parts.own())


def _wizard(parts: Parts, desk: Desk, workers: Workers, purchase: str) -> View:
    from kravkompass.ui.views.wizard import WizardView

    return WizardView(desk.voice, parts.wizard(purchase), workers)


def _contract(parts: Parts, desk: Desk, workers: Workers, contract: str) -> View:
    from kravkompass.ui.views.contract import ContractView

    return ContractView(desk.voice, parts.contracts().open(contract), workers)


def _meeting(parts: Parts, desk: Desk, workers: Workers, meeting: Interrupted) -> View:
    from kravkompass.ui.views.contract_meetings import meeting_view

    return meeting_view(desk.voice, parts.contracts().open(meeting.contract), workers, meeting.meeting)


def _appearance(parts: Parts) -> Appearance:
    chosen = parts.early.theme.split(" ")[0]
    return Appearance(chosen) if chosen in set(Appearance) else Appearance.SYSTEM


def _scale(parts: Parts) -> float:
    _, _, scale = parts.early.theme.partition(" ")
    try:
        return min(max(float(scale), 0.5), 3.0)
    except ValueError:
        return 1.0
