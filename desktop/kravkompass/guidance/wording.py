"""What was changed in a wording, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")


class Edit(StrEnum):
    """What happened to some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words next to each other that the same happened to, with the spaces between and around them."""

    edit: Edit
    words: str


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """Compare two wordings word by word: kept and removed pieces give the first, kept and added ones the second."""
    first, second = _PIECES.findall(before), _PIECES.findall(after)
    return tuple(_joined([piece for piece in _changes(first, second) if piece.words]))


def _changes(first: Sequence[str], second: Sequence[str]) -> Iterator[Piece]:
    for what, low, high, start, end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece(Edit.KEPT, "".join(first[low:high]))
            continue
        yield Piece(Edit.REMOVED, "".join(first[low:high]))
        yield Piece(Edit.ADDED, "".join(second[start:end]))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Join what belongs to one change: a space that was kept between two changed words only makes it harder to read."""
    removed = added = ""
    for place, piece in enumerate(pieces):
        between = piece.edit is Edit.KEPT and not piece.words.strip() and (removed or added) and place + 1 < len(pieces)
        if piece.edit is Edit.KEPT and not between:
            yield from _told(removed, added)
            removed = added = ""
            yield piece
        else:
            removed += piece.words if piece.edit is not Edit.ADDED else ""
            added += piece.words if piece.edit is not Edit.REMOVED else ""
    yield from _told(removed, added)


def _told(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(Edit.REMOVED, removed)
    if added:
        yield Piece(Edit.ADDED, added)
