"""The names of the world's countries, from Babel, in the order of the language. Babel is imported only when needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kravkompass.language.languages import Language
from kravkompass.language.sorting import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

# CLDR calls it Kongo in bokmål, which does not tell it from its neighbour.
_BETTER = {(Language.BOKMAL, "CD"): "Kongo-Kinshasa"}

# Two letters in CLDR that are no country: unions, the unknown one, and islands that ISO 3166 counts with others.
_NO_COUNTRY = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})


@cache
def known_countries() -> tuple[str, ...]:
    """Give the ISO 3166 codes (two letters) of all countries."""
    from babel import Locale

    territories = map(str, Locale.parse(Language.SWEDISH.locale).territories)
    return tuple(sorted(code for code in territories if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY))


def country_name(code: str, language: Language) -> str:
    """Name a country by its ISO 3166 code (two letters); an unknown code is given back as it is."""
    from babel import Locale

    better = _BETTER.get((language, code))
    return better or Locale.parse(language.locale).territories.get(code, code)


def country_names(codes: Iterable[str], language: Language) -> tuple[tuple[str, str], ...]:
    """Give codes with their names, in the order of the language."""
    named = ((code, country_name(code, language)) for code in codes)
    return tuple(sorted(named, key=lambda pair: sort_key(pair[1], language)))
