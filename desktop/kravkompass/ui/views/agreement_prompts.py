"""Asking about the agreement: a supplier, somebody there, an extension and the decision about it, an early end, a lot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kravkompass.followup.contract import Contact
from kravkompass.screens.contract_agreement import is_doubtful
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.views.plan_prompts import offered
from kravkompass.ui.widgets.choice import Alternative, MultiChoice, yes_no
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.text_fields import TextField
from kravkompass.ui.widgets.value_fields import DateField, NumberField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from kravkompass.followup.contract import Supplier
    from kravkompass.ui.language import Voice, Wording

LONGEST_EXTENSION = 240
USUAL_EXTENSION = 12


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about an extension."""

    used: bool
    day: date
    reason: str


def ask_supplier(
    voice: Voice, over: QWidget, lots: Mapping[str, str], before: Supplier | None = None
) -> tuple[str, str, tuple[str, ...]] | None:
    """Ask for a supplier's name, organisation number and lots; None when the buyer changed her mind."""
    heading: Wording = (lambda t: t.say("Change the supplier")) if before else (lambda t: t.say("Add a supplier"))
    prompt = Prompt(voice, heading, over=over)
    name, number = TextField(voice), TextField(voice)
    name.put_value(before.name if before else "")
    number.put_value(before.number if before else "")
    asked = Field(voice, lambda t: t.say("Organisation number"), number)

    def tell() -> None:
        asked.show_error(doubt(number.value))

    number.textChanged.connect(tell)
    tell()
    prompt.add(Field(voice, lambda t: t.say("Supplier"), name))
    prompt.add(asked)
    chosen = MultiChoice(voice, [Alternative(one, f"{one}  {title}") for one, title in lots.items()])
    if lots:
        chosen.put_value(before.lots if before else ())
        prompt.add(Field(voice, lambda t: t.say("Lots"), chosen, help_text=lambda t: t.say("None chosen: all of them.")))
    if not offered(voice, prompt, lambda t: t.say("Keep"), name, (name,), lambda: bool(name.value)):
        return None
    return name.value, number.value, tuple(one for one in lots if one in chosen.value)


def doubt(number: str) -> Wording:
    """Say that an organisation number looks wrong; "" when it does not. It can be kept all the same."""
    if not is_doubtful(number):
        return ""
    return lambda t: t.say("The check digit is wrong, or the number is not Swedish or Norwegian. Look it up, or keep it as it is.")


def ask_contact(voice: Voice, over: QWidget, before: Contact | None = None) -> Contact | None:
    """Ask who to talk to at a supplier; None when the buyer changed her mind."""
    prompt = Prompt(voice, lambda t: t.say("Contact at the supplier"), lambda t: t.say("Only what is needed at work."), over=over)
    name, role, email, telephone = (TextField(voice) for _ in range(4))
    if before is not None:
        for field, value in zip((name, role, email, telephone), (before.name, before.role, before.email, before.telephone), strict=True):
            field.put_value(value)
    prompt.add(Field(voice, lambda t: t.say("Name"), name))
    prompt.add(Field(voice, lambda t: t.say("Role"), role))
    prompt.add(Field(voice, lambda t: t.say("E-mail"), email))
    prompt.add(Field(voice, lambda t: t.say("Telephone"), telephone))
    if not offered(voice, prompt, lambda t: t.say("Keep"), name, (name,), lambda: bool(name.value)):
        return None
    return Contact(name.value, role.value, email.value, telephone.value)


def ask_extension(voice: Voice, over: QWidget) -> int | None:
    """Ask for how many months the contract can be prolonged; None when the buyer changed her mind."""
    prompt = Prompt(voice, lambda t: t.say("Add an extension"), lambda t: t.say("A right in the contract to prolong it."), over=over)
    months = NumberField(voice, least=1, most=LONGEST_EXTENSION)
    months.put_value(Decimal(USUAL_EXTENSION))
    prompt.add(Field(voice, lambda t: t.say("Length"), months, unit=lambda t: t.say("months")))
    if not offered(voice, prompt, lambda t: t.say("Add"), months):
        return None
    months.commit()
    return None if months.value is None else int(months.value)


def ask_decision(voice: Voice, over: QWidget, months: int, today: date) -> Decision | None:
    """Ask whether an extension is used, since when and why; None when the buyer changed her mind."""
    prompt = Prompt(
        voice,
        lambda t: t.say("Decide about the extension"),
        lambda t: t.count("It prolongs the contract by {n} month.", "It prolongs the contract by {n} months.", months),
        over=over,
    )
    used, day, reason = yes_no(voice), DateField(voice), NoteArea(voice, lines=(3, 8))
    day.put_value(today)
    prompt.add(Field(voice, lambda t: t.say("Is the extension used?"), used))
    prompt.add(Field(voice, lambda t: t.say("Decided on"), day))
    prompt.add(Field(voice, lambda t: t.say("Reason"), reason))

    def is_whole() -> bool:
        return used.value is not None and day.value is not None and bool(reason.value) and not reason.points_out

    if not offered(voice, prompt, lambda t: t.say("Keep the decision"), used, (used, day, reason), is_whole) or day.value is None:
        return None
    return Decision(bool(used.value), day.value, reason.value)


def ask_end(voice: Voice, over: QWidget, today: date) -> tuple[date, str] | None:
    """Ask when and why the contract ended before its time; None when the buyer changed her mind."""
    prompt = Prompt(
        voice,
        lambda t: t.say("The contract ended early"),
        lambda t: t.say("What is planned after that day falls away. What was done, moved or left out stays."),
        over=over,
    )
    day, reason = DateField(voice), NoteArea(voice, lines=(3, 8))
    day.put_value(today)
    prompt.add(Field(voice, lambda t: t.say("Last day of the contract"), day))
    prompt.add(Field(voice, lambda t: t.say("Reason"), reason))

    def is_whole() -> bool:
        return day.value is not None and bool(reason.value) and not reason.points_out

    if not offered(voice, prompt, lambda t: t.say("End the contract"), day, (day, reason), is_whole) or day.value is None:
        return None
    return day.value, reason.value


def ask_lot(voice: Voice, over: QWidget) -> tuple[str, str] | None:
    """Ask for a lot's number and title; None when the buyer changed her mind."""
    prompt = Prompt(voice, lambda t: t.say("Add a lot"), over=over)
    number, title = TextField(voice), TextField(voice)
    prompt.add(Field(voice, lambda t: t.say("Number"), number))
    prompt.add(Field(voice, lambda t: t.say("Title"), title))
    given = offered(voice, prompt, lambda t: t.say("Add"), number, (number, title), lambda: bool(number.value and title.value))
    return (number.value, title.value) if given else None
