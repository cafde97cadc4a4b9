"""Boxes and lines as a picture for a Word document."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kravkompass.documents.diagram import SMALL, spoken_parts
from kravkompass.documents.style import ACCENT, PAINTS, QUIET, TEXT_WIDTH
from kravkompass.documents.word.pictures import SCALE, fitting, font, picture, pixel

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from PIL.ImageDraw import ImageDraw

    from kravkompass.documents.diagram import Diagram, Part, Rectangle
    from kravkompass.documents.word.elements import Element

INSET, RADIUS, GAP = 5.0, 3.0, 4.0
DASH, PAUSE = 4.0, 2.5
"""Points of a broken line."""


def drawings(file: WordFile, diagram: Diagram, told: Callable[[], object] = lambda: None) -> Iterator[Element]:
    """Give a paragraph with a picture for each part of a diagram; ``told`` is called for each box, and may raise."""
    for part, said in spoken_parts(diagram, TEXT_WIDTH):
        yield picture(file, drawing(part, told), said)


def drawing(part: Part, told: Callable[[], object] = lambda: None) -> bytes:
    """Draw one part of a diagram as a PNG."""
    from PIL import Image, ImageDraw

    paper = Image.new("RGB", (round(part.width * SCALE), round(part.height * SCALE) + 1), "white")
    pen = ImageDraw.Draw(paper)
    for stroke in part.strokes:
        pen.line([(x * SCALE, y * SCALE) for x, y in (stroke.start, stroke.end)], fill=pixel(QUIET), width=2)
    for title, left in part.heads:
        face = font("Bold", SMALL)
        pen.text((left * SCALE, 9 * SCALE), fitting(title, face, part.box_width), pixel(ACCENT), face, anchor="ls")
    for one in part.rectangles:
        told()
        _box(pen, one)
        _words(pen, one, part)
    target = io.BytesIO()
    paper.save(target, "PNG", dpi=(72 * SCALE, 72 * SCALE))
    return target.getvalue()


def _box(pen: ImageDraw, one: Rectangle) -> None:
    paint = PAINTS[one.box.tone]
    corners = [edge * SCALE for edge in (one.left, one.top, one.left + one.width, one.top + one.height)]
    pen.rounded_rectangle(corners, RADIUS * SCALE, fill=pixel(paint.ground), outline=None if one.box.broken else pixel(paint.edge), width=2)
    for start, end in _dashes(one) if one.box.broken else ():
        pen.line([start, end], fill=pixel(paint.edge), width=2)


def _dashes(one: Rectangle) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    right, bottom = one.left + one.width, one.top + one.height
    for x in _steps(one.left, right):
        for y in (one.top, bottom):
            yield (x * SCALE, y * SCALE), (min(x + DASH, right) * SCALE, y * SCALE)
    for y in _steps(one.top, bottom):
        for x in (one.left, right):
            yield (x * SCALE, y * SCALE), (x * SCALE, min(y + DASH, bottom) * SCALE)


def _steps(start: float, end: float) -> Iterator[float]:
    while start < end:
        yield start
        start += DASH + PAUSE


def _words(pen: ImageDraw, one: Rectangle, part: Part) -> None:
    room, ink, middle = one.width - 2 * INSET, pixel(PAINTS[one.box.tone].words), one.top + one.height / 2
    left, (large, small) = one.left + INSET, part.sizes
    bold, plain = font("Bold", large), font("Regular", small)
    above, below = ((middle + apart) * SCALE for apart in part.baselines)
    if part.has_two_lines:
        pen.text((left * SCALE, above), fitting(one.box.title, bold, room), ink, bold, anchor="ls")
        pen.text((left * SCALE, below), fitting(one.box.words, plain, room), ink, plain, anchor="ls")
        return
    mark = fitting(one.box.mark, plain, room / 2)
    taken = plain.getlength(mark) / SCALE
    pen.text((left * SCALE, above), fitting(one.box.title, bold, room - taken - GAP), ink, bold, anchor="ls")
    pen.text(((left + room) * SCALE, below), mark, ink, plain, anchor="rs")
