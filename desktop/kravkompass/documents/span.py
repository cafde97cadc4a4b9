"""Runs of text, and lines of text made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one manner of writing.

    `link` is a web address (http, https or mailto). `language` is a tag such as "nb" when the run is in another
    language than the text around it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    language: str = ""


Text = str | Span | tuple[str | Span, ...]
"""What a builder may write wherever a line of text stands: a plain string, a span, or several of either."""


def spans(text: Text) -> tuple[Span, ...]:
    """The text as spans, empty ones left out."""
    parts = text if isinstance(text, tuple) else (text,)
    made = (part if isinstance(part, Span) else Span(part) for part in parts)
    return tuple(span for span in made if span.text)


def joined(texts: Iterable[Text]) -> Text:
    """Several texts in a row, with a dot between those that say something."""
    made: list[str | Span] = []
    for text in texts:
        if plain(text):
            made += [" · "] * bool(made) + list(spans(text))
    return tuple(made)


def plain(text: Text) -> str:
    """The words of the text alone."""
    return "".join(span.text for span in spans(text))
