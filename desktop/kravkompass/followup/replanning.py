"""The plan laid out anew over the one that is kept: what was done, moved or dropped stays, new things come, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.laying_out import Gap, LaidOut, Why
from kravkompass.followup.planning import Occasion

_Identity = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Replanned:
    """What to do with the kept plan so that it fits the contract: add these (without ids), alter these, take these away."""

    added: tuple[KeptActivity, ...] = ()
    altered: tuple[KeptActivity, ...] = ()
    taken: tuple[KeptActivity, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.added or self.altered or self.taken)

    def about(self, key: str) -> Replanned:
        """Give only what concerns activities with a key."""
        return Replanned(*(tuple(one for one in part if one.key == key) for part in (self.added, self.altered, self.taken)))


def is_moved(activity: KeptActivity) -> bool:
    """Whether the buyer has moved an activity. A holiday that moved it leaves no reason: that one can be seen from the days."""
    return bool(activity.reason) and activity.state is not State.DROPPED


def replan(kept: Sequence[KeptActivity], laid_out: LaidOut) -> Replanned:
    """Compare the kept activities with the plan laid out from the contract as it stands.

    Kept as they are: what is done or dropped, and the buyer's own. What she moved keeps its day, whatever becomes of the contract.
    Other planned ones follow the plan, and are taken away when they are no longer in it. A decision about an extension that has been
    taken is done. An activity from before the contract had a supplier counts as the first supplier's. Evidence that has got another last
    day is asked for anew, though it was asked for before the earlier one.
    """
    wanted = {(one.key, one.supplier): one for one in laid_out.activities}
    there = _by_identity(kept, wanted)
    altered, taken = [], []
    for identity, one in there.items():
        if one.state is not State.PLANNED:
            continue
        if (day := laid_out.decided.get(one.key)) is not None:
            altered.append(replace(one, state=State.DONE, done=day))
        elif (now := wanted.get(identity)) is not None:
            altered.append(_following(one, now))
        elif not is_moved(one):
            taken.append(one)
    taken += [one for one in kept if _is_settled(one, there) and not is_moved(one)]
    before = {one.id: one for one in kept}
    return Replanned(
        tuple(one for identity, one in wanted.items() if identity not in there),
        tuple(one for one in altered if one != before[one.id]),
        tuple(taken),
    )


def _by_identity(kept: Iterable[KeptActivity], wanted: Mapping[_Identity, KeptActivity]) -> dict[_Identity, KeptActivity]:
    """Give the kept activities that came from a plan, by what they stand for in the one wanted now."""
    planned = [one for one in kept if one.key and not _is_of_earlier_day(one, wanted)]
    # Of two about the same piece of evidence the one that is done counts.
    there = {(one.key, one.supplier): one for one in sorted(planned, key=lambda one: one.state is not State.PLANNED)}
    for key, supplier in wanted:
        before = there.get((key, ""))
        if supplier and before is not None and (key, "") not in wanted and (key, supplier) not in there:
            del there[key, ""]
            there[key, supplier] = before
    return there


def _is_of_earlier_day(one: KeptActivity, wanted: Mapping[_Identity, KeptActivity]) -> bool:
    """Whether evidence was asked for, or that was dropped, before a last day that is not the one it has now."""
    now = wanted.get((one.key, one.supplier))
    return one.occasion is Occasion.EVIDENCE and one.state is not State.PLANNED and now is not None and one.planned != now.planned


def _is_settled(one: KeptActivity, there: Mapping[_Identity, KeptActivity]) -> bool:
    """Whether a planned activity asks for what another one has settled already."""
    other = there.get((one.key, one.supplier)) if one.key and one.state is State.PLANNED else None
    return other is not None and other.state is not State.PLANNED


def _following(one: KeptActivity, now: KeptActivity) -> KeptActivity:
    """Give a planned activity as the plan has it now; the day too, unless the buyer moved it. The order of requirements means nothing."""
    same = set(one.requirements) == set(now.requirements)
    requirements = one.requirements if same else now.requirements
    day = one.day if is_moved(one) else now.day
    return replace(now, id=one.id, day=day, requirements=requirements, reason=one.reason, note=one.note, used=one.used)


def unchecked(kept: Sequence[KeptActivity], laid_out: LaidOut) -> tuple[Gap, ...]:
    """Give what will not be checked, with what the buyer dropped; less what she put into the plan herself.

    A requirement that was checked, or will be, at an activity of the buyer's own is not said to be left out for want of time.
    """
    own = {(name, one.supplier) for one in kept if not one.key and one.state is not State.DROPPED for name in one.requirements}
    gaps = [one for one in laid_out.gaps if not _is_covered(one, own)]
    return (*gaps, *_dropped(kept))


def _is_covered(gap: Gap, own: Iterable[_Identity]) -> bool:
    return gap.why in {Why.NO_TIME, Why.SELDOM} and any(
        name == gap.requirement and supplier in {"", gap.supplier} for name, supplier in own
    )


def _dropped(kept: Sequence[KeptActivity]) -> Iterable[Gap]:
    of: dict[_Identity, int] = {}
    missing: dict[_Identity, int] = {}
    for one in kept:
        for name in one.requirements if one.occasion is not Occasion.EVIDENCE else ():
            of[name, one.supplier] = of.get((name, one.supplier), 0) + 1
            if one.state is State.DROPPED:
                missing[name, one.supplier] = missing.get((name, one.supplier), 0) + 1
    return [Gap(name, supplier, Why.DROPPED, number, of[name, supplier]) for (name, supplier), number in missing.items()]


def overdue(activities: Iterable[KeptActivity], today: date) -> tuple[KeptActivity, ...]:
    """Give what should have been done before today, the oldest first."""
    late = [one for one in activities if one.state is State.PLANNED and one.day < today]
    return tuple(sorted(late, key=lambda one: (one.day, one.key, one.id)))
