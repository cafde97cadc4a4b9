"""Already checked? Whether another municipality's finding can stand for a check of one's own.

Three tests, after the guidance of the Swedish regions' national office for sustainable procurement (source ``se/husr``) and Lillestrøm's
strategy (``no/anb-lil``): the other's conditions are at least as strict, the methods are similar, and the check is recent enough. How
recent is a dated rule (``se-reuse-years``, ``no-reuse-years``), not a number here. What the rules cannot tell is left to the buyer.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, date
from enum import StrEnum

from kravkompass.catalog.terms import Method, Stricter
from kravkompass.followup.activity import Status
from kravkompass.followup.contract import FrozenRequirement, Supplier
from kravkompass.followup.shared_finding import Conditions, SharedFinding, Use, number_key
from kravkompass.guidance.own import number_of

_NUMBER = re.compile(r"\d+(?:\s\d{3})*(?:[.,]\d+)?")
_SHORTCOMING = frozenset({Status.PARTLY, Status.NOT_MET})


class Point(StrEnum):
    """What is looked at: the three tests, and what the other found."""

    CONDITIONS = "conditions"
    METHOD = "method"
    AGE = "age"
    RESULT = "result"


class Answer(StrEnum):
    """The answer to a test. What the rules cannot tell, the buyer judges."""

    YES = "yes"
    JUDGE = "judge"
    NO = "no"


class Because(StrEnum):
    """Why a test is answered as it is."""

    SAME_CONDITIONS = "same-conditions"
    VALUE_SAME_OR_STRICTER = "value-stricter"
    VALUE_WEAKER = "value-weaker"
    VALUE_UNCLEAR = "value-unclear"
    VALUE_MISSING = "value-missing"
    LEVEL_HIGHER = "level-higher"
    LEVEL_LOWER = "level-lower"
    WORDED_DIFFERENTLY = "worded-differently"
    NO_COMMON_LANGUAGE = "no-common-language"
    SAME_METHOD = "same-method"
    HEAVIER_METHOD = "heavier-method"
    LIGHTER_METHOD = "lighter-method"
    METHOD_UNKNOWN = "method-unknown"
    RECENT = "recent"
    TOO_OLD = "too-old"
    IN_THE_FUTURE = "in-the-future"
    AGE_UNCLEAR = "age-unclear"
    MET = "met"
    SHORTCOMING = "shortcoming"
    NOTHING_FOUND = "nothing-found"


@dataclass(frozen=True, slots=True)
class Judged:
    """One reason for the answer to a test, with its values: levels, methods, days and parameter values as they are."""

    point: Point
    answer: Answer
    because: Because
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the rules propose about a finding, with every reason."""

    use: Use
    judged: tuple[Judged, ...]

    def answer(self, point: Point) -> Answer:
        """Give the answer to a test: no where one reason says no, else to be judged where one cannot be told."""
        given = {one.answer for one in self.judged if one.point is point}
        return next((answer for answer in (Answer.NO, Answer.JUDGE) if answer in given), Answer.YES)


@dataclass(frozen=True, slots=True)
class Fit:
    """A requirement at a supplier that a finding says something about."""

    finding: SharedFinding
    requirement: FrozenRequirement
    supplier: Supplier


def conditions(requirement: FrozenRequirement) -> Conditions:
    """Give what was agreed, as it can be compared."""
    wording = {language: texts.demand for language, texts in requirement.texts.items()}
    return Conditions(
        requirement.requirement, requirement.revision, requirement.feature, requirement.level, requirement.values, wording
    )


def fits(finding: SharedFinding, requirements: Sequence[FrozenRequirement], suppliers: Iterable[Supplier]) -> tuple[Fit, ...]:
    """Find what a finding says something about: the same requirement, or else those about the same thing, at the supplier with its number."""
    number = number_key(finding.number)
    alike = [one for one in requirements if _is_same(one, finding.agreed)] or [
        one for one in requirements if one.feature and one.feature == finding.agreed.feature
    ]
    return tuple(
        Fit(finding, requirement, supplier)
        for supplier in suppliers
        if number and number_key(supplier.number) == number
        for requirement in alike
        if requirement.holds_for(supplier)
    )


def _is_same(ours: FrozenRequirement, theirs: Conditions) -> bool:
    """Whether it is the same requirement: a municipality's own ones are numbered alike everywhere, and told apart by what they are about."""
    return ours.requirement == theirs.requirement and (ours.feature == theirs.feature or not number_of(theirs.requirement))


def assess(
    finding: SharedFinding, ours: FrozenRequirement, today: date, years: float | None, stricter: Mapping[str, Stricter]
) -> Assessment:
    """Judge a finding against a requirement of one's own.

    ``years`` is how old a check may be, None when that is not known; ``stricter`` says for each parameter which way is stricter.
    """
    judged = (
        *_conditions(finding.agreed, conditions(ours), stricter),
        _method(finding.method, ours.follow_up.method),
        _age(finding.day, today, years),
        _result(finding.status),
    )
    whole = Assessment(Use.PARTIAL, judged)
    answers = {point: whole.answer(point) for point in Point}
    if answers[Point.AGE] is Answer.NO or finding.status not in {Status.MET, *_SHORTCOMING}:
        return replace(whole, use=Use.OWN_CHECK)
    if answers[Point.CONDITIONS] is answers[Point.METHOD] is Answer.NO:
        return replace(whole, use=Use.OWN_CHECK)
    return replace(whole, use=Use.REUSE) if set(answers.values()) == {Answer.YES} else whole


