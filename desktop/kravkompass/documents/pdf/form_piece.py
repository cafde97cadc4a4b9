"""Fields that can be filled in on the screen: a line, several lines, a choice, a box to tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from kravkompass.documents.outline import Field, FieldKind, Text, plain
from kravkompass.documents.pdf import faces
from kravkompass.documents.pdf.form_font import encoded, form_font
from kravkompass.documents.pdf.inline import text_block
from kravkompass.documents.pdf.lines import Run, break_lines
from kravkompass.documents.pdf.piece import Piece
from kravkompass.documents.pdf.structure import Node
from kravkompass.documents.style import BODY, INK, LABEL, LINE, LIST_INDENT
from kravkompass.purchases.clean_text import clean_text

if TYPE_CHECKING:
    from kravkompass.documents.pdf.canvas import TaggedCanvas
    from kravkompass.documents.pdf.text_piece import TextPiece

BOX = 11.0
LINE_HEIGHT = 19.0
PADDING = 4.0
NARROW = 290.0
SIZE = BODY.size
APPEARANCE = f"/F {SIZE:g} Tf 0 g"
MOST_LINES = 30
MULTI_LINE, COMBO = 1 << 12, 1 << 17
TICKED = "Yes"
EDGE = " ".join(f"{part:.3f}" for part in LINE)


@dataclass(eq=False, slots=True, kw_only=True)
class Widget(Piece):
    """A field to write in, or with a choice to make, as wide as there is room or as its kind needs."""

    field: Field
    node: Node

    def height(self, width: float) -> float:  # noqa: ARG002 - the signature is the piece's
        """The field's lines."""
        if self.field.kind is FieldKind.LINES:
            return min(max(self.field.lines, 2), MOST_LINES) * BODY.leading + 2 * PADDING
        return LINE_HEIGHT

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The field, with what is already written in it."""
        field, high = self.field, self.height(width)
        wide = min(width, NARROW) if field.kind in (FieldKind.CHOICE, FieldKind.DATE) else width
        document = canvas.document
        font = form_font(document)
        entries: dict[str, Any] = {
            "FT": pdfdoc.PDFName("Ch" if field.kind is FieldKind.CHOICE else "Tx"),
            "V": pdfdoc.PDFString(clean_text(field.value)), "DA": pdfdoc.PDFString(APPEARANCE),
            "Ff": {FieldKind.LINES: MULTI_LINE, FieldKind.CHOICE: COMBO}.get(field.kind, 0),
        }
        if field.kind is FieldKind.CHOICE:
            entries["Opt"] = pdfdoc.PDFArray([_option(one, shown) for one, shown in zip(field.options, field.choices, strict=True)])
        arrow = _arrow(wide, high) if field.kind is FieldKind.CHOICE else b""
        drawing = _framed(wide, high) + arrow + _written(field, wide, high)
        resources = pdfdoc.PDFDictionary({"Font": pdfdoc.PDFDictionary({"F": font})})
        entries["AP"] = pdfdoc.PDFDictionary({"N": _appearance(document, drawing, wide, high, resources)})
        canvas.widget(self.node, (x, top - high, x + wide, top), field.name, plain(field.label), entries, font)


@dataclass(eq=False, slots=True, kw_only=True)
class TickWidget(Piece):
    """A box to tick, with its words beside it."""

    field: Field
    node: Node
    text: TextPiece

    def height(self, width: float) -> float:
        """The words' lines, at least as high as the box."""
        return max(self.text.height(width), BOX)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The box and its words."""
        high = top - (BODY.leading - BOX) / 2
        state = pdfdoc.PDFName(TICKED if self.field.value else "Off")
        document, empty = canvas.document, pdfdoc.PDFDictionary({})
        mark = b"0 G 1.4 w 2.4 5.6 m 4.6 2.8 l 8.8 8.6 l S "
        drawings = {TICKED: _framed(BOX, BOX) + mark, "Off": _framed(BOX, BOX)}
        looks = {name: _appearance(document, drawing, BOX, BOX, empty) for name, drawing in drawings.items()}
        entries = {"FT": pdfdoc.PDFName("Btn"), "V": state, "AS": state,
                   "AP": pdfdoc.PDFDictionary({"N": pdfdoc.PDFDictionary(looks)})}
        canvas.widget(self.node, (x, high - BOX, x + BOX, high), self.field.name, plain(self.field.label), entries, form_font(document))
        self.text.draw(canvas, x, top, width)


def form_pieces(field: Field, parent: Node) -> list[Piece]:
    """The field under its label, or a box before its words."""
    if field.kind is FieldKind.TICK:
        node = Node("Div", parent)
        form = Node("Form", node)
        words = text_block(field.label, BODY, Node("P", node))
        words.indent = LIST_INDENT
        return [TickWidget(field=field, node=form, text=words, before=2, after=3)]
    label = text_block(field.label, LABEL, Node("P", parent), keep=True)
    return [label, Widget(field=field, node=Node("Form", parent), after=6)]


def _framed(wide: float, high: float) -> bytes:
    return f"1 g {EDGE} RG 0.7 w 0.35 0.35 {wide - 0.7:.2f} {high - 0.7:.2f} re B ".encode("ascii")


def _option(option: str, shown: Text) -> Any:
    """One of the choices: its value, with what is shown for it where that is something else."""
    words = plain(shown)
    if words == option:
        return pdfdoc.PDFString(option)
    return pdfdoc.PDFArray([pdfdoc.PDFString(option), pdfdoc.PDFString(words)])


def _arrow(wide: float, high: float) -> bytes:
    """A small arrow at the right that says that there is something to choose from."""
    x, y = wide - 15, high / 2 + 2
    return f"{EDGE} rg {x:.2f} {y:.2f} m {x + 8:.2f} {y:.2f} l {x + 4:.2f} {y - 5:.2f} l f ".encode("ascii")


def _written(field: Field, wide: float, high: float) -> bytes:
    """What stands in the field, on as many lines as it takes and there is room for."""
    seen = dict(zip(field.options, field.choices, strict=True)).get(field.value, field.value)
    lines = break_lines((Run(faces.showable(plain(seen)), faces.REGULAR, SIZE, INK),), wide - 2 * PADDING)
    room = len(lines) if field.kind is FieldKind.LINES else 1
    parts = [b"/Tx BMC q 1 1 %.2f %.2f re W n " % (wide - 2, high - 2)]
    for number, line in enumerate(lines[:room]):
        text = "".join(stretch.text for stretch in line.stretches)
        raw = encoded(text).replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        down = high - PADDING - SIZE - number * BODY.leading
        parts.append(b"BT /F %g Tf 0 g %.2f %.2f Td (%s) Tj ET " % (SIZE, PADDING, down, raw))
    return b"".join(parts) + b"Q EMC" if lines else b"/Tx BMC EMC"


def _appearance(document: Any, drawing: bytes, wide: float, high: float, resources: Any) -> Any:
    """A drawing that stands for a field's look in one state."""
    entries = {"Type": pdfdoc.PDFName("XObject"), "Subtype": pdfdoc.PDFName("Form"), "Resources": resources,
               "BBox": pdfdoc.PDFArray([0, 0, round(wide, 2), round(high, 2)])}
    return document.Reference(pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), drawing, filters=[pdfdoc.PDFZCompress]))
