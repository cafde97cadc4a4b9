"""The days on which it turns: three years after a check, leap days and the 31st, holidays, and a contract that is longer or shorter than agreed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.guidance.made import TODAY
from tests.journeys.whole_contract import PLACES, SUPPLIER, Journey, Place, sign
from tests.screens.planned import planned

from kravkompass.catalog.terms import Country
from kravkompass.followup.activity import KeptActivity, Outcome, State, Status
from kravkompass.followup.calendar import said_shift
from kravkompass.followup.planning import Occasion
from kravkompass.followup.reuse import Because, Point
from kravkompass.language import Language, translation
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_agreement import Agreement
from kravkompass.screens.contract_findings import Findings
from kravkompass.screens.contract_plan import ContractPlan
from kravkompass.screens.findings_sharing import Sharing

LAST_OF = {
    date(2027, 5, 3): date(2030, 5, 3),
    date(2028, 2, 29): date(2031, 2, 28),
    date(2029, 2, 28): date(2032, 2, 28),
}
"""The last day a check may be used, by the day it was made: three years later."""


def of(screen: ContractScreen, occasion: Occasion) -> KeptActivity:
    return next(one for one in ContractPlan(screen).view().activities if one.occasion is occasion)


def _checked(journey: Journey, days: Iterable[date]) -> None:
    """One requirement has been checked on each of the days, the way its plan says."""
    with journey.store.change() as change:
        for asked, day in zip(journey.screen.requirements, days, strict=False):
            found = Outcome("", journey.contract, journey.supplier.id, asked.id, day, Status.MET, asked.follow_up.method)
            change.contracts.keep(found)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.country.value)
def test_a_check_may_be_used_for_three_years_to_the_day(store: Store, neighbour: Store, place: Place, tmp_path: Path) -> None:
    journey = sign(store, place)
    _checked(journey, LAST_OF)
    journey.today = max(LAST_OF)
    sharing = Sharing(journey.screen)
    chosen = {one.finding.source: "" for one in sharing.choices()}
    file = sharing.write(sharing.package(chosen, sharing.origin), tmp_path / "package.json")
    theirs = sign(neighbour, place, "Grannköping")
    theirs.today = journey.today
    findings = Findings(theirs.screen)
    assert findings.receive(file).new == len(LAST_OF)
    for checked, last in LAST_OF.items():
        for days, because in ((-1, Because.RECENT), (0, Because.RECENT), (1, Because.TOO_OLD)):
            theirs.today = last + timedelta(days=days)
            offer = next(one for one in findings.offers() if one.fit.finding.day == checked)
            assert {one.because for one in offer.assessment.judged if one.point is Point.AGE} == {because}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.country.value)
@pytest.mark.parametrize("start", [date(2028, 2, 29), date(2027, 8, 31), date(2027, 12, 31)], ids=str)
def test_a_start_on_a_day_that_not_every_month_has(store: Store, place: Place, start: date) -> None:
    journey = sign(store, place, start=start)
    last = journey.agreement.last_day
    assert last is not None
    laid = [one for one in journey.activities() if one.occasion is not Occasion.BID_CHECK]
    assert of(journey.screen, Occasion.START_MEETING).planned == start
    assert all(start <= one.planned <= last for one in laid)
    assert all(one.planned <= one.day <= one.planned + timedelta(days=7) and one.day.weekday() < 5 for one in laid)
    assert len({(one.key, one.supplier) for one in laid}) == len(laid)
    # In a month without the day it is the month's last, in the next it is the day again.
    assert {one.planned.day for one in laid} <= {start.day, 28, 29, 30}
    assert not journey.plan.view().outdated


@pytest.mark.parametrize(
    ("country", "start", "day", "why"),
    [
        (Country.NORWAY, date(2027, 5, 17), date(2027, 5, 18), "grunnlovsdagen"),
        (Country.SWEDEN, date(2027, 5, 17), date(2027, 5, 17), ""),
        (Country.SWEDEN, date(2027, 6, 25), date(2027, 6, 28), "midsommarafton"),
        (Country.NORWAY, date(2027, 6, 25), date(2027, 6, 25), ""),
        (Country.SWEDEN, date(2027, 12, 24), date(2027, 12, 27), "julafton"),
        (Country.NORWAY, date(2027, 3, 25), date(2027, 3, 30), "skjærtorsdag"),
    ],
    ids=str,
)
def test_nothing_stands_on_a_holiday_and_the_reason_is_said(store: Store, country: Country, start: date, day: date, why: str) -> None:
    screen = planned(store, lambda: TODAY, (SUPPLIER,), country=country, start=start)
    meeting = of(screen, Occasion.START_MEETING)
    assert (meeting.planned, meeting.day) == (start, day)
    language = Language.SWEDISH if country is Country.SWEDEN else Language.BOKMAL
    said = said_shift(ContractPlan(screen).shift(meeting), translation(language))
    assert (why in said) if why else not said


@pytest.mark.parametrize("country", Country)
@pytest.mark.parametrize("start", [date(2027, 3, 1), date(2028, 2, 29), date(2027, 8, 31)], ids=str)
def test_longer_and_shorter_midway_and_back_again(store: Store, country: Country, start: date) -> None:
    today = date(start.year + 1, 6, 15)
    screen = planned(store, lambda: today, (SUPPLIER,), country=country, start=start)
    agreement, plan = Agreement(screen), ContractPlan(screen)
    first = plan.view().overdue[0]
    plan.finish(first, first.day, 45, "Klart")
    moved = next(one for one in plan.view().coming if one.occasion is Occasion.CHECK)
    plan.move(moved, moved.day + timedelta(days=30), "Semester")
    before, last = ContractPlan(screen).view(), agreement.last_day
    assert last is not None
    agreement.add_extension(12)
    agreement.decide(0, today, "Går bra", used=True)
    longer = plan.view()
    extended = agreement.last_day
    assert extended is not None
    assert extended.year == last.year + 1
    assert {one.key for one in before.coming if one.occasion is not Occasion.EVALUATION} <= {one.key for one in longer.coming}
    assert max(one.day for one in longer.coming) > last
    agreement.end(today + timedelta(days=20), "Överenskommet")
    shorter = plan.view()
    assert plan.activity(first.id) == replace(first, state=State.DONE, done=first.day, used=45, note="Klart")
    assert plan.activity(moved.id).day == moved.day + timedelta(days=30)
    assert [one.id for one in shorter.beyond] == [moved.id]
    assert {one.occasion for one in shorter.coming} - {Occasion.EVALUATION, Occasion.EXTENSION_DECISION} <= {Occasion.CHECK}
    agreement.resume()
    again = plan.view()
    assert [(one.key, one.day, one.state) for one in again.coming] == [(one.key, one.day, one.state) for one in longer.coming]
    assert not again.outdated
