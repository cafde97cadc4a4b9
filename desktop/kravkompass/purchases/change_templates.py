"""The verbs of a change on templates. A template is kept in the exchange form, which the program goes on reading for good."""

from __future__ import annotations

from kravkompass.guidance.again import as_template
from kravkompass.guidance.purchase import Purchase
from kravkompass.purchases.clean_text import one_line
from kravkompass.purchases.exchange import purchase_content
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.model import TemplateRecord, new_id
from kravkompass.purchases.reading_templates import read_template, template_record
from kravkompass.purchases.verbs import Verbs


class TemplateVerbs(Verbs):
    """Keeping, renaming and putting away templates. Every verb on one that is not there raises TemplateMissingError."""

    def template(self, template_id: str) -> Purchase:
        """What a template keeps, as this change has made it so far."""
        return read_template(self._session, template_id)

    def keep_template(self, purchase: Purchase, name: str) -> str:
        """Make a template of a purchase, under a name, and give its id."""
        kept = as_template(purchase, one_line(name))
        chosen = sum(decision.is_in for decision in kept.decisions.values())
        now = self._time()
        record = TemplateRecord(
            id=new_id(),
            name=kept.title,
            country=kept.country.value,
            content=purchase_content(kept).decode(),
            chosen=chosen,
            lots=len(kept.lots),
            created=now,
            changed=now,
        )
        self._session.add(record)
        self._kinds.add(Kind.TEMPLATES)
        return record.id

    def rename_template(self, template_id: str, name: str) -> None:
        """Give a template another name."""
        record = template_record(self._session, template_id)
        if record.name != one_line(name):
            record.name = one_line(name)
            record.changed = self._time()
            self._kinds.add(Kind.TEMPLATES)

    def delete_template(self, template_id: str) -> None:
        """Put a template in the trash."""
        self._put_away(template_id, self._time())

    def restore_template(self, template_id: str) -> None:
        """Take a template out of the trash."""
        self._put_away(template_id, None)

    def _put_away(self, template_id: str, when: str | None) -> None:
        record = template_record(self._session, template_id)
        if (record.deleted is None) is not (when is None):
            record.deleted = when
            self._kinds.add(Kind.TEMPLATES)
