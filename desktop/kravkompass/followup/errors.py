"""What can go wrong with a deviation that a person can be told: what is missing, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kravkompass.errors import KnownError
from kravkompass.followup.ladder import STEP_NAMES, Step
from kravkompass.language import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kravkompass.language import Translation


class LadderError(KnownError):
    """A step that cannot be taken. The sentence may name the step and the earlier steps that are missing."""

    def __init__(self, step: Step, missing: Iterable[Step] = ()) -> None:
        self.step, self.missing = step, tuple(missing)
        super().__init__(step=STEP_NAMES[step], missing=", ".join(STEP_NAMES[one] for one in self.missing))

    def said(self, translation: Translation) -> str:
        """Give the sentence with the steps named in a language."""
        names = "; ".join(translation.say(STEP_NAMES[one]) for one in self.missing)
        return translation.say(self.sentence, step=translation.say(STEP_NAMES[self.step]), missing=names)


class StepsMissingError(LadderError):
    """A contract is to be terminated before the earlier steps have been taken."""

    sentence = text(
        "Termination comes last, and these steps have not been taken: {missing}. Take them first, or write why they are skipped."
    )


class StepSkippedError(LadderError):
    """A step goes past others without a reason."""

    sentence = text("“{step}” goes past these steps: {missing}. Take them first, or write why they are skipped.")


class StepIncompleteError(LadderError):
    """A step has no ground, no document, or does not say which product or sub-supplier it is about."""

    sentence = text("“{step}” is not complete. Fill in: {what}.")
    _WHAT: ClassVar[dict[str, str]] = {
        "ground": text("the ground"),
        "document": text("a document (a letter, a file, or where it is written down)"),
        "concerns": text("which product or sub-supplier it is about"),
        "remedy": text("what you invoke"),
    }

    def __init__(self, step: Step, *, lacks: Iterable[str]) -> None:
        self.step, self.lacks = step, tuple(lacks)
        what = ", ".join(self._WHAT[one] for one in self.lacks)
        KnownError.__init__(self, step=STEP_NAMES[step], what=what)

    def said(self, translation: Translation) -> str:
        """Give the sentence with what is missing named in a language."""
        what = translation.formats.all_of([translation.say(self._WHAT[one]) for one in self.lacks])
        return translation.say(self.sentence, step=translation.say(STEP_NAMES[self.step]), what=what)


class StepNeededError(LadderError):
    """A step, or a severity, that others rest on is to be taken back."""

    sentence = text("“{step}” cannot be taken back: later steps rest on it. Take those back first.")


class AgreementMissingError(KnownError):
    """A price reduction or a penalty is demanded without naming the clause."""

    sentence = text(
        "A price reduction or a penalty can only be demanded where the contract has agreed on it. Write the clause, or go on to"
        " the next step and write that none was agreed."
    )


class ClosedError(KnownError):
    """A step is to be taken on a closed deviation."""

    sentence = text("The deviation is closed. Open it again first, and write why.")


class NotDescribedError(KnownError):
    """A deviation does not say what was found."""

    sentence = text("Write what was found. One sentence is enough.")


class NoSupplierError(KnownError):
    """A deviation is noted, or a letter written, without saying which supplier it is about."""

    sentence = text("Choose which supplier the deviation is about.")


class ClosingReasonMissingError(KnownError):
    """A deviation is to be closed without verification and without a reason."""

    sentence = text("Verify that the deviation has been put right before you close it, or write why it is closed without.")


class VerificationMissingError(KnownError):
    """A verification does not say how it was made."""

    sentence = text("Write how you saw that the deviation has been put right.")


class ReopeningReasonMissingError(KnownError):
    """A deviation is to be opened again without a reason."""

    sentence = text("Write why the deviation is opened again.")


class PlanReasonMissingError(KnownError):
    """An action plan is sent back without saying what is missing."""

    sentence = text("Write what is missing in the plan, so that the supplier can put it right.")


class PlanEmptyError(KnownError):
    """An action plan has neither a cause nor a measure."""

    sentence = text("An action plan says why the deviation came about and what will be done. Write the cause and at least one measure.")


class PeopleFirstError(KnownError):
    """A plan for a zero-tolerance finding does not protect the people affected."""

    sentence = text(
        "Zero tolerance: the plan must say how the people affected are protected before it can be approved. Write it without"
        " their names, or send the plan back."
    )


class SeverityError(KnownError):
    """The severity is to be lowered though steps were skipped because of it."""

    sentence = text(
        "The severity cannot be lowered: steps were skipped because of it. Close this deviation and note a new one instead."
    )


class HolidaysMissingError(KnownError):
    """The library of public holidays does not know a day that is one: its files are not all there."""

    sentence = text("The public holidays of Sweden and Norway are not there, so plans would fall on closed days. Install the program anew.")
