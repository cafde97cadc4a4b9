"""Braces in a wording: what can be filled in, and what cannot and would stand there as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kravkompass.catalog.requirement import Parameter
from kravkompass.catalog.wordings import PLACEHOLDER
from kravkompass.errors import KnownError
from kravkompass.language import Translation, text

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_LONGEST = 40


class UnknownBracesError(KnownError):
    """A wording has braces that nothing is filled in for. Values: names (as they are written), known (empty when there are none)."""

    sentence = text("{names} cannot be filled in. Write one of these instead, or remove the braces: {known}.")
    none_known = text("{names} cannot be filled in, since this requirement has no values. Remove the braces.")

    def said(self, translation: Translation) -> str:
        """Give the sentence in a language; it names what can be filled in where there is something."""
        sentence = self.sentence if self.values["known"] else self.none_known
        return translation.say(sentence, **self.values)


def named_in(words: Iterable[str]) -> frozenset[str]:
    """Give the names of the values that texts ask for."""
    return frozenset(name for one in words for name in PLACEHOLDER.findall(one))


def check_braces(words: Iterable[str], parameters: Sequence[Parameter]) -> None:
    """Look whether everything in braces can be filled in.

    Raises:
        UnknownBracesError: something cannot.
    """
    known = {f"{{{one.name}}}" for one in parameters}
    unknown = dict.fromkeys(found for one in words for found in _BRACES.findall(one) if found not in known)
    if unknown:
        names = ", ".join(f"“{one if len(one) <= _LONGEST else f'{one[:_LONGEST]}…'}”" for one in unknown)
        raise UnknownBracesError(names=names, known=", ".join(sorted(known)))
