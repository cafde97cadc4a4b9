"""The structure tree of a tagged PDF: what each piece of content is, in the order it is to be read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked run of content: which page (from 0) and which number on it."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation, such as a link: which page (from 0) and the name of its object."""

    page: int
    name: str


@dataclass(eq=False, slots=True)
class Node:
    """A structure element. Made with a parent it takes its place as the parent's next child.

    `actual` is read in place of the content, `alternative` describes a picture; `attributes` are PDF attribute
    dictionaries. A node is filled with marks as its content is drawn, once.
    """

    role: str
    parent: Node | None = None
    language: str = ""
    alternative: str = ""
    actual: str = ""
    attributes: list[str] = field(default_factory=list)
    kids: list[Node | Mark | Annotation] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None
    number: int = 0

    def __post_init__(self) -> None:
        """Stand behind the parent's other children."""
        if self.parent is not None:
            self.parent.kids.append(self)

    def within(self) -> Iterator[Node]:
        """The node and all nodes below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.within()

    def first_page(self) -> int | None:
        """The page the node's content begins on; None when it has none."""
        for kid in self.kids:
            page = kid.first_page() if isinstance(kid, Node) else kid.page
            if page is not None:
                return page
        return None


def inline(role: str, parent: Node, language: str = "") -> Node:
    """A node for part of its parent's text: it takes its place when first drawn, between the runs around it."""
    node = Node(role, language=language)
    node.parent = parent
    return node


def text_string(text: str) -> str:
    """Text as a PDF string in hexadecimal: plain ASCII, or UTF-16 with its byte order mark.

    Control characters and halves of surrogate pairs are left out: some mean something in a PDF, none is ever spoken.
    """
    text = "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cs"))
    raw = text.encode("ascii") if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")
    return f"<{raw.hex()}>"


def cell_attributes(scope: str = "", columns: int = 1) -> list[str]:
    """The attributes of a table cell: what a heading cell heads ("Row" or "Column") and how many columns it spans."""
    parts = ([f"/Scope /{scope}"] if scope else []) + ([f"/ColSpan {columns}"] if columns > 1 else [])
    return [f"<</O /Table {' '.join(parts)}>>"] if parts else []


def summary_attribute(summary: str) -> list[str]:
    """The attribute that carries what is spoken of a table before it is read."""
    return [f"<</O /Table /Summary {text_string(summary)}>>"] if summary else []


def list_attribute(numbering: str) -> list[str]:
    """The attribute that says how a list is numbered: "Decimal", "Disc" or "None"."""
    return [f"<</O /List /ListNumbering /{numbering}>>"]


def body_of(node: Node, root: int, pages: list[int], annotations: dict[str, int]) -> str:
    """The structure element as PDF source.

    `root` is the object number of the tree's root, `pages` and `annotations` hold those of pages and annotations.
    """
    kids: list[str] = []
    home: int | None = None
    for kid in node.kids:
        if isinstance(kid, Node):
            kids.append(f"{kid.number} 0 R")
        elif isinstance(kid, Annotation):
            kids.append(f"<</Type /OBJR /Obj {annotations[kid.name]} 0 R /Pg {pages[kid.page]} 0 R>>")
        elif home is None or kid.page == home:
            home = kid.page
            kids.append(str(kid.number))
        else:
            kids.append(f"<</Type /MCR /Pg {pages[kid.page]} 0 R /MCID {kid.number}>>")
    home = node.first_page() if home is None else home
    parts = [f"/S /{node.role}", f"/P {node.parent.number if node.parent else root} 0 R"]
    parts += [f"/Pg {pages[home]} 0 R"] if home is not None else []
    parts += [f"/K [{' '.join(kids)}]"] if kids else []
    parts += _properties(node)
    return f"<</Type /StructElem {' '.join(parts)}>>"


def _properties(node: Node) -> list[str]:
    """What the element says of itself beside its place in the tree."""
    attributes = list(node.attributes)
    if node.box:
        edges = " ".join(f"{edge:.2f}" for edge in node.box)
        attributes.append(f"<</O /Layout /Placement /Block /BBox [{edges}]>>")
    parts = [f"/A [{' '.join(attributes)}]"] if attributes else []
    for key, words in (("Lang", node.language), ("Alt", node.alternative), ("ActualText", node.actual)):
        parts += [f"/{key} {text_string(words)}"] if words else []
    return parts
