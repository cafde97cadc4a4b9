"""Places in a document where a person writes something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kravkompass.documents.span import Text, plain


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

    def place_of(self, chosen: str) -> int | None:
        """Give the place of an option from 0, by its value or by the words shown for it, capitals or not; None for none of them."""
        words = chosen.strip().casefold()
        both = zip(self.options, self.choices, strict=True)
        return next((place for place, (option, shown) in enumerate(both) if words in {option.casefold(), plain(shown).casefold()}), None)
