"""The kinds of things a change can touch, as the store tells them after it has saved."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """A kind of thing the store keeps."""

    PURCHASES = "purchases"
    GROUPS = "groups"
    ANSWERS = "answers"
    DECISIONS = "decisions"
    RISKS = "risks"
    SETTINGS = "settings"
    CONTRACTS = "contracts"
    ACTIVITIES = "activities"
    OUTCOMES = "outcomes"
    LISTS = "lists"
    MEETINGS = "meetings"
    MATTERS = "matters"
    PROMISES = "promises"
    EVIDENCE = "evidence"
    TEMPLATES = "templates"
    CHAIN = "chain"
    QUESTIONNAIRES = "questionnaires"
    EMPLOYMENT = "employment"
    DEVIATIONS = "deviations"
    FINDINGS = "findings"
    OWN = "own"


OF_PURCHASES = frozenset({Kind.PURCHASES, Kind.GROUPS, Kind.ANSWERS, Kind.DECISIONS, Kind.RISKS})
"""What belongs to a purchase, and alters when that purchase was last changed."""
OF_CONTRACTS = frozenset(Kind) - OF_PURCHASES - {Kind.SETTINGS, Kind.LISTS, Kind.TEMPLATES, Kind.OWN}
"""What belongs to a contract."""


Listener: TypeAlias = Callable[[frozenset[Kind]], None]
