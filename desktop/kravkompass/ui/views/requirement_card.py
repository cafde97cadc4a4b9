"""How one requirement looks in the checklist: what it says, why it is here, what was decided, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.catalog.naming import ORIGIN_NAMES, source_name
from kravkompass.guidance.ledger import said_decision
from kravkompass.guidance.purchase import Verdict
from kravkompass.guidance.recommending import Standing
from kravkompass.guidance.saying import said_lots
from kravkompass.screens.copying import copied_choice
from kravkompass.ui.layout import Flow, clear, column, holds_keyboard
from kravkompass.ui.look import MEDIUM, SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.copying import put_on_clipboard
from kravkompass.ui.views.level_comparison import LEVEL_TONES, compare_levels
from kravkompass.ui.views.lot_choice import ask_lots
from kravkompass.ui.views.newer_wording import NewerWording
from kravkompass.ui.views.requirement_details import RequirementDetails
from kravkompass.ui.views.requirement_prompts import adapt, leave_out
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.word_changes import WordChanges

if TYPE_CHECKING:
    from kravkompass.catalog.catalog import Catalog
    from kravkompass.language import Translation
    from kravkompass.screens.requirements import Choice, Requirements
    from kravkompass.ui.language import Voice


class RequirementCard(Card):
    """A card: chips, title, demand, values to fill in, reasons, and the buttons to decide."""

    message = Signal(object, object)
    write = Signal(object)
    """Asks for the form of an own requirement: the own one itself, or a national one to start from."""

    def __init__(self, voice: Voice, screen: Requirements, catalog: Catalog, choice: Choice) -> None:
        super().__init__()
        self._voice = voice
        self._screen = screen
        self._catalog = catalog
        self._choice = choice
        self._chips = Flow(gap=SMALL)
        self._title = Label(voice, "", Text.HEADING)
        self._demand = Label(voice, "").selectable()
        self._decided = Label(voice, "", Text.MUTED)
        self._newer = NewerWording(voice)
        self._newer.taken.connect(self._take_newer)
        self._changes = WordChanges(voice)
        self._changed = Expander(voice, lambda t: t.say("What is changed against the catalog"), self._changes)
        self._values = RequirementDetails(voice, screen, catalog, choice)
        self._buttons = Flow(gap=SMALL)
        self._more = Expander(voice, lambda t: t.say("Reasons, evidence, follow-up and sources"))
        self._more_sheet = QWidget()
        column(self._more_sheet, gap=MEDIUM)
        self._more.opened.connect(lambda on: self._values.fill(self._more_sheet) if on else None)
        self._lay_out()
        self.put(choice)

    def _lay_out(self) -> None:
        words = column(gap=SMALL)
        words.addLayout(self._chips)
        words.addWidget(self._title)
        words.addWidget(self._demand)
        words.addWidget(self._decided)
        self.add(words)
        self.add(self._changed)
        self.add(self._newer)
        self.add(self._values)
        self._more.put_content(self._more_sheet)
        self.add(self._more)
        self.add(self._buttons)

    def put(self, choice: Choice) -> None:
        """Show the requirement as it stands now."""
        before = self._choice
        self._choice = choice
        self._title.put(choice.texts.title)
        self._demand.put(choice.texts.demand)
        decision = choice.decision
        self._decided.setVisible(decision is not None)
        if decision is not None:
            self._decided.put(lambda t: " · ".join(said_decision(decision, self._screen.purchase, t)))
        self._show_changes()
        self._newer.put(choice)
        self._values.put(choice)
        if self._more.is_open:
            self._values.fill(self._more_sheet)
        if self._buttons.count() == 0 or _state(before) != _state(choice):
            self._show_state()

    def _show_changes(self) -> None:
        choice = self._choice
        own = choice.decision.wording.get(choice.language, "") if choice.decision is not None else ""
        self._changed.setVisible(bool(own))
        if own:
            self._changes.put(choice.requirement.texts[choice.language].demand, own)

    def _show_state(self) -> None:
        clear(self._chips)
        self._chips.add(self._state_chips())
        held = next((button.objectName() for button in self.findChildren(Button) if holds_keyboard(button)), "")
        clear(self._buttons)
        self._buttons.add(self._state_buttons())
        if held:
            buttons = [self._buttons.itemAt(place) for place in range(self._buttons.count())]
            first = next((item.widget() for item in buttons if item is not None and item.widget() is not None), None)
            if first is not None:
                first.show()  # what is not seen yet cannot have the keyboard
                first.setFocus()

    def _state_chips(self) -> list[Chip]:
        requirement, decision = self._choice.requirement, self._choice.decision
        chips = [self._state_chip()]
        chips.append(Chip(self._voice, lambda t: t.say(source_name(requirement.kind))))
        chips.append(Chip(self._voice, lambda t: t.say(source_name(requirement.level)), LEVEL_TONES[requirement.level]))
        if requirement.is_own:
            chips.insert(1, Chip(self._voice, lambda t: t.say("Own requirement"), Tone.INFO, "profile"))
        if requirement.statutory:
            chips.append(Chip(self._voice, lambda t: t.say("Required by law"), Tone.WARNING, "law"))
        if requirement.national_id:
            chips.append(Chip(self._voice, requirement.national_id))
        if decision is not None and decision.wording:
            chips.append(Chip(self._voice, lambda t: t.say("Adapted wording"), Tone.INFO))
        if self._choice.lots:
            chips.append(Chip(self._voice, self._said_lots, Tone.INFO))
        if decision is not None and decision.taken_from:
            chips.append(Chip(self._voice, lambda t: t.say("Taken from “{source}”", source=decision.taken_from)))
        if requirement.origin is not None:
            origin = ORIGIN_NAMES[requirement.origin.taken_from]
            chips.append(Chip(self._voice, lambda t: t.say("From {origin}", origin=t.say(origin))))
        return chips

    def _said_lots(self, t: Translation) -> str:
        return said_lots(self._screen.purchase, [lot.id for lot in self._choice.lots], t)

    def _state_chip(self) -> Chip:
        decision = self._choice.decision
        if decision is None:
            return Chip(
                self._voice, self._undecided, Tone.ACCENT if self._choice.standing is Standing.RECOMMENDED else Tone.NEUTRAL
            )
        if decision.verdict is Verdict.LEFT_OUT:
            return Chip(self._voice, lambda t: t.say("Left out"), Tone.NEUTRAL, "close")
        return Chip(self._voice, lambda t: t.say("On the list"), Tone.POSITIVE, "check")

    def _undecided(self, t: Translation) -> str:
        return {
            Standing.RECOMMENDED: t.say("Proposed"),
            Standing.OFFERED: t.say("Possible"),
            Standing.WAITING: t.say("Waiting for an answer"),
        }[self._choice.standing]

    def _state_buttons(self) -> list[Button]:
        name = self._choice.requirement.id
        buttons = []
        if not (self._choice.decision is not None and self._choice.decision.is_in):
            take = Button(self._voice, lambda t: t.say("Take it"), Weight.SECONDARY, "check")
            take.clicked.connect(lambda: self._screen.choose(name))
            buttons.append(take)
        if self._choice.decision is None or self._choice.decision.is_in:
            change = Button(self._voice, lambda t: t.say("Change the wording"), Weight.QUIET, "edit")
            change.clicked.connect(lambda: adapt(self._voice, self._screen, self._choice, self))
            without = Button(self._voice, lambda t: t.say("Leave out"), Weight.QUIET, "close")
            without.clicked.connect(lambda: leave_out(self._voice, self._screen, self._choice, self))
            buttons += [change, without]
        if len(self._choice.fits) > 1 and (self._choice.decision is None or self._choice.decision.is_in):
            limit = Button(self._voice, lambda t: t.say("Choose lots"), Weight.QUIET, "product-group")
            limit.clicked.connect(self._limit)
            buttons.append(limit)
        if self._choice.decision is not None:
            back = Button(self._voice, lambda t: t.say("Decide again"), Weight.QUIET, "undo")
            back.clicked.connect(lambda: self._screen.undecide(name))
            buttons.append(back)
        if len({one.requirement.level for one in self._levels()}) > 1:
            levels = Button(self._voice, lambda t: t.say("Compare levels"), Weight.QUIET, "level")
            levels.clicked.connect(self._compare)
            buttons.append(levels)
        own = self._choice.requirement.is_own
        words = (lambda t: t.say("Change our requirement")) if own else (lambda t: t.say("Write your own from this"))
        start = Button(self._voice, words, Weight.QUIET, "edit" if own else "add")
        start.clicked.connect(lambda: self.write.emit(self._choice.newer or self._choice.requirement))
        buttons.append(start)
        copy = Button(self._voice, lambda t: t.say("Copy"), Weight.QUIET, "copy")
        copy.clicked.connect(self._copy)
        buttons.append(copy)
        for button in buttons:
            button.setObjectName(f"decide {name}")
        return buttons

    def _levels(self) -> tuple[Choice, ...]:
        return self._screen.levels(self._choice.requirement.id, self._voice.translation.language)

    def _compare(self) -> None:
        taken = compare_levels(self._voice, self._catalog, self._levels(), self)
        if taken is not None:
            before = self._screen.choose_level(taken)
            self.message.emit(lambda t: t.say("The level is chosen."), lambda: self._screen.undo(before))

    def _take_newer(self) -> None:
        before = self._screen.take_newer(self._choice.requirement.id)
        self.message.emit(lambda t: t.say("The new version is taken."), lambda: self._screen.undo(before))

    def _limit(self) -> None:
        wanted = ask_lots(self._voice, self._screen.purchase, self._choice, self)
        if wanted is not None:
            before = self._screen.limit(self._choice.requirement.id, wanted)
            self.message.emit(lambda t: t.say("The lots are chosen."), lambda: self._screen.undo(before))

    def _copy(self) -> None:
        put_on_clipboard(copied_choice(self._choice, self._voice.translation))
        self.message.emit(lambda t: t.say("Copied. Paste it where you want it."), None)

    def take_keyboard(self) -> None:
        """Give the keyboard to the first value to fill in, or else to the first thing to press."""
        if not self._values.take_keyboard():
            self._more.take_keyboard()

    def unfold(self) -> None:
        """Show all there is to know."""
        self._more.open()


def _state(choice: Choice) -> tuple[object, ...]:
    """What chips and buttons are made from."""
    return choice.decision, choice.standing, choice.fits, choice.lots
