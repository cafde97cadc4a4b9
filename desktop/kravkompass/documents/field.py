"""Places in a document where a person writes something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kravkompass.documents.span import Text


class FieldKind(Enum):
    """What a person writes in a field."""

    LINE = "line"
    LINES = "lines"
    CHOICE = "choice"
    TICK = "tick"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Field:
    """A place to write in.

    `name` is unique in the document and is what a filled-in field is read back by. `lines` is the room given, in lines of
    writing. A tick is ticked, and a choice chosen, by its `value`. `shown` says in other words, one for each, what is shown for
    the options.
    """

    name: str
    label: Text
    kind: FieldKind = FieldKind.LINE
    value: str = ""
    options: tuple[str, ...] = ()
    lines: int = 1
    shown: tuple[Text, ...] = ()

    @property
    def choices(self) -> tuple[Text, ...]:
        """What is shown for the options."""
        return self.shown or self.options
