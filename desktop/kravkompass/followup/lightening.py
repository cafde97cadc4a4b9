"""The planned check that a finding from another municipality makes lighter: never silently, and given back when the decision is changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.contract import FrozenRequirement, Supplier
from kravkompass.followup.reuse import Fit
from kravkompass.followup.shared_finding import Spared, TakenOver


def next_check(fit: Fit, activities: Iterable[KeptActivity], suppliers: Sequence[Supplier]) -> KeptActivity | None:
    """Find the planned check that a reuse makes lighter: the earliest one of the requirement at the supplier.

    None when there is none, or when the earliest one also concerns another supplier, whom the finding says nothing about.
    """
    planned = [
        one
        for one in activities
        if one.state is State.PLANNED and fit.requirement.id in one.requirements and one.supplier in {"", fit.supplier.id}
    ]
    first = min(planned, key=lambda one: (one.day, one.id), default=None)
    others = any(other.id != fit.supplier.id and fit.requirement.holds_for(other) for other in suppliers)
    return None if first is None or (not first.supplier and others) else first


def lightened(activity: KeptActivity, requirement: FrozenRequirement, reason: str) -> tuple[KeptActivity, Spared]:
    """Take a requirement out of a planned activity, with its minutes; an activity with nothing left to check is dropped, with the reason."""
    left = tuple(one for one in activity.requirements if one != requirement.id)
    minutes = min(requirement.follow_up.minutes, activity.minutes) if left else activity.minutes
    lighter = replace(activity, requirements=left, minutes=activity.minutes - minutes, note=_with_line(activity.note, reason))
    if not left:
        lighter = replace(lighter, state=State.DROPPED, reason=reason)
    return lighter, Spared(activity.id, activity.key, activity.supplier, minutes)


def restored(activity: KeptActivity, requirement: FrozenRequirement, spared: Spared) -> KeptActivity:
    """Give a lightened activity back what it was spared; one that has been done since stays as it is."""
    emptied = activity.state is State.DROPPED and not activity.requirements
    if requirement.id in activity.requirements or not (emptied or activity.state is State.PLANNED):
        return activity
    whole = replace(activity, requirements=(*activity.requirements, requirement.id), minutes=activity.minutes + spared.minutes)
    return replace(whole, state=State.PLANNED, reason="") if emptied else whole


def with_reuse(activities: Iterable[KeptActivity], taken: Iterable[TakenOver]) -> tuple[KeptActivity, ...]:
    """Give a plan that was laid out anew without what was spared by reuse. An activity that had nothing left was dropped, and stays as laid out."""
    spared: dict[tuple[str, str], dict[str, int]] = {}
    for each in taken:
        for one in each.spared:
            spared.setdefault((one.key, one.supplier), {})[each.requirement] = one.minutes
    return tuple(_without(one, spared.get((one.key, one.supplier), {})) for one in activities)


def _without(activity: KeptActivity, spared: Mapping[str, int]) -> KeptActivity:
    left = tuple(one for one in activity.requirements if one not in spared)
    if not left or len(left) == len(activity.requirements):
        return activity
    minutes = sum(spared[one] for one in activity.requirements if one in spared)
    return replace(activity, requirements=left, minutes=max(activity.minutes - minutes, 0))


def _with_line(note: str, line: str) -> str:
    return f"{note}\n{line}" if note else line
