"""A purchase as the rules see it: what is bought, what is known about it, and what has been decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import Country, RiskArea, RiskLevel, Theme
from kravkompass.guidance.facts import Facts


class Verdict(StrEnum):
    """What the buyer decided about a requirement."""

    CHOSEN = "chosen"
    ADAPTED = "adapted"
    LEFT_OUT = "left-out"


class LeftOutReason(StrEnum):
    """The short list of reasons for leaving a requirement out."""

    NOT_RELEVANT = "not-relevant"
    COVERED = "covered"
    NOT_PROPORTIONATE = "not-proportionate"
    MARKET = "market"
    NO_FOLLOW_UP = "no-follow-up"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about one requirement, and why.

    The revision and the wording taken are kept, so that a later catalog never changes a purchase. ``values`` are the parameters
    as filled in; ``wording`` holds an adapted demand by language (empty: the catalog's own); ``lots`` are the ids of the only
    lots it holds for (empty: every lot it fits); ``taken_from`` names the earlier purchase or the template it came from.
    """

    requirement: str
    revision: int
    verdict: Verdict
    values: Mapping[str, str | int | float] = field(default_factory=dict)
    reason_code: str = ""
    reason: str = ""
    wording: Mapping[str, str] = field(default_factory=dict)
    decided_by: str = ""
    decided_at: str = ""
    lots: tuple[str, ...] = ()
    taken_from: str = ""

    @property
    def is_in(self) -> bool:
        """Whether the requirement stands on the list."""
        return self.verdict is not Verdict.LEFT_OUT


@dataclass(frozen=True, slots=True)
class RiskOverride:
    """The buyer's own view of a risk, with the written reason for it."""

    area: RiskArea
    level: RiskLevel
    reason: str


@dataclass(frozen=True, slots=True)
class Lot:
    """A part of a purchase that is awarded by itself.

    ``id`` is its own within the purchase and stays with it when lots are moved; its number is its place among the lots, from 1.
    ``value`` is in the country's currency ex VAT; None while it is not said.
    """

    id: str
    title: str = ""
    groups: tuple[str, ...] = ()
    value: int | float | None = None


@dataclass(frozen=True, slots=True)
class Purchase:
    """One purchase. ``id`` is a UUID; ``created`` and ``changed`` are ISO times; ``version`` counts the changes.

    With lots, ``groups`` are those of all its lots.
    """

    id: str
    country: Country
    title: str
    description: str = ""
    organisation: str = ""
    reference: str = ""
    buyer: str = ""
    supplier: str = ""
    groups: tuple[str, ...] = ()
    lots: tuple[Lot, ...] = ()
    cpv: tuple[str, ...] = ()
    facts: Facts = field(default_factory=Facts)
    borrowed: Mapping[str, str] = field(default_factory=dict)
    """Answers that nobody has given here: the title of the earlier purchase each comes from, by question."""
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    risks: Mapping[RiskArea, RiskOverride] = field(default_factory=dict)
    taken: Mapping[str, Requirement] = field(default_factory=dict)
    """Requirements as they stood when they were decided about, by id, as far as that is kept."""
    page: str = ""
    example: str = ""
    created: str = ""
    changed: str = ""
    version: int = 1

    def as_taken(self, name: str, current: Requirement | None) -> Requirement | None:
        """Give a requirement as it stood when it was decided about: a later revision never slips into a purchase.

        ``current`` is the one there is now; it is given for what has not been decided about, and where nothing older is kept.
        """
        decision, kept = self.decisions.get(name), self.taken.get(name)
        if kept is not None and kept.country is not self.country:
            return current
        if decision is None or kept is None or kept.revision != decision.revision:
            return current or kept
        return current if current is not None and current.revision == decision.revision else kept


def theme_reason(theme: Theme) -> str:
    """Give the name of the fact that says, in the buyer's words, why nothing in a theme was chosen."""
    return f"theme-{theme.value}-none"
