"""Asking about an activity of a plan: when it was done, to which day it moves, why it is left out, and what one of the buyer's own is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kravkompass.followup.calendar import Shift, moved
from kravkompass.followup.plan_naming import activity_name
from kravkompass.language import Languages
from kravkompass.screens.contract import texts_in
from kravkompass.screens.contract_plan_files import FORMATS
from kravkompass.screens.export_formats import FORMAT_NAMES, Format
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, Choice, MultiChoice
from kravkompass.ui.widgets.document_languages import DocumentLanguages
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.note_field import NoteArea, NoteLine
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.text_fields import TextArea, TextField
from kravkompass.ui.widgets.value_fields import DateField, NumberField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.catalog.terms import Country
    from kravkompass.followup.activity import KeptActivity
    from kravkompass.followup.contract import FrozenRequirement
    from kravkompass.language import Language, Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.ui.language import Voice, Wording

MOST_MINUTES = 10_000
OWN_MINUTES = 30


@dataclass(frozen=True, slots=True)
class Finished:
    """What the buyer says of an activity that was done."""

    day: date
    minutes: int | None
    note: str


@dataclass(frozen=True, slots=True)
class OwnActivity:
    """What the buyer says of an activity of her own."""

    title: str
    day: date
    minutes: int
    requirements: tuple[str, ...]
    supplier: str


def ask_finished(voice: Voice, activity: KeptActivity, today: date, over: QWidget) -> Finished | None:
    """Ask when an activity was done, how long it took and what is worth noting; None when the buyer changed her mind."""
    prompt = Prompt(voice, lambda t: t.say("Done: {activity}", activity=activity_name(activity, t)), over=over)
    day, minutes, note = DateField(voice), NumberField(voice, least=0, most=MOST_MINUTES), NoteArea(voice, lines=(3, 8))
    day.put_value(today)
    minutes.put_value(Decimal(activity.minutes))
    note.put_value(activity.note)
    prompt.add(Field(voice, lambda t: t.say("Day"), day))
    prompt.add(Field(voice, lambda t: t.say("Your time"), minutes, unit=lambda t: t.say("minutes")))
    prompt.add(Field(voice, lambda t: t.say("Note"), note, help_text=lambda t: t.say("What is worth remembering next time.")))
    if not offered(voice, prompt, lambda t: t.say("Mark as done"), day):
        return None
    minutes.commit()
    return Finished(day.value or today, None if minutes.value is None else int(minutes.value), note.value)


def ask_moved(voice: Voice, activity: KeptActivity, country: Country, over: QWidget) -> tuple[date, str] | None:
    """Ask to which day an activity moves, and why; None when the buyer changed her mind. A day when all is closed becomes the next."""
    prompt = Prompt(
        voice,
        lambda t: t.say("Move: {activity}", activity=activity_name(activity, t)),
        lambda t: t.say("It stands on {day} now. The reason is kept.", day=t.formats.short_date(activity.day)),
        over=over,
    )
    day, reason = DateField(voice), NoteArea(voice, lines=(2, 6))
    field = Field(voice, lambda t: t.say("New day"), day)
    day.changed.connect(lambda value: field.put(lambda t: t.say("New day"), _closed_day(value, country)))
    prompt.add(field)
    prompt.add(Field(voice, lambda t: t.say("Reason"), reason))

    def is_whole() -> bool:
        return day.value not in {None, activity.day} and bool(reason.value) and not reason.points_out

    if not offered(voice, prompt, lambda t: t.say("Move"), day, (day, reason), is_whole) or day.value is None:
        return None
    return moved(day.value, country).day, reason.value


def ask_reason(voice: Voice, heading: Wording, text: Wording, do_it: Wording, over: QWidget) -> str | None:
    """Ask for a reason that must be there; None when the buyer changed her mind."""
    prompt = Prompt(voice, heading, text, over=over)
    reason = NoteArea(voice, lines=(3, 8))
    prompt.add(Field(voice, lambda t: t.say("Reason"), reason))
    given = offered(voice, prompt, do_it, reason, (reason,), lambda: bool(reason.value) and not reason.points_out)
    return reason.value if given else None


def ask_own(voice: Voice, screen: ContractScreen, over: QWidget, requirement: str = "", supplier: str = "") -> OwnActivity | None:
    """Ask for an activity of the buyer's own; None when she changed her mind."""
    prompt = Prompt(voice, lambda t: t.say("Add an activity"), over=over)
    title, day, minutes = NoteLine(voice), DateField(voice), NumberField(voice, least=0, most=MOST_MINUTES)
    language = voice.translation.language
    about = Select(voice, [Alternative("", _whole), *(_about(one, texts_in(one, language)[1].title) for one in screen.requirements)])
    about.put_value(requirement)
    who = Select(voice, [Alternative("", lambda t: t.say("No one in particular")), *(Alternative(one.id, one.name) for one in screen.suppliers)])
    who.put_value(supplier)
    minutes.put_value(Decimal(OWN_MINUTES))
    closed = Field(voice, lambda t: t.say("Day"), day)
    day.changed.connect(lambda value: closed.put(lambda t: t.say("Day"), _closed_day(value, screen.contract.country)))
    prompt.add(Field(voice, lambda t: t.say("What is to be done"), title))
    prompt.add(closed)
    prompt.add(Field(voice, lambda t: t.say("Your time"), minutes, unit=lambda t: t.say("minutes")))
    prompt.add(Field(voice, lambda t: t.say("Concerns"), about))
    if screen.suppliers:
        prompt.add(Field(voice, lambda t: t.say("Supplier"), who))

    def is_whole() -> bool:
        return bool(title.value) and day.value is not None and not title.points_out

    if not offered(voice, prompt, lambda t: t.say("Add"), title, (title, day), is_whole) or day.value is None:
        return None
    minutes.commit()
    chosen = str(about.value or "")
    when = moved(day.value, screen.contract.country).day
    return OwnActivity(title.value, when, int(minutes.value or 0), (chosen,) if chosen else (), str(who.value or ""))


