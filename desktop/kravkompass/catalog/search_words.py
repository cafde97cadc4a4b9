"""A list of known words that is asked with words as people write them: inflected, in compounds, half-typed, misspelled."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kravkompass.catalog.words import LIGHT_HEADS, stems, tells_of_buying

SAME, CLOSE, HEAD, BEFORE_LIGHT_HEAD, MISSPELLED, INSIDE, BEGUN, LIGHT_HEAD, MODIFIER = (
    1.0,
    0.87,
    0.85,
    0.85,
    0.7,
    0.6,
    0.5,
    0.45,
    0.3,
)
"""How good a likeness is, from 0 to 1."""
_ENDING = 5
_SURE_HEAD = 7
"""A last part longer than this is no accident."""
_LONG_MODIFIER, _LEAST_BEFORE = 7, 2
_MOST_INSIDE, _MOST_BEGUN = 40, 120
_SURE_WORD, _LONG_WORD = 6, 9
"""A longer word than the first is hardly another one when a single letter differs; in one longer than the second two may differ."""
_ENDINGS = ("", "a", "e", "n", "r", "s", "ar", "er", "or", "en", "et", "na", "ane", "ene", "arna", "erna", "orna")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A known word that a written word is like, and how much (0–1)."""

    word: str
    quality: float


class Lexicon:
    """Known words, all folded. What has been asked is remembered, so that only the word being typed costs time."""

    def __init__(self, known: Iterable[str]) -> None:
        self._sorted = sorted(set(known))
        self._known = frozenset(self._sorted)
        self._backwards = sorted(known[::-1] for known in self._sorted)
        self._by_length: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._sorted:
            if len(word) > 3:
                self._by_length[word[0], len(word)].append(word)
        self._asked: dict[tuple[str, bool], tuple[Likeness, ...]] = {}

    def like(self, word: str, *, unfinished: bool = False) -> tuple[Likeness, ...]:
        """Give the known words that a folded word is like, best first. An unfinished word may go on."""
        key = (word, unfinished)
        if key not in self._asked:
            best: dict[str, float] = {}
            for likeness in self._likenesses(word, unfinished=unfinished):
                best[likeness.word] = max(likeness.quality, best.get(likeness.word, 0))
            ordered = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
            self._asked[key] = tuple(Likeness(known, quality) for known, quality in ordered)
        return self._asked[key]

    def _likenesses(self, word: str, *, unfinished: bool) -> Iterator[Likeness]:
        same = list(self._same(word, stems(word)))
        yield from (Likeness(known, SAME) for known in same)
        if unfinished and len(word) > 2:
            yield from (Likeness(known, BEGUN) for known in islice(self._starting(word), _MOST_BEGUN))
        if same:
            return
        close = self._near(word, 1)
        if close and len(word) > _SURE_WORD:
            yield from (Likeness(known, CLOSE) for known in close)
        compound = list(self._compound(word))
        yield from compound
        inside = list(self._inside(word))
        yield from inside
        if not inside and not any(likeness.quality >= HEAD for likeness in compound):
            near = close or (self._near(word, 2) if len(word) > _LONG_WORD else [])
            yield from (Likeness(known, MISSPELLED) for known in near)

    def _same(self, word: str, its_stems: Iterable[str]) -> Iterator[str]:
        """Give the known words with the same stem."""
        if word in self._known:
            yield word
        for stem in its_stems:
            if len(stem) < 3:
                continue
            for known in self._starting(stem):
                if known != word and len(known) <= len(stem) + _ENDING and stem in stems(known):
                    yield known

    def _starting(self, beginning: str) -> Iterator[str]:
        return _beginning(self._sorted, beginning)

    def _compound(self, word: str) -> Iterator[Likeness]:
        """Take a longer word apart: its last part says most, unless that part is a light one or only tells of buying."""
        for place in range(2, len(word) - 2):
            first, last = word[:place], word[place:]
            buying = tells_of_buying(last)
            if buying or last in LIGHT_HEADS:
                before = list(self._before(first))
                yield from before
                if buying:
                    return
                if before or self._can_stand_before(first):
                    yield from (Likeness(known, LIGHT_HEAD) for known in self._same(last, stems(last)))
                    return
            heads = [known for known in self._same(last, [stem[place:] for stem in stems(word)]) if len(known) > 2]
            if heads and (len(last) > _SURE_HEAD or self._can_stand_before(first)):
                yield from (Likeness(known, HEAD) for known in heads)
                yield from (Likeness(known, MODIFIER) for known in self._modifier(first))
                return
        for place in range(len(word) - 2, 4, -1):
            if found := [known for known in self._modifier(word[:place]) if len(known) > 4]:
                yield from (Likeness(known, MODIFIER) for known in found)
                return

    def _before(self, first: str) -> Iterator[Likeness]:
        """Give the known words for what stands before a light head, which may be a compound itself."""
        if found := list(self._modifier(first)):
            yield from (Likeness(known, BEFORE_LIGHT_HEAD) for known in found)
        elif len(first) > _LONG_MODIFIER:
            for likeness in self._compound(first.removesuffix("s")):
                yield Likeness(likeness.word, likeness.quality * BEFORE_LIGHT_HEAD)

    def _can_stand_before(self, first: str) -> bool:
        """Tell whether a beginning looks like the first part of a compound: joined with s, known, or beginning known compounds."""
        if len(first) > 3 and first.endswith("s"):
            return True
        if any(self._modifier(first)):
            return True
        return len(first) > 2 and next(self._starting(first), None) is not None

    def _modifier(self, first: str) -> Iterator[str]:
        """Give the known words that the first part of a compound stands for: with a joining letter, or without its last vowel."""
        forms = [first, first.removesuffix("s"), first.removesuffix("e"), f"{first}a", f"{first}e"]
        yield from (form for form in dict.fromkeys(forms) if len(form) > 1 and form in self._known)

    def _inside(self, word: str) -> Iterator[Likeness]:
        """Give the known compounds that end in the word, in any form."""
        if len(word) < 4:
            return
        stem = min(stems(word), key=len)
        if len(stem) < 4:
            return
        for ending in _ENDINGS:
            backwards = (stem + ending)[::-1]
            for known in islice(_beginning(self._backwards, backwards), _MOST_INSIDE):
                if len(known) - len(backwards) > _LEAST_BEFORE:
                    yield Likeness(known[::-1], INSIDE)

    def _near(self, word: str, most: int) -> list[str]:
        """Give the known words at so many typing errors' distance, or the nearest of them. The first letter is seldom wrong."""
        if len(word) < 5 or not word.isalpha():
            return []
        close = [known for length in range(len(word) - most, len(word) + most + 1) for known in self._by_length[word[0], length]]
        found = process.extract(word, close, scorer=OSA.distance, score_cutoff=most, limit=3)
        least = min((distance for _, distance, _ in found), default=0)
        return [known for known, distance, _ in found if distance == least]


def _beginning(ordered: Sequence[str], beginning: str) -> Iterator[str]:
    """Give the words of an ordered list that begin so."""
    place = bisect_left(ordered, beginning)
    while place < len(ordered) and ordered[place].startswith(beginning):
        yield ordered[place]
        place += 1
