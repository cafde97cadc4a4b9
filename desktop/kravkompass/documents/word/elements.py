"""Elements of a Word document: the few words of its XML that the writer needs, without ceremony."""

from __future__ import annotations

from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

from kravkompass.documents.style import Colour
from kravkompass.language import Language

Element = BaseOxmlElement
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
TWIPS = 20
"""Parts of a point that Word counts lengths in."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def named(name: str) -> str:
    """Give a name such as ``w:val`` with its namespace written out."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(name: str, /, *children: Element, **attributes: object) -> Element:
    """Make an element. Attributes are in the element's own namespace: ``element("w:sz", val=20)``."""
    prefix = name.partition(":")[0]
    made: Element = oxml_parser.makeelement(named(name), nsmap={prefix: NAMESPACES[prefix]})
    for key, value in attributes.items():
        made.set(named(f"{prefix}:{key}"), str(value))
    for child in children:
        made.append(child)
    return made


def words(text: str, name: str = "w:t") -> Element:
    """Make an element of text whose spaces are kept."""
    made = element(name)
    made.text = text
    made.set(_SPACE, "preserve")
    return made


def twips(points: float) -> int:
    """Give a length in points as Word counts it."""
    return round(points * TWIPS)


def hexadecimal(colour: Colour) -> str:
    """Give a colour as six hexadecimal digits."""
    return "".join(f"{round(part * 255):02X}" for part in colour)


def tag(language: str) -> str:
    """Give the language tag Word wants: ``sv-SE`` for ``sv``. An unknown code stays as it is."""
    return Language(language).tag if language in set(Language) else language
