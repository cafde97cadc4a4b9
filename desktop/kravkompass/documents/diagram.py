"""A drawing of boxes and lines in an outline, such as a supply chain: who stands in which column and row, and who belongs to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kravkompass.documents.tone import Tone

MOST_ROWS = 60
"""Rows of boxes that fit a page; a drawing with more goes on with another part."""
WIDEST_BOX, GAP, HEAD = 150.0, 16.0, 16.0
"""Points: a box, the room between columns, the titles above them."""
TALLEST_ROW, WHOLE = 34.0, 612.0
"""Points: a row, and all the rows of a part: with a heading and a caption they still fit a page."""
TWO_LINES = 16.3
"""Points: rows this high have room for a line under the title."""
LARGE, SMALL, SMALLEST = 8.4, 7.4, 6.2
"""Points: the title of a box, the words under it, and the least that either is set in."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its place (column and row, from 0), its title, a few words under it, and the id of the box it hangs on.

    The words carry the meaning of the tone; ``mark`` does so in a few letters, where there is no room for a line under the title.
    A box with a broken edge stands for something that is not known.
    """

    id: str
    column: int
    row: int
    title: str
    words: str = ""
    mark: str = ""
    tone: Tone = Tone.QUIET
    broken: bool = False
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """Boxes in columns with titles, joined by lines to the box they hang on. ``alternative`` says the same in words.

    A box hangs on one in the column before it, on its own row or further up. What the boxes say is expected to follow as a table.
    """

    caption: str
    columns: tuple[str, ...]
    boxes: tuple[Box, ...]
    alternative: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Where a box is drawn, in points from the upper left corner of the part."""

    box: Box
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line between two places, in points from the upper left corner of the part."""

    start: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """As much of a drawing as fits a page. ``heads`` are the titles of the columns with the place they begin."""

    width: float
    height: float
    row: float
    heads: tuple[tuple[str, float], ...]
    rectangles: tuple[Rectangle, ...]
    strokes: tuple[Stroke, ...]

    @property
    def has_two_lines(self) -> bool:
        """Whether there is room for a line under the title."""
        return self.row >= TWO_LINES

    @property
    def sizes(self) -> tuple[float, float]:
        """The size of a title and of the words, in points."""
        if not self.has_two_lines:
            return (size := min(SMALL, max(SMALLEST, self.row * 0.6))), size
        large = min(LARGE, max(SMALLEST + 0.2, self.row * 0.36))
        return large, min(SMALL, large - 0.4)

    @property
    def baselines(self) -> tuple[float, float]:
        """How far below the middle of a box its title and the words under it stand, in points; fewer than 0 is above."""
        large, small = self.sizes
        if not self.has_two_lines:
            return 0.33 * small, 0.33 * small
        apart = 1.12 * small
        title = 0.66 * large - (0.66 * large + apart + 0.2 * small) / 2
        return title, title + apart

    @property
    def box_width(self) -> float:
        """How wide a box is, in points."""
        return self.rectangles[0].width if self.rectangles else 0.0


def parts(diagram: Diagram, width: float) -> tuple[Part, ...]:
    """Lay a drawing out in so many points of width, one part for each page it needs."""
    rows = 1 + max((box.row for box in diagram.boxes), default=-1)
    return tuple(_part(diagram, width, first, min(first + MOST_ROWS, rows)) for first in range(0, rows, MOST_ROWS))


def spoken_parts(diagram: Diagram, width: float) -> Iterator[tuple[Part, str]]:
    """Give the parts with what is said in place of each: the drawing's alternative, and which part it is where there are several."""
    found = parts(diagram, width)
    for number, part in enumerate(found, 1):
        yield part, diagram.alternative if len(found) == 1 else f"{diagram.alternative} ({number}/{len(found)})"


def _part(diagram: Diagram, width: float, first: int, end: int) -> Part:
    count = max(len(diagram.columns), 1)
    gap = GAP if count <= 6 else GAP / 2
    across = min(WIDEST_BOX, (width - gap * (count - 1)) / count)
    row = min(TALLEST_ROW, WHOLE / (end - first))
    high = row * (0.82 if row >= TWO_LINES else 0.88)

    def place(box: Box) -> Rectangle:
        return Rectangle(box, box.column * (across + gap), HEAD + (box.row - first) * row + (row - high) / 2, across, high)

    shown = tuple(place(box) for box in diagram.boxes if first <= box.row < end)
    strokes = tuple(_strokes({box.id: place(box) for box in diagram.boxes}, gap, HEAD, HEAD + (end - first) * row))
    heads = tuple((title, place * (across + gap)) for place, title in enumerate(diagram.columns))
    return Part(width, HEAD + (end - first) * row, row, heads, shown, strokes)


def _strokes(places: Mapping[str, Rectangle], gap: float, top: float, bottom: float) -> Iterator[Stroke]:
    """Give the lines between boxes as far as they lie between two heights; a line that goes on reaches the edge."""
    trunks: dict[str, list[float]] = {}
    for child in places.values():
        parent = places.get(child.box.parent)
        if parent is None:
            continue
        level, turn = child.top + child.height / 2, child.left - gap / 2
        if top <= level <= bottom:
            yield Stroke((turn, level), (child.left, level))
        trunks.setdefault(child.box.parent, []).append(level)
    for name, levels in trunks.items():
        parent = places[name]
        right, level = parent.left + parent.width, parent.top + parent.height / 2
        turn = right + gap / 2
        if top <= level <= bottom:
            yield Stroke((right, level), (turn, level))
        above, below = max(level, top), min(max(levels), bottom)
        if above < below:
            yield Stroke((turn, above), (turn, below))
