"""What can be read from the user's data, each as frozen values. Light to import, as the store is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kravkompass.followup.classification import Weighed
    from kravkompass.followup.event import Event
    from kravkompass.followup.reply import KeptReply
    from kravkompass.guidance.own import Own
    from kravkompass.guidance.purchase import Purchase
    from kravkompass.purchases.activity_rows import ActivityRow, MonthSum, Sought
    from kravkompass.purchases.lists import Issue
    from kravkompass.purchases.parts import P
    from kravkompass.purchases.rows import ContractRow, OverviewSums, PurchaseRow, TemplateRow
    from kravkompass.purchases.settings import Settings


class Reads:
    """The reading half of a store."""

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        raise NotImplementedError

    def purchases(self, *, deleted: bool = False) -> tuple[PurchaseRow, ...]:
        """The purchases as light rows, the latest changed first; or those in the trash."""
        from kravkompass.purchases.reading import read_rows

        with self._reading() as session:
            return read_rows(session, deleted=deleted)

    def purchase(self, purchase_id: str) -> Purchase:
        """A purchase with all that belongs to it. Raises PurchaseMissingError."""
        from kravkompass.purchases.reading import read_purchase

        with self._reading() as session:
            return read_purchase(session, purchase_id)

    def contracts(self, *, deleted: bool = False) -> tuple[ContractRow, ...]:
        """The contracts as light rows, by title; or those in the trash."""
        from kravkompass.purchases.reading_contracts import read_contract_rows

        with self._reading() as session:
            return read_contract_rows(session, deleted=deleted)

    def part(self, kind: type[P], identity: str) -> P:
        """A contract, or something that belongs to one, by its id. Raises PartMissingError."""
        from kravkompass.purchases.reading_contracts import read_part

        with self._reading() as session:
            return read_part(session, kind, identity)

    def parts(self, kind: type[P], order: tuple[str, ...] = (), **equal: str | bool | None) -> tuple[P, ...]:
        """What belongs to contracts and has these values, such as ``parts(Supplier, contract=…)``, in the order of some fields."""
        from kravkompass.purchases.reading_contracts import read_parts

        with self._reading() as session:
            return read_parts(session, kind, equal, order)

    def events(self, contract: str) -> tuple[Event, ...]:
        """The log of a contract, in the order it was written."""
        from kravkompass.purchases.reading_contracts import read_events

        with self._reading() as session:
            return read_events(session, contract)

    def months(self, sought: Sought) -> Mapping[int, MonthSum]:
        """How much the sought activities of one year come to, by month (1 to 12)."""
        from kravkompass.purchases.reading_year import read_months

        with self._reading() as session:
            return read_months(session, sought)

    def activities(self, sought: Sought, limit: int, after: int = 0) -> tuple[ActivityRow, ...]:
        """So many of the sought activities across all contracts, in the order of their days, after the first ``after``."""
        from kravkompass.purchases.reading_year import read_activities

        with self._reading() as session:
            return read_activities(session, sought, limit, after)

    def activity_count(self, sought: Sought) -> int:
        """How many activities are sought."""
        from kravkompass.purchases.reading_year import count_activities

        with self._reading() as session:
            return count_activities(session, sought)

    def activity_choices(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of all suppliers, and of all who are responsible for a contract."""
        from kravkompass.purchases.reading_year import read_choices

        with self._reading() as session:
            return read_choices(session)

    def weights(self) -> tuple[Weighed, ...]:
        """What the contracts in force are weighed by against each other."""
        from kravkompass.purchases.reading_year import read_weights

        with self._reading() as session:
            return read_weights(session)

    def overview(self, year: int) -> OverviewSums:
        """What all contracts come to together, seen from a year."""
        from kravkompass.purchases.reading_overview import read_overview

        with self._reading() as session:
            return read_overview(session, year)

    def replies(self, purchase_id: str) -> Mapping[str, KeptReply]:
        """What came back about a purchase's requirements, by requirement."""
        from kravkompass.purchases.lists import read_replies

        with self._reading() as session:
            return read_replies(session, purchase_id)

    def issues(self, purchase_id: str) -> tuple[Issue, ...]:
        """The versions of a purchase's list that went out, the first one first."""
        from kravkompass.purchases.lists import read_issues

        with self._reading() as session:
            return read_issues(session, purchase_id)

    def templates(self) -> tuple[TemplateRow, ...]:
        """The templates as light rows, by name."""
        from kravkompass.purchases.reading_templates import read_template_rows

        with self._reading() as session:
            return read_template_rows(session)

    def template(self, template_id: str) -> Purchase:
        """What a template keeps of a purchase, with its name for a title. Raises TemplateMissingError."""
        from kravkompass.purchases.reading_templates import read_template

        with self._reading() as session:
            return read_template(session, template_id)

    def own_requirements(self) -> tuple[Own, ...]:
        """The municipality's own requirements, in the order of their numbers."""
        from kravkompass.purchases.own_records import read_own

        with self._reading() as session:
            return read_own(session)

    def settings(self) -> Settings:
        """The user's settings."""
        from kravkompass.purchases.reading import read_settings

        with self._reading() as session:
            return read_settings(session)
