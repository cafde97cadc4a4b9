"""How product groups are picked: what is suggested first, and under it everything there is, by area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kravkompass.ui.layout import clear, column
from kravkompass.ui.look import SMALL
from kravkompass.ui.widgets.choice import Alternative, MultiChoice
from kravkompass.ui.widgets.expander import Expander

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kravkompass.catalog.requirement import ProductGroup
    from kravkompass.catalog.search import Suggestion
    from kravkompass.language import Language, Translation
    from kravkompass.ui.language import Voice


class GroupPicker(QObject):
    """Product groups to tick. ``changed`` comes with all that are ticked, as a frozen set of ids.

    ``first`` shows the suggested and the chosen ones, ``rest`` all of them by area. Where they stand is for the page to say; it
    goes when its owner goes.
    """

    changed = Signal(object)

    def __init__(self, voice: Voice, groups: Mapping[str, ProductGroup], owner: QObject) -> None:
        super().__init__(owner)
        self._voice = voice
        self._groups = groups
        self._chosen: frozenset[str] = frozenset()
        self._choices: list[MultiChoice] = []
        self._suggested: dict[str, str] | None = None
        self._offered: dict[str, str] = {}
        self._made = False
        self.first, self.rest = QWidget(), QWidget()
        column(self.first, gap=SMALL)
        column(self.rest, gap=SMALL)

    @property
    def offers(self) -> bool:
        """Whether there is anything among the first."""
        return bool(self._offered)

    def put(self, suggested: Mapping[str, str], chosen: Iterable[str]) -> None:
        """Show suggestions, each with why, and what is chosen. One that is no longer chosen stays in sight while nothing else changes."""
        self._chosen = frozenset(chosen)
        known = sorted(name for name in self._chosen if name in self._groups)
        if suggested != self._suggested or not self._offered.keys() >= set(known):
            self._suggested = dict(suggested)
            self._offered = {**suggested, **{name: "" for name in known if name not in suggested}}
            self._offer_first()
        self._show()

    def open_rest(self) -> None:
        """Make the list of all product groups, when it is first asked for: it is long."""
        if not self._made:
            self._made = True
            self._offer_rest()
            self._show()

    def focus(self) -> QWidget | None:
        """Give what gets the keyboard first."""
        return next((choice for choice in self._choices if self.first.isAncestorOf(choice)), None)

    def _offer_first(self) -> None:
        layout = self.first.layout()
        self._choices = [choice for choice in self._choices if not self.first.isAncestorOf(choice)]
        if layout is not None:
            clear(layout)
        if self._offered:
            self._fill(self.first, self._choice([(self._groups[name], why) for name, why in self._offered.items()]))

    def _offer_rest(self) -> None:
        for area in (group for group in self._groups.values() if not group.area):
            inside = [(group, "") for group in self._groups.values() if group.area == area.id]
            self._fill(self.rest, Expander(self._voice, _named(area), self._choice(inside)))

    def _fill(self, part: QWidget, widget: QWidget) -> None:
        layout = part.layout()
        if layout is not None:
            layout.addWidget(widget)

    def _choice(self, groups: list[tuple[ProductGroup, str]]) -> MultiChoice:
        choice = MultiChoice(self._voice, [_alternative(group, why) for group, why in groups])
        offered = {group.id for group, _ in groups}
        choice.changed.connect(lambda ticked: self._ticked(offered, frozenset(map(str, ticked))))
        self._choices.append(choice)
        return choice

    def _ticked(self, offered: set[str], ticked: frozenset[str]) -> None:
        self._chosen = (self._chosen - offered) | ticked
        self.changed.emit(self._chosen)

    def _show(self) -> None:
        for choice in self._choices:
            choice.put_value(self._chosen)


def said(suggestions: Iterable[Suggestion], language: Language) -> dict[str, str]:
    """Give suggested product groups by id, each with why it is suggested."""
    return {one.group.id: ", ".join(why.said(language.value) for why in one.why) for one in suggestions}


def _named(group: ProductGroup) -> Callable[[Translation], str]:
    return lambda t: group.names[t.language.value]


def _alternative(group: ProductGroup, why: str) -> Alternative:
    return Alternative(group.id, _named(group), (lambda t: t.say("Because of: {why}", why=why)) if why else "")
