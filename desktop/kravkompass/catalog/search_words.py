"""A list of known words that is asked with words as people write them: inflected, in compounds, half-typed, misspelled."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kravkompass.catalog.words import BUYING, LIGHT_HEADS, stems

SAME, HEAD, BEFORE_LIGHT_HEAD, MISSPELLED, INSIDE, BEGUN, LIGHT_HEAD, MODIFIER = 1.0, 0.85, 0.85, 0.7, 0.6, 0.5, 0.45, 0.3
"""How good a likeness is, from 0 to 1."""
_ENDING = 5
_SURE_HEAD = 7
"""A last part longer than this is no accident."""
_LONG_MODIFIER, _LEAST_BEFORE = 7, 2
_MOST_INSIDE = 40


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
        self._joined = "\n" + "\n".join(self._sorted) + "\n"
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
            yield from (Likeness(known, BEGUN) for known in self._starting(word))
        if same:
            return
        compound = list(self._compound(word))
        yield from compound
        inside = list(self._inside(word))
        yield from inside
        if not inside and not any(likeness.quality >= HEAD for likeness in compound):
            yield from (Likeness(known, MISSPELLED) for known in self._near(word))

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
        place = bisect_left(self._sorted, beginning)
        while place < len(self._sorted) and self._sorted[place].startswith(beginning):
            yield self._sorted[place]
            place += 1

    def _compound(self, word: str) -> Iterator[Likeness]:
        """Take a longer word apart: its last part says most, unless that part is a light one or only tells of buying."""
        for place in range(2, len(word) - 2):
            first, last = word[:place], word[place:]
            if last in BUYING or last in LIGHT_HEADS:
                before = list(self._before(first))
                yield from before
                if last in BUYING:
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
        """Give the known compounds that end in the word."""
        if len(word) < 4:
            return
        stem = min(stems(word), key=len)
        found = re.finditer(rf"(?<!\n){re.escape(stem)}\w{{0,4}}(?=\n)", self._joined)
        for ending in islice(found, _MOST_INSIDE):
            whole = self._joined[self._joined.rindex("\n", 0, ending.start()) + 1 : ending.end()]
            if len(whole) - len(stem) > _LEAST_BEFORE and (whole.endswith(stem) or any(one.endswith(stem) for one in stems(whole))):
                yield Likeness(whole, INSIDE)

    def _near(self, word: str) -> list[str]:
        """Give the known words at one typing error's distance (two in long words). The first letter is seldom wrong."""
        if len(word) < 5 or not word.isalpha():
            return []
        most = 2 if len(word) > 9 else 1
        same_letter = self._sorted[bisect_left(self._sorted, word[0]) : bisect_left(self._sorted, chr(ord(word[0]) + 1))]
        close = [known for known in same_letter if len(known) > 3 and abs(len(known) - len(word)) <= most]
        found = process.extract(word, close, scorer=OSA.distance, score_cutoff=most, limit=3)
        least = min((distance for _, distance, _ in found), default=0)
        return [known for known, distance, _ in found if distance == least]
