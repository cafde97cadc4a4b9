"""What a finding fits on a contract, and the check that a reuse makes lighter: never lost, and given back when the decision is changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.followup.test_reuse import finding, ours
from tests.purchases.contract_samples import activity, supplier

from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.contract import Supplier
from kravkompass.followup.lightening import lightened, next_check, restored, with_reuse
from kravkompass.followup.reuse import Fit, fits
from kravkompass.followup.shared_finding import TakenOver, Use, number_key

MINE = [
    ours(),
    ours(id="r2", requirement="SE-FOOD-52", number="K02"),
    ours(id="r3", requirement="OWN-001", feature="own-1"),
    ours(id="r4", requirement="SE-FOOD-60", feature="other", lots=("2",)),
]
THEM = [replace(supplier("c"), id="s"), replace(supplier("c", "Annat AB"), id="s2", number="556111-1111")]


def fitting(**changes: object) -> list[tuple[str, str]]:
    agreed = replace(finding().agreed, **changes)  # type: ignore[arg-type]
    return [(fit.requirement.id, fit.supplier.id) for fit in fits(finding(agreed=agreed), MINE, THEM)]


def test_a_finding_fits_the_same_requirement_or_else_the_same_thing_at_the_same_supplier() -> None:
    assert fitting() == [("r", "s")]
    assert fitting(requirement="NO-MAT-01") == [("r", "s"), ("r2", "s")]
    assert fitting(requirement="NO-MAT-01", feature="") == []
    assert fitting(requirement="SE-FOOD-60", feature="other") == [], "another lot"
    assert fitting(requirement="SE-FOOD-51", feature="renamed") == [("r", "s")]


def test_own_requirements_of_two_municipalities_share_numbers_but_not_meaning() -> None:
    assert fitting(requirement="OWN-001", feature="own-1") == [("r3", "s")]
    assert fitting(requirement="OWN-001", feature="own-9") == []


def test_a_supplier_without_a_number_fits_nothing() -> None:
    nameless = replace(THEM[0], number="")
    assert fits(finding(number=""), MINE, [nameless]) == ()


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("556000-0000", "5560000000"),
        ("SE556000000001", "5560000000"),
        ("DE 811 907 980", "de811907980"),
        ("923 456 789 MVA", "923456789"),
        ("NO 923456789", "923456789"),
        ("", ""),
    ],
)
def test_organisation_numbers_are_known_however_they_are_written(written: str, plain: str) -> None:
    assert number_key(written) == plain


def check(identity: str, day: date, **changes: object) -> KeptActivity:
    fields: dict[str, object] = {
        "id": identity,
        "requirements": ("r", "r2"),
        "supplier": "",
        "note": "",
        "minutes": 75,
        **changes,
    }
    return activity("c", day, **fields)


FIT = Fit(finding(), MINE[0], THEM[0])


def test_the_earliest_planned_check_becomes_lighter() -> None:
    checks = [
        check("done", date(2028, 1, 1), state=State.DONE),
        check("late", date(2029, 1, 1)),
        check("next", date(2028, 6, 1)),
        check("else", date(2028, 2, 1), requirements=("r2",)),
        check("theirs", date(2028, 2, 1), supplier="s2"),
    ]
    assert next_check(FIT, checks, THEM[:1]) == checks[2]
    assert next_check(FIT, checks[:1], THEM[:1]) is None


def test_a_check_that_also_concerns_another_supplier_stays() -> None:
    both: list[Supplier] = [THEM[0], replace(THEM[1], lots=())]
    assert next_check(FIT, [check("next", date(2028, 6, 1))], both) is None
    own = check("own", date(2028, 7, 1), supplier="s")
    assert next_check(FIT, [own], both) == own


def test_lighter_and_back_again() -> None:
    whole = check("next", date(2028, 6, 1))
    lighter, spared = lightened(whole, MINE[0], "K01: Grannköping")
    assert (lighter.requirements, lighter.minutes, lighter.state) == (("r2",), 45, State.PLANNED)
    assert (spared.activity, spared.minutes) == ("next", 30)
    assert "Grannköping" in lighter.note
    back = restored(lighter, MINE[0], spared)
    assert (set(back.requirements), back.minutes) == ({"r", "r2"}, 75)
    assert restored(back, MINE[0], spared) == back


def test_a_check_with_nothing_left_is_dropped_with_the_reason_and_can_come_back() -> None:
    only = check("next", date(2028, 6, 1), requirements=("r",))
    lighter, spared = lightened(only, MINE[0], "K01: Grannköping")
    assert (lighter.state, lighter.reason, lighter.minutes) == (State.DROPPED, "K01: Grannköping", 0)
    assert lighter.requirements == (), "it is not said to be left out"
    back = restored(lighter, MINE[0], spared)
    assert (back.state, back.requirements, back.minutes) == (State.PLANNED, ("r",), 75)


def test_a_check_done_since_is_left_alone() -> None:
    lighter, spared = lightened(check("next", date(2028, 6, 1)), MINE[0], "K01")
    done = replace(lighter, state=State.DONE)
    assert restored(done, MINE[0], spared) == done


def test_a_plan_laid_out_anew_does_not_give_back_what_was_spared() -> None:
    whole, alone = check("next", date(2028, 6, 1)), check("only", date(2028, 9, 1), requirements=("r",))
    lighter, spared = lightened(whole, MINE[0], "K01")
    taken = TakenOver("t", "c", "f", "r", "s", Use.REUSE, Use.REUSE, date(2028, 3, 15), spared=(spared,))
    (anew, other) = with_reuse([whole, alone], [taken])
    assert (anew.requirements, anew.minutes) == (lighter.requirements, lighter.minutes)
    assert other == alone, "another check"
    assert with_reuse([whole], []) == (whole,)
