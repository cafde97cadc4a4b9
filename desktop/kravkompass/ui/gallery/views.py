"""The pages of the gallery. Their texts are content, in Swedish, so that nobody has to translate them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from kravkompass.ui.layout import Flow, row
from kravkompass.ui.look import LARGE, SMALL
from kravkompass.ui.palettes import Tone
from kravkompass.ui.view import View
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.choice import Alternative, Choice, MultiChoice, yes_no
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.page import WORKING, Page
from kravkompass.ui.widgets.progress import ProgressLine
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.step_list import Standing, StepItem, StepList
from kravkompass.ui.widgets.surfaces import Card, Divider, SectionTitle
from kravkompass.ui.widgets.table import Column, DataTable
from kravkompass.ui.widgets.text_fields import SearchField, TextArea, TextField
from kravkompass.ui.widgets.value_fields import AmountField, DateField, NumberField

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice


class _Shelf(View):
    """A view that is one page."""

    name: ClassVar[str] = ""
    lead: ClassVar[str] = ""

    def __init__(self, voice: Voice, *, width: int = WORKING) -> None:
        super().__init__(voice)
        self.page = Page(voice, width=width)
        self.page.set_title(self.name, self.lead)
        self.across = row(self, gap=0)
        self.across.addWidget(self.page, 7)

    def title(self, say: Translation) -> str:  # noqa: ARG002 - content
        """Give the name of the page."""
        return self.name

    def refresh(self) -> None:
        """Nothing here comes from a screen."""


class ListsView(_Shelf):
    """Rows, tables, chips and an empty place."""

    name = "Upphandlingar"
    lead = "Välj en upphandling att arbeta vidare med, eller börja på en ny."

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice)
        add = Button(voice, "Ny upphandling", Weight.PRIMARY, "add")
        add.clicked.connect(lambda: self.message.emit("Upphandlingen är skapad.", lambda: None))
        self.page.set_actions([Button(voice, "Öppna fil", icon="open"), add])
        for title, detail, icon, chip in _ROWS:
            self.page.add(ListRow(voice, title, detail, icon, [Chip(voice, *chip), Chip(voice, "12 av 18 krav valda")]))
        self.page.add(SectionTitle(voice, "Krav", "Med nivå och vad som återstår."))
        table: DataTable[_Demand] = DataTable(voice, "Krav", _COLUMNS)
        table.put(_DEMANDS)
        table.show_all()
        self.page.add(table)
        self.page.add(SectionTitle(voice, "Uppföljningar"))
        card = Card()
        begin = Button(voice, "Planera en uppföljning", Weight.SECONDARY, "add")
        card.add(
            EmptyState(voice, "follow-up", "Ingen uppföljning ännu", "När ett avtal börjar gälla visas dess möten här.", [begin])
        )
        self.page.add(card)


class StepsView(_Shelf):
    """Steps at the side of questions."""

    name = "Frukt och grönt till förskolor"
    lead = "Några frågor om läget. Svara det du vet; allt kan ändras senare."

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice, width=760)
        self.steps = StepList(voice)
        self.steps.show_steps(_STEPS, "situation")
        self.steps.chosen.connect(lambda step: self.steps.show_steps(_STEPS, step))
        self.across.insertWidget(0, self.steps, 2)
        for field in self._questions():
            card = Card()
            card.add(field)
            self.page.add(card)
        ends = Flow(gap=SMALL, end=True)
        ends.add([Button(voice, "Tillbaka", Weight.QUIET, "back"), Button(voice, "Fortsätt", Weight.PRIMARY, "next")])
        self.page.add(ends)

    def _questions(self) -> list[QWidget]:
        voice = self.voice
        children = yes_no(voice, unknown="?")
        children.put_value(value=True)
        why = "Barn äter mer i förhållande till sin vikt och är känsligare för rester av bekämpningsmedel."
        where = Choice(voice, [Alternative(value, value) for value in ("Inom EU eller EES", "Utanför EES", "Vet inte ännu")])
        fruits = (("Bananer", "Hög risk i odlingen"), ("Äpplen", ""), ("Kaffe", ""))
        many = MultiChoice(voice, [Alternative(name, name, note) for name, note in fruits])
        many.put_value({"Bananer"})
        return [
            Field(voice, "Ska varorna användas av barn?", children, why=why),
            Field(voice, "Var tillverkas eller odlas det mesta?", where, help_text="Räkna det led där risken är störst."),
            Field(voice, "Vad ingår?", many),
        ]


class FieldsView(_Shelf):
    """Fields, callouts, buttons, progress."""

    name = "Uppgifter"
    lead = "Det som skrivs här sparas med en gång."

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice, width=760)
        card = Card(gap=LARGE)
        name, text, amount, share = TextField(voice), TextArea(voice), AmountField(voice), NumberField(voice, least=0, most=100)
        name.put_value("Frukt och grönt till förskolor")
        amount.put_value(Decimal(1250000))
        day = DateField(voice)
        day.put_value(dt.date(2027, 3, 1))
        wrong = Field(voice, "Andel ekologiskt", share, unit="%")
        share.put_value(Decimal(130))
        wrong.show_error("Talet får vara högst 100.")
        choose = Select(voice, [Alternative(one, one) for one in ("Kalmar", "Karlstad", "Lillestrøm")])
        card.add(Field(voice, "Namn", name, help_text="Så som det ska stå på kravlistan."))
        card.add(Field(voice, "Beskrivning", text, why="Orden används för att hitta varugrupper."))
        card.add(Field(voice, "Värde", amount, unit="SEK utan moms"))
        card.add(wrong)
        card.add(Field(voice, "Avtalet börjar", day))
        card.add(Field(voice, "Kommun", choose))
        card.add(SearchField(voice))
        self.page.add(card)
        self._add_messages(voice)

    def _add_messages(self, voice: Voice) -> None:
        for tone, heading, text in _CALLOUTS:
            actions = [Button(voice, "Visa kravet", Weight.SECONDARY)] if tone is Tone.WARNING else []
            self.page.add(Callout(voice, tone, heading, text, actions))
        buttons = Flow()
        buttons.add([Button(voice, f"Knapp {weight.name.lower()}", weight, "export") for weight in Weight])
        off = Button(voice, "Avstängd", Weight.PRIMARY)
        off.setEnabled(False)
        buttons.add([off, IconButton(voice, "Kopiera", "copy"), IconButton(voice, "Mer", "more")])
        chips = Flow()
        chips.add([Chip(voice, words, tone, icon) for words, tone, icon in _CHIPS])
        line = ProgressLine(voice, "Skriver kravlistan …", stoppable=True)
        line.put(2, 5)
        facts = Card()
        facts.add(KeyValues(voice, _FACTS))
        facts.add(Divider())
        facts.add(line)
        for part in (buttons, chips, facts):
            self.page.add(part)


@dataclass(frozen=True, slots=True)
class _Demand:
    name: str
    level: str
    tone: Tone
    hours: int


_ROWS = (
    ("Frukt och grönt till förskolor", "Kalmar kommun · ändrad i dag", "food", ("Krav väljs", Tone.ACCENT)),
    (
        "Mindre byggtjänster, reparationer och underhåll",
        "Karlstads kommun · ändrad 28 oktober",
        "building",
        ("Klar", Tone.POSITIVE, "check"),
    ),
    (
        "Arbeidstøy og renholdstjenester",
        "Lillestrøm kommune · ändrad 12 oktober",
        "textile",
        ("Saknar svar", Tone.WARNING, "warning"),
    ),
)
_FACTS = (("Diarienummer", "2026-114"), ("Värde", "1 250 000 kr"), ("Källa", "Upphandlingsmyndigheten, sedd 2026-11-02"))
_DEMANDS = (
    _Demand("Ekologiska bananer", "Bas", Tone.NEUTRAL, 2),
    _Demand("Odling med arbetsvillkor enligt ILO:s kärnkonventioner", "Avancerad", Tone.INFO, 6),
    _Demand("Spårbarhet till odlaren", "Spjutspets", Tone.ACCENT, 4),
)
_COLUMNS: tuple[Column[_Demand], ...] = (
    Column("Krav", lambda row, _t: row.name, share=5),
    Column("Nivå", lambda row, _t: row.level, tone=lambda row: row.tone, share=2),
    Column("Timmar per år", lambda row, t: t.formats.number(row.hours), order=lambda row: row.hours, right=True, share=2),
)
_STEPS = (
    StepItem("describe", "Beskriv köpet", Standing.DONE, "Frukt och grönt"),
    StepItem("groups", "Varugrupper", Standing.DONE, "2 valda"),
    StepItem("situation", "Läget", Standing.BEGUN, "3 av 6 svar"),
    StepItem("risk", "Risker", Standing.LOOK_HERE, "Hög risk: bananer"),
    StepItem("requirements", "Krav"),
    StepItem("checks", "Genomgång före publicering"),
    StepItem("follow-up", "Uppföljning"),
    StepItem("export", "Skriv ut och skicka"),
)
_CALLOUTS = (
    (Tone.INFO, "Hjälp, inte juridisk rådgivning", "Reglerna gäller från 1 juli 2026 och kan ha ändrats sedan dess."),
    (Tone.WARNING, "Kravet kan inte kontrolleras", "Det saknar bevis och uppföljning. Lägg till det ena eller ta bort kravet."),
    (Tone.NEGATIVE, "Sociala villkor står som teknisk specifikation", "Flytta dem till särskilda kontraktsvillkor."),
    (Tone.POSITIVE, "Allt är besvarat", ""),
)
_CHIPS = (
    ("Bas", Tone.NEUTRAL, ""),
    ("Avancerad", Tone.INFO, ""),
    ("Spjutspets", Tone.ACCENT, ""),
    ("Klart", Tone.POSITIVE, "check"),
    ("Saknar svar", Tone.WARNING, "warning"),
    ("Hög risk", Tone.NEGATIVE, "negative"),
)
