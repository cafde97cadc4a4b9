"""The languages the program speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class UnknownLanguageError(ValueError):
    """A language was asked for that the program does not speak.

    ``asked`` is what was asked for and ``known`` the codes that exist, for whoever tells the user.
    """

    def __init__(self, asked: str) -> None:
        self.asked = asked
        self.known = ", ".join(Language)
        super().__init__(f"unknown language {asked!r}; known: {self.known}")


class Language(StrEnum):
    """A language the program speaks; the value is its ISO 639-1 code."""

    SWEDISH = "sv"
    BOKMAL = "nb"
    NYNORSK = "nn"

    @property
    def own_name(self) -> str:
        """What its speakers call it, as it stands in a list to choose from."""
        return _OWN_NAMES[self]

    @property
    def tag(self) -> str:
        """The BCP 47 tag, for documents and for the operating system: ``sv-SE``."""
        return f"{self.value}-{_TERRITORIES[self]}"

    @property
    def locale(self) -> str:
        """The locale identifier that Babel and Qt take: ``sv_SE``."""
        return f"{self.value}_{_TERRITORIES[self]}"

    @classmethod
    def parse(cls, asked: str) -> Language:
        """Read a code, tag or POSIX locale (``nb``, ``nb-NO``, ``no_NO.UTF-8``) in any case.

        Raises UnknownLanguageError for one the program does not speak.
        """
        code = re.split(r"[-_.@]", asked.strip().lower(), maxsplit=1)[0]
        try:
            return _CODES[code]
        except KeyError:
            raise UnknownLanguageError(asked) from None

    @classmethod
    def first_known(cls, wanted: Iterable[str]) -> Language:
        """The first wanted language that the program speaks; Swedish when it speaks none of them."""
        for asked in wanted:
            try:
                return cls.parse(asked)
            except UnknownLanguageError:
                continue
        return cls.SWEDISH


@dataclass(frozen=True, slots=True)
class Languages:
    """The language of a document, and a second one that stands beside it. The same twice is one."""

    first: Language
    beside: Language | None = None

    def __post_init__(self) -> None:
        """Keep no second language that is the first."""
        if self.beside is self.first:
            object.__setattr__(self, "beside", None)

    def __str__(self) -> str:
        """Write them as they are kept and stand in the names of files: ``sv``, or ``sv-nb``."""
        return "-".join(self)

    def __iter__(self) -> Iterator[Language]:
        """Give each language."""
        yield self.first
        if self.beside is not None:
            yield self.beside

    @property
    def pair(self) -> tuple[Language, Language | None]:
        """The first language and the second one, None for none."""
        return self.first, self.beside

    @property
    def own_names(self) -> str:
        """What the speakers of each call it."""
        return " / ".join(one.own_name for one in self)

    @classmethod
    def parse(cls, kept: str) -> Languages:
        """Read what ``str`` gives. Raises UnknownLanguageError for what the program does not speak."""
        first, _, second = kept.partition("-")
        return cls(Language.parse(first), Language.parse(second) if second else None)


_OWN_NAMES = {Language.SWEDISH: "Svenska", Language.BOKMAL: "Bokmål", Language.NYNORSK: "Nynorsk"}
_TERRITORIES = {Language.SWEDISH: "SE", Language.BOKMAL: "NO", Language.NYNORSK: "NO"}
# "no" is what many Norwegian machines still say, and bokmål is what they mean.
_CODES = {
    **{language.value: language for language in Language},
    "no": Language.BOKMAL,
    "swe": Language.SWEDISH,
    "nob": Language.BOKMAL,
    "nor": Language.BOKMAL,
    "nno": Language.NYNORSK,
}
