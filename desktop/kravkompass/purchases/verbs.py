"""What all verbs of a change stand on: the session, the clock, and what has been touched so far."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from kravkompass.guidance.purchase import Purchase
from kravkompass.purchases.errors import PurchaseMissingError
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.model import PurchaseRecord
from kravkompass.purchases.reading import read_purchase


class Verbs:
    """A change under way. Every verb on a purchase that is not there raises PurchaseMissingError.

    A verb that alters nothing leaves no trace: nothing is saved, counted or told.
    """

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now
        self._kinds: set[Kind] = set()

    @property
    def kinds(self) -> frozenset[Kind]:
        """What has been changed so far."""
        return frozenset(self._kinds)

    def purchase(self, purchase_id: str) -> Purchase:
        """The purchase as this change has made it so far."""
        return read_purchase(self._session, purchase_id)

    def _record(self, purchase_id: str) -> PurchaseRecord:
        record = self._session.get(PurchaseRecord, purchase_id)
        if record is None:
            raise PurchaseMissingError(id=purchase_id)
        return record

    def _touch(self, record: PurchaseRecord, kind: Kind) -> None:
        record.changed = self._time()
        self._kinds.add(kind)

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")
