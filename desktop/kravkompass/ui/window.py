"""The one window: a rail to go places, a stack of views, messages and long work below. It knows no view by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from kravkompass.ui.handing_over import HandingOver
from kravkompass.ui.language import Speaking, Wording
from kravkompass.ui.layout import column, row
from kravkompass.ui.letting_go import let_go
from kravkompass.ui.look import look
from kravkompass.ui.tabbing import come_in
from kravkompass.ui.tastes import Tastes
from kravkompass.ui.view import View
from kravkompass.ui.widgets.job_line import JobLine
from kravkompass.ui.widgets.rail import Rail, RailButton
from kravkompass.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kravkompass.ui.application import Desk
    from kravkompass.ui.work import Job, Workers


@dataclass(frozen=True, slots=True)
class Destination:
    """A place on the rail. Its view is made when it is first visited."""

    id: str
    wording: Wording
    icon: str
    make: Callable[[], View]


class Window(Speaking, QMainWindow):
    """Shows one view at a time and tells it when what it shows has changed."""

    def __init__(self, desk: Desk, destinations: Sequence[Destination], workers: Workers | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._places = {place.id: place for place in destinations}
        self._views: dict[str, View] = {}
        self._stale: set[View] = set()
        self._stack = QStackedWidget()
        self._rail_buttons = {place.id: self._place_button(place) for place in destinations}
        self._jobs = JobLine(desk.voice)
        self.tastes = Tastes(desk, self)
        self.setCentralWidget(self._lay_out())
        self._toast = Toast(desk.voice, self._stack)
        self._told = HandingOver()
        if workers is not None:
            workers.began.connect(self._began)
        room = self.screen().availableSize()
        self.resize(min(1240, room.width()), min(820, room.height() - look().px(40)))

    @property
    def view(self) -> View | None:
        """The view that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, View) else None

    def go(self, name: str) -> View:
        """Show the view of a destination. Raises KeyError for one that does not exist."""
        place = self._places[name]
        if name not in self._views:
            self._views[name] = self._adopt(place.make())
        view = self._views[name]
        self._show(view)
        self._rail_buttons[name].setChecked(True)
        return view

    def open(self, view: View) -> None:
        """Show a view that belongs to no destination, such as one purchase; it is let go when it is left."""
        self._show(self._adopt(view))

    def tell(self, wording: Wording, undo: Callable[[], None] | None = None) -> None:
        """Show a message for a moment, with a button to undo."""
        self._toast.show_message(wording, undo)

    def changed(self, kinds: Iterable[str]) -> None:
        """Say that these kinds of things changed in the store. Can be called from any thread."""
        found = frozenset(kinds)
        self._told.at_once(lambda: self._refresh(found))

    def retranslate(self) -> None:
        """Say the title in the language of the window."""
        name = self.view.title(self._desk.voice.translation) if self.view else ""
        self.setWindowTitle(name)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Go on; from the rail into the view at its beginning, or at its end when going back."""
        came_from = QApplication.focusWidget()
        moved = super().focusNextPrevChild(next)
        if self.view is not None:
            come_in(self.view, came_from, forward=next)
        return moved

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand on what is half written before the window goes."""
        if self.view is not None:
            self.view.commit()
        super().closeEvent(event)

    def _lay_out(self) -> QWidget:
        whole = QWidget()
        across = row(whole, gap=0)
        self._rail = Rail(list(self._rail_buttons.values()), self.tastes.buttons())
        across.addWidget(self._rail)
        down = column(gap=0)
        down.addWidget(self._stack, 1)
        down.addWidget(self._jobs)
        across.addLayout(down, 1)
        return whole

    def _place_button(self, place: Destination) -> RailButton:
        button = RailButton(self._desk.voice, place.wording, place.icon)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.go(place.id))
        return button

    def _adopt(self, view: View) -> View:
        view.message.connect(self.tell)
        view.speaks.connect(self.tastes.choose_language)
        view.go.connect(lambda there: self.open(there) if isinstance(there, View) else self.go(there))
        self._stack.addWidget(view)
        self._stale.add(view)
        return view

    def _show(self, view: View) -> None:
        left = self.view
        if left is not None and left is not view:
            left.commit()
        for button in self._rail_buttons.values():
            button.setChecked(False)
        if view in self._stale:
            self._stale.discard(view)
            view.refresh()
        self._stack.setCurrentWidget(view)
        self._rail.setVisible(not view.fills_window)
        if left is not None and left is not view and left not in self._views.values():
            self._stack.removeWidget(left)
            self._stale.discard(left)
            let_go(left)
        if (first := view.first_focus()) is not None:
            first.setFocus()
        self.retranslate()

    def _refresh(self, kinds: frozenset[str]) -> None:
        shown = self.view
        self._stale.update(view for view in self._views.values() if view.kinds & kinds)
        if shown is not None and shown.kinds & kinds:
            self._stale.discard(shown)
            shown.refresh()
            self.retranslate()

    def _began(self, job: Job[Any]) -> None:
        self._jobs.watch(job)
        job.failed.connect(self._failed)

    def _failed(self, error: BaseException) -> None:
        # Out of a slot it goes where every uncaught error goes: told when known, else to the crash window.
        raise error
