"""The verbs of a change on the municipality's own requirements, and on requirements as purchases take them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from kravkompass.catalog.requirement import Requirement, Texts, Written
from kravkompass.guidance.own import State, id_of, number_of, says_the_same, settled
from kravkompass.guidance.purchase import Purchase
from kravkompass.purchases.clean_text import clean_text, one_line
from kravkompass.purchases.errors import OwnInUseError, OwnMissingError
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.model import new_id
from kravkompass.purchases.own_records import OwnRecord, TakenRecord, body_of, requirement_in, titles_using
from kravkompass.purchases.reading import read_settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

TITLES_NAMED = 3


class OwnKeeper:
    """Own requirements in a change under way. What alters nothing leaves no trace.

    Every verb on a requirement that is not there raises OwnMissingError.
    """

    def __init__(self, session: Session, kinds: set[Kind], time: Callable[[], str]) -> None:
        self._session = session
        self._kinds = kinds
        self._time = time

    def write(self, requirement: Requirement) -> Requirement:
        """Keep an own requirement and give it back as it is kept.

        One without an id gets the next number and begins at revision 1; one whose content has changed gets the next revision. Both
        are signed with the name and the organisation in the settings, and this time.
        """
        cleaned = _cleaned(requirement)
        if not cleaned.id:
            return self._add(self._signed(cleaned, new_id(), 1), self._next_number(), State.ACTIVE)
        record = self._record(cleaned.id)
        before = requirement_in(record.body)
        after = self._signed(cleaned, record.key, self._next_revision(before))
        if says_the_same(after, before):
            return before
        record.body = body_of(after)
        self._kinds.add(Kind.OWN)
        return after

    def set_standard(self, name: str, *, on: bool) -> None:
        """Propose a requirement in every purchase it fits, or no longer."""
        record = self._record(name)
        if record.standard != on:
            record.standard = on
            self._kinds.add(Kind.OWN)

    def set_state(self, name: str, state: State) -> None:
        """Take a requirement into use, or give it up: purchases that have it keep it."""
        record = self._record(name)
        if record.state != state.value:
            record.state = state.value
            record.standard = record.standard and state is State.ACTIVE
            self._kinds.add(Kind.OWN)

    def delete(self, name: str) -> None:
        """Throw a requirement away. Raises OwnInUseError while any purchase, also one in the trash, has decided about it."""
        record = self._record(name)
        if titles := titles_using(self._session, name):
            named = ", ".join(f"“{title}”" for title in titles[:TITLES_NAMED])
            raise OwnInUseError(id=name, titles=named if len(titles) <= TITLES_NAMED else f"{named} …")
        record.deleted = self._time()
        self._kinds.add(Kind.OWN)

    def restore(self, name: str) -> None:
        """Take back a requirement that was thrown away."""
        record = self._session.get(OwnRecord, number_of(name))
        if record is None:
            raise OwnMissingError(id=name)
        if record.deleted is not None:
            record.deleted = None
            self._kinds.add(Kind.OWN)

    def remember(self, requirements: Iterable[Requirement]) -> None:
        """Keep requirements as purchases take them. What the catalog or the writer says now is the truth about its revision."""
        for one in requirements:
            row = self._session.get(TakenRecord, (one.id, one.revision)) or TakenRecord(requirement=one.id, revision=one.revision)
            row.body = body_of(one)
            self._session.add(row)

    def bring(self, requirement: Requirement, state: State = State.BROUGHT, *, standard: bool = False) -> str:
        """Take in an own requirement from elsewhere, and give the id it has here.

        It is known by its key. One that is not known keeps its id when that is free, else it gets the next number. One that is
        known but says something else in the same revision was changed apart from ours: it becomes a requirement of its own.
        """
        cleaned = _cleaned(requirement)
        known = self._session.scalars(select(OwnRecord).where(OwnRecord.key == _key(cleaned))).one_or_none()
        if known is None:
            return self._add_apart(cleaned, state, standard=standard)
        here = settled(replace(cleaned, id=id_of(known.number)))
        same = self._in_revision(known, here.revision)
        if same is not None and not says_the_same(here, same):
            own = replace(cleaned, written=replace(cleaned.written or Written(""), key=new_id()))
            return self._add_apart(own, state, standard=standard)
        self._keep_once(same or here)
        if known.state == State.BROUGHT.value and state is State.ACTIVE:
            known.state, known.standard = state.value, standard
            self._kinds.add(Kind.OWN)
        return here.id

    def brought(self, purchase: Purchase) -> Purchase:
        """Take in the requirements that come along with a purchase, and give the purchase with the ids that own ones have here.

        A national one is kept as the purchase took it, unless that revision of it is kept already.
        """
        for one in purchase.taken.values():
            if not one.is_own and one.country is purchase.country:
                self._keep_once(one)
        ids = {name: self.bring(one) for name, one in purchase.taken.items() if one.is_own}
        moved = {before: after for before, after in ids.items() if before != after}
        if not moved:
            return purchase
        decisions = {
            moved.get(name, name): replace(one, requirement=moved.get(name, name)) for name, one in purchase.decisions.items()
        }
        taken = {moved.get(name, name): replace(one, id=moved.get(name, name)) for name, one in purchase.taken.items()}
        return replace(purchase, decisions=MappingProxyType(decisions), taken=MappingProxyType(taken))

    def _add_apart(self, requirement: Requirement, state: State, *, standard: bool) -> str:
        wanted = number_of(requirement.id)
        free = wanted > 0 and self._session.get(OwnRecord, wanted) is None
        added = self._add(requirement, wanted if free else self._next_number(), state, standard=standard)
        self._keep_once(added)
        return added.id

    def _keep_once(self, requirement: Requirement) -> None:
        if self._session.get(TakenRecord, (requirement.id, requirement.revision)) is None:
            self._session.add(TakenRecord(requirement=requirement.id, revision=requirement.revision, body=body_of(requirement)))

    def _add(self, requirement: Requirement, number: int, state: State, *, standard: bool = False) -> Requirement:
        added = settled(replace(requirement, id=id_of(number)))
        row = OwnRecord(number=number, key=_key(added), body=body_of(added), state=state.value, standard=standard)
        self._session.add(row)
        self._session.flush()
        self._kinds.add(Kind.OWN)
        return added

    def _signed(self, requirement: Requirement, key: str, revision: int) -> Requirement:
        settings = read_settings(self._session)
        written = Written(key, settings.name, self._time(), settings.organisation)
        return settled(replace(requirement, revision=revision, written=written))

    def _next_number(self) -> int:
        return (self._session.scalar(select(func.max(OwnRecord.number))) or 0) + 1

    def _next_revision(self, before: Requirement) -> int:
        """Give the revision after every one that is known: a later one may have come along with somebody's purchase."""
        latest = select(func.max(TakenRecord.revision)).where(TakenRecord.requirement == before.id)
        return max(before.revision, self._session.scalar(latest) or 0) + 1

    def _in_revision(self, record: OwnRecord, revision: int) -> Requirement | None:
        current = requirement_in(record.body)
        if current.revision == revision:
            return current
        taken = self._session.get(TakenRecord, (current.id, revision))
        return requirement_in(taken.body) if taken is not None else None

    def _record(self, name: str) -> OwnRecord:
        record = self._session.get(OwnRecord, number_of(name))
        if record is None or record.deleted is not None:
            raise OwnMissingError(id=name)
        return record


def _key(requirement: Requirement) -> str:
    return requirement.written.key if requirement.written is not None else ""


def _cleaned(requirement: Requirement) -> Requirement:
    """Give the requirement with texts that every file can hold."""
    texts = {
        language: Texts(*(clean_text(getattr(one, field.name)).strip() for field in fields(Texts)))
        for language, one in requirement.texts.items()
    }
    values = tuple(
        replace(
            one,
            labels={language: clean_text(words).strip() for language, words in one.labels.items() if words.strip()},
            unit=one_line(one.unit),
            default=clean_text(one.default) if isinstance(one.default, str) else one.default,
        )
        for one in requirement.parameters
    )
    return replace(requirement, texts=texts, parameters=values)
