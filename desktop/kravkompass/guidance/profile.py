"""The municipality's profile: what it gives priority to, how far it usually goes, and the hours it has for follow-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import Level, Theme


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody at the municipality whom suppliers and colleagues can turn to, in their role at work."""

    name: str
    role: str = ""
    email: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a municipality wants of its purchases. ``hours`` are the buyer's hours a year for follow-up; 0 when not said."""

    name: str = ""
    about: str = ""
    priorities: tuple[Theme, ...] = ()
    levels: Mapping[Theme, Level] = field(default_factory=dict)
    hours: int = 0
    goals: str = ""
    theme_goals: Mapping[Theme, str] = field(default_factory=dict)
    contacts: tuple[Contact, ...] = ()
    confirmed: Mapping[str, float] = field(default_factory=dict)
    """Amounts of law the buyer has confirmed or corrected, by rule (SEK or NOK ex VAT, percent …)."""
    own: tuple[Requirement, ...] = ()
    """The municipality's own requirements; those it has given up are marked as retired."""
    standard: frozenset[str] = frozenset()
    """The ids of the own requirements that are proposed in every purchase they fit."""
    logo: bytes = b""
    """A PNG picture."""

    def wants(self, theme: Theme, level: Level) -> bool:
        """Whether the profile asks for this level in a theme."""
        return self.levels.get(theme, Level.BASE).height >= level.height

    def gives_priority(self, theme: Theme) -> bool:
        """Whether a theme is among the municipality's priorities."""
        return theme in self.priorities


NO_PROFILE = Profile()