def ask_files(voice: Voice, language: Language, over: QWidget) -> tuple[tuple[Format, ...], Languages] | None:
    """Ask in which formats and which languages the plan is written; None when the buyer changed her mind."""
    prompt = Prompt(
        voice,
        lambda t: t.say("Write the plan"),
        lambda t: t.say("The calendar can be read into your own calendar program, again and again: what has moved is moved there too."),
        over=over,
    )
    formats = MultiChoice(voice, [_format(one) for one in FORMATS])
    formats.put_value([Format.PDF])
    spoken = DocumentLanguages(voice, beside_help=lambda t: t.say("Puts two languages side by side. The calendar is in the first one."))
    spoken.put_value(Languages(language))
    prompt.add(Field(voice, lambda t: t.say("Formats"), formats))
    prompt.add(spoken)
    if not offered(voice, prompt, lambda t: t.say("Choose a folder …"), formats, (formats,), lambda: bool(formats.value)):
        return None
    return tuple(one for one in FORMATS if one in formats.value), spoken.value


def _format(one: Format) -> Alternative:
    return Alternative(one, lambda t: t.say(FORMAT_NAMES[one]))


def _whole(t: Translation) -> str:
    return t.say("The whole contract")


def _about(requirement: FrozenRequirement, title: str) -> Alternative:
    return Alternative(requirement.id, f"{requirement.number}  {title}")


def _closed_day(day: date | None, country: Country) -> Wording:
    """Say that a day is a holiday, and which day it becomes."""
    shift = Shift(date.min, date.min) if day is None else moved(day, country)
    if not shift.why:
        return ""
    return lambda t: t.say(
        "{wanted} is not a working day ({reason}). It becomes {day}.",
        wanted=t.formats.short_date(shift.wanted),
        reason=t.say(shift.why),
        day=t.formats.short_date(shift.day),
    )


def offered(
    voice: Voice,
    prompt: Prompt,
    do_it: Wording,
    first: QWidget,
    watched: Sequence[DateField | Choice | MultiChoice | TextField | TextArea] = (),
    is_whole: Callable[[], bool] = lambda: True,
) -> bool:
    """Show the prompt; what is asked for can be done once it is whole."""
    yes = Button(voice, do_it, Weight.PRIMARY)
    prompt.offer([(yes, 1), (Button(voice, lambda t: t.say("Cancel")), 0)])

    def judge() -> None:
        yes.setEnabled(is_whole())

    for one in watched:
        (one.changed if isinstance(one, DateField | Choice | MultiChoice) else one.textChanged).connect(judge)
    judge()
    first.setFocus()
    return prompt.exec() == 1
