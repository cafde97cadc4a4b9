"""What promised jobs, the steps of the dialogue about them and what came of them are called."""

from __future__ import annotations

from collections.abc import Mapping

from kravkompass.followup.apprentices import Duty
from kravkompass.followup.employment import After, PromiseKind, Talk, Unit
from kravkompass.language import Translation, text

KIND_NAMES: Mapping[PromiseKind, str] = {
    PromiseKind.STUDY_VISIT: text("Study visit"),
    PromiseKind.LANGUAGE_TRAINING: text("Language training"),
    PromiseKind.INTERNSHIP: text("Internship"),
    PromiseKind.APPRENTICESHIP: text("Apprenticeship"),
    PromiseKind.JOB: text("Job"),
}
TALK_NAMES: Mapping[Talk, str] = {
    Talk.ASKED: text("Meeting asked for"),
    Talk.HELD: text("Meeting held"),
    Talk.MINUTES: text("Minutes kept"),
    Talk.AGREED: text("Agreed"),
}
NEXT_STEPS: Mapping[Talk, str] = {
    Talk.ASKED: text("ask for a meeting"),
    Talk.HELD: text("hold the meeting"),
    Talk.MINUTES: text("keep the minutes"),
    Talk.AGREED: text("agree on what is promised"),
}
"""What to do next."""
CHECKED_AGAIN, CHECK_AGAIN = text("Checked again"), text("check again what was promised")
"""The last step from the second year on: done, and to do."""
AFTER_NAMES: Mapping[After, str] = {
    After.HIRED: text("Hired by the supplier"),
    After.OTHER_JOB: text("Job elsewhere"),
    After.STUDIES: text("Studies"),
    After.GOES_ON: text("Goes on in another measure"),
    After.NOTHING: text("Nothing of this"),
    After.NOT_KNOWN: text("Not known"),
}
DUTY_NAMES: Mapping[Duty, str] = {
    Duty.NOT_KNOWN: text("Not known yet"),
    Duty.ENOUGH: text("Enough"),
    Duty.TRIED: text("Real attempts are documented"),
    Duty.TOO_LITTLE: text("Too little"),
}


def step_name(step: Talk, year: int, translation: Translation) -> str:
    """Name a step of the talk in a year of the contract, as done."""
    return translation.say(CHECKED_AGAIN if step is Talk.AGREED and year > 1 else TALK_NAMES[step])


def next_step(step: Talk, year: int, translation: Translation) -> str:
    """Say which step of the talk comes next in a year of the contract."""
    return translation.say(CHECK_AGAIN if step is Talk.AGREED and year > 1 else NEXT_STEPS[step])


def extent_said(extent: float, kind: PromiseKind, translation: Translation) -> str:
    """Say how much was done, in the kind's unit; nothing for a kind that has none, or when nothing is known."""
    if not extent or kind.unit is Unit.NONE:
        return ""
    number = translation.formats.number(round(extent, 1))
    if kind.unit is Unit.MONTHS:
        return translation.say("{n} months in all", n=number)
    return translation.say("{n} hours in all", n=number)


def quarter_name(year: int, quarter: int, translation: Translation) -> str:
    """Name a quarter."""
    return translation.say("Quarter {quarter}, {year}", quarter=quarter, year=year)
