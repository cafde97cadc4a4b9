"""A contract seen from a calendar year: when it was in force, and what was followed up in that year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kravkompass.followup.activity import KeptActivity, Outcome, State, Status
from kravkompass.followup.contract import Contract
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.laying_out import last_day

WORST_FIRST = (Status.NOT_MET, Status.PARTLY, Status.MET, Status.NOT_APPLICABLE)
"""What counts of a requirement where several suppliers deliver."""


@dataclass(frozen=True, slots=True)
class ContractYear:
    """What a year holds of a contract.

    ``first`` and ``last`` are its days in force within the year, None when it was not in force (or nobody has said when it starts).
    ``checked`` is what the year's last check of each requirement showed, by the requirement's id. ``found`` and ``closed`` are the
    deviations of the year, ``left`` those open when it ended. ``planned`` are the buyer's minutes for what stands in the year,
    ``used`` those of what was done in it.
    """

    contract: Contract
    first: date | None
    last: date | None
    checked: Mapping[str, Status]
    found: tuple[Deviation, ...]
    closed: tuple[Deviation, ...]
    left: tuple[Deviation, ...]
    planned: int
    used: int

    @property
    def counts(self) -> bool:
        """Whether the contract belongs to the year: it was in force, something was done about it, or a deviation was left open."""
        return self.first is not None or bool(self.checked or self.found or self.closed or self.left or self.used)


def days_in_force(contract: Contract, year: int) -> tuple[date, date] | None:
    """Give the first and the last day of a year that a contract is in force on; None when there is none, or no start is known."""
    end = last_day(contract)
    if contract.start is None or end is None:
        return None
    first, last = max(contract.start, date(year, 1, 1)), min(end, date(year, 12, 31))
    return (first, last) if first <= last else None


def contract_year(
    contract: Contract,
    year: int,
    until: date,
    activities: Iterable[KeptActivity],
    outcomes: Iterable[Outcome],
    deviations: Sequence[Deviation],
) -> ContractYear:
    """Look at a contract from a year, as it stood at the end of a day (the last of the year, or today while it goes on)."""
    first, last = days_in_force(contract, year) or (None, None)
    standing = [one for one in activities if one.state is not State.DROPPED]
    return ContractYear(
        contract,
        first,
        last,
        checked=_checked(year, outcomes),
        found=tuple(one for one in deviations if one.found.year == year),
        closed=tuple(one for one in deviations if one.closed is not None and one.closed.year == year),
        left=tuple(one for one in deviations if _is_open_after(one, until)),
        planned=sum(one.minutes for one in standing if one.day.year == year),
        used=sum(one.time_used for one in standing if one.when.year == year),
    )


def _checked(year: int, outcomes: Iterable[Outcome]) -> Mapping[str, Status]:
    latest = {
        (one.requirement, one.supplier): one.status
        for one in sorted(outcomes, key=lambda one: (one.day, one.at))
        if one.day.year == year and one.status.is_checked
    }
    found: dict[str, Status] = {}
    for (requirement, _), status in latest.items():
        found[requirement] = min(found.get(requirement, status), status, key=WORST_FIRST.index)
    return found


def _is_open_after(deviation: Deviation, day: date) -> bool:
    if deviation.found > day:
        return False
    return deviation.is_open if deviation.closed is None else deviation.closed > day
