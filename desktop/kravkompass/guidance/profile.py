"""The municipality's profile: what it gives priority to, how far it usually goes, and the hours it has for follow-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kravkompass.catalog.terms import Level, Theme


@dataclass(frozen=True, slots=True)
class Profile:
    """What a municipality wants of its purchases. ``hours`` are the buyer's hours a year for follow-up; 0 when not said."""

    name: str = ""
    about: str = ""
    priorities: tuple[Theme, ...] = ()
    levels: Mapping[Theme, Level] = field(default_factory=dict)
    hours: int = 0
    goals: str = ""
    contact: str = ""
    confirmed: Mapping[str, float] = field(default_factory=dict)
    """Amounts of law the buyer has confirmed or corrected, by rule (SEK or NOK ex VAT, percent …)."""

    def wants(self, theme: Theme, level: Level) -> bool:
        """Whether the profile asks for this level in a theme."""
        return self.levels.get(theme, Level.BASE).height >= level.height

    def gives_priority(self, theme: Theme) -> bool:
        """Whether a theme is among the municipality's priorities."""
        return theme in self.priorities


NO_PROFILE = Profile()
