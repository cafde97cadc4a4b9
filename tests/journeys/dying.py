"""A program that dies in the middle of a meeting. Run with a data folder, a number to choose at random by, and what to do.

It tells on its output what it is about to write (``tries``) and what it was told is saved (``kept``), until it is killed.
"""

from __future__ import annotations

import itertools
import json
import random
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kravkompass.followup.activity import Status
from kravkompass.followup.meeting import Attendant, Meeting, Pledge
from kravkompass.purchases.store import Store
from kravkompass.screens import meeting_files
from kravkompass.screens.meeting import MeetingScreen
from kravkompass.screens.meeting_ending import Ending
from kravkompass.screens.taking_in import take_in

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "Två av tre fabriker är redovisade. Den tredje ligger i Vietnam och byttes i januari. ".split()


def tell(what: str, **fields: Any) -> None:  # noqa: ANN401 - plain values
    """Say something to whoever watches."""
    print(json.dumps({"what": what, **fields}), flush=True)


def writes(folder: Path, number: int) -> None:
    """Write at a meeting for as long as one lives: notes that grow, statuses, promises, files, who is there."""
    chance = random.Random(number)  # noqa: S311 - nothing secret
    store = Store(folder)
    screen = MeetingScreen(store, store.parts(Meeting)[0].id)
    screen.begin()
    for count in itertools.count():
        about, value, does = _deed(screen, chance, f"{number} {count}", folder.parent)
        tell("tries", about=about, value=value)
        does()
        tell("kept", about=about, value=value)


def _deed(screen: MeetingScreen, chance: random.Random, mark: str, folder: Path) -> tuple[str, str, Callable[[], Any]]:
    """Choose something to write: what it is about, what is written, and doing it."""
    matter = chance.choice(screen.matters)
    match chance.randrange(6):
        case 0:
            status = chance.choice(list(Status))
            return f"{matter.id} status", status.value, partial(screen.write, matter.id, status=status)
        case 1:
            pledges = (*matter.pledges[-3:], Pledge(mark, "Bo Berg"))
            return f"{matter.id} pledges", mark, partial(screen.write, matter.id, pledges=pledges)
        case 2:
            file = folder / f"{mark.replace(' ', '-')}.txt"
            file.write_text(mark, encoding="utf-8")
            return f"{matter.id} {file.name}", file.name, partial(_add, screen, matter.id, file)
        case 3:
            return "place", mark, partial(screen.describe, place=mark)
        case 4:
            return "present", mark, partial(screen.describe, present=(*screen.meeting.present[-3:], Attendant(mark)))
        case _:
            note = f"{matter.note} {chance.choice(WORDS)} {mark}"[-400:].strip()
            return f"{matter.id} note", note, partial(screen.write, matter.id, note=note)


def _add(screen: MeetingScreen, matter: str, file: Path) -> None:
    meeting_files.add(screen, matter, take_in(screen.store.evidence, file))


def closes(folder: Path, _number: int) -> None:
    """Close the meeting."""
    store = Store(folder)
    screen = MeetingScreen(store, store.parts(Meeting)[0].id)
    tell("tries", about="closed", value="")
    Ending(screen).close()
    tell("kept", about="closed", value="")
    time.sleep(60)


def types(folder: Path, _number: int) -> None:
    """Write a note in the window, a letter at a time, as fast as one writes."""
    from PySide6.QtCore import QEvent, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    from kravkompass.language import Language, translation
    from kravkompass.ui.application import set_up
    from kravkompass.ui.views.meeting import MeetingView
    from kravkompass.ui.window import Window
    from kravkompass.ui.work import Workers

    store = Store(folder)
    desk = set_up([], translation(Language.SWEDISH))
    workers = Workers()
    window = Window(desk, [], workers)
    view = MeetingView(desk.voice, MeetingScreen(store, store.parts(Meeting)[0].id), workers, lambda: view)
    window.open(view)
    window.show()
    view.go_to(view._screen.matters[0].id)
    view.one.note.put_value("")
    letters = itertools.count(1)

    def write() -> None:
        letter = "abcdefghijklmnopqrstuvwxyz"[next(letters) % 26]
        QApplication.sendEvent(view.one.note, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
        tell("typed", text=view.one.note.value, at=time.monotonic())

    timer = QTimer(interval=45)
    timer.timeout.connect(write)
    timer.start()
    desk.application.exec()


if __name__ == "__main__":
    {"writes": writes, "closes": closes, "types": types}[sys.argv[3]](Path(sys.argv[1]), int(sys.argv[2]))
