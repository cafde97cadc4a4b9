"""The municipality's own requirements: the list of them, and writing, changing, taking out of use and throwing away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import Country
from kravkompass.guidance.braces import check_braces
from kravkompass.guidance.listing import listed_alone, proposed_decision
from kravkompass.guidance.own import EVERY_GROUP, Own, State, blank, lacking, started_from
from kravkompass.guidance.reviewing import review_wording
from kravkompass.purchases.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.catalog.terms import Theme
    from kravkompass.guidance.findings import Finding
    from kravkompass.guidance.own import Lacking
    from kravkompass.language import Language
    from kravkompass.purchases.store import Store


class OwnRequirements:
    """The own requirements, kept with the user's data and used again in every purchase."""

    kinds = frozenset({Kind.OWN, Kind.DECISIONS})

    def __init__(self, store: Callable[[], Store], catalog: Callable[[], Catalog]) -> None:
        self._store = store
        self._catalog = catalog

    @property
    def catalog(self) -> Catalog:
        """The national requirements, and the product groups and labels that own ones name too."""
        return self._catalog()

    def all(self) -> tuple[Own, ...]:
        """Give the own requirements in the order of their numbers, those in use first."""
        return tuple(sorted(self._store().own_requirements(), key=lambda one: list(State).index(one.state)))

    def requirement(self, name: str) -> Requirement | None:
        """Give one by its id, as it is now."""
        return next((one.requirement for one in self._store().own_requirements() if one.requirement.id == name), None)

    def fresh(self, country: Country, theme: Theme | None = None, groups: Iterable[str] = ()) -> Requirement:
        """Begin a new one, about a theme and for product groups where these are known."""
        begun = blank(country)
        return replace(begun, theme=theme or begun.theme, groups=frozenset(groups) or frozenset({EVERY_GROUP}))

    def started_from(self, other: Requirement) -> Requirement:
        """Begin one that starts as another requirement, national or own."""
        return started_from(other)

    def drafts(self) -> Mapping[str, Requirement]:
        """Give what is being written and not kept yet, by id; a new one has none."""
        return _drafts(self._store().settings().drafts)

    def remember(self, draft: Requirement) -> None:
        """Remember what is being written, so that nothing is lost when the window is left."""
        self._keep_drafts({**self.drafts(), draft.id: draft})

    def forget(self, name: str) -> None:
        """Forget what was being written."""
        self._keep_drafts({key: draft for key, draft in self.drafts().items() if key != name})

    def lacking(self, draft: Requirement) -> tuple[Lacking, ...]:
        """Give what must be there before it can be kept."""
        return lacking(draft)

    def findings(self, draft: Requirement, language: Language) -> tuple[Finding, ...]:
        """Look the wording over by the rules that hold for every requirement on a list."""
        return review_wording(listed_alone(draft, proposed_decision(draft), language))

    def keep(self, draft: Requirement) -> Requirement:
        """Keep a requirement and give it as it is kept, with its id; the same content leaves everything as it was.

        Raises:
            UnknownBracesError: something in braces cannot be filled in.
        """
        for texts in draft.texts.values():
            check_braces((getattr(texts, name) for name in type(texts).__slots__), draft.parameters)
        with self._store().change() as change:
            kept = change.own.write(draft)
        self.forget(draft.id)
        return kept

    def set_standard(self, name: str, *, on: bool) -> None:
        """Propose one in every purchase it fits, or no longer."""
        with self._store().change() as change:
            change.own.set_standard(name, on=on)

    def set_state(self, name: str, state: State) -> None:
        """Take one into use, or out of use: purchases that have it keep it."""
        with self._store().change() as change:
            change.own.set_state(name, state)

    def delete(self, name: str) -> None:
        """Throw one away that no purchase has.

        Raises:
            OwnInUseError: a purchase has it.
        """
        with self._store().change() as change:
            change.own.delete(name)

    def restore(self, name: str) -> None:
        """Take back one that was thrown away."""
        with self._store().change() as change:
            change.own.restore(name)

    def _keep_drafts(self, drafts: Mapping[str, Requirement]) -> None:
        written = msgspec.json.encode(drafts, order="deterministic").decode() if drafts else ""
        with self._store().change() as change:
            change.keep_settings(replace(self._store().settings(), drafts=written))

    def country(self) -> Country:
        """Give the country to begin with: that of the latest own requirement, else of the latest purchase."""
        own = self._store().own_requirements()
        if own:
            return own[-1].requirement.country
        return next((row.country for row in self._store().purchases()), Country.SWEDEN)


def _drafts(written: str) -> Mapping[str, Requirement]:
    try:
        return msgspec.json.decode(written, type=dict[str, Requirement]) if written else {}
    except msgspec.DecodeError:
        return {}
