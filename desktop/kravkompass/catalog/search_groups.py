"""Finds the product groups that a description and CPV codes point to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod, sqrt

from kravkompass.catalog import search_cpv
from kravkompass.catalog.requirement import ProductGroup
from kravkompass.catalog.search_match import Match, Suggestion
from kravkompass.catalog.search_words import HEAD, MISSPELLED, SAME, Lexicon
from kravkompass.catalog.terms import Country
from kravkompass.catalog.words import fold, is_generic, split, words

_SINGLE, _PHRASE, _NAME = 0.75, 0.9, 0.6
"""How sure a word, several words together and a word of the group's own name make."""
_LESS_TYPICAL = 0.2
"""What the last word of a group's list counts less than the first: the lists begin with what is most typical."""
_OTHER_COUNTRY = 0.8
_AFTER_TITLE = 0.35
_CIRCUMSTANCE = 0.5
"""What words count after the title, and after a word such as “till” or “for”, which tells for whom or where."""
_CIRCUMSTANCES = frozenset("till til for för i ved vid hos på åt under to at in".split())
_TITLE_WORDS, _MOST_WORDS = 14, 120
_LEAST, _OF_BEST, _MOST = 0.12, 0.3, 8


@dataclass(frozen=True, slots=True)
class _Term:
    """A word, or several together, that stands for a group."""

    text: str
    words: tuple[str, ...]
    group: str
    weight: float
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Written:
    """A word of the description, with how much it counts."""

    text: str
    folded: str
    weight: float
    last: bool


class GroupFinder:
    """Knows the words and codes of every product group that stands under an area."""

    def __init__(self, groups: Mapping[str, ProductGroup]) -> None:
        self._groups = {name: group for name, group in groups.items() if group.area}
        self._cpv = {name: [search_cpv.digits(code) for code in group.cpv] for name, group in self._groups.items()}
        self._by_first: dict[str, list[_Term]] = defaultdict(list)
        known: set[str] = set()
        for term in _terms(self._groups.values()):
            self._by_first[term.words[0]].append(term)
            known.update(term.words)
        self._lexicon = Lexicon(known)

    def suggest(self, text: str, cpv: Sequence[str], country: Country | None) -> tuple[Suggestion, ...]:
        """Give the groups that fit, best first; those far behind the best are left out."""
        found: dict[str, list[tuple[float, Match]]] = defaultdict(list)
        for group, weight, code, own in search_cpv.by_group([*cpv, *search_cpv.codes_in(text)], self._cpv):
            found[group].append((weight, Match(code, own)))
        for group, weight, match in self._by_words(_written(text), country):
            found[group].append((weight, match))
        order = {name: place for place, name in enumerate(self._groups)}
        scores = {group: _together(weight for weight, _ in matches) for group, matches in found.items()}
        least = max(_LEAST, _OF_BEST * max(scores.values(), default=0))
        best = sorted((group for group in scores if scores[group] >= least), key=lambda group: (-scores[group], order[group]))
        return tuple(Suggestion(self._groups[group], scores[group], _reasons(found[group])) for group in best[:_MOST])

    def _by_words(self, written: Sequence[_Written], country: Country | None) -> Iterator[tuple[str, float, Match]]:
        """Give, for each word and each group it stands for, the best match."""
        for place, word in enumerate(written):
            best: dict[str, tuple[float, Match]] = {}
            for term, quality, length in self._terms_at(written, place):
                weight = quality * term.weight * word.weight * _nearness(term, country)
                if weight > best.get(term.group, (0.0,))[0]:
                    best[term.group] = weight, _match(" ".join(one.text for one in written[place : place + length]), term)
            spread = sqrt(max(1, sum(1 for weight, _ in best.values() if weight > 0.7 * max(w for w, _ in best.values()))))
            for group, (weight, match) in best.items():
                yield group, weight / spread, match

    def _terms_at(self, written: Sequence[_Written], place: int) -> Iterator[tuple[_Term, float, int]]:
        """Give the terms that begin at a word, with how good the likeness is and how many words it takes."""
        word = written[place]
        if is_generic(word.folded):
            for term in self._by_first.get(word.folded, ()):
                if len(term.words) > 1 and self._goes_on(term, written, place):
                    yield term, SAME, len(term.words)
            return
        for likeness in self._lexicon.like(word.folded, unfinished=word.last):
            for term in self._by_first[likeness.word]:
                if len(term.words) == 1:
                    yield term, likeness.quality, 1
                elif likeness.quality >= MISSPELLED and self._goes_on(term, written, place):
                    yield term, likeness.quality, len(term.words)

    def _goes_on(self, term: _Term, written: Sequence[_Written], place: int) -> bool:
        following = written[place + 1 : place + len(term.words)]
        return len(following) == len(term.words) - 1 and all(
            one.folded == wanted or any(like.word == wanted and like.quality >= HEAD for like in self._lexicon.like(one.folded))
            for one, wanted in zip(following, term.words[1:], strict=True)
        )


