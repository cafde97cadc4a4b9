"""The ladder's rules: what may be done next, what is refused and in which words, and that termination always comes last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.followup.deviation_samples import action_plan, fresh, ladder_step, plain

from kravkompass.catalog.terms import Country, Severity
from kravkompass.errors import KnownError
from kravkompass.followup.deviation import Deviation, DeviationState, LadderStep, Measure, PlanState
from kravkompass.followup.errors import (
    AgreementMissingError,
    ClosedError,
    ClosingReasonMissingError,
    PeopleFirstError,
    PlanEmptyError,
    PlanReasonMissingError,
    SeverityError,
    StepIncompleteError,
    StepNeededError,
    StepSkippedError,
    StepsMissingError,
    VerificationMissingError,
)
from kravkompass.followup.escalation import (
    check_closing,
    check_plan,
    check_severity,
    check_step,
    check_taking_back,
    is_sound,
    road,
    standing,
)
from kravkompass.followup.ladder import LADDER, Step
from kravkompass.followup.letter import LETTER_OF
from kravkompass.followup.remedy import REMEDY_NAMES, Remedy, remedies
from kravkompass.language import Translation

ZERO = Severity.ZERO_TOLERANCE


def test_the_whole_ladder_step_by_step() -> None:
    taken: list[LadderStep] = []
    for step in Step:
        assert standing(Severity.ORDINARY, taken).next is step
        check_step(fresh(), taken, plain(step))
        taken.append(plain(step))
    assert standing(Severity.ORDINARY, taken).next is None
    assert standing(Severity.ORDINARY, taken).taken == tuple(Step)
    assert is_sound(Severity.ORDINARY, taken)


def test_zero_tolerance_goes_straight_to_the_plan() -> None:
    deviation = fresh(severity=ZERO)
    assert road(ZERO)[0] is Step.ACTION_PLAN
    assert standing(ZERO, ()).next is Step.ACTION_PLAN
    check_step(deviation, (), plain(Step.ACTION_PLAN))
    for beside in (Step.DIALOGUE, Step.NOTICE):
        check_step(deviation, (), plain(beside))
        assert standing(ZERO, [plain(beside)]).next is Step.ACTION_PLAN
    with pytest.raises(StepsMissingError) as caught:
        check_step(deviation, [plain(Step.ACTION_PLAN)], plain(Step.TERMINATION))
    assert caught.value.missing == (Step.CHECK, Step.SUSPENSION, Step.PENALTY, Step.REPLACEMENT, Step.WARNING)


def test_termination_is_blocked_and_says_what_is_missing(each_translation: Translation) -> None:
    taken = [plain(Step.DIALOGUE), plain(Step.NOTICE)]
    with pytest.raises(StepsMissingError) as caught:
        check_step(fresh(), taken, plain(Step.TERMINATION))
    said = caught.value.said(each_translation)
    names = {rung.step: each_translation.say(rung.name) for rung in LADDER}
    assert all(names[step] in said for step in (Step.ACTION_PLAN, Step.CHECK, Step.SUSPENSION, Step.PENALTY, Step.REPLACEMENT))
    assert names[Step.NOTICE] not in said
    assert said != str(caught.value)


def test_a_skip_wants_a_written_reason_and_is_remembered() -> None:
    with pytest.raises(StepSkippedError) as caught:
        check_step(fresh(), [plain(Step.DIALOGUE)], plain(Step.CHECK))
    assert (caught.value.step, caught.value.missing) == (Step.CHECK, (Step.NOTICE, Step.ACTION_PLAN))
    with pytest.raises(StepSkippedError):
        check_step(fresh(), [plain(Step.DIALOGUE)], plain(Step.CHECK, skipped="  "))
    skipping = plain(Step.CHECK, skipped="Leverantören har redan lagt fram en plan")
    check_step(fresh(), [plain(Step.DIALOGUE)], skipping)
    now = standing(Severity.ORDINARY, [plain(Step.DIALOGUE), skipping])
    assert (now.skipped, now.next) == ((Step.NOTICE, Step.ACTION_PLAN), Step.SUSPENSION)
    check_step(fresh(), [plain(Step.DIALOGUE), skipping], plain(Step.SUSPENSION))


def test_one_can_go_back_down_and_take_a_step_again() -> None:
    taken = [plain(Step.DIALOGUE), plain(Step.NOTICE)]
    check_step(fresh(), taken, plain(Step.DIALOGUE))
    check_step(fresh(), taken, plain(Step.NOTICE))
    assert standing(Severity.ORDINARY, [*taken, plain(Step.DIALOGUE)]).next is Step.ACTION_PLAN


@pytest.mark.parametrize(
    ("step", "changes", "lacks"),
    [
        (Step.DIALOGUE, {"ground": " "}, ("ground",)),
        (Step.DIALOGUE, {"document": "", "letter": None, "reference": " "}, ("document",)),
        (Step.SUSPENSION, {"concerns": "", "ground": ""}, ("ground", "concerns")),
        (Step.REPLACEMENT, {"concerns": ""}, ("concerns",)),
        (Step.PENALTY, {"remedy": None}, ("remedy",)),
        (Step.TERMINATION, {"remedy": None, "ground": ""}, ("ground", "remedy")),
    ],
)
def test_a_step_wants_ground_document_and_what_it_is_about(
    step: Step, changes: dict[str, object], lacks: tuple[str, ...], each_translation: Translation
) -> None:
    with pytest.raises(StepIncompleteError) as caught:
        check_step(fresh(), [plain(one) for one in Step], plain(step, **changes))
    assert caught.value.lacks == lacks
    assert caught.value.said(each_translation) != str(caught.value)


def test_any_document_will_do() -> None:
    for one in ({"document": "a"}, {"reference": "KS 1"}, {"letter": LETTER_OF[Step.NOTICE]}):
        check_step(fresh(), [plain(Step.DIALOGUE)], plain(Step.NOTICE, **{"document": "", "reference": "", "letter": None, **one}))


def test_money_is_only_demanded_where_the_contract_says_so() -> None:
    before = [plain(step) for step in Step if list(Step).index(step) < list(Step).index(Step.PENALTY)]
    with pytest.raises(AgreementMissingError):
        check_step(fresh(), before, plain(Step.PENALTY, clause=""))
    check_step(fresh(), before, plain(Step.REPLACEMENT, clause="", skipped="Inget vite är avtalat"))


def test_a_closed_deviation_takes_no_step() -> None:
    with pytest.raises(ClosedError):
        check_step(fresh(state=DeviationState.CLOSED), (), plain(Step.DIALOGUE))
    with pytest.raises(ClosedError):
        check_taking_back(fresh(state=DeviationState.CLOSED), (), plain(Step.DIALOGUE))


def test_what_others_rest_on_cannot_be_taken_back() -> None:
    first, second = plain(Step.DIALOGUE, id="1"), plain(Step.NOTICE, id="2")
    with pytest.raises(StepNeededError):
        check_taking_back(fresh(), [first, second], first)
    check_taking_back(fresh(), [first, second], second)
    check_taking_back(fresh(), [first, replace(first, id="3"), second], first)


def test_severity_cannot_be_lowered_under_what_rests_on_it() -> None:
    with pytest.raises(SeverityError):
        check_severity(Severity.SERIOUS, [plain(Step.ACTION_PLAN)])
    check_severity(ZERO, [plain(Step.DIALOGUE)])
    check_severity(Severity.SERIOUS, [plain(Step.DIALOGUE), plain(Step.NOTICE), plain(Step.ACTION_PLAN)])


def test_an_answer_to_a_plan() -> None:
    with pytest.raises(PlanReasonMissingError):
        check_plan(fresh(), action_plan(state=PlanState.SENT_BACK, reason=""))
    check_plan(fresh(), action_plan(state=PlanState.SENT_BACK, cause="", measures=()))
    for empty in ({"cause": " "}, {"measures": ()}, {"measures": (Measure(" "),)}):
        with pytest.raises(PlanEmptyError):
            check_plan(fresh(), action_plan(state=PlanState.SENT, **empty))
    with pytest.raises(PeopleFirstError):
        check_plan(fresh(severity=ZERO), action_plan(state=PlanState.APPROVED, people=""))
    check_plan(fresh(severity=ZERO), action_plan(state=PlanState.APPROVED))
    check_plan(fresh(), action_plan(state=PlanState.APPROVED, people=""))


def test_the_plan_is_done_when_its_last_measure_is() -> None:
    days = (Measure("a", by=date(2027, 10, 1)), Measure("b", by=date(2027, 11, 1)))
    assert action_plan(measures=days).done_by == date(2027, 11, 1)
    assert action_plan(measures=(*days, Measure("c"))).done_by is None
    assert action_plan(measures=()).done_by is None


def test_closing_wants_verification_or_a_reason() -> None:
    with pytest.raises(ClosingReasonMissingError):
        check_closing(fresh())
    with pytest.raises(VerificationMissingError):
        check_closing(fresh(verified=date(2027, 10, 1), closing_reason="Ändå"))
    check_closing(fresh(verified=date(2027, 10, 1), verification="Certifikaten har kommit in"))
    check_closing(fresh(closing_reason="Kravet gäller inte längre"))


def test_overdue_is_after_the_last_day() -> None:
    one = fresh(deadline=date(2028, 2, 29))
    assert not one.is_overdue(date(2028, 2, 29))
    assert one.is_overdue(date(2028, 3, 1))
    assert not replace(one, state=DeviationState.CLOSED).is_overdue(date(2028, 3, 1))
    assert not fresh().is_overdue(date.max)


def test_options_follow_the_country(each_translation: Translation) -> None:
    assert Remedy.DAILY_PENALTY in remedies(Step.PENALTY, Country.NORWAY)
    assert Remedy.DAILY_PENALTY not in remedies(Step.PENALTY, Country.SWEDEN)
    assert remedies(Step.TERMINATION, Country.SWEDEN) == (Remedy.RESCISSION, Remedy.NOTICE_TO_END)
    assert remedies(Step.TERMINATION, Country.NORWAY) == (Remedy.RESCISSION,)
    assert remedies(Step.DIALOGUE, Country.NORWAY) == ()
    for remedy in Remedy:
        assert each_translation.say(REMEDY_NAMES[remedy]) != REMEDY_NAMES[remedy]


steps = st.builds(
    lambda step, whole, reason: ladder_step(step, skipped=reason, **({} if whole else {"ground": ""})),
    st.sampled_from(Step),
    st.booleans(),
    st.sampled_from(("", " ", "Därför")),
)


@given(st.sampled_from(Severity), st.lists(st.tuples(st.booleans(), steps), max_size=20), st.data())
def test_no_order_of_verbs_reaches_termination_without_the_earlier_steps_or_a_reason(
    severity: Severity, tried: list[tuple[bool, LadderStep]], data: st.DataObject
) -> None:
    """Take, take back and change severity in any order: whatever the rules let through, every step has its ground under it."""
    deviation, taken = fresh(severity=severity), list[LadderStep]()
    for number, (back, one) in enumerate(tried):
        deviation = _another_severity(deviation, taken, data)
        step = replace(one, id=str(number))
        try:
            if back and taken:
                last = data.draw(st.sampled_from(taken))
                check_taking_back(deviation, taken, last)
                taken.remove(last)
            else:
                check_step(deviation, taken, step)
                taken.append(step)
        except KnownError:
            continue
        assert is_sound(deviation.severity, taken)
    for one in taken:
        if one.step is Step.TERMINATION and not one.skipped.strip():
            earlier = road(deviation.severity)[:-1]
            reasons = [other for other in taken if other.skipped.strip()]
            uncovered = [step for step in earlier if step not in {other.step for other in taken}]
            assert all(any(list(Step).index(step) < list(Step).index(other.step) for other in reasons) for step in uncovered)


def _another_severity(deviation: Deviation, taken: list[LadderStep], data: st.DataObject) -> Deviation:
    wanted = data.draw(st.sampled_from(Severity))
    try:
        check_severity(wanted, taken)
    except SeverityError:
        return deviation
    return replace(deviation, severity=wanted)


def test_the_order_steps_were_written_down_in_does_not_matter() -> None:
    some = [plain(Step.DIALOGUE), plain(Step.CHECK, skipped="Därför"), plain(Step.SUSPENSION)]
    assert len({standing(Severity.SERIOUS, order) for order in permutations(some)}) == 1
