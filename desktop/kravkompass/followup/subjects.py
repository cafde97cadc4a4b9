"""What the matters of a meeting are about: their numbers, titles and texts, whatever kind they are of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kravkompass.followup.contract import FrozenRequirement, texts_in
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.meeting import Matter, MatterKind, Promise

if TYPE_CHECKING:
    from kravkompass.catalog.requirement import Texts
    from kravkompass.followup.agenda import Known
    from kravkompass.language import Language


@dataclass(frozen=True, slots=True)
class Subject:
    """What one matter is about. ``language`` is that of the title and texts where they have one; empty for what people wrote."""

    number: str
    title: str
    language: str = ""
    texts: Texts | None = None
    requirement: FrozenRequirement | None = None
    promise: Promise | None = None
    deviation: Deviation | None = None

    def agreed_in(self, language: Language) -> str:
        """Give the number and the wording of the requirement a promise or a deviation is about; "" for none."""
        if self.requirement is None:
            return ""
        _, texts = texts_in(self.requirement, language)
        return f"{self.requirement.number}  {texts.demand}"


@dataclass(frozen=True, slots=True)
class Subjects:
    """All that the matters of a meeting can be about, by id."""

    requirements: Mapping[str, FrozenRequirement] = field(default_factory=dict)
    promises: Mapping[str, Promise] = field(default_factory=dict)
    deviations: Mapping[str, Deviation] = field(default_factory=dict)

    def of(self, matter: Matter, language: Language) -> Subject:
        """Say what a matter is about, in a language; its number is that on the list, or its place on the agenda."""
        place = str(matter.position + 1)
        promise, deviation = self.promises.get(matter.about), self.deviations.get(matter.about)
        if matter.kind is MatterKind.REQUIREMENT and matter.about in self.requirements:
            requirement = self.requirements[matter.about]
            spoken, texts = texts_in(requirement, language)
            return Subject(requirement.number, texts.title, spoken, texts, requirement)
        if promise is not None:
            return Subject(place, promise.what, promise=promise, requirement=self.requirements.get(promise.requirement))
        if deviation is not None:
            return Subject(place, deviation.what, deviation=deviation, requirement=self.requirements.get(deviation.requirement))
        return Subject(place, matter.title)


def subjects_of(known: Known) -> Subjects:
    """Give what is known of a contract, by id."""
    return Subjects(
        known.by_id(), {one.id: one for one in known.promises}, {one.id: one for one in known.deviations}
    )
