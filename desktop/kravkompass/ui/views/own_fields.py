"""The fields of the form for an own requirement, declared: its texts, and what is chosen from the catalog's closed lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import (
    Country,
    Effort,
    Fulfilled,
    Interval,
    Kind,
    Level,
    Method,
    Place,
    Severity,
    Stage,
    Theme,
    Who,
)
from kravkompass.ui.widgets.choice import Alternative

if TYPE_CHECKING:
    from kravkompass.language import Translation

Said = Callable[["Translation"], str]


@dataclass(frozen=True, slots=True)
class Words:
    """A text: its name in the requirement's texts, its label, what helps to write it, and how many lines it shows."""

    name: str
    label: Said
    help: Said | str = ""
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice: the field it fills, its label, and the closed list it is made from."""

    name: str
    label: Said
    choices: type[StrEnum]


DEMANDED = (
    Words("title", lambda t: t.say("Title"), lambda t: t.say("A few words, such as “Return crates for fruit”."), 0),
    Words(
        "demand",
        lambda t: t.say("Demand"),
        lambda t: t.say("As it is to stand in the tender documents: one thing, that can be proved and followed up."),
        5,
    ),
    Words("why", lambda t: t.say("Why"), lambda t: t.say("For colleagues and suppliers who ask. From which decision or goal?")),
)
PROVED = (
    Words(
        "evidence", lambda t: t.say("Evidence"), lambda t: t.say("What the supplier shows. Accept several kinds of proof where you can."), 3
    ),
    Words("follow_up", lambda t: t.say("Follow-up"), lambda t: t.say("What you do to check it."), 3),
    Words("question", lambda t: t.say("Ask at the meeting"), lambda t: t.say("One open question to the supplier.")),
    Words("met", lambda t: t.say("Met"), lambda t: t.say("How you see that it is met.")),
    Words("partly", lambda t: t.say("Partly met")),
    Words("not_met", lambda t: t.say("Not met")),
)
SORTED = (
    Chosen("kind", lambda t: t.say("Kind"), Kind),
    Chosen("level", lambda t: t.say("Level"), Level),
    Chosen("theme", lambda t: t.say("Theme"), Theme),
    Chosen("fulfilled", lambda t: t.say("To be met"), Fulfilled),
)
CHECKED = (
    Chosen("method", lambda t: t.say("Method"), Method),
    Chosen("interval", lambda t: t.say("How often"), Interval),
    Chosen("stage", lambda t: t.say("Followed up first"), Stage),
    Chosen("who", lambda t: t.say("Who checks"), Who),
    Chosen("supplier_effort", lambda t: t.say("The supplier's work"), Effort),
    Chosen("severity", lambda t: t.say("A breach is"), Severity),
)


def alternatives(choices: type[StrEnum]) -> list[Alternative]:
    """Give the words of a closed list as answers."""
    return [_alternative(one) for one in choices]


def countries() -> list[Alternative]:
    """Give the countries as answers."""
    return alternatives(Country)


def places() -> list[Alternative]:
    """Give the parts of the tender documents as answers."""
    return alternatives(Place)


def _alternative(one: StrEnum) -> Alternative:
    return Alternative(one, lambda t: t.say(source_name(one)))
