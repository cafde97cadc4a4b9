"""Which requirements apply to a purchase, which of them to propose, and why. Same facts, same list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kravkompass.catalog.condition import Truth, facts_in, holds
from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import Confidence, Kind, Level, Priority, RiskArea, RiskLevel, Theme
from kravkompass.guidance.facts import UNKNOWN
from kravkompass.guidance.purchase import Decision
from kravkompass.guidance.reasons import Code, Reason
from kravkompass.guidance.situation import Picture

MOST_USEFUL_IN_THEME = 4
MORE_IN_PRIORITY = 2
RISK_DRIVEN = frozenset({Theme.SUPPLY_CHAIN, Theme.INTEGRITY, Theme.WORKING_CONDITIONS})


class Standing(StrEnum):
    """How a requirement stands to a purchase."""

    RECOMMENDED = "recommended"
    OFFERED = "offered"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A requirement that applies, how it stands, and the reasons."""

    requirement: Requirement
    standing: Standing
    reasons: tuple[Reason, ...]


def recommend(requirements: Iterable[Requirement], picture: Picture) -> tuple[Recommendation, ...]:
    """Give every requirement of the purchase's country that applies, in the order of themes and ids."""
    fitting = [one for one in requirements if one.country is picture.purchase.country and not one.retired and fits(one, picture)]
    first = [found for one in fitting if (found := _look_at(one, picture)) is not None]
    order = list(Theme)
    ordered = sorted(
        first, key=lambda found: (order.index(found.requirement.theme), found.requirement.is_own, found.requirement.id)
    )
    return tuple(_in_proportion(_without_conflicts(ordered, picture.purchase.decisions), picture))


def fits(requirement: Requirement, picture: Picture) -> bool:
    """Whether the requirement is about one of the purchase's product groups."""
    return any(picture.has_group(group) for group in requirement.groups) and bool(picture.purchase.groups)


def _look_at(requirement: Requirement, picture: Picture) -> Recommendation | None:
    """Look at a requirement in the purchase, or in each lot it is about; where it stands best decides."""
    parts = [part for part in picture.parts if fits(requirement, part)] or [picture]
    found = [one for part in parts if (one := _look_in(requirement, part)) is not None]
    return min(found, key=lambda one: list(Standing).index(one.standing), default=None)


def _look_in(requirement: Requirement, picture: Picture) -> Recommendation | None:
    truth = holds(requirement.when, picture)
    if truth is Truth.NO:
        return None
    if truth is Truth.OPEN:
        waits = [Reason(Code.WAITS, {"question": name}) for name in sorted(facts_in(requirement.when)) if _is_open(name, picture)]
        return Recommendation(requirement, Standing.WAITING, (*waits, *_provenance(requirement)))
    standing, code = _standing(requirement, picture)
    reasons = (Reason(code), *_grounds(requirement, picture), *_provenance(requirement))
    return Recommendation(requirement, standing, reasons)


def _is_open(name: str, picture: Picture) -> bool:
    return picture.fact(name) in {None, UNKNOWN}


def _standing(requirement: Requirement, picture: Picture) -> tuple[Standing, Code]:
    if requirement.is_own:
        return _standing_of_own(requirement, picture)
    if requirement.statutory:
        return Standing.RECOMMENDED, Code.STATUTORY
    if requirement.kind is Kind.AWARD and not (
        picture.fact("award-criteria") == "yes" and requirement.priority is not Priority.EXTRA
    ):
        return Standing.OFFERED, Code.AWARD_OFFERED
    if requirement.common_practice or requirement.priority is Priority.EXTRA:
        return Standing.OFFERED, Code.EXTRA
    if requirement.level is not Level.BASE and not _level_called_for(requirement, picture):
        return Standing.OFFERED, Code.HIGHER_LEVEL
    if requirement.priority is Priority.CORE:
        return Standing.RECOMMENDED, Code.CORE
    return (Standing.OFFERED, Code.SMALL) if picture.is_small else (Standing.RECOMMENDED, Code.USEFUL)


def _standing_of_own(requirement: Requirement, picture: Picture) -> tuple[Standing, Code]:
    """Propose what the municipality has made its standard, unless the tenders are compared on price alone."""
    if requirement.id not in picture.profile.standard:
        return Standing.OFFERED, Code.OWN
    if requirement.kind is Kind.AWARD and picture.fact("award-criteria") == "no":
        return Standing.OFFERED, Code.AWARD_OFFERED
    return Standing.RECOMMENDED, Code.OWN_STANDARD


