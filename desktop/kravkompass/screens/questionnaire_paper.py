"""A self-report that came on paper: what was written there is typed in, field by field, and the scanned paper is kept as evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kravkompass.documents.field import Field
from kravkompass.documents.outline import Card, Section, Together, plain
from kravkompass.followup.questionnaire import IN_ORDER, taken
from kravkompass.screens.taking_in import as_evidence

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.documents.outline import Block
    from kravkompass.followup.questionnaire import Questionnaire
    from kravkompass.screens.contract_questionnaire import QuestionnaireScreen
    from kravkompass.screens.taking_in import TakenIn


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A part of the form as it stands on the paper: its heading and its fields, in the form's own language."""

    heading: str
    fields: tuple[Field, ...]


class PaperAnswers:
    """What was written on the paper of one questionnaire. Nothing is kept until it is said."""

    def __init__(self, screen: QuestionnaireScreen, questionnaire: Questionnaire) -> None:
        self._screen = screen
        self.questionnaire = questionnaire
        self.parts = tuple(_parts(screen.document(questionnaire).blocks, ""))

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields of the form, in order."""
        return tuple(field for part in self.parts for field in part.fields)

    def values(self) -> Mapping[str, str]:
        """Give what is known already, by field: what was typed in or came before, and the supplier's own particulars."""
        kept = self.questionnaire
        found = {field.name: kept.told.get(field.name, field.value) for field in self.fields}
        for question, answered in kept.answers.items():
            found[f"{question}-describe"], found[f"{question}-plan"] = answered.words, answered.plan
            field = next((one for one in self.fields if one.name == f"{question}-answer"), None)
            if field is not None and answered.answer:
                found[field.name] = field.options[IN_ORDER.index(answered.answer)]
        return {field.name: found[field.name] for field in self.fields}

    def keep(self, values: Mapping[str, str]) -> Questionnaire:
        """Keep what is typed in so far, to go on with later: it has not come back yet."""
        self.questionnaire = self._screen.send(self._with(values))
        return self.questionnaire

    def take(self, values: Mapping[str, str], returned: date, scans: Sequence[TakenIn] = ()) -> Questionnaire:
        """Take the answers in as they came on a day, with the scanned paper (already copied in) as evidence."""
        contract = self._screen.contract
        with contract.change() as change:
            papers = [change.contracts.keep(as_evidence(one, contract.id, contract.today, self.questionnaire.supplier)) for one in scans]
            came = replace(self._with(values), returned=returned)
            if papers:
                came = replace(came, original=papers[0].fingerprint, evidence=papers[0].id)
            self.questionnaire = change.contracts.keep(taken(self.questionnaire, came))
        return self.questionnaire

    def _with(self, values: Mapping[str, str]) -> Questionnaire:
        from kravkompass.documents.form_reading import filled_in
        from kravkompass.documents.questionnaire_form import taken_out

        answers, told = taken_out(filled_in(field, values.get(field.name, "")) for field in self.fields)
        return replace(self.questionnaire, answers=answers, told=told)


def _parts(blocks: Sequence[Block], heading: str) -> Iterator[PaperPart]:
    here: list[Field] = []
    for block in blocks:
        if isinstance(block, Field):
            here.append(block)
        elif isinstance(block, Together):
            here += [field for part in _parts(block.blocks, heading) for field in part.fields]
        elif isinstance(block, Section | Card):
            title = plain(block.title)
            named = f"{block.number} {title}" if isinstance(block, Card) else title
            if here:
                yield PaperPart(heading, tuple(here))
                here = []
            yield from _parts(block.blocks, named)
    if here:
        yield PaperPart(heading, tuple(here))
