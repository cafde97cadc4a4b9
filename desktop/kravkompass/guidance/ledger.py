"""The decision ledger: what was proposed, what was decided, why, by whom and when. The window and the decision annex say it in the same words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import own_origin, revised
from kravkompass.catalog.terms import Theme
from kravkompass.guidance.listing import text_language
from kravkompass.guidance.purchase import Decision, LeftOutReason, Purchase, Verdict
from kravkompass.guidance.reasons import SENTENCES, Code
from kravkompass.guidance.recommending import Standing
from kravkompass.guidance.saying import LEFT_OUT_NAMES, said_lots, said_reason
from kravkompass.language import text

if TYPE_CHECKING:
    from kravkompass.catalog.catalog import Catalog
    from kravkompass.catalog.requirement import Requirement
    from kravkompass.guidance.guide import Guide
    from kravkompass.language import Translation

VERDICTS = {
    Verdict.CHOSEN: text("Chosen"),
    Verdict.ADAPTED: text("Chosen with adapted wording"),
    Verdict.LEFT_OUT: text("Left out"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One requirement in the ledger, said in a language.

    ``title`` is in ``language``, which differs from the wanted one for a stand-in. ``verdict`` is nothing where nobody has
    decided yet. ``newer`` is the revision there is now, where it is later than the one taken; else 0.
    """

    requirement: str
    theme: Theme
    title: str
    language: str
    known_as: str
    proposed: str
    verdict: Verdict | None
    decided: str
    reasons: tuple[str, ...]
    newer: int = 0


def ledger(guide: Guide, catalog: Catalog, t: Translation) -> tuple[Entry, ...]:
    """Give everything that was proposed or decided about, by theme and id, the municipality's own last in each theme."""
    order = list(Theme)
    found = sorted(_concerned(guide), key=lambda one: (order.index(one.theme), one.is_own, one.id))
    return tuple(_entry(one, guide, catalog, t) for one in found)


def signature(decision: Decision, t: Translation) -> str:
    """Give who decided, and the day where the computer stands."""
    day = t.formats.short_date(datetime.fromisoformat(decision.decided_at).astimezone().date()) if decision.decided_at else ""
    return ", ".join(part for part in (decision.decided_by, day) if part)


def said_decision(decision: Decision, purchase: Purchase, t: Translation) -> tuple[str, ...]:
    """Say what was decided, why, by whom and when: each part as it stands in the ledger."""
    return (t.say(VERDICTS[decision.verdict]), *_why_decided(decision, purchase, t))


def _concerned(guide: Guide) -> list[Requirement]:
    names = {one.requirement.id for one in guide.recommendations if one.standing is Standing.RECOMMENDED}
    known = (guide.as_taken(name) for name in names | guide.purchase.decisions.keys())
    return [one for one in known if one is not None]


def _entry(requirement: Requirement, guide: Guide, catalog: Catalog, t: Translation) -> Entry:
    decision = guide.purchase.decisions.get(requirement.id)
    language = text_language(requirement, t.language.value)
    newer = guide.newer(requirement.id)
    return Entry(
        requirement=requirement.id,
        theme=requirement.theme,
        title=requirement.texts[language].title,
        language=language,
        known_as=_known_as(requirement, decision, t),
        proposed=_why_proposed(requirement.id, guide, catalog, t),
        verdict=decision.verdict if decision else None,
        decided=t.say(VERDICTS[decision.verdict]) if decision else t.say("Not decided"),
        reasons=(*_why_decided(decision, guide.purchase, t), *_come_since(newer, t)),
        newer=newer.revision if newer else 0,
    )


def _known_as(requirement: Requirement, decision: Decision | None, t: Translation) -> str:
    known = revised(requirement.id, decision.revision if decision else requirement.revision, t)
    return f"{known}; {own_origin(requirement.written, t)}" if requirement.written is not None else known


def _why_proposed(name: str, guide: Guide, catalog: Catalog, t: Translation) -> str:
    for one in guide.recommendations:
        if one.requirement.id == name:
            said = [said_reason(reason, t, catalog) for reason in one.reasons]
            if one.standing is not Standing.RECOMMENDED:
                said.insert(0, t.say("Not among the proposals."))
            return " ".join(said)
    return t.say(SENTENCES[Code.NO_LONGER])


def _come_since(newer: Requirement | None, t: Translation) -> tuple[str, ...]:
    if newer is None:
        return ()
    return (t.say("Version {n} has come since. The wording that was taken stays.", n=newer.revision),)


def _why_decided(decision: Decision | None, purchase: Purchase, t: Translation) -> tuple[str, ...]:
    if decision is None:
        return (t.say("Waits for a decision"),)
    said = []
    if decision.reason_code in set(LeftOutReason):
        said.append(t.say(LEFT_OUT_NAMES[LeftOutReason(decision.reason_code)]))
    if decision.reason:
        said.append(decision.reason)
    if not said:
        said.append(t.say("No reason written") if not decision.is_in else t.say("As proposed"))
    if decision.is_in and decision.lots and purchase.lots:
        said.append(t.say("Only for: {lots}", lots=said_lots(purchase, decision.lots, t)))
    if decision.taken_from:
        said.append(t.say("Taken from “{source}”", source=decision.taken_from))
    if who := signature(decision, t):
        said.append(who)
    return tuple(said)
