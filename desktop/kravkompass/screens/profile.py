"""The municipality's profile, and the amounts of law the buyer confirms herself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kravkompass.catalog.municipalities import find
from kravkompass.catalog.rules import Rule, RuleRow
from kravkompass.catalog.terms import Country, Level, Theme
from kravkompass.guidance.own import State
from kravkompass.guidance.profile import NO_PROFILE, Contact, Profile
from kravkompass.language import Language
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.logo_file import forget_logo, keep_logo, kept_logo
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


def whole_profile(store: Store) -> Profile:
    """Give the profile with all that is kept beside the settings: the municipality's own requirements, and its logo."""
    kept = store.own_requirements()
    return replace(
        profile_of(store.settings()),
        own=tuple(replace(one.requirement, retired=one.state is not State.ACTIVE) for one in kept),
        standard=frozenset(one.requirement.id for one in kept if one.standard),
        logo=kept_logo(store.file.parent),
    )


def confirmed_of(settings: Settings) -> Mapping[str, float]:
    """Give the amounts of law the user has confirmed, by rule."""
    try:
        return msgspec.json.decode(settings.confirmed, type=dict[str, float]) if settings.confirmed else {}
    except msgspec.DecodeError:
        return {}


class Municipality:
    """The profile and the confirmed amounts, as kept in the settings."""

    kinds = frozenset({Kind.SETTINGS, Kind.OWN})

    def __init__(self, store: Callable[[], Store], catalog: Callable[[], Catalog], today: Callable[[], date]) -> None:
        self._store = store
        self._catalog = catalog
        self._today = today

    def settings(self) -> Settings:
        """Give the settings."""
        return self._store().settings()

    def profile(self) -> Profile:
        """Give the profile."""
        return whole_profile(self._store())

    def ready_made(self, language: Language) -> tuple[Profile, ...]:
        """Give the profiles in the box."""
        return ready_made(language)

    def take(self, profile: Profile) -> None:
        """Take a profile as the municipality's own. Its own requirements come beside those there are; people stay who they are.

        Where the profile names contacts, or says a goal, they take the place of the old ones.
        """
        before = self.profile()
        kept = replace(
            profile,
            goals=profile.goals or before.goals,
            theme_goals=profile.theme_goals or before.theme_goals,
            contacts=profile.contacts or before.contacts,
        )
        with self._store().change() as change:
            for one in profile.own:
                change.own.bring(one, State.ACTIVE, standard=one.id in profile.standard)
            change.keep_settings(replace(self.settings(), profile=_content(kept)))

    def set_priority(self, theme: Theme, *, on: bool) -> None:
        """Give a theme priority, or take the priority away."""
        before = self.profile()
        kept = tuple(one for one in before.priorities if one is not theme)
        self._keep_profile(replace(before, priorities=(*kept, theme) if on else kept))

    def set_level(self, theme: Theme, level: Level) -> None:
        """Say how far the municipality usually goes in a theme."""
        before = self.profile()
        self._keep_profile(replace(before, levels={**before.levels, theme: level}))

    def set_goal(self, theme: Theme, goal: str) -> None:
        """Say the municipality's own goal in a theme; an empty one takes it away."""
        before = self.profile()
        goals = {**before.theme_goals, theme: goal.strip()}
        self._keep_profile(replace(before, theme_goals={one: words for one, words in goals.items() if words}))

    def set_contacts(self, contacts: Sequence[Contact]) -> None:
        """Say whom suppliers and colleagues can turn to; those without a name are left out."""
        self._keep_profile(replace(self.profile(), contacts=tuple(one for one in contacts if one.name.strip())))

    def describe(self, name: str | None = None, goals: str | None = None, hours: int | None = None) -> None:
        """Say the profile's name, the municipality's own goals, or the hours a year for follow-up."""
        before = self.profile()
        self._keep_profile(
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

    def set_logo(self, file: Path) -> None:
        """Take a picture as the municipality's logo, which every document then carries.

        Raises:
            KnownError: the file cannot be read, is no PNG or JPEG picture, or is too large.
        """
        from kravkompass.documents.pdf.logo import logo_in

        keep_logo(self._store().file.parent, logo_in(file))

    def remove_logo(self) -> None:
        """Make documents without a logo again."""
        forget_logo(self._store().file.parent)

    def read(self, file: Path, language: Language) -> None:
        """Take a profile from a file."""
        self.take(read_profile(file, language))

    def write(self, file: Path, *, people: bool = False) -> None:
        """Write the profile to a file; with the names of people only when asked for."""
        write_profile(self.profile(), file, people=people)

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

    def _keep_profile(self, profile: Profile) -> None:
        self._keep(profile=_content(profile))

    def _keep(self, **values: str) -> None:
        with self._store().change() as change:
            change.keep_settings(replace(self.settings(), **values))


def _content(profile: Profile) -> str:
    """Give a profile as the settings keep it: own requirements and the logo have places of their own."""
    return profile_content(replace(profile, own=(), standard=frozenset()), people=True).decode()
