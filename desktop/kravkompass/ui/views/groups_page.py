"""How the page of product groups looks: what the description suggests, and everything there is to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.catalog.search_cpv import CpvCodeError, check_cpv
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.choice import Alternative, MultiChoice
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.surfaces import Card, SectionTitle
from kravkompass.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.catalog.requirement import ProductGroup
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers


class GroupsPage(WizardPage):
    """Choosing product groups."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers)
        self._shown: tuple[object, ...] = ()
        self._choices: list[MultiChoice] = []
        self._open_areas: set[str] = set()

    def refresh(self) -> None:
        """Show suggestions from the description, the groups chosen, and all the rest by area."""
        suggested = self.wizard.suggested_groups()
        chosen = self.wizard.guide.picture.chosen
        shown = (tuple(one.group.id for one in suggested), self.wizard.purchase.cpv, self.language)
        if shown != self._shown:
            self._shown = shown
            self._build(suggested, chosen)
        for choice in self._choices:
            choice.put_value(group.id for group in chosen)

    def _build(self, suggested: tuple[object, ...], chosen: tuple[ProductGroup, ...]) -> None:
        self.empty()
        self._choices = []
        groups = self.wizard.catalog.groups
        first = {one.group.id: ", ".join(why.said(self.language.value) for why in one.why) for one in suggested}  # type: ignore[attr-defined]
        for group in chosen:
            first.setdefault(group.id, "")
        if first:
            self.add(
                SectionTitle(
                    self.voice,
                    lambda t: t.say("Fits your description"),
                    lambda t: t.say("Tick everything the purchase includes."),
                )
            )
            card = Card()
            card.add(self._choice([(groups[name], why) for name, why in first.items()]))
            self.add(card)
        else:
            self.add(
                Callout(
                    self.voice,
                    Tone.INFO,
                    lambda t: t.say("Nothing in the description points to a product group yet."),
                    lambda t: t.say("Write more on the page about the purchase, or choose below."),
                )
            )
        self._cpv()
        self.add(SectionTitle(self.voice, lambda t: t.say("All product groups")))
        rest = Card()
        for area in (group for group in groups.values() if not group.area):
            inside = [(group, "") for group in groups.values() if group.area == area.id]
            rest.add(self._area(area, inside))
        self.add(rest)

    def _area(self, area: ProductGroup, inside: list[tuple[ProductGroup, str]]) -> Expander:
        expander = Expander(self.voice, lambda t: area.names[t.language.value], self._choice(inside))
        expander.open(area.id in self._open_areas)
        expander.opened.connect(lambda on: self._open_areas.add(area.id) if on else self._open_areas.discard(area.id))
        return expander

    def _cpv(self) -> None:
        field = TextField(self.voice, placeholder="15300000, 03222111")
        field.setObjectName("cpv")
        field.put_value(", ".join(self.wizard.purchase.cpv))
        asked = Field(
            self.voice,
            lambda t: t.say("CPV codes"),
            field,
            help_text=lambda t: t.say("If you have them. Divide several with commas."),
        )
        field.changed.connect(lambda words: self._take_codes(_codes(words), asked))
        card = Card()
        card.add(asked)
        self.add(card)

    def _take_codes(self, codes: list[str], asked: Field) -> None:
        try:
            for code in codes:
                check_cpv(code)
        except CpvCodeError as error:
            asked.show_error(error.said)
            return
        asked.show_error("")
        self.wizard.set_cpv(codes)

    def _choice(self, groups: list[tuple[ProductGroup, str]]) -> QWidget:
        choice = MultiChoice(self.voice, [_alternative(group, why) for group, why in groups])
        offered = {group.id for group, _ in groups}
        choice.changed.connect(lambda values: self._chosen(offered, frozenset(map(str, values))))
        self._choices.append(choice)
        return choice

    def _chosen(self, offered: set[str], ticked: frozenset[str]) -> None:
        before = self.wizard.purchase.groups
        kept = [name for name in before if name not in offered or name in ticked]
        self.wizard.set_groups([*kept, *sorted(ticked - set(kept))])

    def first_focus(self) -> QWidget | None:
        """Begin at the first suggestion."""
        return self._choices[0] if self._choices else None


def _alternative(group: ProductGroup, why: str) -> Alternative:
    return Alternative(
        group.id, lambda t: group.names[t.language.value], (lambda t: t.say("Because of: {why}", why=why)) if why else ""
    )


def _codes(words: str) -> list[str]:
    return [code.strip() for code in words.replace(";", ",").split(",") if code.strip()]
