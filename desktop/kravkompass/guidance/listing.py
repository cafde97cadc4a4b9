"""The list a purchase ends in: every requirement that was chosen (or is proposed), with its values filled in, in one language."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kravkompass.catalog.requirement import FollowUp, Parameter, Requirement, Texts
from kravkompass.catalog.terms import Kind, ParameterType, Theme
from kravkompass.catalog.wordings import PLACEHOLDER
from kravkompass.guidance.facts import day_of
from kravkompass.guidance.purchase import Decision, Purchase, Verdict
from kravkompass.guidance.recommending import Recommendation, Standing
from kravkompass.language import Formats, Language

BLANKS = {"sv": "[fylls i]", "nb": "[fylles ut]", "nn": "[fyll ut]"}
STAND_INS = {"nn": ("nn", "nb", "sv"), "nb": ("nb", "nn", "sv"), "sv": ("sv", "nb", "nn")}

Values = Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Listed:
    """One requirement on the list. ``language`` is the one its texts are in, which differs from the wanted one for a stand-in.

    ``lots`` are the ids of the only lots it holds for; empty when it holds for all of them, or there are none.
    """

    requirement: Requirement
    decision: Decision
    language: str
    texts: Texts
    proposed: bool
    lots: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The requirement's id."""
        return self.requirement.id

    @property
    def follow_up(self) -> FollowUp:
        """How it is checked after the signature."""
        return self.requirement.follow_up

    @property
    def statutory(self) -> bool:
        """Whether the law asks for it."""
        return self.requirement.statutory

    @property
    def is_adapted(self) -> bool:
        """Whether the buyer changed the catalog's wording."""
        return self.decision.verdict is Verdict.ADAPTED


def number(place: int) -> str:
    """Give the running number of a place on the list (the first is 0), such as K01."""
    return f"K{place + 1:02d}"


def checksum(rows: Sequence[Listed]) -> str:
    """Give a short checksum of the list's wording and lots, so that two copies can be told apart (first 12 digits of a SHA-256)."""
    whole = "\n".join(
        " ".join((row.requirement.id, str(row.decision.revision), row.texts.demand, *row.lots)) for row in rows
    )
    return hashlib.sha256(whole.encode(errors="backslashreplace")).hexdigest()[:12]


def fingerprint(rows: Sequence[Listed]) -> str:
    """Give a fingerprint of what the list says in whichever language: requirements, revisions, values, adapted wordings and lots."""
    lines = sorted(
        repr((
            row.requirement.id,
            row.decision.revision,
            sorted((name, str(value)) for name, value in {**suggested_values(row.requirement), **row.decision.values}.items()),
            sorted(row.decision.wording.items()),
            *row.lots,
        ))
        for row in rows
    )
    return hashlib.sha256("\n".join(lines).encode(errors="backslashreplace")).hexdigest()


def proposed_decision(requirement: Requirement) -> Decision:
    """Give the decision a recommendation amounts to while the buyer has not decided: take it, with the suggested values."""
    return Decision(requirement.id, requirement.revision, Verdict.CHOSEN, suggested_values(requirement))


def suggested_values(requirement: Requirement) -> dict[str, str | int | float]:
    """Give the suggested value of every parameter that has one."""
    return {parameter.name: parameter.default for parameter in requirement.parameters if parameter.default is not None}


def listed(
    purchase: Purchase, recommendations: Sequence[Recommendation], requirements: Mapping[str, Requirement], language: Language
) -> tuple[Listed, ...]:
    """Give the list in the order it is read: by kind, theme and id, the municipality's own after the national ones.

    Decided requirements stand as they were when they were decided about, also when they no longer apply; recommended ones without
    a decision are taken as proposed.
    """
    taken = [
        (requirement, decision)
        for decision in purchase.decisions.values()
        if decision.is_in
        and (requirement := purchase.as_taken(decision.requirement, requirements.get(decision.requirement))) is not None
    ]
    proposed = [
        proposed_decision(one.requirement)
        for one in recommendations
        if one.standing is Standing.RECOMMENDED and one.requirement.id not in purchase.decisions
    ]
    rows = [_row(requirement, decision, language, proposed=False) for requirement, decision in taken]
    rows += [_row(requirements[one.requirement], one, language, proposed=True) for one in proposed]
    return tuple(sorted(rows, key=_order))


def _order(row: Listed) -> tuple[int, int, bool, str]:
    requirement = row.requirement
    return list(Kind).index(requirement.kind), list(Theme).index(requirement.theme), requirement.is_own, requirement.id


def listed_alone(requirement: Requirement, decision: Decision, language: Language) -> Listed:
    """Give one requirement as it would stand on a list, in a language."""
    return _row(requirement, decision, language, proposed=False)


def _row(requirement: Requirement, decision: Decision, wanted: Language, *, proposed: bool) -> Listed:
    language = text_language(requirement, wanted.value)
    filled = filled_texts(requirement, decision, language)
    return Listed(requirement, decision, language, filled, proposed)


def text_language(requirement: Requirement, wanted: str) -> str:
    """Give the language to read a requirement in: the wanted one, or the one that stands in for it."""
    return next(language for language in (*STAND_INS[wanted], *requirement.texts) if language in requirement.texts)


def filled_texts(requirement: Requirement, decision: Decision, language: str) -> Texts:
    """Give a requirement's texts in a language, with values filled in and an adapted wording in place of the catalog's."""
    texts = requirement.texts[language]
    demand = decision.wording.get(language) or texts.demand
    fill = _Filling(requirement.parameters, {**suggested_values(requirement), **decision.values}, Language(language))
    return Texts(
        texts.title,
        fill(demand),
        texts.why,
        *(fill(part) for part in (texts.evidence, texts.follow_up, texts.question, texts.met, texts.partly, texts.not_met)),
    )


def missing_values(requirement: Requirement, decision: Decision) -> tuple[Parameter, ...]:
    """Give the parameters the buyer has not filled in and that have no suggested value."""
    given = {**suggested_values(requirement), **decision.values}
    return tuple(parameter for parameter in requirement.parameters if given.get(parameter.name) in {None, ""})


def stand_in(row: Listed, wanted: Language) -> bool:
    """Whether the row is shown in another language than the wanted one."""
    return row.language != wanted.value


class _Filling:
    """Replaces placeholders by values as a language writes them."""

    def __init__(self, parameters: Iterable[Parameter], values: Values, language: Language) -> None:
        self._types = {parameter.name: parameter.type for parameter in parameters}
        self._values = values
        self._formats = Formats(language)

    def __call__(self, text: str) -> str:
        return PLACEHOLDER.sub(lambda found: self._said(found[1]), text)

    def _said(self, name: str) -> str:
        value = self._values.get(name)
        if value is None or value == "":
            return BLANKS[self._formats.language.value]
        if not isinstance(value, str):
            return self._formats.number(value)
        day = day_of(value) if self._types.get(name) is ParameterType.DATE else None
        return self._formats.long_date(day) if day is not None else value
