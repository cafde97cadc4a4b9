"""The verbs of one change to the user's data. Whatever the verbs did is kept together, or none of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select, update

from kravkompass.catalog.terms import Country, RiskArea
from kravkompass.guidance.again import copied, from_template
from kravkompass.guidance.facts import Answer
from kravkompass.guidance.lots import divided
from kravkompass.guidance.purchase import Decision, Purchase, RiskOverride
from kravkompass.purchases.change_groups import GroupVerbs
from kravkompass.purchases.change_templates import TemplateVerbs
from kravkompass.purchases.clean_text import clean_text
from kravkompass.purchases.keeping import Keeper
from kravkompass.purchases.kinds import OF_PURCHASES, Kind
from kravkompass.purchases.lists import ListKeeper
from kravkompass.purchases.model import AnswerRecord, DecisionRecord, PurchaseRecord, RiskRecord, SettingRecord, new_id
from kravkompass.purchases.own_keeping import OwnKeeper
from kravkompass.purchases.reading import read_settings
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.values import (
    TEXT_FIELDS,
    decision_of,
    filled_decision,
    filled_risk,
    purchase_record,
    risk_of,
    stored_answer,
)


class Change(GroupVerbs, TemplateVerbs):
    """A change under way. Every verb on a purchase that is not there raises PurchaseMissingError.

    A verb that alters nothing leaves no trace: nothing is saved, counted or told.
    """

    @property
    def contracts(self) -> Keeper:
        """The verbs on contracts and what belongs to them."""
        return Keeper(self._session, self._kinds, self._time, lambda: read_settings(self._session).name)

    @property
    def lists(self) -> ListKeeper:
        """The verbs on lists that go out and come back."""
        return ListKeeper(self._session, self._kinds, self._time, lambda: read_settings(self._session).name)

    @property
    def own(self) -> OwnKeeper:
        """The verbs on the municipality's own requirements."""
        return OwnKeeper(self._session, self._kinds, self._time)

    def add(self, purchase: Purchase) -> str:
        """Add a purchase and give its id: its own if it has one that is free, otherwise a new one. It starts at version 1."""
        taken = not purchase.id or self._session.get(PurchaseRecord, purchase.id) is not None
        now = self._time()
        purchase = self.own.brought(purchase)
        whole = divided(purchase, purchase.lots)
        added = replace(whole, id=new_id() if taken else purchase.id, created=purchase.created or now, changed=now)
        self._session.add(purchase_record(added))
        self._session.flush()
        self._kinds |= OF_PURCHASES
        return added.id

    def copy(self, purchase_id: str, title: str) -> str:
        """Add a copy under a title of its own and give its id. Reference number, supplier and dates are the original's and left out."""
        return self.add(copied(self.purchase(purchase_id), title))

    def begin(self, template_id: str) -> str:
        """Add a purchase begun from a template and give its id; who begins it, and when, is who decided and when."""
        settings = read_settings(self._session)
        signed = (settings.name, self._time())
        return self.add(from_template(self.template(template_id), settings.organisation, signed))

    def describe(self, purchase_id: str, **texts: str) -> None:
        """Replace some of title, description, organisation, reference, buyer and supplier."""
        if unknown := texts.keys() - set(TEXT_FIELDS):
            message = f"a purchase has no {', '.join(sorted(unknown))}"
            raise TypeError(message)
        record = self._record(purchase_id)
        new = {name: clean_text(words) for name, words in texts.items()}
        if any(getattr(record, name) != words for name, words in new.items()):
            for name, words in new.items():
                setattr(record, name, words)
            self._touch(record, Kind.PURCHASES)

    def set_country(self, purchase_id: str, country: Country) -> None:
        """Replace the country. What was decided under the other country's rules stays until it is taken back."""
        record = self._record(purchase_id)
        if record.country != country.value:
            record.country = country.value
            self._touch(record, Kind.PURCHASES)

    def answer(self, purchase_id: str, question: str, answer: Answer | None, source: str = "") -> None:
        """Give or replace the answer to a question; None takes it away. ``source`` names the earlier purchase it comes from."""
        record = self._record(purchase_id)
        given = select(AnswerRecord).where(AnswerRecord.purchase_id == purchase_id, AnswerRecord.question == question)
        found = self._session.scalars(given).one_or_none()
        if answer is None:
            if found is None:
                return
            self._session.delete(found)
        else:
            value = stored_answer(answer)
            if found is not None and found.value == value and type(found.value) is type(value) and found.source == source:
                return
            found = found or AnswerRecord(purchase_id=purchase_id, question=question)
            found.value, found.source = value, clean_text(source)
            self._session.add(found)
        self._touch(record, Kind.ANSWERS)

    def decide(self, purchase_id: str, *decisions: Decision) -> None:
        """Decide about requirements, replacing what was decided about them before.

        A decision without a time is a new one: it gets this time, and is no longer taken from elsewhere. One without a name gets
        the name in the settings.
        """
        record = self._record(purchase_id)
        name = read_settings(self._session).name
        stands = {row.requirement: row for row in self._decisions(purchase_id, [one.requirement for one in decisions])}
        for decision in decisions:
            found = stands.get(decision.requirement)
            if found is not None and _same(decision_of(found), decision):
                continue
            signed = replace(
                decision,
                decided_by=decision.decided_by or name,
                decided_at=decision.decided_at or self._time(),
                taken_from=decision.taken_from if decision.decided_at else "",
            )
            stands[decision.requirement] = filled_decision(found or DecisionRecord(purchase_id=purchase_id), signed)
            self._session.add(stands[decision.requirement])
            self._touch(record, Kind.DECISIONS)

    def undecide(self, purchase_id: str, *requirements: str) -> None:
        """Take decisions back, as if nothing had been decided about these requirements."""
        record = self._record(purchase_id)
        for found in self._decisions(purchase_id, requirements):
            self._session.delete(found)
            self._touch(record, Kind.DECISIONS)

    def override_risk(self, purchase_id: str, override: RiskOverride) -> None:
        """Set the buyer's own view of a risk area."""
        record = self._record(purchase_id)
        found = self._risk(purchase_id, override.area)
        if found is None or risk_of(found) != override:
            self._session.add(filled_risk(found or RiskRecord(purchase_id=purchase_id), override))
            self._touch(record, Kind.RISKS)

    def forget_risk(self, purchase_id: str, area: RiskArea) -> None:
        """Take the buyer's own view of a risk area back."""
        record = self._record(purchase_id)
        found = self._risk(purchase_id, area)
        if found is not None:
            self._session.delete(found)
            self._touch(record, Kind.RISKS)

    def visit(self, purchase_id: str, page: str) -> None:
        """Remember the page of the wizard the buyer is on; this is no change of the purchase and nobody is told."""
        self._record(purchase_id)
        self._session.execute(update(PurchaseRecord).where(PurchaseRecord.id == purchase_id).values(page=page))

    def delete(self, purchase_id: str) -> None:
        """Put a purchase in the trash."""
        record = self._record(purchase_id)
        if record.deleted is None:
            record.deleted = self._time()
            self._touch(record, Kind.PURCHASES)

    def restore(self, purchase_id: str) -> None:
        """Take a purchase out of the trash."""
        record = self._record(purchase_id)
        if record.deleted is not None:
            record.deleted = None
            self._touch(record, Kind.PURCHASES)

    def keep_settings(self, settings: Settings) -> None:
        """Replace the user's settings."""
        wanted = {name: clean_text(value) for name, value in settings.rows().items()}
        if wanted != read_settings(self._session).rows():
            for name, value in wanted.items():
                self._session.merge(SettingRecord(name=name, value=value))
            self._kinds.add(Kind.SETTINGS)

    def _decisions(self, purchase_id: str, requirements: Iterable[str]) -> list[DecisionRecord]:
        of_purchase = select(DecisionRecord).where(DecisionRecord.purchase_id == purchase_id)
        return list(self._session.scalars(of_purchase.where(DecisionRecord.requirement.in_(list(requirements)))))

    def _risk(self, purchase_id: str, area: RiskArea) -> RiskRecord | None:
        wanted = select(RiskRecord).where(RiskRecord.purchase_id == purchase_id, RiskRecord.area == area.value)
        return self._session.scalars(wanted).one_or_none()


def _same(before: Decision, after: Decision) -> bool:
    """Whether two decisions say the same, whoever made them and when."""
    return replace(before, decided_by="", decided_at="") == replace(after, decided_by="", decided_at="")
