"""When evidence expires: to the day, on leap days, and before the next check."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.purchases.meeting_samples import evidence

from kravkompass.followup.evidence import SOON_DAYS, Evidence, Validity, expiries, validity

LAST = date(2028, 2, 29)


def until(day: date | None, **changes: object) -> Evidence:
    return evidence("c", valid_to=day, **{"replaced_by": "", **changes})


@pytest.mark.parametrize(
    ("today", "stands"),
    [
        (date(2028, 3, 1), Validity.EXPIRED),
        (LAST, Validity.SOON),
        (date(2028, 2, 28), Validity.SOON),
        (LAST - timedelta(days=SOON_DAYS), Validity.SOON),
        (LAST - timedelta(days=SOON_DAYS + 1), Validity.VALID),
    ],
)
def test_evidence_is_valid_through_its_last_day(today: date, stands: Validity) -> None:
    assert validity(until(LAST), today) is stands


def test_sixty_days_over_a_leap_day() -> None:
    assert SOON_DAYS == 60
    assert validity(until(date(2028, 3, 31)), date(2028, 1, 31)) is Validity.SOON
    assert validity(until(date(2028, 3, 31)), date(2028, 1, 30)) is Validity.VALID
    assert validity(until(date(2027, 3, 31)), date(2027, 1, 30)) is Validity.SOON


def test_how_long_before_is_an_argument() -> None:
    assert validity(until(LAST), date(2028, 2, 1), soon=28) is Validity.SOON
    assert validity(until(LAST), date(2028, 2, 1), soon=27) is Validity.VALID
    assert validity(until(LAST), LAST, soon=0) is Validity.SOON


def test_what_has_no_end_never_expires() -> None:
    assert validity(until(None), date(9999, 1, 1), date(9999, 12, 31)) is Validity.NO_END


@pytest.mark.parametrize(
    ("check", "stands"), [(date(2028, 3, 1), Validity.BEFORE_CHECK), (LAST, Validity.VALID), (None, Validity.VALID)]
)
def test_what_ends_before_the_next_check_is_told(check: date | None, stands: Validity) -> None:
    assert validity(until(LAST), date(2027, 6, 1), check) is stands


def test_soon_and_expired_are_told_rather_than_the_check() -> None:
    assert validity(until(LAST), date(2028, 2, 1), date(2029, 1, 1)) is Validity.SOON
    assert validity(until(LAST), date(2028, 3, 1), date(2029, 1, 1)) is Validity.EXPIRED


def test_expiries_come_with_the_earliest_end_first() -> None:
    late, early = until(date(2029, 1, 1), id="late"), until(date(2027, 1, 1), id="early")
    told = expiries((late, until(None), early, until(LAST, id="replaced", replaced_by="newer")), date(2028, 1, 1))
    assert [(one.evidence.id, one.day, one.validity) for one in told] == [
        ("early", date(2027, 1, 1), Validity.EXPIRED),
        ("late", date(2029, 1, 1), Validity.VALID),
    ]


def test_the_earliest_check_of_what_is_proved_counts() -> None:
    checks = {"r1": date(2029, 1, 1), "r2": date(2028, 6, 1), "r3": date(2027, 1, 1)}
    (told,) = expiries((until(date(2028, 5, 31), requirements=("r1", "r2")),), date(2027, 6, 1), checks)
    assert told.validity is Validity.BEFORE_CHECK
    (other,) = expiries((until(date(2028, 6, 1), requirements=("r1", "r2")),), date(2027, 6, 1), checks)
    assert other.validity is Validity.VALID


@given(st.dates(), st.dates(date(1, 1, 1), date(9000, 1, 1)), st.integers(0, 400))
def test_time_only_brings_evidence_nearer_to_its_end(last: date, today: date, soon: int) -> None:
    order = [Validity.VALID, Validity.SOON, Validity.EXPIRED]
    now, tomorrow = validity(until(last), today, soon=soon), validity(until(last), today + timedelta(days=1), soon=soon)
    assert order.index(now) <= order.index(tomorrow)
