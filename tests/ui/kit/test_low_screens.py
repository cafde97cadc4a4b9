"""A low screen and large text: the window fits, and a prompt keeps its buttons in sight."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kravkompass.language import Translation
from kravkompass.ui import prompts
from kravkompass.ui.application import Desk
from kravkompass.ui.theme import Appearance
from kravkompass.ui.view import View
from kravkompass.ui.widgets.button import Button
from kravkompass.ui.widgets.text_fields import TextField
from kravkompass.ui.window import Destination, Window


class Blank(View):
    """A view with nothing on it."""

    def title(self, say: Translation) -> str:
        return say.say("Steps")

    def refresh(self) -> None:
        return


def test_the_window_fits_a_low_screen_at_large_text(desk: Desk, qtbot: QtBot) -> None:
    window = Window(desk, [Destination(f"place {n}", f"Plats {n}", "home", lambda: Blank(desk.voice)) for n in range(5)])
    qtbot.addWidget(window)
    window.go("place 1")
    window.show()
    desk.theme.choose(Appearance.LIGHT, 2.0)
    try:
        qtbot.wait(50)
        assert window.minimumSizeHint().height() <= 700
    finally:
        desk.theme.choose(Appearance.LIGHT, 1.0)


def test_a_prompt_that_is_higher_than_the_screen_scrolls_and_keeps_its_buttons(desk: Desk, qtbot: QtBot) -> None:
    prompt = prompts.Prompt(desk.voice, "Välj bort", "Varför?")
    qtbot.addWidget(prompt)
    first = TextField(desk.voice)
    for field in (first, *(TextField(desk.voice) for _ in range(60))):
        prompt.add(field)
    button = Button(desk.voice, "Välj bort")
    prompt.offer([(button, 1)])
    first.setFocus()
    prompt.show()
    qtbot.wait(50)
    assert prompt.height() <= prompt.screen().availableSize().height()
    assert button.visibleRegion().boundingRect() == button.rect()
    assert prompt.focusWidget() is first
    assert first.width() > 100
