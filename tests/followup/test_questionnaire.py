"""The questionnaire: when it is due, which form is proposed, what is to be corrected, and that nothing is written over silently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.catalog.real import catalog
from tests.purchases.chain_samples import questionnaire

from kravkompass.catalog.terms import Country, RiskArea, RiskLevel
from kravkompass.followup.questionnaire import Answer, Answered, Form, differences, due_day, latest, proposed_form, taken

RULES = catalog().rules
SIGNED = date(2027, 2, 15)
HIGH, LOW = {RiskArea.LABOUR: RiskLevel.HIGH}, {RiskArea.LABOUR: RiskLevel.UNKNOWN}


def test_the_norwegian_self_report_is_due_six_weeks_after_the_signing() -> None:
    assert due_day(Country.NORWAY, SIGNED, RULES) == date(2027, 3, 29)
    assert due_day(Country.NORWAY, date(2028, 1, 31), RULES) == date(2028, 3, 13)  # over a leap day
    assert due_day(Country.SWEDEN, SIGNED, RULES) is None
    assert due_day(Country.NORWAY, date(2015, 1, 1), RULES) is None


@pytest.mark.parametrize(
    ("value", "risks", "is_large", "form"),
    [
        (50_000_001, HIGH, True, Form.FULL),
        (50_000_000, HIGH, True, Form.SIMPLIFIED),
        (50_000_001, HIGH, False, Form.SIMPLIFIED),
        (50_000_001, LOW, True, Form.SIMPLIFIED),
        (50_000_001, {}, True, Form.SIMPLIFIED),
        (None, HIGH, True, Form.FULL),
    ],
)
def test_the_full_form_is_for_large_suppliers_of_high_risk_goods(
    value: float | None, risks: dict[RiskArea, RiskLevel], is_large: bool, form: Form
) -> None:
    assert proposed_form(value, risks, SIGNED, RULES, is_large=is_large) is form


def test_every_no_is_to_be_corrected() -> None:
    assert questionnaire("c").to_correct == ("risk",)
    assert questionnaire("c", answers={}).to_correct == ()


def test_it_is_late_the_day_after() -> None:
    out = questionnaire("c", returned=None)
    assert out.due is not None
    assert not out.is_late(out.due)
    assert out.is_late(out.due + timedelta(days=1))
    assert not questionnaire("c").is_late(out.due + timedelta(days=1))
    assert not questionnaire("c", returned=None, due=None).is_late(date(2099, 1, 1))


def test_a_second_file_is_compared_and_the_first_stays_known() -> None:
    kept = questionnaire("c", earlier=())
    came = replace(kept, original="c" * 64, answers={"policy": Answered(Answer.PARTLY, "Delvis")}, told={"confirmed": "yes"})
    found = {one.name: (one.before, one.after) for one in differences(kept, came)}
    assert set(found) == {"policy", "risk", "supplier-chain"}
    assert found["risk"] == (Answered(Answer.NO, "", "Innen juni"), Answered())
    assert taken(kept, came) == replace(came, earlier=("a" * 64,))
    assert taken(kept, kept) == kept
    assert differences(kept, kept) == ()
    assert taken(questionnaire("c", original="", earlier=()), came).earlier == ()


def test_the_latest_is_the_one_sent_last() -> None:
    one, two = questionnaire("c", id="1"), questionnaire("c", id="2", sent=date(2028, 2, 15))
    assert latest([two, one, replace(two, id="3", supplier="other", sent=date(2029, 1, 1))], "s") == two
    assert latest([], "s") is None
