"""Which edition of a list a document belongs to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """The version of the list, counted from 1 (0: it has none), and whether what is written is only a draft."""

    number: int = 0
    draft: bool = False

    @property
    def version(self) -> str:
        """The version as it is written; empty where there is none."""
        return str(self.number) if self.number else ""


UNNUMBERED = Edition()
