"""Charts with their numbers: the same values are drawn in a document and in the window, and said in words for who cannot see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kravkompass.documents.outline import Bar, Figure

if TYPE_CHECKING:
    from kravkompass.language import Translation


def chart(caption: str, bars: Sequence[Bar], label: str, value: str) -> Figure:
    """Give a chart; ``label`` and ``value`` are the titles of the two columns of its table."""
    said = f"{caption}: {'; '.join(f'{bar.label} {bar.words}' for bar in bars)}."
    return Figure(caption, tuple(bars), said, label, value)


def counted(caption: str, label: str, value: str, numbers: Mapping[str, int], translation: Translation) -> Figure:
    """Give a chart of whole numbers by their labels."""
    return chart(caption, [Bar(words, number, translation.formats.number(number)) for words, number in numbers.items()], label, value)
