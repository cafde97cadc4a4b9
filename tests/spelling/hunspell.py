"""Spelling by hunspell's dictionaries and the project's own word lists, in one process a language.

A listed word may take a genitive s. Hunspell joins Swedish compounds by its own rules. Its Norwegian dictionaries mark few words as fit for compounds, so that
half of all ordinary ones (avfallsplan, renholdskontrakt) would stand in the lists; there a word also counts as spelled right when it falls into two known
words, with or without an s or e between them. Parts of three letters and fewer are only taken from the lists, so that a slip is not two little words.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
DICTIONARIES = {"sv": "sv_SE", "nb": "nb_NO", "nn": "nn_NO"}
SPLITTING = frozenset({"nb", "nn"})
SHORTEST_PART = 4
SHORTEST_LISTED_PART = 3
# What is not prose: values to be filled in, addresses, commands, keys and formats of the interface.
_NOT_PROSE = re.compile(
    r"\{[^}]*\}|<[^>]*>|%[\w%]+|https?://\S+|\S+@\S+|\b(?:www\.)?[\w-]+\.(?:se|no|org|com|eu)\b\S*|\bkravkompass( [a-z-]+)+"
)
_WORD = re.compile(r"[^\W_]+(?:-(?!\w))?")
_ENDING = re.compile(r"(?<=\w):(?:s|n|t|er|en|et|ar|na|arna)\b")


def missing(language: str) -> str:
    """Why a language cannot be checked here; empty when it can."""
    if shutil.which("hunspell") is None:
        return "hunspell is not installed"
    told = subprocess.run(["hunspell", "-D"], input="", capture_output=True, text=True, check=False).stderr
    name = DICTIONARIES[language]
    return "" if re.search(rf"/{name}$", told, re.MULTILINE) else f"the dictionary {name} is not installed"


def words(text: str) -> Iterator[str]:
    """Give the words of a text; the beginning of a compound keeps its hyphen.

    One with a figure in it, or a capital inside, is a code or an abbreviation. & marks a key in the interface.
    """
    for word in _WORD.findall(_ENDING.sub("", _NOT_PROSE.sub(" ", text.replace("&", "")))):
        if len(word.rstrip("-")) > 1 and word[1:].islower() and not any(letter.isdigit() for letter in word):
            yield word


@cache
def listed(name: str) -> tuple[str, ...]:
    """Give a word list of the project as it stands, without its heading."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


def misspelled(asked: Collection[str], language: str) -> set[str]:
    """Give the words that neither hunspell nor the lists know, nor together as parts of a compound."""
    own = frozenset(listed(language))
    known = own | frozenset(listed("names"))
    left = {word for word in _unknown(asked, language) if not _in(known, word)}
    if language not in SPLITTING:
        return left
    splits = {word: list(_splits(word.casefold(), own)) for word in left}
    strange = _unknown({part for parts in splits.values() for pair in parts for part in pair if part not in own}, language)
    return {word for word, parts in splits.items() if not any(strange.isdisjoint(pair) for pair in parts)}


def _in(known: frozenset[str], word: str) -> bool:
    bare = word.removesuffix("-").removesuffix("s")
    return bool(known & {word, bare, word[:1].lower() + word[1:], bare[:1].lower() + bare[1:]})


def _splits(word: str, own: frozenset[str]) -> Iterator[tuple[str, str]]:
    if word.endswith("-"):
        yield word[:-1].removesuffix("s"), word[:-1].removesuffix("s")
    for place in range(SHORTEST_LISTED_PART, len(word) - SHORTEST_LISTED_PART + 1):
        first, last = word[:place], word[place:]
        for head in {first, first.removesuffix("s"), first.removesuffix("e")}:
            if all(len(part) >= SHORTEST_PART or (len(part) >= SHORTEST_LISTED_PART and part in own) for part in (head, last)):
                yield head, last


def _unknown(asked: Collection[str], language: str) -> set[str]:
    given = "\n".join(sorted(asked)) + "\n"
    command = ["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"]
    told = set(subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=True).stdout.split())
    return {word for word in asked if word in told or word.rstrip("-") in told}
