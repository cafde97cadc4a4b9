"""Fields for notes: they warn in words when what is written points out a person by an identity number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.guidance.personal_number import personal_numbers
from kravkompass.ui.widgets.text_fields import AT_PAUSES, Pace, TextArea, TextField

if TYPE_CHECKING:
    from kravkompass.ui.language import Voice, Wording


def warning(words: str) -> Wording:
    """Give the warning for a text; "" when there is no identity number in it."""
    found = personal_numbers(words)
    if not found:
        return ""
    kind = found[0].kind.value
    return lambda t: t.say("There is a {kind} here. Take it away: nothing written here may point out a person.", kind=kind)


class NoteArea(TextArea):
    """Several lines of note. ``problem`` comes with the warning, and with "" when all is well; a `Field` shows it."""

    problem = Signal(object)

    def __init__(
        self, voice: Voice, name: Wording = "", placeholder: Wording = "", *, lines: tuple[int, int] = (3, 12), pace: Pace = AT_PAUSES
    ) -> None:
        super().__init__(voice, name, placeholder, lines=lines, pace=pace)
        self.textChanged.connect(lambda: self.problem.emit(warning(self.value)))

    @property
    def points_out(self) -> bool:
        """Whether what is written points out a person."""
        return bool(warning(self.value))


class NoteLine(TextField):
    """One line of note; as `NoteArea`."""

    problem = Signal(object)

    def __init__(self, voice: Voice, name: Wording = "", placeholder: Wording = "", *, pace: Pace = AT_PAUSES) -> None:
        super().__init__(voice, name, placeholder, pace=pace)
        self.textChanged.connect(lambda _text: self.problem.emit(warning(self.value)))

    @property
    def points_out(self) -> bool:
        """Whether what is written points out a person."""
        return bool(warning(self.value))
