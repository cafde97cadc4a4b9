"""What a search gives: product groups and requirements, each with why it was found."""

from __future__ import annotations

from dataclasses import dataclass

from kravkompass.catalog.requirement import ProductGroup, Requirement


@dataclass(frozen=True, slots=True)
class Match:
    """A word or code as it was written, and the known one it matched."""

    written: str
    known: str
    languages: frozenset[str] = frozenset()
    """The languages the known word is written in; empty for one that is the same in all."""

    def said(self, language: str) -> str:
        """Say it to a reader of a language: a known word of another language is not shown."""
        return str(self) if not self.languages or language in self.languages else self.written

    def __str__(self) -> str:
        """Say it in no language: “bananer → banan”, or the word alone when both are the same."""
        return self.written if self.written.casefold() == self.known.casefold() else f"{self.written} → {self.known}"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A product group that fits a description. The score goes from 0 to 1."""

    group: ProductGroup
    score: float
    why: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A requirement that a search found, with its title in the language asked for. The score goes from 0 to 1."""

    requirement: Requirement
    title: str
    score: float
    why: tuple[Match, ...]
