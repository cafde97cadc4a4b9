"""Where the goods are made: the production countries of the wizard's purchase, and what to ask a supplier who has not told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kravkompass.guidance.situation import COUNTRIES, UNNAMED, countries_of
from kravkompass.language import Language, Translation, translation, within_sentence
from kravkompass.language.countries import country_names, known_countries
from kravkompass.language.sorting import folded

if TYPE_CHECKING:
    from kravkompass.screens.wizard import Wizard

MOST_FOUND = 8


class Production:
    """The production countries, found by name in the language of the window."""

    def __init__(self, wizard: Wizard) -> None:
        self._wizard = wizard

    @property
    def is_unknown(self) -> bool:
        """Whether the buyer has said that some country of production is not known."""
        return UNNAMED in countries_of(self._wizard.purchase)

    def chosen(self, language: Language) -> tuple[tuple[str, str], ...]:
        """Give the chosen countries, code and name, in the order of the language."""
        return country_names(countries_of(self._wizard.purchase) - {UNNAMED}, language)

    def find(self, words: str, language: Language) -> tuple[tuple[str, str], ...]:
        """Find countries not chosen yet by the beginning of their names, then of a word in them, then by a part of them."""
        asked = folded(words)
        chosen = countries_of(self._wizard.purchase)
        left = [(code, name) for code, name in country_names(known_countries(), language) if code not in chosen]
        ranked = ((_rank(asked, code, folded(name)), code, name) for code, name in left)
        found = [(rank, code, name) for rank, code, name in ranked if rank is not None]
        return tuple((code, name) for _, code, name in sorted(found, key=lambda one: one[0]))[:MOST_FOUND] if asked else ()

    def add(self, code: str) -> None:
        """Say that something is made in a country."""
        self._answer(countries_of(self._wizard.purchase) | {code})

    def remove(self, code: str) -> None:
        """Take a country away again."""
        self._answer(countries_of(self._wizard.purchase) - {code})

    def set_unknown(self, *, on: bool) -> None:
        """Say that some country of production is not known, or that all are."""
        if on:
            self.add(UNNAMED)
        else:
            self.remove(UNNAMED)

    def question(self) -> str:
        """Give what to ask the supplier, in the language of the contract."""
        contract = translation(Language(self._wizard.purchase.country.languages[0]))
        return f"{self._about(contract)}\n\n{_asked(contract)}"

    def _about(self, t: Translation) -> str:
        names = [group.names[t.language.value] for group in self._wizard.guide.picture.chosen]
        return t.say("About: {title} ({groups})", title=self._wizard.purchase.title, groups=", ".join(map(within_sentence, names)))

    def _answer(self, countries: frozenset[str]) -> None:
        self._wizard.answer(COUNTRIES, countries or None)


def _asked(t: Translation) -> str:
    return t.say(
        "In which country does the final manufacture take place? In which countries are the parts processed, and where does the raw material come from? "
        "Name the place of production where you know it, and say what you do not know and how you will find out."
    )


def _rank(asked: str, code: str, name: str) -> int | None:
    if asked == code.lower() or name.startswith(asked):
        return 0
    if re.search(rf"\b{re.escape(asked)}", name):
        return 1
    return 2 if asked in name and len(asked) > 2 else None
