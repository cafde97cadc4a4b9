"""How the municipality's profile looks: priorities, levels, hours, and the amounts of law the buyer confirms."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import Country, Theme
from kravkompass.language import Language, text
from kravkompass.purchases.kinds import Kind
from kravkompass.ui.layout import row
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.view import View
from kravkompass.ui.views.profile_law import LawCard
from kravkompass.ui.views.profile_people import ContactsCard, LogoCard
from kravkompass.ui.views.profile_themes import ThemesCard
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, MultiChoice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.page import Page
from kravkompass.ui.widgets.suggest_field import SuggestField
from kravkompass.ui.widgets.surfaces import Card, SectionTitle
from kravkompass.ui.widgets.text_fields import TextArea, TextField
from kravkompass.ui.widgets.value_fields import NumberField

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.guidance.profile import Profile
    from kravkompass.language import Translation
    from kravkompass.screens.profile import Municipality
    from kravkompass.ui.language import Voice, Wording

MOST_HOURS = 10_000
_UNITS = {"percent": text("percent"), "months": text("months"), "weeks": text("weeks"), "count": ""}


class ProfileView(View):
    """The profile, in fields that are saved as they are filled in."""

    kinds = frozenset({Kind.SETTINGS, Kind.OWN})

    def __init__(self, voice: Voice, screen: Municipality, own: Callable[[], View]) -> None:
        super().__init__(voice)
        self._screen = screen
        self._page = Page(voice)
        self._page.set_title(
            lambda t: t.say("Your municipality"),
            lambda t: t.say(
                "What you give priority to decides what is proposed in every purchase. Take a ready-made profile and change it."
            ),
        )
        self._page.set_actions([self._file_button("export", self._write), self._file_button("open", self._read)])
        self._texts = {
            "organisation": SuggestField(voice, self._organisations),
            "name": TextField(voice),
            "profile": TextField(voice),
        }
        self._goals = TextArea(voice)
        self._hours = NumberField(voice, least=0, most=MOST_HOURS)
        self._priorities = MultiChoice(voice, [_theme(theme) for theme in Theme])
        self._themes = ThemesCard(voice, screen)
        self._law = {country: LawCard(voice, screen, country) for country in Country}
        self._people = ContactsCard(voice, screen.set_contacts)
        self._logo = LogoCard(voice, screen)
        self._logo.message.connect(self.message)
        self._own_row = ListRow(voice, lambda t: t.say("Your own requirements"), " ", "requirement")
        self._own_row.clicked.connect(lambda: self.go.emit(own()))
        self._connect()
        self._lay_out()
        row(self, gap=0).addWidget(self._page)

    def _connect(self) -> None:
        screen = self._screen
        self._texts["organisation"].changed.connect(screen.set_organisation)
        self._texts["name"].changed.connect(screen.set_name)
        self._texts["profile"].changed.connect(lambda words: screen.describe(name=str(words)))
        self._goals.changed.connect(lambda words: screen.describe(goals=str(words)))
        self._hours.changed.connect(lambda hours: screen.describe(hours=int(hours or 0)))
        self._priorities.changed.connect(self._prioritise)

    def _lay_out(self) -> None:
        page, voice = self._page, self.voice
        page.add(self._who())
        page.add(
            SectionTitle(
                voice,
                lambda t: t.say("Contacts"),
                lambda t: t.say("Whom suppliers can turn to. They stand in the follow-up plan and in documents to suppliers."),
            )
        )
        page.add(self._people)
        page.add(SectionTitle(voice, lambda t: t.say("Logo"), lambda t: t.say("Stands on every document.")))
        page.add(self._logo)
        page.add(SectionTitle(voice, lambda t: t.say("Your own requirements")))
        page.add(self._own_row)
        page.add(SectionTitle(voice, lambda t: t.say("Ready-made profiles")))
        for place, _ in enumerate(self._screen.ready_made(Language.SWEDISH)):
            page.add(self._ready_made(place))
        page.add(SectionTitle(voice, lambda t: t.say("Your profile")))
        page.add(self._own())
        page.add(
            SectionTitle(
                voice,
                lambda t: t.say("How far you usually go"),
                lambda t: t.say("A higher level is proposed in the theme. Your goal stands among the reasons and in the decision annex."),
            )
        )
        page.add(self._themes)
        for country, law in self._law.items():
            page.add(_law_title(voice, country))
            page.add(law)

    def _who(self) -> Card:
        card = Card()
        card.add(Field(self.voice, lambda t: t.say("Organisation"), self._texts["organisation"]))
        stays = Field(
            self.voice,
            lambda t: t.say("Responsible buyer"),
            self._texts["name"],
            help_text=lambda t: t.say("Stays on this computer."),
        )
        card.add(stays)
        return card

    def _own(self) -> Card:
        card = Card()
        card.add(Field(self.voice, lambda t: t.say("Name of the profile"), self._texts["profile"]))
        card.add(
            Field(
                self.voice,
                lambda t: t.say("Your own goals"),
                self._goals,
                help_text=lambda t: t.say("From policies and decisions."),
            )
        )
        card.add(
            Field(
                self.voice,
                lambda t: t.say("Hours a year for follow-up, for each contract"),
                self._hours,
                unit=lambda t: t.say("hours"),
                help_text=lambda t: t.say("The plan says what will not be checked when there are too few."),
            )
        )
        card.add(Field(self.voice, lambda t: t.say("Priorities"), self._priorities))
        return card

    def _organisations(self, words: str) -> list[Alternative]:
        return [Alternative((one.country, one.number), one.organisation, one.county) for one in self._screen.organisations(words)]

    def _ready_made(self, place: int) -> ListRow:
        def of(t: Translation) -> Profile:
            return self._screen.ready_made(t.language)[place]

        line = ListRow(self.voice, lambda t: of(t).name, lambda t: of(t).about, "profile")
        line.clicked.connect(lambda: self._take(of(self.voice.translation)))
        return line

    def title(self, say: Translation) -> str:
        """Give the window's title."""
        return say.say("Your municipality")

    def refresh(self) -> None:
        """Show what is kept."""
        settings, profile = self._screen.settings(), self._screen.profile()
        self._texts["organisation"].put_value(settings.organisation)
        self._texts["name"].put_value(settings.name)
        self._texts["profile"].put_value(profile.name)
        self._goals.put_value(profile.goals)
        self._hours.put_value(Decimal(profile.hours) if profile.hours else None)
        self._priorities.put_value(profile.priorities)
        self._themes.put(profile)
        for card in self._law.values():
            card.put(profile.confirmed)
        self._people.put(profile.contacts)
        self._logo.put(profile.logo)
        standard, kept = len(profile.standard), sum(not one.retired for one in profile.own)
        self._own_row.put_detail(lambda t: _counted(kept, standard, t))

    def retranslate(self) -> None:
        """The kit says its own texts again."""

    def _prioritise(self, themes: frozenset[object]) -> None:
        before = self._screen.profile().priorities
        for theme in Theme:
            if (theme in themes) != (theme in before):
                self._screen.set_priority(theme, on=theme in themes)

    def _take(self, profile: Profile) -> None:
        self._screen.take(profile)
        self.message.emit(lambda t: t.say("The profile is yours now. Change what you like."), None)

    def _file_button(self, icon: str, does: Callable[[], None]) -> Button:
        words = {"export": lambda t: t.say("Save as a file"), "open": lambda t: t.say("Open a file")}
        button = Button(self.voice, words[icon], Weight.SECONDARY, icon)
        button.clicked.connect(lambda _on=False: does())
        return button

    def _write(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.voice.say("Save as a file"), "profil.json", "*.json")
        if not name:
            return
        people = self._asks_for_names() if self._screen.profile().contacts else False
        if people is None:
            return
        self._screen.write(Path(name), people=people)
        said: Wording = (
            (lambda t: t.say("The profile is saved, with names of people."))
            if people
            else (lambda t: t.say("The profile is saved, without names of people."))
        )
        self.message.emit(said, None)

    def _asks_for_names(self) -> bool | None:
        """Ask whether names of people go along; None when the buyer changed her mind."""
        prompt = Prompt(
            self.voice,
            lambda t: t.say("Shall the names of people stand in the file?"),
            lambda t: t.say("Contacts, and who wrote your own requirements. Leave them out when the file goes to another municipality."),
            over=self,
        )
        without = Button(self.voice, lambda t: t.say("Without names"), Weight.PRIMARY)
        prompt.offer(
            [
                (without, 1),
                (Button(self.voice, lambda t: t.say("With names")), 2),
                (Button(self.voice, lambda t: t.say("Cancel")), 0),
            ]
        )
        return {1: False, 2: True}.get(prompt.exec())

    def _read(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.voice.say("Open a file"), "", "*.json")
        if name:
            self._screen.read(Path(name), self.voice.translation.language)


def _law_title(voice: Voice, country: Country) -> SectionTitle:
    return SectionTitle(
        voice,
        lambda t: t.say("Law and amounts: {country}", country=t.say(source_name(country))),
        lambda t: t.say("What we know, from when and from where. Confirm or correct an amount yourself."),
    )


def _counted(kept: int, standard: int, t: Translation) -> str:
    if not kept:
        return t.say("None yet. Write them once, and use them in every purchase.")
    in_use = t.count("{n} in use", "{n} in use", kept)
    always = t.say("{n} always proposed", n=standard) if standard else ""
    return ", ".join(part for part in (in_use, always) if part)


def _theme(theme: Theme) -> Alternative:
    return Alternative(theme, lambda t: t.say(source_name(theme)))
