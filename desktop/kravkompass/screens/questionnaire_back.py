"""A self-report that came back: read by what it says about itself, also the one that was sent out before the signing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kravkompass.followup.questionnaire import Difference, Form, Questionnaire, differences
from kravkompass.language import Language, Languages, translation

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kravkompass.documents.form_reading import FilledForm, FormAbout
    from kravkompass.documents.questionnaire_form import OtherList
    from kravkompass.language import Translation
    from kravkompass.screens.contract_questionnaire import QuestionnaireScreen


@dataclass(frozen=True, slots=True)
class CameBack:
    """A file that came back, before anything is changed: the questionnaire as it would be, and what differs from what is kept.

    ``other_list`` says how the list of a form that was sent out before the signing differs from what was agreed; None for another form.
    """

    kept: Questionnaire
    came: Questionnaire
    differs: tuple[Difference, ...]
    form: FilledForm
    name: str
    other_list: OtherList | None = None

    @property
    def is_the_same(self) -> bool:
        """Whether this very file has been taken already."""
        return bool(self.kept.original) and self.kept.original == self.form.sha256

    @property
    def writes_over(self) -> bool:
        """Whether something else was taken before."""
        return bool(self.kept.original) and not self.is_the_same

    @property
    def not_taken(self) -> tuple[str, ...]:
        """The questions whose answers cannot be taken: none of the words on offer, or too long."""
        return tuple(one.field.name for one in self.form.filled if not one.fits)


def read_back(screen: QuestionnaireScreen, questionnaire: Questionnaire, path: Path) -> CameBack:
    """Read a file that came back: the form as it was sent, or the one of the tender documents. Changes nothing.

    Raises a KnownError of ``form_errors`` when it is neither.
    """
    from kravkompass.documents.self_report_excel_reading import filled_about, read_filled

    about = filled_about(path, first_of(questionnaire))
    if about.purchase and about.purchase == screen.contract.contract.purchase:
        return _from_before(screen, questionnaire, path, about)
    form = read_filled(path, screen.document(questionnaire), first_of(questionnaire))
    return _came_back(questionnaire, questionnaire, form, path, screen.contract.today)


def first_of(questionnaire: Questionnaire) -> Translation:
    """Give the first language of a form: the one its answers are read in."""
    return translation(Languages.parse(questionnaire.language).first)


def _from_before(screen: QuestionnaireScreen, questionnaire: Questionnaire, path: Path, about: FormAbout) -> CameBack:
    """Read a form that was sent out with the tender documents. Answers to what was asked in other words are not taken."""
    from kravkompass.documents.questionnaire_form import form_from_before, other_list
    from kravkompass.documents.self_report_excel_reading import read_filled

    spoken = Language(about.language) if about.language in set(Language) else screen.language
    was = replace(questionnaire, form=Form.FULL, language=spoken.value)
    asked = screen.asked(was, spoken)
    form, other = read_filled(path, form_from_before(asked), asked.translation), other_list(about, asked)
    reworded = tuple(f"{name}-" for name in other.reworded)
    filled = tuple(one for one in form.filled if not one.field.name.startswith(reworded))
    # The same list in another language has another checksum: the wordings themselves tell.
    form = replace(form, filled=filled, list_changed=form.list_changed and not about.terms)
    return _came_back(questionnaire, was, form, path, screen.contract.today, other)


def _came_back(
    kept: Questionnaire, was: Questionnaire, form: FilledForm, path: Path, today: date, other: OtherList | None = None
) -> CameBack:
    from kravkompass.documents.questionnaire_form import taken_out

    answers, told = taken_out(form.filled)
    came = replace(was, answers=answers, told=told, returned=today, original=form.sha256)
    return CameBack(kept, came, differences(kept, came) if kept.original else (), form, path.name, other)