def _terms(groups: Iterable[ProductGroup]) -> Iterator[_Term]:
    """Give the terms of the groups, each once with the languages it is written in."""
    for group in groups:
        languages: dict[tuple[str, ...], set[str]] = defaultdict(set)
        first: dict[tuple[str, ...], tuple[str, float]] = {}
        for language, listed in group.words.items():
            for place, text in enumerate(listed):
                if parts := tuple(words(text)):
                    languages[parts].add(language)
                    typical = 1 - _LESS_TYPICAL * place / len(listed)
                    first[parts] = max(first.get(parts, (text, 0.0)), (text, typical), key=lambda pair: pair[1])
        for parts, written_in in languages.items():
            text, typical = first[parts]
            yield _Term(text, parts, group.id, typical * (_SINGLE if len(parts) == 1 else _PHRASE), frozenset(written_in))
        named: dict[str, set[str]] = defaultdict(set)
        for language, name in group.names.items():
            for word in words(name):
                if not is_generic(word) and (word,) not in languages:
                    named[word].add(language)
        for word, written_in in named.items():
            yield _Term(word, (word,), group.id, _NAME, frozenset(written_in))


def _match(written: str, term: _Term) -> Match:
    """Say what matched; a word that differs only in how the languages spell it is shown as it was written."""
    if fold(written) == fold(term.text):
        return Match(written, written)
    return Match(written, term.text, term.languages if "en" not in term.languages else frozenset())


def _nearness(term: _Term, country: Country | None) -> float:
    return (
        1.0
        if country is None or term.languages & {*country.languages[: 1 if country is Country.SWEDEN else 2], "en"}
        else _OTHER_COUNTRY
    )


def _written(text: str) -> list[_Written]:
    """Give the words of a description, each with what it counts: the title most, for whom and where less."""
    all_words = [(word, fold(word), start) for word, start in split(text)][:_MOST_WORDS]
    ends = text.find(". ")
    typing = bool(text) and text[-1].isalnum()
    found: list[_Written] = []
    said = circumstance = False
    for number, (word, folded, start) in enumerate(all_words):
        in_title = number < _TITLE_WORDS and (ends < 0 or start < ends)
        weight = (1.0 if in_title else _AFTER_TITLE) * (_CIRCUMSTANCE if circumstance and in_title else 1.0)
        found.append(_Written(word, folded, weight, last=typing and number == len(all_words) - 1))
        circumstance = circumstance or (said and folded in _CIRCUMSTANCES)
        said = said or not is_generic(folded)
    return found


def _together(weights: Iterable[float]) -> float:
    """Put several signs together: each takes away a part of what was uncertain."""
    return 1 - prod(1 - min(weight, 0.99) for weight in weights)


def _reasons(matches: Iterable[tuple[float, Match]]) -> tuple[Match, ...]:
    return tuple(dict.fromkeys(match for _, match in sorted(matches, key=lambda pair: -pair[0])))[:5]
