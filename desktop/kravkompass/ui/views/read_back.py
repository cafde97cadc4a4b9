"""How reading a filled-in list back looks: choose a file, see what differs, take what is right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.purchases.kinds import Kind
from kravkompass.screens.read_back import Changed, Found
from kravkompass.ui.layout import Flow, column
from kravkompass.ui.look import LARGE, MEDIUM
from kravkompass.ui.palettes import Tone
from kravkompass.ui.view import View
from kravkompass.ui.views.read_back_parts import EntryCard, Originals, file_card, nothing_yet, told
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.page import WORKING, Page
from kravkompass.ui.widgets.surfaces import Divider, SectionTitle
from kravkompass.ui.work import Job, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kravkompass.followup.reply import KeptReply
    from kravkompass.language import Translation
    from kravkompass.screens.read_back import Entry, Original, ReadBack
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.work import Workers

AT_A_TIME = 40
"""Cards that are shown before one asks for more: making hundreds at once would be felt."""


class ReadBackView(View):
    """A filled-in list beside ours. ``back`` makes the view to return to."""

    def __init__(self, voice: Voice, screen: ReadBack, workers: Workers, back: Callable[[], View]) -> None:
        super().__init__(voice)
        self._screen, self._workers, self._make_back = screen, workers, back
        self._came: Found | Changed | None = None
        self._left: tuple[Entry, ...] = ()
        self._chosen: set[str] = set()
        self._shown = AT_A_TIME
        self._page = Page(voice, width=WORKING)
        self._page.set_title(
            lambda t: t.say("Answers that come back"),
            lambda t: t.say("See what differs in a filled-in list before anything is taken. Rows may have been moved and sorted."),
        )
        self._leave = self._button(lambda t: t.say("Back"), self.leave, "back")
        self._choose = self._button(lambda t: t.say("Choose a file"), self._choose_file, "file", Weight.SECONDARY)
        self._take = self._button("", self.take, "check", Weight.PRIMARY)
        self._lay_out()

    def _lay_out(self) -> None:
        bar = QWidget()
        tools = column(bar, margins=(LARGE, MEDIUM, LARGE, MEDIUM))
        flow = Flow(gap=MEDIUM)
        flow.add([self._leave, self._choose, self._take])
        tools.addLayout(flow)
        down = column(self, gap=0)
        down.addWidget(bar)
        down.addWidget(Divider())
        down.addWidget(self._page, 1)

    def _button(self, wording: Wording, do: Callable[[], object], icon: str = "", weight: Weight = Weight.QUIET) -> Button:
        button = Button(self.voice, wording, weight, icon)
        button.clicked.connect(lambda _on=False: do())
        return button

    # -- what every view does

    kinds = frozenset({Kind.LISTS})

    def title(self, say: Translation) -> str:
        """Give the window's title."""
        return say.say("Answers that come back")

    def first_focus(self) -> QWidget:
        """Begin at the button for a file."""
        return self._choose

    def retranslate(self) -> None:
        """The kit says its own texts again."""

    def refresh(self) -> None:
        """Show what has come, or how to begin."""
        self._page.empty()
        if isinstance(self._came, Found):
            self._left = self._screen.left(self._came)
            self._show_found(self._came)
        elif isinstance(self._came, Changed):
            self._show_changed(self._came)
        else:
            self._page.add(nothing_yet(self.voice))
        if originals := self._screen.originals():
            self._page.add(Originals(self.voice, originals, self._open))
        self._count()

    def leave(self) -> None:
        """Go back."""
        self.go.emit(self._make_back())

    # -- a file

    def _choose_file(self) -> None:
        say = self.voice.say
        kinds = say("Excel files") + " (*.xlsx)"
        name, _ = QFileDialog.getOpenFileName(self, say("Choose the filled-in list"), str(Path.home()), kinds)
        if name:
            self.read(Path(name))

    def read(self, path: Path, *, although_changed: bool = False) -> None:
        """Read a file, beside the window."""
        screen = self._screen
        job = Job(
            lambda report: screen.read(path, although_changed=although_changed, watch=lambda row: report(Step(row))),
            lambda t: t.say("Reading “{file}”", file=path.name),
        )
        job.finished.connect(self._read)
        self._workers.run(job, touches_store=True)

    def _read(self, came: Found | Changed) -> None:
        self._came, self._left = came, ()
        self._chosen = {one.requirement for one in came.differing} - came.doubtful if isinstance(came, Found) else set()
        self._shown = AT_A_TIME
        self.refresh()
        self._page.to_top()

    # -- taking

    def take(self) -> None:
        """Take the chosen replies, as one change that can be undone."""
        found = self._came
        if not isinstance(found, Found) or not self._chosen:
            return
        screen, chosen = self._screen, frozenset(self._chosen)
        job = Job(lambda _report: screen.take(found, chosen), lambda t: t.say("Keeping the answers"))
        job.finished.connect(self._taken)
        self._take.setEnabled(False)
        job.ended.connect(self._count)
        self._workers.run(job, touches_store=True)

    def _taken(self, before: Mapping[str, KeptReply | None]) -> None:
        screen, n = self._screen, len(before)
        self.message.emit(
            lambda t: t.count("{n} answer has been taken.", "{n} answers have been taken.", n), lambda: screen.put_back(before)
        )

    # -- what is shown

    def _show_changed(self, came: Changed) -> None:
        anyway = self._button(
            lambda t: t.say("Read it anyway"), lambda: self.read(came.path, although_changed=True), "next", Weight.SECONDARY
        )
        self._page.add(
            Callout(
                self.voice,
                Tone.WARNING,
                lambda t: t.say("The list has changed since this file was made"),
                lambda t: t.say(
                    "“{file}” was made {day}. You can read it anyway and look at each difference, or send out the new list.",
                    file=came.path.name,
                    day=came.about.day,
                ),
                [anyway],
            )
        )

    def _show_found(self, found: Found) -> None:
        self._page.add(file_card(self.voice, found))
        self._show_differing(found)
        others = list(told(self.voice, found))
        if others:
            self._page.add(
                SectionTitle(self.voice, lambda t: t.say("Not taken"), lambda t: t.say("Open each to see where it stands."))
            )
        for one in others:
            self._page.add(one)

    def _show_differing(self, found: Found) -> None:
        n = len(self._left)
        if not n:
            self._page.add(Callout(self.voice, Tone.POSITIVE, lambda t: t.say("Nothing more to take from this file")))
            return
        self._page.add(
            SectionTitle(
                self.voice,
                lambda t: t.count("{n} requirement differs", "{n} requirements differ", n),
                lambda t: t.say("Tick what you take. What is not ticked stays as it was."),
            )
        )
        flow = Flow(gap=MEDIUM)
        flow.add(
            [
                self._button(lambda t: t.say("Tick all"), lambda: self._choose_all(on=True)),
                self._button(lambda t: t.say("Tick none"), lambda: self._choose_all(on=False)),
            ]
        )
        self._page.add(flow)
        for entry in self._left[: self._shown]:
            name = entry.requirement
            one = EntryCard(self.voice, entry, taken=name in self._chosen, doubtful=name in found.doubtful)
            one.changed.connect(self._ticked)
            self._page.add(one)
        if n > self._shown:
            self._page.add(self._button(lambda t: t.say("Show more"), self._show_more, "expanded"))

    def _open(self, original: Original) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._screen.copy_of(original))))

    # -- ticking

    def _ticked(self, requirement: str, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(requirement)
        self._count()

    def _choose_all(self, *, on: bool) -> None:
        self._chosen = {one.requirement for one in self._left} if on else set()
        for one in self.findChildren(EntryCard):
            one.tick.setChecked(on)
        self._count()

    def _show_more(self) -> None:
        self._shown += AT_A_TIME
        self.refresh()

    def _count(self) -> None:
        n = sum(one.requirement in self._chosen for one in self._left)
        self._take.setVisible(bool(self._left))
        self._take.setEnabled(n > 0)
        self._take.put(lambda t: t.count("Take {n} answer", "Take {n} answers", n))
