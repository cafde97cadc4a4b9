"""Nothing is asked twice: answers that an earlier purchase of the same kind has given already, for the buyer to see and change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kravkompass.guidance.facts import Answer
from kravkompass.guidance.purchase import Purchase

LENGTHS = ("contract-months", "extension-months")
JUDGED = frozenset({"labour-risk"})
"""Questions whose answer is an assessment of the one purchase, which the law wants made each time."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An answer from an earlier purchase, with that purchase's title."""

    answer: Answer
    source: str


def borrowed_for(purchase: Purchase, earlier: Sequence[Purchase], questions: Iterable[str]) -> Mapping[str, Earlier]:
    """Give an answer to each question that is open and that an earlier purchase of the same kind has answered, the latest first.

    Of the same kind is one in the same country that shares a product group. What was borrowed there is not borrowed again, and
    neither are assessments, amounts and days.
    """
    alike = [one for one in earlier if one.country is purchase.country and set(one.groups) & set(purchase.groups) and not one.example]
    found: dict[str, Earlier] = {}
    for name in (*LENGTHS, *questions):
        if name in JUDGED or purchase.facts.get(name) is not None:
            continue
        for one in alike:
            answer = one.facts.get(name)
            if answer is not None and not one.facts.is_open(name) and name not in one.borrowed and one.title:
                found[name] = Earlier(answer, one.title)
                break
    return found
