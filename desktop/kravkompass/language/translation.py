"""Turning English source texts into a language. A Translation is handed on as an argument, never kept globally."""

from __future__ import annotations

import gettext
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kravkompass.language.formatting import Formats
from kravkompass.language.languages import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_PSEUDO_LETTERS = str.maketrans("aeiouyAEIOUYcdhlnrstz", "áéíóúýÁÉÍÓÚÝčďħłňřšťž")


def within_sentence(words: str) -> str:
    """Give a heading or name as it stands inside a sentence: a small first letter, while abbreviations such as EØS or IT stay."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def text(source: str, /) -> str:
    """Mark an English text for translation where it is declared; it is said later."""
    return source


@dataclass(frozen=True, slots=True)
class Translation:
    """The texts of one language, immutable. ``language`` is the language they are in."""

    language: Language
    _texts: gettext.NullTranslations = field(repr=False, compare=False)
    _qt_texts: gettext.NullTranslations = field(repr=False, compare=False)

    @property
    def formats(self) -> Formats:
        """How this language writes numbers, dates and money."""
        return Formats(self.language)

    def say(self, source: str, /, **values: object) -> str:
        """Say a text, with ``{name}`` replaced by the value of that name. Raises KeyError when a value is missing."""
        return _filled(self._texts.gettext(source) if source else "", values)

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Say how many there are: ``{n}`` is the number, written as the language writes numbers."""
        return _filled(self._texts.ngettext(one, many, n), {"n": self.formats.number(n), **values})

    def in_context(self, context: str, source: str, /, **values: object) -> str:
        """Say a text that means different things in different places."""
        return _filled(self._texts.pgettext(context, source), values)

    def qt(self, context: str, source: str, /) -> str | None:
        """Say one of Qt's own texts, or None where Qt's own translation or source text will do."""
        said = self._qt_texts.pgettext(context, source) if source else source
        return None if said == source else said


def _filled(said: str, values: Mapping[str, object]) -> str:
    # One pass over the text, so that braces inside a value are never taken for a placeholder.
    return _PLACEHOLDER.sub(lambda found: str(values[found[1]]), said)


class _PseudoTexts(gettext.NullTranslations):
    """Marks every text it gives, so that a test sees which texts did not pass through a translation."""

    def gettext(self, message: str) -> str:
        """Give the text with strange letters, longer, in brackets, its placeholders whole."""
        kept = _PLACEHOLDER.split(message)
        letters = [f"{{{part}}}" if place % 2 else part.translate(_PSEUDO_LETTERS) for place, part in enumerate(kept)]
        return f"⟦{''.join(letters)}{'~' * (len(message) // 3)}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """As gettext, in the plural form."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - the signature is gettext's
        """As gettext."""
        return self.gettext(message)


def pseudo_translation(language: Language = Language.SWEDISH) -> Translation:
    """A made-up language for tests: every text is marked ⟦…⟧ and a third longer; numbers and dates are as in ``language``."""
    return Translation(language, _PseudoTexts(), _PseudoTexts())
