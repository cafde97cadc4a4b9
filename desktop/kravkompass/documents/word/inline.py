"""Lines of text as runs: each with its language, bold and italic, links, line ends and tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from kravkompass.documents.office_file import fit
from kravkompass.documents.outline import Text, spans
from kravkompass.documents.style import Paint
from kravkompass.documents.web_address import web_address
from kravkompass.documents.word.elements import Element, element, hexadecimal, named, tag, words

_BREAKS = re.compile(r"([\n\t])")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks beyond its paragraph's style, and the language it is in."""

    language: str
    bold: bool = False
    italic: bool = False
    style: str = ""
    paint: Paint | None = None


def run(text: str, look: Look) -> Element:
    """Make a run of plain text; line ends become breaks and tabs stay tabs."""
    made = element("w:r", _properties(look))
    for part in _BREAKS.split(fit(text)):
        if part == "\n":
            made.append(element("w:br"))
        elif part == "\t":
            made.append(element("w:tab"))
        elif part:
            made.append(words(part))
    return made


def _properties(look: Look) -> Element:
    # In the order the format prescribes.
    made = element("w:rPr")
    if look.style:
        made.append(element("w:rStyle", val=look.style))
    if look.bold:
        made.append(element("w:b"))
    if look.italic:
        made.append(element("w:i"))
    if look.paint:
        made.append(element("w:color", val=hexadecimal(look.paint.words)))
        made.append(element("w:shd", val="clear", color="auto", fill=hexadecimal(look.paint.ground)))
    made.append(element("w:lang", val=tag(look.language), eastAsia=tag(look.language)))
    return made


class Inline:
    """Makes runs for one part of the document, which keeps the addresses that links lead to."""

    def __init__(self, part: Part) -> None:
        self._part = part

    def runs(self, text: Text, look: Look) -> Iterator[Element]:
        """Give the text as runs and links."""
        for span in spans(text):
            own = replace(
                look, bold=look.bold or span.bold, italic=look.italic or span.italic, language=span.language or look.language
            )
            address = web_address(span.link)
            yield self._link(span.text, address, own) if address else run(span.text, own)

    def _link(self, text: str, address: str, look: Look) -> Element:
        made = element("w:hyperlink", run(text, replace(look, style="Hyperlink")), history=1)
        made.set(named("r:id"), self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return made
