"""Looking a list over before it is published. Help, not legal advice: every rule names what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations

from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import Confidence, Country, Kind, Method, Theme
from kravkompass.catalog.wordings import LABEL_DEMANDED, ORIGIN_WORDS, SOCIAL_WORDS, named_alone
from kravkompass.guidance.findings import Finding, Found, Weight
from kravkompass.guidance.guide import Guide
from kravkompass.guidance.listing import Listed, missing_values
from kravkompass.guidance.lots import review_lots
from kravkompass.guidance.purchase import theme_reason
from kravkompass.guidance.recommending import Standing
from kravkompass.guidance.rules_no import review_norway
from kravkompass.guidance.rules_se import review_sweden

Review = Callable[[Guide, Sequence[Listed]], Iterator[Finding]]
YEAR = timedelta(days=365)
AUDITS = frozenset({Method.OFFICE_AUDIT, Method.FACTORY_AUDIT})
MONTHS_LEFT_FOR_AUDIT = 12
SOCIAL_THEMES = frozenset({Theme.SUPPLY_CHAIN, Theme.WORKING_CONDITIONS, Theme.EMPLOYMENT})


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside the list: how many planned checks there is no time for, and when each requirement's oldest source was checked."""

    unchecked: int = 0
    seen: Mapping[str, str] = field(default_factory=dict)


def review(guide: Guide, rows: Sequence[Listed], beside: Beside | None = None) -> tuple[Finding, ...]:
    """Give all findings, the most serious first. The rows are the list in the language it is read in."""
    found = [finding for look in REVIEWS for finding in look(guide, rows)]
    found += _beside(guide, rows, beside or Beside())
    return tuple(sorted(found, key=lambda finding: list(Weight).index(finding.weight)))


def review_wording(row: Listed) -> tuple[Finding, ...]:
    """Look one requirement over by itself: its wording, its values, and whether it can be checked."""
    return tuple(finding for look in (_values_of, _wording_of, _checkable_of) for finding in look(row))


