"""How the question looks why nothing in a theme was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.catalog.naming import source_name
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.text_fields import TextArea

if TYPE_CHECKING:
    from kravkompass.catalog.terms import Theme
    from kravkompass.screens.requirements import Requirements, ThemeChoices
    from kravkompass.ui.language import Voice


class ThemeReason(Card):
    """Shown only while everything that was proposed in a theme is left out."""

    def __init__(self, voice: Voice, screen: Requirements) -> None:
        super().__init__()
        self._screen = screen
        self._theme: Theme | None = None
        self._reason = TextArea(voice, lines=(2, 6))
        self._reason.setObjectName("theme-reason")
        self._reason.changed.connect(self._explain)
        self._field = Field(
            voice,
            "",
            self._reason,
        )
        self.add(self._field)

    def put(self, current: ThemeChoices) -> None:
        """Show the question about a theme, when there is something to ask."""
        if current.theme is not self._theme:
            self._reason.commit()
        self._theme = current.theme
        self._field.put(
            lambda t: t.say("Nothing in “{theme}” is on the list. Why?", theme=t.say(source_name(current.theme))),
            lambda t: t.say("Every theme that fits the purchase ends with a choice or a reason."),
        )
        self.setVisible(current.is_left_out)
        self._reason.put_value(self._screen.why_none(current.theme))

    def _explain(self, words: object) -> None:
        if self._theme is not None:
            self._screen.explain_none(self._theme, str(words))
