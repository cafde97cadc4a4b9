"""Dividing the wizard's purchase into lots: adding, naming, moving and taking them away, each of which can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kravkompass.guidance.lots import rows_of
from kravkompass.guidance.purchase import Lot

if TYPE_CHECKING:
    from kravkompass.catalog.search import Suggestion
    from kravkompass.language import Language
    from kravkompass.screens.wizard import Wizard

MOST_OF_TITLE, MOST_SUGGESTED = 3, 4
"""Suggestions for a lot: from its title, and in all. A page shows several lots."""


@dataclass(frozen=True, slots=True)
class Division:
    """How a purchase was divided: its lots, and the product groups it had."""

    lots: tuple[Lot, ...]
    groups: tuple[str, ...]


class Lots:
    """The lots of the wizard's purchase."""

    def __init__(self, wizard: Wizard) -> None:
        self._wizard = wizard

    @property
    def lots(self) -> tuple[Lot, ...]:
        """The lots, in order; none while the purchase is one whole."""
        return self._wizard.purchase.lots

    def number(self, lot: str) -> int:
        """Give the number of a lot, from 1."""
        return [one.id for one in self.lots].index(lot) + 1

    def count(self, lot: Lot, language: Language) -> int:
        """Give how many requirements hold for a lot as the list stands."""
        return len(rows_of(lot, self._wizard.guide.rows(language)))

    def suggested(self, lot: Lot) -> tuple[Suggestion, ...]:
        """Give the product groups that a lot's title points to, then those the whole purchase points to, best first."""
        wizard = self._wizard
        found = wizard.finder().suggest(lot.title, country=wizard.purchase.country) if lot.title.strip() else []
        known = {one.group.id for one in found[:MOST_OF_TITLE]}
        rest = (one for one in wizard.suggested_groups() if one.group.id not in known)
        return (*found[:MOST_OF_TITLE], *rest)[:MOST_SUGGESTED]

    def divide(self, language: Language) -> Division:
        """Divide the purchase: a lot for each of its product groups, named after it; two lots to fill in where there are fewer."""
        groups = self._wizard.guide.picture.chosen
        made = [Lot("", group.names[language.value], (group.id,)) for group in groups]
        if len(made) < 2:
            made += [Lot("")] * (2 - len(made))
        return self._put(made)

    def join(self) -> Division:
        """Make the purchase one whole again, with the product groups of all its lots."""
        return self._put(())

    def add(self) -> Division:
        """Add a lot at the end."""
        return self._put((*self.lots, Lot("")))

    def remove(self, lot: str) -> Division:
        """Take a lot away."""
        return self._put([one for one in self.lots if one.id != lot])

    def move(self, lot: str, by: int) -> Division:
        """Move a lot up (-1) or down (1) among the others; it stays where it is at the ends."""
        order = [one.id for one in self.lots]
        place = order.index(lot)
        order.insert(min(max(place + by, 0), len(order) - 1), order.pop(place))
        by_id = {one.id: one for one in self.lots}
        return self._put([by_id[name] for name in order])

    def rename(self, lot: str, title: str) -> Division:
        """Give a lot another title."""
        return self._change(lot, lambda one: replace(one, title=title))

    def set_groups(self, lot: str, groups: Iterable[str]) -> Division:
        """Choose a lot's product groups; those it had keep their order."""
        wanted = frozenset(groups)
        return self._change(
            lot, lambda one: replace(one, groups=(*(g for g in one.groups if g in wanted), *sorted(wanted - set(one.groups))))
        )

    def set_value(self, lot: str, value: float | None) -> Division:
        """Say a lot's estimated value, in the country's currency ex VAT; None takes it away."""
        return self._change(lot, lambda one: replace(one, value=value))

    def undo(self, before: Division) -> None:
        """Put back how the purchase was divided."""
        name = self._wizard.purchase.id
        with self._wizard.change() as change:
            change.set_lots(name, before.lots)
            if not before.lots:
                change.set_groups(name, before.groups)

    def _change(self, lot: str, changed: Callable[[Lot], Lot]) -> Division:
        return self._put([changed(one) if one.id == lot else one for one in self.lots])

    def _put(self, lots: Sequence[Lot]) -> Division:
        purchase = self._wizard.purchase
        with self._wizard.change() as change:
            change.set_lots(purchase.id, lots)
        self._wizard.borrow()
        return Division(purchase.lots, purchase.groups)
