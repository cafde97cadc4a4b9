# ruff: noqa: ANN401 - what a PDF holds has no static types
"""Reads a finished PDF back with another library: what a screen reader would say, where the words stand, what is wrong."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

ARTIFACT = "artifact"
INLINE = ("Span", "Link", "Reference")
PAINTING = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do"})
SHOWING = frozenset({"Tj", "TJ", "'", '"'})


@dataclass(slots=True)
class Shown:
    """A run of text on a page: where it begins, how wide it is, its size and what it belongs to."""

    text: str
    x: float
    y: float
    width: float
    size: float
    owner: int | str | None


@dataclass(slots=True)
class Element:
    """A structure element as it is read: its own text in order, and the properties a reader uses.

    `block` is the innermost element around it that is not part of a line.
    """

    role: str
    depth: int
    text: str
    language: str
    alternative: str
    actual: str
    within: tuple[str, ...]
    block: Any


@dataclass(slots=True)
class Readback:
    """A PDF as read back."""

    faults: list[str] = field(default_factory=list)
    pages: list[list[Shown]] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    fonts_embedded: bool = True

    def said(self, *, without: tuple[str, ...] = ()) -> str:
        """All that is read, in reading order, without the elements of these roles; spaces made single."""
        said, block = "", None
        for element in self.elements:
            if element.text and not {element.role, *element.within} & set(without):
                said += ("" if element.block == block else " ") + element.text
                block = element.block
        return " ".join(said.split())


class _Font:
    """What is needed of a font: its characters and their widths."""

    def __init__(self, font: Any) -> None:
        self.characters: dict[int, str] = {}
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL):
            for code, char in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                self.characters[int(code, 16)] = bytes.fromhex(char.decode()).decode("utf-16-be")
        first = int(font.FirstChar)
        self.widths = {first + at: float(width) for at, width in enumerate(font.Widths)}
        self.embedded = "/FontFile2" in font.FontDescriptor

    def text(self, raw: bytes) -> str:
        return "".join(self.characters.get(code, "\ufffd") for code in raw)

    def width(self, raw: bytes, size: float) -> float:
        return sum(self.widths.get(code, 0.0) for code in raw) * size / 1000


def read_back(data: bytes) -> Readback:
    """Read a PDF and note every fault found."""
    result = Readback()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        texts = [_page(page, number, result) for number, page in enumerate(pdf.pages)]
        owners, objects = _Tree(pdf, texts, result).walk()
        _check_parents(pdf, texts, owners, objects, result)
    return result


def _page(page: Any, number: int, result: Readback) -> dict[int, str]:
    """The text of each marked run of a page; notes what is drawn outside all marks."""
    fonts = {name: _Font(font) for name, font in page.Resources.get("/Font", {}).items()}
    result.fonts_embedded &= all(font.embedded for font in fonts.values())
    marks: list[int | str] = []
    texts: dict[int, str] = {}
    shown: list[Shown] = []
    font, size, x, y = None, 0.0, 0.0, 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands, op = list(instruction.operands), str(instruction.operator)
        if op in ("BDC", "BMC"):
            marks.append(_mark(operands, texts, number, result))
        elif op == "EMC":
            marks.pop()
        elif op == "Tf":
            font, size = fonts[str(operands[0])], float(operands[1])
        elif op == "Tm":
            x, y = float(operands[4]), float(operands[5])
        elif op in SHOWING and font is not None:
            raw = bytes(operands[-1])
            text, owner = font.text(raw), marks[-1] if marks else None
            width = font.width(raw, size)
            shown.append(Shown(text, x, y, width, size, owner))
            x += width
            if isinstance(owner, int):
                texts[owner] += text
            elif owner is None:
                result.faults.append(f"page {number + 1}: {text!r} is in no element")
        elif op in PAINTING and not marks:
            result.faults.append(f"page {number + 1}: {op} outside all marks")
    result.pages.append(shown)
    return texts


def _mark(operands: Any, texts: dict[int, str], number: int, result: Readback) -> int | str:
    properties: Any = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else {}
    if "/MCID" not in properties:
        return ARTIFACT
    mark = int(properties["/MCID"])
    if mark in texts:
        result.faults.append(f"page {number + 1}: mark {mark} twice")
    texts.setdefault(mark, "")
    return mark


class _Tree:
    """A walk through the structure tree."""

    def __init__(self, pdf: Any, texts: list[dict[int, str]], result: Readback) -> None:
        self.root = pdf.Root.StructTreeRoot
        self.page_numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        self.texts, self.result = texts, result
        self.owners: dict[tuple[int, int], Any] = {}
        self.objects: dict[Any, Any] = {}

    def walk(self) -> tuple[dict[tuple[int, int], Any], dict[Any, Any]]:
        for element in _listed(self.root.K):
            self._element(element, None, (), "", None)
        return self.owners, self.objects

    def _element(self, element: Any, page: int | None, within: tuple[str, ...], language: str, block: Any) -> None:
        page = self.page_numbers[element.Pg.objgen] if "/Pg" in element else page
        role = str(element.S)[1:]
        block = block if role in INLINE else element.objgen
        language = str(element.get("/Lang", language))
        properties = (language, str(element.get("/Alt", "")), str(element.get("/ActualText", "")))
        added = False
        for kid in _listed(element.get("/K", Array([]))):
            if isinstance(kid, Dictionary) and "/S" in kid:
                if kid.P.objgen != element.objgen:
                    self.result.faults.append(f"{kid.S} has another parent than {role}")
                self._element(kid, page, (*within, role), language, block)
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
                self.objects[kid.Obj.objgen] = element.objgen
            else:
                text = self._content(kid, page, element)
                self.result.elements.append(Element(role, len(within), text, *properties, within, block))
                added = True
        if not added:
            self.result.elements.append(Element(role, len(within), "", *properties, within, block))

    def _content(self, kid: Any, page: int | None, element: Any) -> str:
        number = self.page_numbers[kid.Pg.objgen] if isinstance(kid, Dictionary) else page
        mark = int(kid.MCID) if isinstance(kid, Dictionary) else int(kid)
        if number is None or mark not in self.texts[number]:
            self.result.faults.append(f"mark {mark} of {element.S} is on no page")
            return ""
        if (number, mark) in self.owners:
            self.result.faults.append(f"page {number + 1}: mark {mark} belongs to two elements")
        self.owners[number, mark] = element.objgen
        return self.texts[number][mark]


def _listed(kids: Any) -> Iterator[Any]:
    yield from kids if isinstance(kids, Array) else [kids]


def _check_parents(
    pdf: Any, texts: list[dict[int, str]], owners: dict[tuple[int, int], Any], objects: dict[Any, Any], result: Readback
) -> None:
    """The way back from content to element agrees with the tree, and every annotation is inside an element."""
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    for number, page in enumerate(pdf.pages):
        row = parents[int(page.StructParents)]
        for mark in texts[number]:
            if (number, mark) not in owners:
                result.faults.append(f"page {number + 1}: mark {mark} ({texts[number][mark][:30]!r}) is in no element")
            elif row[mark].objgen != owners[number, mark]:
                result.faults.append(f"page {number + 1}: mark {mark} has another parent in the parent tree")
        for annotation in page.get("/Annots", []):
            if annotation.objgen not in objects:
                result.faults.append(f"page {number + 1}: an annotation is in no element")
            elif parents[int(annotation.StructParent)].objgen != objects[annotation.objgen]:
                result.faults.append(f"page {number + 1}: an annotation has another parent in the parent tree")
