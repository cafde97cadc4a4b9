"""The verbs of a change on contracts and their parts: keep one, take one away. Each leaves an entry in the contract's log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from kravkompass.followup.event import Verb
from kravkompass.purchases.errors import PartMissingError
from kravkompass.purchases.model import new_id
from kravkompass.purchases.parts import EVENTS, Part, Shelf, shelf_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kravkompass.purchases.kinds import Kind
    from kravkompass.purchases.parts import P


class Keeper:
    """Contracts and their parts in a change under way. What alters nothing leaves no trace."""

    def __init__(self, session: Session, kinds: set[Kind], time: Callable[[], str], who: Callable[[], str]) -> None:
        self._session = session
        self._kinds = kinds
        self._time = time
        self._who = who

    def keep(self, part: P) -> P:
        """Add a part, or replace the one with its id, and give it back as it is kept: with an id if it had none."""
        shelf = shelf_of(type(part))
        if not part.id:
            part = replace(part, id=new_id())  # type: ignore[type-var] # every part is a dataclass
        row = shelf.row(part)
        before = self._row(shelf, part.id)
        if before is None:
            self._session.execute(insert(shelf.table).values(**row, version=1))
            self._note(shelf, Verb.ADDED, part, {}, row)
        elif any(before[name] != row[name] for name in shelf.names):
            version = before["version"]
            self._session.execute(update(shelf.table).where(shelf.table.c.id == part.id).values(**row, version=version + 1))
            self._note(shelf, Verb.CHANGED, part, {name: before[name] for name in shelf.names}, row)
        kept: P = shelf.value(row)
        return kept

    def drop(self, part: Part) -> None:
        """Take a part away for good; a contract takes everything that belongs to it along. Raises PartMissingError."""
        shelf = shelf_of(type(part))
        before = self._row(shelf, part.id)
        if before is None:
            raise PartMissingError(id=part.id)
        self._session.execute(delete(shelf.table).where(shelf.table.c.id == part.id))
        if part.id != part.contract:
            self._note(shelf, Verb.REMOVED, part, {name: before[name] for name in shelf.names}, {})
        self._kinds.add(shelf.kind)

    def _row(self, shelf: Shelf, identity: str) -> dict[str, Any] | None:
        found = self._session.execute(select(shelf.table).where(shelf.table.c.id == identity)).mappings().one_or_none()
        return None if found is None else dict(found)

    def _note(self, shelf: Shelf, verb: Verb, part: Part, before: dict[str, Any], after: dict[str, Any]) -> None:
        self._kinds.add(shelf.kind)
        if not shelf.logged:
            return
        told = {
            "contract": part.contract,
            "at": self._time(),
            "who": self._who(),
            "verb": verb.value,
            "part": shelf.table.name,
            "about": part.id,
            "before": before,
            "after": after,
        }
        self._session.execute(insert(EVENTS).values(**told))
