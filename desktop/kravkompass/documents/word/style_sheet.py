"""The styles of a Word document: real headings, lists and captions, with the sizes and colours all formats share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kravkompass.documents import style
from kravkompass.documents.style import TextStyle
from kravkompass.documents.word.elements import Element, element, hexadecimal, tag, twips

FONT = "Calibri"
"""On every machine with Word; LibreOffice has a twin with the same widths."""
TABLE = "KravkompassTable"
FACTS = "KravkompassFacts"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. ``name`` is Word's own where it has one; ``outline`` is the heading's depth from 0."""

    key: str
    name: str
    text: TextStyle
    outline: int | None = None
    keep_next: bool = False
    following: str = ""
    tabs: float = 0.0


STYLES = (
    Style("Title", "Title", style.TITLE),
    Style("Subtitle", "Subtitle", replace(style.KIND, before=12), keep_next=True),
    *(
        Style(f"Heading{depth + 1}", f"heading {depth + 1}", heading, outline=depth, keep_next=True, following="Normal")
        for depth, heading in enumerate((*style.HEADINGS, style.HEADINGS[-1], style.HEADINGS[-1]))
    ),
    Style("Organisation", "Organisation", replace(style.CAPTION, size=11, leading=14)),
    Style("Lead", "Lead", style.LEAD, keep_next=True),
    Style("Quiet", "Quiet", style.SMALL),
    Style("ListParagraph", "List Paragraph", replace(style.BODY, after=2)),
    Style("BadgeRow", "Badge Row", replace(style.CHIP, leading=13, after=4)),
    Style("Caption", "caption", style.CAPTION, keep_next=True),
    Style("CellText", "Cell Text", style.CELL),
    Style("CellTitle", "Cell Title", style.CELL_TITLE, keep_next=True),
    Style("CellNumber", "Cell Number", style.CELL_NUMBER),
    Style("RowName", "Row Name", style.ROW_NAME),
    Style("FieldLabel", "Field Label", style.LABEL, keep_next=True),
    Style("FieldRoom", "Field Room", style.BODY),
    Style("NoteTitle", "Note Title", style.NOTE_TITLE, keep_next=True),
    Style("ContentsTitle", "Contents Title", replace(style.HEADINGS[1], colour=style.INK), keep_next=True),
    Style("TOC1", "toc 1", style.CONTENTS[0]),
    Style("TOC2", "toc 2", style.CONTENTS[1]),
    Style("Header", "header", style.FURNITURE, tabs=style.TEXT_WIDTH),
    Style("Footer", "footer", style.FURNITURE, tabs=style.TEXT_WIDTH),
)


def style_sheet(language: str) -> list[Element]:
    """Give all styles, with the document's language as the one that stands where nothing else is said."""
    return [_defaults(language), *_plain(), *(_paragraph(one) for one in STYLES), _link(), *_tables()]


def _defaults(language: str) -> Element:
    fonts = element("w:rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    runs = element("w:rPr", fonts, *_size(style.BODY), element("w:lang", val=tag(language), eastAsia=tag(language), bidi="ar-SA"))
    return element("w:docDefaults", element("w:rPrDefault", runs), element("w:pPrDefault", element("w:pPr")))


def _plain() -> Iterator[Element]:
    yield element(
        "w:style", element("w:name", val="Normal"), element("w:qFormat"), _paragraph_properties(Style("", "", style.BODY)),
        _run_properties(style.BODY), type="paragraph", default=1, styleId="Normal",
    )  # fmt: skip
    yield element(
        "w:style", element("w:name", val="Default Paragraph Font"), element("w:semiHidden"),
        type="character", default=1, styleId="DefaultParagraphFont",
    )  # fmt: skip
    margins = element(
        "w:tblCellMar", *(element(f"w:{side}", w=wide, type="dxa") for side, wide in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108)))
    )  # fmt: skip
    yield element(
        "w:style", element("w:name", val="Normal Table"), element("w:semiHidden"), element("w:tblPr", margins),
        type="table", default=1, styleId="TableNormal",
    )  # fmt: skip
    yield element(
        "w:style", element("w:name", val="No List"), element("w:semiHidden"), type="numbering", default=1, styleId="NoList"
    )


def _paragraph(one: Style) -> Element:
    made = element("w:style", element("w:name", val=one.name), element("w:basedOn", val="Normal"), type="paragraph", styleId=one.key)
    if one.following:
        made.append(element("w:next", val=one.following))
    made.append(element("w:qFormat"))
    made.append(_paragraph_properties(one))
    made.append(_run_properties(one.text))
    return made


def _paragraph_properties(one: Style) -> Element:
    made = element("w:pPr")
    if one.keep_next:
        made.append(element("w:keepNext"))
        made.append(element("w:keepLines"))
    if one.tabs:
        made.append(element("w:tabs", element("w:tab", val="right", pos=twips(one.tabs))))
    text = one.text
    made.append(
        element("w:spacing", before=twips(text.before), after=twips(text.after), line=twips(text.leading), lineRule="atLeast")
    )
    if text.right:
        made.append(element("w:jc", val="right"))
    if one.outline is not None:
        made.append(element("w:outlineLvl", val=one.outline))
    return made


def _run_properties(text: TextStyle) -> Element:
    made = element("w:rPr")
    if text.bold:
        made.append(element("w:b"))
    if text.italic:
        made.append(element("w:i"))
    made.append(element("w:color", val=hexadecimal(text.colour)))
    made.extend(_size(text))
    return made


def _size(text: TextStyle) -> tuple[Element, Element]:
    half_points = round(text.size * 2)
    return element("w:sz", val=half_points), element("w:szCs", val=half_points)


def _link() -> Element:
    look = element("w:rPr", element("w:color", val=hexadecimal(style.LINK)), element("w:u", val="single"))
    return element("w:style", element("w:name", val="Hyperlink"), look, type="character", styleId="Hyperlink")


def _tables() -> Iterator[Element]:
    line = {"val": "single", "sz": 4, "space": 0, "color": hexadecimal(style.LINE)}
    for key, name, sides in (
        (TABLE, "Kravkompass Table", ("top", "left", "bottom", "right", "insideH", "insideV")),
        (FACTS, "Kravkompass Facts", ("top", "bottom", "insideH")),
    ):
        borders = element("w:tblBorders", *(element(f"w:{side}", **line) for side in sides))
        room = ("top", 50), ("left", 90), ("bottom", 30), ("right", 90)
        margins = element("w:tblCellMar", *(element(f"w:{side}", w=wide, type="dxa") for side, wide in room))
        made = element("w:style", element("w:name", val=name), element("w:basedOn", val="TableNormal"), type="table", styleId=key)
        made.append(element("w:tblPr", borders, margins))
        yield made
