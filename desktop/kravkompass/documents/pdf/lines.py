"""Breaking text into lines of a given width, so that nothing ever sticks out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kravkompass.documents.pdf import faces
from kravkompass.documents.pdf.structure import Node
from kravkompass.documents.style import Colour

# Spaces that a line may end at: all but the no-break ones.
_SPACES = re.compile(r"[^\S\n\u00a0\u202f]+")
# Inside a word a line may end after a hyphen between letters, and after a slash.
_SEAMS = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_]{2})|(?<=/)(?=[^\W\d_]{3})")
_GOOD_CUTS = "/-_.?&=,;:"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one face, size and colour. `node` is its own place in the structure, `address` the web address it leads to."""

    text: str
    face: str
    size: float
    colour: Colour
    node: Node | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a run on a line, `x` points from the line's start."""

    run: Run
    text: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is set: its stretches from left to right and their width without a space at the end."""

    stretches: tuple[Stretch, ...]
    width: float


Bit = tuple[Run, str, float]


@dataclass(slots=True)
class _Word:
    """What is not broken while it fits on a line; `space` is the run that the space behind it belongs to."""

    bits: list[Bit]
    space: Run | None = None
    ends_line: bool = False

    @property
    def width(self) -> float:
        return sum(width for _, _, width in self.bits)


def break_lines(runs: tuple[Run, ...], limit: float) -> tuple[Line, ...]:
    """The runs as lines no wider than the limit; one character alone may be wider. Empty text gives no line."""
    lines: list[Line] = []
    setter = _Setter()
    for word in _words(runs):
        if word.bits and setter.bits and setter.reach + word.width > limit:
            lines.append(setter.line())
        if word.width > limit:
            *whole, rest = _chopped(word.bits, limit)
            lines += [_set(bits) for bits in whole]
            word = _Word(rest, word.space, word.ends_line)  # noqa: PLW2901 - what is left of the word takes its place
        setter.add(word)
        if word.ends_line and setter.bits:
            lines.append(setter.line())
    if setter.bits:
        lines.append(setter.line())
    return tuple(lines[:-1]) + tuple(_without_space(line) for line in lines[-1:])


def widest_word(runs: tuple[Run, ...]) -> float:
    """The width of the widest word, which is the least a column needs so as not to cut words."""
    return max((word.width for word in _words(runs)), default=0.0)


class _Setter:
    """A line in the making. The space behind a word is kept at the end of the line too, so that readers hear two words."""

    def __init__(self) -> None:
        self.bits: list[Bit] = []
        self.reach = 0.0

    def add(self, word: _Word) -> None:
        """Set a word, with the space that stood before it."""
        if word.bits:
            self.bits += word.bits
            self.reach += word.width
        if word.space is not None and self.bits and self.bits[-1][1] != " ":
            space = faces.width(" ", word.space.face, word.space.size)
            self.bits.append((word.space, " ", space))
            self.reach += space

    def line(self) -> Line:
        """The finished line; the next one begins."""
        made = _set(self.bits)
        self.bits, self.reach = [], 0.0
        return made


def _set(bits: list[Bit]) -> Line:
    """The bits side by side, neighbours of one run joined."""
    stretches: list[Stretch] = []
    x = 0.0
    for run, text, width in bits:
        last = stretches[-1] if stretches else None
        if last is not None and last.run is run:
            stretches[-1] = Stretch(run, last.text + text, last.x, last.width + width)
        else:
            stretches.append(Stretch(run, text, x, width))
        x += width
    hanging = bits[-1][2] if bits and bits[-1][1] == " " else 0.0
    return Line(tuple(stretches), x - hanging)


def _without_space(line: Line) -> Line:
    """The last line needs no space at its end."""
    *rest, last = line.stretches
    text = last.text.rstrip(" ")
    if text == last.text:
        return line
    ending = (Stretch(last.run, text, last.x, line.width - last.x),) if text else ()
    return Line((*rest, *ending), line.width)


def _words(runs: tuple[Run, ...]) -> Iterator[_Word]:
    """The words of the runs; one word may cross from run to run."""
    word = _Word([])
    for run in runs:
        for line_number, row in enumerate(run.text.split("\n")):
            if line_number:
                word.space, word.ends_line = run, True
                yield word
                word = _Word([])
            for part_number, part in enumerate(_SPACES.split(row)):
                if part_number:
                    word.space = run
                    yield word
                    word = _Word([])
                for seam_number, piece in enumerate(_SEAMS.split(part)):
                    if seam_number:
                        yield word
                        word = _Word([])
                    if piece:
                        word.bits.append((run, piece, faces.width(piece, run.face, run.size)))
    if word.bits:
        yield word


def _chopped(bits: list[Bit], limit: float) -> list[list[Bit]]:
    """A word too wide for a line, cut where it must be: after a sign such as a slash if one is near, else anywhere."""
    lines: list[list[Bit]] = [[]]
    room = limit
    for run, text, _ in bits:
        left = text
        while left:
            count = _fitting(left, run, room)
            if not count and lines[-1]:
                lines.append([])
                room = limit
                continue
            head = left[: max(count, 1)]
            left = left[len(head) :]
            width = faces.width(head, run.face, run.size)
            lines[-1].append((run, head, width))
            room -= width
            if left:
                lines.append([])
                room = limit
    return lines


def _fitting(text: str, run: Run, room: float) -> int:
    """How many characters of the text fit, less a few where that makes a better cut."""
    reach = 0.0
    for count, char in enumerate(text):
        reach += faces.width(char, run.face, run.size)
        if reach > room:
            for cut in range(count, count * 2 // 3, -1):
                if text[cut - 1] in _GOOD_CUTS:
                    return cut
            return count
    return len(text)
