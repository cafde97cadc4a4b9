"""Alphabetical order: å ä ö come last in Swedish, æ ø å in Norwegian."""

from __future__ import annotations

import re
import unicodedata

from kravkompass.language.languages import Language

# Each letter after z, in order, with the foreign letters that sort with it.
_AFTER_Z = {
    Language.SWEDISH: ("å", "äæ", "öøœ"),
    Language.BOKMAL: ("æä", "øöœ", "å"),
    Language.NYNORSK: ("æä", "øöœ", "å"),
}
_RANKS = {
    language: {letter: rank for rank, letters in enumerate(order) for letter in letters} for language, order in _AFTER_Z.items()
}
# ü sorts as y in the Nordic alphabets; from the others no accent can be taken off.
_PLAIN = str.maketrans({"ü": "y", "ð": "d", "đ": "d", "þ": "t", "ł": "l", "ı": "i"})
_BARE = str.maketrans({"ø": "o", "æ": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})
_PIECES = re.compile(r"\d+|.", re.DOTALL)

_Piece = tuple[int, int, str]
SortKey = tuple[tuple[_Piece, ...], str]


def sort_key(said: str, language: Language) -> SortKey:
    """Give what to sort a text by, for ``sorted(key=…)``. Numbers inside a text sort by size: part 2 before part 10."""
    letters = unicodedata.normalize("NFC", said).casefold()
    pieces = (_piece(piece, _RANKS[language]) for piece in _PIECES.findall(letters) if not unicodedata.combining(piece[0]))
    return tuple(pieces), said


def folded(said: str) -> str:
    """Give a text to search in, without marks and capitals, so that ø is ö and å is a."""
    bare = unicodedata.normalize("NFKD", said.casefold().translate(_BARE))
    return " ".join("".join(letter for letter in bare if not unicodedata.combining(letter)).split())


def _piece(piece: str, ranks: dict[str, int]) -> _Piece:
    if piece in ranks:
        return 3, ranks[piece], ""
    if piece.isdecimal():
        return 1, int(piece), ""
    plain = unicodedata.normalize("NFD", piece.translate(_PLAIN))[0]
    return (2 if plain[0].isalpha() else 0), 0, plain
