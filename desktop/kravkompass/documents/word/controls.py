"""Content controls: the boxes to tick and the places to write in that Word offers on the screen and on paper alike."""

from __future__ import annotations

from collections.abc import Sequence

from kravkompass.documents.outline import Field, FieldKind, plain
from kravkompass.documents.word.elements import Element, element, tag
from kravkompass.documents.word.inline import Look, run

TICKED, UNTICKED = "☑", "☐"
MOST_LINES = 30
ROOM = "\N{NO-BREAK SPACE}" * 12
LONGEST_NAME = 60
"""Characters of a control's name that Word takes."""


class Controls:
    """Makes the content controls of one document, each with a number of its own."""

    def __init__(self) -> None:
        self._count = 0

    def tick(self, name: str, look: Look, *, done: bool) -> Element:
        """Make a box to tick."""
        box = element(
            "w14:checkbox",
            element("w14:checked", val=int(done)),
            element("w14:checkedState", val=f"{ord(TICKED):04X}", font="Segoe UI Symbol"),
            element("w14:uncheckedState", val=f"{ord(UNTICKED):04X}", font="Segoe UI Symbol"),
        )
        return self._control(name, box, [run(TICKED if done else UNTICKED, look)])

    def room(self, field: Field, look: Look) -> Element:
        """Make a place to write in, with what is written there already."""
        if field.kind is FieldKind.DATE:
            shape = element(
                "w:date",
                element("w:dateFormat", val="yyyy-MM-dd"),
                element("w:lid", val=tag(look.language)),
                element("w:storeMappedDataAs", val="date"),
                element("w:calendar", val="gregorian"),
            )
        else:
            shape = element("w:text", **({"multiLine": 1} if field.kind is FieldKind.LINES else {}))
        lines = max(1, min(field.lines, MOST_LINES)) if field.kind is FieldKind.LINES else 1
        missing = "\n" * max(0, lines - 1 - field.value.count("\n"))
        return self._control(plain(field.label) or field.name, shape, [run((field.value or ROOM) + missing, look)], key=field.name)

    def _control(self, name: str, shape: Element, content: Sequence[Element], key: str = "") -> Element:
        self._count += 1
        short = " ".join(name.split())[:LONGEST_NAME]
        properties = element("w:sdtPr")
        if short.isprintable() and short:
            properties.append(element("w:alias", val=short))
        if key.isprintable() and key:
            properties.append(element("w:tag", val=key[:LONGEST_NAME]))
        properties.append(element("w:id", val=self._count))
        properties.append(shape)
        return element("w:sdt", properties, element("w:sdtContent", *content))