def last_day(checked: date, years: float) -> date:
    """Give the last day a check may be used: the same date so many whole years later, 28 February for the 29th where there is none."""
    year = min(checked.year + int(years), MAXYEAR)
    try:
        return checked.replace(year=year)
    except ValueError:
        return checked.replace(year=year, day=28)


def _conditions(theirs: Conditions, ours: Conditions, stricter: Mapping[str, Stricter]) -> Iterator[Judged]:
    levels = {"theirs": theirs.level, "ours": ours.level}
    if theirs.level.height < ours.level.height:
        yield Judged(Point.CONDITIONS, Answer.NO, Because.LEVEL_LOWER, levels)
        return
    if theirs.requirement != ours.requirement and theirs.level.height > ours.level.height:
        yield Judged(Point.CONDITIONS, Answer.YES, Because.LEVEL_HIGHER, levels)
        return
    differing = list(_values(theirs, ours, stricter)) if theirs.requirement == ours.requirement else []
    yield from differing
    worded = _wording(theirs, ours)
    if worded is not None:
        yield worded
    elif not differing:
        yield Judged(Point.CONDITIONS, Answer.YES, Because.SAME_CONDITIONS)


def _values(theirs: Conditions, ours: Conditions, stricter: Mapping[str, Stricter]) -> Iterator[Judged]:
    for name in sorted({*theirs.values, *ours.values}):
        one, other = theirs.values.get(name), ours.values.get(name)
        if one == other:
            continue
        values = {"name": name, "theirs": one, "ours": other}
        if one is None or other is None:
            yield Judged(Point.CONDITIONS, Answer.JUDGE, Because.VALUE_MISSING, {"name": name})
        elif isinstance(one, str) or isinstance(other, str) or name not in stricter:
            yield Judged(Point.CONDITIONS, Answer.JUDGE, Because.VALUE_UNCLEAR, values)
        elif (one > other) is (stricter[name] is Stricter.HIGHER):
            yield Judged(Point.CONDITIONS, Answer.YES, Because.VALUE_SAME_OR_STRICTER, values)
        else:
            yield Judged(Point.CONDITIONS, Answer.NO, Because.VALUE_WEAKER, values)


def _wording(theirs: Conditions, ours: Conditions) -> Judged | None:
    """Compare the wordings, apart from the values that are compared by themselves. A wording of one's own is for the buyer to judge."""
    common = [language for language in ours.wording if language in theirs.wording]
    if not common:
        return Judged(Point.CONDITIONS, Answer.JUDGE, Because.NO_COMMON_LANGUAGE)
    pairs = {(_plain(str(theirs.values.get(name))), _plain(str(value))) for name, value in ours.values.items()}
    if all(_alike(theirs.wording[one], ours.wording[one], pairs) for one in common):
        return None
    return Judged(Point.CONDITIONS, Answer.JUDGE, Because.WORDED_DIFFERENTLY)


def _alike(theirs: str, ours: str, pairs: Container[tuple[str, str]]) -> bool:
    """Whether two wordings differ in nothing but numbers that are a parameter's two values."""
    if [part.split() for part in _NUMBER.split(theirs)] != [part.split() for part in _NUMBER.split(ours)]:
        return False
    numbers = zip(_NUMBER.findall(theirs), _NUMBER.findall(ours), strict=True)
    return all(one == other or (_plain(one), _plain(other)) in pairs for one, other in numbers)


def _plain(written: str) -> str:
    """Give a number in one way of writing: no spaces between thousands, a full stop before decimals, no empty decimals."""
    return re.sub(r"\s", "", written).replace(",", ".").removesuffix(".0")


def _method(theirs: Method | None, ours: Method) -> Judged:
    if theirs is None:
        return Judged(Point.METHOD, Answer.JUDGE, Because.METHOD_UNKNOWN, {"ours": ours})
    order = list(Method)
    apart = order.index(theirs) - order.index(ours)
    values = {"theirs": theirs, "ours": ours}
    if apart < 0:
        return Judged(Point.METHOD, Answer.NO, Because.LIGHTER_METHOD, values)
    return Judged(Point.METHOD, Answer.YES, Because.HEAVIER_METHOD if apart else Because.SAME_METHOD, values)


def _age(checked: date, today: date, years: float | None) -> Judged:
    if checked > today:
        return Judged(Point.AGE, Answer.NO, Because.IN_THE_FUTURE, {"day": checked})
    if years is None:
        return Judged(Point.AGE, Answer.JUDGE, Because.AGE_UNCLEAR, {"day": checked})
    until = last_day(checked, years)
    values = {"day": checked, "until": until, "years": years}
    if today > until:
        return Judged(Point.AGE, Answer.NO, Because.TOO_OLD, values)
    return Judged(Point.AGE, Answer.YES, Because.RECENT, values)


def _result(status: Status) -> Judged:
    if status is Status.MET:
        return Judged(Point.RESULT, Answer.YES, Because.MET)
    if status in _SHORTCOMING:
        return Judged(Point.RESULT, Answer.JUDGE, Because.SHORTCOMING, {"status": status})
    return Judged(Point.RESULT, Answer.NO, Because.NOTHING_FOUND, {"status": status})