def _level_called_for(requirement: Requirement, picture: Picture) -> bool:
    if picture.profile.wants(requirement.theme, requirement.level):
        return True
    if requirement.level is Level.SPEARHEAD:
        return False
    return requirement.priority is Priority.CORE or _risk_calls(requirement, picture)


def _risk_calls(requirement: Requirement, picture: Picture) -> bool:
    areas = (RiskArea.HUMAN_RIGHTS, RiskArea.LABOUR)
    high = any(picture.risk(area).height >= RiskLevel.HIGH.height for area in areas)
    return requirement.theme in RISK_DRIVEN and high and not picture.is_small


def _grounds(requirement: Requirement, picture: Picture) -> Iterable[Reason]:
    own = sorted(group for group in requirement.groups if group != "all" and picture.has_group(group))
    yield from (Reason(Code.GROUP, {"group": group}) for group in own[:2])
    if not own:
        yield Reason(Code.ALL_GROUPS)
    if picture.profile.gives_priority(requirement.theme):
        yield Reason(Code.PROFILE, {"theme": requirement.theme.value})
    if goal := picture.profile.theme_goals.get(requirement.theme, ""):
        yield Reason(Code.GOAL, {"goal": goal})
    for name in sorted(facts_in(requirement.when)):
        answer = picture.purchase.facts.get(name)
        if isinstance(answer, str) and answer not in {"", UNKNOWN}:
            yield Reason(Code.ANSWER, {"question": name, "answer": answer})
        elif _is_open(name, picture):
            yield Reason(Code.NOT_KNOWN, {"question": name})
    if requirement.theme in RISK_DRIVEN:
        for area in (RiskArea.HUMAN_RIGHTS, RiskArea.LABOUR):
            if picture.risk(area).height > RiskLevel.MEDIUM.height:
                yield Reason(Code.RISK, {"area": area.value, "level": picture.risk(area).value})


def _provenance(requirement: Requirement) -> Iterable[Reason]:
    if requirement.common_practice:
        yield Reason(Code.COMMON_PRACTICE)
    elif requirement.confidence is Confidence.MEDIUM:
        yield Reason(Code.CHECK_BEFORE_USE)
    if requirement.origin is not None:
        yield Reason(Code.ELSEWHERE, {"origin": requirement.origin.taken_from})


def _without_conflicts(found: Sequence[Recommendation], decisions: Mapping[str, Decision]) -> list[Recommendation]:
    """Put aside what a chosen or proposed requirement replaces, and the weaker of two that cannot stand together.

    What the buyer has chosen goes first; what the buyer has left out takes nobody's place.
    """
    by_id = {one.requirement.id: one for one in found}
    apart = _apart(found)
    chosen = {name for name, decision in decisions.items() if decision.is_in}
    proposed = [one for one in found if one.standing is Standing.RECOMMENDED and one.requirement.id not in decisions]
    for one in sorted((one for one in found if one.requirement.id in chosen), key=_strength, reverse=True):
        _make_way(one, by_id, chosen, apart)
    for one in sorted(proposed, key=_strength, reverse=True):
        requirement = one.requirement
        if by_id[requirement.id].standing is not Standing.RECOMMENDED:
            continue
        if not requirement.statutory and any(
            name in chosen or _is_kept_by_law(name, by_id) for name in requirement.relations.replaces
        ):
            by_id[requirement.id] = replace(one, standing=Standing.OFFERED, reasons=(Reason(Code.HIGHER_LEVEL), *one.reasons))
            continue
        _make_way(one, by_id, chosen, apart)
    return [by_id[one.requirement.id] for one in found]


def _make_way(
    one: Recommendation, by_id: dict[str, Recommendation], chosen: set[str], apart: Mapping[str, tuple[str, ...]]
) -> None:
    requirement = one.requirement
    _put_aside([name for name in requirement.relations.replaces if name not in chosen], one, Code.REPLACED, by_id)
    _put_aside([name for name in apart.get(requirement.id, ()) if name not in chosen], one, Code.EXCLUDED, by_id)


def _is_kept_by_law(name: str, by_id: Mapping[str, Recommendation]) -> bool:
    one = by_id.get(name)
    return one is not None and one.standing is Standing.RECOMMENDED and one.requirement.statutory


