"""Doing a purchase again: what a copy and a template keep of it, and what has changed in the catalog since it was decided about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kravkompass.guidance.facts import Facts, day_of
from kravkompass.guidance.purchase import Decision, Purchase
from kravkompass.guidance.recommending import Recommendation, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.catalog.requirement import Requirement
    from kravkompass.guidance.guide import Guide


def copied(purchase: Purchase, title: str) -> Purchase:
    """Give a copy under a title of its own: everything but what belongs to that one occasion.

    Reference number, supplier and dates are left out, also dates among the answers and the values filled in. Each decision
    keeps who made it and when, and tells which purchase it came from.
    """
    source = " · ".join(part for part in (purchase.title, purchase.reference) if part)
    decisions = {
        name: replace(one, values=_undated(one.values), taken_from=source or one.taken_from)
        for name, one in purchase.decisions.items()
    }
    return replace(
        purchase,
        id="",
        title=title,
        reference="",
        supplier="",
        facts=_undated_facts(purchase.facts),
        decisions=MappingProxyType(decisions),
        page="",
        created="",
        changed="",
        version=1,
    )


def as_template(purchase: Purchase, name: str) -> Purchase:
    """Give what a template keeps, under its name: what a copy keeps, without whose purchase it was and who decided."""
    kept = copied(purchase, name)
    decisions = {key: replace(one, decided_by="", decided_at="", taken_from="") for key, one in kept.decisions.items()}
    return replace(kept, organisation="", buyer="", example="", decisions=MappingProxyType(decisions))


def from_template(template: Purchase, organisation: str, signed: tuple[str, str]) -> Purchase:
    """Give a purchase begun from a template by someone at a time: who and when every decision then bears, and which template.

    Whoever begins the purchase is its buyer.
    """
    who, when = signed
    decisions = {
        name: replace(one, decided_by=who, decided_at=when, taken_from=template.title) for name, one in template.decisions.items()
    }
    return replace(template, organisation=organisation, buyer=who, decisions=MappingProxyType(decisions))


def _undated_facts(facts: Facts) -> Facts:
    return Facts(MappingProxyType({name: one for name, one in facts.answers.items() if not _is_day(one)}))


def _undated(values: Mapping[str, str | int | float]) -> Mapping[str, str | int | float]:
    return MappingProxyType({name: value for name, value in values.items() if not _is_day(value)})


def _is_day(value: object) -> bool:
    return isinstance(value, str) and day_of(value) is not None


class Since(StrEnum):
    """What has happened in the catalog to a requirement after it was decided about elsewhere."""

    REVISED = "revised"
    RETIRED = "retired"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Changed:
    """A requirement that is not as it was: from which revision to which (0 where there is none), and what takes its place."""

    requirement: str
    since: Since
    before: int = 0
    now: int = 0
    instead: str = ""


def changed_since(guide: Guide) -> tuple[Changed, ...]:
    """Give what has changed in the catalog since the decisions taken from elsewhere were made, by id.

    New is what is proposed now and was not decided about then. A purchase that took nothing from elsewhere has nothing to tell.
    """
    taken = [one for one in guide.purchase.decisions.values() if one.taken_from]
    if not taken:
        return ()
    found = [change for one in taken if (change := _change(one, guide.requirements.get(one.requirement))) is not None]
    return tuple(sorted((*found, *_new(guide.recommendations, guide.purchase)), key=lambda one: one.requirement))


def _change(decision: Decision, now: Requirement | None) -> Changed | None:
    if now is None:
        return Changed(decision.requirement, Since.GONE, decision.revision)
    if now.retired:
        return Changed(now.id, Since.RETIRED, decision.revision, now.revision, now.replaced_by)
    if now.revision > decision.revision:
        return Changed(now.id, Since.REVISED, decision.revision, now.revision)
    return None


def _new(recommendations: Sequence[Recommendation], purchase: Purchase) -> list[Changed]:
    return [
        Changed(one.requirement.id, Since.NEW, now=one.requirement.revision)
        for one in recommendations
        if one.standing is Standing.RECOMMENDED and one.requirement.id not in purchase.decisions
    ]
