"""Looking a list over before it is published. Help, not legal advice: every rule names what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kravkompass.catalog.checks import LABEL_DEMANDED, ORIGIN_WORDS
from kravkompass.catalog.terms import Confidence, Country, Kind, Method, Theme
from kravkompass.guidance.findings import Finding, Found, Weight
from kravkompass.guidance.guide import Guide
from kravkompass.guidance.listing import Listed, missing_values
from kravkompass.guidance.recommending import Standing
from kravkompass.guidance.rules_no import review_norway
from kravkompass.guidance.rules_se import review_sweden

Review = Callable[[Guide, Sequence[Listed]], Iterator[Finding]]
AUDITS = frozenset({Method.OFFICE_AUDIT, Method.FACTORY_AUDIT})
MONTHS_LEFT_FOR_AUDIT = 12


def review(guide: Guide, rows: Sequence[Listed]) -> tuple[Finding, ...]:
    """Give all findings, the most serious first. The rows are the list in the language it is read in."""
    found = [finding for look in REVIEWS for finding in look(guide, rows)]
    return tuple(sorted(found, key=lambda finding: list(Weight).index(finding.weight)))


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


def _values(_guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    for row in rows:
        if missing := missing_values(row.requirement, row.decision):
            names = ", ".join(one.labels.get(row.language, one.name) for one in missing)
            yield _about(row, Found.VALUE_MISSING, Weight.ERROR, parameters=names)


def _wording(_guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    for row in rows:
        if found := ORIGIN_WORDS.search(row.texts.demand):
            yield _about(row, Found.ORIGIN_DEMANDED, Weight.ERROR, word=found.group())
        if LABEL_DEMANDED.search(row.texts.demand):
            yield _about(row, Found.LABEL_DEMANDED, Weight.ERROR)
        if row.requirement.kind is Kind.SPECIFICATION and "hum-right" in row.requirement.codes.social:
            yield _about(row, Found.PRODUCTION_IN_SPECIFICATION, Weight.ERROR)


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


def _themes(guide: Guide, _rows: Sequence[Listed]) -> Iterator[Finding]:
    for theme in Theme:
        undecided = [
            one
            for one in guide.recommendations
            if one.requirement.theme is theme
            and one.standing is Standing.RECOMMENDED
            and one.requirement.id not in guide.purchase.decisions
        ]
        if undecided:
            values = {"theme": theme.value, "n": str(len(undecided))}
            yield Finding(Found.THEME_OPEN, Weight.HINT, "requirements", undecided[0].requirement.id, values)


def _follow_up(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    months = guide.purchase.facts.number("contract-months")
    audited = any(row.requirement.follow_up.method in AUDITS for row in rows)
    if audited and months is not None and months < 2 * MONTHS_LEFT_FOR_AUDIT:
        yield Finding(Found.TOO_SHORT_FOR_AUDIT, Weight.WARNING, "follow-up")
    unsure = [row for row in rows if row.requirement.confidence is Confidence.MEDIUM]
    if unsure:
        yield Finding(Found.CHECK_BEFORE_USE, Weight.HINT, "requirements", unsure[0].requirement.id, {"n": str(len(unsure))})


def _country(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    if guide.picture.chosen:
        yield from review_sweden(guide, rows) if guide.purchase.country is Country.SWEDEN else review_norway(guide, rows)


def _about(row: Listed, found: Found, weight: Weight, **values: str) -> Finding:
    return Finding(found, weight, "requirements", row.requirement.id, {"title": row.texts.title, **values})


REVIEWS: tuple[Review, ...] = (_whole, _values, _wording, _relations, _decisions, _themes, _follow_up, _country)
