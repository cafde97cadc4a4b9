"""How the list of the municipality's own requirements looks, and everything that can be done with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.catalog.naming import own_origin, source_name
from kravkompass.guidance.listing import text_language
from kravkompass.guidance.own import Own, State
from kravkompass.language import text
from kravkompass.purchases.kinds import Kind
from kravkompass.ui.layout import Flow, column, last_held, row
from kravkompass.ui.look import SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.view import View
from kravkompass.ui.views.level_comparison import LEVEL_TONES
from kravkompass.ui.views.own_form import OwnFormView
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.page import Page
from kravkompass.ui.widgets.surfaces import Card, SectionTitle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kravkompass.catalog.requirement import Requirement
    from kravkompass.language import Translation
    from kravkompass.screens.own import OwnRequirements
    from kravkompass.ui.language import Voice, Wording

_SECTIONS = {
    State.ACTIVE: (text("In use"), text("Shown in the checklist of every purchase they fit.")),
    State.BROUGHT: (text("Came with purchases"), text("Written elsewhere. They stand in the purchases they came with, and nowhere else.")),
    State.RETIRED: (text("Out of use"), text("Not shown in new purchases. Those that have them keep them.")),
}


class OwnView(View):
    """The own requirements, those in use first."""

    kinds = frozenset({Kind.OWN, Kind.SETTINGS})

    def __init__(self, voice: Voice, screen: OwnRequirements, back: Callable[[], View] | None = None) -> None:
        super().__init__(voice)
        self._screen, self._back = screen, back
        self._page = Page(voice)
        self._page.set_title(
            lambda t: t.say("Your own requirements"),
            lambda t: t.say("Write them once, and use them in every purchase beside the national ones."),
        )
        self._new = self._button(lambda t: t.say("Write a requirement"), "add", self.write, Weight.PRIMARY)
        leave = self._button(lambda t: t.say("Back"), "back", self._leave)
        self._page.set_actions([leave, self._new])
        row(self, gap=0).addWidget(self._page)

    def title(self, say: Translation) -> str:
        """Give the window's title."""
        return say.say("Your own requirements")

    def first_focus(self) -> QWidget:
        """Begin at the button to write one."""
        return self._new

    def retranslate(self) -> None:
        """Say values anew; the kit says its own texts again."""
        self.refresh()

    def refresh(self) -> None:
        """Show the requirements as they are."""
        held = last_held(self)
        name = held.objectName() if held is not None and self._page.isAncestorOf(held) else ""
        self._page.empty()
        kept, drafts = self._screen.all(), self._screen.drafts()
        for draft in drafts.values():
            self._page.add(self._unfinished(draft))
        if not kept and not drafts:
            self._page.add(self._nothing_yet())
        for state in State:
            found = [one for one in kept if one.state is state]
            if found:
                self._page.add(SectionTitle(self.voice, _said(_SECTIONS[state][0]), _said(_SECTIONS[state][1])))
            for one in found:
                self._page.add(self._card(one))
        if name:
            again = next((button for button in self._page.findChildren(Button, name) if not button.isHidden()), self._new)
            again.setFocus()

    def write(self, draft: Requirement | None = None) -> None:
        """Open the form for a requirement, or for a new one."""
        begun = draft or self._screen.drafts().get("") or self._screen.fresh(self._screen.country())
        voice, screen, back = self.voice, self._screen, self._back
        self.go.emit(OwnFormView(voice, screen, begun, lambda: OwnView(voice, screen, back)))

    def _leave(self) -> None:
        self.go.emit(self._back() if self._back is not None else "profile")

    def _button(self, wording: Wording, icon: str, does: Callable[[], object], weight: Weight = Weight.SECONDARY) -> Button:
        button = Button(self.voice, wording, weight, icon)
        button.clicked.connect(lambda _on=False: does())
        return button

    def _nothing_yet(self) -> EmptyState:
        return EmptyState(
            self.voice,
            "requirement",
            lambda t: t.say("No requirements of your own yet"),
            lambda t: t.say(
                "Write one here, or start from a national one: open it in the checklist of a purchase and choose “Write your own from this”."
            ),
        )

    def _unfinished(self, draft: Requirement) -> Callout:
        title = next((texts.title for texts in draft.texts.values() if texts.title), "") or draft.id
        go_on = self._button(lambda t: t.say("Go on writing"), "edit", lambda: self.write(draft), Weight.QUIET)
        forget = self._button(lambda t: t.say("Throw away"), "delete", lambda: self._screen.forget(draft.id), Weight.QUIET)
        return Callout(
            self.voice,
            Tone.INFO,
            lambda t: t.say("“{title}” is not finished", title=title) if title else t.say("A requirement is not finished"),
            lambda t: t.say("What you wrote is remembered, but not used until you keep it."),
            [go_on, forget],
        )

    def _card(self, one: Own) -> Card:
        requirement = one.requirement
        texts = requirement.texts[text_language(requirement, self.voice.translation.language.value)]
        card = Card()
        words = column(gap=SMALL)
        chips = Flow(gap=SMALL)
        chips.add(self._chips(one))
        words.addLayout(chips)
        words.addWidget(Label(self.voice, texts.title, Text.HEADING))
        words.addWidget(Label(self.voice, texts.demand))
        written = requirement.written
        if written is not None:
            words.addWidget(Label(self.voice, lambda t: f"{requirement.id} · {own_origin(written, t)}", Text.MUTED))
        card.add(words)
        buttons = Flow(gap=SMALL)
        buttons.add(self._buttons(one))
        card.add(buttons)
        return card

    def _chips(self, one: Own) -> list[Chip]:
        requirement = one.requirement
        chips = [
            Chip(self.voice, _said(source_name(requirement.country))),
            Chip(self.voice, _said(source_name(requirement.theme))),
            Chip(self.voice, _said(source_name(requirement.kind))),
            Chip(self.voice, _said(source_name(requirement.level)), LEVEL_TONES[requirement.level]),
        ]
        if one.standard:
            chips.insert(0, Chip(self.voice, lambda t: t.say("Standard: always proposed"), Tone.POSITIVE, "check"))
        if one.used_in:
            chips.append(Chip(self.voice, lambda t: t.count("In {n} purchase", "In {n} purchases", one.used_in)))
        return chips

    def _buttons(self, one: Own) -> list[Button]:
        name, quiet = one.requirement.id, Weight.QUIET
        buttons = []
        if one.state is not State.BROUGHT:
            buttons.append(self._button(lambda t: t.say("Change"), "edit", lambda: self.write(one.requirement)))
        if one.state is State.ACTIVE:
            words: Wording = (
                (lambda t: t.say("Do not always propose it")) if one.standard else (lambda t: t.say("Always propose it where it fits"))
            )
            buttons.append(self._button(words, "check", lambda: self._screen.set_standard(name, on=not one.standard), quiet))
            buttons.append(
                self._button(lambda t: t.say("Take out of use"), "close", lambda: self._screen.set_state(name, State.RETIRED), quiet)
            )
        else:
            buttons.append(
                self._button(lambda t: t.say("Take into use"), "check", lambda: self._screen.set_state(name, State.ACTIVE), quiet)
            )
        if not one.used_in:
            buttons.append(self._button(lambda t: t.say("Throw away"), "delete", lambda: self._throw_away(name), quiet))
        for button in buttons:
            button.setObjectName(f"own {name}")
        return buttons

    def _throw_away(self, name: str) -> None:
        self._screen.delete(name)
        self.message.emit(lambda t: t.say("{id} is thrown away.", id=name), lambda: self._screen.restore(name))


def _said(words: str) -> Callable[[Translation], str]:
    return lambda t: t.say(words)