def _in_proportion(found: Sequence[Recommendation], picture: Picture) -> list[Recommendation]:
    """Propose at most a few of the merely useful ones in each theme, those made for the product groups first: the buyer is alone.

    What the law, a high risk or another proposal calls for is neither counted nor left out: more risk never weakens the list.
    """
    counted: dict[Theme, int] = {}
    kept: dict[str, Recommendation] = {}
    calm = replace(picture, risks={})
    called_for = _called_for(found)
    repeated = _repeated(found)
    for one in sorted(found, key=lambda one: (one.requirement.id in repeated, _closeness(one))):
        requirement = one.requirement
        holds_a_promise = any(kept.get(name, one).standing is Standing.RECOMMENDED for name in repeated.get(requirement.id, ()))
        exempt = requirement.id in called_for or holds_a_promise or _is_for_the_risk(requirement, calm)
        if one.standing is Standing.RECOMMENDED and not exempt:
            counted[requirement.theme] = counted.get(requirement.theme, 0) + 1
            most = MOST_USEFUL_IN_THEME + MORE_IN_PRIORITY * picture.profile.gives_priority(requirement.theme)
            if counted[requirement.theme] > most:
                one = replace(one, standing=Standing.OFFERED, reasons=(Reason(Code.ENOUGH), *one.reasons[1:]))  # noqa: PLW2901
        kept[requirement.id] = one
    return [kept[one.requirement.id] for one in found]


def _called_for(found: Sequence[Recommendation]) -> frozenset[str]:
    """Give the ids of what is proposed by law, as most important, as the municipality's standard, or in another's place."""
    proposed = (one.requirement for one in found if one.standing is Standing.RECOMMENDED)
    by_nature = {one.id for one in proposed if one.statutory or one.is_own or one.priority is Priority.CORE}
    aside = (reason for one in found for reason in one.reasons if reason.code in {Code.REPLACED, Code.EXCLUDED})
    return frozenset(by_nature | {reason.values["other"] for reason in aside})


def _repeated(found: Sequence[Recommendation]) -> Mapping[str, tuple[str, ...]]:
    """Give the contract's side of each proposed qualification, with the ids of those it repeats: the one goes with the other."""
    repeated: dict[str, tuple[str, ...]] = {}
    for one in found:
        if one.standing is Standing.RECOMMENDED:
            for name in one.requirement.relations.repeat_as:
                repeated[name] = (*repeated.get(name, ()), one.requirement.id)
    return repeated


def _is_for_the_risk(requirement: Requirement, calm: Picture) -> bool:
    """Whether a useful requirement would not be proposed, or not apply, if every risk were low."""
    raised = requirement.level is Level.ADVANCED and not calm.profile.wants(requirement.theme, requirement.level)
    return raised or holds(requirement.when, calm) is not Truth.YES


def _closeness(one: Recommendation) -> tuple[bool, int, str]:
    requirement = one.requirement
    return "all" in requirement.groups, -requirement.level.height, requirement.id


def _strength(one: Recommendation) -> tuple[bool, int, bool, str]:
    requirement = one.requirement
    return requirement.statutory, requirement.level.height, requirement.priority is Priority.CORE, requirement.id


def _apart(found: Iterable[Recommendation]) -> Mapping[str, tuple[str, ...]]:
    """Give the ids each requirement cannot stand beside, whichever of the two says so."""
    apart: dict[str, tuple[str, ...]] = {}
    for one in found:
        for other in one.requirement.relations.excludes:
            apart[one.requirement.id] = (*apart.get(one.requirement.id, ()), other)
            apart[other] = (*apart.get(other, ()), one.requirement.id)
    return apart


def _put_aside(names: Iterable[str], by: Recommendation, code: Code, by_id: dict[str, Recommendation]) -> None:
    for name in names:
        weaker = by_id.get(name)
        if weaker is None or weaker.standing is not Standing.RECOMMENDED:
            continue
        if weaker.requirement.statutory and not (by.requirement.statutory and code is Code.REPLACED):
            continue
        reason = Reason(code, {"other": by.requirement.id})
        by_id[name] = replace(weaker, standing=Standing.OFFERED, reasons=(reason, *weaker.reasons))


def questions_of(requirements: Iterable[Requirement], picture: Picture) -> Mapping[str, int]:
    """Give the facts that requirements fitting the purchase depend on, with how many requirements each one changes."""
    counts: dict[str, int] = {}
    for one in requirements:
        if one.country is picture.purchase.country and not one.retired and fits(one, picture):
            for name in facts_in(one.when):
                counts[name] = counts.get(name, 0) + 1
    return counts
