"""Numbers, dates, money and lists as a language writes them. Babel is imported only when needed: start-up counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kravkompass.language.languages import Language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_HOME_CURRENCY = {Language.SWEDISH: "SEK", Language.BOKMAL: "NOK", Language.NYNORSK: "NOK"}


@dataclass(frozen=True, slots=True)
class Formats:
    """How one language writes what is not words."""

    language: Language

    def number(self, value: float | Decimal, decimals: int | None = None) -> str:
        """Write a number with its thousands apart: ``1 234,5``. At most three decimals, or exactly ``decimals``."""
        if isinstance(value, int) and not decimals:
            # The three languages agree here, and the first screen needs no more than this.
            digits = f"{abs(value):,}".replace(",", NO_BREAK_SPACE)
            return f"\N{MINUS SIGN}{digits}" if value < 0 else digits
        from babel.numbers import format_decimal

        pattern = "#,##0.###" if decimals is None else "#,##0." + "0" * decimals
        return format_decimal(value, format=pattern.rstrip("."), locale=self.language.locale)

    def percent(self, value: float | Decimal, decimals: int | None = None) -> str:
        """Write a share given in percent: 25 is ``25 %``."""
        return f"{self.number(value, decimals)}{NO_BREAK_SPACE}%"

    def money(self, amount: float | Decimal, currency: str, decimals: int = 0) -> str:
        """Write an amount: ``1 000 kr`` in the language's own currency, ``1 000 NOK`` in another."""
        whole = round(amount) if decimals == 0 else amount
        unit = "kr" if _HOME_CURRENCY[self.language] == currency else currency
        return f"{self.number(whole, decimals)}{NO_BREAK_SPACE}{unit}"

    def short_date(self, day: date) -> str:
        """Write a date in figures: ``2026-03-02`` in Swedish, ``02.03.2026`` in Norwegian."""
        if self.language is Language.SWEDISH:
            return f"{day:%Y-%m-%d}"
        return f"{day:%d.%m.%Y}"

    def kept_date(self, kept: str) -> str:
        """Write a date that is kept as text: ``2026-03-02`` in figures, ``2026-03`` as a month, and what is neither as it stands."""
        from datetime import date

        try:
            return self.short_date(date.fromisoformat(kept))
        except ValueError:
            whole = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", kept)
            return self.month(date(int(whole[1]), int(whole[2]), 1)) if whole else kept

    def ordinal(self, number: int) -> str:
        """Write which in a row: ``2:a``, ``3:e``, ``12:e`` and ``21:a`` in Swedish, ``3.`` in Norwegian."""
        if self.language is not Language.SWEDISH:
            return f"{self.number(number)}."
        return f"{self.number(number)}:{'a' if number % 10 in {1, 2} and number % 100 not in {11, 12} else 'e'}"

    def long_date(self, day: date) -> str:
        """Write a date in words: ``2 mars 2026`` or ``2. mars 2026``."""
        return self._babel_date(day, "long")

    def date_with_weekday(self, day: date) -> str:
        """Write a date with its weekday: ``måndag 2 mars 2026``."""
        return self._babel_date(day, "full")

    def month(self, day: date) -> str:
        """Write the month a day is in: ``mars 2026``."""
        return self._babel_date(day, "LLLL y")

    def month_name(self, day: date) -> str:
        """Write the name of the month a day is in, without the year: ``mars``."""
        return self._babel_date(day, "LLLL")

    def all_of(self, items: Iterable[str]) -> str:
        """Join words: ``a, b och c``."""
        return self._babel_list(items, "standard")

    def one_of(self, items: Iterable[str]) -> str:
        """Join words: ``a, b eller c``."""
        return self._babel_list(items, "or")

    def _babel_date(self, day: date, pattern: str) -> str:
        from babel.dates import format_date

        return format_date(day, pattern, locale=self.language.locale)

    def _babel_list(self, items: Iterable[str], style: Literal["standard", "or"]) -> str:
        from babel.lists import format_list

        return format_list(list(items), style=style, locale=self.language.locale)
