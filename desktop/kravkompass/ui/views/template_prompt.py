"""Asking what a template is to be called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.ui.prompts import Prompt
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice, Wording


def kept_in_a_template(t: Translation) -> str:
    """Say what a template keeps, and what it leaves out."""
    return t.say(
        "A template keeps product groups, lots, answers and decisions with their wording and values. Reference number, supplier, "
        "dates and names of people are left out. Look through what you have written yourself for names before you share it."
    )


def ask_name(voice: Voice, heading: Wording, do_it: Wording, name: str, over: QWidget, text: Wording = "") -> str:
    """Ask for a template's name; empty when the buyer changed her mind."""
    prompt = Prompt(voice, heading, text, over=over)
    field = TextField(voice)
    field.setObjectName("template name")
    field.put_value(name)
    prompt.add(Field(voice, lambda t: t.say("Name of the template"), field))
    keep = Button(voice, do_it, Weight.PRIMARY)
    keep.setEnabled(bool(field.value))
    field.textChanged.connect(lambda _words: keep.setEnabled(bool(field.value)))
    prompt.offer([(keep, 1), (Button(voice, lambda t: t.say("Cancel")), 0)])
    field.setFocus()
    field.selectAll()
    return field.value if prompt.exec() == 1 else ""
