"""What a chosen or proposed requirement puts aside: the level it replaces, and what cannot stand beside it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.guidance.made import decision, guided, left_out, purchase, requirement

from kravkompass.catalog.requirement import Relations, Requirement
from kravkompass.catalog.terms import Level, Priority
from kravkompass.guidance.purchase import Purchase
from kravkompass.guidance.reasons import Code, Reason
from kravkompass.guidance.recommending import Recommendation, Standing

RECOMMENDED, OFFERED, WAITING = Standing


def found(bought: Purchase, *requirements: Requirement) -> dict[str, Recommendation]:
    return {one.requirement.id: one for one in guided(bought, *requirements).recommendations}


LOWER = requirement("SE-X-01", priority=Priority.CORE)
HIGHER = requirement("SE-X-02", priority=Priority.CORE, level=Level.ADVANCED, relations=Relations(replaces=("SE-X-01",)))


def standings(bought: Purchase, *requirements: Requirement) -> dict[str, Standing]:
    return {name: each.standing for name, each in found(bought, *requirements).items()}


def test_the_higher_level_replaces_the_lower_one_and_says_so() -> None:
    both = found(purchase(), LOWER, HIGHER)
    assert (both["SE-X-01"].standing, both["SE-X-02"].standing) == (OFFERED, RECOMMENDED)
    assert both["SE-X-01"].reasons[0] == Reason(Code.REPLACED, {"other": "SE-X-02"})


def test_what_is_only_offered_replaces_nothing() -> None:
    extra = requirement("SE-X-02", priority=Priority.EXTRA, relations=Relations(replaces=("SE-X-01",)))
    assert standings(purchase(), LOWER, extra) == {"SE-X-01": RECOMMENDED, "SE-X-02": OFFERED}


def test_what_the_buyer_chooses_replaces_what_was_proposed() -> None:
    extra = requirement("SE-X-02", priority=Priority.EXTRA, relations=Relations(replaces=("SE-X-01",)))
    assert standings(purchase(decision("SE-X-02")), LOWER, extra) == {"SE-X-01": OFFERED, "SE-X-02": OFFERED}


def test_what_the_buyer_leaves_out_replaces_nothing() -> None:
    assert standings(purchase(left_out("SE-X-02")), LOWER, HIGHER) == {"SE-X-01": RECOMMENDED, "SE-X-02": RECOMMENDED}


def test_what_would_replace_the_buyers_own_choice_is_not_proposed_beside_it() -> None:
    assert standings(purchase(decision("SE-X-01")), LOWER, HIGHER) == {"SE-X-01": RECOMMENDED, "SE-X-02": OFFERED}


def test_only_the_law_replaces_the_law() -> None:
    by_law = requirement("SE-X-01", statutory=True)
    law_too = requirement("SE-X-03", statutory=True, relations=Relations(replaces=("SE-X-01",)))
    assert standings(purchase(), by_law, HIGHER) == {"SE-X-01": RECOMMENDED, "SE-X-02": OFFERED}
    assert standings(purchase(decision("SE-X-02")), by_law, HIGHER)["SE-X-01"] is RECOMMENDED
    assert standings(purchase(), by_law, law_too) == {"SE-X-01": OFFERED, "SE-X-03": RECOMMENDED}


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({"statutory": True, "priority": Priority.EXTRA}, "SE-X-02"),
        ({"level": Level.ADVANCED, "priority": Priority.CORE}, "SE-X-02"),
        ({"priority": Priority.CORE}, "SE-X-02"),
        ({"priority": Priority.EXTRA}, "SE-X-01"),
    ],
)
def test_the_stronger_of_two_that_cannot_stand_together_is_kept(changes: dict[str, Any], kept: str, turned: bool) -> None:
    first, second = requirement("SE-X-01"), requirement("SE-X-02", **changes)
    relations = Relations(excludes=("SE-X-01",))
    other = Relations(excludes=("SE-X-02",))
    pair = (first, requirement("SE-X-02", **changes, relations=relations))
    if turned:
        pair = (requirement("SE-X-01", relations=other), second)
    proposed = {name for name, standing in standings(purchase(), *pair).items() if standing is RECOMMENDED}
    assert proposed == {kept}


def test_the_buyers_choice_excludes_what_was_proposed() -> None:
    strong = requirement("SE-X-01", priority=Priority.CORE)
    weak = requirement("SE-X-02", priority=Priority.EXTRA, relations=Relations(excludes=("SE-X-01",)))
    both = found(purchase(decision("SE-X-02")), strong, weak)
    assert both["SE-X-01"].standing is OFFERED
    assert both["SE-X-01"].reasons[0] == Reason(Code.EXCLUDED, {"other": "SE-X-02"})
