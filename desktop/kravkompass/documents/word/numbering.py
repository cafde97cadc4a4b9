"""Lists: bullets and numbers three levels deep; every numbered list starts at 1."""

from __future__ import annotations

from docx.document import Document as WordFile

from kravkompass.documents.style import LIST_INDENT
from kravkompass.documents.word.elements import Element, element, twips

BULLETS, NUMBERS = 0, 1
BULLET_SIGNS = ("•", "–", "•")
DEPTH = len(BULLET_SIGNS)
BULLET_LIST = 1


class Numbering:
    """The lists of one document."""

    def __init__(self, file: WordFile) -> None:
        self._root = file.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        for kind in (BULLETS, NUMBERS):
            self._root.append(_pattern(kind))
        self._count = 0
        self._add(BULLETS)

    def numbered(self) -> int:
        """Begin a numbered list and give its key."""
        return self._add(NUMBERS)

    def _add(self, kind: int) -> int:
        self._count += 1
        made = element("w:num", element("w:abstractNumId", val=kind), numId=self._count)
        if kind == NUMBERS:
            made.append(element("w:lvlOverride", element("w:startOverride", val=1), ilvl=0))
        self._root.append(made)
        return self._count


def placed(key: int, depth: int) -> Element:
    """Give what puts a paragraph into a list, at a depth from 0."""
    return element("w:numPr", element("w:ilvl", val=min(depth, DEPTH - 1)), element("w:numId", val=key))


def _pattern(kind: int) -> Element:
    made = element("w:abstractNum", element("w:multiLevelType", val="hybridMultilevel"), abstractNumId=kind)
    for depth, sign in enumerate(BULLET_SIGNS):
        numbered = kind == NUMBERS and depth == 0
        indent = element("w:ind", left=twips(LIST_INDENT * (depth + 1)), hanging=twips(LIST_INDENT))
        made.append(
            element(
                "w:lvl",
                element("w:start", val=1),
                element("w:numFmt", val="decimal" if numbered else "bullet"),
                element("w:lvlText", val="%1." if numbered else sign),
                element("w:lvlJc", val="left"),
                element("w:pPr", indent),
                ilvl=depth,
            )
        )
    return made
