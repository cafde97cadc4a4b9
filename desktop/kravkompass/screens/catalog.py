"""Looking through the catalog: search, and every requirement whole, with its sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kravkompass.catalog.requirement import Requirement, Source
from kravkompass.guidance.listing import filled_texts, proposed_decision, text_language

if TYPE_CHECKING:
    from kravkompass.catalog.catalog import Catalog
    from kravkompass.catalog.requirement import Texts
    from kravkompass.catalog.search import Finder
    from kravkompass.catalog.terms import Country
    from kravkompass.language import Language


@dataclass(frozen=True, slots=True)
class Line:
    """A requirement in the list: its title in the language asked for, and why it was found."""

    requirement: Requirement
    title: str
    why: str


class Browser:
    """The whole catalog."""

    def __init__(self, catalog: Catalog, finder: Callable[[], Finder]) -> None:
        self._catalog = catalog
        self._finder = finder

    def lines(self, text: str, country: Country | None, language: Language) -> tuple[Line, ...]:
        """Give what the text finds, best first; everything when the text is empty."""
        if not text.strip():
            return tuple(self._line(one, language, "") for one in self._catalog.requirements(country))
        found = self._finder().search(text, country=country, language=language)
        return tuple(self._line(one.requirement, language, ", ".join(str(why) for why in one.why)) for one in found)

    def _line(self, one: Requirement, language: Language, why: str) -> Line:
        return Line(one, one.texts[text_language(one, language.value)].title, why)

    def texts(self, one: Requirement, language: Language) -> Texts:
        """Give a requirement's texts with the suggested values filled in."""
        return filled_texts(one, proposed_decision(one), text_language(one, language.value))

    def sources(self, one: Requirement) -> tuple[Source, ...]:
        """Give a requirement's sources."""
        found = (self._catalog.source(one.country, name) for name in one.sources)
        return tuple(source for source in found if source is not None)