def _whole(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    if not guide.purchase.title.strip():
        yield Finding(Found.NO_TITLE, Weight.ERROR, "purchase")
    if not guide.picture.chosen:
        yield Finding(Found.NO_GROUPS, Weight.ERROR, "groups")
    elif not rows:
        yield Finding(Found.NO_REQUIREMENTS, Weight.ERROR, "requirements")
    value = guide.purchase.facts.number("value")
    if value is not None and guide.picture.fact("procedure") is None:
        yield Finding(Found.PROCEDURE_UNKNOWN, Weight.HINT, "purchase")
    waiting = [
        asked
        for asked in guide.questions
        if guide.purchase.facts.is_open(asked.question.id) and asked.usual is None and asked.changes
    ]
    if waiting:
        yield Finding(Found.OPEN_QUESTIONS, Weight.HINT, "situation", values={"n": str(len(waiting))})


def _values_of(row: Listed) -> Iterator[Finding]:
    if missing := missing_values(row.requirement, row.decision):
        names = ", ".join(one.labels.get(row.language, one.name) for one in missing)
        yield _about(row, Found.VALUE_MISSING, Weight.ERROR, parameters=names)


def _wording_of(row: Listed) -> Iterator[Finding]:
    if found := ORIGIN_WORDS.search(row.texts.demand):
        yield _about(row, Found.ORIGIN_DEMANDED, Weight.ERROR, word=found.group())
    if LABEL_DEMANDED.search(row.texts.demand):
        yield _about(row, Found.LABEL_DEMANDED, Weight.ERROR)
    elif (row.is_adapted or row.requirement.is_own) and (label := named_alone(row.texts.demand, row.language)):
        yield _about(row, Found.EQUIVALENT_MISSING, Weight.WARNING, label=label)
    if row.requirement.kind is Kind.SPECIFICATION and _is_about_production(row):
        yield _about(row, Found.PRODUCTION_IN_SPECIFICATION, Weight.ERROR)


def _wordings(_guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    for row in rows:
        yield from review_wording(row)


def _is_about_production(row: Listed) -> bool:
    """Whether a row is about the conditions of those who make or do what is bought.

    The catalog says so by its codes. What a municipality writes itself has only its theme and its words to go by.
    """
    requirement = row.requirement
    if "hum-right" in requirement.codes.social or (requirement.is_own and requirement.theme in SOCIAL_THEMES):
        return True
    says_so = SOCIAL_WORDS.search(row.texts.demand) is not None
    return says_so and (requirement.is_own or SOCIAL_WORDS.search(requirement.texts[row.language].demand) is None)


def _relations(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    on_list = {row.requirement.id: row for row in rows}
    for row in rows:
        relations = row.requirement.relations
        for name in (*relations.excludes, *relations.replaces):
            if name in on_list:
                yield _about(row, Found.TOGETHER, Weight.ERROR, other=on_list[name].texts.title)
        repeated = [name for name in relations.repeat_as if name in guide.requirements]
        if repeated and not any(name in on_list for name in repeated):
            other = guide.requirements[repeated[0]].texts.get(row.language)
            yield _about(row, Found.NOT_REPEATED, Weight.WARNING, other=other.title if other else repeated[0])
        yield from _above_minimum(row, rows)


def _above_minimum(award: Listed, rows: Sequence[Listed]) -> Iterator[Finding]:
    if award.requirement.kind is not Kind.AWARD:
        return
    for row in rows:
        minimum = row.requirement
        same = minimum.feature == award.requirement.feature and minimum.kind is not Kind.AWARD
        if (
            same
            and minimum.id not in award.requirement.relations.exceeds
            and minimum.level.height >= award.requirement.level.height
        ):
            yield _about(award, Found.NOT_ABOVE_MINIMUM, Weight.WARNING, other=row.texts.title)


def _same_twice(_guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    for one, other in combinations(rows, 2):
        first, second = one.requirement, other.requirement
        related = {first.id, second.id} & {name for two in (first, second) for name in _related(two)}
        if first.feature == second.feature and first.kind is second.kind and not related:
            levels_differ = first.level is not second.level
            if levels_differ or not (first.statutory or second.statutory):
                weight = Weight.WARNING if levels_differ else Weight.HINT
                yield _about(one, Found.SAME_TWICE, weight, other=other.texts.title)


def _related(requirement: Requirement) -> tuple[str, ...]:
    relations = requirement.relations
    return (*relations.adds_to, *relations.excludes, *relations.replaces)


def _checkable_of(row: Listed) -> Iterator[Finding]:
    if not (row.texts.evidence.strip() and row.texts.follow_up.strip()):
        yield _about(row, Found.NOT_CHECKABLE, Weight.WARNING)


def _decisions(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    replaced = {name for row in rows for name in row.requirement.relations.replaces}
    for decision in guide.purchase.decisions.values():
        requirement = guide.requirements.get(decision.requirement)
        if requirement is None:
            continue
        title = next(iter(requirement.texts.values())).title
        values = {"title": title}
        if not decision.is_in and not (decision.reason_code or decision.reason.strip()):
            yield Finding(Found.NO_REASON, Weight.WARNING, "requirements", requirement.id, values)
        needed = requirement.statutory and requirement.id not in replaced and _still_recommended(guide, requirement.id)
        if not decision.is_in and needed:
            yield Finding(Found.STATUTORY_LEFT_OUT, Weight.ERROR, "requirements", requirement.id, values)
        if decision.is_in and decision.revision < requirement.revision:
            yield Finding(Found.NEWER_REVISION, Weight.HINT, "requirements", requirement.id, values)


def _still_recommended(guide: Guide, name: str) -> bool:
    return any(one.requirement.id == name and one.standing is Standing.RECOMMENDED for one in guide.recommendations)


def _themes(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    on_list = {row.requirement.theme for row in rows}
    for theme in Theme:
        proposed = [
            one.requirement.id
            for one in guide.recommendations
            if one.requirement.theme is theme and one.standing is Standing.RECOMMENDED
        ]
        undecided = [name for name in proposed if name not in guide.purchase.decisions]
        if undecided:
            values = {"theme": theme.value, "n": str(len(undecided))}
            yield Finding(Found.THEME_OPEN, Weight.HINT, "requirements", undecided[0], values)
        elif proposed and theme not in on_list and not guide.purchase.facts.words(theme_reason(theme)).strip():
            yield Finding(Found.THEME_NONE, Weight.WARNING, "requirements", proposed[0], {"theme": theme.value})


def _follow_up(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    months = guide.purchase.facts.number("contract-months")
    audited = any(row.requirement.follow_up.method in AUDITS for row in rows)
    if audited and months is not None and months < 2 * MONTHS_LEFT_FOR_AUDIT:
        yield Finding(Found.TOO_SHORT_FOR_AUDIT, Weight.WARNING, "follow-up")
    unsure = [row for row in rows if row.requirement.confidence is Confidence.MEDIUM]
    if unsure:
        yield Finding(Found.CHECK_BEFORE_USE, Weight.HINT, "requirements", unsure[0].requirement.id, {"n": str(len(unsure))})


def _beside(guide: Guide, rows: Sequence[Listed], beside: Beside) -> Iterator[Finding]:
    if beside.unchecked:
        yield Finding(Found.TOO_FEW_HOURS, Weight.WARNING, "follow-up", values={"n": str(beside.unchecked)})
    long_ago = (guide.picture.today - YEAR).isoformat()
    old = [row.requirement.id for row in rows if beside.seen.get(row.requirement.id, long_ago) < long_ago]
    if old:
        yield Finding(Found.SOURCES_OLD, Weight.HINT, "requirements", old[0], {"n": str(len(old))})


def _country(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    if guide.picture.chosen:
        yield from review_sweden(guide, rows) if guide.purchase.country is Country.SWEDEN else review_norway(guide, rows)


def _about(row: Listed, found: Found, weight: Weight, **values: str) -> Finding:
    return Finding(found, weight, "requirements", row.requirement.id, {"title": row.texts.title, **values})


REVIEWS: tuple[Review, ...] = (
    _whole,
    _wordings,
    _relations,
    _same_twice,
    _decisions,
    _themes,
    _follow_up,
    review_lots,
    _country,
)
