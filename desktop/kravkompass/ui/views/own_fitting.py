"""Which purchases an own requirement is proposed in: what they are about, and on what conditions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.catalog.terms import Country
from kravkompass.guidance.own import EVERY_GROUP, blank
from kravkompass.ui.views.own_conditions import OwnConditions
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.picker import Picker, found
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from kravkompass.catalog.catalog import Catalog
    from kravkompass.catalog.requirement import Requirement
    from kravkompass.ui.language import Voice, Wording

SOME = "some"


class OwnFitting(Card):
    """The product groups and the conditions. ``drafted`` comes with the requirement as it is after a change."""

    drafted = Signal(object)

    def __init__(self, voice: Voice, catalog: Catalog) -> None:
        super().__init__()
        self._voice, self._catalog = voice, catalog
        self._draft = blank(Country.SWEDEN)
        self._scope = Segments(voice, [_scope(EVERY_GROUP), _scope(SOME)])
        self._groups = Picker(voice, self._find, lambda t: t.say("Write the name of a product group"), "group")
        self._conditions = OwnConditions(voice, catalog)
        self.groups = Field(voice, lambda t: t.say("Product groups"), self._groups)
        self.add(Field(voice, lambda t: t.say("When the purchase is about"), self._scope))
        self.add(self.groups)
        self.add(self._conditions)
        self._scope.changed.connect(self._rescope)
        self._groups.added.connect(lambda name: self._put_groups((self._draft.groups | {name}) - {EVERY_GROUP}))
        self._groups.removed.connect(lambda name: self._put_groups(self._draft.groups - {name}))
        self._conditions.drafted.connect(self.drafted)

    def put(self, draft: Requirement) -> None:
        """Show a requirement as it stands."""
        self._draft = draft
        self._scope.put_value(EVERY_GROUP if EVERY_GROUP in draft.groups else SOME)
        self.groups.setVisible(EVERY_GROUP not in draft.groups)
        self._groups.put([(name, self._named(name)) for name in sorted(draft.groups - {EVERY_GROUP})])
        self._conditions.put(draft)

    def _rescope(self, scope: object) -> None:
        self._put_groups(frozenset({EVERY_GROUP}) if scope == EVERY_GROUP else self._draft.groups - {EVERY_GROUP})

    def _put_groups(self, groups: frozenset[str]) -> None:
        self.drafted.emit(replace(self._draft, groups=groups))

    def _find(self, words: str) -> list[Alternative]:
        names = [(name, self._named(name)) for name in self._catalog.groups if name not in self._draft.groups]
        return found(words, names, self._voice)

    def _named(self, name: str) -> Wording:
        group = self._catalog.groups.get(name)
        return lambda t: group.names[t.language.value] if group is not None else name


def _scope(value: str) -> Alternative:
    every = value == EVERY_GROUP
    return Alternative(value, lambda t: t.say("Anything") if every else t.say("Some product groups"))
