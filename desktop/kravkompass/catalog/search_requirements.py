"""Finds the requirements that a text is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log

from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.search_match import Hit, Match, Suggestion
from kravkompass.catalog.search_words import Lexicon
from kravkompass.catalog.terms import Country
from kravkompass.catalog.words import fold, is_generic, split, words

_TITLE, _KIND, _TEXT = 1.0, 0.6, 0.4
"""What a word counts in the title, among labels and feature, and in the other texts."""
_GROUP = 0.55
_LEAST, _OF_BEST = 0.15, 0.3


class RequirementFinder:
    """Knows the words of every requirement, in every language it is written in."""

    def __init__(self, requirements: Sequence[Requirement]) -> None:
        self._requirements = requirements
        self._of = {country: frozenset(_places(requirements, country)) for country in (None, *Country)}
        self._of_group: dict[str, set[int]] = defaultdict(set)
        self._words: tuple[tuple[float, dict[str, set[int]]], ...] = tuple(
            (counts, defaultdict(set)) for counts in (_TITLE, _KIND, _TEXT)
        )
        for place, requirement in enumerate(requirements):
            for group in requirement.groups:
                self._of_group[group].add(place)
            for (_, postings), text in zip(self._words, _texts(requirement), strict=True):
                for word in set(words(text)):
                    postings[word].add(place)
        self._lexicon = Lexicon({word for _, postings in self._words for word in postings})

    def search(
        self, text: str, groups: Sequence[Suggestion], language: str | None, country: Country | None = None
    ) -> tuple[Hit, ...]:
        """Give the requirements that the words, or the product groups they stand for, lead to, best first."""
        if named := self._named(text.strip().casefold(), country):
            return tuple(self._hit(place, 1.0, [(1.0, Match(text.strip(), name))], language) for place, name in named)
        scores: dict[int, float] = defaultdict(float)
        why: dict[int, list[tuple[float, Match]]] = defaultdict(list)
        wanted = _wanted(text)
        for number, (word, folded) in enumerate(wanted):
            for place, (weight, known) in self._about(folded, last=number == len(wanted) - 1).items():
                scores[place] += weight / len(wanted)
                why[place].append((weight, Match(word, known)))
        for suggestion in groups:
            weight = _GROUP * suggestion.score
            for place in self._of_group.get(suggestion.group.id, set()) | self._of_group.get(suggestion.group.area, set()):
                scores[place] = min(1, scores[place] + weight)
                why[place] += [(weight, match) for match in suggestion.why]
        allowed = self._of[country]
        least = max(_LEAST, _OF_BEST * max((score for place, score in scores.items() if place in allowed), default=0))
        best = sorted(
            (place for place, score in scores.items() if place in allowed and score >= least),
            key=lambda place: (-scores[place], self._requirements[place].id),
        )
        return tuple(self._hit(place, scores[place], why[place], language) for place in best)

    def _named(self, text: str, country: Country | None) -> list[tuple[int, str]]:
        """Give the requirements whose id, or the id of their national criterion, is what was written."""
        return [
            (place, name)
            for place in sorted(self._of[country])
            for name in (self._requirements[place].id, self._requirements[place].national_id)
            if text and name.casefold() == text
        ]

    def _about(self, word: str, *, last: bool) -> dict[int, tuple[float, str]]:
        """Give the requirements that a word is about, each with how much the word counts there and the known word."""
        best: dict[int, tuple[float, str]] = {}
        for likeness in self._lexicon.like(word, unfinished=last):
            for counts, postings in self._words:
                places = postings.get(likeness.word, ())
                rarity = 1 - log(1 + len(places)) / log(2 + len(self._requirements)) * 0.7
                weight = likeness.quality * counts * rarity
                for place in places:
                    if weight > best.get(place, (0.0,))[0]:
                        best[place] = weight, likeness.word
        return best

    def _hit(self, place: int, score: float, why: list[tuple[float, Match]], language: str | None) -> Hit:
        requirement = self._requirements[place]
        written_in = language if language in requirement.texts else requirement.country.languages[0]
        texts = requirement.texts.get(written_in or "") or next(iter(requirement.texts.values()))
        reasons = dict.fromkeys(match for _, match in sorted(why, key=lambda pair: -pair[0]))
        return Hit(requirement, texts.title, min(score, 1), tuple(reasons)[:5])


def _places(requirements: Sequence[Requirement], country: Country | None) -> Iterator[int]:
    yield from (place for place, one in enumerate(requirements) if country in (None, one.country))


def _wanted(text: str) -> list[tuple[str, str]]:
    """Give the words to look for, as written and folded; those that say nothing only when there are no others."""
    everything = [(word, fold(word)) for word, _ in split(text)]
    return [(word, folded) for word, folded in everything if not is_generic(folded)] or everything


def _texts(requirement: Requirement) -> tuple[str, str, str]:
    """Give what is searched, in the order of how much it counts, all languages together."""
    spoken = requirement.texts.values()
    titles = " ".join(texts.title for texts in spoken)
    kind = f"{requirement.feature} {' '.join(requirement.labels)}"
    return titles, kind, " ".join(f"{texts.demand} {texts.why} {texts.evidence} {texts.question}" for texts in spoken)
