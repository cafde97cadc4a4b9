"""The way from the page of export to reading back what has been filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.ui.layout import Flow
from kravkompass.ui.look import MEDIUM, Text
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.view import View
    from kravkompass.ui.work import Workers


class ComingBack(Card):
    """Says what can be read back, with a button; ``leave_for`` shows the view for it in place of the wizard."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers, leave_for: Callable[[View], None]) -> None:
        super().__init__()
        self._voice, self._wizard, self._workers, self._leave_for = voice, wizard, workers, leave_for
        self.add(Label(voice, lambda t: t.say("Answers that come back"), Text.STRONG))
        lead = Label(
            voice,
            lambda t: t.say("The Excel list can be filled in by the supplier or a colleague and read back here."),
            Text.MUTED,
        )
        self.add(lead)
        read = Button(voice, lambda t: t.say("Read a filled-in list"), Weight.SECONDARY, "open")
        read.clicked.connect(self.read_back)
        flow = Flow(gap=MEDIUM)
        flow.add([read])
        self.add(flow)

    def read_back(self) -> None:
        """Go to reading a filled-in list back."""
        from kravkompass.screens.read_back import ReadBack
        from kravkompass.ui.views.read_back import ReadBackView
        from kravkompass.ui.views.wizard import WizardView

        wizard, voice, workers = self._wizard, self._voice, self._workers
        self._leave_for(ReadBackView(voice, ReadBack(wizard), workers, lambda: WizardView(voice, wizard, workers)))
