"""Every widget of the kit, made with a text that is said, for tests that hold for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.ui.palettes import Tone
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.widgets.button import Button, IconButton
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.choice import Alternative, Choice, MultiChoice, yes_no
from kravkompass.ui.widgets.document_languages import DocumentLanguages
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.note_field import NoteArea, NoteLine
from kravkompass.ui.widgets.page import Page
from kravkompass.ui.widgets.progress import ProgressLine
from kravkompass.ui.widgets.rail import RailButton
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.status_choice import StatusChoice
from kravkompass.ui.widgets.step_list import StepItem, StepList
from kravkompass.ui.widgets.surfaces import SectionTitle
from kravkompass.ui.widgets.table import Column, DataTable
from kravkompass.ui.widgets.text_fields import SearchField, TextArea, TextField
from kravkompass.ui.widgets.value_fields import AmountField, DateField, NumberField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice


def words(t: Translation) -> str:
    return t.say("Requirement")


def steps(voice: Voice) -> StepList:
    made = StepList(voice)
    made.show_steps([StepItem("one", words, note=words), StepItem("two", words)], "one")
    return made


def page(voice: Voice) -> Page:
    made = Page(voice)
    made.set_title(words, words)
    return made


KIT: dict[str, Callable[[Voice], QWidget]] = {
    "label": lambda v: Label(v, words),
    "button": lambda v: Button(v, words, icon="add"),
    "icon button": lambda v: IconButton(v, words, "add"),
    "rail button": lambda v: RailButton(v, words, "home"),
    "chip": lambda v: Chip(v, words, Tone.INFO),
    "callout": lambda v: Callout(v, Tone.WARNING, words, words, [Button(v, words)]),
    "choice": lambda v: Choice(v, [Alternative(1, words, words), Alternative(2, words)]),
    "many": lambda v: MultiChoice(v, [Alternative(1, words, words), Alternative(2, words)]),
    "yes or no": lambda v: Field(v, words, yes_no(v, unknown="?"), why=words),
    "empty": lambda v: EmptyState(v, "purchase", words, words, [Button(v, words)]),
    "expander": lambda v: Expander.of_text(v, words, words),
    "text": lambda v: Field(v, words, TextField(v, placeholder=words), help_text=words, unit=words),
    "area": lambda v: Field(v, words, TextArea(v, placeholder=words)),
    "note": lambda v: Field(v, words, NoteArea(v, placeholder=words)),
    "note line": lambda v: Field(v, words, NoteLine(v, placeholder=words)),
    "amount": lambda v: Field(v, words, AmountField(v)),
    "number": lambda v: Field(v, words, NumberField(v)),
    "day": lambda v: Field(v, words, DateField(v)),
    "select": lambda v: Field(v, words, Select(v, [Alternative(1, words), Alternative(2, words)])),
    "status choice": lambda v: Field(v, words, StatusChoice(v, [Alternative(1, words, words)], [(Tone.POSITIVE, "positive")])),
    "search": SearchField,
    "pairs": lambda v: KeyValues(v, [(words, words)]),
    "row": lambda v: ListRow(v, words, words, "food", [Chip(v, words)]),
    "page": page,
    "progress": lambda v: ProgressLine(v, words, stoppable=True),
    "steps": steps,
    "section": lambda v: SectionTitle(v, words, words),
    "table": lambda v: DataTable(v, words, [Column(words, lambda _row, t: words(t))]),
    "languages": lambda v: DocumentLanguages(v, words, words),
    "prompt": lambda v: Prompt(v, words, words),
}
