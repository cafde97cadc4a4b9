"""A contract's requirements, activities, promises and deviations, made short for tests of the rules of meetings."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.purchases.contract_samples import activity, frozen, outcome
from tests.purchases.meeting_samples import promise

from kravkompass.catalog.requirement import FollowUp
from kravkompass.catalog.terms import Effort, Interval, Method, Severity, Stage, Who
from kravkompass.followup.activity import KeptActivity, Outcome, State, Status
from kravkompass.followup.contract import FrozenRequirement, Supplier
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.meeting import Promise, PromiseState
from kravkompass.followup.planning import Occasion

DAY = date(2027, 9, 1)
FRUIT = Supplier("fruit", "c", "Frukt AB", lots=("1",))
GREENS = Supplier("greens", "c", "Grönt AB", lots=("2",))
ALL = Supplier("all", "c", "Allt AB")


def required(number: str, severity: Severity = Severity.ORDINARY, *, statutory: bool = False, lots: tuple[str, ...] = ()) -> FrozenRequirement:
    """A requirement whose id is its number in small letters."""
    follow_up = FollowUp(Stage.DURING, Method.MEETING, Interval.YEARLY, Who.BUYER, 30, Effort.LOW, severity)
    return frozen("c", number, id=number.lower(), follow_up=follow_up, statutory=statutory, lots=lots)


def planned(*requirements: str, day: date = DAY, **changes: Any) -> KeptActivity:  # noqa: ANN401 - the fields of an activity
    """A planned activity that checks these requirements."""
    fields: dict[str, Any] = {
        "id": f"a {day} {' '.join(requirements)}",
        "requirements": requirements,
        "methods": (Method.MEETING,),
        "supplier": "",
        "done": None,
        "used": None,
        "state": State.PLANNED,
        "minutes": 30,
    }
    return activity("c", day, **{**fields, **changes})


def start_meeting(*requirements: str, **changes: Any) -> KeptActivity:  # noqa: ANN401 - the fields of an activity
    """The start meeting of the plan."""
    return planned(*requirements, occasion=Occasion.START_MEETING, methods=(), **{"id": "start", **changes})


def found(requirement: str, status: Status, supplier: str = "all", day: date = date(2027, 3, 1), **changes: object) -> Outcome:
    """An outcome of an earlier check."""
    return outcome("c", requirement, id=f"o {requirement} {day}", supplier=supplier, status=status, day=day, **changes)


def promised(name: str, supplier: str = "all", **changes: object) -> Promise:
    """An open promise with an id."""
    fields: dict[str, object] = {"id": name, "supplier": supplier, "state": PromiseState.OPEN, "done": None, "requirement": "", "deviation": ""}
    return promise("c", **{**fields, **changes})


def deviating(name: str, requirement: str = "", supplier: str = "all", **changes: object) -> Deviation:
    """A deviation with an id."""
    return Deviation(**{"id": name, "contract": "c", "supplier": supplier, "requirement": requirement, "found": date(2027, 5, 1), "what": name, **changes})  # type: ignore[arg-type]
