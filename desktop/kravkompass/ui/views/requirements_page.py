"""How the page of requirements looks: a theme at a time, a card a requirement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import Theme
from kravkompass.guidance.recommending import Standing
from kravkompass.guidance.saying import LEFT_OUT_NAMES
from kravkompass.language import text
from kravkompass.screens.followup import FollowUp
from kravkompass.screens.own import OwnRequirements
from kravkompass.screens.packages import Packages
from kravkompass.screens.requirements import Choice, Requirements, ThemeChoices
from kravkompass.ui.layout import Flow
from kravkompass.ui.look import SMALL
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.load_line import LoadLine
from kravkompass.ui.views.lot_choice import LotSelect
from kravkompass.ui.views.package_prompt import pick_package
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.views.requirement_card import RequirementCard
from kravkompass.ui.views.requirement_prompts import ask_why
from kravkompass.ui.views.theme_reason import ThemeReason
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.choice import Alternative
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.page import WORKING
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import SectionTitle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kravkompass.catalog.requirement import Requirement
    from kravkompass.language import Translation
    from kravkompass.screens.deciding import Before
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.work import Workers

_HEADINGS = {
    Standing.OFFERED: (text("Also possible"), text("Not proposed by themselves. Choose what matters to you.")),
    Standing.WAITING: (text("Waiting for an answer"), text("These depend on questions that are not answered yet.")),
}


class RequirementsPage(WizardPage):
    """Theme by theme: the proposed requirements, then those offered, then those that wait for an answer."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers, width=WORKING)
        self._screen = Requirements(wizard)
        self._packages = Packages(wizard, self._screen)
        self._cards: dict[str, RequirementCard] = {}
        self._shown: tuple[object, ...] = ()
        self._lot = LotSelect(voice, lambda t: t.say("Show"))
        self._lot.select.changed.connect(lambda _lot: self._filtered())
        self._select = Select(voice, name=lambda t: t.say("Theme"))
        self._select.changed.connect(lambda theme: self._show(Theme(str(theme))))
        self._take = self._button(lambda t: t.say("Take all proposed"), "check", self._take_all)
        self._leave = self._button(lambda t: t.say("Leave out the theme"), "close", self._leave_theme)
        self._pack = self._button(lambda t: t.say("Packages"), "catalog", self._take_package)
        self._next_theme = self._button(lambda t: t.say("Next theme"), "next", self._go_on)
        self._none = ThemeReason(voice, self._screen)
        self._follow_up = FollowUp(wizard)
        self._load = LoadLine(voice)
        self._load.asked.connect(lambda: self.jump.emit("follow-up", ""))
        self._goal = Callout(voice, Tone.ACCENT, lambda t: t.say("Your own goal"), " ")

    def _button(self, wording: Wording, icon: str, does: Callable[[], None]) -> Button:
        button = Button(self.voice, wording, Weight.SECONDARY, icon)
        button.clicked.connect(lambda _on=False: does())
        return button

    def refresh(self) -> None:
        """Show the theme with its requirements as they stand."""
        self._lot.offer(self.wizard.purchase)
        themes = self._screen.themes(self.language, self._lot.lot)
        if not themes and self._lot.lot:
            self._lot.select.put_value("")
            themes = self._screen.themes(self.language)
        if not themes:
            return
        begin = next((one for one in themes if one.undecided), themes[0])
        current = next((one for one in themes if one.theme is self.wizard.theme), begin)
        self.wizard.theme = current.theme
        self._select.offer([_alternative(one) for one in themes])
        self._select.put_value(current.theme.value)
        names = (current.theme, self.language, self._lot.lot, *((choice.requirement.id, choice.standing) for choice in current.choices))
        if names != self._shown:
            self._shown = names
            self._build(current)
        for choice in current.choices:
            self._cards[choice.requirement.id].put(choice)
        self._none.put(current)
        self._load.put(self._follow_up.load(self.language))
        goal = self.wizard.profile.theme_goals.get(current.theme, "")
        self._goal.setVisible(bool(goal))
        self._goal.put(Tone.ACCENT, lambda t: t.say("Your own goal"), goal)
        self._take.setEnabled(current.undecided > 0)
        self._leave.setEnabled(not self._lot.lot and any(choice.is_in and not choice.requirement.statutory for choice in current.choices))
        self._pack.setEnabled(bool(self._packages.offers()))
        self._next_theme.setEnabled(len(themes) > 1)

    def _build(self, current: ThemeChoices) -> None:
        for kept in (self._lot, self._select, self._take, self._leave, self._pack, self._next_theme, self._none, self._load, self._goal):
            kept.setParent(None)
        self.empty()
        self._cards = {}
        self.add(self._lot)
        bar = Flow(gap=SMALL, low=True)
        bar.add(
            (Field(self.voice, lambda t: t.say("Theme"), self._select), self._take, self._leave, self._pack, self._next_theme)
        )
        self.add(bar)
        self.add(self._load)
        self.add(self._goal)
        self.add(self._none)
        sections = {standing: [one for one in current.choices if one.standing is standing] for standing in Standing}
        for choice in sections[Standing.RECOMMENDED]:
            self.add(self._card(choice))
        for standing in (Standing.OFFERED, Standing.WAITING):
            if sections[standing]:
                self._more(standing, sections[standing])
        self.add(self._button(lambda t: t.say("Write a requirement of your own"), "add", self._write_new))

    def _more(self, standing: Standing, choices: list[Choice]) -> None:
        self.add(SectionTitle(self.voice, lambda t: t.say(_HEADINGS[standing][0]), lambda t: t.say(_HEADINGS[standing][1])))
        for choice in choices:
            self.add(self._card(choice))

    def _card(self, choice: Choice) -> QWidget:
        card = RequirementCard(self.voice, self._screen, self.wizard.catalog, choice)
        card.message.connect(self.message)
        card.write.connect(self._write_from)
        self._cards[choice.requirement.id] = card
        return card

    def _filtered(self) -> None:
        self.refresh()
        self._lot.select.setFocus()

    def _show(self, theme: Theme) -> None:
        self.wizard.theme = theme
        self.refresh()
        self.to_top()
        self._select.setFocus()

    def _take_all(self) -> None:
        if self.wizard.theme is None:
            return
        names = self._screen.choose_proposed(self.wizard.theme, self._lot.lot)
        n = len(names)
        # The button has nothing more to do, and the keyboard would go to the next one, which leaves the theme out.
        (self._next_theme if self._next_theme.isEnabled() else self._select).setFocus()
        self.message.emit(
            lambda t: t.count("{n} requirement taken.", "{n} requirements taken.", n), lambda: self._screen.undecide(*names)
        )

    def _leave_theme(self) -> None:
        theme = self.wizard.theme
        if theme is None:
            return
        answer = ask_why(self.voice, lambda t: t.say("Leave out “{theme}”", theme=t.say(source_name(theme))), self)
        if answer is None:
            return
        code, own = answer
        before = self._screen.leave_out_theme(theme, code, own or self.voice.say(LEFT_OUT_NAMES[code]))
        self._tell_all(before, lambda t: t.count("{n} requirement left out.", "{n} requirements left out.", before.count))

    def _take_package(self) -> None:
        package = pick_package(self.voice, self._packages, self)
        if package is not None:
            before = self._packages.take(package)
            self._tell_all(before, lambda t: t.count("{n} requirement taken.", "{n} requirements taken.", before.count))

    def _tell_all(self, before: Before, wording: Wording) -> None:
        self.message.emit(wording, lambda: self._screen.undo(before))

    def _write_new(self) -> None:
        purchase = self.wizard.purchase
        own = OwnRequirements(lambda: self.wizard.store, lambda: self.wizard.catalog)
        self._open_form(own, own.fresh(purchase.country, self.wizard.theme, purchase.groups))

    def _write_from(self, requirement: Requirement) -> None:
        own = OwnRequirements(lambda: self.wizard.store, lambda: self.wizard.catalog)
        self._open_form(own, (requirement.is_own and own.requirement(requirement.id)) or own.started_from(requirement))

    def _open_form(self, own: OwnRequirements, draft: Requirement) -> None:
        from kravkompass.ui.views.own_form import OwnFormView
        from kravkompass.ui.views.wizard import WizardView

        wizard, voice, workers = self.wizard, self.voice, self.workers

        def back() -> WizardView:
            wizard.look_again()
            return WizardView(voice, wizard, workers)

        self.leave_for.emit(OwnFormView(voice, own, draft, back))

    def _go_on(self) -> None:
        themes = [one.theme for one in self._screen.themes(self.language, self._lot.lot)]
        if self.wizard.theme in themes:
            self._show(themes[(themes.index(self.wizard.theme) + 1) % len(themes)])

    def show_requirement(self, requirement: str) -> None:
        """Open the theme of a requirement, and bring its card into sight, whichever lot was looked at."""
        self._lot.select.put_value("")
        for one in self._screen.themes(self.language):
            if any(choice.requirement.id == requirement for choice in one.choices):
                self._show(one.theme)
                card = self._cards[requirement]
                card.unfold()
                card.take_keyboard()
                self.bring_up(card)

    def first_focus(self) -> QWidget:
        """Begin at the choice of theme."""
        return self._select


def _alternative(one: ThemeChoices) -> Alternative:
    def said(t: Translation) -> str:
        theme = t.say(source_name(one.theme))
        if one.undecided:
            return t.say("{theme} – {n} to decide", theme=theme, n=one.undecided)
        return t.say("{theme} – done", theme=theme) if one.proposed else theme

    return Alternative(one.theme.value, said)
