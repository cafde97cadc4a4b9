"""Finds the requirements that a text is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log

from kravkompass.catalog.requirement import Requirement, Texts
from kravkompass.catalog.search_match import Hit, Match, Suggestion
from kravkompass.catalog.search_words import Lexicon
from kravkompass.catalog.words import fold, is_generic, split, words

_TITLE, _TEXT, _GROUP = 1.0, 0.45, 0.55
_LEAST, _OF_BEST = 0.15, 0.3


class RequirementFinder:
    """Knows the words of every requirement, in every language it is written in."""

    def __init__(self, requirements: Sequence[Requirement]) -> None:
        self._requirements = requirements
        self._titles: dict[str, set[int]] = defaultdict(set)
        self._texts: dict[str, set[int]] = defaultdict(set)
        for place, requirement in enumerate(requirements):
            for word in words(
                f"{requirement.id} {requirement.national_id} {' '.join(texts.title for texts in requirement.texts.values())}"
            ):
                self._titles[word].add(place)
            for word in set(words(" ".join(_body(texts) for texts in requirement.texts.values()))):
                self._texts[word].add(place)
        self._lexicon = Lexicon({*self._titles, *self._texts})

    def search(self, text: str, groups: Sequence[Suggestion], language: str | None, allowed: frozenset[int]) -> tuple[Hit, ...]:
        """Give the requirements that the words, or the product groups they stand for, lead to, best first."""
        wanted = [(word, folded) for word, start in split(text) if not is_generic(folded := fold(word))]
        wanted = wanted or [(word, fold(word)) for word, start in split(text)]
        scores: dict[int, float] = defaultdict(float)
        why: dict[int, list[tuple[float, Match]]] = defaultdict(list)
        for number, (word, folded) in enumerate(wanted):
            for place, weight, known in self._about(folded, last=number == len(wanted) - 1):
                if place in allowed:
                    scores[place] += weight / len(wanted)
                    why[place].append((weight, Match(word, known)))
        for place in allowed:
            for suggestion in groups:
                if suggestion.group.id in self._requirements[place].groups:
                    scores[place] = min(1, scores[place] + _GROUP * suggestion.score)
                    why[place] += [(_GROUP * suggestion.score, match) for match in suggestion.why]
        least = max(_LEAST, _OF_BEST * max(scores.values(), default=0))
        best = sorted(
            (place for place in scores if scores[place] >= least),
            key=lambda place: (-scores[place], self._requirements[place].id),
        )
        return tuple(self._hit(place, scores[place], why[place], language) for place in best)

    def _about(self, word: str, *, last: bool) -> Iterator[tuple[int, float, str]]:
        """Give the requirements that a word is about: where it stands, how much it counts, the known word."""
        best: dict[int, tuple[float, str]] = {}
        for likeness in self._lexicon.like(word, unfinished=last):
            for postings, counts in ((self._titles, _TITLE), (self._texts, _TEXT)):
                places = postings.get(likeness.word, ())
                rarity = 1 - log(1 + len(places)) / log(2 + len(self._requirements)) * 0.7
                for place in places:
                    weight = likeness.quality * counts * rarity
                    if weight > best.get(place, (0.0,))[0]:
                        best[place] = weight, likeness.word
        for place, (weight, known) in best.items():
            yield place, weight, known

    def _hit(self, place: int, score: float, why: list[tuple[float, Match]], language: str | None) -> Hit:
        requirement = self._requirements[place]
        written_in = language if language in requirement.texts else requirement.country.languages[0]
        texts = requirement.texts.get(written_in or "") or next(iter(requirement.texts.values()))
        reasons = dict.fromkeys(match for _, match in sorted(why, key=lambda pair: -pair[0]))
        return Hit(requirement, texts.title, min(score, 1), tuple(reasons)[:5])


def _body(texts: Texts) -> str:
    return f"{texts.demand} {texts.why} {texts.evidence} {texts.question}"
