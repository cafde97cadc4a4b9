"""The municipality's profile, and the amounts of law the buyer confirms herself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kravkompass.catalog.municipalities import find
from kravkompass.catalog.rules import Rule, RuleRow
from kravkompass.catalog.terms import Country, Level, Theme
from kravkompass.guidance.profile import NO_PROFILE, Profile
from kravkompass.language import Language
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.profile_file import parse_profile, profile_content, read_profile, ready_made, write_profile

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.catalog.municipalities import Municipality as Known
    from kravkompass.purchases.settings import Settings
    from kravkompass.purchases.store import Store

KEPT_AS = Path("profile")


def profile_of(settings: Settings) -> Profile:
    """Give the profile in the settings; an empty one when none has been made."""
    kept = parse_profile(settings.profile.encode(), Language.SWEDISH, KEPT_AS) if settings.profile else NO_PROFILE
    return replace(kept, confirmed=confirmed_of(settings))


def confirmed_of(settings: Settings) -> Mapping[str, float]:
    """Give the amounts of law the user has confirmed, by rule."""
    try:
        return msgspec.json.decode(settings.confirmed, type=dict[str, float]) if settings.confirmed else {}
    except msgspec.DecodeError:
        return {}


class Municipality:
    """The profile and the confirmed amounts, as kept in the settings."""

    kinds = frozenset({Kind.SETTINGS})

    def __init__(self, store: Callable[[], Store], catalog: Callable[[], Catalog], today: Callable[[], date]) -> None:
        self._store = store
        self._catalog = catalog
        self._today = today

    def settings(self) -> Settings:
        """Give the settings."""
        return self._store().settings()

    def profile(self) -> Profile:
        """Give the profile."""
        return profile_of(self.settings())

    def ready_made(self, language: Language) -> tuple[Profile, ...]:
        """Give the profiles in the box."""
        return ready_made(language)

    def take(self, profile: Profile) -> None:
        """Take a profile as the municipality's own."""
        self._keep(profile=profile_content(profile, people=True).decode())

    def set_priority(self, theme: Theme, *, on: bool) -> None:
        """Give a theme priority, or take the priority away."""
        before = self.profile()
        kept = tuple(one for one in before.priorities if one is not theme)
        self.take(replace(before, priorities=(*kept, theme) if on else kept))

    def set_level(self, theme: Theme, level: Level) -> None:
        """Say how far the municipality usually goes in a theme."""
        before = self.profile()
        self.take(replace(before, levels={**before.levels, theme: level}))

    def describe(self, name: str | None = None, goals: str | None = None, hours: int | None = None) -> None:
        """Say the profile's name, the municipality's own goals, or the hours a year for follow-up."""
        before = self.profile()
        self.take(
            replace(
                before,
                name=before.name if name is None else name,
                goals=before.goals if goals is None else goals,
                hours=before.hours if hours is None else hours,
            )
        )

    def set_organisation(self, organisation: str) -> None:
        """Say the municipality's name, which new purchases begin with."""
        self._keep(organisation=organisation)

    def organisations(self, words: str) -> tuple[Known, ...]:
        """Find municipalities of both countries by name."""
        return find(words, self._catalog().municipalities)

    def set_name(self, name: str) -> None:
        """Say the buyer's name, which new purchases and decisions begin with."""
        self._keep(name=name)

    def read(self, file: Path, language: Language) -> None:
        """Take a profile from a file."""
        self.take(read_profile(file, language))

    def write(self, file: Path) -> None:
        """Write the profile to a file, without the contact's name."""
        write_profile(self.profile(), file)

    def rules(self, country: Country) -> tuple[tuple[Rule, RuleRow | None, float | None], ...]:
        """Give a country's rules with the row in force today and the amount the user has confirmed."""
        confirmed = confirmed_of(self.settings())
        of_country = (rule for rule in self._catalog().rules.by_id.values() if rule.country is country)
        return tuple((rule, rule.on(self._today()), confirmed.get(rule.id)) for rule in of_country)

    def confirm(self, rule: str, amount: float | None) -> None:
        """Confirm or correct an amount; nothing goes back to ours."""
        kept = {name: value for name, value in confirmed_of(self.settings()).items() if name != rule}
        if amount is not None:
            kept[rule] = amount
        self._keep(confirmed=msgspec.json.encode(kept).decode() if kept else "")

    def _keep(self, **values: str) -> None:
        with self._store().change() as change:
            change.keep_settings(replace(self.settings(), **values))
