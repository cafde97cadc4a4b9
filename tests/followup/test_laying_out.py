"""A contract's plan: everything the requirements ask for on working days, the contract's own occasions, and what will not be checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from tests.followup.contracts_made import START, contract, contracts, frozen, requirement_lists, supplier, supplier_lists

from kravkompass.catalog.terms import Country, Interval, Method, RiskArea, RiskLevel, Severity, Stage, Who
from kravkompass.followup.activity import KeptActivity
from kravkompass.followup.calendar import closed
from kravkompass.followup.contract import Classification, Contract, Extension, FrozenRequirement, Supplier
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.laying_out import Gap, LaidOut, Why, last_day, lay_out, period_in_force
from kravkompass.followup.planning import Occasion

CRITICAL, MEDIUM, SMALL = Classification
HIGH = {RiskArea.LABOUR: RiskLevel.HIGH}


def on(laid_out: LaidOut, occasion: Occasion) -> list[KeptActivity]:
    return [one for one in laid_out.activities if one.occasion is occasion]


def days(laid_out: LaidOut, occasion: Occasion) -> list[str]:
    return [one.day.isoformat() for one in on(laid_out, occasion)]


# ---- what is in it ---------------------------------------------------------------------------------------------------------------


def test_the_plan_goes_from_the_check_of_the_tender_to_the_evaluation() -> None:
    rows = (
        frozen("K01", stage=Stage.BID, interval=Interval.ONCE, method=Method.REGISTER_CHECK),
        frozen("K02", stage=Stage.START, interval=Interval.ONCE, method=Method.DOCUMENT_REVIEW),
        frozen("K03", method=Method.REPORT, interval=Interval.HALF_YEARLY),
        frozen("K04", method=Method.MEETING, severity=Severity.SERIOUS),
        frozen("K05", stage=Stage.END, method=Method.STATISTICS, interval=Interval.ONCE),
    )
    found = lay_out(contract(extensions=(Extension(12),)), rows, [supplier("S1")])
    assert [(one.occasion.value, one.day.isoformat(), one.requirements) for one in found.activities] == [
        ("bid-check", "2027-02-15", ("K01",)),
        ("start-meeting", "2027-03-01", ("K02",)),
        ("check", "2027-03-01", ("K02",)),
        ("check", "2027-09-01", ("K03",)),
        ("meeting", "2028-03-01", ("K04",)),
        ("check", "2028-03-01", ("K03",)),
        ("check", "2028-09-01", ("K03",)),
        ("extension-decision", "2028-09-01", ()),
        ("evaluation", "2029-01-02", ()),
        ("check", "2029-02-01", ("K05",)),
    ]
    assert {one.supplier for one in found.activities if one.occasion not in {Occasion.EVALUATION, Occasion.EXTENSION_DECISION}} == {"S1"}
    assert found.gaps == ()


@pytest.mark.parametrize(
    ("classification", "risks", "meetings"),
    [
        (CRITICAL, {}, ["2027-07-01", "2027-11-01", "2028-03-01", "2028-07-03", "2028-11-01"]),
        (MEDIUM, {}, ["2028-03-01"]),
        (SMALL, {}, []),
        (SMALL, HIGH, ["2028-03-01"]),
        (MEDIUM, HIGH, ["2027-09-01", "2028-03-01", "2028-09-01"]),
        (MEDIUM, {RiskArea.LABOUR: RiskLevel.UNKNOWN}, ["2028-03-01"]),
    ],
)
def test_meetings_follow_the_class_and_high_risk_means_more(
    classification: Classification, risks: dict[RiskArea, RiskLevel], meetings: list[str]
) -> None:
    found = lay_out(contract(classification=classification, risks=risks), (), ())
    assert days(found, Occasion.MEETING) == meetings


def test_a_small_contract_is_met_every_second_year() -> None:
    assert days(lay_out(contract(classification=SMALL, months=60), (), ()), Occasion.MEETING) == ["2029-03-01", "2031-03-03"]


def test_ordinary_checks_of_a_small_contract_are_made_seldom_and_that_is_said() -> None:
    rows = (
        frozen("K01", method=Method.SPOT_CHECK, interval=Interval.YEARLY),
        frozen("K02", method=Method.REPORT, interval=Interval.YEARLY),
        frozen("K03", method=Method.SPOT_CHECK, interval=Interval.YEARLY, severity=Severity.SERIOUS),
        frozen("K04", method=Method.SPOT_CHECK, interval=Interval.YEARLY, statutory=True),
    )
    found = lay_out(contract(classification=SMALL, months=48), rows, ())
    checks = {row.id: [one.day.year for one in on(found, Occasion.CHECK) if row.id in one.requirements] for row in rows}
    assert checks == {"K01": [2029], "K02": [2028, 2029, 2030], "K03": [2028, 2029, 2030], "K04": [2028, 2029, 2030]}
    assert found.gaps == (Gap("K01", "", Why.SELDOM, 2, 3),)
    assert not found.gaps[0].is_whole


def test_every_supplier_has_its_own_checks_of_what_it_delivers() -> None:
    rows = (frozen("K01"), frozen("K02", ("1",)), frozen("K03", ("3",)))
    found = lay_out(contract(), rows, [supplier("S1", "1"), supplier("S2", "2")])
    assert [(one.supplier, one.requirements) for one in on(found, Occasion.CHECK)] == [("S1", ("K01", "K02")), ("S2", ("K01",))]
    assert [one.supplier for one in on(found, Occasion.START_MEETING)] == ["S1", "S2"]
    assert len(on(found, Occasion.EVALUATION)) == 1
    assert found.gaps == (Gap("K03", "", Why.NO_SUPPLIER, 1, 1),)


def test_without_a_start_nothing_can_be_planned_and_everything_is_said_to_wait() -> None:
    found = lay_out(contract(start=None), (frozen("K01"),), ())
    assert found.activities == ()
    assert found.gaps == (Gap("K01", "", Why.NO_START, 1, 1),)


# ---- hours -----------------------------------------------------------------------------------------------------------------------


def test_what_there_is_no_time_for_is_said_with_how_many_times() -> None:
    rows = (frozen("K01", minutes=300, severity=Severity.SERIOUS), frozen("K02", minutes=200, who=Who.EXPERT))
    found = lay_out(contract(months=36, hours=8), rows, ())
    assert {one.requirement: (one.why, one.missing, one.of) for one in found.gaps} == {"K02": (Why.NO_TIME, 2, 2)}
    assert found.gaps[0].is_whole
    assert not any("K02" in one.requirements for one in found.activities)


def test_a_short_check_is_made_though_a_long_one_in_the_same_month_is_not() -> None:
    rows = (frozen("K01", minutes=30), frozen("K02", minutes=900))
    found = lay_out(contract(hours=12), rows, ())
    assert [(one.requirements, one.minutes) for one in on(found, Occasion.CHECK)] == [(("K01",), 30)]
    assert found.gaps == (Gap("K02", "", Why.NO_TIME, 1, 1),)


def test_the_contracts_own_hours_go_before_those_of_the_profile() -> None:
    rows = (frozen("K01", minutes=300),)
    assert lay_out(contract(hours=0), rows, (), 4).gaps
    assert not lay_out(contract(hours=100), rows, (), 4).gaps
    assert not lay_out(contract(hours=0), rows, (), 0).gaps


# ---- extensions and the end --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("notice", "day"), [(0, "2028-09-01"), (3, "2028-09-01"), (6, "2028-07-03"), (12, "2028-01-03"), (60, "2027-03-01")]
)
def test_an_extension_is_decided_in_time_for_the_notice(notice: int, day: str) -> None:
    assert days(lay_out(contract(extensions=(Extension(12),), notice=notice), (), ()), Occasion.EXTENSION_DECISION) == [day]


def test_extensions_are_decided_one_after_the_other() -> None:
    used = Extension(12, used=True, decided=date(2028, 9, 4))
    found = lay_out(contract(extensions=(used, Extension(6))), (), ())
    assert [(one.key, one.day.isoformat()) for one in on(found, Occasion.EXTENSION_DECISION)] == [
        ("extension-decision/buyer/2", "2029-09-03")
    ]
    assert found.decided == {"extension-decision/buyer/1": date(2028, 9, 4)}
    declined = replace(used, used=False)
    assert not on(lay_out(contract(extensions=(declined, Extension(6))), (), ()), Occasion.EXTENSION_DECISION)
    assert not on(lay_out(contract(extensions=(Extension(6),), ended=date(2028, 1, 1)), (), ()), Occasion.EXTENSION_DECISION)


@pytest.mark.parametrize(
    ("start", "months", "ended", "last", "begun"),
    [
        ("2027-03-01", 24, None, "2029-02-28", 24),
        ("2028-03-01", 12, None, "2029-02-28", 12),
        ("2027-03-01", 12, None, "2028-02-29", 12),
        ("2028-02-29", 12, None, "2029-02-27", 12),
        ("2027-01-31", 1, None, "2027-02-27", 1),
        ("2027-03-01", 24, "2027-12-31", "2027-12-31", 10),
        ("2027-03-01", 24, "2028-03-01", "2028-03-01", 13),
        ("2027-03-01", 24, "2028-02-29", "2028-02-29", 12),
        ("2027-01-31", 24, "2027-02-28", "2027-02-28", 2),
        ("2027-03-15", 24, "2027-04-14", "2027-04-14", 1),
        ("2027-03-15", 24, "2027-04-15", "2027-04-15", 2),
        ("2027-03-01", 24, "2027-02-01", "2027-02-01", 0),
        ("2027-03-01", 24, "2035-01-01", "2029-02-28", 24),
    ],
)
def test_the_contract_runs_to_the_end_of_its_months_or_to_the_day_it_ended(
    start: str, months: int, ended: str | None, last: str, begun: int
) -> None:
    one = contract(start=date.fromisoformat(start), months=months, ended=date.fromisoformat(ended) if ended else None)
    assert last_day(one) == date.fromisoformat(last)
    assert period_in_force(one).months == begun


def test_a_contract_that_ended_early_is_evaluated_then_and_says_what_was_never_checked() -> None:
    found = lay_out(contract(ended=date(2027, 2, 20)), (frozen("K01"),), ())
    assert days(found, Occasion.EVALUATION) == ["2027-02-22"]
    assert found.gaps == (Gap("K01", "", Why.ENDED, 1, 1),)
    found = lay_out(contract(ended=date(2027, 12, 24)), (frozen("K01", interval=Interval.QUARTERLY),), ())
    assert days(found, Occasion.CHECK) == ["2027-06-01", "2027-09-01", "2027-12-01"]
    assert days(found, Occasion.EVALUATION) == ["2027-12-27"]


def test_without_a_start_there_is_no_last_day() -> None:
    assert last_day(contract(start=None)) is None


# ---- evidence ------------------------------------------------------------------------------------------------------------------------


def evidence(valid_to: date | None, **changes: str) -> Evidence:
    one = Evidence("e", "c", "f", "Intyg.pdf", "application/pdf", 9, START, valid_to=valid_to, requirements=("K01",), supplier="S1")
    return replace(one, **changes)  # type: ignore[arg-type]


def test_evidence_is_asked_for_anew_before_it_runs_out() -> None:
    found = lay_out(contract(), (), (), evidence=[evidence(date(2028, 8, 5))])
    assert [(one.day.isoformat(), one.planned.isoformat(), one.title, one.requirements) for one in on(found, Occasion.EVIDENCE)] == [
        ("2028-06-07", "2028-06-06", "Intyg.pdf", ("K01",))
    ]


@pytest.mark.parametrize(
    ("valid_to", "replaced_by"), [(None, ""), (date(2028, 8, 5), "e2"), (date(2029, 2, 28), ""), (date(2040, 1, 1), "")]
)
def test_evidence_that_lasts_or_was_replaced_is_left_alone(valid_to: date | None, replaced_by: str) -> None:
    assert not on(lay_out(contract(), (), (), evidence=[evidence(valid_to, replaced_by=replaced_by)]), Occasion.EVIDENCE)


# ---- whatever the contract -------------------------------------------------------------------------------------------------------------


@given(contracts, requirement_lists, supplier_lists)
def test_every_requirement_is_checked_or_said_not_to_be(
    one: Contract, rows: tuple[FrozenRequirement, ...], suppliers: tuple[Supplier, ...]
) -> None:
    found = lay_out(one, rows, suppliers)
    checked = {(name, activity.supplier) for activity in found.activities for name in activity.requirements}
    told = {(gap.requirement, gap.supplier) for gap in found.gaps}
    for row in rows:
        for who in [each.id for each in suppliers if row.holds_for(each)] or [""]:
            assert (row.id, who) in checked or (row.id, who) in told or (row.id, "") in told
    for gap in found.gaps:
        assert 0 < gap.missing <= gap.of
        if gap.is_whole:
            assert (gap.requirement, gap.supplier) not in checked


@given(contracts, requirement_lists, supplier_lists)
def test_what_is_planned_stands_on_working_days_of_the_contract_and_is_told_apart(
    one: Contract, rows: tuple[FrozenRequirement, ...], suppliers: tuple[Supplier, ...]
) -> None:
    found = lay_out(one, rows, suppliers)
    identities = [(activity.key, activity.supplier) for activity in found.activities]
    assert len(set(identities)) == len(identities)
    assert [activity.day for activity in found.activities] == sorted(activity.day for activity in found.activities)
    last = last_day(one)
    for activity in found.activities:
        assert not closed(activity.day, one.country)
        assert timedelta(0) <= activity.day - activity.planned <= timedelta(days=6)
        assert last is not None
        assert activity.planned <= last
    assert found == lay_out(one, rows, suppliers)


@given(contracts, requirement_lists, supplier_lists)
def test_fewer_hours_only_take_checks_away(
    one: Contract, rows: tuple[FrozenRequirement, ...], suppliers: tuple[Supplier, ...]
) -> None:
    found = lay_out(one, rows, suppliers)
    free = lay_out(replace(one, hours=0), rows, suppliers)
    kept = {(activity.key, activity.supplier) for activity in found.activities}
    assert kept <= {(activity.key, activity.supplier) for activity in free.activities}
    assert not any(gap.why is Why.NO_TIME for gap in free.gaps)


@given(contracts)
def test_both_countries_plan_the_same_and_differ_only_in_days(one: Contract) -> None:
    rows = (frozen("K01", interval=Interval.MONTHLY),)
    swedish, norwegian = (lay_out(replace(one, country=country), rows, ()) for country in Country)
    assert {activity.key for activity in swedish.activities} == {activity.key for activity in norwegian.activities}
