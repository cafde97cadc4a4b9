"""Three hundred contracts of forty requirements, with what belongs to them, put straight into the tables."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert
from tests.lasting import lasting_folder
from tests.purchases.contract_samples import activity, contract, frozen, outcome, supplier

from kravkompass.catalog.terms import RiskArea, RiskLevel, Severity
from kravkompass.followup.activity import State, Status
from kravkompass.followup.contract import Classification
from kravkompass.followup.deviation import Deviation, DeviationState, LadderStep
from kravkompass.followup.employment import JobOutcome, JobPromise, PromiseKind, Target
from kravkompass.followup.ladder import Step
from kravkompass.purchases.parts import shelf_of
from kravkompass.purchases.store import Store

if TYPE_CHECKING:
    from kravkompass.purchases.parts import Part

CONTRACTS, REQUIREMENTS, ACTIVITIES = 300, 40, 30
FIRST = date(2027, 1, 4)


@cache
def _filled() -> Path:
    folder = lasting_folder()
    with fill(folder) as store:
        return store.file


def filled(folder: Path) -> Store:
    """Give a store with all the contracts, open. They are made once and then copied."""
    shutil.copy(_filled(), folder)
    return Store(folder)


def fill(folder: Path, contracts: int = CONTRACTS) -> Store:
    """Make a store of so many contracts and give it, open."""
    store = Store(folder)
    with store.change() as change:
        session = change._session
        for number in range(contracts):
            for kind, parts in _parts_of(number).items():
                shelf = shelf_of(kind)
                session.execute(insert(shelf.table), [{**shelf.row(one), "version": 1} for one in parts])
    return store


def _parts_of(number: int) -> dict[type[Any], Sequence[Part]]:
    name = f"c{number}"
    whole = contract(
        id=name,
        title=f"Avtal {number:03d} om varor och tjänster",
        classification=list(Classification)[number % 3],
        risks={RiskArea.LABOUR: list(RiskLevel)[number % 5], RiskArea.ENVIRONMENT: RiskLevel.LOW},
        ended=None,
    )
    asked = [frozen(name, f"K{place:02d}", id=f"{name}r{place}") for place in range(1, REQUIREMENTS + 1)]
    firms = [replace(supplier(name, f"Leverantör {place} AB"), id=f"{name}s{place}") for place in range(2)]
    found: dict[type[Any], list[Part]] = {}
    every: tuple[Part, ...] = (whole, *firms, *asked, *_done(name), *_wrong(name, number), *_jobs(name, number))
    for part in every:
        found.setdefault(type(part), []).append(part)
    return dict(found)


def _done(name: str) -> Iterator[Part]:
    for place in range(ACTIVITIES):
        day = FIRST + timedelta(days=30 * place)
        done = place < ACTIVITIES // 3
        ids = tuple(f"{name}r{one}" for one in range(1 + place, 8 + place))
        yield activity(name, day, id=f"{name}a{place}", requirements=ids, state=State.DONE if done else State.PLANNED, minutes=60, used=75 if done else None)
    for place in range(1, REQUIREMENTS * 2 // 3):
        for year in range(2):
            status = list(Status)[place % 5]
            yield outcome(name, f"{name}r{place}", id=f"{name}o{place}y{year}", status=status, day=FIRST + timedelta(days=300 * year))


def _wrong(name: str, number: int) -> Iterator[Part]:
    for place in range(5):
        is_open = place < number % 4
        state, closed = (DeviationState.OPEN, None) if is_open else (DeviationState.CLOSED, FIRST + timedelta(days=90))
        severity = list(Severity)[place % 3]
        yield Deviation(f"{name}d{place}", name, f"{name}s0", f"{name}r{place + 1}", FIRST, "Brist", severity, state=state, closed=closed)
        for step in list(Step)[: 1 + place % 4]:
            yield LadderStep(f"{name}d{place}{step}", name, f"{name}d{place}", step, FIRST, "Grund", reference="KS 1")


def _jobs(name: str, number: int) -> Iterator[Part]:
    if number % 10 == 0:
        yield JobPromise(f"{name}j", name, f"{name}s0", PromiseKind.INTERNSHIP, 4, (Target(2027, 2), Target(2028, 2)))
        yield JobOutcome(f"{name}q", name, f"{name}j", 2027, 2, 1, 3.0)
