"""How a meeting with a supplier looks: one matter at a time over the whole window, with everything else out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from kravkompass.screens.meeting import READ_THROUGH, WHO
from kravkompass.screens.meeting_ending import Ending
from kravkompass.ui.actions import Action, Actions
from kravkompass.ui.layout import column
from kravkompass.ui.look import look
from kravkompass.ui.view import View
from kravkompass.ui.views.meeting_bars import Foot, Head
from kravkompass.ui.views.meeting_closed import ClosedPage
from kravkompass.ui.views.meeting_list import AllMatters
from kravkompass.ui.views.meeting_matter import MatterPage
from kravkompass.ui.views.meeting_page import MeetingPage
from kravkompass.ui.views.meeting_reading import ReadThroughPage
from kravkompass.ui.views.meeting_saving import Saving
from kravkompass.ui.views.meeting_who import WhoPage
from kravkompass.ui.widgets.button import Button, IconButton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kravkompass.language import Translation
    from kravkompass.screens.meeting import MeetingScreen
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

STATUSES = 5

FINGER = 44
"""Pixels at the usual text size: what a fingertip needs, by WCAG 2.2, 2.5.5."""


class MeetingView(View):
    """One meeting: who is there, every matter, reading through, and the minutes. Nothing of another supplier is shown."""

    fills_window = True

    def __init__(self, voice: Voice, screen: MeetingScreen, workers: Workers, back: Callable[[], View]) -> None:
        """Open the meeting; ``back`` makes the view to go to when it is left."""
        super().__init__(voice)
        self._screen = screen
        self._back = back
        self.saving = Saving(screen)
        self.head = Head(voice, screen)
        self.foot = Foot(voice, screen)
        self.who = WhoPage(voice, screen, self.saving)
        self.one = MatterPage(voice, screen, self.saving, workers)
        self.every = AllMatters(voice, screen, self.saving)
        self.reading = ReadThroughPage(voice, screen, self.saving)
        self.done = ClosedPage(voice, screen, workers)
        self._stack = QStackedWidget()
        for page in (self.who, self.one, self.every, self.reading, self.done):
            self._stack.addWidget(page)
        down = column(self, gap=0)
        down.addWidget(self.head)
        down.addWidget(self._stack, 1)
        down.addWidget(self.foot)
        self._actions = Actions(voice, tuple(self._declared()), self)
        self._connect()
        screen.begin()

    def _connect(self) -> None:
        self.head.left.connect(self.leave)
        self.head.all_wanted.connect(self.show_all)
        self.head.language.connect(self.speaks)
        self.foot.back.connect(lambda: self.step(-1))
        self.foot.onward.connect(lambda: self.step(1))
        self.saving.told.connect(self._saved)
        self.every.chosen.connect(self.go_to)
        self.reading.chosen.connect(self.go_to)
        self.reading.closed.connect(self._close)
        self.done.left.connect(self.leave)
        self.done.message.connect(lambda wording: self.message.emit(wording, None))
        self.one.files.changed.connect(self._moved)
        self.one.turned.connect(self.step)

    def _declared(self) -> Iterator[Action]:
        """Declare what the keys do. Number keys are letters where something is written; with Alt they always choose a status."""
        for place in range(STATUSES):
            for keys in (f"{place + 1}", f"Alt+{place + 1}"):
                yield Action(f"status {keys}", lambda t: t.say("Status"), self._presses(place), shortcut=keys)
        yield Action("next", lambda t: t.say("Next"), lambda: self.step(1), shortcut="PgDown")
        yield Action("back", lambda t: t.say("Back"), lambda: self.step(-1), shortcut="PgUp")
        yield Action("next sideways", lambda t: t.say("Next"), lambda: self.step(1), shortcut="Ctrl+Right")
        yield Action("back sideways", lambda t: t.say("Back"), lambda: self.step(-1), shortcut="Ctrl+Left")
        yield Action("note", lambda t: t.say("Note"), self.one.note.setFocus, shortcut="F2", possible=lambda: self._on_matter)
        yield Action("promise", lambda t: t.say("Add a promise"), self._promise, shortcut="F3")
        yield Action("file", lambda t: t.say("Add a file or photo"), self._file, shortcut="F4")
        yield Action("open one", lambda t: t.say("Next one left"), self._to_open, shortcut="F6")
        yield Action("all", lambda t: t.say("All matters"), self.show_all, shortcut="F7")
        yield Action("close", lambda t: t.say("Close the meeting"), self._finish, shortcut="Ctrl+Return")
        yield Action("statuses", lambda t: t.say("Status"), self._to_status, shortcut="Esc")

    # -- what every view does

    def title(self, say: Translation) -> str:
        """Give the supplier's name."""
        return say.say("Meeting with {supplier}", supplier=self._screen.supplier.name)

    def first_focus(self) -> QWidget | None:
        """Begin where the page begins."""
        page = self._stack.currentWidget()
        return page.first_focus() if isinstance(page, MeetingPage) else None

    def refresh(self) -> None:
        """Show the step that is on the table."""
        page = self._page()
        self._stack.setCurrentWidget(page)
        page.refresh()
        self._moved()
        self._suit_fingers()

    def _suit_fingers(self) -> None:
        for one in self.findChildren(Button):
            one.setMinimumHeight(look().px(FINGER))
            if isinstance(one, IconButton):
                one.setMinimumWidth(look().px(FINGER))

    # -- going on

    def step(self, by: int) -> None:
        """Go a number of steps on, or back; from the list of all matters to the one on the table."""
        if self._screen.is_closed or (self._stack.currentWidget() is self.reading and self.reading.turn(by)):
            return
        self.commit()
        if self._stack.currentWidget() is not self.every:
            self.saving.write(lambda: self._screen.step(by))
        self._arrive()

    def go_to(self, step: str) -> None:
        """Go to a step."""
        self.commit()
        self.saving.write(lambda: self._screen.go(step))
        self._arrive()

    def show_all(self) -> None:
        """Show all matters, or go back from there to the one on the table."""
        if self._screen.is_closed:
            return
        self.commit()
        if self._stack.currentWidget() is self.every:
            self._arrive()
            return
        self._stack.setCurrentWidget(self.every)
        self.every.refresh()
        self.every.first_focus().setFocus()

    def leave(self) -> None:
        """Leave the meeting as it is; everything is kept, and it can be gone on with at any time."""
        self.commit()
        self.go.emit(self._back())

    def _arrive(self) -> None:
        self.refresh()
        if (first := self.first_focus()) is not None:
            first.setFocus()

    def _page(self) -> MeetingPage:
        if self._screen.is_closed:
            return self.done
        pages: dict[str, MeetingPage] = {WHO: self.who, READ_THROUGH: self.reading}
        return pages.get(self._screen.at, self.one)

    @property
    def _on_matter(self) -> bool:
        return self._stack.currentWidget() is self.one

    def _presses(self, place: int) -> Callable[[], None]:
        def press() -> None:
            if self._on_matter:
                self.one.status.press(place)
                self._moved()

        return press

    def _promise(self) -> None:
        if self._on_matter:
            self.one.pledges.add()

    def _file(self) -> None:
        if self._on_matter:
            self.one.files.choose()

    def _to_status(self) -> None:
        if self._on_matter:
            self.one.leave_fields()

    def _to_open(self) -> None:
        if not self._screen.is_closed:
            self.go_to(self._screen.next_open())

    def _finish(self) -> None:
        if self._stack.currentWidget() is self.reading:
            self.reading.close_it.click()

    def _close(self) -> None:
        self.commit()
        self.saving.write(lambda: Ending(self._screen).close())
        self._arrive()
        if self._screen.is_closed:
            self.done.make()

    def _moved(self) -> None:
        self.head.refresh()
        self.foot.refresh()

    def _saved(self, problem: object) -> None:
        self.foot.tell(problem)
        self.head.refresh()
